"""JSON catalogues: next-intl, i18next, Chrome's messages, ARB."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.documents.building import Stretch
from tqcheck.documents.messages import (
    DEEPEST,
    Message,
    catalogue,
    demand_size,
    pieces,
    unreadable,
)
from tqcheck.documents.plain import UnreadableText
from tqcheck.model import Document, LanguageProfile

# After RFC 8259.
_TOKEN = re.compile(
    r'[ \t\r\n]*+(?:"(?P<string>(?:[^"\\\x00-\x1f]|\\.)*+)"|(?P<mark>[{}\[\]:,])'
    r"|(?P<other>true|false|null|-?\d[\d.eE+-]*+)|(?P<end>\Z))"
)
_ESCAPE = re.compile(
    r'\\(?:(?P<sign>["\\/bfnrt])|(?P<pair>u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})'
    r"|u(?P<code>[0-9a-fA-F]{4})|(?P<wrong>.))"
)
_ALONE = re.compile("[\ud800-\udfff]")


def json_document(text: str, profile: LanguageProfile, path: str = "") -> Document:
    """The messages of a JSON file: every string that is a value.

    Raises UnreadableText where it is no JSON, too large or nested too deep.
    """
    demand_size(text, "JSON")
    return catalogue(text, _messages(text), profile, path, _written)


def _written(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


@dataclass(slots=True)
class _Level:
    """An object or array that is open, and which of its values comes next."""

    closes: str
    key: str = ""
    number: int = 0


def _messages(raw: str) -> Iterator[Message]:
    levels: list[_Level] = []
    expected, at = "value", 0
    while True:
        match = _TOKEN.match(raw, at)
        if match is None:
            raise unreadable(raw, at, "JSON", f"has something that is none: “{_near(raw, at)}”")
        at = match.end()
        if match["end"] is not None:
            if expected != "end":
                raise unreadable(raw, at, "JSON", "is the end, and something is missing: cut off?")
            return
        sign = match["mark"] or ""
        if (
            levels
            and sign == levels[-1].closes
            and expected in ("more", "first value", "first key")
        ):
            levels.pop()
            expected = "more" if levels else "end"
        elif expected == "more" and sign == ",":
            levels[-1].number += 1
            expected = "key" if levels[-1].closes == "}" else "value"
        elif expected == "colon" and sign == ":":
            expected = "value"
        elif expected in ("key", "first key") and match["string"] is not None:
            levels[-1].key = "".join(piece.text for piece in _pieces(raw, match))
            expected = "colon"
        elif expected in ("value", "first value") and sign in ("", "{", "["):
            if match["string"] is not None:
                keys = tuple(each.key or str(each.number) for each in levels)
                yield Message(keys or ("",), list(_pieces(raw, match)))
            expected = "more" if levels else "end"
            if sign:
                levels.append(_Level("}" if sign == "{" else "]"))
                expected = "first key" if sign == "{" else "first value"
                if len(levels) > DEEPEST:
                    raise UnreadableText(f"is nested deeper than {DEEPEST}")
        else:
            raise unreadable(raw, at, "JSON", f"has “{_near(raw, at - 1)}” in the wrong place")


def _near(raw: str, at: int) -> str:
    return " ".join(raw[at : at + 20].split())


def _pieces(raw: str, match: re.Match[str]) -> Iterator[Stretch]:
    def meaning(escape: re.Match[str]) -> str:
        if escape["wrong"]:
            raise unreadable(raw, escape.start(), "JSON", f"has the escape “{escape.group()}”")
        return _ALONE.sub("\N{REPLACEMENT CHARACTER}", json.loads(f'"{escape.group()}"'))

    return pieces(raw, *match.span("string"), _ESCAPE, meaning)
