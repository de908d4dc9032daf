"""Patterns that stand for any of some words."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of some words, the longest that stands there; without words it matches
    nothing.
    """
    return "|".join(map(re.escape, sorted(set(words), key=_longest_first))) or "(?!)"


def any_capitalised(words: Iterable[str]) -> str:
    """The same for the words with a capital."""
    return any_of(word.capitalize() for word in words)


def in_either_case(words: Iterable[str]) -> str:
    """The same for the words in small letters, or with a capital."""
    row = set(words)
    return any_of(row | {word.capitalize() for word in row})


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word
