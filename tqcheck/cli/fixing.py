"""--fix and --diff: the cures of findings, in the texts or shown."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from tqcheck.cli.errors import complain
from tqcheck.model import Result
from tqcheck.reports.positions import visible

if TYPE_CHECKING:
    from tqcheck.cli.projects import Project
    from tqcheck.project.fixing import Fixed
    from tqcheck.project.judging import Judged
    from tqcheck.project.runs import Checked

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


class Cures(NamedTuple):
    """Which cures are wanted, and whether they are only shown."""

    unsafe: bool
    shown: bool


class Tally(NamedTuple):
    """What became of the cures of several pairs."""

    cured: int = 0
    files: int = 0
    #: Findings with a cure that is not safe, where only safe ones were wanted.
    more: int = 0

    def and_(self, other: "Tally") -> "Tally":
        return Tally(*map(sum, zip(self, other, strict=True)))


def with_cures(
    project: "Project",
    done: "Sequence[Checked]",
    judge: "Callable[[Sequence[Checked]], Judged]",
    cures: Cures,
) -> "tuple[list[Checked], list[str], Tally]":
    """Write or show the cures of pairs. The pairs as they are then, or would be; why some texts
    could not be written; and what was done.
    """
    from tqcheck.project.fixing import Unfixable, fixed, write
    from tqcheck.project.judging import forgotten

    now: list[Checked] = []
    problems: list[str] = []
    tally = Tally()

    def judged(one: "Checked") -> Result:
        return judge([one]).results[0]

    for one, result in zip(done, judge(done).results, strict=True):
        now.append(one)
        last = result
        try:
            made = fixed(one._replace(result=result), project.settings, judged, unsafe=cures.unsafe)
            if cures.shown:
                _show(made)
            elif made.cured:
                write(made)
        except Unfixable as error:
            problems.append(str(error))
        else:
            last = made.checked.result
            now[-1] = one._replace(result=forgotten(last))
            _tell_dropped(made)
            tally = tally.and_(Tally(len(made.cured), int(bool(made.cured))))
        if not cures.unsafe:
            tally = tally.and_(Tally(more=_unsafe(last)))
    return now, problems, tally


def summary(tally: Tally, cures: Cures) -> str:
    """What was done, in a line: “3 fixed in 1 file, 2 more with --unsafe-fixes”."""
    count = f"{tally.cured}{' would be' if cures.shown else ''} fixed"
    if tally.cured:
        count += f" in {tally.files} file{'s' if tally.files > 1 else ''}"
    return count + (f", {tally.more} more with --unsafe-fixes" if tally.more else "")


def _unsafe(result: Result) -> int:
    from tqcheck.filters.fixes import curable

    return len(curable(result, unsafe=True)) - len(curable(result, unsafe=False))


def _tell_dropped(made: "Fixed") -> None:
    path = made.checked.pair.target
    for finding in dict.fromkeys(finding.by.id for finding in made.dropped):
        complain(f"{path}: the cure of {finding} does not clear it, or makes another: left out")


def _show(made: "Fixed") -> None:
    """Print the difference: as it is for programs, in colours and without controls for people."""
    from tqcheck.project.fixing import difference

    terminal = sys.stdout.isatty()
    coloured = terminal and not os.environ.get("NO_COLOR")
    for line in difference(made):
        text = visible(line.rstrip("\r\n")) + "\n" if terminal else line
        typer.echo(_coloured(text) if coloured else text, nl=False, color=coloured)


def _coloured(line: str) -> str:
    if line.startswith(("+++", "---")):
        return typer.style(line, bold=True)
    colour = _COLOURS.get(line[0])
    return typer.style(line, fg=colour) if colour else line
