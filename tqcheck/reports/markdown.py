"""Markdown for a comment on a pull request: short, in a stable order, its details folded."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tqcheck.model import Document, Finding, Result, Severity, Span
from tqcheck.reports.formats import SEVERITIES, Run, new_findings, worst_first
from tqcheck.reports.positions import visible, where
from tqcheck.reports.text import summary

#: Findings that are shown with both texts, and characters of a passage.
_SHOWN = 10
_CONTEXT = 60
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&@-])")


def render(results: Sequence[Result], run: Run) -> str:
    """A headline, a table of files, and the gravest findings with both texts."""
    return whole(results, run, _SHOWN)


def whole(results: Sequence[Result], run: Run, shown: int, longest: int = 60_000) -> str:
    """The same with so many findings; cut at a paragraph to so many bytes, and told so."""
    found = worst_first(new_findings(results))
    parts = [f"### tqcheck: {summary(results, run)}"]
    if found:
        parts += [_table(found), *_details(found[:shown])]
    if len(found) > shown:
        parts.append(f"{len(found) - shown} more findings are not shown here.")
    unused = [one for result in results for one in result.unused]
    if unused:
        parts.append(f"{len(unused)} suppressions hide nothing.")
    return _cut(parts, longest)


def _cut(parts: Sequence[str], longest: int) -> str:
    text, used = "", 0
    for number, part in enumerate(parts):
        size = len(part.encode("utf-8", "replace")) + 2
        if used + size > longest - 100:
            return f"{text}{len(parts) - number} more parts of this report are cut off here.\n"
        text += f"{part}\n\n"
        used += size
    return f"{text.rstrip()}\n"


def _table(found: Sequence[tuple[Result, Finding]]) -> str:
    counts: Counter[tuple[str, Severity]] = Counter()
    for result, finding in found:
        counts[result.place(finding).path, finding.severity] += 1
    lines = [
        f"| file | {' | '.join(SEVERITIES)} |",
        f"|---|{'--:|' * len(SEVERITIES)}",
    ]
    for path in sorted({path for path, _ in counts}):
        figures = " | ".join(str(counts[path, grade] or "") for grade in SEVERITIES)
        lines.append(f"| {escaped(path) or '-'} | {figures} |")
    return "\n".join(lines)


def _details(found: Sequence[tuple[Result, Finding]]) -> Iterator[str]:
    yield "<details><summary>The gravest findings</summary>"
    for result, finding in found:
        yield "\n".join(_finding(result, finding))
    yield "</details>"


def _finding(result: Result, finding: Finding) -> Iterator[str]:
    yield f"**{escaped(where(result.place(finding)))}** {finding.severity.value} {escaped(finding.by.id)}  "
    yield escaped(finding.message)
    for document, span in (
        (result.pair.source, finding.source),
        (result.pair.target, finding.target),
    ):
        if span is not None and span.start < span.end:
            yield f"> {escaped(document.language)}: {_passage(document, span)}  "


def _passage(document: Document, span: Span) -> str:
    start, end = max(0, span.start - _CONTEXT), min(len(document.text), span.end + _CONTEXT)
    before, flagged, after = (
        escaped(document.text[slice(*part)])
        for part in ((start, span.start), tuple(span), (span.end, end))
    )
    left, right = ("…" if start else ""), ("…" if end < len(document.text) else "")
    return f"{left}{before}<b>{flagged}</b>{after}{right}".strip()


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands, on one line."""
    return _SPECIAL.sub(r"\\\1", visible(text)).replace("\\<", "&lt;").replace("\\>", "&gt;")
