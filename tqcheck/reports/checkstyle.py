"""Checkstyle XML: a file element a path, an error element a new finding."""

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from tqcheck.model import Finding, Result
from tqcheck.reports.formats import Run, level, new_findings, told
from tqcheck.reports.junit import document
from tqcheck.reports.positions import visible

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def render(results: Sequence[Result], run: Run) -> str:
    """The new findings by file; lines and columns from 1, in code points."""
    by_path: defaultdict[str, list[tuple[Result, Finding]]] = defaultdict(list)
    for result, finding in new_findings(results):
        by_path[result.place(finding).path].append((result, finding))
    root = ET.Element("checkstyle", version="4.3")
    for path, found in by_path.items():
        file = ET.SubElement(root, "file", name=visible(path) or "-")
        for result, finding in found:
            place = result.place(finding)
            ET.SubElement(
                file,
                "error",
                line=str(place.line),
                column=str(place.column),
                severity=_SEVERITIES[level(finding, run)],
                message=told(result, finding),
                source=f"tqcheck.{finding.by.family}.{finding.by.id}",
            )
    return document(root)
