"""GitLab Code Quality: an array of issues in Code Climate's form.

Equal fingerprints would be shown once; the file is part of them here, since GitLab compares
branches by fingerprint alone.
"""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from tqcheck.model import Finding, Result
from tqcheck.reports.formats import Run, new_findings, told


def render(results: Sequence[Result], _run: Run) -> str:
    """The new findings, in the order of the texts."""
    seen: Counter[str] = Counter()
    issues = [_issue(result, finding, seen) for result, finding in new_findings(results)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(result: Result, finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    place = result.place(finding)
    path = place.path.removeprefix("./")
    identity = f"{path}\0{finding.fingerprint}"
    seen[identity] += 1
    digest = blake2b(f"{identity}\0{seen[identity]}".encode("utf-8", "replace"), digest_size=16)
    return {
        # The widget does not show check_name.
        "description": f"{finding.by.id}: {told(result, finding)}",
        "check_name": finding.by.id,
        "fingerprint": digest.hexdigest(),
        "severity": finding.severity.value,
        "location": {
            "path": path,
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
