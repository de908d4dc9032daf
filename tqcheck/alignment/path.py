"""The best way through two documents, and how sure each of its steps is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from math import exp, log
from typing import NamedTuple

from tqcheck.alignment.band import Band
from tqcheck.alignment.evidence import NEVER, Scores
from tqcheck.alignment.shapes import GOES_ON, SHAPES, WIDEST, Shapes, Step

#: Tokens do not come one by one, so scores claim too much: how many times.
_TEMPERATURE = 2.0
#: Ways that lose so much on the best, or pass so far from it, are not followed.
_FAR, _BESIDE = 12.0, 8

_OMITTED, _ADDED = (1, 0), (0, 1)
#: What a way has ended with: anything, an omission, an addition.
_ANY, _OMISSION, _ADDITION = range(3)
_Node = tuple[int, int, int]
_START: _Node = (0, 0, _ANY)


def odds(gain: float) -> float:
    """The probability of what scores so much better than its one alternative."""
    return 1 / (1 + exp(-max(min(gain / _TEMPERATURE, 50.0), -50.0)))


def best_path(scores: Scores, band: Band, shapes: Shapes) -> list[Step]:
    """The best path from corner to corner, each step with its share among all paths."""
    return _Lattice(scores, band, shapes.null).steps()


class _Edge(NamedTuple):
    before: _Node
    #: (0, 0) where nothing is passed: a run of nulls ends.
    shape: tuple[int, int]
    score: float


class _Lattice:
    """The nodes of a band, each with the score of the best way there."""

    def __init__(self, scores: Scores, band: Band, null: float) -> None:
        self._scores, self._first, self._null = scores, band.first, null
        self._end: _Node = (len(band.first) - 1, band.last[-1], _ANY)
        #: Per kind of ending, per source boundary, per target boundary of the band.
        self._best = tuple(
            [[NEVER] * (last - first + 1) for first, last in zip(*band, strict=True)]
            for _ in (_ANY, _OMISSION, _ADDITION)
        )
        self._fill()

    def _fill(self) -> None:
        first, null = self._first, self._null
        best, omission, addition = self._best
        best[0][0] = 0.0
        n = len(first) - 1
        for i in range(n + 1):
            row, gone, extra, scores = (
                best[i],
                omission[i],
                addition[i],
                self._scores[i],
            )
            width = len(scores[0])
            ahead = [
                (column, best[i + a], first[i] - first[i + a] + b)
                for column, (a, b) in zip(scores, SHAPES, strict=True)
                if i + a <= n
            ]
            below: list[float] = omission[i + 1] if i < n else []
            down = first[i] - first[i + 1] if i < n else 0
            for x in range(len(row)):
                if x:
                    extra[x] = max(row[x - 1] + null, extra[x - 1] + GOES_ON)
                here = row[x] = max(row[x], gone[x], extra[x])
                if 0 <= x + down < len(below):
                    below[x + down] = max(here + null, gone[x] + GOES_ON)
                if x < width and here > NEVER:
                    for column, other, shift in ahead:
                        score = column[x]
                        if score > NEVER and here + score > other[x + shift]:
                            other[x + shift] = here + score

    def steps(self) -> list[Step]:
        """The best path, and the posterior of each of its steps."""
        path = self._path()
        chances = self._chances(path)
        return [
            Step(*edge.before[:2], edge.shape, min(chances[_event(edge)], 1.0))
            for edge in path
            if edge.shape != (0, 0)
        ]

    def _path(self) -> list[_Edge]:
        path: list[_Edge] = []
        node = self._end
        while node != _START:
            here = self._score(node)
            edge = next(e for e in self._into(node) if self._score(e.before) + e.score == here)
            path.append(edge)
            node = edge.before
        return path[::-1]

    def _chances(self, path: Sequence[_Edge]) -> dict[tuple[int, ...], float]:
        """The posterior of the beads near the best path, by forward and backward sums."""
        edges = self._likely(path)
        total = {_START: 0.0}
        shares: dict[_Node, list[tuple[_Edge, float]]] = {}
        for node in reversed(edges):
            terms = [
                (edge, total[edge.before] + edge.score / _TEMPERATURE)
                for edge in edges[node]
                if edge.before in total
            ]
            if terms:
                best = max(term for _, term in terms)
                whole = sum(exp(term - best) for _, term in terms)
                total[node] = best + log(whole)
                shares[node] = [(edge, exp(term - best) / whole) for edge, term in terms]
        chances: defaultdict[tuple[int, ...], float] = defaultdict(float)
        mass = defaultdict(float, {self._end: 1.0})
        for node in edges:
            here = mass[node]
            for edge, share in shares.get(node, ()):
                mass[edge.before] += here * share
                chances[_event(edge)] += here * share
        return chances

    def _likely(self, path: Sequence[_Edge]) -> dict[_Node, list[_Edge]]:
        """What leads to each node of ways not much worse than the best, and not far from it.

        In order from the end: every node comes behind the nodes that it leads to.
        """
        near: dict[int, tuple[int, int]] = {}
        for i, j, _ in (self._end, *(edge.before for edge in reversed(path))):
            for row in range(i, max(i - WIDEST, -1), -1):
                low, high = near.get(row, (j, j))
                near[row] = min(low, j - _BESIDE), max(high, j + _BESIDE)
        # How much worse than the best the best way through a node is.
        worse = {self._end: 0.0}
        edges: dict[_Node, list[_Edge]] = {}
        queue = [_key(self._end)]
        while queue:
            node = _key(heappop(queue))
            edges[node] = []
            here = worse[node] + self._score(node)
            for edge in self._into(node):
                before = edge.before
                loss = here - self._score(before) - edge.score
                low, high = near[before[0]]
                if loss < _FAR and low <= before[1] <= high:
                    edges[node].append(edge)
                    if before not in worse:
                        heappush(queue, _key(before))
                    worse[before] = min(worse.get(before, loss), loss)
        return edges

    def _into(self, node: _Node) -> Iterator[_Edge]:
        """What leads to a node."""
        i, j, state = node
        if state == _ANY:
            for number, (a, b) in enumerate(SHAPES):
                if i >= a and j >= b:
                    x = j - b - self._first[i - a]
                    scores = self._scores[i - a][number]
                    if 0 <= x < len(scores):
                        yield _Edge((i - a, j - b, _ANY), (a, b), scores[x])
            yield _Edge((i, j, _OMISSION), (0, 0), 0.0)
            yield _Edge((i, j, _ADDITION), (0, 0), 0.0)
            return
        shape = _OMITTED if state == _OMISSION else _ADDED
        row, column = i - shape[0], j - shape[1]
        if row >= 0 and column >= 0:
            yield _Edge((row, column, _ANY), shape, self._null)
            yield _Edge((row, column, state), shape, GOES_ON)

    def _score(self, node: _Node) -> float:
        i, j, state = node
        row = self._best[state][i]
        x = j - self._first[i]
        return row[x] if 0 <= x < len(row) else NEVER


def _key(node: _Node) -> _Node:
    """Orders nodes from the end to the start."""
    i, j, state = node
    return (-i, -j, state)


def _event(edge: _Edge) -> tuple[int, ...]:
    """What an edge stands for: a bead, or a null of one segment wherever its gap is."""
    i, j, _ = edge.before
    if edge.shape == _OMITTED:
        return (_OMISSION, i)
    if edge.shape == _ADDED:
        return (_ADDITION, j)
    return (i, j, *edge.shape)
