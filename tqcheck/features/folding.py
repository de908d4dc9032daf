"""Letters without what spellings differ in: case, accents, ligatures."""

import unicodedata
from functools import lru_cache

from tqcheck.features.telling import Known

#: Letters that are no base letter with a mark, for Unicode.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
    | dict.fromkeys("’ʼ‘ʿʾ`´", "'")
)
_IN_TWO = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa"))


class _Bare(dict[int, int | None]):
    """Code point → itself, None for a mark on the letter before it."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.combining(chr(code)) else code
        self[code] = kept
        return kept


_BARE = _Bare()


_OWN_MARKS = frozenset("čćđłńňřșšśțťůűőýźžżąęěğışøæåð")
#: Longer texts are no words, which come again.
_LONGEST_WORD = 40


def folded(text: str) -> str:
    """A text in lower case, its letters without marks: "Île" is "ile", "Łódź" is "lodz"."""
    return _FOLDED[text] if len(text) <= _LONGEST_WORD else _folded(text)


def _folded(text: str) -> str:
    plain = text.casefold()
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFD", plain).translate(_BARE)
    return unicodedata.normalize("NFC", plain).translate(_LETTERS)


_FOLDED = Known(_folded)


def spelt_out(word: str) -> str:
    """A word folded, its German and Nordic letters written in two: "Müller" is "mueller"."""
    word = word.lower()
    for letter, both in _IN_TWO:
        word = word.replace(letter, both)
    return folded(word)


@lru_cache(maxsize=65_536)
def letters_of(text: str) -> frozenset[str]:
    """The letters of a folded text."""
    return frozenset(folded(text))


def may_be_near(left: str, right: str, edits: int) -> bool:
    """Whether so many edits could turn one word into the other: a cheap test before the dear one."""
    mine, other = letters_of(left), letters_of(right)
    return (
        abs(len(left) - len(right)) <= edits
        and len(mine - other) <= edits
        and len(other - mine) <= edits
    )


def own_marks(word: str) -> frozenset[str]:
    """The letters of a word that Slavic, Baltic, Romanian, Turkish or Nordic names have, and those of
    Western Europe's other languages have not.
    """
    return _OWN_MARKS.intersection(word.lower())
