"""How like its source a translated sentence looks, letter by letter."""

from collections import Counter
from functools import cache
from typing import Any

from tqcheck.features.words import units
from tqcheck.model import Bead, Passage

#: A shorter side of less than this share of the longer, or fewer shared words, is no copy.
_LENGTHS, _WORDS = 0.8, 0.5


def likeness(bead: Bead) -> float:
    """Sentence chrF of the target's words against the source's, 0 to 1: 1 for a copy.

    Capitals and marks are left aside. 0 without a closer look where the lengths or the words
    alone show that it is no copy.
    """
    source, target = _forms(bead.source), _forms(bead.target)
    if not source or source == target:
        return float(bool(source))
    shorter, longer = sorted((len(bead.source.text), len(bead.target.text)))
    shared = (Counter(source) & Counter(target)).total()
    if shorter < _LENGTHS * longer or shared < _WORDS * max(len(source), len(target)):
        return 0.0
    score: float = _metric().sentence_score(" ".join(target), [" ".join(source)]).score
    return score / 100


def _forms(passage: Passage) -> list[str]:
    return [unit.text.casefold() for unit in units(passage)]


@cache
def _metric() -> Any:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF()
