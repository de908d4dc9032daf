"""The markup of a document, laid beside that of its translation."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tqcheck.model import Bead, Document, Mark, Pair, Passage, remembered


class Change(NamedTuple):
    """Markup of the source that the same bead of the translation has otherwise, or not at all."""

    bead: Bead
    source: Mark
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


def changes(pair: Pair, kind: str, value: Callable[[Mark, Pair], str]) -> Iterator[Change]:
    """The marks that the translation has fewer of than its source, bead by bead, each with the
    mark that stands there instead. What only moved within the document is no change.
    """
    if not any(mark.kind == kind for mark in pair.source.marks):
        return

    def counted(side: Document) -> "Counter[str]":
        return Counter(value(mark, pair) for mark in marks_of(side, kind))

    here, there = counted(pair.source), counted(pair.target)
    lost, added = here - there, there - here
    for bead in pair.complete_beads:
        if not lost:
            return
        gone = _taken(marks(bead.source, kind), lost, lambda mark: value(mark, pair))
        come = _taken(marks(bead.target, kind), added, lambda mark: value(mark, pair))
        for number, mark in enumerate(gone):
            yield Change(bead, mark, come[number] if number < len(come) else None)


def _taken(
    found: Iterable[Mark], wanted: "Counter[str]", value: Callable[[Mark], str]
) -> list[Mark]:
    """The marks that are wanted, each taken off its count."""
    taken = []
    for mark in found:
        name = value(mark)
        if wanted[name] > 0:
            wanted[name] -= 1
            taken.append(mark)
    return taken
