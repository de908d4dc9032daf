"""The rows of a bitext: source segments and their translations, alone or as documents."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from tqcheck.languages import profile
from tqcheck.model import (
    Bead,
    Block,
    Document,
    Finding,
    Glossary,
    Kind,
    Pair,
    Result,
    Rule,
    Segment,
    Span,
)
from tqcheck.session import examined

#: A longer document is checked in parts of so many rows, so that memory has a bound.
LONGEST = 1000
_BETWEEN = "\n\n"


class Row(NamedTuple):
    """A pair of segments; `id` is whatever the file calls it.

    Rows of one document that follow each other are checked together.
    """

    id: Any
    source: str
    target: str
    source_language: str
    target_language: str
    document: str | None = None


def grouped(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows document by document, those without one alone."""
    group: list[Row] = []
    for row in rows:
        if group and (len(group) == LONGEST or not together(group[-1], row)):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def together(one: Row, other: Row) -> bool:
    """Whether two rows that follow each other are of one document."""
    return one.document is not None and one[3:] == other[3:]


def results(
    rows: Iterable[Row],
    rules: Sequence[Rule],
    options: Mapping[str, Mapping[str, Any]] | None = None,
    glossary: Glossary | None = None,
) -> Iterator[Result]:
    """Check rows: a Result for each, in their order, with places in the row's own texts.

    A pair rule sees all rows of a document. What it finds belongs to the row of the target's
    place, else of the source's; a place in another row is left out.
    """
    for group in grouped(rows):
        if len(group) == 1:
            yield row_result(group[0], rules, options, glossary)
        else:
            yield from _of_document(group, rules, options, glossary)


def row_result(
    row: Row,
    rules: Sequence[Rule],
    options: Mapping[str, Mapping[str, Any]] | None = None,
    glossary: Glossary | None = None,
) -> Result:
    """Check one row: a pair of one bead, whatever its texts hold."""
    pair = pair_of(row)
    pair.glossary = glossary
    return examined(pair, rules, options or {}, quickly=True)


def pair_of(row: Row) -> Pair:
    """A row as a pair of one bead."""
    source = _document([row.source], row.source_language)
    target = _document([row.target], row.target_language)
    return Pair(source, target, (Bead(source.segments[0], target.segments[0]),))


def _document(texts: Sequence[str], language: str) -> Document:
    """A document of one paragraph, and one segment in it, for each text."""
    document = Document(_BETWEEN.join(texts), profile(language))
    blocks, segments, start = [], [], 0
    for text in texts:
        span = Span(start, start + len(text))
        segment = Segment(document, span, Kind.SENTENCE)
        # The paragraph is the sentence, so what is known of one is known of the other.
        blocks.append(Block(document, span, Kind.SENTENCE, segment.memory))
        segments.append(segment)
        start = span.end + len(_BETWEEN)
    document.blocks, document.segments = tuple(blocks), tuple(segments)
    return document


def _of_document(
    group: Sequence[Row],
    rules: Sequence[Rule],
    options: Mapping[str, Mapping[str, Any]] | None,
    glossary: Glossary | None,
) -> Iterator[Result]:
    first = group[0]
    source = _document([row.source for row in group], first.source_language)
    target = _document([row.target for row in group], first.target_language)
    beads = tuple(map(Bead, source.segments, target.segments))
    whole = examined(Pair(source, target, beads, glossary), rules, options or {})
    found: list[list[Finding]] = [[] for _ in group]
    starts = [[side.span.start for side in each.segments] for each in (source, target)]
    for finding in whole.findings:
        at = (
            bisect_right(starts[1], finding.target.start)
            if finding.target
            else bisect_right(starts[0], finding.source.start if finding.source else 0)
        )
        found[at - 1].append(finding)
    for row, bead, findings in zip(group, beads, found, strict=True):
        moved = tuple(_moved(finding, bead) for finding in findings)
        pair = pair_of(row) if moved else Pair(bead.source.document, bead.target.document, (bead,))
        yield replace(whole, pair=pair, findings=moved, hidden=())


def _moved(finding: Finding, bead: Bead) -> Finding:
    """A finding of a document as one of a row."""
    target, source = _within(finding.target, bead.target), _within(finding.source, bead.source)
    fix = finding.fix
    if fix is not None:
        span = _within(fix.span, bead.target)
        fix = replace(fix, span=span) if span else None
    return replace(finding, target=target, source=source, fix=fix)


def _within(span: Span | None, segment: Segment) -> Span | None:
    """What of a span lies in a segment, counted from its beginning."""
    if span is None or not segment.span.start <= span.start <= segment.span.end:
        return None
    start = segment.span.start
    return Span(span.start - start, min(span.end, segment.span.end) - start)
