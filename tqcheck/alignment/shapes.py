"""Beads by numbers, and how often those of each shape stand in two documents."""

from collections.abc import Iterable, Mapping
from math import log
from typing import NamedTuple

#: How many segments of the source, and of the target, a bead joins: the usual share of each.
_USUAL: dict[tuple[int, int], float] = {
    (1, 1): 0.78,
    (1, 2): 0.06,
    (2, 1): 0.06,
    (2, 2): 0.012,
    (1, 3): 0.012,
    (3, 1): 0.012,
    (2, 3): 0.004,
    (3, 2): 0.004,
}
_USUAL_NULLS = 0.006
SHAPES = tuple(_USUAL)
#: The most segments that one of them joins on a side.
WIDEST = 3
#: The prior of a wider bead: that of the widest, less this for each segment more.
_EACH_MORE = -1.2
#: One null after another of the same side: who leaves one out often leaves out more.
GOES_ON = -2.0
#: How many beads of the documents weigh as much as what is usual.
_BEADS = 45.0


class Step(NamedTuple):
    """A bead by numbers: the segments it begins with, its shape, and its posterior."""

    source: int
    target: int
    shape: tuple[int, int]
    confidence: float
    #: Whether the two stand at different places of their texts.
    moved: bool = False


class Shapes(NamedTuple):
    """Log priors: of a bead of each shape, and of the first null of a run."""

    beads: Mapping[tuple[int, int], float]
    null: float

    def prior(self, source: int, target: int) -> float:
        """The prior of a bead of any shape, also one wider than the path knows."""
        known = self.beads.get((source, target))
        if known is not None:
            return known
        return self.beads[1, WIDEST] + _EACH_MORE * (source + target - WIDEST - 1)

    def nulls(self, count: int) -> float:
        """The score of so many nulls in a row."""
        return self.null + (count - 1) * GOES_ON if count else 0.0


def fitted(steps: Iterable[Step] = ()) -> Shapes:
    """The priors of documents that were aligned by these steps; the usual ones without any."""
    seen = dict.fromkeys(SHAPES, 0.0)
    nulls = 0.0
    before: tuple[int, int] | None = None
    for step in steps:
        if step.shape in seen:
            seen[step.shape] += step.confidence
        elif 0 in step.shape and step.shape != before:
            nulls += step.confidence
        before = step.shape
    total = _BEADS + sum(seen.values()) + nulls
    return Shapes(
        {shape: log((_BEADS * usual + seen[shape]) / total) for shape, usual in _USUAL.items()},
        log((_BEADS * _USUAL_NULLS + nulls) / total),
    )
