"""Which of two languages a few words are spelt like, by their letters alone."""

from collections.abc import Iterable, Iterator
from math import log

from tqcheck.languages.spelling import letter_groups

#: What a group of letters that a language does not have counts for.
_RARE = 1e-6


def spelling_odds(words: Iterable[str], one: str, other: str) -> float:
    """Log odds that lower-case words are spelt like one language rather than the other.

    Two words of a language give about 20, terms that both languages have less than 10; 0 where
    the letters of one of the two are not known.
    """
    first, second = letter_groups(one), letter_groups(other)
    if not (first and second):
        return 0.0
    return sum(
        log((first.get(group, 0) + _RARE) / (second.get(group, 0) + _RARE))
        for word in words
        for group in _groups(word)
    )


def _groups(word: str) -> Iterator[str]:
    edged = f" {word} "
    for size in (2, 3):
        for start in range(len(edged) - size + 1):
            yield edged[start : start + size]
