"""Where the terms of a list stand in a passage, in whatever form they are inflected."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.stems import is_inflected, stem
from tqcheck.features.words import units, unspaced
from tqcheck.model import Document, Kind, Passage, Span, remembered

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


@lru_cache(maxsize=20_000)
def form(language: str, text: str) -> Form:
    """A term as it is looked for in texts of a language."""
    words = tuple(token.text for token in tokens(_alone(text)))
    return Form(text, words, tuple(_key(language, word) for word in words))


def _alone(text: str) -> Passage:
    from tqcheck.languages import profile

    return Passage(Document(text, profile("und")), Span(0, len(text)), Kind.SENTENCE)


def by_beginning(forms: Iterable[Form]) -> dict[str, list[Form]]:
    """The forms by the stem that they begin with, the longest first."""
    index: dict[str, list[Form]] = {}
    for each in sorted(forms, key=lambda one: -len(one.words)):
        if each.stems:
            index.setdefault(each.stems[0], []).append(each)
    return index


def found(
    passage: Passage, index: Mapping[str, Sequence[Form]], *, exactly: bool = False
) -> Iterator[Found]:
    """The places of forms in a passage, in order; the longest where several begin.

    A word matches where its stem is the same, and with a capital where the term has one; one alone
    has to be a form of the same noun. Terms of few letters or odd capitals, and all where they are wanted `exactly`, as they are written.
    """
    here = tokens(passage)
    keys = keys_of(passage)
    language = passage.profile.tag
    skip = 0
    for at, key in enumerate(keys):
        if at < skip:
            continue
        for each in index.get(key, ()):
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
        chosen = [next((at for at in one if first <= at < first + widest), None) for one in places]
        if all(at is not None for at in chosen):
            last = max(at for at in chosen if at is not None)
            return Span(here[first].span.start, here[last].span.end)
    return None


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
