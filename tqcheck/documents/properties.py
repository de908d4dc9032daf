"""Java's .properties: a message a line, which may go on below."""

import re
from collections.abc import Iterator

from tqcheck.documents.messages import NUMBERED, Message, catalogue, demand_size, numbered, pieces
from tqcheck.model import Document, LanguageProfile

# After the documentation of java.util.Properties.load.
_ENTRY = re.compile(
    r"^[ \t\f]*+(?:(?P<comment>[#!][^\r\n]*+)"
    r"|(?P<key>(?:\\.|[^\s:=\\])(?:\\(?:\r\n|.)|[^ \t\f\r\n:=\\])*+)"
    r"(?:[ \t\f]*+[:=][ \t\f]*+|[ \t\f]++)?(?P<value>(?:\\(?:\r\n|[\s\S])|[^\\\r\n])*+))",
    re.MULTILINE | re.DOTALL,
)
_ESCAPE = re.compile(rf"\\(?:{NUMBERED}|(?P<break>(?:\r\n|[\r\n])[ \t\f]*+)|(?P<sign>.))")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}
_WRITTEN = {character: f"\\{sign}" for sign, character in _SIGNS.items()} | {"\\": "\\\\"}


def properties_document(text: str, profile: LanguageProfile, path: str = "") -> Document:
    """The messages of a .properties file.

    Raises UnreadableText where it is too large.
    """
    demand_size(text, "properties")
    entries = list(_ENTRY.finditer(text))
    comments = (
        (*match.span("comment"), match["comment"][1:]) for match in entries if match["comment"]
    )
    return catalogue(text, _messages(text, entries), profile, path, _written, comments)


def _messages(raw: str, entries: list[re.Match[str]]) -> Iterator[Message]:
    for match in entries:
        if match["key"] is not None:
            key = _ESCAPE.sub(_meaning, match["key"])
            yield Message((key,), list(pieces(raw, *match.span("value"), _ESCAPE, _meaning)))


def _meaning(escape: re.Match[str]) -> str:
    if escape["break"] is not None:
        return ""
    return numbered(escape) or _SIGNS.get(escape["sign"], escape["sign"])


def _written(text: str) -> str:
    return "".join(_WRITTEN.get(character, character) for character in text)
