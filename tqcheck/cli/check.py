"""tqcheck check"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from tqcheck.cli.errors import Refusal, complain
from tqcheck.cli.fixing import Cures, Tally, summary, with_cures
from tqcheck.cli.options import (
    Baseline,
    ConfigFile,
    ExtendSelect,
    FailOn,
    From,
    GlossaryFiles,
    Ignore,
    Jobs,
    NoCache,
    Paths,
    Preview,
    Select,
    To,
    names,
)
from tqcheck.cli.outputs import Color, Colors, Format, Output, Outputs, report, wanted
from tqcheck.cli.progress import with_progress
from tqcheck.cli.projects import Chosen, Project, projects
from tqcheck.model import Result, Severity
from tqcheck.reports.formats import FORMATS, Run

if TYPE_CHECKING:
    from tqcheck.config import Config
    from tqcheck.filters.baseline import Known
    from tqcheck.model import Rule
    from tqcheck.project.judging import Judged, Sidecar
    from tqcheck.project.runs import Checked

FOUND = 1


def check(
    paths: Paths = None,
    from_: From = None,
    to: To = None,
    config: ConfigFile = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    preview: Preview = False,
    glossary: GlossaryFiles = None,
    fail_on: FailOn = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Put the safe cures into the translations.")
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option(
            "--unsafe-fixes", help="With --fix or --diff: the cures that change words, too."
        ),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
    ] = False,
    output_format: Format = None,
    output: Outputs = None,
    color: Colors = Color.AUTO,
    extract: Annotated[
        bool,
        typer.Option("--extract", help="Of HTML pages, check the main content alone."),
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print how often each rule fired, and where.")
    ] = False,
    baseline: Baseline = None,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Show known findings as new.")
    ] = False,
    strict_baseline: Annotated[
        bool,
        typer.Option("--strict-baseline", help="Exit with 1 if the baseline holds what is fixed."),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REV", help="Known is what was found at a git revision."),
    ] = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="Exit with 0 if there is no pair to check.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a text changes.")
    ] = False,
) -> None:
    """Check translations against their sources.

    Two files are a text and its translation. Other paths are files or folders of a project whose
    pairs tqcheck.toml names (`tqcheck init` writes one); a file may be either side of its pair.

    Exits with 0 when nothing new is at or above --fail-on, with 1 when something is, and with 2
    when it could not check.

    Examples:

        tqcheck check article.fr.txt article.en.txt

        tqcheck check article.txt translated.txt --from de --to en --output-format json

        tqcheck check article.fr.txt article.en.txt --ignore page-chrome,locale --fail-on critical

        tqcheck check content/fr -o sarif:findings.sarif -o html:report.html

        tqcheck check --since origin/main

        tqcheck check content/fr --diff
    """
    cures = Cures(unsafe=unsafe_fixes, shown=diff) if fix or diff else None
    if unsafe_fixes and not cures:
        raise Refusal("--unsafe-fixes goes with --fix, or with --diff to look first")
    if watch and cures:
        raise Refusal("--watch changes no texts: leave out --fix and --diff")
    chosen = Chosen(
        from_, to, config, select, extend_select, ignore, preview, jobs, no_cache, glossary, extract
    )
    knowledge = Knowledge(baseline, no_baseline, strict_baseline, since)
    form = "statistics" if statistics else output_format
    wishes = Wishes(form, wanted(output), fail_on, color, cures)
    listed = paths or []
    if watch:
        from tqcheck.cli.watching import watched

        watched(lambda: projects(listed, chosen), lambda found: _judge(found, knowledge, wishes))
    found = projects(listed, chosen)
    if not any(project.pairs for project in found):
        _empty(listed, allow_empty)
    status = _judge(found, knowledge, wishes)
    raise typer.Exit(0 if exit_zero and status == FOUND else status)


class Knowledge(NamedTuple):
    """What the options say of findings that are known."""

    baseline: Path | None = None
    no_baseline: bool = False
    strict: bool = False
    since: str | None = None


class Wishes(NamedTuple):
    """What the options say of reports and the exit status; each goes before the configuration."""

    format: str | None
    files: Sequence[Output]
    fail_on: Severity | None
    color: Color
    #: Whether and which cures are put into the texts.
    cures: Cures | None = None


def _empty(paths: Sequence[Path], allowed: bool) -> None:
    where = ", ".join(map(str, paths[:3])) or "this folder"
    complaint = f"no pair of a text and its translation is found in {where}"
    if not allowed:
        raise Refusal(f"{complaint}: `tqcheck pairs` shows what is looked for")
    complain(complaint)
    raise typer.Exit


def _judge(found: Sequence[Project], knowledge: Knowledge, wishes: Wishes) -> int:
    """Check, judge and report the pairs of projects; the exit status."""
    started = time.monotonic()
    status = 0
    results: list[Result] = []
    problems: list[str] = []
    tally = Tally()
    for project in found:
        done, failures = checked_pairs(project)
        problems += failures
        judge = _judging(project, done, knowledge)
        if wishes.cures:
            done, failures, cured = with_cures(project, done, judge, wishes.cures)
            problems += failures
            tally = tally.and_(cured)
            if wishes.cures.shown:
                continue
        told = judge(done)
        results += told.results
        values = project.config.values
        status = max(
            status, exit_status(told.results, wishes.fail_on or Severity(values["fail-on"]))
        )
        if knowledge.strict and told.fixed:
            status = FOUND
        _tell(project, told)
    if wishes.cures:
        complain(summary(tally, wishes.cures))
        if wishes.cures.shown:
            if problems:
                _refuse(problems)
            return FOUND * bool(tally.cured)
    if problems and not results:
        _refuse(problems)
    stated = found[0].config
    seconds = time.monotonic() - started if len(results) > 1 else None
    report(
        results,
        _format(wishes.format or stated.values["output-format"]),
        wishes.files or wanted(stated.values["output"]),
        Run(
            fail_on=wishes.fail_on or Severity(stated.values["fail-on"]),
            seconds=seconds,
            fixed=wishes.cures is not None,
        ),
        wishes.color,
    )
    broken = {
        f"rule {item.rule} {item.reason}"
        for result in results
        for item in result.not_run
        if item.broken
    }
    if broken:
        problems.append("; ".join(sorted(broken)) + ": the other rules ran")
    if problems:
        _refuse(problems)
    return status


def _refuse(problems: Sequence[str]) -> NoReturn:
    for problem in problems[:-1]:
        complain(problem)
    raise Refusal(problems[-1])


def checked_pairs(project: Project) -> "tuple[list[Checked], list[str]]":
    """The results of a project's pairs, and why some could not be checked."""
    from tqcheck.processes import ProcessLost
    from tqcheck.project.runs import Failure, checked

    done, failures = [], []
    try:
        run = checked(project.pairs, project.settings, project.jobs, project.cache)
        for one in with_progress(run, "pairs", len(project.pairs)):
            if isinstance(one, Failure):
                failures.append(one.reason)
                continue
            done.append(one)
            for note in one.notes:
                complain(note)
    except ProcessLost as error:
        raise Refusal(str(error)) from error
    return done, failures


def _judging(
    project: Project, done: "Sequence[Checked]", knowledge: Knowledge
) -> "Callable[[Sequence[Checked]], Judged]":
    """What gives findings their states, by what is known of pairs as they are now."""
    from tqcheck.project.judging import judged

    known: Sequence[Known] = ()
    if knowledge.since is not None:
        from tqcheck.project.judging import names
        from tqcheck.project.since import NoRevision, known_at

        called = names(done, project.config.root)
        try:
            known = known_at(knowledge.since, done, called, project.settings, project.jobs)
        except NoRevision as error:
            raise Refusal(f"--since {knowledge.since}: {error}") from error
    elif not knowledge.no_baseline:
        known = baseline_of(project.config, knowledge.baseline)
    suppressions = suppressions_of(project.config)

    def judge(pairs: "Sequence[Checked]") -> "Judged":
        told = judged(pairs, project.config.root, suppressions, known)
        return told._replace(fixed=()) if knowledge.since is not None else told

    return judge


def baseline_of(config: "Config", path: Path | None) -> "Sequence[Known]":
    """The entries of the baseline that an option or the configuration names, or that lies where
    it would by default; raises Refusal.
    """
    from tqcheck.project.baseline_file import BadBaseline, read

    file = path or config.path("baseline")
    if path is None and not config.states("baseline") and not file.is_file():
        return ()
    try:
        return read(file)
    except BadBaseline as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(
            f"{file} cannot be read: {error.strerror or error}:"
            " `tqcheck baseline create` makes a baseline"
        ) from error


def suppressions_of(config: "Config") -> "Sidecar | None":
    """The suppressions file that the configuration names, or that lies where it would by
    default; raises Refusal.
    """
    from tqcheck.filters.suppressions import BadSuppression
    from tqcheck.project.judging import sidecar

    file = config.path("suppressions")
    if not config.states("suppressions") and not file.is_file():
        return None
    try:
        return sidecar(file)
    except (BadSuppression, UnicodeDecodeError) as error:
        raise Refusal(f"{file} {error}") from error
    except OSError as error:
        raise Refusal(f"{file} cannot be read: {error.strerror or error}") from error


def _tell(project: Project, told: "Judged") -> None:
    """What is good to know, on stderr."""
    if told.fixed:
        count = len(told.fixed)
        complain(
            f"{count} known finding{'s are' if count > 1 else ' is'} gone, thank you:"
            " `tqcheck baseline prune` takes them out of the baseline"
        )
    for entry in told.idle:
        complain(
            f"{project.config.path('suppressions')}: {entry.rule} in {entry.pair}"
            f"{f' “{entry.text}”' if entry.text else ''} suppresses nothing"
        )


def _format(name: str) -> str:
    if name not in FORMATS:
        raise Refusal(f"output-format: there is no format '{name}'; there are {', '.join(FORMATS)}")
    return name


def rules_chosen(
    select: list[str] | None, ignore: list[str] | None, preview: bool
) -> tuple["Rule", ...]:
    """The rules that the options choose; raises Refusal for an unknown name."""
    from tqcheck.filters import UnknownRule, selected
    from tqcheck.rules import all_rules

    try:
        chosen = selected(all_rules(), names(select), names(ignore), preview)
    except UnknownRule as error:
        raise Refusal(str(error)) from error
    if not chosen:
        raise Refusal("no rule is left to run: see --select and --ignore")
    return chosen


def exit_status(results: Sequence[Result], fail_on: Severity) -> int:
    """1 when a new finding is at least as grave as `fail_on`, else 0."""
    return FOUND * any(
        finding.state == "new" and finding.severity.rank >= fail_on.rank
        for result in results
        for finding in result.findings
    )
