"""Second thoughts on what a path leaves without a counterpart: wide beads, and moved passages."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqcheck.alignment.evidence import Evidence, likeness
from tqcheck.alignment.lexicon import Lexicon
from tqcheck.alignment.path import odds
from tqcheck.alignment.shapes import SHAPES, Step

#: Segments that one bead joins on one side, at the most.
_WIDEST = 8
#: What a null's confidence is worth where an omission faces an addition: more often than not
#: these translate each other freely.
_FACING = 0.5
#: The score that an omission and an addition that have nothing to do with each other may reach,
#: and the one from which on they are one passage that moved.
_CHANCE, _MOVED = 2.0, 3.0
#: So much of two sentences is the same in copies, and in what is no copy.
_COPY, _NO_COPY = 0.95, 0.5
#: What each token of a copy tells: hardly ever do two sentences have the same translation.
_COPIED_TOKEN = 1.0
#: More pairs of an omission and an addition than this are not compared.
_MANY = 500


def settled(steps: Sequence[Step], evidence: Evidence, lexicon: Lexicon) -> list[Step]:
    """The steps, with nulls joined to a neighbour where a wide bead fits, copies set apart, and
    nulls trusted less where something else may explain them: a wide bead, a free translation, a move.
    """
    steps = list(_said_once(steps, evidence, lexicon))
    if all(all(step.shape) for step in steps):
        return steps
    joined = _widened(steps, evidence, lexicon)
    crossing = _crossing(joined, evidence, lexicon)
    return list(_doubted(_relocated(joined, crossing), crossing))


def _said_once(steps: Sequence[Step], evidence: Evidence, lexicon: Lexicon) -> Iterator[Step]:
    """The steps, with an omission and an addition for a bead that has a second copy of what its
    neighbour has: two sentences have not one translation.
    """
    for number, step in enumerate(steps):
        beside = (*steps[max(number - 1, 0) : number], *steps[number + 1 : number + 2])
        gain = max((_copied(step, other, evidence, lexicon) for other in beside), default=0.0)
        if gain > 0:
            sure = odds(gain)
            yield Step(step.source, step.target, (1, 0), sure)
            yield Step(step.source + 1, step.target, (0, 1), sure)
        else:
            yield step


def _copied(step: Step, other: Step, evidence: Evidence, lexicon: Lexicon) -> float:
    """How much better a side of a bead is explained as a copy of what its neighbour has than by
    its own other side; 0 where it is none.
    """
    if not step.shape == other.shape == (1, 1):
        return 0.0
    sources, targets = evidence.source, evidence.target
    alike = (
        likeness(sources.counts[step.source], sources.counts[other.source]),
        likeness(targets.counts[step.target], targets.counts[other.target]),
    )
    if max(alike) < _COPY or min(alike) >= _NO_COPY:
        return 0.0
    own = evidence.score(lexicon, step.source, 1, step.target, 1)
    if own > evidence.score(lexicon, other.source, 1, other.target, 1):
        return 0.0  # its neighbour is the copy
    size = sources.sizes[step.source] if alike[0] > alike[1] else targets.sizes[step.target]
    return _COPIED_TOKEN * size - own + 2 * evidence.shapes.null


class _Join(NamedTuple):
    """A bead and neighbouring nulls of one side, and how much better they score as one."""

    bead: int
    nulls: range
    gain: float


def _widened(steps: list[Step], evidence: Evidence, lexicon: Lexicon) -> list[Step]:
    """The steps, with beads wider than the path knows where they score better."""
    number = 0
    while number < len(steps):
        join = max(_joins(steps, number, evidence, lexicon), key=lambda j: j.gain, default=None)
        if join is None:
            number += 1
            continue
        chance = odds(join.gain)
        if join.gain > 0:
            first, last = min(join.bead, join.nulls[0]), max(join.bead, join.nulls[-1])
            steps[first : last + 1] = [_one(steps[first : last + 1])._replace(confidence=chance)]
            number = max(first - _WIDEST, 0)
            continue
        for null in join.nulls:
            steps[null] = steps[null]._replace(confidence=steps[null].confidence * (1 - chance))
        number += 1
    return steps


def _joins(
    steps: Sequence[Step], number: int, evidence: Evidence, lexicon: Lexicon
) -> Iterator[_Join]:
    """The ways to make a bead wider than any of the path's by the nulls on its sides."""
    bead = steps[number]
    if not all(bead.shape):
        return
    nulls = evidence.shapes.nulls
    alone = evidence.score(lexicon, bead.source, bead.shape[0], bead.target, bead.shape[1])
    for direction in (-1, 1):
        run = _run(steps, number, direction)
        for count in range(1, len(run) + 1):
            taken = run[:count]
            whole = _one([bead, *(steps[n] for n in taken)])
            if max(whole.shape) > _WIDEST:
                break
            if whole.shape in SHAPES:
                continue
            together = evidence.score(
                lexicon, whole.source, whole.shape[0], whole.target, whole.shape[1]
            )
            saved = nulls(len(run)) - nulls(len(run) - count)
            yield _Join(number, range(min(taken), max(taken) + 1), together - alone - saved)


def _run(steps: Sequence[Step], number: int, direction: int) -> list[int]:
    """The nulls of one side that stand next to a step, nearest first, few more than can join it."""
    run: list[int] = []
    other = number + direction
    while 0 <= other < len(steps) and 0 in steps[other].shape and len(run) <= _WIDEST:
        if run and steps[other].shape != steps[run[0]].shape:
            break
        run.append(other)
        other += direction
    return run


def _one(steps: Sequence[Step]) -> Step:
    """Neighbouring steps as one."""
    first = min(steps, key=lambda step: (step.source, step.target))
    shape = (sum(step.shape[0] for step in steps), sum(step.shape[1] for step in steps))
    return Step(first.source, first.target, shape, first.confidence)


class _Crossing(NamedTuple):
    """An omission and an addition, and how well they fit."""

    omission: Step
    addition: Step
    score: float


def _crossing(steps: Sequence[Step], evidence: Evidence, lexicon: Lexicon) -> Sequence[_Crossing]:
    """Omissions and additions that may be each other, the likeliest first."""
    # What has no letters may be anything.
    lengths = evidence.source.lengths, evidence.target.lengths
    omitted = [step for step in steps if step.shape == (1, 0) and lengths[0][step.source]]
    added = [step for step in steps if step.shape == (0, 1) and lengths[1][step.target]]
    if len(omitted) * len(added) > _MANY:
        return ()
    found = (
        _Crossing(one, other, evidence.score(lexicon, one.source, 1, other.target, 1))
        for one in omitted
        for other in added
    )
    return sorted(found, key=lambda crossing: -crossing.score)


def _relocated(steps: Sequence[Step], crossing: Sequence[_Crossing]) -> list[Step]:
    """The steps, with what moved as one bead, where it stands in the target."""
    gone: set[Step] = set()
    beads: dict[Step, Step] = {}
    for omission, addition, score in crossing:
        if score > _MOVED and omission not in gone and addition not in beads:
            gone.add(omission)
            sure = odds(score - _CHANCE)
            beads[addition] = Step(omission.source, addition.target, (1, 1), sure, moved=True)
    return [beads.get(step, step) for step in steps if step not in gone]


def _doubted(steps: Sequence[Step], crossing: Sequence[_Crossing]) -> Iterator[Step]:
    """The steps, with less trust in omissions and additions that may be each other."""
    likely: dict[Step, float] = {}
    for one, other, score in reversed(crossing):
        likely[one] = likely[other] = score
    facing = set(_facing(steps))
    for step in steps:
        if step in likely:
            trust = min(1 - odds(likely[step] - _CHANCE), _FACING if step in facing else 1.0)
            yield step._replace(confidence=step.confidence * trust)
        else:
            yield step


def _facing(steps: Sequence[Step]) -> Iterator[Step]:
    """The nulls of runs that leave something out on either side."""
    run: list[Step] = []
    for step in (*steps, None):
        if step is not None and 0 in step.shape:
            run.append(step)
            continue
        if len({null.shape for null in run}) > 1:
            yield from run
        run = []
