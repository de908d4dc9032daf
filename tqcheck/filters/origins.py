"""Only what the translation adds."""

from collections.abc import Sequence

from tqcheck.model import Finding, Hidden, Origin


def only_the_translations(
    findings: Sequence[Finding],
) -> tuple[list[Finding], list[Hidden]]:
    """Part the findings from those that the source has at the same place."""
    kept = [finding for finding in findings if finding.origin is not Origin.SOURCE]
    hidden = [
        Hidden(finding, "the source has it too")
        for finding in findings
        if finding.origin is Origin.SOURCE
    ]
    return kept, hidden
