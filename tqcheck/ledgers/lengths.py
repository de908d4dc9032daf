"""How long a translation is for its source: by what the languages make expect, and this document."""

from math import sqrt
from statistics import median

from tqcheck.features.lengths import expected_length, length
from tqcheck.model import Bead, Pair, remembered

#: Variance of a translation's length per character, after Gale and Church (1993), who found 6.8
#: over whole paragraphs of eight languages; over single sentences of news, medicine and talks in
#: sixteen languages it is 2.8.
_VARIANCE = 2.8
#: Sentences of fewer characters tell little of a document's habit; fewer sentences tell none; so
#: many count as much as what the languages make expect.
_SHORTEST, _FEWEST, _WEIGHT = 30, 10, 20


#: A bead beside one of an odd length that makes good for it is off by so much the other way.
_OTHER_WAY = 2.0


def deviation(pair: Pair, *beads: Bead) -> float:
    """By how many standard deviations the translation of some beads is longer than their source
    makes expect.

    Lengths are in characters, weighed. 0 where neither the packs nor the document tell how verbose the
    languages are.
    """
    ratio = _ratio(pair)
    found = sum(length(bead.target) for bead in beads)
    if ratio is None or not found:
        return 0.0
    expected = sum(map(expected_length, beads)) * ratio
    return (found - expected) / sqrt(_VARIANCE * (expected + found) / 2)


def is_made_good(pair: Pair, bead: Bead) -> bool:
    """Whether the bead before or behind one of an odd length is as much off the other way: what
    belongs to the one was laid to the other.
    """
    if not pair.running:
        return False
    own, at = deviation(pair, bead), pair.beads.index(bead)
    for beads in (pair.beads[at - 1 : at + 1] if at else (), pair.beads[at : at + 2]):
        others = [each for each in beads if each is not bead and each.complete]
        if others and all(each.complete for each in beads):
            other, both = deviation(pair, others[0]), deviation(pair, *beads)
            if own * other < 0 and abs(other) >= _OTHER_WAY > abs(both):
                return True
    return False


@remembered
def _ratio(pair: Pair) -> float | None:
    """How much longer the sentences of this document are than the languages make expect: the
    median, drawn towards 1 where they are few.
    """
    known = all(side.profile.has("verbosity") for side in (pair.source, pair.target))
    if len(pair.beads) < _FEWEST:
        return 1.0 if known else None
    shares = [
        length(bead.target) / expected
        for bead in pair.complete_beads
        if (expected := expected_length(bead)) >= _SHORTEST
    ]
    if len(shares) < _FEWEST:
        return 1.0 if known else None
    weight = len(shares) / (len(shares) + _WEIGHT) if known else 1.0
    share: float = median(shares) ** weight
    return share
