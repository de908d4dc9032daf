"""How like its source a translated sentence looks, letter by letter."""

from collections import Counter

from tqcheck.features.overlap import sentence_chrf
from tqcheck.features.words import form_set, forms, units, unspaced, word_texts
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
    if not may_be_like(bead):
        return 0.0
    shared = (Counter(source) & Counter(target)).total()
    if shared < _WORDS * max(len(source), len(target)):
        return 0.0
    return sentence_chrf(" ".join(target), " ".join(source))


def may_be_like(bead: Bead) -> bool:
    """Whether the lengths, and the words of scripts with spaces, allow a likeness above 0."""
    shorter, longer = sorted((len(bead.source.text), len(bead.target.text)))
    if shorter < _LENGTHS * longer:
        return False
    source, target = form_set(bead.source), form_set(bead.target)
    # Words of a script without spaces are cut before they are compared.
    if any(map(unspaced, (bead.source.text, bead.target.text))):
        return True
    shared = source & target
    # A word that comes again counts each time.
    most = len(shared) + max(
        len(word_texts(side)) - len(form_set(side)) for side in (bead.source, bead.target)
    )
    if most < _WORDS * max(len(word_texts(bead.source)), len(word_texts(bead.target))):
        return False
    here, there = forms(bead.source), forms(bead.target)
    least = _WORDS * max(len(here), len(there))
    if not shared:
        return not least
    return (
        sum(map(shared.__contains__, there)) >= least
        and sum(map(shared.__contains__, here)) >= least
    )


def _forms(passage: Passage) -> list[str]:
    return [unit.text.casefold() for unit in units(passage)]
