"""Places that a path has to pass: where the files tell themselves what translates what."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tqcheck.alignment.band import Band, Place
from tqcheck.alignment.evidence import NEVER, Scores
from tqcheck.alignment.shapes import SHAPES, Step


def band_through(stations: Sequence[Place]) -> Band:
    """The nodes between each station and the next. The first station is (0, 0), the last the end
    of both texts; both numbers grow from one to the next.
    """
    first, last = [0], [0]
    for (i, j), (below, right) in pairwise(stations):
        last[-1] = right
        first += [j] * (below - i)
        last += [right] * (below - i)
    return Band(first, last)


def fence(scores: Scores, band: Band, stations: Sequence[Place]) -> None:
    """Forbid the beads that pass by a station."""
    for (i, j), (below, right) in pairwise(stations):
        for row in range(i, below):
            first = band.first[row]
            for (a, b), column in zip(SHAPES, scores[row], strict=True):
                for x in range(len(column)):
                    if not (row + a <= below and j <= first + x and first + x + b <= right):
                        column[x] = NEVER


def between(steps: Sequence[Step], stations: Sequence[Place]) -> Iterator[list[Step]]:
    """The steps between each station and the next."""
    at = 0
    for below, right in stations[1:]:
        begin = at
        while at < len(steps) and _ends_by(steps[at], below, right):
            at += 1
        yield list(steps[begin:at])


def _ends_by(step: Step, below: int, right: int) -> bool:
    return step.source + step.shape[0] <= below and step.target + step.shape[1] <= right
