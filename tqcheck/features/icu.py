"""ICU messages: `{count, plural, one {# file} other {# files}}`.

The grammar is that of https://unicode-org.github.io/icu/userguide/format_parse/messages/ with
apostrophes as quotation marks only before a brace or, in plurals, before #.
"""

import re
from typing import NamedTuple

from tqcheck.model import Passage, Span, remembered

_BEGIN = re.compile(r"\{\s*[\w.-]{1,60}\s*,\s*(?:plural|selectordinal|select)\s*,")
_HEAD = re.compile(r"\{\s*(?P<name>[\w.-]{1,60})\s*(?:,\s*(?P<type>\w{1,20})\s*(?P<more>,)?\s*)?")
_OFFSET = re.compile(r"offset:\d{1,4}\s*")
_KEYWORD = re.compile(r"\s*(?P<word>=\d{1,9}|[\w-]{1,60})\s*\{")
_SPACE = re.compile(r"\s*")
_NEXT = re.compile(r"'(?:'|[{}][^']*'?)|[{}]")
_BRANCHING = frozenset(["plural", "selectordinal", "select"])
_TYPES = _BRANCHING | {
    "number",
    "date",
    "time",
    "spellout",
    "ordinal",
    "duration",
    "list",
    "choice",
}
#: Deeper messages than this are no messages.
_DEEPEST = 20


class Argument(NamedTuple):
    """An argument of a message: `type` is plural, select …, empty for a simple one. `keywords`
    are those of its branches, in order.
    """

    name: str
    type: str
    keywords: tuple[str, ...]
    span: Span


class Message(NamedTuple):
    """What an ICU message is made of; `broken` is where it can be read no further, and why."""

    arguments: tuple[Argument, ...]
    #: What is no prose: all but the text of the branches and around the arguments.
    syntax: tuple[Span, ...] = ()
    broken: tuple[str, Span] | None = None


def icu_message(passage: Passage) -> Message | None:
    """The parts of an ICU message with a plural or a choice; None where a passage is none."""
    text = passage.text
    if "{" not in text or not _BEGIN.search(text):
        return None
    return as_icu_message(passage)


@remembered
def as_icu_message(passage: Passage) -> Message:
    """The parts of a passage that has to be an ICU message."""
    reader = _Reader(passage)
    try:
        end = reader.text(0, 0)
        if end < len(passage.text):
            raise _Broken("closes what is not open", end)
    except _Broken as broken:
        last = len(passage.text) - 1
        at = min(broken.at, last)
        return reader.message((broken.problem, passage.at(at, max(at + 1, broken.end))))
    return reader.message(None)


class _Broken(Exception):
    def __init__(self, problem: str, at: int, end: int = 0) -> None:
        super().__init__(problem)
        self.problem, self.at, self.end = problem, at, end


class _Reader:
    def __init__(self, passage: Passage) -> None:
        self._passage, self._text = passage, passage.text
        self._arguments: list[Argument] = []
        self._syntax: list[Span] = []

    def message(self, broken: tuple[str, Span] | None) -> Message:
        return Message(tuple(self._arguments), tuple(sorted(self._syntax)), broken)

    def text(self, at: int, depth: int) -> int:
        """Read text and arguments up to the brace that ends a branch, or the end."""
        if depth > _DEEPEST:
            raise _Broken("is nested too deep", at)
        while match := _NEXT.search(self._text, at):
            if match.group() == "}":
                return match.start()
            at = self._argument(match.start(), depth) if match.group() == "{" else match.end()
        return len(self._text)

    def _argument(self, start: int, depth: int) -> int:
        """Read an argument; where the text goes on behind it."""
        text, number = self._text, len(self._arguments)
        head = _HEAD.match(text, start)
        if head is None:
            raise _Broken("names no argument", start)
        at, type_ = head.end(), head["type"] or ""
        if type_ and type_ not in _TYPES:
            raise _Broken(f"has an argument of no known type, “{type_}”", *head.span("type"))
        keywords: list[str] = []
        since = start
        if type_ in _BRANCHING:
            if offset := _OFFSET.match(text, at):
                at = offset.end()
            while keyword := _KEYWORD.match(text, at):
                keywords.append(keyword["word"])
                self._syntax.append(self._passage.at(since, keyword.end()))
                since = at = self.text(keyword.end(), depth + 1)
                if at >= len(text):
                    raise _Broken("does not close its branch", keyword.end() - 1)
                at += 1
            if not keywords:
                raise _Broken(f"has no branch after {type_}", start)
        elif head["more"]:
            end = text.find("}", at)
            at = len(text) if end < 0 else end
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        if not text.startswith("}", at):
            raise _Broken("does not close its argument", min(at, len(text) - 1))
        self._syntax.append(self._passage.at(since, at + 1))
        span = self._passage.at(start, at + 1)
        self._arguments.insert(number, Argument(head["name"], type_, tuple(keywords), span))
        return at + 1
