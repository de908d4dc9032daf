"""What is found in a chunk of rows: the one function that every engine runs."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tqcheck.corpora.rows import Row, results
from tqcheck.model import Glossary, Result, Rule
from tqcheck.reports.json import entry
from tqcheck.rules import all_rules


class Found(NamedTuple):
    """The findings of one row as JSON, and rule and severity of each; or the rule that broke."""

    findings: str = "[]"
    rules: tuple[tuple[str, str], ...] = ()
    broken: str = ""

    def message(self, rule: str) -> str:
        """What a rule says of the row first."""
        for finding in json.loads(self.findings):
            if finding["rule"] == rule:
                return str(finding["message"])
        raise KeyError(rule)

    def line(self, identity: object) -> str:
        """The row's line of the output."""
        return f'{{"id": {json.dumps(identity, ensure_ascii=False)}, "findings": {self.findings}}}'


class Wanted(NamedTuple):
    """The rules that are to run, by their ids, and the glossary that they keep to."""

    rules: tuple[str, ...]
    glossary: Glossary | None = None


def check(wanted: Wanted, rows: Iterable[Row]) -> list[Found]:
    """What is found in rows: one for each row, in their order."""
    return list(map(_found, results(rows, rules_of(wanted.rules), glossary=wanted.glossary)))


@lru_cache(maxsize=64)
def rules_of(ids: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of these ids: between processes ids go, not rules."""
    return tuple(rule for rule in all_rules() if rule.id in ids)


_CLEAN = Found()


def _found(result: Result) -> Found:
    broken = next((f"rule {i.rule} {i.reason}" for i in result.not_run if i.broken), "")
    if not result.findings:
        return Found(broken=broken) if broken else _CLEAN
    findings = [entry(result, finding, paths=False) for finding in result.findings]
    return Found(
        json.dumps(findings, ensure_ascii=False),
        tuple((finding.by.id, finding.severity.value) for finding in result.findings),
        broken,
    )
