"""Reads the tables of how the letters of names in other scripts become Latin ones.

Made by `tests/benchmarks/renderings.py` from Wikidata's names of people (CC0) and, for Chinese,
Natural Earth's places (public domain).
"""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def table(language: str) -> dict[str, str]:
    """What stands before a piece of a name → how often, and by what it is followed."""
    path = _HERE / f"renderings.{language}.tsv"
    if not path.is_file():
        return {}
    rows = path.read_text(encoding="utf-8").splitlines()
    return {before: rest for before, _, rest in (row.partition("\t") for row in rows)}


def has_renderings(language: str) -> bool:
    """Whether there is a table for the names of a language."""
    return (_HERE / f"renderings.{language}.tsv").is_file()
