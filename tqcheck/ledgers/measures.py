"""The currencies and units of both texts laid side by side."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.numbers import Number, NumberKind, numbers
from tqcheck.features.units import Measure, converted, currencies, measure, ratio, same_kind
from tqcheck.ledgers.number_balances import NumberMatch, number_matches, unmatched_numbers
from tqcheck.model import Bead, Pair, Segment, Span, remembered


class Measured(NamedTuple):
    """A number with what it counts, and the place of both."""

    number: Number
    label: Measure

    @property
    def span(self) -> Span:
        number, label = self.number.span, self.label.span
        return Span(min(number.start, label.start), max(number.end, label.end))


class MeasureSlip(NamedTuple):
    """A number that both texts state, with unlike units or currencies."""

    source: Measured
    target: Measured

    @property
    def money(self) -> bool:
        """Whether both may be amounts of money: “livres” and “$”."""
        return all("money" in each.label.dimensions for each in self)


_YEARS = range(1800, 2101)
_COUNTING = frozenset((NumberKind.CARDINAL, NumberKind.FRACTION))
#: “$” stands for pesos too where these are at home.
_DOLLAR_SIGNS = frozenset(("peso", "real", "dollar"))
#: An amount without a currency counts something else, unless it is so many thousands.
_LEAST_SCALE = 1000
_COLONS = frozenset(":：")
#: Between an amount and its conversion: “12 km (about 7.5 miles)”.
_FARTHEST = 14


@remembered
def measure_slips(pair: Pair) -> tuple[MeasureSlip, ...]:
    """The amounts that kept their number and changed what they count.

    Raises MissingFact where a language's pack does not say how it writes numbers.
    """
    slips = (_slip(match) or _taken_for_other_money(match) for match in number_matches(pair))
    return tuple(slip for slip in slips if slip)


def _taken_for_other_money(match: NumberMatch) -> MeasureSlip | None:
    """An amount that the source gives without its currency, and the target in one that the source
    has nowhere: “214 milhões” among euros, and “$214 million”.
    """
    number, document = match.source, match.bead.source.document
    target = _measured(match.bead.target, match.target)
    if target is None or not target.label.money or measure(document, number) is not None:
        return None
    known = currencies(document)
    if not number.evidence or number.scale < _LEAST_SCALE or len(known) != 1:
        return None
    if not target.label.units.isdisjoint(known) or known | target.label.units <= _DOLLAR_SIGNS:
        return None
    return MeasureSlip(Measured(number, Measure(known, number.span, next(iter(known)))), target)


def _slip(match: NumberMatch) -> MeasureSlip | None:
    source, target = (
        _measured(match.bead.source, match.source),
        _measured(match.bead.target, match.target),
    )
    if source is None or target is None or _alike(source, target):
        return None
    if not (source.label.dimensions & target.label.dimensions):
        return None
    if _elsewhere(match.bead.source, source, target) or _elsewhere(
        match.bead.target, target, source
    ):
        return None
    return MeasureSlip(source, target)


def _measured(segment: Segment, number: Number) -> Measured | None:
    """The number with its label, where it counts something."""
    stated = number.evidence or number.in_digits
    if number.kind not in _COUNTING or not stated or number.value is None:
        return None
    if segment.document.text[number.span.start - 1 : number.span.start] in _COLONS:
        return None  # the seconds of “3:42:17 hours”
    label = measure(segment.document, number)
    if label is None or (number.value in _YEARS and "year" in label.units):
        return None
    return Measured(number, label)


def _alike(one: Measured, other: Measured) -> bool:
    if same_kind(one.label, other.label):
        return True
    units = one.label.units | other.label.units
    return "$" in (one.label.text, other.label.text) and units <= _DOLLAR_SIGNS


def _elsewhere(segment: Segment, of: Measured, wanted: Measured) -> bool:
    """Whether a text says the other's amount in another place."""
    return any(
        number is not of.number
        and not frozenset(number.readings).isdisjoint(wanted.number.readings)
        and (label := measure(segment.document, number)) is not None
        and same_kind(label, wanted.label)
        for number in numbers(segment)
    )


class Conversion(NamedTuple):
    """Two amounts that are to be one, and are not: the given one and the converted one."""

    given: Measured
    converted: Measured
    #: Whether the given amount stands in the source.
    in_source: bool


@remembered
def wrong_conversions(pair: Pair) -> tuple[Conversion, ...]:
    """The conversions of the translation that do not come out."""
    return tuple(found for bead in pair.complete_beads for found in _conversions(pair, bead))


def _conversions(pair: Pair, bead: Bead) -> Iterator[Conversion]:
    text = bead.target.document.text
    for one, other in pairwise(numbers(bead.target)):
        between = text[one.span.end : other.span.start]
        if "(" not in between or len(between) > 2 * _FARTHEST or ")" in between:
            continue
        given, second = _measured(bead.target, one), _measured(bead.target, other)
        wrong = given and second and _wrong(bead.target, given, bead.target, second)
        if given and second and wrong and not _stated(bead.source, given, second):
            yield Conversion(given, second, in_source=False)
    lost, left = unmatched_numbers(pair, bead)
    if len(lost) == 1 == len(left):
        given, second = _measured(bead.source, lost[0]), _measured(bead.target, left[0])
        if given and second and _wrong(bead.source, given, bead.target, second):
            yield Conversion(given, second, in_source=True)


def _wrong(segment: Segment, one: Measured, there: Segment, other: Measured) -> bool:
    """Whether two amounts in different units of one dimension are not equal."""
    if len(one.label.units) > 1 or len(other.label.units) > 1 or same_kind(one.label, other.label):
        return False
    (unit,), (unit_,) = one.label.units, other.label.units
    if ratio(unit, unit_) is None or "time" in one.label.dimensions:
        return False
    return not converted(one.number, segment.document, other.number, there.document)


def _stated(segment: Segment, one: Measured, other: Measured) -> bool:
    """Whether the source gives both amounts itself."""
    values = {reading for number in numbers(segment) for reading in number.readings}
    return one.number.value in values and other.number.value in values
