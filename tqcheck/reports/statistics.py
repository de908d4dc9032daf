"""How often each rule fired, by state, the most frequent first."""

from collections import Counter
from collections.abc import Sequence

from tqcheck.model import Result
from tqcheck.reports.formats import STATES, Run
from tqcheck.reports.text import notes, summary


def render(results: Sequence[Result], run: Run) -> str:
    """A line for each rule that fired, and a last line that counts all."""
    counts: Counter[tuple[str, str]] = Counter()
    severities: dict[str, str] = {}
    for result in results:
        for finding in result.findings:
            counts[finding.by.id, finding.state] += 1
            severities[finding.by.id] = finding.by.severity.value
    totals = {rule: sum(counts[rule, state] for state in STATES) for rule in severities}
    lines = [f"{'new':>7} {'known':>7} {'suppr.':>7}  rule"] if totals else []
    for rule in sorted(totals, key=lambda rule: (-totals[rule], rule)):
        figures = " ".join(f"{counts[rule, state]:>7,}" for state in STATES)
        lines.append(f"{figures}  {run.paint(rule, severities[rule])}")
    return "\n".join((*lines, *notes(results, run), summary(results, run))) + "\n"
