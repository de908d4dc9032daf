"""A translation beside a reference: another translation of the same source."""

from collections.abc import Sequence
from typing import NamedTuple

from tqcheck.alignment import aligned
from tqcheck.features.overlap import sentence_chrf
from tqcheck.model import Document, Place, Span


class UnequalLines(ValueError):
    """Files that are to correspond line by line, and do not."""


class Unit(NamedTuple):
    """A paragraph (or line) of the reference and what a translation has for it, which may be
    nothing; with the place of the translation, or the gap where it should be.
    """

    reference: str
    text: str
    span: Span


def units(translation: Document, reference: Document, *, lines: bool = False) -> list[Unit]:
    """The translation by paragraphs of the reference: aligned, as the two may be cut otherwise;
    or line by line.

    Several translations have the same units, so that they can be compared.
    Raises UnequalLines.
    """
    if lines:
        return _by_lines(translation, reference)
    pair = aligned(reference, translation)
    found: list[list[Span]] = [[] for _ in reference.blocks]
    starts = {id(block): number for number, block in enumerate(reference.blocks)}
    at = 0
    for bead in pair.beads:
        if not bead.source.empty:
            at = starts[id(reference.block_of(bead.source))]
        if not bead.target.empty:
            found[at].append(bead.target.span)
    result, end = [], 0
    for block, spans in zip(reference.blocks, found, strict=True):
        text = " ".join(translation.text[slice(*span)] for span in sorted(spans))
        span = Span(min(spans).start, max(s.end for s in spans)) if spans else Span(end, end)
        end = span.end
        result.append(Unit(block.text, text, span))
    return result


def _by_lines(translation: Document, reference: Document) -> list[Unit]:
    if len(translation.segments) != len(reference.segments):
        raise UnequalLines(
            f"{translation.path} has {len(translation.segments)} lines,"
            f" {reference.path} {len(reference.segments)}: leave out --lines to have them aligned"
        )
    return [
        Unit(other.text, segment.text, segment.span)
        for segment, other in zip(translation.segments, reference.segments, strict=True)
    ]


class Doubtful(NamedTuple):
    """A unit to look at: it shares little with its reference."""

    place: Place
    chrf: float
    reference: str
    text: str


def least_alike(translation: Document, found: Sequence[Unit], count: int) -> list[Doubtful]:
    """The units of lowest chrF2++, the lowest first. A low figure proves nothing: there are many
    right translations.
    """
    scored = sorted(
        (sentence_chrf(unit.text, unit.reference, word_order=2), number)
        for number, unit in enumerate(found)
    )
    return [
        Doubtful(
            translation.locate(found[number].span),
            100 * score,
            found[number].reference,
            found[number].text,
        )
        for score, number in scored[:count]
        if score < 1
    ]
