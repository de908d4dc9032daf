"""What the aligner knows of two documents, to be asked of any stretch of them."""

from collections.abc import Iterable
from functools import cached_property
from math import log
from typing import NamedTuple

from tqcheck.alignment.evidence import Lengths
from tqcheck.alignment.lexicon import Lexicon, Table
from tqcheck.alignment.tokens import Reading, length_of, tokens_of
from tqcheck.model import Passage

#: A counterpart of less weight than this may be chance.
_LEAST = 0.1
#: Words that stand in more segments than this come back anywhere.
_RARE = 3


class Traces(NamedTuple):
    """What a stretch has left in the other text.

    `expected` is how unlikely it is to have left nothing, as a log-likelihood in nats; `found`
    whether it has left anything.
    """

    expected: float
    found: bool


class Support:
    """The lexicon and the lengths of two documents, as their alignment learned them."""

    def __init__(
        self, source: Reading, target: Reading, lexicon: Lexicon, lengths: Lengths
    ) -> None:
        self._source, self._target = source, target
        self._lexicon, self._lengths = lexicon, lengths

    def traces_of_source(self, part: Passage, others: Iterable[Passage]) -> Traces:
        """What a stretch of the source has left in passages of the target."""
        lexicon = self._lexicon
        kinds = self._source_kinds, self._target_kinds
        places = self._source.places
        return _traces(part, others, kinds, places, lexicon.forward, lexicon.source_reliability)

    def traces_of_target(self, part: Passage, others: Iterable[Passage]) -> Traces:
        """What a stretch of the target has in passages of the source."""
        lexicon = self._lexicon
        kinds = self._target_kinds, self._source_kinds
        places = self._target.places
        return _traces(part, others, kinds, places, lexicon.backward, lexicon.target_reliability)

    def better_without(self, source: str, target: str, *, lost: str = "", extra: str = "") -> float:
        """How much better the lengths of two texts fit without a stretch of the source, or of the
        target, as a log-likelihood ratio in nats.
        """
        one, other = length_of(source), length_of(target)
        fit = self._lengths.score(one - length_of(lost), other - length_of(extra))
        return fit - self._lengths.score(one, other)

    @cached_property
    def _source_kinds(self) -> dict[str, int]:
        return {text: number for number, text in enumerate(self._source.types)}

    @cached_property
    def _target_kinds(self) -> dict[str, int]:
        return {text: number for number, text in enumerate(self._target.types)}


def _traces(
    part: Passage,
    others: Iterable[Passage],
    kinds: tuple[dict[str, int], dict[str, int]],
    places: list[list[int]],
    table: Table,
    reliability: list[float],
) -> Traces:
    there = {kinds[1].get(token) for other in others for token in tokens_of(other.text)}
    expected, found = 0.0, False
    for token in tokens_of(part.text):
        kind = kinds[0].get(token)
        if kind is None or len(places[kind]) > _RARE or not token[0].isalnum():
            continue
        expected -= log(1 - min(reliability[kind], 0.95))
        found = found or any(other in there for other, weight in table[kind] if weight >= _LEAST)
    return Traces(expected, found)
