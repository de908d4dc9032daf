"""Sentences that stand more than once, and what stands over against them."""

from collections import defaultdict

from tqcheck.features.messages import plural
from tqcheck.model import Bead, Pair, Passage, Span, remembered


@remembered
def spoken(passage: Passage) -> str:
    """The letters and figures of a passage, capitals, marks and spaces left aside."""
    return "".join(filter(str.isalnum, passage.text.casefold()))


def same_sources(pair: Pair) -> list[list[Bead]]:
    """The beads of one sentence a side whose sources say the same, and their translations not."""
    return [
        beads
        for beads in _grouped(pair, source=True)
        if len({spoken(bead.target) for bead in beads}) > 1
    ]


def same_targets(pair: Pair) -> list[list[Bead]]:
    """The beads of one sentence a side whose translations say the same, and their sources not."""
    return [
        beads
        for beads in _grouped(pair, source=False)
        if len({spoken(bead.source) for bead in beads}) > 1
    ]


def _grouped(pair: Pair, *, source: bool) -> list[list[Bead]]:
    groups: defaultdict[str, list[Bead]] = defaultdict(list)
    if len(pair.beads) < 2:
        return []
    seen: set[Span] = set()
    for bead in pair.complete_beads:
        # The plural of a catalogue has one source and several forms: the first stands for all.
        if bead.shape == (1, 1) and bead.source.span not in seen and plural(bead) is None:
            seen.add(bead.source.span)
            side = bead.source if source else bead.target
            if said := spoken(side):
                groups[said].append(bead)
    return [beads for beads in groups.values() if len(beads) > 1]
