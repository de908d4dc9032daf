"""JSON Lines: the findings of the JSON report, one a line, in the same order."""

import json
from collections.abc import Sequence

from tqcheck.model import Result
from tqcheck.reports.formats import Run
from tqcheck.reports.json import entry


def render(results: Sequence[Result], _run: Run) -> str:
    """A line for each finding, whatever its state."""
    return "".join(
        json.dumps(entry(result, finding), ensure_ascii=False) + "\n"
        for result in results
        for finding in result.findings
    )
