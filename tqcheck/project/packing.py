"""A Result as JSON, without its texts: for the cache, and from one process to another."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tqcheck.model import (
    Bead,
    Document,
    Finding,
    Fix,
    Hidden,
    Kind,
    NotRun,
    Origin,
    Pair,
    Result,
    Rule,
    Segment,
    Severity,
    Span,
)

_KINDS = tuple(Kind)
_KIND_NUMBER = {kind: number for number, kind in enumerate(_KINDS)}


class Unfit(ValueError):
    """What was packed is not of this version, or damaged."""


def packed(result: Result) -> str:
    """The result as one line of JSON."""
    pair = result.pair
    return json.dumps(
        {
            "languages": [pair.source.language, pair.target.language],
            "segments": [
                [_segment(one) for one in side.segments] for side in (pair.source, pair.target)
            ],
            "beads": [
                [_segment(bead.source), _segment(bead.target), bead.confidence, bead.shape]
                for bead in pair.beads
            ],
            "findings": [_finding(finding) for finding in result.findings],
            "hidden": [[_finding(entry.finding), entry.reason] for entry in result.hidden],
            "not_run": result.not_run,
            "signature": result.signature,
            "rules": [rule.id for rule in result.rules],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def unpacked(
    line: str,
    documents: Callable[[str, str], tuple[Document, Document]],
    rules: Mapping[str, Rule],
) -> Result:
    """The result that was packed. `documents` reads the two texts in the languages it is given.

    Raises Unfit where the line is damaged, or not of these texts.
    """
    try:
        fields = json.loads(line)
        source, target = documents(*fields["languages"])
        for document, entries in zip((source, target), fields["segments"], strict=True):
            document.segments = tuple(_segments(document, entries))
        held = tuple({s.span: s for s in side.segments} for side in (source, target))
        beads = tuple(
            Bead(
                _side(source, held[0], left),
                _side(target, held[1], right),
                confidence,
                (shape[0], shape[1]),
            )
            for left, right, confidence, shape in fields["beads"]
        )
        return Result(
            Pair(source, target, beads),
            tuple(_read_finding(entry, rules) for entry in fields["findings"]),
            tuple(
                Hidden(_read_finding(entry, rules), reason) for entry, reason in fields["hidden"]
            ),
            tuple(NotRun(*entry) for entry in fields["not_run"]),
            fields["signature"],
            tuple(rules[name] for name in fields["rules"]),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise Unfit(f"{type(error).__name__}: {error}") from error


def _segment(segment: Segment) -> list[int]:
    return [*segment.span, _KIND_NUMBER[segment.kind]]


def _segments(document: Document, entries: Iterable[tuple[int, int, int]]) -> Iterable[Segment]:
    return (Segment(document, Span(start, end), _KINDS[kind]) for start, end, kind in entries)


def _side(document: Document, held: Mapping[Span, Segment], entry: tuple[int, int, int]) -> Segment:
    span = Span(entry[0], entry[1])
    return held.get(span) or Segment(document, span, _KINDS[entry[2]])


def _finding(finding: Finding) -> list[Any]:
    fix = finding.fix
    return [
        finding.by.id,
        finding.message,
        finding.target,
        finding.source,
        fix and [*fix.span, fix.replacement, fix.safe, fix.prose],
        finding.origin,
        finding.severity,
        finding.fingerprint,
    ]


def _read_finding(entry: list[Any], rules: Mapping[str, Rule]) -> Finding:
    rule, message, target, source, fix, origin, severity, fingerprint = entry
    return Finding(
        message,
        target and Span(*target),
        source and Span(*source),
        fix and Fix(Span(fix[0], fix[1]), *fix[2:]),
        Origin(origin),
        rules[rule],
        Severity(severity),
        fingerprint,
    )
