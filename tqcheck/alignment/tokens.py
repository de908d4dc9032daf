"""What the aligner reads of a document: the tokens of each segment, and how long it is."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tqcheck.model import Document

#: Words are cut to this many letters, which takes most endings off.
_STEM = 6
#: Marks that belong to the letter before them, from Latin to Devanagari.
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963"
#: Scripts without spaces but for katakana, whose runs are words.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u309f\u3400-\u9fff\uf900-\ufaff"
)
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff"
#: Below this character there is none of them.
_FIRST_UNSPACED = "\u0e00"


@cache
def _token(unspaced: bool) -> re.Pattern[str]:
    """What is one token, in a text that may hold scripts without spaces or holds none."""
    runs = rf"|(?P<run>[{_UNSPACED}]+)|(?P<katakana>[{_KATAKANA}]+)" if unspaced else ""
    other = rf"(?![{_UNSPACED}{_KATAKANA}])" if unspaced else ""
    return re.compile(
        rf"(?P<number>\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}}){{1,6}}(?!\d)|\d+(?:[.,'’٫٬]\d+)*){runs}"
        rf"|(?P<word>(?:{other}[^\W\d_][{_MARKS}]*)+)"
        r"|(?P<mark>[?？؟!！()（）\[\]%٪:：;；؛…€$£¥&/#@\"“”«»„「」『』–—])"
    )


#: Marks that mean the same in several scripts.
_FAMILY = str.maketrans("？؟！（）［］％٪：；؛„“”«»「」『』—", '??!()()%%:;;"""""""""–')
#: How many more letters an alphabet needs for what one character of a denser script says.
_DENSITY = (
    ("\u3400", "\u9fff", 2.0),
    ("\uf900", "\ufaff", 2.0),
    ("\u3041", "\u30ff", 0.8),
    ("\uac00", "\ud7af", 1.2),
)
#: A character of a script without spaces is half a token, and so is each pair of neighbours.
_CHARACTER_WEIGHT = 0.5
#: A word that came once in a segment comes again more easily: the power of its count that counts.
_AGAIN = 0.85


@dataclass(eq=False)
class Reading:
    """The tokens of a document. A type of token is a number, an index into `types`."""

    types: list[str]
    #: Per segment, how much of each type it holds.
    counts: list[dict[int, float]]
    #: Per segment, its tokens altogether.
    sizes: list[float]
    #: Per segment, its length in letters, or what would be letters in an alphabet.
    lengths: list[float]
    #: Per type, the segments that have it, in order.
    places: list[list[int]]
    #: Per type, how much of it the document holds.
    frequency: list[float]
    #: The types that stand with a capital inside a segment.
    capitalised: frozenset[str]

    @property
    def total(self) -> float:
        return sum(self.sizes)


def read(document: Document) -> Reading:
    """The tokens of a document's segments."""
    index: dict[str, int] = {}
    capitalised: set[str] = set()
    counts: list[dict[int, float]] = [
        {
            index.setdefault(token, len(index)): weight
            for token, weight in _tokens(segment.text, capitalised).items()
        }
        for segment in document.segments
    ]
    places: list[list[int]] = [[] for _ in index]
    frequency = [0.0] * len(index)
    for number, held in enumerate(counts):
        for kind, weight in held.items():
            places[kind].append(number)
            frequency[kind] += weight
    return Reading(
        types=list(index),
        counts=counts,
        sizes=[sum(held.values()) for held in counts],
        lengths=[length_of(segment.text) for segment in document.segments],
        places=places,
        frequency=frequency,
        capitalised=frozenset(capitalised),
    )


def stem(word: str) -> str:
    """A word as the token it counts as."""
    return unicodedata.normalize("NFKC", word).casefold()[:_STEM]


def tokens_of(text: str) -> dict[str, float]:
    """The types of a text's tokens, and how much of each it holds."""
    return _tokens(text, set())


def _tokens(text: str, capitalised: set[str]) -> dict[str, float]:
    held: dict[str, float] = {}
    plain = unicodedata.normalize("NFKC", text)
    for match in _token(max(plain, default="") >= _FIRST_UNSPACED).finditer(plain):
        text, group = match.group(), match.lastgroup
        if group == "run":
            for token in (*text, *(first + second for first, second in pairwise(text))):
                held[token] = held.get(token, 0.0) + _CHARACTER_WEIGHT
            continue
        if group == "word":
            token = text.casefold()[:_STEM]
            if match.start() and text[0].isupper():
                capitalised.add(token)
        elif group == "number":
            token = _digits(text)
        else:
            token = text.translate(_FAMILY)
        held[token] = held.get(token, 0.0) + 1.0
    return {token: weight if weight <= 1 else weight**_AGAIN for token, weight in held.items()}


def _digits(number: str) -> str:
    """The digits alone, in ASCII, without leading zeros: the marks between differ by language."""
    digits = "".join(str(unicodedata.digit(c)) for c in number if c.isdigit())
    return digits.lstrip("0") or "0"


def length_of(text: str) -> float:
    """The length of a text in letters, or what would be letters in an alphabet."""
    length = float(len(text))
    if max(text, default="") >= _FIRST_UNSPACED:
        for first, last, more in _DENSITY:
            length += more * sum(first <= character <= last for character in text)
    return length
