"""What inflected forms of a word have in common."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from tqcheck.features.folding import folded
from tqcheck.languages import profile

#: What is left of a word without its ending.
_SHORTEST_STEM = 3

#: Language → the Snowball algorithm that takes its endings off (https://snowballstem.org).
_ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}


@lru_cache(maxsize=100_000)
def stem(language: str, word: str) -> str:
    """A word without its endings, folded: by Snowball's algorithm for the language, else by the
    endings that the language's pack tells.
    """
    take_off = _stemmer(language.partition("-")[0])
    if take_off:
        return folded(take_off(word.casefold()))
    plain = folded(word)
    for ending in _endings(language):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
            return plain.removesuffix(ending)
    return plain


@lru_cache(maxsize=20_000)
def is_inflected(language: str, word: str, other: str) -> bool:
    """Whether two words may be forms of one noun: they differ in endings that go together.

    Stems alone make one word of "part" and "parti". True of words of one stem where the
    language's pack tells no endings.
    """
    mine, theirs = folded(word), folded(other)
    if mine == theirs:
        return True
    known = profile(language)
    if not known.has("noun_inflections"):
        return stem(language, word) == stem(language, other)
    return any(
        mine.endswith(ending)
        and theirs.startswith(base := mine.removesuffix(ending))
        and theirs[len(base) :] in endings
        for endings in known.noun_inflections
        for ending in endings
    )


@cache
def _endings(language: str) -> tuple[str, ...]:
    """The endings of a language's nouns, the longest first."""
    known = profile(language)
    sets = known.noun_inflections if known.has("noun_inflections") else ()
    return tuple(sorted({ending for one in sets for ending in one}, key=len, reverse=True))


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    name = _ALGORITHMS.get(language)
    if name is None:
        return None
    import snowballstemmer

    algorithms: Any = snowballstemmer
    if name not in algorithms.algorithms():
        return None
    stemmer = algorithms.stemmer(name)
    return lambda word: str(stemmer.stemWord(word))
