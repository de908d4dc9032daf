"""Small words whose form depends on the sound of the next word: “a” and “an”, “le” and “l’”."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tqcheck.features.protected import is_protected
from tqcheck.features.telling import Known
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import Word, word_texts, words
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


def may_misfit(passage: Passage) -> bool:
    """Whether there may be one: much cheaper to ask."""
    profile = passage.profile
    if not (profile.has("sound_forms") and profile.has("sound_exceptions")):
        return True
    row = word_texts(passage)
    known = _looked_up(profile)
    if row and row[0].lower() in known.small and _misfits_by(row, 0, known):
        return True
    return any(
        _misfits_by(row, index, known) for index, word in enumerate(row) if word in known.small
    )


class _LookedUp(NamedTuple):
    small: Collection[str]
    #: Two words, a space between them → whether the first has the wrong form.
    misfit: Mapping[str, bool]


@cache
def _looked_up(profile: LanguageProfile) -> _LookedUp:
    def is_misfit(both: str) -> bool:
        word, _, following = both.partition(" ")
        return following.islower() and _fits(profile, profile.sound_forms[word][0], following)

    return _LookedUp(profile.sound_forms, Known(is_misfit))


def _misfits_by(row: Sequence[str], index: int, known: _LookedUp) -> bool:
    return index + 1 < len(row) and known.misfit[f"{row[index].lower()} {row[index + 1]}"]


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
            if _is_plain(passage, row[index], following) and _fits(
                profile, wanted[0], following.text
            ):
                yield Misfit(row[index], following, wanted[1])


def _is_plain(passage: Passage, word: Word, following: Word) -> bool:
    text = passage.document.text
    between = text[word.span.end : following.span.start]
    before = text[max(word.span.start - 1, passage.span.start) : word.span.start]
    plain = between in (" ", "\u00a0") and following.text.islower() and before not in _QUOTED
    return plain and not (is_protected(passage, word.span) or is_protected(passage, following.span))


def _fits(profile: LanguageProfile, sign: str, text: str) -> bool:
    if text in profile.sound_exceptions or (len(text) < _SHORT and text in common_words(profile)):
        return False
    return _compiled(sign).fullmatch(text) is not None


_SHORT = 4


@cache
def _compiled(sign: str) -> re.Pattern[str]:
    return re.compile(sign)
