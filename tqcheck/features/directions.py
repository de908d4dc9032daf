"""Which way a percentage goes: up or down, by the words in its clause."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.negations import negators
from tqcheck.features.numbers import Number, numbers
from tqcheck.features.units import measure
from tqcheck.features.words import LETTERS, Word, unspaced
from tqcheck.model import LanguageProfile, Passage, remembered

#: What parts clauses.
_BREAK = re.compile(r"[,;:.!?()…—–\n،؛。，；：！？、।]")
#: So many characters before a figure and behind it are its clause at most.
_BEFORE, _BEHIND = 80, 40
#: A negation so many characters away may deny a word.
_NEAR = 30
#: Any ending.
_ANY = "*"


class Direction(NamedTuple):
    """A percentage, the word that tells its way, and whether this is up."""

    number: Number
    word: Word
    up: bool


class _Forms(NamedTuple):
    """Forms that say up (true) or down, and what other such forms begin with."""

    whole: dict[str, bool]
    up: tuple[str, ...]
    down: tuple[str, ...]


class _Words(NamedTuple):
    """What tells a way anywhere, and what does so behind a figure."""

    anywhere: _Forms
    behind: _Forms


def may_direct(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may tell a way."""
    if unspaced(word):
        return True
    return _way(word.casefold(), _words(profile).behind) is not None


@remembered
def directions(passage: Passage) -> tuple[Direction, ...]:
    """The percentages of which all words of their clause tell one way, undenied, in order.

    Raises MissingFact where the language's pack has no such words.
    """
    known = _words(passage.profile)
    every = numbers(passage)
    found: list[Direction] = []
    for at, number in enumerate(every):
        label = measure(passage.document, number)
        if label is None or not label.percent or number.value is None:
            continue
        start = every[at - 1].span.end if at else passage.span.start
        end = every[at + 1].span.start if at + 1 < len(every) else passage.span.end
        told = list(_told(passage, number, start, end, known))
        if told and len({up for _, up in told}) == 1:
            word, up = told[0]
            if not any(_is_near(word, negator) for negator in negators(passage)):
                found.append(Direction(number, word, up))
    return tuple(found)


def _is_near(word: Word, negator: Word) -> bool:
    return negator.span.start - word.span.end >= -_NEAR and (
        negator.span.end - word.span.start <= _NEAR
    )


def _told(
    passage: Passage, number: Number, start: int, end: int, known: _Words
) -> Iterator[tuple[Word, bool]]:
    """The words of a figure's clause that tell a way, between the figures before and behind it."""
    text = passage.document.text
    first = max(start, number.span.start - _BEFORE)
    before = _cut(passage.profile).split(text[first : number.span.start])[-1]
    behind = _cut(passage.profile).split(
        text[number.span.end : min(end, number.span.end + _BEHIND)]
    )
    yield from _ways(passage, before, number.span.start - len(before), known.anywhere)
    yield from _ways(passage, behind[0], number.span.end, known.behind)


def _ways(passage: Passage, text: str, start: int, known: _Forms) -> Iterator[tuple[Word, bool]]:
    offset = passage.span.start
    if unspaced(passage.text):
        for form, up in known.whole.items():
            at = text.find(form)
            if at >= 0:
                begin = start + at - offset
                yield Word(form, passage.at(begin, begin + len(form))), up
        return
    for match in LETTERS.finditer(text):
        way = _way(match.group().casefold(), known)
        if way is not None:
            begin = start + match.start() - offset
            yield Word(match.group(), passage.at(begin, begin + len(match.group()))), way


def _way(form: str, known: _Forms) -> bool | None:
    if form in known.whole:
        return known.whole[form]
    if form.startswith(known.up):
        return True
    return False if form.startswith(known.down) else None


@cache
def _cut(profile: LanguageProfile) -> re.Pattern[str]:
    joints = profile.coordinators if profile.has("coordinators") else ()
    words = "".join(rf"|\b{re.escape(word)}\b" for word in sorted(joints))
    return re.compile(_BREAK.pattern + words, re.IGNORECASE)


@cache
def _words(profile: LanguageProfile) -> _Words:
    rising, falling = profile.rising_words, profile.falling_words
    anywhere = _forms(rising, falling)
    if not profile.has("rising_behind"):
        return _Words(anywhere, anywhere)
    return _Words(
        anywhere, _forms(rising | profile.rising_behind, falling | profile.falling_behind)
    )


def _forms(rising: frozenset[str], falling: frozenset[str]) -> _Forms:
    whole = dict.fromkeys(rising, True) | dict.fromkeys(falling, False)
    up, down = (
        tuple(form.removesuffix(_ANY) for form in forms if form.endswith(_ANY))
        for forms in (rising, falling)
    )
    return _Forms({form: way for form, way in whole.items() if not form.endswith(_ANY)}, up, down)
