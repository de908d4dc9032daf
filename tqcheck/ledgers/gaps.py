"""What only one of the two texts has: sentences, paragraphs, headings, items, the whole rest."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from tqcheck.features.chrome import chrome_label
from tqcheck.features.folding import folded
from tqcheck.features.words import units, unspaced, words
from tqcheck.model import Bead, Kind, Pair, Passage, Segment, Span, remembered

#: Fewer words than this are a name, a tag or an exclamation.
_FEWEST_WORDS, _FEWEST_PLAIN = 4, 2
#: What a character of a script without spaces is of a word.
_CHARACTER = 0.5
#: A neighbour that is longer than expected by this share of a sentence has taken it in.
_TAKEN_IN = 0.4
#: Beads that the usual ratio of lengths is learnt from, and how many it takes.
_SURE, _ENOUGH = 0.8, 5
_FIGURE = re.compile(r"\d+(?:[.,\s]\d{3})*")
_SHORTEST_NAME = 4


#: A text that lacks so many sentences, and such a share of them, at its end was cut off.
_FEWEST_CUT_OFF, _SHARE_CUT_OFF = 3, 0.1


class Extent(Enum):
    """What is missing, as an editor would say it."""

    SENTENCE = auto()  # one or more sentences of a paragraph that is there
    PARAGRAPH = auto()  # paragraphs of several sentences, with what stands between them
    HEADING = auto()
    ITEM = auto()
    REST = auto()  # all from here to the end


class Gap(NamedTuple):
    """Sentences of one text, the empty place for them in the other, and how sure the alignment
    is of them and of the beads on both sides.
    """

    span: Span
    place: Span
    sentences: int
    confidence: float
    extent: Extent


def missing(pair: Pair, extent: Extent, confidence: float) -> Iterator[Gap]:
    """What the source has and the target has nowhere near, as far as the alignment is sure."""
    return _sure(_gaps(pair)[0], extent, confidence)


def added(pair: Pair, confidence: float) -> Iterator[Gap]:
    """What the target has and the source has nowhere near, as far as the alignment is sure."""
    return _sure(_gaps(pair)[1], None, confidence)


def moved(pair: Pair, confidence: float) -> Iterator[tuple[Span, Span]]:
    """What stands at different places of the two texts: (source, target), neighbours together."""
    found: list[tuple[Span, Span]] = []
    previous: Bead | None = None
    for bead in pair.beads:
        if bead.moved and bead.confidence >= confidence:
            source, target = bead.source.span, bead.target.span
            if previous and _follows(previous.source, bead.source):
                first_source, first_target = found.pop()
                source = Span(first_source.start, source.end)
                target = Span(first_target.start, target.end)
            found.append((source, target))
            previous = bead
        else:
            previous = None
    yield from found


def _follows(one: Segment, other: Segment) -> bool:
    between = one.document.text[one.span.end : other.span.start]
    return one.span.end <= other.span.start and not between.strip()


def _sure(gaps: Sequence[Gap], extent: Extent | None, confidence: float) -> Iterator[Gap]:
    return (gap for gap in gaps if extent in (None, gap.extent) and gap.confidence >= confidence)


@remembered
def _gaps(pair: Pair) -> tuple[tuple[Gap, ...], tuple[Gap, ...]]:
    forward = [_Link(bead.source, bead.target, bead.confidence, bead.moved) for bead in pair.beads]
    backward = [
        _Link(bead.target, bead.source, bead.confidence, bead.moved)
        for bead in sorted(pair.beads, key=lambda bead: bead.target.span)
    ]
    forward.sort(key=lambda link: link.own.span)
    return tuple(_of_side(forward)), tuple(_of_side(backward))


class _Link(NamedTuple):
    """A bead, seen from the text that may have more."""

    own: Segment
    other: Segment
    confidence: float
    moved: bool


def _of_side(links: Sequence[_Link]) -> Iterator[Gap]:
    ratio = _usual_ratio(links)
    at = 0
    while at < len(links):
        end = at
        while end < len(links) and links[end].other.empty and not links[end].own.empty:
            end += 1
        if end > at:
            alone = [
                links[number]
                for number in range(at, end)
                if _has_substance(links[number].own) and not _is_said_beside(links, number)
            ]
            if alone and not _taken_in(links, at, end, ratio):
                sure = min(link.confidence for link in links[max(at - 1, 0) : end + 1])
                for extent, lost in _parts(links, at, end, alone):
                    yield Gap(
                        Span(lost[0].own.span.start, lost[-1].own.span.end),
                        lost[0].other.span,
                        len(lost),
                        sure,
                        extent,
                    )
        at = max(end, at + 1)


def _parts(
    links: Sequence[_Link], start: int, end: int, alone: Sequence[_Link]
) -> Iterator[tuple[Extent, Sequence[_Link]]]:
    """What a run of sentences without counterpart is, part by part."""
    to_end = not any(_has_substance(link.own) for link in links[end:])
    if to_end and len(alone) >= max(_FEWEST_CUT_OFF, _SHARE_CUT_OFF * len(links)):
        yield Extent.REST, alone
        return
    lost = frozenset(link.own.span for link in links[start:end])
    for extent, group in groupby(alone, key=lambda link: _extent(link.own, lost)):
        yield extent, tuple(group)


def _extent(sentence: Segment, lost: frozenset[Span]) -> Extent:
    document = sentence.document
    block = document.block_of(sentence)
    if block.kind is Kind.HEADING:
        return Extent.HEADING
    if block.kind is Kind.ITEM:
        return Extent.ITEM
    inside = [one.span in lost for one in document.segments if block.holds(one.span)]
    return Extent.PARAGRAPH if len(inside) > 1 and all(inside) else Extent.SENTENCE


def _is_said_beside(links: Sequence[_Link], number: int) -> bool:
    """Whether a sentence only says again what the one before or behind it says."""
    beside = (*links[max(number - 1, 0) : number], *links[number + 1 : number + 2])
    return any(link.own.text == links[number].own.text for link in beside)


def _has_substance(sentence: Segment) -> bool:
    """Whether a sentence says something of its own: no name, credit, date or page furniture."""
    if chrome_label(sentence):
        return False
    spoken = [unit.text for unit in units(sentence) if not any(map(str.isdigit, unit.text))]
    said = sum(_CHARACTER if unspaced(word) else 1 for word in spoken)
    if said < _FEWEST_WORDS + (sentence.kind is Kind.TAG):
        return False
    return sum(not word[:1].isupper() for word in spoken) >= _FEWEST_PLAIN


def _taken_in(links: Sequence[_Link], start: int, end: int, ratio: float | None) -> bool:
    """Whether a neighbour says it too: by its length, its figures, or its names."""
    lost = links[start:end]
    beside = [
        link
        for link in (*links[max(start - 1, 0) : start], *links[end : end + 1])
        if not link.other.empty
    ]
    if ratio:
        size = sum(_size(link.own) for link in lost) * ratio
        if any(_size(link.other) - _size(link.own) * ratio > _TAKEN_IN * size for link in beside):
            return True
    known = set().union(*(_marks(link.own) for link in beside)) if beside else set()
    there = set().union(*(_marks(link.other) for link in beside)) if beside else set()
    own = set().union(*(_marks(link.own) for link in lost))
    return bool((own & there) - known)


def _usual_ratio(links: Sequence[_Link]) -> float | None:
    ratios = [
        _size(link.other) / _size(link.own)
        for link in links
        if not (link.own.empty or link.other.empty) and link.confidence >= _SURE
    ]
    return sorted(ratios)[len(ratios) // 2] if len(ratios) >= _ENOUGH else None


def _size(passage: Passage) -> int:
    return passage.span.end - passage.span.start


@remembered
def _marks(passage: Passage) -> frozenset[str]:
    """What survives translation: figures, and words with a capital inside the sentence."""
    figures = {re.sub(r"\D", "", match) for match in _FIGURE.findall(passage.text)}
    names = {
        folded(word.text)
        for word in words(passage)[1:]
        if word.text[:1].isupper() and len(word.text) >= _SHORTEST_NAME
    }
    return frozenset({figure for figure in figures if len(figure) > 1} | names)
