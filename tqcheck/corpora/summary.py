"""What a run over a bitext found, in numbers and samples."""

from collections import Counter
from typing import Any, NamedTuple

from tqcheck.corpora.checking import Found
from tqcheck.corpora.rows import Row
from tqcheck.model import Severity

#: Rows shown for each rule, and reasons for rows that are none.
_SAMPLES = 3


class Sample(NamedTuple):
    """A row in which a rule found something: what it said, and the texts."""

    id: Any
    message: str
    source: str
    target: str


class Summary:
    """Counts over all rows; grows row by row, and can be put away as JSON and taken up again."""

    def __init__(self) -> None:
        #: Lines read, rows checked, rows with findings, and rows that the splits let go.
        self.lines = self.rows = self.flagged = self.dropped = 0
        self.unreadable = 0
        self.broken = 0
        #: The first reasons, each with the place of the line.
        self.reasons: list[str] = []
        #: Rule → findings, and rows in which it found something; severity → findings.
        self.findings: Counter[str] = Counter()
        self.found_in: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.samples: dict[str, list[Sample]] = {}

    def add(self, row: Row, found: Found) -> None:
        self.lines += 1
        self.rows += 1
        if found.broken:
            self.broken += 1
            self._reason(f"row {row.id}: {found.broken}")
        if not found.rules:
            return
        self.flagged += 1
        for rule in dict.fromkeys(rule for rule, _ in found.rules):
            self.found_in[rule] += 1
            samples = self.samples.setdefault(rule, [])
            if len(samples) < _SAMPLES:
                samples.append(Sample(row.id, found.message(rule), row.source, row.target))
        for rule, severity in found.rules:
            self.findings[rule] += 1
            self.severities[severity] += 1

    def add_unreadable(self, where: str, reason: str) -> None:
        self.lines += 1
        self.unreadable += 1
        self._reason(f"{where} {reason}")

    def _reason(self, reason: str) -> None:
        if len(self.reasons) < _SAMPLES:
            self.reasons.append(reason)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity found."""
        found = [Severity(name) for name in self.severities]
        return max(found, key=lambda severity: severity.rank, default=None)

    def packed(self) -> dict[str, Any]:
        """All of it, for JSON."""
        return dict(vars(self))

    @classmethod
    def unpacked(cls, state: dict[str, Any]) -> "Summary":
        """What `packed` gave."""
        summary = cls()
        for name, value in state.items():
            setattr(summary, name, Counter(value) if name in _COUNTERS else value)
        summary.samples = {
            rule: [Sample(*sample) for sample in samples]
            for rule, samples in summary.samples.items()
        }
        return summary


_COUNTERS = ("findings", "found_in", "severities")
