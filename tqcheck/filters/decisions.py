"""What an editor decided on the report page, and saved as a file.

    {"schema": 1, "tool": {…}, "signature": "…", "decisions": [
      {"source": "a.fr.txt", "target": "a.en.txt", "rule": "number-changed",
       "fingerprint": "9f2c61d07a3be418", "text": "158",
       "decision": "to-fix" | "accepted" | "false-alarm", "reason": "…"}]}

A pair and a fingerprint name a finding as the baseline does. A false alarm has a reason.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

SCHEMA = 1

Judgement: TypeAlias = Literal["to-fix", "accepted", "false-alarm"]
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
#: Code points of the longest reason that is kept.
_LONGEST_REASON = 500


class UnfitDecisions(ValueError):
    """A file that holds no decisions."""


class Decision(NamedTuple):
    """What was decided of one finding."""

    source: str
    target: str
    rule: str
    fingerprint: str
    #: The flagged words, for a reader.
    text: str
    decision: Judgement
    reason: str


def decisions(text: str) -> tuple[Decision, ...]:
    """The decisions in a file, one for each finding: the last one, where it has several.

    Raises UnfitDecisions, with what is wrong and in which entry.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnfitDecisions(f"is no JSON: {error}") from error
    if not isinstance(document, dict) or not isinstance(document.get("decisions"), list):
        raise UnfitDecisions("holds no decisions: save them from a report page")
    if document.get("schema") != SCHEMA:
        raise UnfitDecisions(f"is of schema {document.get('schema')!r}, not {SCHEMA}")
    found = [_decision(number, entry) for number, entry in enumerate(document["decisions"], 1)]
    return tuple({(one.source, one.target, one.fingerprint): one for one in found}.values())


def _decision(number: int, entry: Any) -> Decision:
    if not isinstance(entry, Mapping):
        raise UnfitDecisions(f"has an entry {number} that is no object")
    for key in Decision._fields:
        if not isinstance(entry.get(key), str):
            raise UnfitDecisions(f"has an entry {number} without '{key}'")
    decision = Decision(**{key: entry[key] for key in Decision._fields})
    if decision.decision not in get_args(Judgement):
        raise UnfitDecisions(f"has an entry {number} with the decision '{decision.decision}'")
    if not _FINGERPRINT.fullmatch(decision.fingerprint):
        raise UnfitDecisions(f"has an entry {number} with no fingerprint of a finding")
    reason = " ".join(decision.reason.split())[:_LONGEST_REASON]
    if decision.decision == "false-alarm" and not reason:
        raise UnfitDecisions(f"has an entry {number}, a false alarm, without a reason")
    return decision._replace(reason=reason)
