"""The numbers of both texts laid side by side: which were kept, which have no counterpart."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.numbers import Number, NumberKind, numbers, settled
from tqcheck.features.numbers.likeness import agree, alike, stated_alike
from tqcheck.features.units import measure
from tqcheck.model import Bead, Document, Pair, remembered

#: Where one sentence has more numbers than this, it is no sentence.
_MOST = 150
#: So many small units make a great one, of time or of another measure.
_PARTS = (7, 12, 24, 60, 100, 1000)
_NEAR = 30


class NumberMatch(NamedTuple):
    """A number of the source and the one of the target that says it."""

    bead: Bead
    source: Number
    target: Number


class Balance(NamedTuple):
    """The numbers of a bead: all of both sides, those without counterpart, and the others."""

    source: tuple[Number, ...]
    target: tuple[Number, ...]
    lost: list[Number]
    left: list[Number]
    kept: list[tuple[Number, Number]]


@remembered
def number_matches(pair: Pair) -> tuple[NumberMatch, ...]:
    """The numbers that both texts state, as far as the two are in one bead.

    Raises MissingFact where a language's pack does not say how it writes numbers.
    """
    return tuple(
        NumberMatch(bead, source, target)
        for bead, balance in zip(pair.beads, balances(pair), strict=True)
        for source, target in balance.kept
    )


def unmatched_numbers(pair: Pair, bead: Bead) -> tuple[list[Number], list[Number]]:
    """The sure numbers of both sides of a bead that have no counterpart in it."""
    index = pair.beads.index(bead)
    balance = balances(pair)[index]
    return (
        [number for number in balance.lost if number.evidence],
        [number for number in balance.left if number.evidence],
    )


@remembered
def balances(pair: Pair) -> tuple[Balance, ...]:
    """The numbers of each bead, in order.

    Raises MissingFact where a language's pack does not say how it writes numbers.
    """
    return tuple(_balance(bead) for bead in pair.beads)


def _balance(bead: Bead) -> Balance:
    source = tuple(settled(bead.source.document, number) for number in numbers(bead.source))
    target = numbers(bead.target)
    if not (source or target) or len(source) > _MOST or len(target) > _MOST:
        return Balance(source, target, [], [], [])
    return Balance(source, target, *_unmatched(bead, source, target))


def _unmatched(
    bead: Bead, source: Iterable[Number], target: Iterable[Number]
) -> tuple[list[Number], list[Number], list[tuple[Number, Number]]]:
    """What remains of both sides when equal numbers are struck out, each against one; and what
    was struck out as equal.
    """
    lost, left = list(source), list(target)
    kept: list[tuple[Number, Number]] = []
    for same in (stated_alike, agree, alike):
        for number in tuple(lost):
            partner = next((other for other in left if same(number, other)), None)
            if partner is None:
                continue
            if same is alike and _is_percentage_of_some(bead, number, partner):
                continue  # "dozens" is no "22%"
            lost.remove(number)
            left.remove(partner)
            if same is not alike:
                kept.append((number, partner))
        if not lost:
            break
    for one, other in ((lost, left), (left, lost)):
        _strike_scores(one, other)
        _strike_shares(one, other)
        _strike_sums(one, other)
    return lost, left, kept


def _is_percentage_of_some(bead: Bead, source: Number, target: Number) -> bool:
    """Whether one number is vague and the other a percentage."""
    if NumberKind.COLLECTIVE not in (source.kind, target.kind):
        return False
    return is_percentage(source, bead.source.document) or is_percentage(
        target, bead.target.document
    )


def is_percentage(number: Number, document: Document) -> bool:
    """Whether a number of a document has a sign or word for per cent."""
    label = measure(document, number)
    return label is not None and label.percent


def _strike_scores(times: list[Number], others: list[Number]) -> None:
    """Strike out what looks like a time in one text, “21:17”, and is two numbers in the other."""
    for time in tuple(times):
        if time.kind is not NumberKind.TIME or time.clock is None:
            continue
        hour, minute = divmod(time.clock.minutes, 60)
        first = next((number for number in others if hour in number.readings), None)
        second = next((n for n in others if minute in n.readings and n is not first), None)
        if first and second:
            times.remove(time)
            others.remove(first)
            others.remove(second)


def _strike_shares(parts: list[Number], others: list[Number]) -> None:
    """Strike out “four in ten” of one text with “40 %” of the other."""
    for part, whole in pairwise(tuple(parts)):
        if part.value is None or not whole.value or part.value >= whole.value:
            continue
        share = next((n for n in others if n.value == 100 * part.value / whole.value), None)
        if share and part in parts and whole.span.start - part.span.end < _NEAR:
            parts.remove(part)
            parts.remove(whole)
            others.remove(share)


def _strike_sums(parts: list[Number], others: list[Number]) -> None:
    """Strike out “1 hour 18 minutes” of one text with “78 minutes” of the other, “1 m 52” with
    “152 cm” or “1.52 m”.
    """
    for great, small in pairwise(tuple(parts)):
        if great.value is None or small.value is None or great not in parts or small not in parts:
            continue
        if small.span.start - great.span.end > _NEAR:
            continue
        sums = {
            whole
            for times in _PARTS
            if small.value < times
            for whole in (
                times * great.value + small.value,
                great.value + Fraction(small.value, times),
            )
        }
        whole = next((n for n in others if n.value in sums), None)
        if whole:
            parts.remove(great)
            parts.remove(small)
            others.remove(whole)
