"""Words that countries of one language spell differently, as a document spells them."""

from collections import Counter
from functools import cache
from typing import NamedTuple

from tqcheck.features.words import word_counts, words
from tqcheck.model import Document, LanguageProfile, Span, remembered

#: Fewer letters than these begin no word of the list.
_SHORTEST = 3


class Variant(NamedTuple):
    """A word in one of its spellings."""

    text: str
    span: Span
    #: Whose spelling it is ("British"), and whether the others never write so.
    school: str
    telling: bool
    #: Which word of the list it is, and how the other schools write it here.
    pair: int
    others: dict[str, str]


class _Stem(NamedTuple):
    school: str
    telling: bool
    pair: int
    #: Whether the word may go on.
    open: bool


@remembered
def variants(document: Document) -> tuple[Variant, ...]:
    """The words of a document that are spelt in one of several ways, names left out, in order.

    Raises MissingFact where the pack tells of none.
    """
    stems = _stems(document.profile)
    known = {
        word: found
        for word in word_counts(document)
        if word.islower() and (found := _found(word, stems)) is not None
    }
    if not known:
        return ()
    return tuple(
        _variant(document.profile, word.text, word.span, *known[word.text])
        for block in document.blocks
        for word in words(block)
        if word.text in known
    )


def is_variant(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word is spelt in one of several ways."""
    return word.islower() and _found(word, _stems(profile)) is not None


def schools(found: tuple[Variant, ...]) -> Counter[str]:
    """How many different words speak for each school."""
    telling = {(each.school, each.pair) for each in found if each.telling}
    return Counter(school for school, _ in telling)


def _found(word: str, stems: dict[str, _Stem]) -> tuple[str, _Stem] | None:
    for length in range(len(word), _SHORTEST - 1, -1):
        stem = stems.get(word[:length])
        if stem is not None and (stem.open or length == len(word)):
            return word[:length], stem
    return None


def _variant(profile: LanguageProfile, word: str, span: Span, written: str, stem: _Stem) -> Variant:
    row = _rows(profile)[stem.pair]
    others = {
        school: form.strip("=-") + word[len(written) :]
        for school, form in zip(profile.spelling_schools, row, strict=True)
        if form.strip("=-") != written
    }
    return Variant(word, span, stem.school, stem.telling, stem.pair, others)


@cache
def _rows(profile: LanguageProfile) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in profile.spelling_pairs)


@cache
def _stems(profile: LanguageProfile) -> dict[str, _Stem]:
    found: dict[str, _Stem] = {}
    for pair, row in enumerate(_rows(profile)):
        for school, form in zip(profile.spelling_schools, row, strict=True):
            stem = _Stem(school, form[0] != "=", pair, form[-1] == "-")
            found.setdefault(form.strip("=-"), stem)
    return found
