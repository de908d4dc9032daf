"""What the user's glossary says is no defect."""

from collections.abc import Sequence

from tqcheck.ledgers.terms import right_places
from tqcheck.model import Finding, Hidden, Pair


def not_what_was_agreed(
    pair: Pair, findings: Sequence[Finding]
) -> tuple[list[Finding], list[Hidden]]:
    """Part the findings from those that take offence at a term which the glossary wants there."""
    if not pair.glossary or not findings:
        return list(findings), []
    right = right_places(pair)
    kept: list[Finding] = []
    hidden: list[Hidden] = []
    for finding in findings:
        place = finding.target
        if place and any(span.start <= place.start < place.end <= span.end for span in right):
            hidden.append(Hidden(finding, "the glossary has it so"))
        else:
            kept.append(finding)
    return kept, hidden
