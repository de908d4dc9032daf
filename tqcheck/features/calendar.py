"""Months and weekdays that a passage names, and the days of the months."""

import re
from calendar import monthrange, weekday
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.alternatives import any_of
from tqcheck.features.words import unspaced
from tqcheck.model import Document, Kind, LanguageProfile, Passage, Span, remembered

#: Shorter names ("Sun", "mar") are words more often than dates, unless the language has no longer
#: one ("May"), or a stop and a day stand beside a month's ("Feb. 3").
_SHORTEST = 4
_DAY_BEFORE = re.compile(
    r"(?<![\d.,:])(\d{1,2})(?:er|re|º|ª|°|\.|st|nd|rd|th)?[ \u00a0\u202f](?:de |of )?$"
)
_DAY_BEHIND = re.compile(
    r"[ \u00a0\u202f](\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|[ \u00a0\u202f]?[%€$£])\b"
)
_DAY_WIDE = re.compile(r"(\d{1,2})[日号號]")
_YEAR_BEHIND = re.compile(r"(?:,|\sde|\sdel|\s?г\.?)?\s?((?:1[89]|20)\d\d)(?!\d|[.,:]\d|%)")
_YEAR_BEFORE = re.compile(r"((?:1[89]|20)\d\d)\s?[年년]\s?$")
_LONGEST_YEAR = 8
_LONGEST_TO_DATE = 8
_LAST_DAY = 31
_WORD = re.compile(r"[^\W\d_]+")


class Part(StrEnum):
    """What of a date a name says."""

    MONTH = "month"
    WEEKDAY = "weekday"


class CalendarName(NamedTuple):
    """A month or a weekday by name; `number` counts from 1, January or Monday first.

    `day` is the day of the month beside a month's name, and `span` covers both.
    """

    part: Part
    number: int
    day: int | None
    text: str
    span: Span


@remembered
def calendar_names(passage: Passage) -> tuple[CalendarName, ...]:
    """The names in order.

    Raises MissingFact where the pack does not name the months and weekdays.
    """
    names, pattern = _names(passage.profile)
    text = passage.text
    found = []
    for match in pattern.finditer(text):
        known = names.get(match.group()) or names.get(match.group().lower())
        if known is None:
            continue
        part, number = known
        start, end, day = match.start(), match.end(), None
        if part is Part.MONTH:
            start, end, day = _with_day(text, start, end)
            if day is None and match.group().endswith(".") and end - start <= _SHORTEST:
                continue
        found.append(CalendarName(part, number, day, text[start:end], passage.at(start, end)))
    return tuple(found)


def may_name_a_day(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may be of a month's or weekday's name; any may where words are not spaced."""
    return unspaced(word) or any(part in _openings(profile) for part in _WORD.findall(word.lower()))


@cache
def _openings(profile: LanguageProfile) -> frozenset[str]:
    """The first words of the names."""
    names, _ = _names(profile)
    return frozenset(part for name in names for part in _WORD.findall(name.lower())[:1])


class WeekdayDate(NamedTuple):
    """A day of a month that is named with its weekday: “Saturday, January 27, 2024”."""

    weekday: CalendarName
    date: CalendarName
    #: None where the text does not say it beside the date.
    year: int | None

    @property
    def span(self) -> Span:
        """From the weekday to the day of the month, in either order."""
        starts, ends = zip(self.weekday.span, self.date.span, strict=True)
        return Span(min(starts), max(ends))

    def contradicts(self, year: int) -> bool:
        """Whether the date falls on another weekday in a year."""
        day = self.date.day or 0
        if not 1 <= day <= monthrange(year, self.date.number)[1]:
            return False
        return weekday(year, self.date.number, day) + 1 != self.weekday.number


@remembered
def weekday_dates(passage: Passage) -> tuple[WeekdayDate, ...]:
    """The dates with weekdays, in order.

    Raises MissingFact where the pack does not name the months and weekdays.
    """
    names = calendar_names(passage)
    text = passage.document.text
    found = []
    for one, other in pairwise(names):
        day, date = (one, other) if one.part is Part.WEEKDAY else (other, one)
        if day.part is date.part or date.day is None:
            continue
        between = text[one.span.end : other.span.start]
        if len(between) > _LONGEST_TO_DATE or any(mark in between for mark in ".;:"):
            continue
        found.append(WeekdayDate(day, date, _year(text, date.span)))
    return tuple(found)


@remembered
def years_of_dates(document: Document) -> frozenset[int]:
    """The years that stand beside the dates of a document."""
    whole = Passage(document, Span(0, len(document.text)), Kind.SENTENCE)
    years = (
        _year(document.text, name.span) for name in calendar_names(whole) if name.day is not None
    )
    return frozenset(year for year in years if year)


def restated(name: CalendarName, meant: CalendarName, profile: LanguageProfile) -> str | None:
    """The text of a month or weekday so that it says another, with that one's day where both have
    one; None where the pack does not have the same form of the other name.
    """
    rows = profile.months if name.part is Part.MONTH else profile.weekdays
    own, other = (
        [form.replace("_", " ") for form in rows[each.number - 1].split()] for each in (name, meant)
    )
    text = name.text.lower()
    form = max((form for form in own if form.lower() in text), key=len, default="")
    if not form or (own.index(form) and len(own) != len(other)):
        return None
    start = text.index(form.lower())
    new = other[own.index(form)]
    new = new[0].upper() + new[1:] if name.text[start].isupper() else new
    written = name.text[:start] + new + name.text[start + len(form) :]
    if name.day is None or meant.day in (None, name.day):
        return written
    days = re.compile(rf"(?<!\d)0?{name.day}(?![\da-z])")
    return days.sub(str(meant.day), written, count=1) if days.search(written) else None


def _year(text: str, date: Span) -> int | None:
    behind = _YEAR_BEHIND.match(text, date.end) or _YEAR_BEFORE.search(
        text, max(0, date.start - _LONGEST_YEAR), date.start
    )
    return int(behind[1]) if behind else None


def _with_day(text: str, start: int, end: int) -> tuple[int, int, int | None]:
    before = _DAY_BEFORE.search(text, max(0, start - 12), start)
    if before and 0 < int(before.group(1)) <= _LAST_DAY:
        return before.start(), end, int(before.group(1))
    behind = _DAY_BEHIND.match(text, end) or _DAY_WIDE.match(text, end)
    if behind and 0 < int(behind.group(1)) <= _LAST_DAY:
        return start, behind.end(), int(behind.group(1))
    return start, end, None


@cache
def _names(profile: LanguageProfile) -> tuple[dict[str, tuple[Part, int]], re.Pattern[str]]:
    names: dict[str, tuple[Part, int]] = {}
    for part, lines in ((Part.MONTH, profile.months), (Part.WEEKDAY, profile.weekdays)):
        for number, line in enumerate(lines, 1):
            forms = [form.replace("_", " ") for form in line.split()]
            for form in forms:
                long_enough = len(form.rstrip(".")) >= _SHORTEST or unspaced(form)
                stopped = part is Part.MONTH and len(form) == _SHORTEST and form[-1] == "."
                if long_enough or stopped or form == forms[0]:
                    names[form] = (part, number)
    spaced = any_of(form for form in names if not unspaced(form))
    wide = any_of(filter(unspaced, names))
    return names, re.compile(rf"(?<!\w)(?:{spaced})(?!\w)|(?<!\d)(?:{wide})", re.IGNORECASE)
