"""Acronyms with stops and without, as a document writes them."""

import re
from typing import NamedTuple

from tqcheck.model import Document, Kind, Span, remembered

_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,6}(?!\w)")
_PLAIN = re.compile(r"(?<![\w.])[^\W\d_]{2,6}(?![\w.])")
#: Halves of the day, which are other words without their stops.
_HALVES = frozenset(("AM", "PM"))


class Ways(NamedTuple):
    """The places of one acronym, in order."""

    dotted: tuple[Span, ...]
    plain: tuple[Span, ...]

    @property
    def mixed(self) -> bool:
        return bool(self.dotted and self.plain)

    @property
    def usual_first(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The more frequent way and the other; at a tie, the earlier before the later."""
        one, other = self.dotted, self.plain
        usual = len(one) > len(other) or (len(one) == len(other) and one[0] < other[0])
        return (one, other) if usual else (other, one)


@remembered
def dotted(document: Document) -> dict[str, Ways]:
    """Acronyms that running text writes with stops, by their letters, and all their places."""
    blocks = [block for block in document.blocks if block.kind in (Kind.SENTENCE, Kind.ITEM)]
    found: dict[str, list[Span]] = {}
    for block in blocks:
        for match in _DOTTED.finditer(block.text):
            letters = match.group().replace(".", "")
            if letters.isupper() and letters not in _HALVES:
                found.setdefault(letters, []).append(block.at(*match.span()))
    if not found:
        return {}
    plain: dict[str, list[Span]] = {}
    for block in blocks:
        for match in _PLAIN.finditer(block.text):
            if match.group() in found:
                plain.setdefault(match.group(), []).append(block.at(*match.span()))
    return {
        letters: Ways(tuple(places), tuple(plain.get(letters, ())))
        for letters, places in found.items()
    }
