"""The front matter of a page: keys and values between `---` (YAML) or `+++` (TOML) before its text."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_FRONT = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)(?P<body>(?:(?!(?P=fence)).*(?:\r\n?|\n))*?)(?P=fence)[ \t]*(?=[\r\n]|\Z)"
)
_LINE = re.compile(r"[^\r\n]+")
_ENTRY = re.compile(r"(?P<key>[A-Za-z_][\w.-]*)[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)")
_LANGUAGE_KEYS = ("lang", "language", "locale")


class Entry(NamedTuple):
    """A key on a line of its own, its value without quotation marks, and where both stand in the
    file.
    """

    key: str
    value: str
    start: int
    value_start: int
    value_end: int
    quoted: bool


class FrontMatter(NamedTuple):
    """The entries of the outermost table, in order, and where the front matter ends."""

    entries: tuple[Entry, ...]
    end: int


def front_matter(text: str) -> FrontMatter | None:
    """The front matter at the beginning of a file, None where there is none."""
    front = _FRONT.match(text)
    return front and FrontMatter(tuple(_entries(front)), front.end())


def _entries(front: re.Match[str]) -> Iterator[Entry]:
    for line in _LINE.finditer(front["body"]):
        match = _ENTRY.fullmatch(line.group())
        if match is None:
            continue
        behind = front.start("body") + line.start()
        value = match["value"].rstrip()
        start = behind + match.start("value")
        end = start + len(value)
        quoted = len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]
        if quoted:
            start, end, value = start + 1, end - 1, value[1:-1]
        yield Entry(match["key"], value, behind, start, end, quoted)


def values(text: str) -> Mapping[str, str]:
    """Key → value of a page's front matter; empty where it has none."""
    front = front_matter(text)
    return {entry.key: entry.value for entry in front.entries} if front else {}


def language_key(stated: Mapping[str, str]) -> str:
    """What a page says of its language; empty where it says nothing."""
    return next((stated[key] for key in _LANGUAGE_KEYS if stated.get(key)), "")
