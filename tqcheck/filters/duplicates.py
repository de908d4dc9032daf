"""One fact is one finding, however many rules see it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tqcheck.model import Finding, Hidden, Origin, Span

#: Code points that share an entry of the index, so that many findings take linear time.
_CELL = 64


def one_finding_a_fact(findings: Sequence[Finding]) -> tuple[list[Finding], list[Hidden]]:
    """Keep one of the findings that overlap on one side: the graver, then the one that shows both
    sides, then the more precise.

    Findings of different origin are different facts: each has to be mended elsewhere.
    """
    kept = _Kept()
    hidden: list[Hidden] = []
    for finding in sorted(findings, key=_precedence):
        winner = kept.same_fact(finding)
        if winner is None:
            kept.add(finding)
        else:
            hidden.append(Hidden(finding, f"the same place as {winner.by.id}"))
    return sorted(kept.findings, key=_place), hidden


class _Kept:
    """The findings kept so far, to be found by place."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._cells: defaultdict[tuple[str, Origin, int], list[Finding]] = defaultdict(list)

    def add(self, finding: Finding) -> None:
        self.findings.append(finding)
        for cell in _cells(finding):
            self._cells[cell].append(finding)

    def same_fact(self, finding: Finding) -> Finding | None:
        for cell in _cells(finding):
            for other in self._cells.get(cell, ()):
                if _same_fact(finding, other):
                    return other
        return None


def _cells(finding: Finding) -> Iterator[tuple[str, Origin, int]]:
    for side, span in (("target", finding.target), ("source", finding.source)):
        if span is not None:
            for cell in range(span.start // _CELL, span.end // _CELL + 1):
                yield side, finding.origin, cell


def _precedence(finding: Finding) -> tuple[int, bool, int, str, tuple[int, int]]:
    one_sided = finding.target is None
    return (-finding.severity.rank, one_sided, _length(finding), finding.by.id, _place(finding))


def _length(finding: Finding) -> int:
    return sum(span.end - span.start for span in (finding.target, finding.source) if span)


def _place(finding: Finding) -> tuple[int, int]:
    span = finding.target or finding.source or Span(0, 0)
    return (span.start, span.end)


def _same_fact(finding: Finding, other: Finding) -> bool:
    sources = finding.source is not None and other.source is not None
    if finding.target and other.target and not (sources and _gaps(finding, other)):
        return _cover(finding.target, other.target)
    return bool(finding.source and other.source and _cover(finding.source, other.source))


def _gaps(finding: Finding, other: Finding) -> bool:
    """Whether both only mark where something is missing: the sources tell what."""
    return all(
        span is not None and span.start == span.end for span in (finding.target, other.target)
    )


def _cover(a: Span, b: Span) -> bool:
    return a == b or (a.start < b.end and b.start < a.end)
