"""Where the two documents run side by side: anchors, and the band of nodes around them."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from tqcheck.alignment.lexicon import Table
from tqcheck.alignment.tokens import Reading

#: Types that stand in more segments than this fix no place.
_RARE = 3
#: Weight of the counterparts that make two segments an anchor.
_ENOUGH = 0.3
#: What it costs an anchor to stand off the diagonal of the one before, per segment and at most.
_SHIFT, _LARGEST_SHIFT = 0.15, 3.0
#: How many anchors back the shift to each is looked at.
_BACK = 40
#: How far from an anchor a path may pass, in segments.
_MARGIN = 5
#: Between anchors nearer than this every node is open.
_OPEN = 12
#: How much wider than its margin the band grows, in shares of the way between anchors.
_GROWTH, _FARTHEST = 0.15, 60
#: More nodes than this between two anchors are not opened for one large gap.
_LARGEST = 300_000

#: How far from a path of the first round that of the second may pass.
_BESIDE = 4

Place = tuple[int, int]


class Band(NamedTuple):
    """The nodes a path may visit: per source boundary, the first and last target boundary."""

    first: list[int]
    last: list[int]

    def turned(self) -> "Band":
        """The same nodes, per target boundary."""
        first, last = [], []
        lowest = highest = 0
        for j in range(self.last[-1] + 1):
            while self.last[lowest] < j:
                lowest += 1
            while highest + 1 < len(self.first) and self.first[highest + 1] <= j:
                highest += 1
            first.append(lowest)
            last.append(highest)
        return Band(first, last)


def band_of(source: Reading, target: Reading, looks: Table) -> Band:
    """The nodes near the chain of anchors, from the beginning of both texts to their end."""
    n, m = len(source.counts), len(target.counts)
    corners = _sure([(0, 0), *_chain(_anchors(source, target, looks), n, m), (n, m)])
    first, last = [m] * (n + 1), [0] * (n + 1)
    for (i, j), (below, right) in pairwise(corners):
        rows, columns = below - i, right - j
        beside = _MARGIN + (
            max(rows, columns)
            if max(rows, columns) <= _OPEN
            else min(int(_GROWTH * min(rows, columns)), _FARTHEST)
        )
        steep = rows * min(columns, abs(rows - columns)) > _LARGEST
        for row in range(max(i - _MARGIN, 0), min(below + _MARGIN, n) + 1):
            if steep:
                low = high = j + (row - i) * columns // rows
            else:
                # A path may follow either corner's diagonal: the gap between the two, where
                # something is missing, may be anywhere.
                low, high = sorted((j + row - i, right - (below - row)))
            first[row] = min(first[row], max(low, j) - beside)
            last[row] = max(last[row], min(high, right) + beside)
    first = [min(max(j, 0), m) for j in first]
    last = [min(max(j, 0), m) for j in last]
    first[0] = 0
    last[n] = m
    for row in range(n - 1, -1, -1):
        first[row] = min(first[row], first[row + 1])
    for row in range(n):
        # Neighbouring rows share a node.
        last[row] = max(last[row], first[row + 1])
        last[row + 1] = max(last[row + 1], last[row])
    return Band(first, last)


def _sure(corners: Sequence[Place]) -> list[Place]:
    """The corners, without the anchors on both sides of a jump: where the gap is, no single one
    can tell.
    """
    slope = _slope(*corners[-1])
    doubtful = {place for pair in pairwise(corners) if _jumps(*pair, slope) for place in pair}
    inner = (place for place in corners[1:-1] if place not in doubtful)
    return [corners[0], *inner, corners[-1]]


def _jumps(one: Place, other: Place, slope: float) -> bool:
    """Whether the band around one does not reach the other."""
    rows, columns = other[0] - one[0], other[1] - one[1]
    return abs(columns - slope * rows) > _MARGIN + _GROWTH * min(rows, columns)


def _slope(n: int, m: int) -> float:
    return min(max(m / max(n, 1), 0.5), 2.0)


def narrowed(wide: Band, path: Sequence[Place]) -> Band:
    """The nodes of a band that are near a path."""
    first, last = wide.last[:], wide.first[:]
    n = len(first) - 1
    for i, j in path:
        for row in range(max(i - _BESIDE, 0), min(i + _BESIDE, n) + 1):
            first[row] = max(min(first[row], j - _BESIDE), wide.first[row])
            last[row] = min(max(last[row], j + _BESIDE), wide.last[row])
    return Band(first, last)


def _anchors(source: Reading, target: Reading, looks: Table) -> list[tuple[Place, float]]:
    """Segments that share rare types, with the weight of what they share."""
    shared: defaultdict[Place, float] = defaultdict(float)
    for s, counterparts in enumerate(looks):
        if len(source.places[s]) > _RARE:
            continue
        for t, weight in counterparts:
            if len(target.places[t]) <= _RARE:
                share = weight / max(len(source.places[s]), len(target.places[t]))
                for i in source.places[s]:
                    for j in target.places[t]:
                        shared[i, j] += share
    return sorted((place, weight) for place, weight in shared.items() if weight >= _ENOUGH)


def _chain(anchors: Sequence[tuple[Place, float]], n: int, m: int) -> list[Place]:
    """The heaviest chain of anchors from corner to corner that goes on in both texts.

    To leave the diagonal has its price, so that a chance likeness far off is no part of it.
    """
    slope = _slope(n, m)
    nodes = [((-1, -1), 0.0), *anchors, ((n, m), 0.0)]
    heaviest = [0.0]
    before = [-1]
    reached = _PrefixBest(m + 1)
    waiting = 0
    for number in range(1, len(nodes)):
        (i, j), weight = nodes[number]
        while nodes[waiting][0][0] < i:
            reached.add(nodes[waiting][0][1] + 1, heaviest[waiting], waiting)
            waiting += 1
        # However far back: the dearest shift, as behind a large gap.
        best, previous = reached.below(j + 1)
        best -= _LARGEST_SHIFT
        for earlier in range(max(0, number - _BACK), number):
            row, column = nodes[earlier][0]
            if row < i and column < j:
                price = min(_SHIFT * abs(j - column - slope * (i - row)), _LARGEST_SHIFT)
                if heaviest[earlier] - price > best:
                    best, previous = heaviest[earlier] - price, earlier
        heaviest.append(best + weight)
        before.append(previous)
    chain: list[Place] = []
    number = before[-1]
    while number > 0:
        chain.append(nodes[number][0])
        number = before[number]
    return chain[::-1]


class _PrefixBest:
    """The best value among keys below another one: a Fenwick tree (Fenwick 1994) of maxima."""

    def __init__(self, size: int) -> None:
        self._best = [(-inf, 0)] * (size + 1)

    def add(self, key: int, value: float, number: int) -> None:
        """Note a value under a key from 0."""
        key += 1
        while key < len(self._best):
            self._best[key] = max(self._best[key], (value, number))
            key += key & -key

    def below(self, key: int) -> tuple[float, int]:
        """The largest value under a smaller key, and its number."""
        best = (-inf, 0)
        while key:
            best = max(best, self._best[key])
            key -= key & -key
        return best
