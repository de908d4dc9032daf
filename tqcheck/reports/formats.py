"""The formats a report can have: each is a module of this package with

    def render(results: Sequence[Result], run: Run) -> str

and a line in `FORMATS`, by which the command line offers it. It is imported when it is asked for.
"""

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from tqcheck.model import Document, Finding, Result, Severity, Span, State
from tqcheck.reports.positions import visible
from tqcheck.version import __version__

#: Name on the command line → what it is for. `a-name` is the module `a_name`.
FORMATS = {
    "text": "both passages, with the flagged characters underlined",
    "concise": "one line a finding, for grep and editors",
    "markdown": "for a comment on a pull request",
    "statistics": "how often each rule fired",
    "json": "everything, as one JSON object (schema 1)",
    "jsonl": "everything, as one JSON object a line",
    "sarif": "SARIF 2.1.0, for code scanning",
    "github": "annotations of GitHub Actions",
    "github-summary": "the step summary of GitHub Actions",
    "gitlab": "GitLab Code Quality",
    "junit": "JUnit XML, for test reports",
    "checkstyle": "Checkstyle XML",
    "rdjson": "for reviewdog",
    "mqm": "TSV with ten columns, for MQM viewers",
    "html": "one page for people, with both texts",
}

#: The formats of an alignment, each a function of `beads`.
BEAD_FORMATS = ("text", "json", "tsv", "tmx")

#: How severities are explained, the gravest first.
SEVERITIES = {
    Severity.CRITICAL: "a reader is misled or harmed",
    Severity.MAJOR: "content is lost, wrong or broken",
    Severity.MINOR: "looks wrong and means the same",
}
STATES: tuple[State, ...] = get_args(State)

#: (text, what it is) → text, perhaps coloured: "critical", "major", "minor", "place", "faint".
Paint = Callable[[str, str], str]


def plain(text: str, _role: str) -> str:
    """No colour."""
    return text


def _unmeasured(_rule: str) -> str:
    return ""


class Run(NamedTuple):
    """What a report may want to know besides the results."""

    version: str = __version__
    #: Columns of the terminal, and how it is coloured.
    width: int = 100
    paint: Paint = plain
    #: From this severity on a new finding fails the run.
    fail_on: Severity = Severity.MAJOR
    #: How long it took, where that is worth telling.
    seconds: float | None = None
    #: Whether cures were put into the texts.
    fixed: bool = False
    #: What a rule was measured at, to be printed.
    measured: Callable[[str], object] = _unmeasured


def rendered(name: str, results: Sequence[Result], run: Run) -> str:
    """The results in one of the FORMATS.

    Raises KeyError where there is no such format.
    """
    FORMATS[name]
    module = importlib.import_module(f"tqcheck.reports.{name.replace('-', '_')}")
    report: str = module.render(results, run)
    return report


def new_findings(results: Sequence[Result]) -> Iterator[tuple[Result, Finding]]:
    """What a reader has to look at: neither known nor suppressed, in the order of the texts."""
    for result in results:
        for finding in result.findings:
            if finding.state == "new":
                yield result, finding


def unjudged(results: Sequence[Result]) -> dict[str, list[str]]:
    """Why rules did not run → which ones, by name; in the order in which the reasons came up."""
    rules: dict[str, set[str]] = {}
    for result in results:
        for item in result.not_run:
            rules.setdefault(item.reason, set()).add(item.rule)
    return {reason: sorted(names) for reason, names in rules.items()}


def worst_first(found: Iterable[tuple[Result, Finding]]) -> list[tuple[Result, Finding]]:
    """The graver before the less grave; else in the order they came in."""
    return sorted(found, key=lambda pair: -pair[1].severity.rank)


def level(finding: Finding, run: Run) -> Literal["error", "warning", "note"]:
    """How grave it is in the words of most tools: what fails the run is an error."""
    if finding.severity.rank >= run.fail_on.rank:
        return "error"
    return "note" if finding.severity is Severity.MINOR else "warning"


def flagged(result: Result, finding: Finding) -> tuple[Document, Span]:
    """The words that a finding is about: of the translation or, of an omission, of the source."""
    target = finding.target
    if target is not None and (target.start < target.end or finding.source is None):
        return result.pair.target, target
    return result.pair.source, finding.source or Span(0, 0)


def told(result: Result, finding: Finding) -> str:
    """The message on one line; and, where a consumer shows only this, what the source says."""
    message = visible(finding.message)
    if finding.source is None or finding.target is None:
        return message
    source = visible(" ".join(result.pair.source.text[slice(*finding.source)].split()))
    return f"{message} (source: “{source}”)" if source and source not in message else message
