"""Words of a passage that begin with the letters of an acronym."""

import re

from tqcheck.features.folding import folded
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import LETTERS
from tqcheck.model import Passage, remembered

_TWO_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΡΣ-ΩЀ-Я]{2}")
_IN_BRACKETS = re.compile(
    r"[^()（）.,;:!?]{0,25}[(（](?P<form>[^\W\d_]*[A-ZА-Я][^\W\d_]*[A-ZА-Я]\w*)[)）,;]"
)
#: From so many letters a word may be composed of several.
_COMPOUND = 7
#: So many small words may stand among those of one name.
_MOST_SMALL = 6


def spells(passage: Passage, form: str) -> bool:
    """Whether words of a passage that follow each other begin with the letters of an acronym.

    Small words may stand between them, and a long word may give letters from its inside, as
    compounds do ("Zentralbank"); a word in capitals gives none.
    """
    wanted = folded(form)
    found = [
        ("", True) if _TWO_CAPITALS.search(word) else (folded(word), small)
        for word, small in _words(passage)
    ]
    return any(
        text.startswith(wanted[0]) and _spell(wanted, found, at, _MOST_SMALL)
        for at, (text, _) in enumerate(found)
    )


@remembered
def _words(passage: Passage) -> tuple[tuple[str, bool], ...]:
    """The words of a passage, elided ones apart, and whether each is a small one."""
    return tuple((word, small) for word, small, _ in _placed(passage))


@remembered
def _placed(passage: Passage) -> tuple[tuple[str, bool, int], ...]:
    """The same with the place behind each word."""
    common = common_words(passage.profile)
    return tuple(
        (match.group(), match.group().lower() in common, match.end())
        for match in LETTERS.finditer(passage.text)
        if match.end() - match.start() > 1
    )


def _spell(wanted: str, found: list[tuple[str, bool]], at: int, skips: int) -> int:
    """The number of the word behind those that give the letters in order, from a place on, or 0;
    `found` tells which are small.
    """
    if not wanted:
        return at
    if at == len(found) or not found[at][0]:
        return 0
    word, small = found[at]
    if word[0] == wanted[0]:
        left, inside = wanted[1:], 0
        if behind := _spell(left, found, at + 1, skips):
            return behind
        while len(word) >= _COMPOUND and left and (inside := word.find(left[0], inside + 1)) > 0:
            left = left[1:]
            if behind := _spell(left, found, at + 1, skips):
                return behind
    return _spell(wanted, found, at + 1, skips - 1) if small and skips > 0 else 0


def is_short_for_a_name(passage: Passage, form: str) -> bool:
    """Whether a name of a passage, or a row of its words, begins with the letters of an acronym.

    Stricter than `spells`, for passages that need not speak of it: small words give no letters, only
    words with a capital more than one each, and of a name that has another acronym in brackets
    behind it this one is none.
    """
    row = [each for each in _placed(passage) if not each[1]]
    wanted, size = folded(form), len(form)
    initials = "".join("." if _TWO_CAPITALS.search(word) else folded(word)[0] for word, *_ in row)
    at = initials.find(wanted)
    while at >= 0:
        if not _has_another(passage.text, row[at + size - 1][2], form):
            return True
        at = initials.find(wanted, at + 1)
    found = [
        (folded(word) if word[0].isupper() and not _TWO_CAPITALS.search(word) else "", False)
        for word, *_ in row
    ]
    behinds = (
        _spell(wanted, found, at, 0)
        for at, (text, _) in enumerate(found)
        if text.startswith(wanted[0])
    )
    return any(
        behind and not _has_another(passage.text, row[behind - 1][2], form) for behind in behinds
    )


def _has_another(text: str, end: int, form: str) -> bool:
    """Whether brackets behind a name hold an acronym, and not this one."""
    match = _IN_BRACKETS.match(text, end)
    return match is not None and match["form"] != form


def has_initials(passage: Passage, form: str, *, named: bool = False) -> bool:
    """Whether words that follow each other begin with the letters of an acronym, in any order.

    `named`: one of them has a capital.
    """
    row = [word for word, small in _words(passage) if not small]
    initials = "".join(folded(word)[0] for word in row)
    size, wanted = len(form), sorted(folded(form))
    return any(
        sorted(initials[at : at + size]) == wanted
        and (not named or any(word[0].isupper() for word in row[at : at + size]))
        for at in range(len(initials) - size + 1)
    )
