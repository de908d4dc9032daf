"""Reads the table of cities whose names languages write differently."""

from functools import cache
from typing import NamedTuple

from tqcheck.languages.tables import lines

#: The column that an empty cell of a language in Latin script stands for.
_MODEL = "en"
_LATIN = frozenset(("en", "fr", "de", "es", "pt"))


class City(NamedTuple):
    """One city: its names in two languages, the usual one first."""

    source: tuple[str, ...]
    target: tuple[str, ...]


@cache
def cities(source_language: str, target_language: str) -> tuple[City, ...]:
    """The cities that two languages call differently; none where the table lacks one of them."""
    head, *rows = lines("cities")
    tags = [language.partition("-")[0] for language in (source_language, target_language)]
    if not set(tags) <= set(head[1:]):
        return ()
    here, there = (head.index(tag) for tag in tags)
    model = head.index(_MODEL)
    found = []
    for row in rows:
        source, target = (_cell(row, place, model, head[place]) for place in (here, there))
        if source and target and source != target:
            found.append(City(_forms(source), _forms(target)))
    return tuple(found)


def _cell(row: list[str], place: int, model: int, language: str) -> str:
    cell = row[place] if place < len(row) else ""
    return cell or (row[model] if language in _LATIN else "")


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split(","))
