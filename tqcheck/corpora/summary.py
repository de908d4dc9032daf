"""What a run over a bitext found, in numbers and samples."""

from collections import Counter
from typing import Any, NamedTuple

from tqcheck.corpora.sorting import Judged
from tqcheck.corpora.tables import Unreadable
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
        #: Lines read, rows checked, rows with findings, and rows to drop.
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

    def add(self, one: Judged) -> None:
        """Count a row, or what is none."""
        self.lines += 1
        if isinstance(one.item, Unreadable):
            self.unreadable += 1
            line = f" line {one.item.line}" if one.item.line else ": a line"
            self._reason(f"{one.item.path}{line} {one.item.reason}")
            return
        row, found = one.item.row, one.found
        self.rows += 1
        self.dropped += bool(one.reason)
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

    def plus(self, other: "Summary") -> None:
        """Add what was counted in rows that follow."""
        for name, value in vars(other).items():
            mine = getattr(self, name)
            if isinstance(value, Counter):
                mine.update(value)
            elif isinstance(value, int):
                setattr(self, name, mine + value)
        for reason in other.reasons:
            self._reason(reason)
        for rule, samples in other.samples.items():
            self.samples[rule] = [*self.samples.get(rule, ()), *samples][:_SAMPLES]

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
