"""Two documents → beads."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from tqcheck.alignment.band import Place, band_of, narrowed
from tqcheck.alignment.evidence import Evidence
from tqcheck.alignment.lexicon import Match, learned, lookalikes
from tqcheck.alignment.nulls import settled
from tqcheck.alignment.path import best_path
from tqcheck.alignment.shapes import Step
from tqcheck.alignment.stations import band_through, between, fence
from tqcheck.alignment.support import Support
from tqcheck.alignment.tokens import read
from tqcheck.model import Bead, Document, Pair, Segment

#: How often the path is laid again by what was learned from the one before; not where every bead
#: is surer than this.
_LESSONS = 1
_SURE = 0.95


#: Told how far it is, from 0 to 1.
Watch: TypeAlias = Callable[[float], None]


def aligned(
    source: Document,
    target: Document,
    *,
    dictionary: Mapping[str, Sequence[str]] | None = None,
    watch: Watch | None = None,
    stations: Sequence[Place] = (),
) -> Pair:
    """Lay two segmented documents side by side.

    Every segment is in exactly one bead, in the order of both texts but for what moved; what has
    no counterpart stands beside an empty segment at the gap. A `dictionary` maps words of the
    source, in small letters, to their translations. `stations` are where both texts are known to
    be at one place: so many segments of the source, and of the target, stand before it.
    """
    steps, support = _steps(source, target, dictionary or {}, watch or (lambda _: None), stations)
    pair = Pair(source, target, tuple(_beads(source, target, steps)))
    pair.memory[Support] = support
    return pair


def support_of(pair: Pair) -> Support | None:
    """What its alignment learned of a pair; None for one that was laid side by side otherwise."""
    found: Support | None = pair.memory.get(Support)
    return found


def _beads(source: Document, target: Document, steps: Iterable[Step]) -> Iterator[Bead]:
    for step in steps:
        a, b = step.shape
        left = source.segments[step.source : step.source + a]
        right = target.segments[step.target : step.target + b]
        yield Bead(
            Segment.joined(left) if left else _gap(source, step.source),
            Segment.joined(right) if right else _gap(target, step.target),
            step.confidence,
            step.shape,
            step.moved,
        )


def _gap(document: Document, number: int) -> Segment:
    """The place behind the segment before this number, or before the first."""
    segments = document.segments
    if number:
        return Segment.gap(document, segments[number - 1].span.end)
    return Segment.gap(document, segments[0].span.start if segments else 0)


def _steps(
    source: Document,
    target: Document,
    dictionary: Mapping[str, Sequence[str]],
    watch: Watch,
    stations: Sequence[Place],
) -> tuple[list[Step], Support]:
    """The best path: first by what looks alike, then also by what was learned from that."""
    readings = read(source), read(target)
    looks = lookalikes(*readings, dictionary)
    evidence = Evidence(source, target, readings)
    corners = [(0, 0), *stations, (len(source.segments), len(target.segments))]
    band = band_through(corners) if stations else band_of(*readings, looks.forward)
    lexicon = looks
    for lesson in range(_LESSONS + 1):

        def reached(share: float, lesson: int = lesson) -> None:
            watch((lesson + share) / (_LESSONS + 1))

        scores = evidence.scores(lexicon, band, reached)
        if stations:
            fence(scores, band, corners)
        steps = best_path(scores, band, evidence.shapes)
        if lesson == _LESSONS or all(step.confidence > _SURE for step in steps):
            break
        lexicon = learned(looks, *readings, [_match(step) for step in steps if all(step.shape)])
        evidence.fit(steps, lexicon)
        ends = [(step.source + step.shape[0], step.target + step.shape[1]) for step in steps]
        band = narrowed(band, [(0, 0), *ends])
    watch(1.0)
    stretches = between(steps, corners) if stations else [steps]
    steps = [step for each in stretches for step in settled(each, evidence, lexicon)]
    return steps, Support(*readings, lexicon, evidence.lengths)


def _match(step: Step) -> Match:
    a, b = step.shape
    return Match(
        range(step.source, step.source + a),
        range(step.target, step.target + b),
        step.confidence,
    )
