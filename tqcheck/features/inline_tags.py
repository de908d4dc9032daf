"""The tags inside of messages: HTML as it stands in the text, and the codes of bilingual files."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tqcheck.features.markup import marks
from tqcheck.model import Mark, Passage, Span, remembered

_TAG = re.compile(
    r"<(?P<closing>/?)(?P<name>[A-Za-z][\w:.-]{0,40}|\d{1,2})(?:\s[^<>]{0,1000})?(?P<empty>/?)>"
)
_VOID = frozenset(["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"])
#: Tags of HTML that stand in messages; another name is one where it is closed, too.
HTML = frozenset(
    [
        "a", "abbr", "address", "b", "bdi", "bdo", "big", "blockquote", "br", "button", "center",
        "cite", "code", "dd", "del", "dfn", "div", "dl", "dt", "em", "font", "h1", "h2", "h3",
        "h4", "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "label", "li", "mark", "ol",
        "option", "p", "pre", "q", "s", "samp", "select", "small", "span", "strike", "strong",
        "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr",
    ]
)  # fmt: skip

#: Those that change the look of words, or explain them: an article is right without them.
STYLES = frozenset(
    [
        "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "time",
        "u", "var", "wbr",
    ]
)  # fmt: skip
#: How far out from the innermost the partner of a tag is looked for.
_DEEPEST = 100


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
    found = [of_mark(mark) for mark in marks(passage, "inline")]
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
    return [tag for tag in found if tag.name in HTML or tag.empty or tag.name in closed]


def without_tags(text: str) -> str:
    """A text without the tags that stand in it."""
    return _TAG.sub("", text)


def of_mark(mark: Mark) -> Tag:
    """The tag that a document has marked; other markup as if it were one that stands alone."""
    if mark.kind == "footnote":
        return Tag(mark.value, False, True, f"[^{mark.value}]", mark.span)
    if mark.kind not in ("inline", "tag", "fixed"):
        return Tag(mark.value, False, True, mark.value, mark.span)
    value = mark.value
    empty = value.endswith("/")
    return Tag(value.strip("/"), value.startswith("/"), empty, f"<{value}>", mark.span)


class Paired(NamedTuple):
    """An opening tag and the closing one that belongs to it, and the name of the one around both."""

    opening: Tag
    closing: Tag
    parent: str


class Order(NamedTuple):
    """The tags that open and close around something, and those `alone`: without a partner, or
    with one on the wrong side of another’s.
    """

    pairs: list[Paired]
    alone: list[Tag]


def paired(tags: Sequence[Tag]) -> Order:
    """Which tags belong together."""
    opened: list[Tag] = []
    pairs: list[Paired] = []
    wrong = []
    for tag in tags:
        if tag.empty:
            continue
        if not tag.closing:
            opened.append(tag)
            continue
        near = range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1)
        last = next((number for number in near if opened[number].name == tag.name), None)
        if last is None:
            wrong.append(tag)
            continue
        if last < len(opened) - 1:
            wrong.append(tag)
        parent = opened[last - 1].name if last else ""
        pairs.append(Paired(opened.pop(last), tag, parent))
    return Order(pairs, sorted([*wrong, *opened], key=lambda tag: tag.span))


def unpaired(tags: Sequence[Tag]) -> list[Tag]:
    """The tags that have no partner, or have it on the wrong side of another’s."""
    return paired(tags).alone
