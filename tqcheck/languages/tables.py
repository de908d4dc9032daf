"""Reads tables of one fact a line and one language a column."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def column(table: str, language: str) -> dict[str, tuple[str, ...]]:
    """Fact → its forms in a language, the usual one first, by the table `languages/<table>.tsv`.

    Facts without a form in the language are left out; `pt-BR` reads the column `pt`.
    """
    head, *rows = lines(table)
    tag = language.split("-")[0]
    if tag not in head[1:]:
        return {}
    index = head.index(tag)
    return {
        row[0]: tuple(form.strip() for form in row[index].split(","))
        for row in rows
        if len(row) > index and row[index]
    }


@cache
def lines(table: str) -> tuple[list[str], ...]:
    """The cells of a table, the line of languages first."""
    text = (_HERE / f"{table}.tsv").read_text(encoding="utf-8")
    return tuple(
        line.split("\t") for line in text.splitlines() if line and not line.startswith("#")
    )
