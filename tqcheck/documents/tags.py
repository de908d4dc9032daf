"""The tags of HTML, in linear time whatever the text: html.parser takes the square of it where
tags are not closed.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# After https://html.spec.whatwg.org/multipage/parsing.html#tokenization. Nothing is matched twice:
# every repetition is possessive.
_ATTRIBUTE = r"""[\s/]*+(?P<name>[^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]++))?+)?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<rest>(?:"
    + re.sub(r"\?P<\w+>", "?:", _ATTRIBUTE)
    + r")*+[\s/]*+)>"
)
_OPENING = re.compile(r"<(?:(?P<comment>!--)|(?P<other>[!?]|/[^A-Za-z])|/?[A-Za-z])")
#: Elements whose content is no markup.
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))


class Tag(NamedTuple):
    """A tag, by the places of its `<` and behind its `>`."""

    name: str
    start: int
    end: int
    closing: bool
    #: Written `<name/>`.
    empty: bool
    #: What stands between name and `>`: the attributes.
    rest: str

    def attribute(self, name: str) -> str | None:
        """The value of an attribute, None where there is none."""
        for match in _ATTRIBUTES.finditer(self.rest):
            if match["name"].lower() == name:
                return unescape(match["double"] or match["single"] or match["bare"] or "")
        return None


def tags(text: str, start: int, end: int) -> Iterator[Tag]:
    """The tags of a stretch, in order; none in comments, declarations and scripts.

    What begins a tag or a comment and does not end ends the text, as in a browser.
    """
    at = start
    while opening := _OPENING.search(text, at, end):
        if opening["comment"]:
            found = text.find("-->", opening.end(), end)
            if found < 0:
                yield Tag("!", opening.start(), end, False, True, "")
                return
            yield Tag("!", opening.start(), found + 3, False, True, "")
            at = found + 3
            continue
        if opening["other"]:
            found = text.find(">", opening.end() - 1, end)
            behind = found + 1 if found >= 0 else end
            yield Tag("!", opening.start(), behind, False, True, "")
            at = behind
            continue
        match = _TAG.match(text, opening.start(), end)
        if match is None:
            yield Tag("!", opening.start(), end, False, True, "")
            return
        at = match.end()
        name = match["name"].lower()
        empty = match["rest"].endswith("/")
        yield Tag(name, match.start(), at, bool(match["close"]), empty, match["rest"])
        if name in _RAW and not match["close"] and not empty:
            closing = _closing(name).search(text, at, end)
            if closing is None:
                if name != "title":
                    yield Tag("!", at, end, False, True, "")
                    return
            else:
                at = closing.start()


def _closing(name: str) -> "re.Pattern[str]":
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
