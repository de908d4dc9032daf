"""JSON, schema 1. Keys are only ever added."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from tqcheck.model import Finding, Place, Result
from tqcheck.reports.formats import SEVERITIES, Run

SCHEMA = 1


def render(results: Sequence[Result], run: Run) -> str:
    """The results as one JSON object, with a line end."""
    findings = [entry(result, finding) for result in results for finding in result.findings]
    not_run = [
        {"rule": item.rule, "reason": item.reason} for result in results for item in result.not_run
    ]
    document = {
        "schema": SCHEMA,
        "tool": {"name": "tqcheck", "version": run.version},
        "signature": results[0].signature if len(results) == 1 else _joined_signature(results),
        "summary": _summary(results),
        "findings": findings,
        "not_run": not_run,
        "pairs": [_pair(result) for result in results],
        "unused_suppressions": [one._asdict() for result in results for one in result.unused],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _pair(result: Result) -> dict[str, Any]:
    """Which texts were laid side by side, so that a report can be drawn from them later."""
    return {
        name: {"path": document.path, "language": document.language}
        for name, document in (("source", result.pair.source), ("target", result.pair.target))
    }


def entry(result: Result, finding: Finding, *, paths: bool = True) -> dict[str, Any]:
    """One finding as the contract has it; without `paths`, places name no file."""
    fix = None
    if finding.fix is not None:
        place = result.pair.target.locate(finding.fix.span)
        fix = {
            "start": place.start,
            "end": place.end,
            "replacement": result.pair.target.written(finding.fix.replacement),
            "safe": finding.fix.safe,
        }
    rule = finding.by
    return {
        "rule": rule.id,
        "family": rule.family,
        "mqm": rule.mqm,
        "severity": finding.severity.value,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "state": finding.state,
        "reason": finding.reason,
        "origin": finding.origin.value,
        "target": _place(result.target_place(finding), paths),
        "source": _place(result.source_place(finding), paths),
        "fix": fix,
    }


def _place(place: Place | None, paths: bool) -> dict[str, Any] | None:
    if place is None:
        return None
    fields = place._asdict()
    if not paths:
        del fields["path"]
    return fields


def _summary(results: Sequence[Result]) -> dict[str, int]:
    findings = [finding for result in results for finding in result.findings]
    states = Counter(finding.state for finding in findings)
    severities = Counter(finding.severity for finding in findings if finding.state == "new")
    return {
        "pairs": len(results),
        "new": states["new"],
        "known": states["known"],
        "suppressed": states["suppressed"],
        **{severity.value: severities[severity] for severity in SEVERITIES},
    }


def _joined_signature(results: Sequence[Result]) -> str:
    return "+".join(sorted({result.signature for result in results}))
