"""Reads the table of public figures whose names languages write differently."""

from functools import cache
from typing import NamedTuple

from tqcheck.languages.tables import lines

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
    head, *rows = lines("figures")
    places = [_column(head, language) for language in (source_language, target_language)]
    if None in places:
        return ()
    model = head.index(_MODEL)
    found = []
    for row in rows:
        source, target = (
            _forms(row[place] or (row[model] if head[place] in _LATIN else ""))
            for place in places
            if place is not None
        )
        if source and target:
            found.append(Figure(source, target, row[model].startswith(_FAMILY_FIRST)))
    return tuple(found)


def _column(head: list[str], language: str) -> int | None:
    tag = language.partition("-")[0]
    return head.index(tag) if tag in head else None


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip().lstrip(_FAMILY_FIRST) for form in cell.split(",") if form)
