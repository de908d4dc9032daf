"""Months, weekdays and nationalities with the capitals of another language."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from tqcheck.features.leftovers import enclosed
from tqcheck.features.protected import is_protected
from tqcheck.features.words import Word, words
from tqcheck.languages.countries import Naming, country_forms
from tqcheck.model import Kind, LanguageProfile, Segment

#: Shorter names are abbreviations or other words.
_SHORTEST = 4


class Miscased(NamedTuple):
    """A name, and how the language writes it."""

    word: Word
    form: str


def is_miscased(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may be a name with the wrong first letter."""
    return word in _names(profile)


def miscased_names(segment: Segment) -> Iterator[Miscased]:
    """The months, weekdays and nationalities in the middle of a sentence that have a capital
    where the language has none, or the other way.
    """
    names = _names(segment.profile)
    row = words(segment)
    for index, word in enumerate(row):
        form = names.get(word.text)
        if form is None or index == 0 or segment.kind is not Kind.SENTENCE:
            continue
        if form[0].islower() and not _is_plain(segment, row, index):
            continue
        if not (enclosed(segment, word.span) or is_protected(segment, word.span)):
            yield Miscased(word, form)


def _is_plain(segment: Segment, row: tuple[Word, ...], index: int) -> bool:
    """Whether a name with a capital stands within a sentence, and not in a longer name."""
    text, span = segment.document.text, row[index].span
    before, behind = row[index - 1], row[index + 1] if index + 1 < len(row) else None
    spaced = text[before.span.end : span.start] in (" ", "\u00a0")
    longer = behind is not None and behind.text[0].isupper() and text[span.end] != ","
    return spaced and not before.text[0].isupper() and not longer


@cache
def _names(profile: LanguageProfile) -> dict[str, str]:
    """Every name with the wrong first letter, and the right form."""
    lists = (profile.months, profile.weekdays)
    right = {form for line in chain.from_iterable(lists) for form in line.split()}
    if profile.has("nationality_capitals") and profile.nationality_capitals:
        right |= {
            form.text
            for form in country_forms(profile.tag.partition("-")[0])
            if form.sure and not form.stem and form.naming is not Naming.PLACE
        }
    homographs = profile.small_homographs if profile.has("small_homographs") else frozenset()
    return {
        wrong: form
        for form in right
        if len(form) >= _SHORTEST and form.isalpha() and (form.islower() or form.istitle())
        for wrong in (form.swapcase()[0] + form[1:],)
        if wrong.lower() not in homographs and wrong not in right
    }
