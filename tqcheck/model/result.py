"""What a run over one pair yields."""

from dataclasses import dataclass
from typing import NamedTuple

from tqcheck.model.finding import Finding
from tqcheck.model.pair import Pair
from tqcheck.model.rule import Rule
from tqcheck.model.text import Place


class Hidden(NamedTuple):
    """A finding that the reader does not see now, and why."""

    finding: Finding
    reason: str


class NotRun(NamedTuple):
    """A rule that could not judge this pair, and why. `broken` is a defect of the rule."""

    rule: str
    reason: str
    broken: bool = False


class Unused(NamedTuple):
    """A suppression that hides nothing, or cannot: where it stands, what it names, and why."""

    path: str
    line: int
    rule: str
    problem: str


@dataclass(frozen=True, slots=True)
class Result:
    """Findings of one pair in the order of the text. Reports read only this.

    `signature` names what decides the findings (version, languages, rules, packs): results
    with equal signatures are comparable.
    """

    pair: Pair
    findings: tuple[Finding, ...]
    hidden: tuple[Hidden, ...]
    not_run: tuple[NotRun, ...]
    signature: str
    #: The rules that were to run.
    rules: tuple[Rule, ...] = ()
    unused: tuple[Unused, ...] = ()

    @property
    def ran(self) -> frozenset[str]:
        """The ids of the rules that judged this pair."""
        return frozenset(rule.id for rule in self.rules) - {item.rule for item in self.not_run}

    def place(self, finding: Finding) -> Place:
        """Where the finding is shown: its place in the target or, failing that, in the source."""
        place = self.target_place(finding) or self.source_place(finding)
        assert place is not None  # noqa: S101  Finding refuses to be made without a span
        return place

    def target_place(self, finding: Finding) -> Place | None:
        return self.pair.target.locate(finding.target) if finding.target else None

    def source_place(self, finding: Finding) -> Place | None:
        return self.pair.source.locate(finding.source) if finding.source else None
