"""Words that were read in the wrong encoding, or lost characters on the way."""

import re
from typing import NamedTuple

from tqcheck.features.words import unspaced
from tqcheck.model import Passage, Span, remembered

#: Characters that stand for a lost one, or have no meaning of their own.
LOST = "[\ufffd\u2047\u0080-\u0084\u0086-\u009f\ue000-\uf8ff]"

# What the bytes 80 to BF of UTF-8 look like in Windows-1252, Windows-1251 and Mac Roman.
_WESTERN = "\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_CYRILLIC = "\u00a0-\u00bfЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґё№єјЅѕї–—‘’‚“”„†‡•…‰‹›€™"
_MAC = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
#: Signs that a word may be damaged: a character that no text has, or a lead byte and another.
_SIGN = re.compile(
    rf"{LOST}|[\u00c2-\u00f4][{_WESTERN}]|[ВГРСв][{_CYRILLIC}]|[√¬][{_MAC}]|‚Ä[{_MAC}]"
)
#: Signs that need no repair to prove the damage.
_PROOF = rf"{LOST}|â€|вЂ|Ã[\u00a0-\u00bf]"
#: Russian in UTF-8 read as Windows-1251, which ftfy leaves alone.
_RUSSIAN = re.compile(rf"(?:[РС][{_CYRILLIC}]){{2}}")
_WORD = re.compile(r"[^ \t\r\n]+")
_EDGES = ".,;:!?()[]{}\"'«»“”"


class Damage(NamedTuple):
    """A damaged word, and what it was where that can be told."""

    text: str
    repaired: str | None
    span: Span


def may_be_damaged(character: str, *_: object) -> bool:
    """Whether a character may be damage, or the first of two that are."""
    return bool(re.match(rf"{LOST}|[\u00c2-\u00f4ВГРСв√¬‚]", character))


def may_follow_damage(character: str, *_: object) -> bool:
    """Whether a character may be damage, or behind the first of two that are."""
    return bool(re.match(rf"{LOST}|[{_WESTERN}{_CYRILLIC}{_MAC}Ä]", character))


@remembered
def damaged_words(passage: Passage) -> tuple[Damage, ...]:
    """The words with characters that only a wrong decoding makes, in order."""
    if not _SIGN.search(passage.text):
        return ()
    found = []
    for match in _WORD.finditer(passage.text):
        if _SIGN.search(match.group()):
            start, end = _trimmed(match.group())
            damage = _damage(passage, match.start() + start, match.start() + end)
            if damage:
                found.append(damage)
    return tuple(found)


def _trimmed(word: str) -> tuple[int, int]:
    """The part of a word between the marks at its edges; of a text without spaces, the signs."""
    signs = list(_SIGN.finditer(word))
    first, last = signs[0].start(), signs[-1].end()
    if unspaced(word[:first]) or unspaced(word[last:]):
        return first, last
    start = len(word) - len(word.lstrip(_EDGES))
    return min(start, first), max(len(word.rstrip(_EDGES)), last)


def _damage(passage: Passage, start: int, end: int) -> Damage | None:
    word = passage.text[start:end]
    repaired = _repaired(word)
    if repaired is None and not re.search(_PROOF, word):
        return None
    return Damage(word, repaired, passage.at(start, end))


def _repaired(word: str) -> str | None:
    """The word in the encoding that it was written in, where that makes sense of all of it."""
    from ftfy import fix_encoding

    repaired = fix_encoding(word)
    if repaired == word and _RUSSIAN.search(word):
        try:
            repaired = word.encode("cp1251").decode("utf-8")
        except UnicodeError:
            return None
    return None if repaired == word or _SIGN.search(repaired) else repaired
