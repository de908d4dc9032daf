"""Accelerators: the mark before the letter that opens a menu, as in “&File” and “_File”."""

import re
from typing import NamedTuple

from tqcheck.model import Document, Passage, Span, remembered

#: A catalogue that has so many messages with a mark means it, if most marks of its kind stand so.
_FEWEST, _SHARE = 3, 0.8
_LONGEST = 60
_MARKS = {
    "&": re.compile(r"(?<!&)&(?=[^\W_])(?!#?\w{1,10};)"),
    "_": re.compile(r"(?<![\w/.-])_(?=[^\W_])|(?<=\b[A-Z])_(?=[a-z])"),
}
_ANYWHERE = _MARKS | {"_": re.compile(r"_(?=[^\W_])")}


class Accelerator(NamedTuple):
    """The mark of a message, and its letter."""

    mark: str
    letter: str
    span: Span


def accelerators(passage: Passage, mark: str) -> list[Accelerator]:
    """The accelerators of a message in order: in any word, and before any letter of it."""
    text = passage.text
    return [
        Accelerator(mark, text[match.end()], passage.at(match.start(), match.end() + 1))
        for match in _ANYWHERE[mark].finditer(text)
    ]


@remembered
def accelerator_mark(document: Document) -> str:
    """The mark of a catalogue’s messages: as it states, or as enough of them have it; empty where
    there is none.
    """
    stated = document.about.get("accelerator", "")
    if stated:
        return stated if stated in _MARKS else ""
    for mark in _MARKS:
        if document.text.count(mark) < _FEWEST:
            continue
        with_mark = [block.text for block in document.blocks if mark in block.text]
        one = [
            text
            for text in with_mark
            if len(text) <= _LONGEST and text.count(mark) == 1 and _MARKS[mark].search(text)
        ]
        if len(one) >= _FEWEST and len(one) >= _SHARE * len(with_mark):
            return mark
    return ""
