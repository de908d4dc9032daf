"""The tags inside of messages: HTML as it stands in the text, and the codes of bilingual files."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tqcheck.features.markup import marks
from tqcheck.model import Passage, Span, remembered

_TAG = re.compile(
    r"<(?P<closing>/?)(?P<name>[A-Za-z][\w:.-]{0,40}|\d{1,2})(?:\s[^<>]{0,1000})?(?P<empty>/?)>"
)
_VOID = frozenset(["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"])
#: Tags of HTML that stand in messages; another name is one where it is closed, too.
_HTML = frozenset(
    [
        "a", "abbr", "address", "b", "bdi", "bdo", "big", "blockquote", "br", "button", "center",
        "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em", "font", "h1", "h2", "h3",
        "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "label", "li", "mark", "ol",
        "option", "p", "pre", "q", "s", "samp", "select", "small", "span", "strike", "strong",
        "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr",
    ]
)  # fmt: skip


class Tag(NamedTuple):
    """A tag: its name, in small letters, and its place in the document, empty where the prose is
    without it.
    """

    name: str
    closing: bool
    empty: bool
    text: str
    span: Span

    @property
    def value(self) -> str:
        """What has to be the same in a translation."""
        return f"/{self.name}" if self.closing else self.name


@remembered
def inline_tags(passage: Passage) -> tuple[Tag, ...]:
    """The tags of a message in order."""
    found = [_of_mark(mark.value, mark.span) for mark in marks(passage, "inline")]
    if "<" in passage.text:
        found += _in_text(passage)
        found.sort(key=lambda tag: tag.span)
    return tuple(found)


def _in_text(passage: Passage) -> list[Tag]:
    found = [
        Tag(
            match["name"].lower(),
            bool(match["closing"]),
            bool(match["empty"]) or match["name"].lower() in _VOID,
            match.group(),
            passage.at(*match.span()),
        )
        for match in _TAG.finditer(passage.text)
    ]
    closed = {tag.name for tag in found if tag.closing}
    return [tag for tag in found if tag.name in _HTML or tag.empty or tag.name in closed]


def _of_mark(value: str, span: Span) -> Tag:
    name = value.strip("/")
    return Tag(name, value.startswith("/"), value.endswith("/"), f"<{value}>", span)


def unpaired(tags: Sequence[Tag]) -> list[Tag]:
    """The tags that have no partner, or have it on the wrong side of another’s."""
    opened: list[Tag] = []
    wrong = []
    for tag in tags:
        if tag.empty:
            continue
        if not tag.closing:
            opened.append(tag)
        elif opened and opened[-1].name == tag.name:
            opened.pop()
        elif any(one.name == tag.name for one in opened):
            wrong.append(tag)
            last = max(number for number, one in enumerate(opened) if one.name == tag.name)
            del opened[last]
        else:
            wrong.append(tag)
    return sorted([*wrong, *opened], key=lambda tag: tag.span)
