"""Reads the table of given names that languages write differently."""

from functools import cache

from tqcheck.languages.tables import column


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
