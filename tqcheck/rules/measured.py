"""What each rule was measured at, from measured.toml beside this file.

`tqcheck evaluate --write` writes that file.
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
    #: Findings that touch an error that annotators marked in a machine translation, of all whose
    #: place can be told. Annotators overlook errors, too: of two, each confirms 57 in 100 of the
    #: other's marks.
    hits: int = 0
    placed: int = 0

    def __str__(self) -> str:
        parts = []
        if self.found:
            parts.append(f"{self.true} of {self.found} right on the corpus")
        if self.placed:
            parts.append(f"{self.hits} of {self.placed} on annotated machine translation")
        if self.segments:
            rate = 1000 * self.alarms / self.segments
            parts.append(f"{rate:.2f} alarms in 1,000 segments of human translation")
        return ", ".join(parts) or "not measured yet"


def measured(rule: str) -> Measured | str:
    """What a rule was measured at, to be printed."""
    entry = _table().get(rule)
    return "not measured yet" if entry is None else Measured(**entry)


@cache
def _table() -> dict[str, dict[str, Any]]:
    file = Path(__file__).with_suffix(".toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
