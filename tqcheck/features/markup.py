"""The markup of a document, laid beside that of its translation."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, Protocol, TypeVar

from tqcheck.model import Bead, Document, Mark, Pair, Passage, remembered


class _HasValue(Protocol):
    @property
    def value(self) -> str: ...


Valued = TypeVar("Valued", bound=_HasValue)


class Change(NamedTuple):
    """Markup that one side of a bead has and the other has not; one of them is None, or each
    stands in the other’s place.
    """

    bead: Bead
    source: Mark | None
    target: Mark | None


def marks(passage: Passage, *kinds: str) -> tuple[Mark, ...]:
    """The marks of some kinds about prose in a passage, in order."""
    starts = _starts(passage.document)
    first = bisect_left(starts, passage.span.start)
    behind = bisect_right(starts, passage.span.end)
    return tuple(
        mark
        for mark in passage.document.marks[first:behind]
        if mark.kind in kinds and mark.span.end <= passage.span.end
    )


def marks_of(document: Document, *kinds: str) -> tuple[Mark, ...]:
    """All marks of some kinds, in order."""
    return tuple(mark for mark in document.marks if mark.kind in kinds)


@remembered
def _starts(document: Document) -> list[int]:
    return [mark.span.start for mark in document.marks]


def surplus(here: Sequence[Valued], there: Sequence[Valued]) -> list[Valued]:
    """The marks or tags that one side has more of than the other by their value, the last ones."""
    left = Counter(each.value for each in there)
    more = []
    for each in here:
        if left[each.value] > 0:
            left[each.value] -= 1
        else:
            more.append(each)
    return more


def changes(pair: Pair, value: Callable[[Mark, Pair], str | None], *kinds: str) -> Iterator[Change]:
    """The marks of some kinds that one side of a bead has more of than the other, by their value;
    those that the source has more of with the marks that stand there instead. What only moved
    within the document is no change, nor what has no value.
    """
    if not any(mark.kind in kinds for side in (pair.source, pair.target) for mark in side.marks):
        return
    lost = _counted(pair, pair.source.marks, value, kinds)
    added = _counted(pair, pair.target.marks, value, kinds)
    lost, added = lost - added, added - lost
    for bead in pair.complete_beads:
        if not (lost or added):
            return
        ours, theirs = marks(bead.source, *kinds), marks(bead.target, *kinds)
        gone, come = _more(pair, ours, theirs, value, lost), _more(pair, theirs, ours, value, added)
        for here, there in zip_longest(gone, come):
            yield Change(bead, here, there)


def _counted(
    pair: Pair,
    found: Iterable[Mark],
    value: Callable[[Mark, Pair], str | None],
    kinds: Sequence[str],
) -> "Counter[str]":
    values = (value(mark, pair) for mark in found if mark.kind in kinds)
    return Counter(one for one in values if one is not None)


def _more(
    pair: Pair,
    here: Sequence[Mark],
    there: Sequence[Mark],
    value: Callable[[Mark, Pair], str | None],
    wanted: "Counter[str]",
) -> list[Mark]:
    """The marks that one side has more of than the other, the last ones, as far as they are wanted;
    each is taken off its count.
    """
    left = Counter(value(mark, pair) for mark in there)
    more = []
    for mark in here:
        name = value(mark, pair)
        if name is None:
            continue
        if left[name] > 0:
            left[name] -= 1
        elif wanted[name] > 0:
            wanted[name] -= 1
            more.append(mark)
    return more
