"""A JSON report → the results it tells of, so that another report can be drawn from it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from tqcheck.model import (
    Document,
    Finding,
    Fix,
    NotRun,
    Origin,
    Pair,
    Result,
    Rule,
    Severity,
    Span,
)


class UnfitReport(ValueError):
    """A file that is no report of findings, or one that its texts have left behind."""


class Names(NamedTuple):
    """What a report tells of a pair: paths, and languages."""

    source: str
    target: str
    source_language: str
    target_language: str


def results(
    report: Any, rules: Sequence[Rule], read: Callable[[Names], Pair]
) -> tuple[list[Result], str]:
    """The results of a report in JSON, schema 1, and the version of tqcheck that made it.

    `read` lays the two texts side by side again. The findings' places must still hold their
    text. Raises UnfitReport where one does not, or the report is none.
    """
    try:
        if report["schema"] != 1:
            raise UnfitReport("is of another schema than 1")
        by_id = {rule.id: rule for rule in rules}
        told = [_names(pair) for pair in report["pairs"]]
        found: dict[Names, list[dict[str, Any]]] = {names: [] for names in told}
        for entry in report["findings"]:
            found[_pair_of(entry, told)].append(entry)
        not_run = tuple(NotRun(item["rule"], item["reason"]) for item in report["not_run"])
        drawn = []
        for names, entries in found.items():
            pair = read(names)
            findings = tuple(_finding(entry, pair, by_id) for entry in entries)
            drawn.append(Result(pair, findings, (), not_run, str(report["signature"])))
        return drawn, str(report["tool"]["version"])
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise UnfitReport(
            f"is no report of `check --output-format json` ({type(error).__name__}: {error})"
        ) from error


def _names(pair: Mapping[str, Any]) -> Names:
    source, target = pair["source"], pair["target"]
    return Names(source["path"], target["path"], source["language"], target["language"])


def _pair_of(entry: Mapping[str, Any], told: Sequence[Names]) -> Names:
    for names in told:
        if all(
            entry[side] is None or entry[side]["path"] == getattr(names, side)
            for side in ("source", "target")
        ):
            return names
    raise UnfitReport(f"has a finding of no pair: {entry['rule']} {entry['fingerprint']}")


def _finding(entry: Mapping[str, Any], pair: Pair, rules: Mapping[str, Rule]) -> Finding:
    if entry["rule"] not in rules:
        raise UnfitReport(f"names a rule that this version has not: {entry['rule']}: check again")
    fix = entry["fix"]
    return Finding(
        message=entry["message"],
        target=_span(entry["target"], pair.target),
        source=_span(entry["source"], pair.source),
        fix=fix
        and Fix(
            pair.target.span_at(fix["start"], fix["end"]), fix["replacement"], bool(fix["safe"])
        ),
        origin=Origin(entry["origin"]),
        rule=rules[entry["rule"]],
        severity=Severity(entry["severity"]),
        fingerprint=entry["fingerprint"],
        state=entry["state"],
        reason=entry["reason"],
    )


def _span(place: Mapping[str, Any] | None, document: Document) -> Span | None:
    if place is None:
        return None
    start, end = place["start"], place["end"]
    if document.file_text[start:end] != place["text"]:
        raise UnfitReport(
            f"is older than {place['path']}, which has changed at line {place['line']}: check again"
        )
    return document.span_at(start, end)
