"""What an assistant says beside the translation that it was asked for."""

from collections.abc import Iterator
from functools import cache

from tqcheck.model import LanguageProfile, Passage, remembered

#: A phrase that asks for something is not longer.
_LONGEST = 400
_EDGES = ' \t\u00a0"“”«»*_#>-'


@remembered
def assistant_phrase(passage: Passage) -> str | None:
    """The phrase of an assistant with which a passage begins, in its own language or in English."""
    if len(passage.text) > _LONGEST:
        return None
    text = _folded(passage.text[:_HEAD]).lstrip(_EDGES)
    return next((phrase for phrase in _phrases(passage.profile) if text.startswith(phrase)), None)


_HEAD = 60


def may_begin_so(text: str, profile: LanguageProfile) -> bool:
    """Whether the first word of a text is that of such a phrase: cheaper to ask."""
    first = _folded(text[:_HEAD]).lstrip(_EDGES).partition(" ")[0]
    whole, begun = _openings(profile)
    return first in whole or first.startswith(begun)


@cache
def _openings(language: LanguageProfile) -> tuple[frozenset[str], tuple[str, ...]]:
    """The first words of the phrases of several, and the phrases of one."""
    phrases = _phrases(language)
    several = frozenset(phrase.split()[0] for phrase in phrases if " " in phrase)
    return several, tuple(phrase for phrase in phrases if " " not in phrase)


@cache
def _phrases(language: LanguageProfile) -> tuple[str, ...]:
    return tuple(_listed(language))


def _listed(language: LanguageProfile) -> Iterator[str]:
    yield from map(_folded, language.assistant_phrases_anywhere)
    if language.has("assistant_phrases"):
        yield from map(_folded, language.assistant_phrases)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("\u202f", " ").split())
