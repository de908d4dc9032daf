"""Marks of Markdown that a text has as text: whoever set them meant markup."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.protected import is_code
from tqcheck.model import Passage, Span

_SPACE = r"[ \t\u00a0\u202f\u3000]*"
#: Kind of the markup that was meant → what is left of it, its parts in groups.
_LEFT = {
    "link": rf"(?P<words>\[[^\[\]\n]{{1,200}}\]){_SPACE}(?P<opening>[(（]){_SPACE}(?P<address>[^\s()（）]{{1,500}}){_SPACE}[)）]",
    "emphasis": rf"(?P<marks>(?<![*＊])[*＊]{{1,3}}(?![*＊])|(?<![_\w])__(?!_)){_SPACE}(?P<inner>[^\s*＊_](?:[^*＊\n]{{0,200}}?[^\s*＊])??){_SPACE}(?P=marks)(?![*＊_])",
}
_PATTERNS = {kind: re.compile(pattern) for kind, pattern in _LEFT.items()}
#: The end of a link that does not begin.
_UNOPENED = re.compile(r"\]\([^\s()\[\]]{1,500}\)")
_HEADING = re.compile(r"(?P<signs>[#＃]{1,6})[ \t]*(?=[^\s#＃])")


class Shown(NamedTuple):
    """Markup that is shown as text: its kind, its place, how it is written, and its words."""

    kind: str
    span: Span
    written: str
    words: str


def shown_markup(passage: Passage) -> Iterator[Shown]:
    """The marks of links, emphasis and headings that stand in the words of a passage."""
    text = passage.text
    for match in _UNOPENED.finditer(text) if "](" in text else ():
        span = passage.at(*match.span())
        if not is_code(passage, span):
            yield Shown("link", span, match.group(), "")
    for match in _PATTERNS["link"].finditer(text) if "](" not in text and "]" in text else ():
        span = passage.at(*match.span())
        if not is_code(passage, span):
            words = match["words"]
            yield Shown("link", span, f"{words}({match['address']})", words[1:-1])
    if "*" in text or "＊" in text or "__" in text:
        for match in _PATTERNS["emphasis"].finditer(text):
            span = passage.at(*match.span())
            if not is_code(passage, span):
                marks = match["marks"].replace("＊", "*")
                inner = match["inner"]
                yield Shown("emphasis", span, f"{marks}{inner}{marks}", inner)
    if heading := _HEADING.match(text):
        signs = heading["signs"].replace("＃", "#")
        yield Shown("heading", passage.at(0, heading.end()), f"{signs} ", "")
