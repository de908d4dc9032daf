"""Bodies that a passage names in full."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.glued import unglued
from tqcheck.features.vocabulary import common_words
from tqcheck.features.wide import by_opening, in_wide_text
from tqcheck.features.words import LETTERS, unspaced
from tqcheck.languages import profile
from tqcheck.languages.tables import column
from tqcheck.model import Passage, Span, remembered

#: Beginnings of words are looked up by so many letters.
_KEY = 3
_ALEF = str.maketrans("أإآ", "ااا")


class Body(NamedTuple):
    """A body of the table `acronyms.tsv`, and where a passage names it in full."""

    fact: str
    text: str
    span: Span


@remembered
def bodies(passage: Passage) -> tuple[Body, ...]:
    """The bodies that a passage names in full, in order; of two that begin at one word the longer."""
    text = passage.text
    if unspaced(text[:200]):
        return tuple(
            Body(fact, form, passage.at(at, at + len(form)))
            for at, form, fact in in_wide_text(text, _wide(passage.profile.tag))
        )
    known = _openings(passage.profile.tag)
    if not known:
        return ()
    return tuple(_bodies(passage, known))


def _bodies(
    passage: Passage, known: dict[str, list[tuple[tuple[str, ...], str]]]
) -> Iterator[Body]:
    small, text = common_words(passage.profile), passage.text
    row = [
        (_readings(match.group()), match.span())
        for match in LETTERS.finditer(text)
        if len(match.group()) > 1 and match.group().lower() not in small
    ]
    end = -1
    for number, (readings, (start, _)) in enumerate(row):
        if number <= end:
            continue
        found = (
            (stems, fact)
            for reading in readings
            for stems, fact in known.get(reading[:_KEY], ())
            if _go_on(row, number, stems)
        )
        best = max(found, key=lambda each: len(each[0]), default=None)
        if best:
            end = number + len(best[0]) - 1
            last = row[end][1][1]
            yield Body(best[1], text[start:last], passage.at(start, last))


def _go_on(
    row: list[tuple[tuple[str, ...], tuple[int, int]]], number: int, stems: tuple[str, ...]
) -> bool:
    """Whether the words from a place on begin with some stems."""
    return number + len(stems) <= len(row) and all(
        any(reading.startswith(stem) for reading in row[number + at][0])
        for at, stem in enumerate(stems)
    )


@lru_cache(maxsize=16_384)
def _readings(word: str) -> tuple[str, ...]:
    """A word as it may be looked up: folded, and without what is glued to it."""
    forms = (word, *(rest for _, rest in unglued(word)))
    return tuple(dict.fromkeys(folded(form).translate(_ALEF) for form in forms))


@cache
def _openings(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The first letters of a name → the beginnings of its words, and the body."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    small = common_words(profile(language))
    for fact, forms in column("bodies", language).items():
        for form in forms:
            told = (stem for stem in LETTERS.findall(form) if stem not in small)
            stems = tuple(folded(stem).translate(_ALEF) for stem in told)
            found.setdefault(stems[0][:_KEY], []).append((stems, fact))
    return found


@cache
def _wide(language: str) -> dict[str, list[tuple[str, str]]]:
    return by_opening(
        (form, fact) for fact, forms in column("bodies", language).items() for form in forms
    )
