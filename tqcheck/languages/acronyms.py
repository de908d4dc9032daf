"""Reads the table of short forms that languages write differently."""

import re
from functools import cache
from typing import NamedTuple

from tqcheck.languages.tables import column, head


class ShortForm(NamedTuple):
    """One body, country or term: its right short forms in two languages, the usual one first."""

    fact: str
    source: tuple[str, ...]
    target: tuple[str, ...]

    @property
    def doubtful(self) -> bool:
        """Whether the short forms mean other things too."""
        return self.fact.endswith("?")


@cache
def short_forms(source_language: str, target_language: str) -> dict[str, ShortForm]:
    """Source short form, its letters only → its fact, where the target language writes others."""
    targets = column("acronyms", target_language)
    known: dict[str, ShortForm] = {}
    for fact, source in column("acronyms", source_language).items():
        target = targets.get(fact, ())
        right = {letters(form) for form in target}
        for form in source if target else ():
            if letters(form) not in right:
                known.setdefault(letters(form), ShortForm(fact, source, target))
    return known


@cache
def facts_of(language: str) -> dict[str, tuple[str, ...]]:
    """Short form of a language, its letters only → the facts that it means."""
    found: dict[str, tuple[str, ...]] = {}
    for fact, forms in column("acronyms", language).items():
        for form in dict.fromkeys(map(letters, forms)):
            found[form] = (*found.get(form, ()), fact)
    return found


def in_any_language(form: str) -> tuple[str, ...]:
    """The facts that a short form in Latin capitals means in any language."""
    return _in_all_languages().get(form, ())


@cache
def _in_all_languages() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language in head("acronyms")[1:]:
        for form, facts in facts_of(language).items():
            if form.isascii() and form.isupper():
                found[form] = tuple(dict.fromkeys((*found.get(form, ()), *facts)))
    return found


def letters(form: str) -> str:
    """A short form without stops, spaces and hyphens: "EE. UU." is "EEUU"."""
    return re.sub(r"\W", "", form)
