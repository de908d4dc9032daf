"""Words of a passage."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from tqcheck.model import Document, Passage, Span, remembered

# The marks that belong to the letter before them; whole blocks where letters and marks mix.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0"
    "\u0900-\u0963\u0971-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ecd\u0f35-\u0f39\u0f71-\u0f84"
    "\u102b-\u103e\u17b4-\u17d3"
)
_LETTER = rf"(?:[^\W_]|[{_MARKS}\u200c\u200d])"
# A word: letters and digits, joined by an apostrophe, a hyphen, the stop of spelled initials or
# the mark inside a figure, so "l’Irak", "Marie-Charlotte", "U.S" and "1,500.5" are one word each.
_WORD = re.compile(
    rf"[^\W_]{_LETTER}*"
    rf"(?:(?:['’ʼ\-‑·](?=[^\W_])|(?<=\d)[.,](?=\d)|(?<=\b[^\W\d_])\.(?=[^\W\d_]))[^\W_]{_LETTER}*)*"
)
# The same of a text that has nothing of `_SELDOM`, in half the time.
_PLAIN_WORD = re.compile(
    r"\w+(?:[.,'’ʼ\-‑·](?:(?<=['’ʼ\-‑·])|(?<=\d[.,])(?=\d)|(?<=\b[^\W\d]\.)(?=[^\W\d]))\w+)*"
)
_SELDOM = re.compile(f"[_{_MARKS}\u200c\u200d]")
#: A run of letters with the marks that belong to them, such as the vowels of Indian scripts.
LETTERS = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}\u200c\u200d])*")
_JOINER = re.compile(r"['’ʼ‑-]")
#: Scripts that put no space between words: Thai to Lao, Myanmar, Khmer, Han, kana.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_OF_UNSPACED = re.compile(f"[{_UNSPACED}]")
_made: Any = tuple.__new__


class Word(NamedTuple):
    """A word and its span in the document."""

    text: str
    span: Span


@remembered
def words(passage: Passage) -> tuple[Word, ...]:
    """The words in order. A run of a script without spaces is one word."""
    offset = passage.span.start
    text = passage.text
    # What the two named tuples do, in half the time.
    return tuple(
        [
            _made(
                Word,
                (
                    word,
                    _made(
                        Span,
                        (offset + match.start(), offset + match.end()) if offset else match.span(),
                    ),
                ),
            )
            for word, match in zip(word_texts(passage), _pattern(text).finditer(text), strict=True)
        ]
    )


@remembered
def word_texts(passage: Passage) -> tuple[str, ...]:
    """The texts of the words in order: much cheaper than the words with their places."""
    return tuple(texts_of_words(passage.text))


@remembered
def characters(passage: Passage) -> frozenset[str]:
    """The different characters."""
    return frozenset(passage.text)


@remembered
def word_set(passage: Passage) -> frozenset[str]:
    """The different words, as they are written."""
    return frozenset(word_texts(passage))


@remembered
def forms(passage: Passage) -> tuple[str, ...]:
    """The words in order, case-folded."""
    return tuple(map(str.casefold, word_texts(passage)))


@remembered
def form_set(passage: Passage) -> frozenset[str]:
    """The different words, case-folded."""
    return frozenset(map(str.casefold, word_set(passage)))


@remembered
def tokens(passage: Passage) -> tuple[str, ...]:
    """What stands between the spaces, marks and all; no-break spaces and line ends are inside."""
    return tuple(passage.text.split(" "))


def texts_of_words(text: str) -> list[str]:
    """The words of a text that is no passage."""
    return _pattern(text).findall(text)


def _pattern(text: str) -> re.Pattern[str]:
    return (
        _PLAIN_WORD if (text.isascii() and "_" not in text) or not _SELDOM.search(text) else _WORD
    )


@remembered
def units(passage: Passage) -> tuple[Word, ...]:
    """The words in order, those of a script without spaces cut into characters."""
    found: list[Word] = []
    for word in words(passage):
        if unspaced(word.text):
            found += _cut(word)
        else:
            found.append(word)
    return tuple(found)


def _cut(word: Word) -> Iterator[Word]:
    for match in re.finditer(rf"[{_UNSPACED}]|[^{_UNSPACED}]+", word.text):
        start = word.span.start
        yield Word(match.group(), Span(start + match.start(), start + match.end()))


def share(passage: Passage, span: Span) -> float:
    """Where in its passage a span begins, 0 to 1."""
    return (span.start - passage.span.start) / len(passage.text)


def unspaced(text: str) -> bool:
    """Whether a text has characters of a script that puts no space between words."""
    return not text.isascii() and bool(_OF_UNSPACED.search(text))


@remembered
def word_counts(document: Document) -> Counter[str]:
    """How often each word form stands in a document, capitals told apart."""
    return Counter(texts_of_words(document.text))


@remembered
def part_counts(document: Document) -> Counter[str]:
    """Like `word_counts`, with the parts of joined words: “Iraq’s” counts for “Iraq” too."""
    counts = word_counts(document).copy()
    for word, count in word_counts(document).items():
        parts = _JOINER.split(word)
        if len(parts) > 1:
            counts.update(parts * count)
    return counts
