"""tqcheck baseline create, update, prune, show"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from tqcheck.cli.check import baseline_of, checked_pairs, suppressions_of
from tqcheck.cli.errors import Refusal, complain
from tqcheck.cli.options import Baseline, ConfigFile, From, Jobs, NoCache, Paths, Preview, To, names
from tqcheck.cli.projects import Chosen, Project, config_at, projects
from tqcheck.reports.positions import visible

if TYPE_CHECKING:
    from tqcheck.filters.baseline import Known
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


@baseline.command()
def create(
    paths: Paths = None,
    from_: From = None,
    to: To = None,
    config: ConfigFile = None,
    preview: Preview = False,
    baseline: Baseline = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
) -> None:
    """Write down all findings of today, so that only new ones fail from now on.

    Example: tqcheck baseline create
    """
    chosen = Chosen(from_, to, config, preview=preview, jobs=jobs, no_cache=no_cache)
    project = _only(projects(paths or [], chosen))
    file = baseline or project.config.path("baseline")
    if file.exists():
        raise Refusal(f"{file} is there already: `tqcheck baseline update` accepts what is new")
    state = _state(project, file, ())
    _write(state, _accepted(state, ()))


@baseline.command()
def update(
    paths: Paths = None,
    from_: From = None,
    to: To = None,
    config: ConfigFile = None,
    preview: Preview = False,
    baseline: Baseline = None,
    rule: _Rules = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
) -> None:
    """Accept all findings of today, and take out what is fixed.

    Pairs that are not named, and rules other than those of --rule, keep their entries.

    Examples:

        tqcheck baseline update

        tqcheck baseline update content/fr --rule name-altered
    """
    chosen = Chosen(from_, to, config, preview=preview, jobs=jobs, no_cache=no_cache)
    state = _present(paths, chosen, baseline)
    from tqcheck.project.judging import kept

    rules = _known_rules(names(rule))
    _write(state, [*kept(state.entries, state.judged, rules), *_accepted(state, rules)])


@baseline.command()
def prune(
    paths: Paths = None,
    from_: From = None,
    to: To = None,
    config: ConfigFile = None,
    preview: Preview = False,
    baseline: Baseline = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
) -> None:
    """Take out what is fixed, and what belongs to files that are gone; accept nothing.

    Example: tqcheck baseline prune
    """
    chosen = Chosen(from_, to, config, preview=preview, jobs=jobs, no_cache=no_cache)
    state = _present(paths, chosen, baseline)
    fixed = set(state.judged.fixed)
    _write(state, [entry for entry in state.entries if entry not in fixed])


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


def _present(paths: list[Path] | None, chosen: Chosen, baseline: Path | None) -> _State:
    project = _only(projects(paths or [], chosen))
    file = baseline or project.config.path("baseline")
    return _state(project, file, baseline_of(project.config, file))


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
