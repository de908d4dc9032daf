"""Several translations of one source, side by side, as text, JSON and a page."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tqcheck.features.overlap import SAMPLES, Compared, Metric
from tqcheck.reports.formats import SEVERITIES
from tqcheck.reports.pages import page
from tqcheck.reports.positions import brief, visible, where
from tqcheck.reports.tables import laid_out
from tqcheck.scoring.penalties import Penalty
from tqcheck.scoring.references import Doubtful
from tqcheck.version import __version__

_LONGEST = 100


class System(NamedTuple):
    """One translation with its figures."""

    name: str
    penalty: Penalty
    metrics: Sequence[Metric] = ()
    compared: Sequence[Compared] = ()
    doubtful: Sequence[Doubtful] = ()


class Comparison(NamedTuple):
    """What is shown: the systems, how findings weigh, and whence the figures."""

    systems: Sequence[System]
    weights: dict[str, float]
    signature: str


def as_text(shown: Comparison) -> str:
    return "".join(f"{line}\n" for line in _lines(shown))


def _lines(shown: Comparison) -> Iterator[str]:
    metrics = [metric.name for metric in shown.systems[0].metrics]
    head = ["", "score", "per 100 words", *(s.value for s in SEVERITIES), "words", *metrics]
    yield from laid_out([head, *(_row(system) for system in shown.systems)])
    weights = ", ".join(f"{name} {weight:g}" for name, weight in shown.weights.items())
    yield ""
    yield f"score = 100 − penalty per 100 words of the source; weights: {weights}"
    for metric in shown.systems[0].metrics:
        yield f"{metric.name}: {metric.signature}"
    if shown.systems[0].compared:
        yield ""
        yield f"paired bootstrap, {SAMPLES:,} samples: mean ± half of the 95 % interval, p against the first"
        yield from laid_out(
            [
                ["", *(cell for name in metrics for cell in (name, "p"))],
                *(
                    [visible(one.name), *(c for each in one.compared for c in _bootstrap(each))]
                    for one in shown.systems
                ),
            ]
        )
    for system in shown.systems:
        if system.doubtful:
            yield ""
            yield f"least like the reference, to look at: {visible(system.name)}"
        for one_unit in system.doubtful:
            place = one_unit.place
            yield f"  {where(place)} chrF2++ {one_unit.chrf:.1f}"
            yield f"    is   {brief(one_unit.text, _LONGEST) or '(nothing)'}"
            yield f"    ref  {brief(one_unit.reference, _LONGEST)}"


def _bootstrap(one: Compared) -> tuple[str, str]:
    """Mean and interval of a figure, and the p-value, of which the first system has none."""
    p_value = "" if one.p_value is None else f"{one.p_value:.3f}"
    return f"{one.mean:.1f} ± {one.interval:.1f}", p_value


def _row(system: System) -> list[str]:
    penalty = system.penalty
    return [
        visible(system.name),
        f"{penalty.score:.1f}",
        f"{penalty.per_100_words:.2f}",
        *(str(penalty.counts[severity.value]) for severity in SEVERITIES),
        str(penalty.words),
        *(f"{metric.score:.1f}" for metric in system.metrics),
    ]


def as_json(shown: Comparison) -> dict[str, Any]:
    return {
        "schema": 1,
        "tool": {"name": "tqcheck", "version": __version__},
        "signature": shown.signature,
        "weights": shown.weights,
        "systems": [
            {
                "name": system.name,
                "score": round(system.penalty.score, 4),
                "penalty_per_100_words": round(system.penalty.per_100_words, 4),
                "source_words": system.penalty.words,
                "counts": system.penalty.counts,
                "mqm": system.penalty.types,
                "metrics": [metric._asdict() for metric in system.metrics],
                "bootstrap": [one._asdict() for one in system.compared],
                "least_like_the_reference": [
                    {**one._asdict(), "place": one.place._asdict()} for one in system.doubtful
                ],
            }
            for system in shown.systems
        ],
    }


class Bar(NamedTuple):
    """A part of a system's bar in the chart, in hundredths of its width."""

    severity: str
    start: float
    width: float
    title: str


def as_html(shown: Comparison) -> str:
    """One page that loads nothing: the table, and the penalties as a chart."""
    longest = max((system.penalty.per_100_words for system in shown.systems), default=0.0) or 1.0
    return page(
        "systems",
        shown=shown,
        verdict=_verdict(shown.systems),
        samples=SAMPLES,
        bars={system.name: list(_bars(system, shown.weights, longest)) for system in shown.systems},
    )


def _verdict(systems: Sequence[System]) -> str:
    """Which translation scores highest, in words."""
    scores = {visible(system.name): f"{system.penalty.score:.1f}" for system in systems}
    best = f"{max(system.penalty.score for system in systems):.1f}"
    first = [name for name, score in scores.items() if score == best]
    if len(scores) == 1:
        return f"{first[0]} scores {best} of 100."
    if len(first) == len(scores):
        return f"All {len(scores)} translations score {best} of 100."
    return f"{' and '.join(first)} score{'s' if len(first) == 1 else ''} highest: {best} of 100."


def _bars(system: System, weights: dict[str, float], longest: float) -> Iterator[Bar]:
    start = 0.0
    for severity in SEVERITIES:
        count = system.penalty.counts[severity.value]
        cost = 100 * count * weights[severity.value] / max(1, system.penalty.words)
        width = 100 * cost / longest
        if count:
            yield Bar(severity.value, start, width, f"{count} {severity.value}: {cost:.2f}")
        start += width
