"""Two texts laid side by side."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tqcheck.model.glossary import Glossary
from tqcheck.model.memory import remembered
from tqcheck.model.text import Document, Passage, Segment


@dataclass(eq=False, slots=True)
class Bead:
    """Source and target that translate each other (the alignment literature's word).

    Where one side has no counterpart, the other is an empty segment at the gap.
    """

    source: Segment
    target: Segment
    #: Probability that this bead is right, 0 to 1.
    confidence: float = 1.0
    #: How many segments each side joins, e.g. (2, 1).
    shape: tuple[int, int] = (1, 1)
    #: Whether the two sides stand at different places of their texts.
    moved: bool = False

    @property
    def complete(self) -> bool:
        return not (self.source.empty or self.target.empty)


#: (running, keyed) → what the texts are.
_TEXTS = {
    (running, keyed): frozenset(
        ("all", *["articles"] * running, *["catalogues"] * keyed),
    )
    for running in (False, True)
    for keyed in (False, True)
}


@dataclass(eq=False)
class Pair:
    """Source and target documents with their beads in target order.

    Every segment of both documents is in exactly one bead; but for a source’s plural that several
    forms of the translation stand for.
    """

    source: Document
    target: Document
    beads: tuple[Bead, ...]
    #: What the user's glossary says, if there is one.
    glossary: Glossary | None = None
    #: Whether the sentences belong together; the messages of a program stand each for itself.
    running: bool = True
    memory: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    @property
    def keyed(self) -> bool:
        """Whether the files pair their blocks by keys: catalogues, and files that hold both texts."""
        return bool(self.source.keys and self.target.keys)

    @property
    def texts(self) -> frozenset[str]:
        """What the texts are, in the words of `Rule.texts`."""
        return _TEXTS[self.running, self.keyed]

    @property
    def complete_beads(self) -> Iterator[Bead]:
        """The beads with both sides."""
        return (bead for bead in self.beads if bead.complete)

    def beads_of(self, passage: Passage) -> tuple[Bead, ...]:
        """The beads that overlap a passage of either document, such as a block."""
        sides = _source_sides(self) if passage.document is self.source else _target_sides(self)
        first = bisect_right(sides.ends, passage.span.start)
        last = bisect_left(sides.starts, passage.span.end)
        return tuple(self.beads[index] for index in sorted(sides.beads[first:last]))

    def counterpart(self, passage: Passage) -> tuple[Segment, ...]:
        """The segments of the other document that are aligned with a passage, in order."""
        source = passage.document is self.source
        sides = (bead.target if source else bead.source for bead in self.beads_of(passage))
        return tuple(segment for segment in sides if not segment.empty)


class _Sides(NamedTuple):
    """The segments of one document in its order, with the place of each one's bead."""

    starts: list[int]
    ends: list[int]
    beads: list[int]


@remembered
def _source_sides(pair: Pair) -> _Sides:
    return _sides([bead.source for bead in pair.beads])


@remembered
def _target_sides(pair: Pair) -> _Sides:
    return _sides([bead.target for bead in pair.beads])


def _sides(segments: list[Segment]) -> _Sides:
    found = sorted((*segment.span, i) for i, segment in enumerate(segments) if not segment.empty)
    return _Sides([s for s, _, _ in found], [e for _, e, _ in found], [i for _, _, i in found])
