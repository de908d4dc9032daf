"""Sentences that only one of the two texts has."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqcheck.features.chrome import chrome_label
from tqcheck.features.folding import folded
from tqcheck.features.words import units, unspaced, words
from tqcheck.model import Kind, Pair, Passage, Segment, Span, remembered

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


class Gap(NamedTuple):
    """Sentences of one text, the empty place for them in the other, and how sure the alignment
    is of them and of the beads on both sides.
    """

    span: Span
    place: Span
    sentences: int
    confidence: float


def missing(pair: Pair) -> tuple[Gap, ...]:
    """Sentences of the source that the target has nowhere near."""
    return _gaps(pair)[0]


def added(pair: Pair) -> tuple[Gap, ...]:
    """Sentences of the target that the source has nowhere near."""
    return _gaps(pair)[1]


@remembered
def _gaps(pair: Pair) -> tuple[tuple[Gap, ...], tuple[Gap, ...]]:
    forward = [_Link(bead.source, bead.target, bead.confidence) for bead in pair.beads]
    backward = [_Link(bead.target, bead.source, bead.confidence) for bead in pair.beads]
    return tuple(_of_side(forward)), tuple(_of_side(backward))


class _Link(NamedTuple):
    """A bead, seen from the text that may have more."""

    own: Segment
    other: Segment
    confidence: float


def _of_side(links: Sequence[_Link]) -> Iterator[Gap]:
    ratio = _usual_ratio(links)
    at = 0
    while at < len(links):
        end = at
        while end < len(links) and links[end].other.empty and not links[end].own.empty:
            end += 1
        if end > at:
            alone = [link for link in links[at:end] if _has_substance(link.own)]
            if alone and not _taken_in(links, at, end, ratio):
                yield Gap(
                    Span(alone[0].own.span.start, alone[-1].own.span.end),
                    alone[0].other.span,
                    len(alone),
                    min(link.confidence for link in links[max(at - 1, 0) : end + 1]),
                )
        at = max(end, at + 1)


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
