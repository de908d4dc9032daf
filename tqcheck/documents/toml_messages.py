"""TOML catalogues: go-i18n, Hugo's i18n folder."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tqcheck.documents.building import Stretch
from tqcheck.documents.messages import (
    DEEPEST,
    Message,
    catalogue,
    character,
    demand_size,
    pieces,
)
from tqcheck.documents.plain import UnreadableText
from tqcheck.model import Document, LanguageProfile

#: Characters of the largest file that is parsed, 4 MiB.
LARGEST = 4 * 2**20

# After https://toml.io/en/v1.0.0. tomllib says what is TOML; these only find it again.
_TOKEN = re.compile(
    r"[ \t]*+(?:#(?P<comment>[^\n]*+)|(?P<line>\r?\n)|(?P<mark>\[\[|\]\]|[\[\]{}=,.])"
    r'|"""(?P<long>(?:[^"\\]|\\.|"{1,2}(?!"))*+"{0,2})"""'
    r"|'''(?P<bare_long>(?:[^']|'{1,2}(?!'))*+'{0,2})'''"
    r'|"(?P<short>(?:[^"\\\n]|\\.)*+)"'
    r"|'(?P<bare>[^'\n]*+)'|(?P<word>[^\s\[\]{}=,.#\"']++))",
    re.DOTALL,
)
_ESCAPE = re.compile(
    r"\r\n|\\(?:u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})|(?P<break>\s++)|(?P<sign>.))",
    re.DOTALL,
)
_LINE_END = re.compile(r"\r\n")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_WRITTEN = {character: f"\\{sign}" for sign, character in _SIGNS.items()} | {
    "\\": "\\\\",
    '"': '\\"',
}
_STRINGS = ("long", "bare_long", "short", "bare")


def toml_document(text: str, profile: LanguageProfile, path: str = "") -> Document:
    """The messages of a TOML file: every string that is a value.

    Raises UnreadableText where it is no TOML, too large or nested too deep.
    """
    demand_size(text, "TOML", LARGEST)
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableText(f"is no TOML that can be read: {error}") from error
    except RecursionError as error:
        raise UnreadableText(f"is nested deeper than {DEEPEST}") from error
    reader = _Reader(text)
    messages = list(reader.read())
    for message in messages:
        if _value(parsed, message.keys) != "".join(piece.text for piece in message.pieces):
            raise UnreadableText(f"holds a value that cannot be found: {'.'.join(message.keys)}")
    return catalogue(text, messages, profile, path, _written, reader.comments)


def _value(parsed: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        if isinstance(parsed, list) and int(key) < len(parsed):
            parsed = parsed[int(key)]
        elif isinstance(parsed, dict) and key in parsed:
            parsed = parsed[key]
        else:
            return None
    return parsed


@dataclass(slots=True)
class _Open:
    """An array or inline table that is open, and the keys that lead to it."""

    closes: str
    keys: tuple[str, ...]
    number: int = 0


class _Reader:
    def __init__(self, raw: str) -> None:
        self._raw = raw
        self.comments: list[tuple[int, int, str]] = []
        self._table: tuple[str, ...] = ()
        #: Arrays of tables: how many tables each has.
        self._tables: dict[tuple[str, ...], int] = {}

    def read(self) -> Iterator[Message]:
        key: list[str] = []
        header = ""
        value = False
        open_: list[_Open] = []
        for match in self._tokens():
            mark = match["mark"] or ""
            if match["comment"] is not None:
                self.comments.append((match.start("comment"), match.end(), match["comment"]))
            elif match["line"] is not None:
                if not open_:
                    key, header, value = [], "", False
            elif header:
                if mark in ("]", "]]"):
                    self._begin(tuple(key), header)
                    header = ""
                elif not mark:
                    key.append(self._text(match))
            elif mark == "=":
                value = True
            elif mark == ".":
                continue  # between keys, or in a number
            elif not value and mark in ("[", "[["):
                key, header = [], mark
            elif not value and not mark:
                key.append(self._text(match))
            elif mark:
                value = self._mark(mark, open_, key)
                if mark in ",}" or (mark == "{" and not value):
                    key = [] if open_ and open_[-1].closes == "}" else key
            elif match.lastgroup in _STRINGS:
                yield Message(self._keys(open_, key), list(self._pieces(match)))

    def _mark(self, mark: str, open_: list[_Open], key: list[str]) -> bool:
        """Take a mark inside a value; whether a value comes next, and no key."""
        for sign in mark:
            if sign in "[{":
                keys = self._keys(open_, key)
                open_.append(_Open("]" if sign == "[" else "}", keys))
            elif sign in "]}" and open_:
                open_.pop()
            elif sign == "," and open_:
                open_[-1].number += 1
        return not (open_ and open_[-1].closes == "}" and mark[-1] in "{,")

    def _keys(self, open_: list[_Open], key: list[str]) -> tuple[str, ...]:
        if not open_:
            return (*self._table, *key)
        last = open_[-1]
        return (*last.keys, str(last.number)) if last.closes == "]" else (*last.keys, *key)

    def _begin(self, name: tuple[str, ...], header: str) -> None:
        """A header: the table that the next keys belong to."""
        keys: tuple[str, ...] = ()
        for number, part in enumerate(name, 1):
            keys = (*keys, part)
            if header == "[[" and number == len(name):
                self._tables[keys] = self._tables.get(keys, 0) + 1
            if keys in self._tables:
                keys = (*keys, str(self._tables[keys] - 1))
        self._table = keys

    def _tokens(self) -> Iterator[re.Match[str]]:
        at = 0
        while match := _TOKEN.match(self._raw, at):
            yield match
            at = match.end()

    def _text(self, match: re.Match[str]) -> str:
        return match["word"] or "".join(piece.text for piece in self._pieces(match))

    def _pieces(self, match: re.Match[str]) -> Iterator[Stretch]:
        name = str(match.lastgroup)
        start, end = match.span(name)
        if name in ("long", "bare_long"):
            start += 2 if self._raw.startswith("\r\n", start) else self._raw.startswith("\n", start)
        escapes = _ESCAPE if name in ("long", "short") else _LINE_END
        yield from pieces(self._raw, start, end, escapes, _meaning)


def _meaning(escape: re.Match[str]) -> str:
    if escape.group() == "\r\n":
        return "\n"
    number = escape["four"] or escape["eight"]
    if number:
        return character(int(number, 16))
    return "" if escape["break"] else _SIGNS.get(escape["sign"], escape["sign"])


def _written(text: str) -> str:
    return "".join(_WRITTEN.get(character, character) for character in text)
