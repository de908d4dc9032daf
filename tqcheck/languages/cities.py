"""Reads the tables of cities, rivers and regions whose names languages write differently."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.languages.tables import head, lines, lines_with

#: The tables, which have the same columns.
TABLES = ("cities", "lands")
#: The column that an empty cell of a language in Latin script stands for.
_MODEL = "en"
_LATIN = frozenset(("en", "fr", "de", "es", "pt"))


class City(NamedTuple):
    """One city: its names in two languages, the usual one first, those of others in Latin script, and
    the ISO 3166 code of its country.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    others: tuple[str, ...] = ()
    country: str = ""


@cache
def cities(source_language: str, target_language: str) -> tuple[City, ...]:
    """The cities and lands that the tables name in two languages; none where it lacks one of them."""
    rows = (row for table in TABLES for row in lines(table)[1:])
    return _read(rows, source_language, target_language)


@lru_cache(maxsize=16_384)
def cities_with(text: str, source_language: str, target_language: str) -> tuple[City, ...]:
    """The cities and lands in whose line of a table a text stands."""
    rows = (row for table in TABLES for row in lines_with(table, text))
    return _read(rows, source_language, target_language)


def names_of_cities(language: str) -> Iterator[str]:
    """All names of cities and lands that the tables have in a language."""
    if not has_cities(language):
        return
    tags = head("cities")
    here = tags.index(language.partition("-")[0])
    for table in TABLES:
        for row in lines(table)[1:]:
            if cell := _cell(row, here, tags):
                yield from _forms(cell)


def has_cities(language: str) -> bool:
    """Whether the table has a column for a language."""
    return language.partition("-")[0] in head("cities")[1:]


def _read(
    rows: Iterable[list[str]], source_language: str, target_language: str
) -> tuple[City, ...]:
    if not (has_cities(source_language) and has_cities(target_language)):
        return ()
    tags = head("cities")
    here, there = (
        tags.index(language.partition("-")[0]) for language in (source_language, target_language)
    )
    found = []
    for row in rows:
        source, target = (_cell(row, place, tags) for place in (here, there))
        if source and target and not (tags[here] in _LATIN and _stands_apart(row, there, tags)):
            others = (
                form
                for at, cell in enumerate(row)
                if cell and tags[at] in _LATIN and at not in (here, there)
                for form in _forms(cell)
            )
            country = row[0].partition("/")[0]
            found.append(City(_forms(source), _forms(target), tuple(others), country))
    return tuple(found)


def _stands_apart(row: list[str], place: int, tags: list[str]) -> bool:
    """Whether one language alone of those in Latin script has a name of its own: Suczawa for
    Suceava is history, and the press does without it.
    """
    stated = [at for at, cell in enumerate(row) if cell and tags[at] in _LATIN - {_MODEL}]
    return stated == [place]


def _cell(row: list[str], place: int, tags: list[str]) -> str:
    cell = row[place] if place < len(row) else ""
    return cell or (row[tags.index(_MODEL)] if tags[place] in _LATIN else "")


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split(","))
