"""Brackets of a passage, and those without a partner."""

import re
from typing import NamedTuple

from tqcheck.features.protected import protected
from tqcheck.model import Document, Passage, Span, remembered

_PARTNER = {")": "(", "]": "[", "}": "{", "】": "【", "〕": "〔"}
_NARROW = str.maketrans("（）［］｛｝", "()[]{}")
BRACKETS = "()[]{}（）［］｛｝【】〔〕"
_BRACKET = re.compile(r"[()\[\]{}（）［］｛｝【】〔〕]")
#: What makes a closing bracket the sign of a list: "a)", "12)", "iv)".
_LABEL = re.compile(r"(?:^|[\s(\[,;:.–—-])(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})\.?$")
_LONGEST_LABEL = 8


class Bracket(NamedTuple):
    """A bracket; `kind` is the narrow opening form of both partners."""

    kind: str
    text: str
    span: Span

    @property
    def opens(self) -> bool:
        return self.text.translate(_NARROW) == self.kind


@remembered
def unpaired_brackets(passage: Passage) -> tuple[Bracket, ...]:
    """The brackets that nothing closes or opens, in order.

    Labels of lists, smileys, code and links are no brackets.
    """
    open_ones: dict[str, list[Bracket]] = {}
    alone: list[Bracket] = []
    text, foreign = passage.text, _foreign(passage)
    for match in _BRACKET.finditer(text):
        span = passage.at(match.start(), match.end())
        mark = match.group().translate(_NARROW)
        bracket = Bracket(_PARTNER.get(mark, mark), match.group(), span)
        if foreign.get(span.start, "smiley") != "smiley":
            continue
        pending = open_ones.setdefault(bracket.kind, [])
        if bracket.opens:
            if span.start not in foreign:
                pending.append(bracket)
        elif pending:
            pending.pop()
        elif span.start not in foreign and not _labels(text, match.start()):
            alone.append(bracket)
    alone += [bracket for pending in open_ones.values() for bracket in pending]
    return tuple(sorted(alone, key=lambda bracket: bracket.span))


@remembered
def lone_brackets(document: Document) -> tuple[Bracket, ...]:
    """The brackets that have no partner in their block nor, closing, in one before."""
    pending: dict[str, list[Bracket]] = {}
    alone: list[Bracket] = []
    for block in document.blocks:
        for bracket in unpaired_brackets(block):
            opened = pending.setdefault(bracket.kind, [])
            if bracket.opens:
                opened.append(bracket)
            elif opened:
                opened.pop()
            else:
                alone.append(bracket)
    alone += [bracket for opened in pending.values() for bracket in opened]
    return tuple(sorted(alone, key=lambda bracket: bracket.span))


def _labels(text: str, at: int) -> bool:
    return _LABEL.search(text, max(at - _LONGEST_LABEL, 0), at) is not None


def _foreign(passage: Passage) -> dict[int, str]:
    """Place → kind for every protected character, figures left out."""
    return {
        place: each.kind
        for each in protected(passage)
        if each.kind != "figure"
        for place in range(*each.span)
    }
