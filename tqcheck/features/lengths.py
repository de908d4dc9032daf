"""How long a translation is to be for its source."""

import re

from tqcheck.model import Bead, LanguageProfile

#: A name in Latin letters behind the same one in another script.
_GLOSS = re.compile(r"[(（][ A-Za-zÀ-ɏ'’.-]{1,80}[)）]")


def expected_length(bead: Bead) -> float:
    """How many characters the languages make expect of a translation: as many as its source has,
    where the packs do not say how verbose they are.
    """
    source, target = bead.source.profile, bead.target.profile
    text = bead.source.text
    if not (source.has("verbosity") and target.has("verbosity")):
        return len(text)
    kept = 0
    if _adds_letters(source, target):
        text = _GLOSS.sub("", text)
        kept = sum(map(str.isascii, text))
    return kept + (len(text) - kept) * target.verbosity / source.verbosity


def _adds_letters(source: LanguageProfile, target: LanguageProfile) -> bool:
    """Whether Latin letters in the source are names that the target writes so as well, and those
    in brackets explain a name that the target has once.
    """
    both = source.has("scripts") and target.has("scripts")
    return both and "Latn" in target.scripts and "Latn" not in source.scripts
