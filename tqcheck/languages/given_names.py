"""Reads the table of given names that languages write differently."""

from collections import Counter
from functools import cache

from tqcheck.languages.tables import column, head, lines

#: What shows that nobody writes himself so.
_MARK = "!"
#: A form that so many languages have is nobody's own.
_SHARED = 2


@cache
def given_names(source_language: str, target_language: str) -> dict[str, tuple[str, ...]]:
    """Form usual in the source language → the forms usual in the target language, best first."""
    targets = column("given_names", target_language)
    return {
        form.rstrip(_MARK): tuple(each.rstrip(_MARK) for each in targets[name])
        for name, forms in column("given_names", source_language).items()
        if name in targets
        for form in forms
    }


@cache
def foreign_given_names(language: str) -> frozenset[str]:
    """The forms of a language for names that only people write so whose own script is another."""
    return frozenset(
        form.rstrip(_MARK)
        for name, forms in column("given_names", language).items()
        for form in forms
        if _MARK in (name[-1], form[-1])
    )


@cache
def own_spellings(language: str) -> frozenset[str]:
    """Those of the foreign given names' forms that hardly any other language has too."""
    others = [tag for tag in head("given_names")[1:] if tag != language.partition("-")[0]]
    shared = Counter(
        form.rstrip(_MARK)
        for tag in others
        for forms in column("given_names", tag).values()
        for form in forms
    )
    return frozenset(form for form in foreign_given_names(language) if shared[form] < _SHARED)


def given_name_of(form: str) -> str | None:
    """The name that a spelling of any language stands for: "Mohamed" is "mohammed"."""
    return _by_form().get(form)


@cache
def _by_form() -> dict[str, str]:
    return {
        form.strip().rstrip(_MARK): name
        for name, *cells in lines("given_names")[1:]
        for cell in cells
        for form in cell.split(",")
    }


def is_short_form(form: str, other: str) -> bool:
    """Whether people are called by one of two given names whose other name it is: Bob, Robert."""
    shorts = column("short_names", "short")
    mine, its = form.lower(), other.lower()
    return its in shorts.get(mine, ()) or mine in shorts.get(its, ())
