"""What a number is."""

from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from tqcheck.model import Span

#: Exact: a whole number wherever it is one.
Value: TypeAlias = int | Fraction

#: Values beyond this are not multiplied further; it bounds what hostile text can cause.
LARGEST = 10**30
_DAY = 24 * 60
#: The least number of two digits. Smaller ones are often rephrased.
TEN = 10


class NumberKind(StrEnum):
    """What a number stands for."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"  # "half", "三分之一"
    COLLECTIVE = "collective"  # "dozen", "dizaine", "nineties"
    MULTIPLE = "multiple"  # "twice", "tripled"
    MONTH = "month"  # a month's name, or its number in a date
    DAY = "day"  # of a month that is not named
    TIME = "time"  # of the day
    ROMAN = "roman"
    CODE = "code"  # part of a name or of a code: "COVID-19", "G20"


class Evidence(IntEnum):
    """How surely a stretch of text states its number."""

    WEAK = 0  # may explain a number of the other text, and proves nothing itself
    FAIR = 1  # small numbers
    STRONG = 2


class Clock(NamedTuple):
    """A time of the day in minutes, and whether the half of the day is known; `zone` is how many
    hours it is ahead of universal time, where the text says so.
    """

    minutes: int
    half_known: bool
    zone: float | None = None

    @classmethod
    def at(cls, hour: int, minute: int, *, after_noon: bool, before_noon: bool) -> "Clock":
        """The time that an hour and its minutes name, with the words beside them."""
        if after_noon and hour < 12:
            hour += 12
        elif before_noon and hour == 12:
            hour = 0
        return cls(hour * 60 + minute, after_noon or before_noon or hour > 12 or hour == 0)

    def apart(self, other: "Clock") -> int:
        """How many minutes lie between two times, counted in one zone where both are known."""
        minutes = self.minutes - other.minutes
        if self.zone is not None and other.zone is not None:
            minutes += int(60 * (other.zone - self.zone))
        return abs(minutes) % _DAY


class Number(NamedTuple):
    """A number at its place.

    `readings` are the values it may have, the one by the language's own habits first. A time of
    the day with minutes has none: it is in `clock`, as is the time that a plain hour may name.
    """

    readings: tuple[Value, ...]
    span: Span
    text: str
    kind: NumberKind = NumberKind.CARDINAL
    evidence: Evidence = Evidence.STRONG
    #: What the value was last multiplied by: a million in “2.5 million”.
    scale: int = 1
    clock: Clock | None = None

    @property
    def value(self) -> Value | None:
        """The likeliest reading."""
        return self.readings[0] if self.readings else None

    @property
    def in_digits(self) -> bool:
        return any(character.isdecimal() for character in self.text)
