"""Reads the numerals of scripts without spaces: 三百二十, 57.4亿, 1億2345万, 百分之三十."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from tqcheck.features.alternatives import any_of
from tqcheck.features.numbers.context import CLOCK, SKIPPED, Surroundings, in_context
from tqcheck.features.numbers.digits import DIGITS, LONGEST, digit_readings
from tqcheck.features.numbers.values import TEN, Clock, Evidence, Number, NumberKind, Value
from tqcheck.model import LanguageProfile, Span

_PART_OF = "分之"
_ORDINAL = "第"
_HALF_PAST = "半"
#: “3時間”, “3小时” and “3시간” are durations.
_DURATION = frozenset("间間간")
_OTHER = re.compile(rf"(?P<skipped>{SKIPPED})|(?P<clock>{CLOCK})")
_NEEDS_OTHER = re.compile(r"[:：+]|www")
_MINUTES = re.compile(r"\s?(\d{1,2})(?!\d)")
_LONGEST_HALF_OF_DAY = 4
_LONGEST_ERA = 2
_LONGEST_COUNTER = 4


class _Numeral(NamedTuple):
    """A numeral in its text."""

    start: int
    end: int
    readings: tuple[Value, ...]
    digits: bool
    #: A lone sign, or one that stands for "some": may be part of a word or of a saying.
    doubtful: bool
    scale: int = 1
    fraction: bool = False


class SignReader:
    """Finds the numbers of a text in one language."""

    def __init__(self, profile: LanguageProfile) -> None:
        self.surroundings = Surroundings(profile)
        self.decimal_mark = profile.decimal_mark
        self.values = {sign: int(value) for sign, value in profile.number_signs.items()}
        self.scales = {sign: 10 ** int(power) for sign, power in profile.scales.items()}
        self.counters = tuple(profile.counters)
        self.tenths, self.words_of_tenths = profile.tenth_signs, profile.tenth_sign_words
        self.hours, self.minutes, self.days = (
            profile.hour_words,
            profile.minute_words,
            profile.day_signs,
        )
        self.month_signs = {name[-1] for line in profile.months for name in line.split()}
        self.eras = {era: int(offset) for era, offset in profile.eras.items()}
        all_signs = (*self.values, *self.scales)
        signs = _either(all_signs)
        large = _set(
            sign
            for sign in all_signs
            if len(sign) == 1 and (sign in self.scales or self.values[sign] >= TEN)
        )
        more, some = _set(profile.between_signs), _set(profile.vague_signs)
        #: Signs that are syllables of many words: they count where a numeral is sure.
        self.syllables: frozenset[str] = frozenset()
        front = spaced = ""
        if profile.has("signs_open_words") and profile.signs_open_words:
            self.syllables = profile.doubtful_numbers
            front = r"(?<![^\W\d_])"
            spaced = rf"|(?<={large}) \d{{1,4}}(?![\d.,])"
        bare = ""
        if profile.has("thousands_counted") and profile.thousands_counted:
            thousands = _set(sign for sign, value in self.values.items() if value > TEN)
            bare = rf"(?!(?<={_set(self.scales)})\s?{thousands})"
        if profile.has("numeral_units"):
            bare += rf"(?!\s?(?:{any_of(profile.numeral_units)}))"
        # Digits go on behind a great sign only where digits were before: "1億2345万".
        in_digits = rf"{DIGITS}(?:{bare}\s?{large}|{more}(?={large})|(?<={large})\s?{DIGITS}(?=\s?{large})|(?<={large}){DIGITS}{spaced})*"
        in_signs = rf"{front}{bare}{signs}(?:{bare}{signs}|{more}(?={large}))*"
        self._pattern = re.compile(
            rf"(?P<some>{some})?(?P<parts>(?:{DIGITS}|{signs}){_PART_OF})?"
            rf"(?P<number>{in_digits}|{in_signs})(?P<after>{some})?"
        )
        self._parts = re.compile(rf"{DIGITS}|{signs}")

    def read(self, text: str) -> list[Number]:
        """The numbers of a text, in no order."""
        found: list[Number] = []
        taken: list[Span] = []
        if _NEEDS_OTHER.search(text):
            for match in _OTHER.finditer(text):
                taken.append(Span(*match.span()))
                if match["clock"]:
                    found += self.surroundings.clocks(text, match)
        done, ahead = 0, iter(taken)
        skipped = next(ahead, None)
        for numeral in self._numerals(text):
            while skipped and skipped.end <= numeral.start:
                skipped = next(ahead, None)
            inside = skipped is not None and skipped.start < numeral.end
            if inside or numeral.start < done:
                continue
            number = self._number(text, numeral)
            found.append(number)
            done = number.span.end
        return found

    def _numerals(self, text: str) -> Iterator[_Numeral]:
        for match in self._pattern.finditer(text):
            number, (start, end) = match["number"], match.span("number")
            parts = self._parts.findall(number)
            readings, scale = self._value(parts) if len(number) <= LONGEST else ((), 1)
            if not readings:
                yield from self._apart(number, start)
                continue
            if text[end : end + 1] in self.tenths:
                tenths = tuple(reading * 10 for reading in readings)
                doubted = text.startswith(self.words_of_tenths, end)
                readings = readings + tenths if doubted else tenths
            fraction = False
            if match["parts"]:
                start = match.start("parts")
                whole = self._value(self._parts.findall(match["parts"]))[0]
                fraction = whole not in ((), (0,), (100,))
                if fraction:
                    readings = tuple(Fraction(reading) / whole[0] for reading in readings)
            digits = any(character.isdecimal() for character in number)
            vague = bool(match["some"] or match["after"])
            doubtful = vague or not (digits or self._stands_alone(text, parts, start, end))
            yield _Numeral(start, end, readings, digits, doubtful, scale, fraction)

    def _apart(self, chunk: str, start: int) -> Iterator[_Numeral]:
        """The numbers of digits that are no single number: “0800 555 111”."""
        if chunk.count(".") > 1 or len(chunk) > LONGEST:
            return
        for part in re.finditer(r"\d+", chunk):
            place = start + part.start(), start + part.end()
            yield _Numeral(*place, (int(part.group()),), digits=True, doubtful=False)

    def _stands_alone(self, text: str, parts: list[str], start: int, end: int) -> bool:
        """Whether signs are a numeral rather than part of a word: “三百”, “三个”, not “千万”."""
        if self.syllables:
            return self._is_counted(text, parts, end)
        if len(parts) == 1 and parts[0] in self.scales:
            return False  # "万岁", "東京"
        if len(parts) == 1:
            return text.startswith(self.counters, end) or text[start - 1 : start] == _ORDINAL
        worth = [self.values.get(part) or self.scales.get(part) or 0 for part in parts]
        return min(worth) < TEN and (len(parts) > 2 or max(worth) >= TEN)

    def _is_counted(self, text: str, parts: list[str], end: int) -> bool:
        """Whether words of syllables are a numeral: “세 명”, “스물다섯 살”, not “이 사람”."""
        behind = text[end : end + _LONGEST_COUNTER].lstrip(" ")
        if not behind.startswith(self.counters):
            return False
        if len(parts) < 3 and any(part in self.scales for part in parts):
            return False
        known = [part for part in parts if part not in self.syllables]
        return bool(known) or (len(parts) > 1 and self.values.get(parts[-1], 0) < 1000)

    def _value(self, parts: list[str]) -> tuple[tuple[Value, ...], int]:
        """The readings of a numeral cut into digits and signs, and its last great scale."""
        total: Value = 0
        section: Value = 0
        current: Value | None = None
        scale, unit, run = 1, 1, 0
        for index, part in enumerate(parts):
            value = self.values.get(part, -1)
            if part in self.scales:
                great = self.scales[part]
                section += current or 0
                if 0 < total < great:
                    total = (total + section) * great
                else:
                    total += (section or 1) * great
                section, current, scale, unit, run = 0, None, great, great, 0
            elif value >= TEN and run == 2:
                return self._choice(parts, index)
            elif value >= TEN:
                section += (1 if current is None else current) * value
                current, unit, run = None, value, 0
            elif value >= 0:
                current = value if current is None else current * 10 + value
                run += 1
            else:
                readings = digit_readings(part, self.decimal_mark)
                if len(parts) == 1 or not readings:
                    return readings, 1
                current, run = readings[0], 0
        stated = total + section + (current or 0)
        if run == 1 and unit >= 100 and current and self.values.get(parts[-2]) != 0:
            # "两万五" is short for 25,000.
            return (stated, total + section + current * unit // 10), scale
        return (stated,), scale

    def _choice(self, parts: list[str], index: int) -> tuple[tuple[Value, ...], int]:
        """“六七十” is sixty or seventy."""
        either = self._value(parts[: index - 1] + parts[index:])
        other = self._value(parts[: index - 2] + parts[index - 1 :])
        return (*either[0], *other[0]), either[1]

    def _number(self, text: str, numeral: _Numeral) -> Number:
        start, end = numeral.start, numeral.end
        after = self._sign_behind(text, end)
        value = numeral.readings[0]
        number = Number(numeral.readings, Span(start, end), text[start:end], scale=numeral.scale)
        ordinal = text[start - 1 : start] == _ORDINAL
        dated = numeral.digits and after in self.days and not ordinal
        single = end - start == 1 and (not numeral.digits or text[end : end + 1] in self.tenths)
        if numeral.doubtful:
            number = number._replace(evidence=Evidence.WEAK)
        elif single or (value < TEN and value == int(value)):
            number = number._replace(evidence=Evidence.FAIR)
        era = text[max(0, start - _LONGEST_ERA) : start]
        if numeral.fraction:
            number = number._replace(kind=NumberKind.FRACTION, evidence=Evidence.WEAK)
        elif dated and text[max(0, start - 2) : start].rstrip()[-1:] not in self.month_signs:
            number = number._replace(kind=NumberKind.DAY)
        elif after in self.month_signs and value in range(1, 13):
            number = number._replace(kind=NumberKind.MONTH, evidence=Evidence.WEAK)
        elif (
            after in self.hours and value in range(25) and text[end + 1 : end + 2] not in _DURATION
        ):
            number = self._timed(text, number, int(value))
        elif text[end + 1 : end + 2] == _HALF_PAST and numeral.scale == 1:
            # “1年半” is a year and a half.
            halves = tuple(reading + Fraction(1, 2) for reading in numeral.readings)
            number = number._replace(readings=numeral.readings + halves)
        elif era in self.eras:
            number = number._replace(readings=(value + self.eras[era], *numeral.readings))
        return in_context(text, number, dated=dated)

    def _sign_behind(self, text: str, end: int) -> str:
        """The sign right behind a numeral, or behind a space after digits."""
        return text[end : end + 2].lstrip(" ")[:1]

    def _timed(self, text: str, number: Number, hour: int) -> Number:
        """The number with the time of the day that it names: “下午6点30分”."""
        start, end = number.span
        plain = stop = text.index(self._sign_behind(text, end), end) + 1
        minute = 0
        digits = _MINUTES.match(text, stop)
        if digits and self._sign_behind(text, digits.end()) in self.minutes:
            stop = text.index(self._sign_behind(text, digits.end()), digits.end()) + 1
            minute = int(digits[1])
        elif text[stop : stop + 1] == _HALF_PAST:
            stop, minute = stop + 1, 30
        before = text[max(0, start - _LONGEST_HALF_OF_DAY) : start].rstrip()
        clock = Clock.at(
            hour,
            minute,
            after_noon=before.endswith(self.surroundings.after_noon),
            before_noon=before.endswith(self.surroundings.before_noon),
        )
        if stop == plain:
            return number._replace(clock=clock)
        span = Span(start, stop)
        return Number((), span, text[start:stop], NumberKind.TIME, clock=clock)


def _either(signs: Iterable[str]) -> str:
    """One of the signs, the longest that stands there."""
    if all(len(sign) == 1 for sign in signs):
        return _set(signs)
    return f"(?:{any_of(signs)})"


def _set(signs: Iterable[str]) -> str:
    return f"[{re.escape(''.join(signs))}]"
