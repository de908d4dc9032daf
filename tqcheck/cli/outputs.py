"""Reports: which, in which format, and where to."""

import os
import shutil
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from tqcheck.cli.errors import Refusal
from tqcheck.model import Result
from tqcheck.reports.formats import FORMATS, Run, plain, rendered
from tqcheck.writing import whole_file

OutputFormat = StrEnum("OutputFormat", {name.replace("-", "_"): name for name in FORMATS})  # type: ignore[misc]

Format = Annotated[
    OutputFormat | None,
    typer.Option("--output-format", help="What to print: text, if nothing else is said."),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output", "-o", metavar="FORMAT:FILE", help="Write a report to a file, too. Repeatable."
    ),
]


class Color(StrEnum):
    """When to colour what is printed."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Colors = Annotated[
    Color,
    typer.Option(
        "--color", help="Colour what is printed: auto asks NO_COLOR, FORCE_COLOR, the terminal."
    ),
]


class Output(NamedTuple):
    """A report to write."""

    format: str
    path: Path


def wanted(outputs: Sequence[str] | None) -> list[Output]:
    """What the --output options ask for; raises Refusal where one cannot be understood."""
    return [_wanted(option) for option in outputs or ()]


def _wanted(option: str) -> Output:
    name, colon, path = option.partition(":")
    if name not in FORMATS or not path:
        problem = f"there is no format '{name}'" if colon and path else "write FORMAT:FILE"
        raise Refusal(f"--output {option}: {problem}; the formats are {', '.join(FORMATS)}")
    return Output(name, Path(path))


def demanded(color: Color = Color.AUTO) -> bool | None:
    """Whether to colour, by an option or by the environment; None where the terminal decides.

    After https://no-color.org and https://force-color.org: a variable counts unless it is empty.
    """
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def report(
    results: Sequence[Result],
    printed: str,
    outputs: Sequence[Output],
    run: Run,
    color: Color = Color.AUTO,
) -> None:
    """Print the results, and write the other reports.

    Raises Refusal where a file cannot be written.
    """
    run = run._replace(measured=measured)
    for output in (*outputs, *_of_ci([output.format for output in outputs])):
        write(output.path, rendered(output.format, results, run))
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else run.width
    wanted_color = demanded(color)
    coloured = wanted_color if wanted_color is not None else terminal
    shown = run._replace(width=width, paint=_coloured if coloured else plain)
    typer.echo(rendered(printed, results, shown), nl=False, color=coloured)
    if os.environ.get("GITHUB_ACTIONS") == "true" and printed in _FOR_READERS:
        typer.echo(rendered("github", results, run), nl=False)
        _summarise(rendered("github-summary", results, run))


#: Formats beside which a workflow command on stdout is in nobody's way.
_FOR_READERS = ("text", "concise", "statistics")
_GITLAB = Output("gitlab", Path("gl-code-quality-report.json"))


def _of_ci(asked: Sequence[str]) -> tuple[Output, ...]:
    """What GitLab CI takes, unless it is asked for already."""
    in_gitlab = bool(os.environ.get("GITLAB_CI")) and "gitlab" not in asked
    return (_GITLAB,) if in_gitlab else ()


def _summarise(text: str) -> None:
    """Add to the step summary of GitHub Actions."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with open(path, "a", encoding="utf-8") as summary:
            summary.write(text)
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror or error}") from error


def measured(rule: str) -> object:
    """What a rule was measured at, to be printed."""
    from tqcheck.rules.measured import measured

    return measured(rule)


def write(path: Path, text: str) -> None:
    """Write a whole file; raises Refusal where that is impossible."""
    try:
        with whole_file(path) as out:
            out.write(text)
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror or error}") from error


_STYLES = {
    "critical": {"fg": "red", "bold": True},
    "major": {"fg": "yellow", "bold": True},
    "minor": {"fg": "cyan"},
    "place": {"bold": True},
    "faint": {"dim": True},
}


def _coloured(text: str, role: str) -> str:
    return typer.style(text, **_STYLES[role])  # type: ignore[arg-type]
