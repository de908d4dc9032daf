"""Characters that nobody sees, and letters in two parts."""

import re
import unicodedata
from typing import NamedTuple

from tqcheck.model import Passage, Span, remembered

#: Control characters, soft hyphens, zero-width characters, marks of direction.
_SIGN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+"
)
_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u0328\u032d-\u0338]+")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_JOINERS = re.compile("[\u200c\u200d]+")
#: Scripts whose letters are joined and parted by zero-width characters, and those read from the
#: right; and scripts that break lines at zero-width spaces.
_JOINED = re.compile(
    "[\u0600-\u07ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufeff"
    "\u2190-\u2bff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_BROKEN_AT_ZERO = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")


class Hidden(NamedTuple):
    """What cannot be seen, and what should stand there."""

    text: str
    name: str
    instead: str
    span: Span


def is_hidden(character: str, *_: object) -> bool:
    """Whether a character may be one that nobody sees, or the second part of a letter."""
    return bool(_SIGN.match(character)) or "\u0300" <= character <= "\u0338"


@remembered
def hidden_characters(passage: Passage) -> tuple[Hidden, ...]:
    """The characters of a passage that nobody sees and no script of it needs, in order."""
    text = passage.text
    if text.isascii() and text.isprintable():
        return ()
    found = []
    for match in _SIGN.finditer(text):
        if not _is_needed(text, match):
            sign = match.group()
            name = unicodedata.name(sign[0], f"control character {ord(sign[0]):02X}").lower()
            found.append(Hidden(sign, name, "", passage.at(*match.span())))
    for match in _DECOMPOSED.finditer(text):
        composed = unicodedata.normalize("NFC", match.group())
        if len(composed) == 1:
            found.append(
                Hidden(match.group(), "letter in two parts", composed, passage.at(*match.span()))
            )
    return tuple(sorted(found, key=lambda each: each.span))


def _is_needed(text: str, match: re.Match[str]) -> bool:
    sign, around = match.group(), text[max(match.start() - 1, 0) : match.end() + 1]
    if _JOINERS.fullmatch(sign):
        return _JOINED.search(around) is not None
    if _DIRECTION.fullmatch(sign):
        return _RIGHT_TO_LEFT.search(text) is not None
    return sign.strip("\u200b") == "" and _BROKEN_AT_ZERO.search(around) is not None
