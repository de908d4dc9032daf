"""The step summary of GitHub Actions: the Markdown report, within the limit of a step."""

from collections.abc import Sequence

from tqcheck.model import Result
from tqcheck.reports.formats import Run
from tqcheck.reports.markdown import whole

#: Bytes of a step's summary.
_LIMIT = 2**20


def render(results: Sequence[Result], run: Run) -> str:
    """Headline, table of files, and findings with both texts."""
    return whole(results, run, shown=50, longest=_LIMIT)
