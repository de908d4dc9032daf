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


def deviation(pair: Pair, bead: Bead) -> float:
    """By how many standard deviations a translation is longer than its source makes expect.

    Lengths are in characters, weighed. 0 where neither the packs nor the document tell how verbose the
    languages are.
    """
    ratio = _ratio(pair)
    found = length(bead.target)
    if ratio is None or not found:
        return 0.0
    expected = expected_length(bead) * ratio
    return (found - expected) / sqrt(_VARIANCE * (expected + found) / 2)


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
