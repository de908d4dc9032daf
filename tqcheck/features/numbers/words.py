"""Reads the numbers of languages whose words are set apart by spaces."""

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.features.numbers.composition import Composed, Composition
from tqcheck.features.numbers.context import CLOCK, SKIPPED, Surroundings, cased, in_context
from tqcheck.features.numbers.digits import DIGITS, LONGEST, digit_readings
from tqcheck.features.numbers.pieces import Piece, Role
from tqcheck.features.numbers.values import TEN, Clock, Evidence, Number, NumberKind, Value
from tqcheck.features.numbers.vocabulary import NumberVocabulary
from tqcheck.features.telling import Telling
from tqcheck.model import LanguageProfile, Span

_DIGITS = (
    rf"(?P<skipped>{SKIPPED})|(?P<clock>{CLOCK})"
    r"|(?P<fraction>[½⅓⅔¼¾⅕⅛]|(?<![\d/.,])[1-9]/[2-9](?![\d/]))"
    rf"|(?P<digits>{DIGITS})"
)
_FRACTIONS = dict(
    zip("½⅓⅔¼¾⅕⅛", map(Fraction, ("1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/8")), strict=True)
)
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$")
_CLOCK_DIGITS = re.compile(r"(?:([01]?\d|2[0-4])\.|(0\d))([0-5]\d)$")
#: “2312 GMT”
_CLOCK_FIGURES = re.compile(r"([01]\d|2[0-4])()([0-5]\d)$")
_CURRENCY = frozenset("€$£¥₽₹₴₺₩₪¢")
#: The one letter that is hardly a unit.
_THOUSAND = "k"
_BEHIND_FIGURES = re.compile(r"\d ")
_SPACES = frozenset(("", " ", "\u00a0", "\u202f"))
#: “half a million”, “un demi-million”.
_BEFORE_SCALE = re.compile(r"[\s-](?:[^\W\d_]{1,2}[\s’'])?$")
#: “two and a half”, “deux et demi”, “два с половиной”.
_BEFORE_HALF = re.compile(r"(?:\s[^\W\d_]{1,5}){1,2}\s$")
_HALF = Fraction(1, 2)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_LONGEST_TO_HALF = 30
_LONGEST_TO_MONTH = 4
_LONGEST_SUFFIX = 8
#: Number words up to twelve are small.
_LARGEST_SMALL = 12
_NOUGHTIES = 2000
_COMPOSING = frozenset((Role.DIGITS, Role.CARDINAL, Role.ORDINAL, Role.SCALE))
_SCALING = frozenset((Role.SCALE, Role.ABBREVIATION))
_SILENT = frozenset((Role.JOINER, Role.HOUR))
_BESIDE_FIGURES = _SILENT | {Role.ABBREVIATION}
#: What every number in figures has, and what is skipped; much cheaper to look for than either.
_FIGURE = re.compile(r"[\d½⅓⅔¼¾⅕⅛]|https?://|www\.")
_WEAK = {
    Role.COLLECTIVE: NumberKind.COLLECTIVE,
    Role.MULTIPLE: NumberKind.MULTIPLE,
    Role.FRACTION: NumberKind.FRACTION,
    Role.COMPOUND: NumberKind.CARDINAL,
    Role.ROMAN: NumberKind.ROMAN,
    Role.MONTH: NumberKind.MONTH,
}


class WordReader:
    """Finds the numbers of a text in one language."""

    def __init__(self, profile: LanguageProfile) -> None:
        self.surroundings = Surroundings(profile)
        self.vocabulary = NumberVocabulary(profile)
        self.tokens = re.compile(f"{_DIGITS}|{self.vocabulary.letters}")
        self.words = re.compile(self.vocabulary.letters)
        self.telling = Telling(self._tells)
        self.decimal_mark = profile.decimal_mark
        self.hour_first = profile.has("hour_first") and profile.hour_first
        self.centuries = profile.century_words
        #: "por ciento" has no hundred in it.
        self.percent_ends = frozenset(
            word.lower()
            for phrase in profile.percent_words
            for word in self.words.findall(phrase)[-1:]
        )
        self.percents = tuple(
            " " + word.lower() for word in profile.percent_words if not word[-1].isdecimal()
        )

    def read(self, text: str) -> list[Number]:
        """The numbers of a text, in no order."""
        if not _FIGURE.search(text) and not self._counts(text):
            return []
        found: list[Number] = []
        pieces: list[Piece] = []
        known, entry_of = self.vocabulary.known, self.vocabulary.entry
        silent = True
        for match in self.tokens.finditer(text):
            form = match.lastgroup
            if form is None:
                word = match.group()
                entry = known[word] if word in known else entry_of(word)
                if entry is None:
                    continue
                role, value, doubtful, joined = entry
                if role is Role.ABBREVIATION:
                    self._abbreviate(text, match, pieces, value)
                    continue
                silent = silent and role in _SILENT
                pieces.append(Piece(match.start(), match.end(), role, value, doubtful, joined))
            elif form == "digits":
                pieces += self._digits(text, match.group(), match.start())
                silent = False
            elif form == "fraction":
                value = _fraction(match.group())
                pieces.append(Piece(match.start(), match.end(), Role.FRACTION, value))
                silent = False
            elif form == "clock":
                found += self.surroundings.clocks(text, match)
        if not silent:
            found += _Row(self, text, pieces).numbers()
        return found

    def tells(self, word: str) -> bool:
        """Whether a word may be a number, or have one in it."""
        return any(map(self._tells, self.words.findall(word)))

    def states(self, word: str) -> bool:
        """The same, but for what says nothing without another one: a one, a month."""
        return any(map(self._states, self.words.findall(word)))

    def _counts(self, text: str) -> bool:
        """Whether a text without figures has a word that may be a number."""
        return bool(self.telling.among(self.words.findall(text)))

    def _tells(self, word: str) -> bool:
        entry = self.vocabulary.entry(word)
        return entry is not None and entry.role not in _BESIDE_FIGURES

    def _states(self, word: str) -> bool:
        if word.lower() in self.percent_ends:
            return True
        entry = self.vocabulary.entry(word)
        if entry is None or entry.role in _BESIDE_FIGURES or entry.role is Role.MONTH:
            return False
        return not (entry.role is Role.CARDINAL and entry.value == 1 and entry.doubtful)

    def _digits(self, text: str, chunk: str, start: int) -> Iterator[Piece]:
        """The pieces of digits and marks: one number, a date, several numbers, or none."""
        end = start + len(chunk)
        readings = digit_readings(chunk, self.decimal_mark)
        # "111 555 0800" is a telephone number.
        goes_on = (
            " " in chunk and text[end : end + 1] == " " and text[end + 1 : end + 2].isdecimal()
        )
        if " " in chunk and start > 1 and _BEHIND_FIGURES.match(text, start - 2):
            goes_on = True
        if readings and not goes_on:
            yield Piece(start, end, Role.DIGITS, readings[0], readings=readings)
            return
        date = _DATE.match(chunk)
        if len(chunk) > LONGEST or (chunk.count(".") > 1 and not date):
            return
        for index, part in enumerate(re.finditer(r"\d+", chunk)):
            role = Role.MONTH if date and index == 1 else Role.DIGITS
            value = int(part.group())
            yield Piece(start + part.start(), start + part.end(), role, value, readings=(value,))

    def _abbreviate(
        self, text: str, match: re.Match[str], pieces: list[Piece], value: Value
    ) -> None:
        """Add a scale's abbreviation that stands behind digits. A lone letter counts with a
        currency alone; glued to the digits it may be a unit as well: “5m”.
        """
        start, end = match.span()
        digits = pieces[-1] if pieces else None
        if digits is None or digits.role is not Role.DIGITS or digits.end < start - 1:
            return
        if text[digits.end : start] not in _SPACES:
            return
        around = text[max(0, digits.start - 2) : digits.start] + text[end : end + 2]
        lone = end - start == 1 and match.group() != _THOUSAND
        if not (lone and _CURRENCY.isdisjoint(around)):
            pieces.append(Piece(start, end, Role.ABBREVIATION, value))
        elif digits.end == start:
            scaled = (reading * value for reading in digits.readings)
            pieces[-1] = digits._replace(readings=(*digits.readings, *scaled))


class _Row(Composition):
    """The pieces of one text, and the numbers that they make."""

    def __init__(self, reader: WordReader, text: str, pieces: list[Piece]) -> None:
        super().__init__(reader.vocabulary.grammar, text, pieces)
        self.reader = reader
        self.made: list[Number] = []

    def numbers(self) -> list[Number]:
        """The numbers in order."""
        index = 0
        while index < len(self.pieces):
            role = self.pieces[index].role
            if role in _COMPOSING:
                index = self._compose(index)
            elif role is Role.FRACTION:
                index = self._fraction(index)
            elif role in _WEAK:
                self._weak(index)
            index += 1
        return self.made

    def _add(self, first: int, last: int, number: Number, *, dated: bool = False) -> None:
        span = Span(self.pieces[first].start, self.pieces[last].end)
        text = self.text[span.start : span.end]
        self.made.append(in_context(self.text, number._replace(span=span, text=text), dated=dated))

    def _weak(self, index: int) -> None:
        piece = self.pieces[index]
        kind, evidence = _WEAK[piece.role], Evidence.WEAK
        if kind is NumberKind.ROMAN and self._of_century(piece):
            evidence = Evidence.FAIR
        span = Span(piece.start, piece.end)
        text = self.text[piece.start : piece.end]
        self.made.append(Number((piece.value,), span, text, kind, evidence))

    def _of_century(self, piece: Piece) -> bool:
        before = self.text[max(0, piece.start - 12) : piece.start].split()[-2:]
        after = self.text[piece.end : piece.end + 12].split()[:1]
        beside = (word.lower().rstrip(".,;") for word in (*before, *after))
        return not self.reader.centuries.isdisjoint(beside)

    def _fraction(self, index: int) -> int:
        """Add a fraction, alone or as part of the number before it; return its last piece."""
        piece, last, scale = self.pieces[index], index, 1
        after = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if after and after.role is Role.SCALE and _BEFORE_SCALE.match(self.gap(index)):
            last, scale = index + 1, int(after.value)
        before = self.made[-1] if self.made else None
        if before and before.kind is NumberKind.CARDINAL and before.value is not None:
            between = self.text[before.span.end : piece.start]
            mixed = between in _SPACES and not self.text[piece.start].isalpha()
            halved = piece.value == _HALF and between in _SPACES and before.value > 1
            with_half = scale > 1 and (halved or _BEFORE_HALF.match(between))
            if before.scale == 1 and (mixed or with_half):
                self._mix(before, piece, last, scale)
                return last
            counted = before.value.denominator == 1 and 1 < before.value < 100
            if counted and scale == 1 and between in _SPACES and between and piece.value != _HALF:
                self._parts(before, piece)
                return last
            joined = index > 0 and self.pieces[index - 1].role is Role.JOINER
            if joined and scale == 1 and len(between) < _LONGEST_TO_HALF:
                self._perhaps_half(before, piece)
                return last
        if scale > 1:
            number = Number((piece.value * scale,), Span(0, 0), "", scale=scale)
            self._add(index, last, number)
        else:
            self._weak(index)
        return last

    def _parts(self, before: Number, piece: Piece) -> None:
        """“three tenths”; the three may stand alone in the other language."""
        value = before.readings[0] * piece.value
        evidence = Evidence.FAIR if piece.value * TEN <= 1 else Evidence.WEAK
        span = Span(before.span.start, piece.end)
        text = self.text[span.start : span.end]
        readings = (value, before.readings[0])
        self.made[-1] = Number(readings, span, text, NumberKind.FRACTION, evidence)

    def _mix(self, before: Number, piece: Piece, last: int, scale: int) -> None:
        """“2 1/2”, “two and a half million”."""
        value = (before.readings[0] + piece.value) * scale
        readings = (value,) if scale > 1 else (value, before.readings[0])
        span = Span(before.span.start, self.pieces[last].end)
        text = self.text[span.start : span.end]
        self.made[-1] = Number(readings, span, text, before.kind, Evidence.STRONG, scale)

    def _perhaps_half(self, before: Number, piece: Piece) -> None:
        """“deux ans et demi”, “deux millions et demi”, “dix heures et demie”."""
        more = tuple(reading + before.scale * piece.value for reading in before.readings)
        clock = before.clock
        if before.readings[0] <= 24 and before.scale == 1:
            minutes = int(60 * (int(before.readings[0]) + piece.value))
            clock = Clock(minutes, half_known=bool(clock and clock.half_known))
        self.made[-1] = before._replace(readings=before.readings + more, clock=clock)

    def _compose(self, index: int) -> int:
        """Add the number that begins with a piece, and return its last piece."""
        first = self.pieces[index]
        composed = self.number(index)
        if composed is None:
            return index
        if composed.value == 100 and self._is_percent(first):
            return composed.last
        composed = self._year(first, composed) or composed
        last, readings = composed.last, self._readings(index, composed)
        kind = NumberKind.ORDINAL if composed.ordinal else NumberKind.CARDINAL
        number = Number(readings, Span(0, 0), "", kind, scale=composed.scale)
        number = number._replace(evidence=_evidence(number, composed, first))
        step = self.following(last)
        if step and not step[1] and self.pieces[step[0]].role is Role.COLLECTIVE:
            last = step[0]
            dozens = tuple(reading * self.pieces[last].value for reading in readings)
            number = number._replace(
                readings=dozens + readings, kind=NumberKind.COLLECTIVE, evidence=Evidence.WEAK
            )
        elif first.role is Role.DIGITS and last == index:
            number = self._suffixed(first.end, number)
            number, last = self._timed(index, number)
        self._add(index, last, number, dated=self._dated(index, last))
        return last

    def _is_percent(self, piece: Piece) -> bool:
        before = self.text[max(0, piece.start - 8) : piece.end].lower().replace("\u00a0", " ")
        return piece.role is Role.CARDINAL and before.endswith(self.reader.percents)

    def _readings(self, index: int, composed: Composed) -> tuple[Value, ...]:
        rest = self.pieces[index + 1 : composed.last + 1]
        if self.pieces[index].role is Role.DIGITS and all(p.role in _SCALING for p in rest):
            scaled = tuple(reading * composed.scale for reading in self.pieces[index].readings)
            # "in 2024 a million" has no article in many languages.
            year = self.text[self.pieces[index].start : self.pieces[index].end]
            alone = self.pieces[index].readings if _YEAR.match(year) else ()
            return scaled + alone if composed.scale > 1 else scaled
        return (composed.value,)

    def _year(self, first: Piece, century: Composed) -> Composed | None:
        """“nineteen ninety-nine”."""
        step = self.following(century.last)
        if first.role is not Role.CARDINAL or step is None or step[1] or century.scale > 1:
            return None
        piece = self.pieces[step[0]]
        if not 13 <= century.value <= 20 or piece.role is not Role.CARDINAL or piece.value < TEN:
            return None
        rest = self.number(step[0])
        if rest is None or rest.ordinal or rest.value > 99:
            return None
        return Composed(century.value * 100 + rest.value, rest.last)

    def _dated(self, index: int, last: int) -> bool:
        """Whether digits stand beside the name of a month."""
        return self.pieces[index].role is Role.DIGITS and any(
            one >= 0
            and one + 1 < len(self.pieces)
            and Role.MONTH in (self.pieces[one].role, self.pieces[one + 1].role)
            and len(self.gap(one)) <= _LONGEST_TO_MONTH
            for one in (index - 1, last)
        )

    def _suffixed(self, end: int, number: Number) -> Number:
        """What letters right behind the digits make of them: “2nd”, “1990s”, “5G”."""
        text = self.text
        stop = end
        while stop < len(text) and stop - end < _LONGEST_SUFFIX and cased(text[stop]):
            stop += 1
        suffix = text[end:stop]
        if not suffix:
            return number
        vocabulary: NumberVocabulary = self.reader.vocabulary
        if suffix in vocabulary.suffixes:
            return number._replace(kind=NumberKind.ORDINAL)
        if suffix == "s" and number.value is not None and number.value < 100:
            # "in the 80s", "the 00s"
            readings = number.readings if number.value else (_NOUGHTIES,)
            return number._replace(readings=readings, evidence=Evidence.WEAK)
        if (len(suffix) == 1 and suffix.isupper()) or text[stop : stop + 1].isdecimal():
            entry = vocabulary.entry(suffix)
            if entry is None or entry.role is not Role.HOUR:
                return number._replace(kind=NumberKind.CODE, evidence=Evidence.WEAK)
        return number

    def _timed(self, index: int, number: Number) -> tuple[Number, int]:
        """The number with the time of the day that it may name, and its last piece then:
        “18.30 Uhr”, “18h30”, “6 p.m.”.
        """
        first = self.pieces[index]
        digits = self.text[first.start : first.end]
        match = _CLOCK_DIGITS.match(digits)
        zoned = (
            len(digits) in (4, 5)
            and self.reader.surroundings.zone(self.text, first.end) is not None
        )
        if zoned and match is None:
            match = _CLOCK_FIGURES.match(digits)
        if match is None and not (digits.isdecimal() and first.value <= 24):
            return number, index
        hour, minute = (int(match[1] or match[2]), int(match[3])) if match else (int(digits), 0)
        last = end = index
        if self.gap(index) in _SPACES and self.pieces[index + 1].role is Role.HOUR:
            end = index + 1
            last = end if match else index
            minutes_follow = self.pieces[end].value and self.gap(end) in _SPACES
            if not match and minutes_follow and self._is_minute(end + 1):
                minute, last = int(self.pieces[end + 1].value), end + 1
                end = last
        elif match is None and not (self._behind_hour(index) or self._names_half(first.end)):
            return number, index
        surely = zoned or self._behind_hour(index) or self._names_half(first.end)
        timed = last > index or (match is not None and surely)
        clock = self.reader.surroundings.clock(self.text, self.pieces[end].end, hour, minute)
        if timed:
            number = number._replace(readings=(), kind=NumberKind.TIME, evidence=Evidence.STRONG)
        return number._replace(clock=clock), last

    def _names_half(self, end: int) -> bool:
        return self.reader.surroundings.names_half(self.text, end)

    def _behind_hour(self, index: int) -> bool:
        """Whether an hour word stands before: “o godzinie 13”."""
        if not self.reader.hour_first or index == 0:
            return False
        before = self.pieces[index - 1].role is Role.HOUR
        return before and self.gap(index - 1).strip(" .") == ""

    def _is_minute(self, index: int) -> bool:
        piece = self.pieces[index]
        return piece.role is Role.DIGITS and piece.end - piece.start == 2 and piece.value < 60


def _fraction(text: str) -> Value:
    """“½”, “3/4”."""
    return _FRACTIONS[text] if text in _FRACTIONS else Fraction(int(text[0]), int(text[2]))


def _evidence(number: Number, composed: Composed, first: Piece) -> Evidence:
    if composed.doubtful:
        return Evidence.WEAK
    small = TEN - 1 if first.role is Role.DIGITS else _LARGEST_SMALL
    least = min(number.readings)
    return Evidence.FAIR if least <= small and least == int(least) else Evidence.STRONG
