"""How long a translation is for its source."""

import re
from math import sqrt

from tqcheck.model import Bead, LanguageProfile

#: Variance of a translation's length per character, after Gale and Church (1993), who found 6.8
#: over whole paragraphs of eight languages; over single sentences of news, medicine and talks in
#: sixteen languages it is 2.8.
_VARIANCE = 2.8
#: A name in Latin letters behind the same one in another script.
_GLOSS = re.compile(r"[(（][ A-Za-zÀ-ɏ'’.-]{1,80}[)）]")


def deviation(bead: Bead) -> float:
    """By how many standard deviations a translation is longer than its source makes expect.

    Lengths are in characters. 0 where the packs do not say how verbose the languages are.
    """
    source, target = bead.source.profile, bead.target.profile
    if not (source.has("verbosity") and target.has("verbosity")):
        return 0.0
    text = bead.source.text
    kept = 0
    if _adds_letters(source, target):
        text = _GLOSS.sub("", text)
        kept = sum(map(str.isascii, text))
    expected = kept + (len(text) - kept) * target.verbosity / source.verbosity
    found = len(bead.target.text)
    return (found - expected) / sqrt(_VARIANCE * (expected + found) / 2) if found else 0.0


def _adds_letters(source: LanguageProfile, target: LanguageProfile) -> bool:
    """Whether Latin letters in the source are names that the target writes so as well, and those
    in brackets explain a name that the target has once.
    """
    both = source.has("scripts") and target.has("scripts")
    return both and "Latn" in target.scripts and "Latn" not in source.scripts
