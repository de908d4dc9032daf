"""Checked pairs → what is new, known and suppressed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tqcheck.filters.baseline import Known, compared, known
from tqcheck.filters.suppressions import Entry, entries, suppressed
from tqcheck.model import Result
from tqcheck.project.runs import Checked, relative
from tqcheck.rules import all_rules


class Sidecar(NamedTuple):
    """A suppressions file."""

    path: Path
    entries: tuple[Entry, ...]


class Judged(NamedTuple):
    """Results whose findings have their states."""

    results: tuple[Result, ...]
    #: Entries of the baseline that a finding met.
    met: frozenset[Known]
    #: Those that no finding met though their pair and rule were checked, or
    #: whose files are gone.
    fixed: tuple[Known, ...]
    #: Entries of the suppressions file that suppressed nothing.
    idle: tuple[Entry, ...]


def sidecar(path: Path) -> Sidecar:
    """Read a suppressions file; raises BadSuppression, and OSError where it cannot be read."""
    return Sidecar(path, entries(path.read_text(encoding="utf-8")))


def names(done: Sequence[Checked], root: Path) -> list[str]:
    """What pairs are called in a baseline: the translation's path, as seen from the root."""
    return [relative(one.pair.target, root) for one in done]


def judged(
    done: Sequence[Checked],
    root: Path,
    suppressions: Sidecar | None = None,
    baseline: Collection[Known] = (),
) -> Judged:
    """Give findings their states: suppressed, known by the baseline, or new."""
    used: set[Entry] = set()
    results = []
    for one in done:
        folder = suppressions.path.parent if suppressions else root
        paths = (relative(one.pair.source, folder), relative(one.pair.target, folder))
        result, of_use = suppressed(
            one.result, all_rules(), suppressions.entries if suppressions else (), paths
        )
        used |= of_use
        results.append(result)
    called = names(done, root)
    met: frozenset[Known] = frozenset()
    if baseline:
        told = compared(results, called, baseline, lambda name: not (root / name).exists())
        results, met = list(told.results), told.met
    return Judged(
        tuple(results),
        met,
        tuple(_fixed(results, called, root, baseline, met)),
        tuple(
            entry for entry in (suppressions.entries if suppressions else ()) if entry not in used
        ),
    )


def forgotten(result: Result) -> Result:
    """The result without the states of its findings, to be judged anew."""
    findings = tuple(replace(finding, state="new", reason="") for finding in result.findings)
    return replace(result, findings=findings, unused=())


def _fixed(
    results: Sequence[Result],
    called: Sequence[str],
    root: Path,
    baseline: Iterable[Known],
    met: Collection[Known],
) -> Iterable[Known]:
    ran = {name: result.ran for name, result in zip(called, results, strict=True)}
    for entry in baseline:
        if entry in met:
            continue
        if entry.rule in ran.get(entry.pair, ()) or not (root / entry.pair).exists():
            yield entry


def kept(baseline: Iterable[Known], told: Judged, rules: Collection[str] = ()) -> list[Known]:
    """The entries that stay when what was found is accepted: those of other pairs or rules."""
    replaced = told.met | set(told.fixed)
    return [
        entry for entry in baseline if entry not in replaced or (rules and entry.rule not in rules)
    ]


def accepted(
    results: Sequence[Result], done: Sequence[Checked], root: Path, rules: Collection[str] = ()
) -> list[Known]:
    """Entries for the findings that are not suppressed, of these rules or of all."""
    return [
        known(result, finding, name)
        for result, name in zip(results, names(done, root), strict=True)
        for finding in result.findings
        if finding.state != "suppressed" and (not rules or finding.by.id in rules)
    ]
