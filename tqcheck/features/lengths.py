"""How long a translation is to be for its source."""

import re

from tqcheck.model import Bead, LanguageProfile, Passage

#: A name in Latin letters behind the same one in another script.
_GLOSS = re.compile(r"[(（][ A-Za-zÀ-ɏ'’.-]{1,80}[)）]")
_HAN = re.compile(r"[\u3400-\u9fff々]")


def length(passage: Passage) -> float:
    """How many characters a passage has, those weighed that say more than others."""
    return _weighed(passage.text, passage.profile)


def expected_length(bead: Bead) -> float:
    """How long, in characters as `length` weighs them, the languages make expect a translation to
    be: as long as its source, where the packs do not say how verbose they are.
    """
    source, target = bead.source.profile, bead.target.profile
    text = bead.source.text
    if not (source.has("verbosity") and target.has("verbosity")):
        return _weighed(text, source)
    kept = 0
    if _adds_letters(source, target):
        text = _GLOSS.sub("", text)
        kept = sum(map(str.isascii, text))
    return kept + (_weighed(text, source) - kept) * target.verbosity / source.verbosity


def _weighed(text: str, profile: LanguageProfile) -> float:
    if not profile.has("han_weight"):
        return len(text)
    return len(text) + (profile.han_weight - 1) * len(_HAN.findall(text))


def _adds_letters(source: LanguageProfile, target: LanguageProfile) -> bool:
    """Whether Latin letters in the source are names that the target writes so as well, and those
    in brackets explain a name that the target has once.
    """
    both = source.has("scripts") and target.has("scripts")
    return both and "Latn" in target.scripts and "Latn" not in source.scripts
