"""What numbers count: currencies, units of measure and per cent, by the labels beside them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from tqcheck.features.numbers import Number, Value
from tqcheck.languages import tables
from tqcheck.model import Document, LanguageProfile, Passage, Span, remembered

PERCENT = "per cent"
#: The dimension of every unit, and how many of its dimension's own unit it is.
_SIZES: Mapping[str, tuple[str, float]] = {
    "kilometre": ("length", 1000),
    "metre": ("length", 1),
    "centimetre": ("length", 0.01),
    "millimetre": ("length", 0.001),
    "mile": ("length", 1609.344),
    "foot": ("length", 0.3048),
    "inch": ("length", 0.0254),
    "yard": ("length", 0.9144),
    "nautical mile": ("length", 1852),
    "square kilometre": ("area", 1e6),
    "square metre": ("area", 1),
    "hectare": ("area", 1e4),
    "mu": ("area", 1e4 / 15),
    "ping": ("area", 400 / 121),
    "acre": ("area", 4046.856),
    "square mile": ("area", 2.589988e6),
    "square foot": ("area", 0.092903),
    "tonne": ("mass", 1000),
    "kilogram": ("mass", 1),
    "gram": ("mass", 0.001),
    "jin": ("mass", 0.5),
    "milligram": ("mass", 1e-6),
    "pound (weight)": ("mass", 0.45359237),
    "ounce": ("mass", 0.0283495),
    "stone": ("mass", 6.35029),
    "litre": ("volume", 1),
    "millilitre": ("volume", 0.001),
    "centilitre": ("volume", 0.01),
    "decilitre": ("volume", 0.1),
    "teaspoon": ("volume", 0.005),
    "tablespoon": ("volume", 0.015),
    "gallon": ("volume", 3.78541),
    "barrel": ("volume", 158.987),
    "cubic metre": ("volume", 1000),
    "pint": ("volume", 0.473176),
    "kilometre per hour": ("speed", 1 / 3.6),
    "mile per hour": ("speed", 0.44704),
    "metre per second": ("speed", 1),
    "knot": ("speed", 0.514444),
    "degree Celsius": ("temperature", 1),
    "degree Fahrenheit": ("temperature", 1 / 1.8),
    "degree": ("temperature", 1),
    "watt": ("power", 1),
    "kilowatt": ("power", 1e3),
    "megawatt": ("power", 1e6),
    "gigawatt": ("power", 1e9),
    "kilowatt-hour": ("energy", 1e3),
    "megawatt-hour": ("energy", 1e6),
    "gigawatt-hour": ("energy", 1e9),
    "terawatt-hour": ("energy", 1e12),
    "hertz": ("frequency", 1),
    "kilohertz": ("frequency", 1e3),
    "megahertz": ("frequency", 1e6),
    "gigahertz": ("frequency", 1e9),
    "decibel": ("loudness", 1),
    "kilocalorie": ("energy of food", 1),
    "hectopascal": ("pressure", 1),
    "megabyte": ("data", 1e6),
    "gigabyte": ("data", 1e9),
    "terabyte": ("data", 1e12),
    "second": ("time", 1),
    "minute": ("time", 60),
    "hour": ("time", 3600),
    "day": ("time", 86400),
    "week": ("time", 7 * 86400),
    "month": ("time", 30.44 * 86400),
    "year": ("time", 365.25 * 86400),
    "century": ("time", 36525 * 86400),
}
_MONEY, _SHARE = "money", "share"
#: Words and signs for per cent that stand before the number.
_PERCENT_BEFORE = frozenset(("%", "yüzde", "百分之"))
_IMPERIAL = frozenset(
    (
        "mile", "foot", "inch", "yard", "acre", "square mile", "square foot", "pound (weight)",
        "ounce", "stone", "gallon", "pint", "mile per hour", "degree Fahrenheit",
    )
)  # fmt: skip
#: Without the words that are money or people's age, too.
_SURELY_IMPERIAL = _IMPERIAL - {"pound (weight)", "ounce", "stone", "degree Fahrenheit"}
#: At sea the one is called the other.
_MILES = {"mile", "nautical mile"}
#: Of the United Kingdom, in litres.
_GALLON = 4.54609
#: Converted numbers are rounded by as much.
_NEARLY = 0.12
_DEGREES_APART, _DIFFERENCE_APART = 4, 1
#: What may stand between a number and its label: “12-mile”, “5 millions d’euros”.
_TO_LABEL = re.compile(r"\.?[\s\u00a0\u202f\u2009‑-]{0,2}(?:(?:de los|des|de|di|of)\s|d[’'])?")
_LETTER = "(?:[^\\W\\d_]|[\u0900-\u0963\u200c])"
_WORD = re.compile(rf"{_LETTER}+(?:[·/’'\"״׳²³-]{_LETTER}+)*[²³]?|[°º][CF]?|[^\w\s]")
#: An adjective before the currency: “Iraqi dinars”.
_ADJECTIVE = re.compile(rf"(?:{_LETTER}|[.-]){{2,20}}\s")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
#: What counts the way stands before its number; shorter words are prepositions, too ("in 5").
_WORD_BEFORE = re.compile(rf"(?<!\d[ \u00a0-])\b({_LETTER}{{4,}}|[Kk]m|KM)[ \u00a0]$")
_LONGEST_MARK, _WAY_MARKS = 20, frozenset(("kilometre", "mile"))
_LONGEST_PHRASE = 3
_LONGEST_SIGN = 5
_LONGEST_COUNTRY = 6
_SHORT = 3
_RANGE = re.compile(r"\s?(?:[–—‑~-]|[^\W\d_]{1,7}\s)\s?\d[\d.,]{0,12}")


class Measure(NamedTuple):
    """What a number counts: the units that its label may mean, and the label's place."""

    units: frozenset[str]
    span: Span
    text: str

    @property
    def dimensions(self) -> frozenset[str]:
        """“length”, “money” …; several where a word is ambiguous, such as “pounds”."""
        return frozenset(_dimension(unit) for unit in self.units)

    @property
    def money(self) -> bool:
        return self.dimensions == {_MONEY}

    @property
    def percent(self) -> bool:
        return PERCENT in self.units


class _Labels(NamedTuple):
    """The labels of a language: exact forms, beginnings of words, signs before amounts."""

    forms: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]
    #: What may stand before an amount.
    signs: Mapping[str, frozenset[str]]
    longest: int
    #: Whether labels are the front of what looks like a word, in scripts without spaces.
    glued: bool
    #: What says that the amount is somewhat more, between it and its label.
    between: frozenset[str]


def measure(document: Document, number: Number) -> Measure | None:
    """What a number of a document counts, where its label says so."""
    key = (measure, number.span)
    memory = document.memory
    if key not in memory:
        memory[key] = _measured(document, number)
    found: Measure | None = memory[key]
    return found


def label_left(document: Document, number: Number, of: LanguageProfile) -> Measure | None:
    """The label behind a number that another language writes, and the document's does not."""
    if measure(document, number) is not None:
        return None
    labels = _labels(of)
    found = None if labels.glued else _label_behind(labels, document.text, number.span.end)
    return None if found is None or found.text.lower() in _labels(document.profile).forms else found


@remembered
def currencies(document: Document) -> frozenset[str]:
    """The currencies that a text names or may name, anywhere in it."""
    text = document.text.casefold()
    words = frozenset(_LETTERS.findall(text))

    def is_named(form: str) -> bool:
        stem = form.rstrip("*")
        if _unspaced(stem):  # “ランド” is none of “アイルランド”
            return bool(re.search(rf"(?<![ァ-ヺー]){re.escape(stem)}(?![ァ-ヺー])", text))
        if not stem.isalpha():
            return stem in text
        return stem in words or (stem != form and any(word.startswith(stem) for word in words))

    return frozenset(
        currency
        for currency, form in _stated(document.profile, "currencies")
        if is_named(form.casefold())
    )


def same_kind(one: Measure, other: Measure) -> bool:
    """Whether two labels may say one unit or currency."""
    if one.units & other.units:
        return True
    names = one.units | other.units
    if names == _MILES:
        return True
    degrees = any("degree" in units for units in (one.units, other.units))
    return degrees and all(name.startswith("degree") for name in names)


def comparable(one: Measure | None, other: Measure | None) -> bool:
    """Whether numbers can be compared: where one alone is imperial it may be converted."""
    imperial = [label.units & _SURELY_IMPERIAL if label else frozenset() for label in (one, other)]
    return imperial[0] == imperial[1]


@remembered
def names_imperial_units(passage: Passage) -> bool:
    """Whether a word of the passage is an imperial unit."""
    forms = _imperial_forms(passage.profile)
    if any(_unspaced(form) for form in forms):
        return any(form in passage.text for form in forms if not form.isascii())
    return any(word.lower() in forms for word in _LETTERS.findall(passage.text))


def converted(one: Number, document: Document, other: Number, elsewhere: Document) -> bool:
    """Whether two numbers are one measure in two units."""
    if not one.value or not other.value:
        return False
    labels = measure(document, one), measure(elsewhere, other)
    if labels[0] is None or labels[1] is None:
        return _perhaps_converted(one.value, labels[0], other.value, labels[1])
    return any(
        _equal(float(one.value), unit, float(other.value), unit_)
        for unit in labels[0].units
        for unit_ in labels[1].units
        if unit != unit_ or unit == "degree"
    )


def ratio(unit: str, other: str) -> float | None:
    """How many of the other unit one unit is; None where they are not of one dimension."""
    if unit not in _SIZES or other not in _SIZES or _SIZES[unit][0] != _SIZES[other][0]:
        return None
    return _SIZES[unit][1] / _SIZES[other][1]


def _perhaps_converted(
    one: Value, label: Measure | None, other: Value, there: Measure | None
) -> bool:
    """Whether one of two numbers has an imperial unit, and the other the size of its metric one."""
    for known, amount, size in ((label, one, other), (there, other, one)):
        for unit in known.units if known else ():
            if unit in _IMPERIAL and unit in _SIZES and not unit.startswith("degree"):
                dimension, factor = _SIZES[unit]
                metric = (
                    each
                    for name, (of, each) in _SIZES.items()
                    if of == dimension and name not in _IMPERIAL
                )
                if any(_near(float(amount) * factor / each, float(size)) for each in metric):
                    return True
    return False


def _equal(one: float, unit: str, other: float, unit_: str) -> bool:
    if unit.startswith("degree") and unit_.startswith("degree"):
        return _degrees(one, other) or _degrees(other, one)
    factor = ratio(unit, unit_)
    if factor is None:
        return False
    gallons = {unit, unit_} == {"gallon", "litre"}
    british = gallons and (_near(one * _GALLON, other) or _near(other * _GALLON, one))
    return british or _near(one * factor, other)


def _near(one: float, other: float) -> bool:
    return abs(one / other - 1) < _NEARLY


def _degrees(fahrenheit: float, celsius: float) -> bool:
    """Whether two temperatures, or two differences of temperature, are the same; one below zero may
    say so in words.
    """
    return (
        abs(abs((fahrenheit - 32) / 1.8) - abs(celsius)) < _DEGREES_APART
        or abs(fahrenheit / 1.8 - celsius) < _DIFFERENCE_APART
    )


def _measured(document: Document, number: Number) -> Measure | None:
    labels, text = _labels(document.profile), document.text
    start, end = number.span
    signed = not number.text[:1].isdecimal()
    opening = next((s for s in labels.signs if signed and number.text.startswith(s)), None)
    if opening:
        return Measure(labels.signs[opening], Span(start, start + len(opening)), opening)
    found = _before(labels, text, start) or _behind(labels, text, end)
    # What is but a letter behind “mile 11” is a word: “at mile 11 a man fell”.
    if found is None or len(found.text) == 1:
        found = _mark_before(labels, text, start) or found
    if found is None and (range_ := _RANGE.match(text, end)):
        found = _behind(labels, text, range_.end())
    return found


def _before(labels: _Labels, text: str, start: int) -> Measure | None:
    """The sign or code right before a number: “$5”, “EUR 5”, “%25”."""
    stop = start
    while stop > 0 and text[stop - 1] in " \u00a0\u202f" and start - stop < 1:
        stop -= 1
    for size in range(_LONGEST_SIGN, 0, -1):
        sign = text[max(0, stop - size) : stop]
        if sign in labels.signs and not text[stop - size - 1 : stop - size].isalnum():
            return Measure(labels.signs[sign], Span(stop - size, stop), sign)
    return None


def _mark_before(labels: _Labels, text: str, start: int) -> Measure | None:
    """The unit of length right before a number that says where on a way: “at mile 11”."""
    word = _WORD_BEFORE.search(text, max(0, start - _LONGEST_MARK), start)
    if word is None:
        return None
    units = labels.forms.get(word[1].lower(), frozenset()) & _WAY_MARKS
    return Measure(units, Span(*word.span(1)), word[1]) if units else None


def _behind(labels: _Labels, text: str, end: int) -> Measure | None:
    """The unit or currency behind a number."""
    found = _label_behind(labels, text, end)
    if found is not None:
        return found
    gap = _TO_LABEL.match(text, end)
    at = gap.end() if gap else end
    if labels.glued:
        return _behind_country(labels, text, at)
    adjective = _ADJECTIVE.match(text, at)
    if adjective is None:
        return None
    found = _label(labels, text, adjective.end())
    return found if found is not None and _MONEY in found.dimensions else None


def _label_behind(labels: _Labels, text: str, end: int) -> Measure | None:
    gap = _TO_LABEL.match(text, end)
    at = gap.end() if gap else end
    if text[end : end + 1] == "." and not text[end - 1].isalpha():
        return None
    return _label(labels, text, at + 1 if text[at : at + 1] in labels.between else at)


def _behind_country(labels: _Labels, text: str, at: int) -> Measure | None:
    """A currency behind a country's name: “英国ポンド”, “伊拉克第纳尔”."""
    for place in range(at + 1, at + 1 + _LONGEST_COUNTRY):
        if not (text[place - 1 : place].isalpha() or text[place - 1 : place] == " "):
            return None
        found = _label_in_front(labels, text, place)
        if found is not None and _MONEY in found.dimensions and len(found.text) > 1:
            return found
    return None


def _label(labels: _Labels, text: str, at: int) -> Measure | None:
    if labels.glued:
        return _label_in_front(labels, text, at)
    found = None
    stop = at
    for _ in range(_LONGEST_PHRASE):
        word = _WORD.match(text, stop)
        if word is None:
            break
        form = text[at : word.end()]
        units = _looked_up(labels, form)
        if units is None and text[word.end() : word.end() + 1] == ".":
            units = labels.forms.get(form + ".")
        if units:
            found = Measure(units, Span(at, word.end()), form)
        stop = word.end()
        if text[stop : stop + 1] == "." and text[stop + 1 : stop + 2] == " ":
            stop += 1
        if text[stop : stop + 1] not in (" ", "\u00a0"):
            break
        stop += 1
    return found


def _label_in_front(labels: _Labels, text: str, at: int) -> Measure | None:
    """The longest label that stands at a place of a text whose words are not set apart."""
    for size in range(min(labels.longest, len(text) - at), 0, -1):
        form, behind = text[at : at + size], text[at + size : at + size + 1]
        if form in labels.forms and not (form.isascii() and behind.isascii() and behind.isalpha()):
            return Measure(labels.forms[form], Span(at, at + size), form)
    return None


def _looked_up(labels: _Labels, form: str) -> frozenset[str] | None:
    form = form.replace("\u00a0", " ")
    units = labels.forms.get(form)
    if units is None and len(form) > _SHORT:
        # “500-Euro-Scheine”, “US-Dollar”, not “4-Tages-Woche”
        first, last = form.partition("-")[0], form.rpartition("-")[2]
        units = labels.forms.get(form.lower()) or labels.forms.get(first)
        if units is None and first.isupper():
            units = labels.forms.get(last)
    if units is None and labels.stems:
        lower = form.lower().replace("i̇", "i")
        units = next((u for stem, u in labels.stems.items() if lower.startswith(stem)), None)
    return units


@cache
def _labels(profile: LanguageProfile) -> _Labels:
    forms: dict[str, set[str]] = {}
    signs: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for unit, form in _stated(profile, "units"):
        (stems if form.endswith("*") else forms).setdefault(form.rstrip("*"), set()).add(unit)
    for currency, form in _stated(profile, "currencies"):
        (stems if form.endswith("*") else forms).setdefault(form.rstrip("*"), set()).add(currency)
        if not form.isalpha() or (form.isupper() and len(form) > 1):
            signs.setdefault(form, set()).add(currency)
    for phrase in profile.percent_words if profile.has("percent_words") else ():
        forms.setdefault(phrase, set()).add(PERCENT)
        if phrase in _PERCENT_BEFORE:
            signs.setdefault(phrase, set()).add(PERCENT)
    glued = any(_unspaced(form) for form in forms)
    if not glued:
        for form in [form for form in forms if form != form.lower() and len(form) > _SHORT]:
            forms.setdefault(form.lower(), set()).update(forms[form])
    for sign in profile.tenth_signs if profile.has("tenth_signs") else ():
        forms.setdefault(sign, set()).add(PERCENT)
    longest = max(map(len, forms), default=0)
    between = frozenset(profile.between_signs) if profile.has("between_signs") else frozenset()
    return _Labels(_frozen(forms), _frozen(stems), _frozen(signs), longest, glued, between)


def labels_of(profile: LanguageProfile) -> Iterator[tuple[str, set[str], bool]]:
    """Every label of a language, its dimensions, and whether it is a whole word or phrase rather
    than the beginning of words; where words are not spaced, the beginning of anything.
    """
    labels = _labels(profile)
    if labels.glued:
        yield "", {*(dimension for dimension, _ in _SIZES.values()), _MONEY}, False
    for table, whole in ((labels.forms, True), (labels.signs, True), (labels.stems, False)):
        for form, units in table.items():
            yield form, {_dimension(unit) for unit in units}, whole


def _dimension(unit: str) -> str:
    if unit in _SIZES:
        return _SIZES[unit][0]
    return _SHARE if unit == PERCENT else _MONEY


def _frozen(table: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {form: frozenset(units) for form, units in table.items()}


def _stated(profile: LanguageProfile, table: str) -> Iterator[tuple[str, str]]:
    """The forms of a table that hold in a language, with what they say."""
    for column in ("und", profile.tag):
        for fact, forms in tables.column(table, column).items():
            for form in forms:
                yield fact, form


@cache
def _imperial_forms(profile: LanguageProfile) -> frozenset[str]:
    return frozenset(
        form.lower().rstrip("*")
        for unit, form in _stated(profile, "units")
        if unit in _SURELY_IMPERIAL and len(form) > 1
    )


def _unspaced(form: str) -> bool:
    return any(
        "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3" for character in form
    )
