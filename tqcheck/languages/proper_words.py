"""Words that a language writes with a capital alone."""

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "proper_words.txt"


@cache
def proper_words() -> frozenset[str]:
    """The English words, in lower case, that name somebody or something wherever they stand."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and line[0] != "#")
