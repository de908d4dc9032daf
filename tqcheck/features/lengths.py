"""How long a translation is for its source."""

from math import sqrt

from tqcheck.model import Bead

#: Variance of a translation's length per character, after Gale and Church (1993), who found 6.8
#: over whole paragraphs of eight languages; over single sentences of news, medicine and talks in
#: sixteen languages it is 2.8.
_VARIANCE = 2.8


def deviation(bead: Bead) -> float:
    """By how many standard deviations a translation is longer than its source makes expect.

    Lengths are in characters. 0 where the packs do not say how verbose the languages are.
    """
    source, target = bead.source.profile, bead.target.profile
    if not (source.has("verbosity") and target.has("verbosity")):
        return 0.0
    expected = len(bead.source.text) * target.verbosity / source.verbosity
    found = len(bead.target.text)
    return (found - expected) / sqrt(_VARIANCE * (expected + found) / 2) if found else 0.0
