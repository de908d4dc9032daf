"""What an assistant says beside the translation that it was asked for."""

from collections.abc import Iterator
from functools import cache

from tqcheck.languages import profile
from tqcheck.model import LanguageProfile, Passage, remembered

#: A phrase that asks for something is not longer.
_LONGEST = 400
#: The language in which most assistants are addressed.
_LINGUA_FRANCA = "en"
_EDGES = ' \t\u00a0"“”«»*_#>-'


@remembered
def assistant_phrase(passage: Passage) -> str | None:
    """The phrase of an assistant with which a passage begins, in its own language or in English."""
    if len(passage.text) > _LONGEST:
        return None
    text = _folded(passage.text[:_HEAD]).lstrip(_EDGES)
    return next((phrase for phrase in _phrases(passage.profile) if text.startswith(phrase)), None)


_HEAD = 60


@cache
def _phrases(language: LanguageProfile) -> tuple[str, ...]:
    return tuple(_listed(language))


def _listed(language: LanguageProfile) -> Iterator[str]:
    for each in dict.fromkeys((language, profile(_LINGUA_FRANCA))):
        if each.has("assistant_phrases"):
            yield from map(_folded, each.assistant_phrases)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("\u202f", " ").split())
