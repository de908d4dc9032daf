"""What each rule was measured at, from measured.toml beside this file.

tests/benchmarks/measure.py writes that file.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple


class Measured(NamedTuple):
    """How often a rule was right, and how often it fired where nothing is wrong."""

    #: Findings on the articles of corpus/ that are expected there, of all it makes there.
    true: int
    found: int
    #: Findings on human translations, each taken for a false alarm, and the segments checked.
    alarms: int
    segments: int

    def __str__(self) -> str:
        right = f"{self.true} of {self.found} right on the corpus, " if self.found else ""
        rate = 1000 * self.alarms / self.segments
        return f"{right}{rate:.2f} alarms in 1,000 segments of human translation"


def measured(rule: str) -> Measured | str:
    """What a rule was measured at, to be printed."""
    entry = _table().get(rule)
    return "not measured yet" if entry is None else Measured(**entry)


@cache
def _table() -> dict[str, dict[str, Any]]:
    file = Path(__file__).with_suffix(".toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
