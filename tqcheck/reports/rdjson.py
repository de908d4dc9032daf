"""Reviewdog Diagnostic Format; its columns are UTF-8 bytes."""

import json
from collections.abc import Sequence
from typing import Any

from tqcheck.model import Document, Finding, Result, Span
from tqcheck.reports.formats import Run, level, new_findings, told
from tqcheck.reports.positions import in_bytes, visible

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(results: Sequence[Result], run: Run) -> str:
    """One DiagnosticResult with the new findings."""
    diagnostics = [_diagnostic(result, finding, run) for result, finding in new_findings(results)]
    document = {"source": {"name": "tqcheck"}, "diagnostics": diagnostics}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(result: Result, finding: Finding, run: Run) -> dict[str, Any]:
    pair = result.pair
    document, span = (
        (pair.target, finding.target) if finding.target else (pair.source, finding.source)
    )
    diagnostic: dict[str, Any] = {
        "message": told(result, finding),
        "location": _location(document, span),
        "severity": _SEVERITIES[level(finding, run)],
        "code": {"value": finding.by.id},
    }
    if finding.fix is not None:
        diagnostic["suggestions"] = [
            {
                "range": _location(pair.target, finding.fix.span)["range"],
                "text": pair.target.written(finding.fix.replacement),
            }
        ]
    return diagnostic


def _location(document: Document, span: Span | None) -> dict[str, Any]:
    assert span is not None  # noqa: S101  Finding refuses to be made without a span
    place = document.locate(span)
    found = in_bytes(place, document.file_text)
    return {
        "path": visible(place.path),
        "range": {
            "start": {"line": found.line, "column": found.column},
            "end": {"line": found.end_line, "column": found.end_column},
        },
    }
