"""Words and passages that a text says twice."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from tqcheck.features.words import Word, form_set, forms, units, unspaced, words
from tqcheck.model import Passage, Span, remembered

_BESIDE = re.compile(r"[ \t\u00a0\u2009\u202f]+")
_LITTLE = re.compile(r"[\s,،、，;:.。!?…\"“”–—-]*")
_TOGETHER = re.compile(r"[\s,、，-]{1,3}")
#: Something said twice in a script without spaces: 非常非常.
_TWICE = r"([\u3041-\u9fff\uac00-\ud7af]{2,8})\1"


_ENCLOSING = {'"': '"', "“": "”", "(": ")", "[": "]", "«": "»", "„": "“"}
_THREE = 3
#: As far as a repeat is followed backwards, in words.
_LONGEST = 200


class Double(NamedTuple):
    """A word that stands `times` in a row, only space between; `first` is the first of them."""

    word: str
    times: int
    first: Span
    span: Span


def may_double(passage: Passage) -> bool:
    """Whether a word is followed by itself, capitals left aside."""
    said = forms(passage)
    return any(map(eq, said, said[1:]))


def may_repeat(passage: Passage) -> bool:
    """Whether three words follow each other twice; true for scripts without spaces."""
    said = forms(passage)
    if unspaced(passage.text):
        return True
    if len(said) - len(form_set(passage)) < _THREE:
        return False  # each word of the second time has been said before
    threes = list(zip(said, said[1:], said[2:], strict=False))
    return len(set(threes)) < len(threes)


@remembered
def doubled_words(passage: Passage) -> tuple[Double, ...]:
    """The words that are at once said again, whatever their capitals."""
    found: list[Double] = []
    text = passage.document.text
    for before, word in _neighbours(passage):
        if before.text.casefold() != word.text.casefold():
            continue
        if not _at_once(text, before.span, word.span):
            continue
        if found and found[-1].span.end == before.span.end:
            last = found[-1]
            span = Span(last.span.start, word.span.end)
            found[-1] = last._replace(times=last.times + 1, span=span)
        else:
            span = Span(before.span.start, word.span.end)
            found.append(Double(before.text, 2, before.span, span))
    return tuple(found)


def _at_once(text: str, first: Span, again: Span) -> bool:
    """Whether only space stands between two words, or the same quotation mark or bracket opens
    both: “(OBSE) (OBSE)”.
    """
    if _BESIDE.fullmatch(text, first.end, again.start):
        return True
    opener = text[first.start - 1 : first.start]
    if opener not in _ENCLOSING:
        return False
    return text[first.end : again.start] in (f" {opener}", f"{_ENCLOSING[opener]} {opener}")


@remembered
def reduplications(passage: Passage) -> int:
    """How often a passage says a word twice, by intent or not: also “non, non”, Bora-Bora, 非常非常."""
    text = passage.document.text
    apart = sum(
        before.text.casefold() == word.text.casefold()
        and (
            _TOGETHER.fullmatch(text, before.span.end, word.span.start) is not None
            or _at_once(text, before.span, word.span)
        )
        for before, word in _neighbours(passage)
    )
    return apart + sum(1 for word in words(passage) if _says_twice(word.text))


def _says_twice(word: str) -> bool:
    parts = word.casefold().split("-")
    return any(map(eq, parts, parts[1:])) or bool(not word.isascii() and re.search(_TWICE, word))


def _neighbours(passage: Passage) -> Iterator[tuple[Word, Word]]:
    return pairwise(words(passage))


class Repeat(NamedTuple):
    """A stretch that a passage says again. Loops are one repeat: `again` holds every copy.

    `weight` is about how many words one copy has: a half for a character of a script without
    spaces, nothing for a figure.
    """

    first: Span
    again: Span
    weight: float
    copies: int
    #: Whether nothing stands between two copies but space, or little between more of them.
    at_once: bool


def repeated_stretches(passage: Passage, shortest: int = 3) -> tuple[Repeat, ...]:
    """The stretches of `shortest` words or more that are said again, in order."""
    text, row = passage.document.text, units(passage)
    said = [word.text.casefold() for word in row]
    weights = [_weight(word) for word in said]
    seen: dict[tuple[str, ...], int] = {}
    found: list[Repeat] = []
    place = 0
    while place + shortest <= len(said):
        key = tuple(said[place : place + shortest])
        earlier = seen.get(key)
        seen[key] = place
        if earlier is None:
            place += 1
            continue
        before, after = _common(said, earlier, place)
        repeat = _repeat(row, weights, earlier - before, place - before, place + after)
        if repeat.copies == 2 and not _LITTLE.fullmatch(text, repeat.first.end, repeat.again.start):
            repeat = repeat._replace(at_once=False)
        found.append(repeat)
        for passed in range(place + 1, place + after - shortest + 1):
            seen[tuple(said[passed : passed + shortest])] = passed
        place += max(after - shortest + 1, 1)
    return tuple(found)


@remembered
def at_once_repeated(passage: Passage) -> float:
    """The weight of the heaviest thing that a passage says again with no word between."""
    heaviest = (each.weight for each in repeated_stretches(passage, 2) if each.at_once)
    return max(*heaviest, float(reduplications(passage)), 0.0)


@remembered
def stretch_repeated(passage: Passage) -> float:
    """The weight of the heaviest stretch of two words or more that a passage says again."""
    return max((each.weight for each in repeated_stretches(passage, 2)), default=0.0)


@remembered
def word_repeated(passage: Passage) -> float:
    """The weight of the heaviest word that a passage says again: compounds weigh like phrases."""
    said = Counter(word.text.casefold() for word in words(passage))
    again = [word.text for word in words(passage) if said[word.text.casefold()] > 1]
    return max((_alone(word) for word in again), default=0.0)


def _alone(word: str) -> float:
    """What a single word weighs: a compound or an acronym may be a phrase elsewhere."""
    acronym = len(word) > 1 and word.isupper()
    return 4.0 if acronym else len(word) / 5


def common_stretch(earlier: Passage, later: Passage) -> Repeat | None:
    """The heaviest stretch of one passage that a later one says again, if there is any."""
    if not _trigrams(earlier) & _trigrams(later):
        return None
    both = Passage(later.document, Span(earlier.span.start, later.span.end), later.kind)
    across = [
        each
        for each in repeated_stretches(both)
        if each.first.end <= earlier.span.end and each.again.start >= later.span.start
    ]
    return max(across, key=lambda each: each.weight, default=None)


@remembered
def _trigrams(passage: Passage) -> frozenset[tuple[str, ...]]:
    said = [word.text.casefold() for word in units(passage)]
    return frozenset(zip(said, said[1:], said[2:], strict=False))


def _common(said: Sequence[str], earlier: int, later: int) -> tuple[int, int]:
    """How many words before and from two places on are the same."""
    before = after = 0
    while (
        before < min(earlier, _LONGEST) and said[earlier - before - 1] == said[later - before - 1]
    ):
        before += 1
    while later + after < len(said) and said[earlier + after] == said[later + after]:
        after += 1
    return before, after


def _repeat(
    row: Sequence[Word], weights: Sequence[float], first: int, again: int, end: int
) -> Repeat:
    period, length = again - first, end - again
    copies = length // period
    size = period if copies else length
    return Repeat(
        first=Span(row[first].span.start, row[first + size - 1].span.end),
        again=Span(row[again].span.start, row[again + max(copies, 1) * size - 1].span.end),
        weight=sum(weights[first : first + size]),
        copies=max(copies, 1) + 1,
        at_once=copies > 0,
    )


def _weight(word: str) -> float:
    if unspaced(word):
        return 0.5
    return 0 if word.isdigit() else 1
