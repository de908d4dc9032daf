"""Annotations of GitHub Actions: workflow commands on stdout.

A step shows ten of each kind; so the gravest come first, and the last tells how many there are.
"""

from collections import Counter
from collections.abc import Sequence

from tqcheck.model import Finding, Result
from tqcheck.reports.formats import Run, level, new_findings, told, worst_first
from tqcheck.reports.positions import visible
from tqcheck.reports.text import summary

#: Annotations of one kind that a step shows.
SHOWN = 10
_KINDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(results: Sequence[Result], run: Run) -> str:
    """A line for each new finding that GitHub will show, and one that counts all."""
    lines = []
    seen: Counter[str] = Counter()
    for result, finding in worst_first(new_findings(results)):
        kind = _KINDS[level(finding, run)]
        seen[kind] += 1
        # The last notice of the step tells what is not shown.
        if seen[kind] <= SHOWN - (kind == "notice"):
            lines.append(_annotation(kind, result, finding))
    shown, found = len(lines), seen.total()
    if shown < found:
        rest = f"{shown} of {found} findings are shown here. {summary(results, run)}"
        lines.append(f"::notice title=tqcheck::{_data(rest)}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(kind: str, result: Result, finding: Finding) -> str:
    place = result.place(finding)
    fields = {"file": visible(place.path), "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line and place.end_column > place.column:
        fields |= {"col": place.column, "endColumn": place.end_column - 1}
    fields["title"] = f"tqcheck ({finding.by.id})"
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{kind} {properties}::{_data(told(result, finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
