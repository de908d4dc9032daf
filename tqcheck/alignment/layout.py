"""How well the borders of segments fit: kind, paragraph, and the marks they begin and end with."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from math import exp, log

from tqcheck.alignment.shapes import Step
from tqcheck.model import Document

#: How often paragraphs begin together and kinds stay the same; and how often marks do.
_KEPT, _KEPT_MARK = 0.93, 0.5
#: The most that each sign tells for or against a bead.
_CAP = 2.5
#: How many beads of the documents weigh as much as what is usual.
_USUAL_BEADS = 15.0

_QUOTES, _BRACKETS = "\"'“”„‘’‚«»‹›「」『』《》", "()（）[]［］【】"
_DASHES = "-–—―"
_FAMILY = str.maketrans("。．।！？؟：；؛，、،", "...!??:;;,,,")
_ENDINGS = ".!?:;,…"

Place = tuple[int, int, float]


class Layout:
    """What the borders of the segments of two documents tell of a bead."""

    def __init__(self, source: Document, target: Document) -> None:
        sides = source, target
        self.source_begins, self.target_begins = _begins_block(source), _begins_block(target)
        texts = [[segment.text.strip() for segment in side.segments] for side in sides]
        self._first = _Border(
            _Sign(_KEPT, *([segment.kind for segment in side.segments] for side in sides)),
            _Sign(_KEPT, self.source_begins, self.target_begins),
            _Sign(_KEPT_MARK, *([_opening(text) for text in side] for side in texts)),
        )
        self._last = _Border(
            _Sign(_KEPT_MARK, *([_ending(text) for text in side] for side in texts)),
            _Sign(_KEPT_MARK, *([_closing(text) for text in side] for side in texts)),
        )

    def fit(self, steps: Sequence[Step]) -> None:
        """Take from a first alignment what meets in these documents."""
        beads = [step for step in steps if all(step.shape)]
        self._first.fit([(step.source, step.target, step.confidence) for step in beads])
        self._last.fit(
            [
                (step.source + step.shape[0] - 1, step.target + step.shape[1] - 1, step.confidence)
                for step in beads
            ]
        )

    def first(self, i: int) -> "array[float]":
        """The scores of beads that begin with source segment i, and with each target segment."""
        return self._first.row(i)

    def last(self, i: int) -> "array[float]":
        """The scores of beads that end with source segment i, and with each target segment."""
        return self._last.row(i)


class _Sign:
    """A property of segments, and how its values meet in beads: log ratios against chance."""

    def __init__(self, kept: float, source: Sequence[Hashable], target: Sequence[Hashable]) -> None:
        self.source, self.target = source, target
        values = dict.fromkeys((*source, *target))
        self._one, self._other = (
            {v: (seen[v] + 1) / (len(side) + len(values)) for v in values}
            for side, seen in ((source, Counter(source)), (target, Counter(target)))
        )
        self._usual = _agreement(self._one, self._other, kept)
        self.scores = self._usual

    def fit(self, places: Iterable[Place]) -> None:
        """Count what meets at the places of beads, which weigh as much as they are sure."""
        met: defaultdict[tuple[Hashable, Hashable], float] = defaultdict(float)
        for i, j, weight in places:
            met[self.source[i], self.target[j]] += weight
        total = sum(met.values()) + _USUAL_BEADS
        self.scores = {}
        for (v, w), usual in self._usual.items():
            chance = self._one[v] * self._other[w]
            share = (met[v, w] + _USUAL_BEADS * chance * exp(usual)) / total
            self.scores[v, w] = _capped(log(share / chance))


class _Border:
    """The signs at one end of the segments."""

    def __init__(self, *signs: _Sign) -> None:
        self._signs = signs
        self._rows: dict[tuple[Hashable, ...], array[float]] = {}

    def fit(self, places: Sequence[Place]) -> None:
        for sign in self._signs:
            sign.fit(places)
        self._rows = {}

    def row(self, i: int) -> "array[float]":
        """The scores of source segment i with each target segment."""
        held = tuple(sign.source[i] for sign in self._signs)
        if held not in self._rows:
            told = [
                [sign.scores[own, other] for other in sign.target]
                for sign, own in zip(self._signs, held, strict=True)
            ]
            self._rows[held] = array("d", map(sum, zip(*told, strict=True)))
        return self._rows[held]


def _agreement(
    one: dict[Hashable, float], other: dict[Hashable, float], keep: float
) -> dict[tuple[Hashable, Hashable], float]:
    """The log ratio of two values in one bead, against meeting by chance, where a value of these
    shares is kept as often as that.
    """
    kept = {v: keep * min(one[v], other[v]) for v in one}
    rest = max(1 - sum(kept.values()), 1e-6)
    scores: dict[tuple[Hashable, Hashable], float] = {}
    for v in one:
        for w in one:
            together = (one[v] - kept[v]) * (other[w] - kept[w]) / rest
            if v == w:
                together += kept[v]
            scores[v, w] = _capped(log(together / (one[v] * other[w])))
    return scores


def _capped(score: float) -> float:
    return max(-_CAP, min(_CAP, score))


def _begins_block(document: Document) -> list[bool]:
    starts = {block.span.start for block in document.blocks}
    return [segment.span.start in starts for segment in document.segments]


def _opening(text: str) -> str:
    """What a segment begins with: speech, a bracket, a digit, a small letter, or anything else."""
    first = text[:1]
    if not first:
        return ""
    if first in _QUOTES or first in _DASHES:
        return '"'
    if first in _BRACKETS:
        return "("
    return "0" if first.isdigit() else "a" if first.islower() else "A"


def _ending(text: str) -> str:
    """The mark a segment ends with, one for each family."""
    bare = text.rstrip(_QUOTES + _BRACKETS + " \u00a0\u202f")
    if bare.endswith("..."):
        return "…"
    last = bare[-1:].translate(_FAMILY)
    if last and last in _DASHES:
        return "–"
    return last if last and last in _ENDINGS else ""


def _closing(text: str) -> str:
    """Whether a segment ends inside, or with, quotation marks or brackets."""
    last = text[-1:]
    if last and last in _BRACKETS:
        return ")"
    return '"' if last and last in _QUOTES else ""
