"""Reads the table of given names that languages write differently."""

from functools import cache

from tqcheck.languages.tables import column, lines


@cache
def given_names(source_language: str, target_language: str) -> dict[str, tuple[str, ...]]:
    """Form usual in the source language → the forms usual in the target language, best first."""
    targets = column("given_names", target_language)
    return {
        form: targets[name]
        for name, forms in column("given_names", source_language).items()
        if name in targets
        for form in forms
    }


@cache
def foreign_given_names(language: str) -> frozenset[str]:
    """The forms of a language for names that only people write so whose own script is another."""
    return frozenset(
        form
        for name, forms in column("given_names", language).items()
        if name.endswith("!")
        for form in forms
    )


def given_name_of(form: str) -> str | None:
    """The name that a spelling of any language stands for: "Mohamed" is "mohammed"."""
    return _by_form().get(form)


@cache
def _by_form() -> dict[str, str]:
    return {
        form.strip(): name
        for name, *cells in lines("given_names")[1:]
        for cell in cells
        for form in cell.split(",")
    }
