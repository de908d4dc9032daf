"""Words of letters from two scripts that look alike."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.protected import is_protected
from tqcheck.features.scripts import script_of
from tqcheck.model import Passage, Span, remembered

#: Letters of two scripts that look the same in most typefaces.
_ALIKE = dict(
    zip(
        "аеорсухіјѕһԛԝАВЕКМНОРСТУХІЈЅ" + "οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijshqwABEKMHOPCTYXIJS" + "oABEZHIKMNOPTYX",
        strict=True,
    )
)
_BACK = {
    "Cyrl": {latin: letter for letter, latin in _ALIKE.items() if "\u0400" <= letter <= "\u052f"},
    "Grek": {latin: letter for letter, latin in _ALIKE.items() if "\u0370" <= letter <= "\u03ff"},
}
_SCRIPTS = frozenset({"Latn", "Cyrl", "Grek"})
_WORD = re.compile(r"[^\W\d_]{2,60}")
_PLAIN = re.compile("[a-zA-Z]")
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")


class Mixed(NamedTuple):
    """A word of two scripts, and the same in one, where every foreign letter has a likeness."""

    text: str
    whole: str | None
    span: Span


def is_latin(character: str, *_: object) -> bool:
    """Whether a character is a Latin letter without marks."""
    return bool(_PLAIN.match(character))


def is_greek_or_cyrillic(character: str, *_: object) -> bool:
    """Whether a character may look like a Latin letter, and is none."""
    return bool(_OTHER.match(character))


@remembered
def mixed_words(passage: Passage) -> tuple[Mixed, ...]:
    """The words with letters of two scripts that look alike, in order."""
    text = passage.text
    if text.isascii() or not (_OTHER.search(text) and _PLAIN.search(text)):
        return ()
    return tuple(_found(passage))


def _found(passage: Passage) -> Iterator[Mixed]:
    for match in _WORD.finditer(passage.text):
        word = match.group()
        counts = Counter(filter(None, map(script_of, word)))
        if len(counts) != 2 or not counts.keys() <= _SCRIPTS:
            continue
        span = passage.at(*match.span())
        (main, _), (other, _) = counts.most_common()
        if is_protected(passage, span):
            continue
        whole = _in_one(word, main, other) or _in_one(word, other, main)
        if whole or "Grek" not in counts:
            yield Mixed(word, whole, span)


def _in_one(word: str, main: str, other: str) -> str | None:
    """The word with every letter of the other script replaced by its likeness in the main one."""
    likeness = _ALIKE if main == "Latn" else _BACK[main] if other == "Latn" else {}
    letters = [likeness.get(letter) if script_of(letter) == other else letter for letter in word]
    return "".join(filter(None, letters)) if all(letters) else None
