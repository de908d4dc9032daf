"""Documents whose blocks have keys: a catalogue, or a file that holds both sides."""

from tqcheck.model import Bead, Document, Pair, Segment


def aligned_by_key(source: Document, target: Document) -> Pair:
    """Lay the blocks with equal keys side by side, each a bead of its own, in target order.

    What has no counterpart is no segment: an entry that is not translated yet is no defect.
    """
    theirs = dict(zip(source.keys, source.blocks, strict=True))
    beads = []
    for key, block in zip(target.keys, target.blocks, strict=True):
        own = theirs.pop(key, None)
        if own is not None:
            beads.append(
                Bead(
                    Segment(source, own.span, own.kind),
                    Segment(target, block.span, block.kind),
                )
            )
    source.segments = tuple(
        sorted((bead.source for bead in beads), key=lambda segment: segment.span)
    )
    target.segments = tuple(bead.target for bead in beads)
    return Pair(source, target, tuple(beads))
