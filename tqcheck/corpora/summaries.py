"""The summary of a run over a bitext, for people."""

from collections.abc import Iterator

from tqcheck.corpora.summary import Summary
from tqcheck.reports.pages import page
from tqcheck.reports.positions import brief, visible

_LONGEST = 160


def as_text(summary: Summary) -> str:
    """Counts, then each rule with its rows and samples, the most frequent first."""
    return "".join(f"{line}\n" for line in _lines(summary))


def _lines(summary: Summary) -> Iterator[str]:
    yield f"{summary.rows:,} rows checked, {summary.flagged:,} with findings"
    if summary.unreadable:
        yield f"{summary.unreadable:,} rows left out"
        yield from (f"    {visible(reason)}" for reason in summary.reasons)
    for rule, rows in summary.found_in.most_common():
        share = 1000 * rows / summary.rows
        yield f"\n{rule}: {summary.findings[rule]:,} findings in {rows:,} rows, {share:.2f} in 1,000"
        for sample in summary.samples[rule]:
            yield f"    {visible(str(sample.id))}  {visible(sample.message)}"
            yield from (
                f"        {brief(text, _LONGEST)}" for text in (sample.source, sample.target)
            )


def as_html(summary: Summary) -> str:
    """The same as one page that loads nothing."""
    return page("summary", summary=summary)
