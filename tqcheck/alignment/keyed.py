"""Documents whose blocks have keys: a catalogue, or a file that holds both sides."""

from tqcheck.model import Bead, Document, Pair, Segment


def aligned_by_key(source: Document, target: Document) -> Pair:
    """Lay the blocks with equal keys side by side, each a bead of its own, in target order.

    What has no counterpart is no segment: an entry that is not translated yet is no defect.
    Plural forms of the target share the segment of their source.
    """
    theirs = dict(zip(source.keys, source.blocks, strict=True))
    segments: dict[str, Segment] = {}
    beads = []
    for key, block in zip(target.keys, target.blocks, strict=True):
        own = theirs.get(key)
        if own is not None:
            side = segments.setdefault(key, Segment(source, own.span, own.kind))
            beads.append(Bead(side, Segment(target, block.span, block.kind)))
    source.segments = tuple(sorted(segments.values(), key=lambda segment: segment.span))
    target.segments = tuple(bead.target for bead in beads)
    return Pair(source, target, tuple(beads))
