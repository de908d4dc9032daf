"""Why a number of one text may have no counterpart in the other."""

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from tqcheck.features.numbers import Number, NumberKind, Value
from tqcheck.features.numbers.likeness import agree, may_say
from tqcheck.features.protected import protected
from tqcheck.features.units import converted
from tqcheck.features.words import LETTERS, unspaced
from tqcheck.model import Segment

#: Two numbers so near may be one, rounded.
_ROUNDED = 0.05
#: “18 months” and “a year and a half”, “48 hours” and “two days”.
_TIME_UNITS = frozenset((7, 12, 24, 52, 60))
#: Months, minutes or hours of which half a year, hour or day are so many.
_HALVED, _MOST_HALVED = (12, 60), 210
_HALF = "2"
#: What Chinese and Japanese, which have no words for fractions, put in its place.
_HALF_SIGN = "半"
_CENTURY = 100
_DIGITS = re.compile(r"\d+")
#: A day in one run of figures, by the years of Taiwan, too: “1140718”.
_DATE = re.compile(r"(?:1\d\d|(?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
#: The number of a telephone in its country has so many characters.
_SUBSCRIBER = 9
_NEAR = 30
_FINEST = Fraction(1, 10**6)


class Side(NamedTuple):
    """One side of a bead: its numbers, those of the beads around it, and which of these have no
    counterpart there.
    """

    segment: Segment
    own: tuple[Number, ...]
    around: tuple[Number, ...]
    unmatched_around: tuple[Number, ...]


def explained(number: Number, own: Side, other: Side, unmatched: Iterable[Number]) -> bool:
    """Whether the other text, here or near, says why a number has no counterpart.

    `unmatched` are the numbers of the other text that have no counterpart either.
    """
    if any(may_say(there, number) for there in other.unmatched_around):
        return True  # it moved there
    if any(agree(number, there) or _century(number, own, there) for there in other.own):
        return True  # said twice, or "the 1970s" beside "the seventies of the 20th century"
    hundreds = number.value and number.value % _CENTURY == 0
    if hundreds and any(_century(there, other, number) for there in other.own):
        return True  # "1900-talet" is the 20th century
    if _DATE.fullmatch(number.text):
        return True  # said in words
    if len(number.text) >= _SUBSCRIBER and number.text in other.segment.text:
        return True  # with the code of its country before it
    if _shielded(number, own) or (number.value == 2 and _says_two_by_ending(other)):
        return True
    if any(_is_part_of(number, there) for there in other.own) or _is_and_a_half(number, other):
        return True
    documents = own.segment.document, other.segment.document
    # Another number may have been laid beside it: the one of “一座100万千瓦的” beside “a 1-GW”.
    if any(converted(number, documents[0], there, documents[1]) for there in other.own):
        return True
    return any(
        _rounded(number, own, there, other)
        or _time_units(number, there)
        or _elsewhere(number, there)
        or _is_centuries(number, own, there)
        or _is_centuries(there, other, number)
        or _is_year_of_life(number, own, there)
        or _is_year_of_life(there, other, number)
        for there in unmatched
    )


def _says_two_by_ending(side: Side) -> bool:
    return side.segment.profile.has("dual") and side.segment.profile.dual


def _shielded(number: Number, side: Side) -> bool:
    """Whether a number stands in a link, an address, a file name or code."""
    return any(
        stretch.kind != "figure" and stretch.span.overlaps(number.span)
        for stretch in protected(side.segment)
    )


def _is_part_of(number: Number, time: Number) -> bool:
    """Whether a number is the minutes or seconds of what looks like a time: “4分32秒” is “4:32”."""
    return time.kind is NumberKind.TIME and any(
        number.value == int(part) for part in _DIGITS.findall(time.text)
    )


def _is_and_a_half(number: Number, other: Side) -> bool:
    """Whether the other text may say a number of months or minutes as some and a half of the next
    unit: “18 months”, “a year and a half”.
    """
    if number.value is None or number.value > _MOST_HALVED:
        return False
    if not any(2 * number.value % unit == 0 and 2 * number.value // unit % 2 for unit in _HALVED):
        return False
    profile = other.segment.profile
    halves = {_HALF_SIGN}
    if profile.has("fraction_words"):
        halves = {word for word, parts in profile.fraction_words.items() if parts == _HALF}
    text = other.segment.text.lower()
    if unspaced(text):
        return any(word in text for word in halves)
    return not halves.isdisjoint(LETTERS.findall(text))


def _century(number: Number, own: Side, there: Number) -> bool:
    """Whether a number is the century of a year."""
    if number.value is None or there.value is None or there.value // _CENTURY != number.value - 1:
        return False
    start, end = number.span
    around = own.segment.document.text[max(0, start - _NEAR) : end + _NEAR].lower()
    return any(word in around for word in own.segment.profile.century_words)


def _is_centuries(number: Number, own: Side, years: Number) -> bool:
    """Whether a number of centuries, or of them and a half, is told in years: “due secoli e mezzo”."""
    if number.value is None or years.value is None:
        return False
    end = number.span.end
    behind = own.segment.document.text[end : end + _NEAR].lower()
    return (years.value / Fraction(_CENTURY) - number.value) in (0, Fraction(1, 2)) and any(
        word in behind for word in own.segment.profile.century_words
    )


def _is_year_of_life(number: Number, own: Side, age: Number) -> bool:
    """Whether a number is the year of a life that follows an age: who is 87 is “im 88. Lebensjahr”."""
    profile = own.segment.profile
    if number.value is None or age.value != number.value - 1 or not profile.has("life_year_words"):
        return False
    end = number.span.end
    behind = own.segment.document.text[end : end + _NEAR].lower()
    return not profile.life_year_words.isdisjoint(LETTERS.findall(behind))


def _time_units(one: Number, other: Number) -> bool:
    """Whether two numbers may be one duration in two units."""
    if not one.value or not other.value or not other.evidence:
        return False
    return any(
        max(Fraction(a) / b, Fraction(b) / a) in _TIME_UNITS
        for a in one.readings
        for b in other.readings
        if a and b
    )


def _elsewhere(one: Number, other: Number) -> bool:
    """Whether two times may be one, said by the clocks of two zones: “18:40” and “1540 GMT”."""
    if not one.clock or not other.clock:
        return False
    zones = one.clock.zone, other.clock.zone
    return (zones[0] is None) != (zones[1] is None) and one.clock.apart(other.clock) % 30 == 0


def _rounded(one: Number, own: Side, other: Number, there: Side) -> bool:
    """Whether two numbers are near each other, and a text says that its number is not exact."""
    if not one.value or not other.value:
        return False
    if abs(float(one.value / other.value) - 1) > _ROUNDED:
        return False
    apart = abs(Fraction(one.value) - other.value)
    if apart > _precision(one.value) and apart > _precision(other.value):
        return False  # "nearly 18 million" may be 17.9, and "at least 612" is no 621
    return _approximate(one, own) or _approximate(other, there)


def _precision(value: Value) -> Fraction:
    """The size of the last digit that a value states: a million in 18,000,000."""
    size, value = Fraction(1), Fraction(value)
    while size > _FINEST and value % size:
        size /= 10
    while value % (size * 10) == 0:
        size *= 10
    return size


def _approximate(number: Number, side: Side) -> bool:
    start = number.span.start
    before = side.segment.document.text[max(0, start - _NEAR) : start].lower()
    return not side.segment.profile.approximations.isdisjoint(LETTERS.findall(before)[-3:])


def is_the_whole(number: Number, side: Side) -> bool:
    """“100 %” is also said without a number."""
    end = number.span.end
    after = side.segment.document.text[end : end + _NEAR].lstrip(" \u00a0\u202f-")
    return number.value == 100 and after.startswith(side.segment.profile.percent_words)


def is_said_twice(number: Number, side: Side) -> bool:
    """Whether a number says again, in other units, what stands beside it: “40°C (104°F)”."""
    document = side.segment.document
    return any(
        other is not number and converted(number, document, other, document) for other in side.own
    )
