"""One line a finding: `path:line:column: severity rule: message`."""

from collections.abc import Sequence

from tqcheck.model import Finding, Result
from tqcheck.reports.formats import Run, new_findings
from tqcheck.reports.positions import visible, where
from tqcheck.reports.text import notes, summary


def render(results: Sequence[Result], run: Run) -> str:
    """The new findings, and a last line that counts them."""
    lines = [_line(result, finding, run) for result, finding in new_findings(results)]
    return "\n".join((*lines, *notes(results, run), summary(results, run))) + "\n"


def _line(result: Result, finding: Finding, run: Run) -> str:
    severity = finding.severity.value
    return (
        f"{run.paint(where(result.place(finding)), 'place')}: {run.paint(f'{severity} {finding.by.id}', severity)}:"
        f" {visible(finding.message)}"
    )
