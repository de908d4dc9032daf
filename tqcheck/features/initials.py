"""Words of a passage that begin with the letters of an acronym."""

import re

from tqcheck.features.folding import folded
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import LETTERS
from tqcheck.model import Passage, remembered

_TWO_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΡΣ-ΩЀ-Я]{2}")
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
    common = common_words(passage.profile)
    return tuple(
        (word, word.lower() in common) for word in LETTERS.findall(passage.text) if len(word) > 1
    )


def _spell(wanted: str, found: list[tuple[str, bool]], at: int, skips: int) -> bool:
    """Whether the words from a place on give the letters in order; `found` tells which are small."""
    if not wanted:
        return True
    if at == len(found) or not found[at][0]:
        return False
    word, small = found[at]
    if word[0] == wanted[0]:
        left, inside = wanted[1:], 0
        if _spell(left, found, at + 1, skips):
            return True
        while len(word) >= _COMPOUND and left and (inside := word.find(left[0], inside + 1)) > 0:
            left = left[1:]
            if _spell(left, found, at + 1, skips):
                return True
    return small and skips > 0 and _spell(wanted, found, at + 1, skips - 1)


def spells_name(passage: Passage, form: str) -> bool:
    """Whether a name of a passage, or a row of its words, begins with the letters of an acronym.

    Stricter than `spells`, for passages that need not speak of it: small words give no letters, and
    only words with a capital more than one each.
    """
    row = [word for word, small in _words(passage) if not small and not _TWO_CAPITALS.search(word)]
    wanted = folded(form)
    if wanted in "".join(folded(word)[0] for word in row):
        return True
    found = [
        (folded(word), False) if word[0].isupper() else ("", True)
        for word, small in _words(passage)
        if not small
    ]
    return any(
        text.startswith(wanted[0]) and _spell(wanted, found, at, 0)
        for at, (text, _) in enumerate(found)
    )


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
