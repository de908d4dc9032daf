"""Cities that a passage names, and how another language calls them."""

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.protected import masked
from tqcheck.features.telling import Telling
from tqcheck.features.wide import by_opening, in_wide_text
from tqcheck.features.words import unspaced
from tqcheck.languages.cities import City, cities, cities_with, has_cities, names_of_cities
from tqcheck.model import LanguageProfile, Passage, Span

_PARTS = re.compile(r"[^\W\d_]+")
#: How many words a name has at most, and how many letters a word of it keeps without its ending.
_MOST_WORDS, _SHORTEST_STEM = 5, 4
_SHORTEST_WORD = 2
_CASE_ENDING = re.compile(r"(?:ом|ем|ой|ью|[аеёийоуыюяь])$")


class CityName(NamedTuple):
    """One mention: the city, the form as it stands, and its span."""

    city: City
    text: str
    span: Span


def city_names(
    passage: Passage, other: str, words: Container[str] | None = None
) -> Iterator[CityName]:
    """The cities of a passage that the table names in both languages, in order.

    Only those of which a word, folded, is one of `words`, where these are given.
    """
    tag = passage.profile.tag
    text = masked(passage)
    if unspaced(text[:200]):
        for at, form, known in in_wide_text(text, _wide(tag, other)):
            yield CityName(known, form, passage.at(at, at + len(form)))
        return
    if text.isupper() or not (has_cities(tag) and has_cities(other)):
        return
    row = _PARTS.findall(text)
    telling = _telling(tag, other).among(row)
    if not telling:
        return
    tokens = list(_PARTS.finditer(text))
    behind = 0
    for at, word in enumerate(row):
        if word not in telling or at < behind:
            continue
        parts = tuple(row[at : at + _MOST_WORDS])
        size, city = _longest(parts, tag, other)
        if city and (words is None or any(folded(part) in words for part in parts[:size])):
            start, end = tokens[at].start(), tokens[at + size - 1].end()
            yield CityName(city, text[start:end], passage.at(start, end))
        behind = at + max(size, 1)


def _longest(parts: tuple[str, ...], tag: str, other: str) -> tuple[int, City | None]:
    """The city whose name begins with some words, and how many of them the name has."""
    best: tuple[int, City | None] = (0, None)
    here = _key(parts)
    for key, city in _beginning(here[0], _stem(parts[0]), tag, other):
        size = len(key)
        if size > best[0] and key == here[:size]:
            best = (size, city)
    return best


def may_name_a_city(word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word may be the first of a city's name; any may where words are not spaced."""
    if unspaced(word):
        return True
    if not (has_cities(profile.tag) and has_cities(other.tag)):
        return False
    return any(map(_telling(profile.tag, other.tag).tells, _PARTS.findall(word)))


def possible_cities(
    word: str, profile: LanguageProfile, other: LanguageProfile
) -> Iterator[tuple[str, tuple[str, ...], City]]:
    """The cities that a word may name: what of it names them, which words, folded and without
    their endings, have to follow, and the city.
    """
    for part in _PARTS.findall(word):
        if _telling(profile.tag, other.tag).tells(part):
            stem = _stem(part)
            for key, city in _beginning(folded(stem), stem, profile.tag, other.tag):
                yield part, tuple(key[1:]), city


@cache
def _telling(tag: str, other: str) -> Telling:
    def tells(word: str) -> bool:
        if not word[0].isupper() or len(word) < _SHORTEST_WORD:
            return False
        return bool(_beginning(folded(_stem(word)), _stem(word), tag, other))

    return Telling(tells)


@lru_cache(maxsize=65_536)
def _beginning(first: str, stem: str, tag: str, other: str) -> tuple[tuple[list[str], City], ...]:
    """The names of cities of which the first word has a folded stem, in the table's order.

    A short word ("El", "Ust") is none by itself.
    """
    # Hardly any word is one; to search the tables is dearer.
    if first not in _first_words(tag):
        return ()
    short = len(stem) < _SHORTEST_STEM
    texts = (f"{stem} ", f"{stem}-") if short else (stem,)
    return tuple(
        (key, city)
        for text in texts
        for city in cities_with(text, tag, other)
        for form in city.source
        if (key := _key(_PARTS.findall(form)))[:1] == [first] and len(key) > short
    )


@cache
def _first_words(tag: str) -> frozenset[str]:
    """The first words of all names of cities in a language, folded, without their endings."""
    rows = map(_PARTS.search, names_of_cities(tag))
    return frozenset(folded(_stem(found.group())) for found in rows if found)


@lru_cache(maxsize=4096)
def is_city(form: str, language: str, other: str) -> bool:
    """Whether a language has the form for any city of the table."""
    key = _key(_PARTS.findall(form))
    return any(
        key == _key(_PARTS.findall(name))
        for city in cities_with(form, other, language)
        for name in city.target
    )


@cache
def _wide(language: str, other: str) -> dict[str, list[tuple[str, City]]]:
    return by_opening((form, city) for city in cities(language, other) for form in city.source)


def _key(parts: Iterable[str]) -> list[str]:
    return [folded(_stem(part)) for part in parts]


def _stem(word: str) -> str:
    """A word in Cyrillic script without its case ending."""
    if word.isascii() or not "А" <= word[0] <= "я":
        return word
    stem = _CASE_ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word
