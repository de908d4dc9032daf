"""For a reader at a terminal: both passages, with the flagged characters underlined."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqcheck.model import Document, Finding, Passage, Result, Span
from tqcheck.reports.formats import SEVERITIES, STATES, Paint, Run, new_findings, unjudged
from tqcheck.reports.positions import columns, fitted, right_to_left, visible, where


def render(results: Sequence[Result], run: Run) -> str:
    """The new findings, pair by pair, and a last line that counts them."""
    lines = [
        line
        for result, finding in new_findings(results)
        for line in (*_finding(result, finding, run.width, run.paint), "")
    ]
    ending = (*notes(results, run), *_curable(results, run), summary(results, run))
    return "\n".join((*lines, *ending)) + "\n"


def notes(results: Sequence[Result], run: Run) -> list[str]:
    """What could not be judged, each reason once, with how many pairs it is true of; and the
    suppressions that hide nothing.
    """
    counts = Counter(
        reason for result in results for reason in {item.reason for item in result.not_run}
    )
    unused = [
        f"{visible(one.path)}:{one.line}: suppression of {visible(one.rule) or 'nothing'} {one.problem}"
        for result in results
        for one in result.unused
    ]
    return unused + [
        run.paint(
            f"not run: {', '.join(rules)}: {visible(reason)}"
            f"{f' ({counts[reason]} pairs)' if counts[reason] > 1 else ''}",
            "faint",
        )
        for reason, rules in unjudged(results).items()
    ]


def _curable(results: Sequence[Result], run: Run) -> Iterator[str]:
    """How many cures could be put into the texts."""
    counts = Counter(f.fix.safe for _, f in new_findings(results) if f.fix is not None)
    safe, unsafe = counts[True], counts[False]
    if run.fixed or not counts:
        return
    more = f", {unsafe} more with --unsafe-fixes" if unsafe else ""
    options = "--fix" if safe else "--fix --unsafe-fixes"
    told = f"{safe or unsafe} can be fixed with {options}{more if safe else ''}"
    yield run.paint(told, "faint")


def summary(results: Sequence[Result], run: Run) -> str:
    """One line, always of the same shape."""
    findings = [finding for result in results for finding in result.findings]
    by_state = Counter(finding.state for finding in findings)
    counts = [f"{by_state[state]} {state}{_graded(findings, state)}" for state in STATES]
    counts.append(f"{len(results)} pair{'s' if len(results) != 1 else ''}")
    if run.seconds is not None:
        counts.append(f"{run.seconds:.1f} s")
    return " · ".join(counts)


def _graded(findings: Sequence[Finding], state: str) -> str:
    counts = Counter(finding.severity for finding in findings if finding.state == state)
    graded = ", ".join(
        f"{counts[severity]} {severity.value}" for severity in SEVERITIES if counts[severity]
    )
    return f" ({graded})" if graded else ""


def _finding(result: Result, finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    kind = f"{finding.severity.value} {finding.by.id}"
    origin = "" if finding.origin == "translation" else f" ({finding.origin.value})"
    yield f"{paint(where(result.place(finding)), 'place')} {paint(kind, finding.severity.value)}{origin}"
    yield f"  {visible(finding.message)}"
    source, target = _context(result, finding)
    label = max(len(side.document.language) for side in (source, target))
    for side in (source, target):
        yield from _passage(side, label, width, finding.severity.value, paint)
    if finding.fix is not None:
        yield f"  cure: {_cure(result, finding)}"


class _Side(NamedTuple):
    """A stretch of one document to show, and what of it to underline."""

    document: Document
    shown: Span
    flagged: Span | None


def _context(result: Result, finding: Finding) -> tuple[_Side, _Side]:
    pair = result.pair
    source = _shown(pair.source, finding.source)
    target = _shown(pair.target, finding.target)
    if source is None and finding.target is not None:
        source = _facing(result, pair.target, finding.target)
    if target is None and finding.source is not None:
        target = _facing(result, pair.source, finding.source)
    return (
        _Side(pair.source, source or Span(0, 0), finding.source),
        _Side(pair.target, target or Span(0, 0), finding.target),
    )


def _shown(document: Document, flagged: Span | None) -> Span | None:
    """The blocks in which a flagged span lies; around a gap, what stands on both sides."""
    if flagged is None:
        return None
    touched = [block.span for block in document.blocks if block.span.overlaps(flagged)]
    if not touched and document.blocks[-1].span.end < flagged.start < flagged.end:
        return flagged  # markup outside the prose
    if not touched:
        before = [block.span for block in document.blocks if block.span.end <= flagged.start][-1:]
        after = [block.span for block in document.blocks if block.span.start >= flagged.end][:1]
        touched = before + after
    spans = [*touched, flagged]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _facing(result: Result, document: Document, flagged: Span) -> Span | None:
    """What stands over against a flagged span in the other text."""
    passage = Passage(document, flagged, document.blocks[0].kind)
    segments = [segment.span for segment in result.pair.counterpart(passage)]
    if not segments:
        return None
    return Span(min(span.start for span in segments), max(span.end for span in segments))


def _passage(side: _Side, label: int, width: int, role: str, paint: Paint) -> Iterator[str]:
    language = side.document.language
    room = max(20, width - label - 8)
    before, flagged, after = _windowed(side, room)
    if side.flagged is not None and right_to_left(before + flagged + after):
        # A terminal reorders this line, so nothing below it would line up.
        yield f"    {language:>{label}} │ {before}⟦{paint(flagged, role)}⟧{after}"
        return
    yield f"    {language:>{label}} │ {before}{paint(flagged, role) if flagged else ''}{after}"
    if side.flagged is not None:
        mark = "^" * max(1, columns(flagged))
        yield f"    {'':>{label}} │ {' ' * columns(before)}{paint(mark, role)}"


def _windowed(side: _Side, room: int) -> tuple[str, str, str]:
    """The text before, in and behind the flagged span, cut to `room` columns around it."""
    text = visible(side.document.text[side.shown.start : side.shown.end])
    if side.flagged is None:
        cut = fitted(text, room - 1)
        return (cut if len(cut) == len(text) else cut + "…"), "", ""
    start, end = side.flagged.start - side.shown.start, side.flagged.end - side.shown.start
    before, flagged, after = text[:start], text[start:end], text[end:]
    if columns(flagged) > room - 2:
        half = (room - 5) // 2
        flagged = f"{fitted(flagged, half)} … {fitted(flagged, half, from_end=True)}"
    spare = max(0, room - columns(flagged) - 2)
    left = min(columns(before), max(spare // 2, spare - columns(after)))
    cut_before = fitted(before, left, from_end=True)
    cut_after = fitted(after, spare - columns(cut_before))
    return (
        cut_before if len(cut_before) == len(before) else "…" + cut_before,
        flagged,
        cut_after if len(cut_after) == len(after) else cut_after + "…",
    )


def _cure(result: Result, finding: Finding) -> str:
    fix = finding.fix
    assert fix is not None  # noqa: S101  the caller has looked
    old = visible(result.pair.target.text[fix.span.start : fix.span.end])
    new = visible(fix.replacement)
    if not old.strip():
        return f"put “{new}” here" if new.strip() else "add a space" if new else "remove the space"
    return f"“{old}” → “{new}”" if new else f"remove “{old}”"
