"""Where the terms of a list stand in a passage, in whatever form they are inflected."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.stems import is_inflected, stem
from tqcheck.features.words import texts_of_words, units, unspaced
from tqcheck.languages import profile
from tqcheck.languages.profile import UNDETERMINED
from tqcheck.model import Document, Kind, Passage, Span, remembered

#: Forms of one word have these in common …
_FIRST_LETTERS = re.compile(r"[^\W_]{1,3}")
#: … but in languages of which the stemmer takes prefixes off.
_PREFIXING = frozenset({"ar", "ga", "id"})
_JOINER = re.compile(r"['’ʼ\-‑·]")
#: Shorter words are not inflected in a way that would leave them recognisable.
_SHORTEST_INFLECTED = 4
#: A form of so many letters may be the part of a compound.
_SHORTEST_PART = 5
#: How many other words may stand among those of a term.
_OTHERS_BETWEEN = 2
#: A form and a term that begin alike for this share of the longer are one word.
_ALIKE = 0.7


class Token(NamedTuple):
    """A word, or a character of a script without spaces, or a part of a joined word."""

    text: str
    span: Span


class Form(NamedTuple):
    """A term cut into words, with what its inflected forms have in common."""

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]


class Found(NamedTuple):
    """A term at its place."""

    form: Form
    span: Span


@remembered
def tokens(passage: Passage) -> tuple[Token, ...]:
    """The tokens of a passage in order: "l’Iran" and "Mont-Blanc" are two each."""
    found: list[Token] = []
    for word in units(passage):
        at = word.span.start
        for part in _JOINER.split(word.text):
            if part:
                found.append(Token(part, Span(at, at + len(part))))
            at += len(part) + 1
    return tuple(found)


@lru_cache(maxsize=100_000)
def form(language: str, text: str) -> Form:
    """A term as it is looked for in texts of a language."""
    words = tuple(_words(text))
    return Form(text, words, tuple(_key(language, word) for word in words))


def _words(text: str) -> list[str]:
    if unspaced(text):
        alone = Passage(Document(text, profile(UNDETERMINED)), Span(0, len(text)), Kind.SENTENCE)
        return [token.text for token in tokens(alone)]
    return [part for word in texts_of_words(text) for part in _JOINER.split(word) if part]


class Forms:
    """Terms of a language, to be found by their first word.

    Large glossaries name few things that a text speaks of: a term is cut and stemmed when a word
    turns up that begins like it.
    """

    def __init__(self, language: str, texts: Iterable[str]) -> None:
        self._language = language
        self._waiting: dict[str, list[str]] = {}
        self._ready: dict[str, list[Form]] = {}
        for text in texts:
            self._waiting.setdefault(self._opening(text), []).append(text)
        self._empty = not self._waiting

    def __bool__(self) -> bool:
        return not self._empty

    def beginning(self, word: str, key: str) -> Sequence[Form]:
        """The terms that begin with a word or a form of it, which has that key; the longest first."""
        for text in self._waiting.pop(self._opening(word), ()):
            each = form(self._language, text)
            if each.stems:
                ready = self._ready.setdefault(each.stems[0], [])
                ready.append(each)
                ready.sort(key=lambda one: -len(one.words))
        return self._ready.get(key, ())

    def _opening(self, text: str) -> str:
        if self._language.partition("-")[0] in _PREFIXING:
            return ""
        start = _FIRST_LETTERS.search(text)
        opening = start.group() if start else ""
        if opening[-1:] == "s" and opening[:-1].isupper():
            opening = opening[:-1]  # "EUs"
        return folded(opening[:1] if unspaced(opening[:1]) else opening)


def found(passage: Passage, forms: Forms, *, exactly: bool = False) -> Iterator[Found]:
    """The places of forms in a passage, in order; the longest where several begin.

    A word matches where its stem is the same, and with a capital where the term has one; one alone
    has to be a form of the same noun. Terms of few letters or odd capitals, and all where they are wanted `exactly`, as they are written.
    """
    if not forms:
        return
    here = tokens(passage)
    keys = keys_of(passage)
    language = passage.profile.tag
    skip = 0
    for at, key in enumerate(keys):
        if at < skip:
            continue
        for each in forms.beginning(here[at].text, key):
            end = at + len(each.words)
            if tuple(keys[at:end]) == each.stems and all(
                _may_be(word, token.text, exactly)
                for word, token in zip(each.words, here[at:end], strict=True)
            ):
                if len(each.words) == 1 and not is_inflected(
                    language, each.words[0], here[at].text
                ):
                    continue
                yield Found(each, Span(here[at].span.start, here[end - 1].span.end))
                skip = end
                break


def keys_of(passage: Passage) -> tuple[str, ...]:
    """The stems of a passage's tokens."""
    return _keys(passage)


@remembered
def _keys(passage: Passage) -> tuple[str, ...]:
    language = passage.profile.tag
    return tuple(_key(language, token.text) for token in tokens(passage))


def _key(language: str, word: str) -> str:
    if word[-1] == "s" and word[:-1].isupper():
        return folded(word[:-1])  # "PWRs"
    return stem(language, word) if len(word) >= _SHORTEST_INFLECTED else folded(word)


def _may_be(word: str, text: str, exactly: bool) -> bool:
    if word == text or (word.isupper() and text == word + "s"):
        return True
    if exactly or _is_fixed(word):
        return word.islower() and text == word.capitalize()
    return word.islower() or text[0].isupper()


def _is_fixed(word: str) -> bool:
    """Whether a word is written in one way only: "IS", "iPhone", "CO2"."""
    return len(word) < _SHORTEST_INFLECTED or word[1:] != word[1:].lower()


def keeps(passage: Passage, each: Form) -> bool:
    """Whether a passage has a term as it is written; an ending behind it is let pass."""
    texts = [token.text for token in tokens(passage)]
    *others, last = each.words or ("",)
    return any(
        texts[at - len(others) : at] == others
        and text.startswith((last, last.capitalize() if last.islower() else last))
        for at, text in enumerate(texts)
        if at >= len(others)
    )


def renders(passage: Passage, each: Form) -> Span | None:
    """Where a passage has a form, or something near enough for a reader who looks for it.

    Inflection, compounds and clitics are let pass, the words may stand in another order, and a
    few others among them.
    """
    here, keys = tokens(passage), keys_of(passage)
    places = [
        [at for at, token in enumerate(here) if keys[at] == key or _is_near(word, key, token.text)]
        for word, key in zip(each.words, each.stems, strict=True)
    ]
    if not all(places):
        return None
    widest = len(each.words) + (_OTHERS_BETWEEN if len(each.words) > 1 else 0)
    for first in sorted(at for one in places for at in one):
        ends = [_first_from(one, first, first + widest) for one in places]
        if min(ends) >= 0:
            return Span(here[first].span.start, here[max(ends)].span.end)
    return None


def _first_from(places: Sequence[int], first: int, end: int) -> int:
    """The first place between two, or -1."""
    index = bisect_left(places, first)
    return places[index] if index < len(places) and places[index] < end else -1


def _is_near(word: str, key: str, text: str) -> bool:
    if unspaced(text):
        return word == text
    mine, other = folded(word), folded(text)
    if len(mine) >= _SHORTEST_PART and (
        mine in other or (len(key) >= _SHORTEST_PART and key in other)
    ):
        return True
    shared = 0
    for left, right in zip(mine, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= _SHORTEST_INFLECTED and shared >= _ALIKE * max(len(mine), len(other))
