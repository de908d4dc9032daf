"""SARIF 2.1.0, with what GitHub code scanning requires and within its limits.

Known and suppressed findings are left out: code scanning shows all that it is given.
"""

import json
from collections.abc import Sequence
from typing import Any

from tqcheck.model import Example, Finding, Place, Result, Rule, Severity
from tqcheck.reports.formats import Run, level, new_findings, worst_first
from tqcheck.reports.positions import uri, visible

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
#: What GitHub takes of one run; the gravest are kept.
_MOST_RESULTS = 25_000
_LONGEST = 1024
_LEVELS = {Severity.MINOR: "note", Severity.MAJOR: "warning", Severity.CRITICAL: "error"}
_PROBLEMS = {
    Severity.MINOR: "recommendation",
    Severity.MAJOR: "warning",
    Severity.CRITICAL: "error",
}


def render(results: Sequence[Result], run: Run) -> str:
    """One log with one run; it has all rules, so that alerts of others are closed."""
    found = list(new_findings(results))
    if len(found) > _MOST_RESULTS:
        found = worst_first(found)[:_MOST_RESULTS]
    rules = list(dict.fromkeys(rule for result in results for rule in result.rules))
    rules += [f.by for _, f in found if f.by not in rules]
    rules = list({rule.id: rule for rule in rules}.values())
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "tqcheck",
                        "version": run.version,
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "automationDetails": {"id": _category(results)},
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r"],
                "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The repository."}}},
                "results": [_result(*one, numbers, run) for one in found],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _category(results: Sequence[Result]) -> str:
    """Tells apart several uploads for one commit: one for each pair of languages."""
    pairs = {f"{one.pair.source.language}-{one.pair.target.language}" for one in results}
    return f"tqcheck/{pairs.pop()}/" if len(pairs) == 1 else "tqcheck/"


def _rule(rule: Rule) -> dict[str, Any]:
    manual = rule.manual
    return {
        "id": rule.id,
        "shortDescription": {"text": manual.summary[:_LONGEST]},
        "fullDescription": {"text": (manual.why or manual.summary)[:_LONGEST]},
        "help": {
            "text": f"{manual.summary}\n\n{manual.why}",
            "markdown": _markdown(rule),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["translation", rule.family, f"mqm/{rule.mqm}"],
            "precision": "high" if rule.status == "stable" else "medium",
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }


def _markdown(rule: Rule) -> str:
    manual = rule.manual
    parts = [f"{manual.summary}\n\n{manual.why}"]
    for title, examples in (("Flagged", manual.flagged[:2]), ("Accepted", manual.accepted[:2])):
        parts += [f"**{title}**", *map(_example, examples)]
    return "\n\n".join(parts)


def _example(example: Example) -> str:
    return "\n".join(
        f"> {language}: {' '.join(text.split())}  " for language, text, _ in example.sides
    )


def _result(result: Result, finding: Finding, numbers: dict[str, int], run: Run) -> dict[str, Any]:
    source = result.source_place(finding)
    shown: dict[str, Any] = {
        "ruleId": finding.by.id,
        "ruleIndex": numbers[finding.by.id],
        "level": level(finding, run),
        "message": {"text": _message(finding, source)},
        "locations": [_location(result.place(finding))],
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "tqcheckFingerprint/v1": finding.fingerprint,
        },
        "properties": {"severity": finding.severity.value, "origin": finding.origin.value},
    }
    if source is not None and finding.target is not None:
        shown["relatedLocations"] = [
            {"id": 1, "message": {"text": "the source"}, **_location(source)}
        ]
    if finding.fix is not None:
        place = result.pair.target.locate(finding.fix.span)
        shown["fixes"] = [_fix(place, result.pair.target.written(finding.fix.replacement))]
    return shown


def _message(finding: Finding, source: Place | None) -> str:
    # "](" would make a link of what the text holds.
    message = visible(finding.message).replace("](", "] (")
    if source is None or finding.target is None:
        return message
    return f"{message}; [source](1), line {source.line}"


def _location(place: Place) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(place),
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            },
        }
    }


def _artifact(place: Place) -> dict[str, str]:
    address = uri(place.path) or "text"
    base = {} if address.startswith("file:") else {"uriBaseId": "%SRCROOT%"}
    return {"uri": address, **base}


def _fix(place: Place, replacement: str) -> dict[str, Any]:
    return {
        "artifactChanges": [
            {
                "artifactLocation": _artifact(place),
                "replacements": [
                    {
                        "deletedRegion": _location(place)["physicalLocation"]["region"],
                        "insertedContent": {"text": replacement},
                    }
                ],
            }
        ]
    }
