"""Apple's .strings: "key" = "message";"""

import re
from collections.abc import Iterator

from tqcheck.documents.messages import (
    NUMBERED,
    Message,
    catalogue,
    character,
    demand_size,
    numbered,
    pieces,
    unreadable,
)
from tqcheck.model import Document, LanguageProfile

_STRING = r'"(?P<{0}>(?:[^"\\]|\\.)*+)"'
_TOKEN = re.compile(
    r"\s*+(?:/\*(?P<comment>(?:[^*]|\*(?!/))*+)\*/|//(?P<line>[^\r\n]*+)|(?:"
    + _STRING.format("key")
    + r"|(?P<bare>[\w.$:/-]++))\s*+(?:=\s*+(?:"
    + _STRING.format("value")
    + r"|(?P<word>[\w.$:/-]++))\s*+)?;|(?P<end>\Z))",
    re.DOTALL,
)
_ESCAPE = re.compile(rf"\\(?:{NUMBERED}|(?P<octal>[0-7]{{1,3}})|(?P<sign>.))", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "\r": "\n"}
_WRITTEN = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def strings_document(text: str, profile: LanguageProfile, path: str = "") -> Document:
    """The messages of a .strings file.

    Raises UnreadableText where something is none of its entries, or the file is too large.
    """
    demand_size(text, "strings")
    entries = list(_entries(text))
    comments = (
        (match.start(), match.end(), match["comment"] or match["line"])
        for match in entries
        if match["comment"] or match["line"]
    )
    return catalogue(text, _messages(text, entries), profile, path, _written, comments)


def _entries(raw: str) -> Iterator[re.Match[str]]:
    at = 0
    while True:
        match = _TOKEN.match(raw, at)
        if match is None:
            behind = len(raw) - len(raw[at:].lstrip())
            raise unreadable(raw, behind, "strings file", 'begins no "key" = "message";')
        if match["end"] is not None:
            return
        yield match
        at = match.end()


def _messages(raw: str, entries: list[re.Match[str]]) -> Iterator[Message]:
    for match in entries:
        key = match["bare"] or _ESCAPE.sub(_meaning, match["key"] or "")
        for name in ("value", "word"):
            if match[name]:
                yield Message((key,), list(pieces(raw, *match.span(name), _ESCAPE, _meaning)))


def _meaning(escape: re.Match[str]) -> str:
    if escape["octal"]:
        return character(int(escape["octal"], 8))
    return numbered(escape) or _SIGNS.get(escape["sign"], escape["sign"])


def _written(text: str) -> str:
    return "".join(_WRITTEN.get(character, character) for character in text)
