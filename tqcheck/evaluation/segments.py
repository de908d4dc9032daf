"""Segments in which people marked the errors, as JSON lines.

Each line has `source`, `target`, `src_lang`, `tgt_lang`, and may have `id`, `doc` (segments of
one document follow each other), `set`, and

- `spans`: a list of {start, end, mqm, severity}; `start == end` where something is missing;
  `"side": "source"` with `src_start` and `src_end` for what only the source shows; `"side":
  "segment"` or `"unanchored": true` where the place is not known. `neutral` remarks and errors
  of the source (mqm `other/source-error`) are none of the translation's errors.
- `contrast`: the translation as it was before somebody damaged it, and the `phenomenon` that was
  made. Only what is not found in the contrast counts.

A set is clean where its name begins so, or its lines say `"clean": true`: every finding in it is
taken for a false alarm, though some are slips of the human translators.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from tqcheck.corpora.reading import Columns, Entry, Reader
from tqcheck.corpora.rows import Row, results, row_result
from tqcheck.evaluation.figures import WEIGHTS, Figures
from tqcheck.model import Finding, Result, Rule, Severity, Span

COLUMNS = Columns(source_language="src_lang", target_language="tgt_lang")
_NO_ERROR = "other/source-error"


class Mark(NamedTuple):
    """An error that somebody marked; None on a side where it has no place."""

    category: str
    target: Span | None
    source: Span | None
    #: Whether it is visible in the source alone, and whether its place is known.
    omitted: bool
    placed: bool
    neutral: bool


class Gold(NamedTuple):
    """A segment with what was marked in it."""

    row: Row
    set: str
    clean: bool
    marks: tuple[Mark, ...]
    contrast: str | None
    phenomenon: str


def segments(
    paths: Sequence[str], from_language: str | None = None, to_language: str | None = None
) -> Iterator[Gold | str]:
    """The segments of files, or why a line is none; raises UnreadableBitext.

    Languages that are given hold for all segments.
    """
    columns = COLUMNS._replace(from_language=from_language, to_language=to_language)
    for item in Reader(paths, columns):
        if not isinstance(item, Entry):
            yield f"{item.path} line {item.line} {item.reason}"
            continue
        try:
            yield _gold(item)
        except (KeyError, TypeError, ValueError) as error:
            yield f"row {item.row.id} has spans that cannot be read: {error}"


def _gold(item: Entry) -> Gold:
    fields, name = item.fields, str(item.fields.get("set") or "segments")
    return Gold(
        item.row,
        name,
        bool(fields.get("clean")) or name.startswith("clean"),
        tuple(_mark(span, item.row) for span in fields.get("spans") or ()),
        fields.get("contrast"),
        str(fields.get("phenomenon") or ""),
    )


def _mark(span: Mapping[str, Any], row: Row) -> Mark:
    side = span.get("side")
    category = str(span.get("mqm") or span.get("category") or "error")
    known = side != "segment" and not span.get("unanchored")
    target = _span(span.get("start"), span.get("end"), row.target)
    if known and target is None and side != "source":
        raise ValueError('one has no start and end, nor "side": "segment"')
    source = _span(span.get("src_start"), span.get("src_end"), row.source)
    return Mark(
        category,
        target,
        source,
        side == "source",
        known,
        span.get("severity") == "neutral" or category == _NO_ERROR,
    )


def _span(start: Any, end: Any, text: str) -> Span | None:
    if start is None or end is None:
        return None
    if not 0 <= int(start) <= int(end) <= len(text):
        raise ValueError(f"{start} to {end} is no place in a text of {len(text)} characters")
    return Span(int(start), int(end))


def figures_of_segments(gold: Sequence[Gold], rules: Sequence[Rule]) -> Figures:
    """The counts of some segments."""
    figures = Figures()
    found = results([one.row for one in gold], rules)
    for one, result in zip(gold, found, strict=True):
        for item in result.not_run:
            if item.broken:
                figures.broken[f"rule {item.rule} {item.reason}"] += 1
        figures.segments[one.set] += 1
        if one.clean:
            _count_clean(figures, one, result.findings)
        else:
            _count_marked(figures, one, result, tuple(rules))
    return figures


def _count_clean(figures: Figures, gold: Gold, findings: Sequence[Finding]) -> None:
    figures.clean[gold.set] += 1
    figures.clean_alarms[gold.set] += len(findings)
    figures.clean_flagged[gold.set] += bool(findings)
    figures.alarms.update(finding.by.id for finding in findings)


def _count_marked(figures: Figures, gold: Gold, result: Result, rules: tuple[Rule, ...]) -> None:
    findings: Sequence[Finding] = result.findings
    if gold.contrast is not None:
        before = _of_contrast(gold.row._replace(target=gold.contrast, document=None), rules)
        _count_contrast(figures, gold.phenomenon, findings, before)
        findings = _new(findings, gold.row.target, before)
    errors = [mark for mark in gold.marks if not mark.neutral]
    placed = [mark for mark in errors if mark.placed]
    for finding in findings:
        rule = finding.by.id
        figures.fired[rule] += 1
        if any(_touches(finding, mark) for mark in placed):
            figures.hits[rule] += 1
            figures.placed[rule] += 1
        elif len(placed) == len(errors) and not any(
            _touches(finding, mark) for mark in gold.marks if mark.neutral and mark.placed
        ):
            figures.placed[rule] += 1
    for mark in placed:
        figures.marked[mark.category] += 1
        figures.met[mark.category] += any(_touches(finding, mark) for finding in findings)


def _touches(finding: Finding, mark: Mark) -> bool:
    """Whether a finding points at an error. What is missing may show as a gap, or in the source."""
    if mark.omitted:
        if finding.source is None:
            return False
        return mark.source is None or finding.source.overlaps(mark.source)
    if mark.target is None:
        return False
    if finding.target is None:
        return mark.target.start == mark.target.end
    return finding.target.overlaps(mark.target)


class _Seen(NamedTuple):
    """The findings of a text that was not damaged: their weight, and what they flag."""

    weight: int
    flagged: Counter[tuple[str, str]]


@lru_cache(maxsize=4096)
def _of_contrast(row: Row, rules: tuple[Rule, ...]) -> _Seen:
    findings = row_result(row, rules).findings
    return _Seen(_weight(findings), Counter(_flagged(one, row.target) for one in findings))


def _count_contrast(
    figures: Figures, phenomenon: str, findings: Iterable[Finding], before: _Seen
) -> None:
    weight = _weight(findings)
    outcome = (figures.lost, figures.tied, figures.won)[
        (weight > before.weight) - (weight < before.weight) + 1
    ]
    outcome[phenomenon] += 1


def _weight(findings: Iterable[Finding]) -> int:
    return sum(WEIGHTS[Severity(finding.severity)] for finding in findings)


def _new(findings: Iterable[Finding], target: str, before: _Seen) -> list[Finding]:
    """The findings that the undamaged text has not."""
    old = before.flagged.copy()
    new = []
    for finding in findings:
        key = _flagged(finding, target)
        if old[key]:
            old[key] -= 1
        else:
            new.append(finding)
    return new


def _flagged(finding: Finding, target: str) -> tuple[str, str]:
    return finding.by.id, target[slice(*finding.target)] if finding.target else ""
