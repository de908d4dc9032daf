"""The numbers that the translation changed, lost or put in."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from tqcheck.features.numbers import Evidence, Number, NumberKind
from tqcheck.features.numbers.likeness import agree, may_say
from tqcheck.features.units import Measure, comparable, measure, names_imperial_units
from tqcheck.features.words import LETTERS
from tqcheck.ledgers.number_balances import balances, is_percentage
from tqcheck.ledgers.number_reasons import Side, explained, is_said_twice, is_the_whole
from tqcheck.model import Bead, Pair, remembered

#: Below this the two sides of a bead may not be translations of each other.
_SURE_BEAD = 0.5
#: A number may have moved to a sentence that is so many beads away.
_NEIGHBOURS = 2
_RANKS = frozenset((NumberKind.ORDINAL, NumberKind.ROMAN))
#: Smaller ones are said in too many ways.
_FEW = 3
_DASHES = ("-", "‑", "–", ":")
_NOUN = re.compile(r"[ \u00a0][^\W\d_]{4,}")
#: Minutes from one time of a twelve-hour clock to the same of its other half.
_HALF_A_DAY = 12 * 60
_POWERS = frozenset(10**power for power in range(1, 16))
_TIMES = re.compile(rf"[ \u00a0-]?({LETTERS.pattern})")


class About(StrEnum):
    """What a number that changed says."""

    AMOUNT = "amount"
    MAGNITUDE = "magnitude"  # the same figures, ten or a thousand times more or less
    PERCENT = "percent"
    TIME = "time"  # of the day


class NumberSlip(NamedTuple):
    """A number of the source without counterpart, and the number in its place, if there is one."""

    bead: Bead
    source: Number
    target: Number | None
    about: About = About.AMOUNT


@remembered
def number_slips(pair: Pair) -> tuple[NumberSlip, ...]:
    """The numbers that the translation changed or lost, as far as that is sure.

    Raises MissingFact where a language's pack does not say how it writes numbers.
    """
    laid = balances(pair)
    sources = [balance.source for balance in laid]
    targets = [balance.target for balance in laid]
    lost = [balance.lost for balance in laid]
    left = [balance.left for balance in laid]
    slips: list[NumberSlip] = []
    for index, bead in enumerate(pair.beads):
        if lost[index] and bead.complete and bead.confidence >= _SURE_BEAD:
            source, target = (
                Side(segment, found[index], _around(found, index), _around(alone, index))
                for segment, found, alone in (
                    (bead.source, sources, lost),
                    (bead.target, targets, left),
                )
            )
            slips += _slips(bead, source, target, lost[index], left[index])
    return tuple(slips)


@remembered
def added_numbers(pair: Pair) -> tuple[tuple[Bead, Number], ...]:
    """The numbers that only the translation states, as far as that is sure.

    Raises MissingFact where a language's pack does not say how it writes numbers.
    """
    laid = balances(pair)
    found: list[tuple[Bead, Number]] = []
    for index, bead in enumerate(pair.beads):
        balance = laid[index]
        if not balance.left or not bead.complete or bead.confidence < _SURE_BEAD:
            continue
        if any(number.evidence or _may_state(number) for number in balance.lost):
            continue  # one of them may have become it
        if names_imperial_units(bead.source) != names_imperial_units(bead.target):
            continue  # “about a mile” is 1.6 kilometres
        source = Side(
            bead.source,
            balance.source,
            _around([each.source for each in laid], index),
            _around([each.lost for each in laid], index),
        )
        target = Side(bead.target, balance.target, (), ())
        for number in balance.left:
            sure = number.evidence is Evidence.STRONG and number.in_digits
            if not sure or number.kind is not NumberKind.CARDINAL or is_the_whole(number, target):
                continue
            if explained(number, target, source, balance.lost) or is_said_twice(number, target):
                continue
            if not any(may_say(there, number) for there in source.around):
                found.append((bead, number))
    return tuple(found)


def _around(found: Sequence[Sequence[Number]], index: int) -> tuple[Number, ...]:
    before = found[max(0, index - _NEIGHBOURS) : index]
    after = found[index + 1 : index + 1 + _NEIGHBOURS]
    return tuple(number for each in (*before, *after) for number in each)


def _slips(
    bead: Bead, source: Side, target: Side, lost: Sequence[Number], left: Sequence[Number]
) -> Iterator[NumberSlip]:
    lost, left = list(lost), list(left)
    for one, other in _shares(source, target, lost, left):
        lost.remove(one)
        left.remove(other)
        yield NumberSlip(bead, one, other, About.PERCENT)
    for one, other in _multiples(source, target, lost, left):
        lost.remove(one)
        left.remove(other)
        yield NumberSlip(bead, one, other)
    for one, other in _other_halves(lost, left):
        lost.remove(one)
        left.remove(other)
        yield NumberSlip(bead, one, other, About.TIME)
    if not any(number.evidence for number in lost):
        return
    gone = [n for n in lost if n.evidence and not explained(n, source, target, left)]
    new = [n for n in left if n.evidence and not explained(n, target, source, lost)]
    rephrased = any(_may_state(number) for number in left)
    alone = len(gone) == 1 == len(new) and not (rephrased or any(map(_may_state, lost)))
    for one, other in _paired(gone, new):
        sure = one.evidence is Evidence.STRONG and other.evidence is Evidence.STRONG
        if (sure or alone) and _of_a_kind(one, source, other, target):
            yield NumberSlip(bead, one, other, _about(one, other))
    if new or rephrased or names_imperial_units(bead.source) != names_imperial_units(bead.target):
        return
    for number in gone:
        sure = number.evidence is Evidence.STRONG and number.in_digits
        sure = sure or _counts_few(number, source)
        if number.kind is NumberKind.DAY:
            continue  # often said by the weekday
        if any(may_say(there, number) for there in target.around):
            continue  # said once for several sentences
        if _is_of_a_score(number, source):
            continue  # “23-24”: they are “within a point”
        if sure and not is_the_whole(number, source) and not is_said_twice(number, source):
            yield NumberSlip(bead, number, None)


def _is_of_a_score(number: Number, side: Side) -> bool:
    """Whether a number stands with the next or last whole number in one score or range, which
    a text may say by their distance.
    """
    text = side.segment.document.text

    def joined(one: Number, other: Number) -> bool:
        return text[one.span.end : other.span.start] in _DASHES

    return number.value is not None and any(
        other.value in (number.value - 1, number.value + 1)
        and (joined(number, other) or joined(other, number))
        for other in side.own
    )


def _counts_few(number: Number, side: Side) -> bool:
    """Whether a small number counts things: “siete helicópteros”, no name, no compound."""
    if number.evidence is not Evidence.FAIR or number.kind is not NumberKind.CARDINAL:
        return False
    if number.clock or (number.value or 0) < _FEW or number.text != number.text.lower():
        return False
    profile, text = side.segment.profile, side.segment.document.text
    noun = _NOUN.match(text, number.span.end)
    if noun is None:
        return False
    capitals = profile.has("capitalised_nouns") and profile.capitalised_nouns
    return capitals or noun.group()[1].islower()


def _about(one: Number, other: Number) -> About:
    if NumberKind.TIME in (one.kind, other.kind):
        return About.TIME
    if one.value and other.value:
        ratio = Fraction(max(one.value, other.value)) / min(one.value, other.value)
        if ratio in _POWERS:
            return About.MAGNITUDE
    return About.AMOUNT


def _shares(
    source: Side, target: Side, lost: Sequence[Number], left: Sequence[Number]
) -> list[tuple[Number, Number]]:
    """The percentages of both sides without counterpart, where there are as many of each."""
    if not (lost and left):
        return []
    gone = [n for n in lost if is_percentage(n, source.segment.document)]
    new = [n for n in left if gone and is_percentage(n, target.segment.document)]
    if not gone or len(gone) != len(new):
        return []
    found = [
        (one, other)
        for one, other in zip(gone, new, strict=True)
        if not explained(one, source, target, left) and not explained(other, target, source, lost)
    ]
    return found if len(found) == len(gone) else []


def _multiples(
    source: Side, target: Side, lost: Sequence[Number], left: Sequence[Number]
) -> list[tuple[Number, Number]]:
    """“twice” of one text and “three times” of the other, where nothing else says how often."""
    gone = [n for n in lost if _is_multiple(n, source)]
    new = [n for n in left if gone and _is_multiple(n, target)]
    if len(gone) != 1 or len(new) != 1:
        return []
    if NumberKind.MULTIPLE not in (gone[0].kind, new[0].kind):
        return []
    around = (*source.unmatched_around, *target.unmatched_around)
    if any(agree(number, there) for number in (*gone, *new) for there in around):
        return []
    return [(gone[0], new[0])]


def _other_halves(lost: Sequence[Number], left: Sequence[Number]) -> list[tuple[Number, Number]]:
    """A time of the day and the same of its other half, each once: 18:00 and “6 a.m.”."""
    found = [
        (one, other)
        for one in lost
        for other in left
        if one.clock and other.clock and one.clock.half_known and other.clock.half_known
        if one.clock.apart(other.clock) == _HALF_A_DAY and one.clock.zone == other.clock.zone
    ]
    return found if len(found) == 1 else []


def _is_multiple(number: Number, side: Side) -> bool:
    if number.kind is NumberKind.MULTIPLE:
        return True
    profile, text = side.segment.profile, side.segment.document.text
    if number.kind is not NumberKind.CARDINAL or not profile.has("times_words"):
        return False
    if number.value in (0, 1):
        return False
    behind = _TIMES.match(text, number.span.end)
    return behind is not None and behind.group(1).lower() in profile.times_words


def _may_state(number: Number) -> bool:
    """Whether weak evidence may be a number that was rephrased; the article “un” is not."""
    if number.evidence or number.kind is NumberKind.MONTH:
        return False
    return any(value not in (0, 1) for value in number.readings)


def _of_a_kind(one: Number, source: Side, other: Number, target: Side) -> bool:
    """Whether one number can have become the other: “the third” does not become “two”."""
    if (one.kind in _RANKS) != (other.kind in _RANKS) and not (one.in_digits and other.in_digits):
        return False
    timed = one.kind is NumberKind.TIME, other.kind is NumberKind.TIME
    if timed[0] != timed[1] and not (one.clock and other.clock):
        return False
    if other.scale == 1 and target.segment.document.text.startswith(one.text, other.span.start):
        return False  # "£75m", with an abbreviation that the other language does not know
    return comparable(_measure(one, source), _measure(other, target))


def _measure(number: Number, side: Side) -> Measure | None:
    return measure(side.segment.document, number)


def _paired(gone: Sequence[Number], new: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """What belongs together: in order where the counts agree, else the nearest values first."""
    if len(gone) == len(new):
        yield from zip(gone, new, strict=True)
        return
    free, free_new = list(gone), list(new)
    while free and free_new:
        one, other = min(
            ((a, b) for a in free for b in free_new), key=lambda both: _distance(*both)
        )
        yield one, other
        free.remove(one)
        free_new.remove(other)


def _distance(one: Number, other: Number) -> float:
    if not one.value or not other.value:
        return float("inf")
    return float(max(one.value / other.value, other.value / one.value))
