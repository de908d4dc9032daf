"""Small words whose form depends on the sound of the next word: “a” and “an”, “le” and “l’”."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.protected import is_protected
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import Word, words
from tqcheck.model import LanguageProfile, Passage, Span

_QUOTED = tuple("\"“”«»„‘’'([*_-")


class Misfit(NamedTuple):
    """A small word before another one, and the form that it has there."""

    word: Word
    following: Word
    form: str

    @property
    def span(self) -> Span:
        """Both words."""
        return Span(self.word.span.start, self.following.span.end)


def misfits(passage: Passage) -> Iterator[Misfit]:
    """The small words that stand before a word with another sound than their form is for.

    Capitals, quoted words and codes are left out: nobody knows how they are said.
    """
    profile = passage.profile
    forms = profile.sound_forms
    row = words(passage)
    for index in range(len(row) - 1):
        wanted = forms.get(row[index].text.lower())
        if wanted and (row[index].text.islower() or index == 0):
            following = row[index + 1]
            if _is_plain(passage, row[index], following) and _fits(profile, wanted[0], following):
                yield Misfit(row[index], following, wanted[1])


def _is_plain(passage: Passage, word: Word, following: Word) -> bool:
    text = passage.document.text
    between = text[word.span.end : following.span.start]
    before = text[max(word.span.start - 1, passage.span.start) : word.span.start]
    plain = between in (" ", "\u00a0") and following.text.islower() and before not in _QUOTED
    return plain and not (is_protected(passage, word.span) or is_protected(passage, following.span))


def _fits(profile: LanguageProfile, sign: str, following: Word) -> bool:
    text = following.text
    if text in profile.sound_exceptions or (len(text) < _SHORT and text in common_words(profile)):
        return False
    return _compiled(sign).fullmatch(text) is not None


_SHORT = 4


@cache
def _compiled(sign: str) -> re.Pattern[str]:
    return re.compile(sign)
