"""What an editor decided → entries of the baseline and of the suppressions file."""

from collections.abc import Mapping, Sequence
from glob import escape
from pathlib import Path
from typing import NamedTuple

from tqcheck.filters.baseline import Known, known
from tqcheck.filters.decisions import Decision
from tqcheck.filters.suppressions import Entry
from tqcheck.model import Finding, Result
from tqcheck.project.judging import Judged, names
from tqcheck.project.runs import Checked, relative


class Applied(NamedTuple):
    """What decisions come to."""

    #: Findings that were accepted, for the baseline.
    accepted: tuple[Known, ...] = ()
    #: False alarms, for the suppressions file.
    suppressed: tuple[Entry, ...] = ()
    #: False alarms under the names of a baseline, where they need not stand any more.
    dropped: tuple[Known, ...] = ()
    #: How many findings stay to be mended.
    to_fix: int = 0
    #: Decisions on findings that are not there.
    gone: tuple[Decision, ...] = ()


def applied(
    decided: Mapping[Decision, tuple[Path, Path]],
    done: Sequence[Checked],
    told: Judged,
    root: Path,
    folder: Path,
) -> Applied:
    """What decisions, each on a finding of the pair at two paths, come to.

    Paths in entries are relative to `root` in the baseline, to `folder` in the suppressions file.
    What is suppressed already stays as it is.
    """
    called = names(done, root)
    articles = {
        (one.pair.source.resolve(), one.pair.target.resolve()): (one, result, name)
        for one, result, name in zip(done, told.results, called, strict=True)
    }
    outcome = Applied()
    for decision, paths in decided.items():
        article = articles.get((paths[0].resolve(), paths[1].resolve()))
        finding = _meant(article[1], decision) if article else None
        if article is None or finding is None:
            outcome = outcome._replace(gone=(*outcome.gone, decision))
        elif decision.decision == "to-fix":
            outcome = outcome._replace(to_fix=outcome.to_fix + 1)
        elif finding.state != "suppressed":
            one, result, name = article
            entry = known(result, finding, name)
            if decision.decision == "accepted":
                outcome = outcome._replace(accepted=(*outcome.accepted, entry))
                continue
            made = Entry(
                decision.rule,
                escape(relative(one.pair.target, folder)),
                _flagged(result, finding),
                finding.fingerprint,
                decision.reason,
            )
            outcome = outcome._replace(
                suppressed=(*outcome.suppressed, made), dropped=(*outcome.dropped, entry)
            )
    return outcome


def _meant(result: Result, decision: Decision) -> Finding | None:
    return next(
        (
            finding
            for finding in result.findings
            if (finding.fingerprint, finding.by.id) == (decision.fingerprint, decision.rule)
        ),
        None,
    )


def _flagged(result: Result, finding: Finding) -> str:
    """The flagged text as a suppression compares it."""
    for side, span in (
        (result.pair.target, finding.target),
        (result.pair.source, finding.source),
    ):
        if span is not None and side.text[slice(*span)]:
            return side.text[slice(*span)]
    return ""
