"""Every conversion between code points and what a reader or a format counts in."""

import unicodedata
from typing import NamedTuple
from urllib.parse import quote

from tqcheck.model import Place

#: Joiners are letters' business in Persian and Indic scripts, and make emoji.
_JOINERS = "\u200c\u200d"


def visible(text: str) -> str:
    """The text with each control, format and line-break character replaced by one that shows.

    As long as the text, so offsets hold; no escape sequence or direction override survives.
    """
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if unicodedata.category(character) in ("Zs", "Zl", "Zp") or character in "\t\n\r":
        return " "
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "\N{REPLACEMENT CHARACTER}"


def brief(text: str, longest: int) -> str:
    """A text on one line, `visible`, of at most so many code points; "…" stands for the rest."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= longest else line[: longest - 1] + "…"


def where(place: Place) -> str:
    """A place as editors and terminals take it: path, line and column; "-" where there is no file."""
    return f"{visible(place.path) or '-'}:{place.line}:{place.column}"


def columns(text: str) -> int:
    """The columns of a terminal that a `visible` text takes: two for wide characters, none for
    combining ones, and those of one picture for emoji that are joined.
    """
    if _narrow(text):
        return len(text)
    from wcwidth import wcswidth

    return max(0, wcswidth(text))


def _narrow(text: str) -> bool:
    """Whether every character is of the Latin blocks or common punctuation: one column each."""
    return text.isascii() or all(
        character < "\u0300" or "\u2010" <= character <= "\u203a" for character in text
    )


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs to the left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def fitted(text: str, budget: int, *, from_end: bool = False) -> str:
    """As much of the beginning (or the end) of a text as takes at most `budget` columns,
    without tearing a combining mark from its letter.
    """
    if columns(text) <= budget:
        return text
    if _narrow(text):
        return text[len(text) - budget :] if from_end else text[:budget]
    from wcwidth import wcwidth

    characters = reversed(text) if from_end else iter(text)
    kept, used, last_whole = 0, 0, 0
    for character in characters:
        width = max(0, wcwidth(character))
        if used + width > budget:
            break
        used += width
        kept += 1
        if width or not from_end:
            last_whole = kept
    else:
        last_whole = kept  # wide together alone
    found = text[len(text) - last_whole :] if from_end else text[:kept]
    while columns(found) > budget:
        found = found[1:] if from_end else found[:-1]  # some marks widen the letter before them
    return found


class Bytes(NamedTuple):
    """A place in UTF-8 bytes: lines and columns from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


def in_bytes(place: Place, text: str) -> Bytes:
    """A place of a file whose decoded text this is."""
    start = place.start - place.column + 1
    end = place.end - place.end_column + 1
    return Bytes(
        place.line,
        len(_utf8(text[start : place.start])) + 1,
        place.end_line,
        len(_utf8(text[end : place.end])) + 1,
    )


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def uri(path: str) -> str:
    """A path as a URI reference: relative, or with file:// where it is absolute."""
    plain = path.replace("\\", "/").removeprefix("./")
    escaped = quote(plain, safe="/")
    return f"file://{escaped}" if plain.startswith("/") else escaped
