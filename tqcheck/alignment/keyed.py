"""Documents whose blocks have keys: a catalogue, or a file that holds both sides."""

from itertools import accumulate, pairwise
from typing import TypeAlias

from tqcheck.alignment.aligner import aligned
from tqcheck.features.running_text import is_running_text
from tqcheck.model import Bead, Block, Document, Pair, Segment
from tqcheck.segmentation import segments_of

_Sides: TypeAlias = tuple[Block, Block]
#: Blocks with more sentences than this are no paragraphs.
_LONGEST = 100


def aligned_by_key(source: Document, target: Document) -> Pair:
    """Lay the blocks with equal keys side by side, in target order.

    What has no counterpart is no segment: an entry that is not translated yet is no defect. The
    paragraphs of a running text are cut into sentences, which are aligned each within its
    paragraph. Else each block is a bead of its own; plural forms of the target share the segment
    of their source.
    """
    theirs = dict(zip(source.keys, source.blocks, strict=True))
    both = [
        (theirs[key], block)
        for key, block in zip(target.keys, target.blocks, strict=True)
        if key in theirs
    ]
    in_order = all(one.span < other.span for (one, _), (other, _) in pairwise(both))
    if in_order and is_running_text(own for own, _ in both):
        cut = [[list(segments_of(side)) for side in sides] for sides in both]
        if all(len(side) <= _LONGEST for sides in cut for side in sides):
            return _paragraphs(source, target, cut)
    return _messages(source, target, both)


def _paragraphs(source: Document, target: Document, cut: list[list[list[Segment]]]) -> Pair:
    source.segments = tuple(segment for own, _ in cut for segment in own)
    target.segments = tuple(segment for _, other in cut for segment in other)
    ends = zip(*(accumulate(map(len, side)) for side in zip(*cut, strict=True)), strict=True)
    return aligned(source, target, stations=list(ends)[:-1])


def _messages(source: Document, target: Document, both: list[_Sides]) -> Pair:
    segments: dict[Block, Segment] = {}
    beads = []
    for own, block in both:
        side = segments.setdefault(own, Segment(source, own.span, own.kind))
        beads.append(Bead(side, Segment(target, block.span, block.kind)))
    source.segments = tuple(sorted(segments.values(), key=lambda segment: segment.span))
    target.segments = tuple(bead.target for bead in beads)
    return Pair(source, target, tuple(beads), running=False)
