"""Public figures that a passage names."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.glued import unglued
from tqcheck.features.telling import Telling
from tqcheck.features.wide import by_opening, in_wide_text
from tqcheck.features.words import unspaced
from tqcheck.languages.figures import Figure, figures, figures_named
from tqcheck.model import LanguageProfile, Passage, Span

_PARTS = re.compile(r"[^\W\d_]+")
_DOT = "·"
#: How many letters a case ending may have, and how many of the name stand before it at least.
_LONGEST_ENDING, _SHORTEST_STEM = 3, 4
#: A family name of so many letters, or characters, tells by itself whose it is.
_TELLING, _TELLING_WIDE = 6, 3
#: The letters by which the table is looked up: no case ending changes them.
_OPENING = 3


class FigureName(NamedTuple):
    """One mention of a public figure, and whether it is the whole name.

    `given` is empty where the family name stands alone, or where the script does not part them.
    """

    figure: Figure
    given: Span
    family: Span
    whole: bool

    @property
    def span(self) -> Span:
        spans = [span for span in (self.given, self.family) if span.start < span.end]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


class _Form(NamedTuple):
    figure: Figure
    given: tuple[str, ...]
    family: tuple[str, ...]


def parted(form: str, figure: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and in the family name of a form, as they are written."""
    parts = tuple(_PARTS.findall(form))
    if figure.family_first and len(parts) > 1:
        return parts[1:], parts[:1]
    return parts[:-1], parts[-1:]


def figure_names(passage: Passage, other: str) -> Iterator[FigureName]:
    """The mentions of persons whom another language names too, in order.

    A family name that is short counts only as part of the whole name.
    """
    if unspaced(passage.text[:200]):
        yield from _in_wide_text(passage, other)
        return
    telling = _telling(passage.profile.tag, other).among(_PARTS.findall(passage.text))
    if not telling:
        return
    tokens = list(_PARTS.finditer(passage.text))
    for at, token in enumerate(tokens):
        if token.group() not in telling:
            continue
        for glued, word in _readings(token.group()):
            forms = _named(word[:_OPENING], passage.profile.tag, other)
            found = _mention(passage, tokens, at, glued, forms, word) if forms else None
            if found:
                yield found
                break


def figure_words(passage: Passage, other: str) -> frozenset[str]:
    """The words by which another language names the public figures of a passage, folded."""
    return frozenset(
        folded(word)
        for mention in figure_names(passage, other)
        for name in mention.figure.target
        for word in name.split()
    )


def may_be_a_figure(word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word may be the family name of a public figure; any may where words are not
    spaced.
    """
    tells = _telling(profile.tag, other.tag).tells
    return unspaced(word) or any(map(tells, _PARTS.findall(word)))


def possible_figures(
    word: str, profile: LanguageProfile, other: LanguageProfile
) -> Iterator[tuple[tuple[str, ...], Figure]]:
    """The public figures whose family name a word may be, each with the given names that stand
    beside it, none where the family name tells by itself.
    """
    for token in _PARTS.findall(word):
        for _, reading in _readings(token):
            for form in _named(reading[:_OPENING], profile.tag, other.tag):
                if not token[0].islower() and _same(reading, form.family[0]):
                    alone = form.given and len(form.family[0]) >= _TELLING
                    yield () if alone else form.given, form.figure


@cache
def _telling(language: str, other: str) -> Telling:
    """The words that may be a family name."""

    def tells(token: str) -> bool:
        return not token[0].islower() and any(
            _same(word, form.family[0])
            for _, word in _readings(token)
            for form in _named(word[:_OPENING], language, other)
        )

    return Telling(tells)


def _mention(
    passage: Passage,
    tokens: list[re.Match[str]],
    at: int,
    glued: int,
    forms: tuple[_Form, ...],
    word: str,
) -> FigureName | None:
    """The mention whose family name is a token."""
    start, end = tokens[at].start() + glued, tokens[at].end()
    for form in forms:
        if not _same(word, form.family[0]):
            continue
        size = len(form.given)
        first = at + 1 if form.figure.family_first else at - size
        given = tokens[first : first + size] if first >= 0 and size else []
        if len(given) == size and all(
            any(_same(reading, part) for _, reading in _readings(mine.group()))
            for mine, part in zip(given, form.given, strict=True)
        ):
            span = passage.at(given[0].start(), given[-1].end()) if given else Span(0, 0)
            return FigureName(form.figure, span, passage.at(start, end), whole=True)
    if at + 1 < len(tokens) and _is_given(passage.text, token=tokens[at], behind=tokens[at + 1]):
        return None
    for form in forms:
        if _same(word, form.family[0]) and form.given and len(form.family[0]) >= _TELLING:
            return FigureName(form.figure, Span(0, 0), passage.at(start, end), whole=False)
    return None


def _is_given(text: str, token: re.Match[str], behind: re.Match[str]) -> bool:
    """Whether a name stands right behind: "Massoud" of “Massoud Pezeshkian” is no family name."""
    return text[token.end() : behind.start()] == " " and behind.group()[0].isupper()


def _in_wide_text(passage: Passage, other: str) -> Iterator[FigureName]:
    for at, form, figure in in_wide_text(passage.text, _wide(passage.profile.tag, other)):
        if len(form) < _TELLING_WIDE and figure.source[0] not in passage.document.text:
            continue
        given, dot, _ = form.rpartition(_DOT)
        cut = at + len(given) + len(dot)
        family = passage.at(cut, at + len(form))
        whole = bool(dot) or not any(_DOT in each for each in figure.source[:1])
        whole = whole and form == figure.source[0]
        yield FigureName(figure, passage.at(at, at + len(given)), family, whole)


@cache
def _wide(language: str, other: str) -> dict[str, list[tuple[str, Figure]]]:
    known = figures(language, other)
    forms = {form: each for each in known for form in each.source}
    for each in known:
        for form in each.source:
            family = form.rpartition(_DOT)[2]
            if len(family) >= _TELLING_WIDE:
                forms.setdefault(family, each)
    return by_opening(forms.items())


def _readings(word: str) -> Iterator[tuple[int, str]]:
    yield 0, word
    if not word.isascii():
        yield from unglued(word)


@lru_cache(maxsize=16_384)
def _named(opening: str, language: str, other: str) -> tuple[_Form, ...]:
    """The forms of which the family name begins so."""
    return tuple(
        _Form(figure, given, family)
        for figure in figures_named(opening, language, other)
        for given, family in (parted(form, figure) for form in figure.source)
        if family[0].startswith(opening)
    )


def _same(word: str, name: str) -> bool:
    """Whether a word is a name, in Cyrillic script in any case of it."""
    word, name = folded(word), folded(name)
    if word == name:
        return True
    if name.isascii() or not "а" <= name[0] <= "я":
        return False
    stem = re.sub(r"(?:ии|ыи|ои|[аеиоуыюяь])$", "", name)
    rest = len(word) - len(stem)
    return (
        word.startswith(stem)
        and 0 <= rest <= _LONGEST_ENDING
        and len(stem) > 1
        and (len(stem) >= _SHORTEST_STEM or rest <= 2)
    )
