"""Reads the table of papers, broadcasters, clubs and companies that keep their names."""

from functools import cache
from typing import NamedTuple

from tqcheck.languages.tables import column


class Title(NamedTuple):
    """A name, what the target may call it, and what only a word-by-word translation does.

    In `pattern` an asterisk stands for any ending. `doubtful`: its words mean other things too. A
    tilde in `wrong` stands for a word such as "Newspaper".
    """

    pattern: str
    right: tuple[str, ...]
    wrong: tuple[str, ...]
    doubtful: bool


@cache
def titles(target_language: str) -> tuple[Title, ...]:
    """The names of the table, with their translations into a language."""
    also, wrong = column("titles", "also"), column("titles", target_language)
    return tuple(
        Title(pattern, _right(pattern, also.get(key, ())), wrong.get(key, ()), pattern != key)
        for key in dict.fromkeys((*also, *wrong))
        for pattern in (key.rstrip("?"),)
    )


def _right(pattern: str, also: tuple[str, ...]) -> tuple[str, ...]:
    return also if "*" in pattern else (pattern, *also)
