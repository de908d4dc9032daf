"""What is counted, to be summed over articles, segments and processes."""

from collections import Counter
from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

from tqcheck.model import Severity

#: What a finding weighs where the findings of two texts are compared.
WEIGHTS = {Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 10}


class Contrast(NamedTuple):
    """How often the damaged text has the graver findings, both weigh the same, or the other has."""

    won: int
    tied: int
    lost: int

    @property
    def accuracy(self) -> float:
        return self.won / max(1, sum(self))


class Figures:
    """Counts by rule id, by category, by set; `plus` adds those of another part.

    On articles: `true` of the `found` findings are expected, `hit` of the `wanted` expectations
    are met. On annotated segments: `hits` of the `placed` findings touch a marked error, where
    that can be told; of the errors of a category (`marked`) so many are `met`. On clean
    segments every finding is one of the `alarms`.
    """

    def __init__(self) -> None:
        self.true: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.hit: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()
        self.hits: Counter[str] = Counter()
        self.placed: Counter[str] = Counter()
        self.fired: Counter[str] = Counter()
        self.alarms: Counter[str] = Counter()
        self.met: Counter[str] = Counter()
        self.marked: Counter[str] = Counter()
        #: Set → segments; of clean sets also the alarms and the segments with any.
        self.segments: Counter[str] = Counter()
        self.clean: Counter[str] = Counter()
        self.clean_alarms: Counter[str] = Counter()
        self.clean_flagged: Counter[str] = Counter()
        #: Phenomenon → outcomes.
        self.won: Counter[str] = Counter()
        self.tied: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()
        self.articles = 0
        #: Rows that a rule broke on, and what it said first.
        self.broken: Counter[str] = Counter()

    def plus(self, other: "Figures") -> None:
        """Add the counts of another part to these."""
        for name, value in vars(other).items():
            if isinstance(value, Counter):
                getattr(self, name).update(value)
            else:
                setattr(self, name, getattr(self, name) + value)

    def contrast(self, phenomenon: str | None = None) -> Contrast:
        """The outcomes of one phenomenon, or of all."""
        counts = (self.won, self.tied, self.lost)
        if phenomenon is None:
            return Contrast(*(count.total() for count in counts))
        return Contrast(*(count[phenomenon] for count in counts))

    @property
    def phenomena(self) -> list[str]:
        return sorted(self.won.keys() | self.tied.keys() | self.lost.keys())

    def rules(self) -> Iterator[str]:
        """The rules that were counted at all, in order."""
        counts = (self.found, self.wanted, self.fired, self.alarms)
        yield from sorted(set().union(*counts))


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle = share + z * z / (2 * of)
    width = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    return max(0.0, (middle - width) / whole), min(1.0, (middle + width) / whole)
