"""tqcheck baseline create, update, prune, apply, show"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, NamedTuple, ParamSpec

import typer

from tqcheck.cli.check import baseline_of, checked_pairs, suppressions_of
from tqcheck.cli.errors import Refusal, complain
from tqcheck.cli.options import Baseline, ConfigFile, From, Jobs, NoCache, Paths, Preview, To, names
from tqcheck.cli.projects import Chosen, Project, config_at, projects
from tqcheck.cli.texts import found_path
from tqcheck.reports.positions import visible
from tqcheck.writing import whole_file

if TYPE_CHECKING:
    from tqcheck.filters.baseline import Known
    from tqcheck.filters.decisions import Decision
    from tqcheck.filters.suppressions import Entry
    from tqcheck.project.judging import Judged
    from tqcheck.project.runs import Checked

baseline = typer.Typer(
    no_args_is_help=True,
    help="Keep the file of known findings: what stands in it does not fail a check.",
)
_Rules = Annotated[
    list[str] | None,
    typer.Option("--rule", metavar="RULE", help="Only what these rules find. Repeatable, or a,b."),
]


class _State(NamedTuple):
    """One project, its baseline, and what its pairs show now."""

    project: Project
    file: Path
    entries: "Sequence[Known]"
    done: "list[Checked]"
    judged: "Judged"


class _Row(NamedTuple):
    """The options that all of these commands have."""

    from_: From = None
    to: To = None
    config: ConfigFile = None
    preview: Preview = False
    baseline: Baseline = None
    jobs: Jobs = None
    no_cache: NoCache = False

    @property
    def chosen(self) -> Chosen:
        return Chosen(
            self.from_,
            self.to,
            self.config,
            preview=self.preview,
            jobs=self.jobs,
            no_cache=self.no_cache,
        )

    def file(self, project: Project) -> Path:
        return self.baseline or project.config.path("baseline")


_Own = ParamSpec("_Own")


def _with_row(command: Callable[Concatenate[_Row, _Own], None]) -> Callable[..., None]:
    """The command with the options of the row instead of its first parameter."""
    own = list(signature(command).parameters.values())[1:]
    row = list(signature(_Row).parameters.values())

    @wraps(command)
    def run(**given: Any) -> None:
        options = {parameter.name: given.pop(parameter.name) for parameter in row}
        command(_Row(**options), **given)  # type: ignore[call-arg]

    keyword = [parameter.replace(kind=Parameter.KEYWORD_ONLY) for parameter in (*own, *row)]
    run.__signature__ = Signature(keyword)  # type: ignore[attr-defined]
    return run


@baseline.command()
@_with_row
def create(row: _Row, paths: Paths = None) -> None:
    """Write down all findings of today, so that only new ones fail from now on.

    Example: tqcheck baseline create
    """
    project = _only(projects(paths or [], row.chosen))
    file = row.file(project)
    if file.exists():
        raise Refusal(f"{file} is there already: `tqcheck baseline update` accepts what is new")
    state = _state(project, file, ())
    _write(state, _accepted(state, ()))


@baseline.command()
@_with_row
def update(row: _Row, paths: Paths = None, rule: _Rules = None) -> None:
    """Accept all findings of today, and take out what is fixed.

    Pairs that are not named, and rules other than those of --rule, keep their entries.

    Examples:

        tqcheck baseline update

        tqcheck baseline update content/fr --rule name-altered
    """
    state = _present(paths, row)
    from tqcheck.project.judging import kept

    rules = _known_rules(names(rule))
    _write(state, [*kept(state.entries, state.judged, rules), *_accepted(state, rules)])


@baseline.command()
@_with_row
def prune(row: _Row, paths: Paths = None) -> None:
    """Take out what is fixed, and what belongs to files that are gone; accept nothing.

    Example: tqcheck baseline prune
    """
    state = _present(paths, row)
    fixed = set(state.judged.fixed)
    _write(state, [entry for entry in state.entries if entry not in fixed])


@baseline.command()
@_with_row
def apply(
    row: _Row,
    decisions: Annotated[
        Path, typer.Argument(help="What a report page saved.", show_default=False)
    ],
) -> None:
    """Take over what an editor decided on a report page.

    What was accepted goes into the baseline, a false alarm with its reason into the suppressions
    file; what is to be fixed stays. Paths in the file are looked for as seen from here, or else
    from where it lies.

    Example: tqcheck baseline apply tqcheck-decisions.json
    """
    from tqcheck.project.deciding import applied

    decided = {one: _paths(decisions, one) for one in _decisions(decisions)}
    if not decided:
        raise Refusal(f"{decisions} holds no decision: nothing to apply")
    wanted = list(dict.fromkeys(path for pair in decided.values() for path in pair))
    project = _only(projects(wanted, row.chosen))
    file, suppressions = row.file(project), project.config.path("suppressions")
    state = _state(project, file, baseline_of(project.config, file) if file.exists() else ())
    outcome = applied(
        decided, state.done, state.judged, project.config.root, suppressions.absolute().parent
    )
    for one in outcome.gone:
        complain(f"{one.target}: {one.rule} “{one.text:.80}” is not found any more")
    if outcome.suppressed:
        _suppress(suppressions, outcome.suppressed)
    entries = {*state.entries, *outcome.accepted} - set(outcome.dropped)
    if entries != set(state.entries):
        _write(state, tuple(entries))
    complain(
        f"{len(outcome.accepted)} accepted, {len(outcome.suppressed)} false alarms,"
        f" {outcome.to_fix} to be fixed"
    )


@baseline.command()
def show(config: ConfigFile = None, baseline: Baseline = None) -> None:
    """List the known findings by rule, the gravest first, with the age of each.

    Example: tqcheck baseline show
    """
    found = config_at(Path(), Chosen(config=config))
    file = baseline or found.path("baseline")
    entries = baseline_of(found, file)
    typer.echo("\n".join(_listed(entries, file)))


def _only(found: Sequence[Project]) -> Project:
    if len(found) != 1:
        raise Refusal("these paths have several configurations: each has its own baseline")
    if not found[0].pairs:
        raise Refusal("no pair of a text and its translation is found: see `tqcheck pairs`")
    return found[0]


def _present(paths: list[Path] | None, row: _Row) -> _State:
    project = _only(projects(paths or [], row.chosen))
    return _state(project, row.file(project), baseline_of(project.config, row.baseline))


def _decisions(file: Path) -> "Sequence[Decision]":
    from tqcheck.filters.decisions import UnfitDecisions, decisions

    try:
        return decisions(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise Refusal(f"{file} cannot be read: {error.strerror or error}") from error
    except (UnfitDecisions, UnicodeDecodeError) as error:
        raise Refusal(f"{file} {error}") from error


def _paths(file: Path, one: "Decision") -> tuple[Path, Path]:
    return found_path(file, one.source), found_path(file, one.target)


def _suppress(path: Path, added: "Sequence[Entry]") -> None:
    """Add entries to a suppressions file, behind what stands there."""
    from tqcheck.filters.suppressions import written

    try:
        before = path.read_text(encoding="utf-8").rstrip("\n") + "\n" if path.exists() else ""
        with whole_file(path) as out:
            out.write(before + written(added).removeprefix("" if before.strip() else "\n"))
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror or error}") from error
    complain(f"{path}: {len(added)} added")


def _state(project: Project, file: Path, entries: "Sequence[Known]") -> _State:
    from tqcheck.project.judging import judged

    done, failures = checked_pairs(project)
    if failures:
        raise Refusal(f"{failures[0]}: the baseline stays as it is")
    told = judged(done, project.config.root, suppressions_of(project.config), entries)
    return _State(project, file, entries, done, told)


def _accepted(state: _State, rules: Collection[str]) -> "list[Known]":
    from tqcheck.project.judging import accepted

    return accepted(state.judged.results, state.done, state.project.config.root, rules)


def _known_rules(wanted: Sequence[str]) -> frozenset[str]:
    from tqcheck.filters import UnknownRule, selected
    from tqcheck.rules import all_rules

    if not wanted:
        return frozenset()
    try:
        return frozenset(rule.id for rule in selected(all_rules(), wanted, preview=True))
    except UnknownRule as error:
        raise Refusal(str(error)) from error


def _write(state: _State, entries: "Sequence[Known]") -> None:
    from tqcheck.project.baseline_file import write

    try:
        write(state.file, entries)
    except OSError as error:
        raise Refusal(f"{state.file} cannot be written: {error.strerror or error}") from error
    before, after = set(state.entries), set(entries)
    complain(
        f"{state.file}: {len(after)} known findings"
        f" ({len(after - before)} added, {len(before - after)} taken out)"
    )


def _listed(entries: "Sequence[Known]", file: Path) -> Iterator[str]:
    from tqcheck.project.baseline_file import dates
    from tqcheck.rules import all_rules

    severities = {rule.id: rule.severity for rule in all_rules()}
    since = dates(file)
    counts = Counter(entry.rule for entry in entries)

    def gravest(rule: str) -> tuple[int, int, str]:
        rank = severities[rule].rank if rule in severities else -1
        return (-rank, -counts[rule], rule)

    for rule in sorted(counts, key=gravest):
        severity = severities[rule].value if rule in severities else "of a rule that is gone"
        yield typer.style(f"{rule} ({severity}): {counts[rule]}", bold=True)
        for entry in entries:
            if entry.rule == rule:
                age = (
                    f"  since {since[entry.pair, entry.id]}"
                    if (entry.pair, entry.id) in since
                    else ""
                )
                yield visible(f"  {entry.pair}: “{entry.text:.80}”{age}")
    yield f"{len(entries)} known findings in {len({entry.pair for entry in entries})} pairs"
