"""Cities that a passage names and another language calls differently."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.protected import masked
from tqcheck.features.wide import by_opening, in_wide_text
from tqcheck.features.words import unspaced
from tqcheck.languages.cities import City, cities
from tqcheck.languages.countries import country_forms
from tqcheck.model import Passage, Span

_PARTS = re.compile(r"[^\W\d_]+")
#: How many words a name has at most, and how many letters a word of it keeps without its ending.
_MOST_WORDS, _SHORTEST_STEM = 4, 4
_CASE_ENDING = re.compile(r"(?:ом|ем|ои|ью|[аеиоуыюяь])$")


class CityName(NamedTuple):
    """One mention: the city, the form as it stands, and its span."""

    city: City
    text: str
    span: Span


def city_names(passage: Passage, other: str) -> Iterator[CityName]:
    """The cities of a passage that another language calls differently, in order."""
    tag = passage.profile.tag
    text = masked(passage)
    if unspaced(text[:200]):
        for at, form, city in in_wide_text(text, _wide(tag, other)):
            yield CityName(city, form, passage.at(at, at + len(form)))
        return
    known = _known(tag, other)
    if not known or text.isupper():
        return
    tokens = list(_PARTS.finditer(text))
    at = 0
    while at < len(tokens):
        size = _longest(tokens, at, known) if tokens[at].group()[0].isupper() else 0
        if size:
            start, end = tokens[at].start(), tokens[at + size - 1].end()
            city = known[_key([token.group() for token in tokens[at : at + size]])]
            yield CityName(city, text[start:end], passage.at(start, end))
        at += max(size, 1)


def _longest(tokens: list[re.Match[str]], at: int, known: dict[str, City]) -> int:
    """How many words from a place on are a city's name; 0 where none are."""
    for size in range(min(_MOST_WORDS, len(tokens) - at), 0, -1):
        if _key([token.group() for token in tokens[at : at + size]]) in known:
            return size
    return 0


@cache
def _known(language: str, other: str) -> dict[str, City]:
    """The key of a name → its city, where the other language does not use the name at all."""
    at_home = {_key(_PARTS.findall(form.text)) for form in country_forms(other)}
    at_home |= {
        _key(_PARTS.findall(form)) for city in cities(language, other) for form in city.target
    }
    found: dict[str, City] = {}
    for city in cities(language, other):
        for form in city.source:
            found.setdefault(_key(_PARTS.findall(form)), city)
    return {key: city for key, city in found.items() if key not in at_home}


@cache
def _wide(language: str, other: str) -> dict[str, list[tuple[str, City]]]:
    return by_opening((form, city) for city in cities(language, other) for form in city.source)


def _key(parts: list[str]) -> str:
    return " ".join(_stem(folded(part)) for part in parts)


def _stem(word: str) -> str:
    """A word in Cyrillic script without its case ending."""
    if word.isascii() or not "а" <= word[0] <= "я":
        return word
    stem = _CASE_ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word
