"""How much better stretches of two texts fit than unrelated ones: log-likelihood ratios.

Left without a counterpart, a segment scores 0 and pays the price of a null alone.
"""

from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from math import log

from tqcheck.alignment.band import Band
from tqcheck.alignment.layout import Layout
from tqcheck.alignment.lexicon import Lexicon, Table
from tqcheck.alignment.novelty import novelty
from tqcheck.alignment.shapes import WIDEST, Step, fitted
from tqcheck.alignment.tokens import Reading
from tqcheck.model import Document

NEVER = float("-inf")

#: The most that the frequency ratio of one token may tell.
_CAP = 90.0

#: Variance of the log ratio of lengths: of any bead, and times its letters for short ones.
_SPREAD, _SHORT_SPREAD = 0.006, 2.0
#: Student's t with so many degrees of freedom: some translations are much longer.
_FREEDOM = 5.0
_MEDIAN_SQUARE = 0.5
#: Letters, segments and beads that the usual ratio (1), background and spread weigh as much as.
_USUAL_LETTERS, _USUAL_SEGMENTS, _USUAL_BEADS = 400.0, 5.0, 10.0
_USUAL_BACKGROUND = 0.5

#: Beads surer than this tell the documents' ratio of lengths.
_LIKELY = 0.5
#: Price of a paragraph's end inside a bead.
_ACROSS_BLOCKS = -4.0
#: Price of neighbours that say the same, at least and a token, times how much more alike they are
#: than this: the other side of the bead explains the words of both, and has them once.
_REPEATED, _REPEATED_TOKEN, _ALIKE = -12.0, -2.0, 0.5

_ROWS_A_TIME = 100

#: Per source boundary, per shape, per target boundary of the band.
Scores = list[list["array[float]"]]
#: Per width, per segment that a stretch begins with.
_ByWidth = list[list[float]]


class Evidence:
    """What tells for the beads of two documents, whatever the lexicon."""

    def __init__(
        self, source: Document, target: Document, readings: tuple[Reading, Reading]
    ) -> None:
        self.source, self.target = readings
        self.shapes = fitted()
        self.lengths = Lengths(*readings)
        self._layout = Layout(source, target)
        self._source_seams = _seams(self._layout.source_begins, self.source)
        self._target_seams = _seams(self._layout.target_begins, self.target)
        self._source_new = [0.0] * len(self.source.counts)
        self._target_new = [0.0] * len(self.target.counts)

    def fit(self, steps: Sequence[Step], lexicon: Lexicon) -> None:
        """Take the documents' own habits from a first alignment, and what is new in each of them
        from what it taught.
        """
        self.lengths.fit(step for step in steps if all(step.shape) and step.confidence > _LIKELY)
        self.shapes = fitted(steps)
        self._layout.fit(steps)
        beads = [step for step in steps if all(step.shape)]
        self._source_new = novelty(
            self.source,
            lexicon.forward,
            [(range(s.source, s.source + s.shape[0]), s.confidence) for s in beads],
        )
        self._target_new = novelty(
            self.target,
            lexicon.backward,
            [(range(s.target, s.target + s.shape[1]), s.confidence) for s in beads],
        )

    def scores(self, lexicon: Lexicon, band: Band, reached: Callable[[float], None]) -> Scores:
        """Per node of the band, the score of the bead of each shape that begins there.

        `reached` is told now and then what share of them is done.
        """
        source, target = self.source, self.target
        n, m = len(source.counts), len(target.counts)
        turned = band.turned()
        forth = _explained(source, target, lexicon.forward, lexicon.target_reliability, band)
        back = _explained(target, source, lexicon.backward, lexicon.source_reliability, turned)
        source_price = _prices(self._source_seams, self._source_new)
        target_price = _prices(self._target_seams, self._target_new)
        scores: Scores = []
        for i in range(n):
            if i % _ROWS_A_TIME == 0:
                reached(i / n)
            first, last = band.first[i], min(band.last[i], m - 1)
            begins = self._layout.first(i)
            width = max(last + 1 - first, 0)
            columns: list[array[float]] = []
            for (a, b), prior in self.shapes.beads.items():
                if i + a > n:
                    columns.append(array("d", [NEVER]) * width)
                    continue
                # Both ends of a bead are nodes of the band.
                begin = max(first, band.first[i + a] - b)
                end = max(begin, min(last + 1, band.last[i + a] - b + 1))
                price = prior + source_price[a][i]
                prices = target_price[b]
                ends = self._layout.last(i + a - 1)
                lengths = self.lengths.row(i, a, begin, end, b)
                told = forth[a][i]
                telling = back[b]
                column = [NEVER] * (begin - first)
                for j in range(begin, end):
                    words = told[j - first]
                    if b > 1:
                        words += sum(told[j - first + 1 : j - first + b])
                    k = i - turned.first[j]
                    words += telling[j][k] if a == 1 else sum(telling[j][k : k + a])
                    layout = begins[j] + ends[j + b - 1]
                    column.append(price + prices[j] + words / 2 + lengths[j - begin] + layout)
                column += [NEVER] * (width - len(column))
                columns.append(array("d", column))
            scores.append(columns)
        scores.append([array("d") for _ in self.shapes.beads])
        return scores

    def score(self, lexicon: Lexicon, i: int, a: int, j: int, b: int) -> float:
        """The score of a bead of any shape: source segments i to i + a, target ones j to j + b."""
        prior = self.shapes.prior(a, b)
        words = _likelier(
            self.source.counts[i : i + a],
            self.target.counts[j : j + b],
            self.target,
            lexicon.forward,
            lexicon.target_reliability,
        ) + _likelier(
            self.target.counts[j : j + b],
            self.source.counts[i : i + a],
            self.source,
            lexicon.backward,
            lexicon.source_reliability,
        )
        seams = sum(self._source_seams[i : i + a - 1]) + sum(self._target_seams[j : j + b - 1])
        lengths = self.lengths.score(
            sum(self.source.lengths[i : i + a]), sum(self.target.lengths[j : j + b])
        )
        new = sum(self._source_new[i : i + a]) + sum(self._target_new[j : j + b])
        layout = self._layout.first(i)[j] + self._layout.last(i + a - 1)[j + b - 1]
        return prior + words / 2 + seams - new + lengths + layout


def _likelier(
    given: Sequence[dict[int, float]],
    told: Sequence[dict[int, float]],
    reading: Reading,
    table: Table,
    reliability: Sequence[float],
) -> float:
    """How much likelier `given` makes the tokens of `told` than these are in their document."""
    support: dict[int, float] = {}
    size = 1.0
    for held in given:
        size += sum(held.values())
        for t, weight in _support(held, table).items():
            support[t] = support.get(t, 0.0) + weight
    total = reading.total
    score = 0.0
    for held in told:
        for t, count in held.items():
            if r := reliability[t]:
                ratio = support.get(t, 0.0) * total / (reading.frequency[t] * size)
                score += count * log(1 - r + r * min(_CAP, ratio))
    return score


def _explained(
    given: Reading,
    told: Reading,
    table: Table,
    reliability: Sequence[float],
    band: Band,
) -> list[list["array[float]"]]:
    """How much likelier stretches of `given` make the tokens of `told` than these are alone.

    Per width of the stretch, per segment it begins with, per segment of `told` in the band.
    """
    n, m = len(given.counts), len(told.counts)
    total = max(told.total, 1.0)
    odds = [r / (1 - r) for r in reliability]
    rarity = [total / frequency for frequency in told.frequency]
    silence = [
        sum(weight * log(1 - reliability[t]) for t, weight in held.items()) for held in told.counts
    ]
    # Of as many segments as one bead joins: all at once would be most of the memory.
    supports = deque(_support(held, table) for held in given.counts[:WIDEST])
    places, counts = told.places, told.counts
    result: list[list[array[float]]] = [[] for _ in range(WIDEST + 1)]
    for i in range(n):
        support: dict[int, float] = {}
        size = 1.0
        first = band.first[i]
        for width, more in enumerate(supports, 1):
            size += given.sizes[i + width - 1]
            if width == 1:
                support = more
            else:
                support = dict(support)
                for t, weight in more.items():
                    support[t] = support.get(t, 0.0) + weight
            last = min(band.last[i + width], m)
            row = silence[first:last]
            for t, weight in support.items():
                where = places[t]
                if where[-1] < first or where[0] >= last:
                    continue
                if where[0] < first or where[-1] >= last:
                    where = where[bisect_left(where, first) : bisect_left(where, last)]
                gain = log(1 + odds[t] * min(_CAP, weight * rarity[t] / size))
                for j in where:
                    row[j - first] += gain * counts[j][t]
            result[width].append(array("d", row))
        supports.popleft()
        if i + WIDEST < n:
            supports.append(_support(given.counts[i + WIDEST], table))
    return result


def _support(held: dict[int, float], table: Table) -> dict[int, float]:
    support: dict[int, float] = {}
    for s, count in held.items():
        for t, weight in table[s]:
            support[t] = support.get(t, 0.0) + count * weight
    return support


class Lengths:
    """How well lengths fit, in the documents' own ratio."""

    def __init__(self, source: Reading, target: Reading) -> None:
        self._source, self._target = _sums(source.lengths), _sums(target.lengths)
        self._target_logs = [[log(x) for x in widths] for widths in self._target]
        self.ratio = log(
            (sum(target.lengths) + _USUAL_LETTERS) / (sum(source.lengths) + _USUAL_LETTERS)
        )
        self._background = _variance(source.lengths) + _variance(target.lengths)
        self._scale = 1.0

    def fit(self, beads: Iterable[Step]) -> None:
        """Take ratio and spread from beads that are most likely right."""
        seen = sorted(
            (log(self._target[b][j] / self._source[a][i]), self._source[a][i])
            for i, j, (a, b), *_ in beads
        )
        if len(seen) < _USUAL_SEGMENTS:
            return
        half = sum(length for _, length in seen) / 2
        upto = accumulate(length for _, length in seen)
        self.ratio = next(
            ratio for (ratio, _), sum_ in zip(seen, upto, strict=True) if sum_ >= half
        )
        squares = sorted(
            (ratio - self.ratio) ** 2 / (_SPREAD + _SHORT_SPREAD / length) for ratio, length in seen
        )
        # The median: outliers do not move it.
        spread = squares[len(squares) // 2] / _MEDIAN_SQUARE
        self._scale = (_USUAL_BEADS + spread * len(seen)) / (_USUAL_BEADS + len(seen))

    def row(self, i: int, a: int, begin: int, end: int, b: int) -> list[float]:
        """The scores of `a` source segments from i, with `b` of the target from each in a range."""
        return self._scores(self._source[a][i], self._target_logs[b][begin:end])

    def score(self, source: float, target: float) -> float:
        """The score of two lengths."""
        return self._scores(max(source, 1.0), [log(max(target, 1.0))])[0]

    def _scores(self, length: float, logs: Sequence[float]) -> list[float]:
        variance = self._scale * (_SPREAD + _SHORT_SPREAD / length)
        background = max(self._background, variance)
        base = log(background / variance) / 2
        narrow, wide = 1 / (_FREEDOM * variance), 1 / (_FREEDOM * background)
        middle = log(length) + self.ratio
        tail = (_FREEDOM + 1) / 2
        return [
            base - tail * log((1 + (square := (x - middle) ** 2) * narrow) / (1 + square * wide))
            for x in logs
        ]


def _sums(lengths: Sequence[float]) -> _ByWidth:
    upto = [0.0, *accumulate(lengths)]
    return [
        [max(y - x, 1.0) for x, y in zip(upto, upto[width:], strict=False)]
        for width in range(WIDEST + 1)
    ]


def _variance(lengths: Sequence[float]) -> float:
    """The variance of the log lengths, with some usual segments for short documents."""
    logs = [log(max(length, 1.0)) for length in lengths]
    mean = sum(logs) / max(len(logs), 1)
    squares = sum((x - mean) ** 2 for x in logs)
    return (squares + _USUAL_SEGMENTS * _USUAL_BACKGROUND) / (len(logs) + _USUAL_SEGMENTS)


def _seams(begins: Sequence[bool], reading: Reading) -> list[float]:
    """What it costs to join neighbours: a paragraph ends there, or they say the same."""
    seams = []
    for number in range(1, len(begins)):
        price = _ACROSS_BLOCKS if begins[number] else 0.0
        alike = likeness(reading.counts[number - 1], reading.counts[number]) - _ALIKE
        if alike > 0:
            size = min(reading.sizes[number - 1], reading.sizes[number])
            price += alike * min(_REPEATED, _REPEATED_TOKEN * size)
        seams.append(price)
    return seams


def _prices(seams: Sequence[float], new: Sequence[float]) -> _ByWidth:
    """Per width and first segment, the price of the seams inside and of what is new."""
    upto = [0.0, *accumulate(seams)]
    before = [0.0, *accumulate(new)]
    return [
        [],
        *(
            [
                upto[i + width - 1] - upto[i] - (before[i + width] - before[i])
                for i in range(len(new) - width + 1)
            ]
            for width in range(1, WIDEST + 1)
        ),
    ]


def likeness(one: dict[int, float], other: dict[int, float]) -> float:
    """The share of types that two segments of one text have in common."""
    return 2 * len(one.keys() & other.keys()) / max(len(one) + len(other), 1)
