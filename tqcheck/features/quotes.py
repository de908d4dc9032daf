"""Quoted stretches of a passage, by the marks around them."""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from tqcheck.features.protected import masked
from tqcheck.model import Document, LanguageProfile, Passage, Span, remembered

#: Marks around titles; not quotation marks, but as foreign to a language without them.
_TITLES = (("《", "》"), ("〈", "〉"))
_PAIRS = (
    *(
        ("«", "»"),
        ("»", "«"),
        ("‹", "›"),
        ("›", "‹"),
        ("“", "”"),
        ("”", "“"),
        ("„", "“"),
        ("„", "”"),
    ),
    *(("‚", "‘"), ("‚", "’"), ("‘", "’"), ("「", "」"), ("『", "』"), ("〝", "〟")),
    *_TITLES,
)
#: The marks that open a quotation.
OPENING = "".join(dict.fromkeys(opening for opening, _ in _PAIRS))
#: Opening marks that are not single ones, nor those of titles.
_DOUBLE = "«»“”„「"
_DOUBLE_MARK = re.compile('[«»“”„"「」]')
#: The pairs of double marks; typewriters and the north have the same twice.
_DOUBLE_PAIRS = frozenset(
    (*(pair for pair in _PAIRS if pair[0] in _DOUBLE), ('"', '"'), ("”", "”"), ("»", "»"))
)
_OPENERS, _CLOSERS = frozenset('«»“”„"「'), frozenset('«»“”"」')
#: French puts a space inside these.
_SPACED = frozenset("«»")
#: A straight mark with a curly one is typed so often that readers pass over it.
_LOOK_ALIKE = ({'"', "“"}, {'"', "”"})
_SENTENCE_MARKS = frozenset(" ,.;:!?")
_STRAIGHT = re.compile(r'(?<![^\s(\[{—–-])"(?=[^\s"])([^"\n]{1,1000})(?<=[^\s"])"(?![^\W_])')
#: Closing marks that also are apostrophes.
_APOSTROPHES = "’‘"
_LONGEST = 1000


class Quoted(NamedTuple):
    """A quoted stretch with its marks."""

    opening: str
    closing: str
    inner: str
    span: Span


@remembered
def quoted(passage: Passage) -> tuple[Quoted, ...]:
    """The quoted stretches between marks that no typewriter has, nested ones too, in order."""
    text = masked(passage)
    found = [
        Quoted(opening, match.group()[-1], match[1], passage.at(*match.span()))
        for opening, sign in _signs().items()
        if opening in text
        for match in sign.finditer(text)
    ]
    return tuple(sorted(found, key=lambda each: each.span))


@remembered
def quoting_habit(document: Document) -> Counter[tuple[str, str]]:
    """How often each pair of marks is used in a document."""
    return Counter(
        (each.opening, each.closing) for block in document.blocks for each in quoted(block)
    )


@remembered
def outer_quoted(passage: Passage) -> tuple[Quoted, ...]:
    """The quoted stretches that stand in no other one, between double marks, straight ones too."""
    found = [each for each in quoted(passage) if each.opening in _DOUBLE]
    if '"' in passage.text:
        found += [
            Quoted('"', '"', match[1], passage.at(*match.span()))
            for match in _STRAIGHT.finditer(masked(passage))
        ]
    outer: list[Quoted] = []
    for each in sorted(found, key=lambda each: each.span):
        if not outer or each.span.start >= outer[-1].span.end:
            outer.append(each)
    return tuple(outer)


class Mismatched(NamedTuple):
    """Two marks of one quotation, of two kinds: the places of both. `closed`: another mark, of the
    same kind as the first, closes it, too.
    """

    opening: Span
    closing: Span
    closed: bool


def mismatched(passage: Passage) -> Mismatched | None:
    """The quotation that opens with one kind of double mark and closes with another.

    None where a further mark has no partner: then nothing tells which belong together.
    """
    text = masked(passage)
    alone: list[int] = []
    for match in _DOUBLE_MARK.finditer(text):
        if alone and (text[alone[-1]], match.group()) in _DOUBLE_PAIRS:
            alone.pop()
        else:
            alone.append(match.start())
    closed = len(alone) == 3 and (text[alone[0]], text[alone[2]]) in _DOUBLE_PAIRS
    if closed:
        del alone[2]
    if len(alone) != 2 or not (_opens(text, alone[0]) and _closes(text, alone[1])):
        return None
    if {text[place] for place in alone} in _LOOK_ALIKE:
        return None
    opening, closing = (passage.at(place, place + 1) for place in alone)
    return Mismatched(opening, closing, closed)


def _opens(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] in _SPACED and behind.isspace():
        behind = text[at + 2 : at + 3]
    return text[at] in _OPENERS and not before.isalnum() and behind not in ("", *_SENTENCE_MARKS)


def _closes(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in _SPACED and before.isspace():
        before = text[at - 2 : at - 1]
    spaced = before.isspace() and not (behind.isspace() or not behind)
    return text[at] in _CLOSERS and not (behind.isalnum() or spaced)


def foreign_pairs(of: LanguageProfile, to: LanguageProfile) -> frozenset[tuple[str, str]]:
    """The pairs of marks that one language has and another lacks."""
    if not of.has("quotes"):
        return frozenset(_PAIRS) - frozenset(to.quotes)
    titles = _TITLES if _has_titles(of) and not _has_titles(to) else ()
    return frozenset((*of.quotes, *titles)) - frozenset(to.quotes)


def _has_titles(profile: LanguageProfile) -> bool:
    """Whether a language marks titles like quotations: those that write 「…」 do."""
    return any(opening == "「" for opening, _ in profile.quotes)


@cache
def _signs() -> dict[str, re.Pattern[str]]:
    """Opening mark → what a stretch that it opens looks like."""
    closings: dict[str, str] = {}
    for opening, closing in _PAIRS:
        closings[opening] = closings.get(opening, "") + closing
    return {opening: _sign(opening, closing) for opening, closing in closings.items()}


def _sign(opening: str, closing: str) -> re.Pattern[str]:
    wide = opening >= "\u3000"
    before = "" if wide else r"(?<![^\s(\[{—–\"“„«‘‚-])"
    after = "" if wide else r"(?![^\W_])"
    inner = rf"[^{opening}{closing}\n]"
    if closing[0] in _APOSTROPHES:
        inner = rf"(?:{inner}|(?<=[^\W_])[{closing}](?=[^\W_]))"
    return re.compile(rf"{before}{opening}({inner}{{1,{_LONGEST}}})[{closing}]{after}")
