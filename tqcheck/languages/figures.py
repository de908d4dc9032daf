"""Reads the table of public figures whose names languages write differently."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.languages.tables import head, lines

#: Languages in Latin script write as English does where their cell is empty.
_MODEL = "en"
_LATIN = frozenset(("en", "fr", "de", "es"))
_FAMILY_FIRST = "~"


class Figure(NamedTuple):
    """One person: the names in two languages, the usual one first, as the table has them."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    #: Whether the family name comes first, in both languages.
    family_first: bool


@cache
def figures(source_language: str, target_language: str) -> tuple[Figure, ...]:
    """The persons whom both languages name; none where the table lacks one of them."""
    return _read(lines("figures")[1:], source_language, target_language)


@lru_cache(maxsize=16_384)
def figures_named(opening: str, source_language: str, target_language: str) -> tuple[Figure, ...]:
    """The persons whose family name begins with these three letters in the source's language."""
    rows = _by_opening(source_language).get(opening, ())
    return _read(rows, source_language, target_language) if rows else ()


@cache
def _by_opening(language: str) -> dict[str, list[list[str]]]:
    place, model = _column(language), head("figures").index(_MODEL)
    found: dict[str, list[list[str]]] = {}
    for row in lines("figures")[1:] if place is not None else ():
        first = 0 if row[model][0] == _FAMILY_FIRST else -1
        for form in (row[place or 0] or row[model]).replace("-", " ").split(","):
            words = form.strip(f" {_FAMILY_FIRST}").split(" ")
            found.setdefault(words[first][:3], []).append(row)
    return found


def _read(
    rows: Iterable[list[str]], source_language: str, target_language: str
) -> tuple[Figure, ...]:
    places = [_column(language) for language in (source_language, target_language)]
    if None in places:
        return ()
    tags, model = head("figures"), head("figures").index(_MODEL)
    found = []
    for row in rows:
        source, target = (
            _forms(row[place] or (row[model] if tags[place] in _LATIN else ""))
            for place in places
            if place is not None
        )
        if source and target:
            found.append(Figure(source, target, row[model].startswith(_FAMILY_FIRST)))
    return tuple(found)


def _column(language: str) -> int | None:
    tag, tags = language.partition("-")[0], head("figures")
    return tags.index(tag) if tag in tags else None


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip().lstrip(_FAMILY_FIRST) for form in cell.split(",") if form)
