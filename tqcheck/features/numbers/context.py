"""What stands around a number, and makes another thing of it."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise

from tqcheck.features.alternatives import any_of
from tqcheck.features.numbers.values import TEN, Clock, Evidence, Number, NumberKind
from tqcheck.model import Document, LanguageProfile, Span

#: A time of the day, a score or a duration, with colons.
CLOCK = r"\d{1,2}[:：][0-5٠-٥۰-۵०-५０-５]\d(?:[:：]\d\d)?(?!\d)"
#: Where no number is read: links and telephone numbers.
SKIPPED = r"(?:https?://|www\.)\S+|\+\d[\d\s().-]{7,24}\d"

_LIST_MARKER = re.compile(r"\W{0,2}\d{1,3}[.)]\s")
#: Article 81(1) is article 81.1 elsewhere.
_PARAGRAPH = re.compile(r"\((\d)\)")
_BEHIND_CODE = frozenset("@#_")
_HYPHENS = frozenset("-‑")
_RANGE_MARKS = frozenset("-–—‑~〜～/")
_LONGEST_RANGE_GAP = 12
_HOURS = 24
_HALF, _TWELVE = Fraction(1, 2), frozenset(range(1, 13))
#: What is counted in a scale has fewer of it, but in Spanish: “entre 2650 y 2700 millones”.
_SCALED = 1000
#: Years of another calendar that a text may speak of.
_YEARS = range(1200, 1500)
_WORD_BEHIND = re.compile(r"[ \u00a0]([^\W\d_]+)")
_HUNDRED = 100
#: The word right before a number.
_WORD_BEFORE, _LONGEST_WORD = re.compile(r"(?<!\S)(\S+)[ \u00a0]$"), 12


class Surroundings:
    """What a language writes beside its numbers."""

    def __init__(self, profile: LanguageProfile) -> None:
        self.range_marks = _RANGE_MARKS | profile.range_words
        self._zones = {name.replace("_", " "): float(h) for name, h in profile.time_zones.items()}
        self._zone = re.compile(rf"[\s(,]{{0,2}}({any_of(self._zones)})(?!\w)")
        self.half_before = profile.half_before if profile.has("half_before") else ()
        self.added_fractions = profile.added_fractions if profile.has("added_fractions") else {}
        self.half_past = profile.half_past if profile.has("half_past") else ()
        offsets = profile.year_offsets if profile.has("year_offsets") else ()
        self.year_offsets = tuple(map(int, offsets))
        self.year_months = profile.year_months if profile.has("year_months") else ()
        self.after_noon, self.before_noon = profile.after_noon, profile.before_noon
        self._half = _half_of_the_day(profile)

    def clock(self, text: str, end: int, hour: int, minute: int) -> Clock:
        """The time of the day that ends at a place, with the words behind it."""
        half = self._half.match(text, end)
        after = bool(half and half["after"])
        clock = Clock.at(hour, minute, after_noon=after, before_noon=bool(half) and not after)
        zone = self.zone(text, half.end() if half else end)
        return clock if zone is None else clock._replace(zone=zone)

    def zone(self, text: str, end: int) -> float | None:
        """How many hours the zone named behind a time is ahead of universal time: “2312 GMT”."""
        match = self._zone.match(text, end)
        return self._zones[match[1]] if match else None

    def names_half(self, text: str, end: int) -> bool:
        """Whether words for a half of the day follow."""
        return self._half.match(text, end) is not None

    def clocks(self, text: str, match: re.Match[str]) -> Iterator[Number]:
        """What a match of `CLOCK` is: a time of the day, or the numbers of a score or duration."""
        parts = tuple(re.finditer(r"\d+", match["clock"]))
        hour, minute = int(parts[0].group()), int(parts[1].group())
        if len(parts) == 2 and hour <= _HOURS:
            clock = self.clock(text, match.end(), hour, minute)
            yield Number((), Span(*match.span()), match.group(), NumberKind.TIME, clock=clock)
            return
        for part in parts:
            value = int(part.group())
            evidence = Evidence.STRONG if value >= TEN else Evidence.FAIR
            span = Span(match.start() + part.start(), match.start() + part.end())
            yield Number((value,), span, part.group(), evidence=evidence)

    def of_another_calendar(self, found: list[Number], text: str) -> list[Number]:
        """The years of the language's own calendar with what they are in ours; its days, which
        are other ones of ours, prove nothing.
        """
        if not self.year_offsets:
            return found
        return [self._of_another_calendar(number, text) for number in found]

    def _of_another_calendar(self, number: Number, text: str) -> Number:
        year = number.value
        if isinstance(year, int) and year in _YEARS and number.text.isdecimal():
            ours = (year + offset for offset in self.year_offsets)
            return number._replace(readings=(year, *ours))
        behind = _WORD_BEHIND.match(text, number.span.end)
        if behind and behind[1] in self.year_months:
            return number._replace(evidence=Evidence.WEAK)
        return number

    def raised(self, found: list[Number], text: str) -> list[Number]:
        """The numbers with the fraction that the word before them adds: “साढ़े चार करोड़” is 45 million."""
        if not self.added_fractions:
            return found
        return [self._raised(number, text) for number in found]

    def _raised(self, number: Number, text: str) -> Number:
        before = _WORD_BEFORE.search(
            text, max(0, number.span.start - _LONGEST_WORD), number.span.start
        )
        part = self.added_fractions.get(before[1].lower()) if before else None
        if before is None or part is None or number.value is None:
            return number
        added = Fraction(part)
        whole = max(number.scale, _HUNDRED if number.value == _HUNDRED else 1)
        readings = tuple(reading + added * whole for reading in number.readings)
        clock = number.clock
        if clock:
            clock = clock._replace(minutes=int(clock.minutes + 60 * added))
        span = Span(before.start(), number.span.end)
        evidence = max(number.evidence, Evidence.FAIR)
        return number._replace(
            readings=readings, span=span, text=text[slice(*span)], clock=clock, evidence=evidence
        )

    def halved(self, found: list[Number], text: str) -> list[Number]:
        """The half hours that are said by a half and an hour, as times: “half acht” is 7:30,
        “half past seven”, too.
        """
        if not (self.half_before or self.half_past):
            return found
        read: list[Number] = []
        for number in found:
            half = read[-1] if read else None
            hour = number.value
            if half and half.value == _HALF and hour in _TWELVE and not number.clock:
                between = text[half.span.end : number.span.start].strip().lower()
                before = not between and half.text.lower() in self.half_before
                if before or between in self.half_past:
                    start, end = half.span.start, number.span.end
                    clock = self.clock(
                        text, end, (int(hour) - 2) % 12 + 1 if before else int(hour), 30
                    )
                    span, kind = Span(start, end), NumberKind.TIME
                    number = Number((), span, text[start:end], kind, clock=clock)
                    read.pop()
            read.append(number)
        return read

    def shared(self, found: list[Number], text: str) -> list[Number]:
        """In “2 to 3 million” the first number may be meant in millions, in “6 to 9 p.m.” it may
        be an hour of the afternoon.
        """
        for index, (one, other) in enumerate(pairwise(found)):
            start, end = one.span.end, other.span.start
            scaled = other.scale > one.scale == 1
            if not (scaled or (other.clock and not one.clock)) or one.value is None:
                continue
            if end - start > _LONGEST_RANGE_GAP or not self._joins(text[start:end], other):
                continue
            if other.clock and one.value <= _HOURS:
                found[index] = one._replace(clock=Clock(int(one.value) * 60, half_known=False))
            elif scaled and one.value < max(_SCALED, *(r / other.scale for r in other.readings)):
                scaled_readings = (reading * other.scale for reading in one.readings)
                found[index] = one._replace(readings=(*one.readings, *scaled_readings))
        return found

    def _joins(self, gap: str, other: Number) -> bool:
        """Whether a range goes on behind a gap; in Arabic “and” is written together with its word."""
        mark = gap.strip()
        return mark in self.range_marks or (
            not mark and len(other.text) > 1 and other.text[0] in self.range_marks
        )


@cache
def _half_of_the_day(profile: LanguageProfile) -> re.Pattern[str]:
    """What a language says behind a time for either half of the day."""
    return re.compile(
        rf"\s?(?:(?P<after>{any_of(profile.after_noon)})|{any_of(profile.before_noon)})(?!\w)",
        re.IGNORECASE,
    )


def with_half(document: Document, number: Number) -> Span:
    """The place of a time with the words behind it for its half of the day."""
    half = _half_of_the_day(document.profile).match(document.text, number.span.end)
    return Span(number.span.start, half.end()) if half else number.span


def in_context(text: str, number: Number, *, dated: bool = False) -> Number:
    """A number, with the marks around it taken into account. A one counts in dates alone."""
    start, end = number.span
    before = text[start - 1 : start]
    if text[start : start + 1].isdecimal():
        hyphened = before in _HYPHENS and cased(text[start - 2 : start - 1])
        if before in _BEHIND_CODE or cased(before) or hyphened:
            return number._replace(kind=NumberKind.CODE, evidence=Evidence.WEAK)
        footnote = before == "[" and text[end : end + 1] in ("]", ",")
        if footnote or (start <= 2 and not dated and _is_list_marker(text)):
            number = number._replace(evidence=Evidence.WEAK)
        elif before in (".", ",") and not text[start - 2 : start - 1].strip("(<>=≤≥ "):
            number = number._replace(readings=_behind_mark(number), evidence=Evidence.STRONG)
        if text[end : end + 1] == "(" and (part := _PARAGRAPH.match(text, end)):
            more = tuple(reading + Fraction(int(part[1]), 10) for reading in number.readings)
            number = number._replace(readings=number.readings + more)
    sure_from = 1 if dated or number.kind is NumberKind.ORDINAL else 2
    if number.readings and all(0 <= r < sure_from and r == int(r) for r in number.readings):
        return number._replace(evidence=Evidence.WEAK)
    return number


def _is_list_marker(text: str) -> bool:
    """Whether a text begins with a number that counts it: “2. The”, not “21. století”."""
    match = _LIST_MARKER.match(text)
    return match is not None and not text[match.end() : match.end() + 1].islower()


def cased(character: str) -> bool:
    """Whether this is a letter of a script that has capitals."""
    return character.lower() != character.upper()


def _behind_mark(number: Number) -> tuple[int | Fraction, ...]:
    """“.05” is a twentieth."""
    if not number.text.isdecimal():
        return number.readings
    return tuple(Fraction(reading) / 10 ** len(number.text) for reading in number.readings)
