"""Reads tables of one fact a line and one language a column."""

from functools import cache, lru_cache
from pathlib import Path

from tqcheck.languages.traditional import with_traditional

_HERE = Path(__file__).parent
_CHINESE = "zh"


@cache
def column(table: str, language: str) -> dict[str, tuple[str, ...]]:
    """Fact → its forms in a language, the usual one first, by the table `languages/<table>.tsv`.

    Facts without a form in the language are left out; `pt-BR` reads the column `pt`. Chinese forms
    are given in traditional characters, too.
    """
    head, *rows = lines(table)
    tag = language.split("-")[0]
    if tag not in head[1:]:
        return {}
    index = head.index(tag)
    found = {
        row[0]: tuple(form.strip() for form in row[index].split(","))
        for row in rows
        if len(row) > index and row[index]
    }
    if tag != _CHINESE:
        return found
    return {fact: with_traditional(forms) for fact, forms in found.items()}


@cache
def lines(table: str) -> tuple[list[str], ...]:
    """The cells of a table, the line of languages first."""
    return tuple(
        line.split("\t") for line in _text(table).splitlines() if line and not line.startswith("#")
    )


@cache
def head(table: str) -> list[str]:
    """The line of languages."""
    return next(line for line in _text(table).splitlines() if line[0] != "#").split("\t")


@lru_cache(maxsize=16_384)
def lines_with(table: str, text: str) -> tuple[list[str], ...]:
    """The cells of the lines that hold a text: quicker than to read a large table for few facts."""
    whole = _text(table)
    found = []
    at = whole.find(text, whole.find("\n" + head(table)[0] + "\t") + 1)
    while at >= 0:
        start, end = whole.rfind("\n", 0, at) + 1, whole.find("\n", at)
        found.append(whole[start : end if end >= 0 else None].split("\t"))
        at = whole.find(text, end) if end >= 0 else -1
    return tuple(found)


@cache
def has_table(table: str) -> bool:
    """Whether there is such a table."""
    return (_HERE / f"{table}.tsv").is_file()


@cache
def _text(table: str) -> str:
    return (_HERE / f"{table}.tsv").read_text(encoding="utf-8")
