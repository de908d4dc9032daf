"""Units of measure behind numbers: which are imperial, and what they are in metric ones."""

import re

from tqcheck.features.numbers import Number
from tqcheck.model import Document, LanguageProfile, Passage, remembered

# What one unit is in metric units, at the sizes that texts use.
_METRIC = {
    "mile": (1.609, 1609.0),
    "foot": (0.3048, 30.48),
    "inch": (2.54, 25.4, 0.0254),
    "yard": (0.9144, 91.44),
    "pound": (0.4536, 453.6),
    "ounce": (28.35, 0.02835),
    "gallon": (3.785, 4.546),
    "acre": (0.4047, 4047.0, 0.004047),
    "stone": (6.35,),
}
_DEGREES = frozenset(("degree", "fahrenheit"))
#: Words that are money, metric or anything else as well.
_UNSURE = frozenset(("", "degree", "pound", "ounce", "stone"))
#: Converted numbers are rounded by as much.
_NEARLY = 0.12
_DEGREES_APART, _DIFFERENCE_APART = 4, 1
#: A unit behind a number, or behind the other end of a range.
_BEHIND = re.compile(
    r"s?(?:[\s–—-]{0,3}(?:[^\W\d_]{1,7}\s)?\d[\d.,]{0,12})?[\s-]?(?:square |cubic )?"
    r"([°º]\s?F?|[^\W\d_]+)"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def unit(document: Document, number: Number) -> str:
    """The imperial unit behind a number, “degree”, or nothing."""
    match = _BEHIND.match(document.text, number.span.end)
    return _named(document.profile, match[1].replace(" ", "")) if match else ""


def comparable(unit_: str, other: str) -> bool:
    """Whether numbers of two units can be compared: a text without units says nothing."""
    return unit_ == other or (unit_ in _UNSURE and other in _UNSURE)


@remembered
def names_imperial_units(passage: Passage) -> bool:
    """Whether a word of the passage is an imperial unit."""
    return any(_named(passage.profile, word) not in _UNSURE for word in _WORD.findall(passage.text))


def converted(one: Number, document: Document, other: Number, elsewhere: Document) -> bool:
    """Whether two numbers are one measure in imperial and in metric units."""
    if not one.value or not other.value:
        return False
    for imperial, text, metric in ((one, document, other), (other, elsewhere, one)):
        name = unit(text, imperial)
        amount, size = float(imperial.value or 0), float(metric.value or 0)
        if name in _DEGREES and (_degrees(amount, size) or _degrees(size, amount)):
            return True
        if any(abs(amount * factor / size - 1) < _NEARLY for factor in _METRIC.get(name, ())):
            return True
    return False


def _degrees(fahrenheit: float, celsius: float) -> bool:
    """Whether two temperatures, or two differences of temperature, are the same."""
    return (
        abs((fahrenheit - 32) / 1.8 - celsius) < _DEGREES_APART
        or abs(fahrenheit / 1.8 - celsius) < _DIFFERENCE_APART
    )


def _named(profile: LanguageProfile, word: str) -> str:
    if not profile.has("imperial_units"):
        return ""
    units = profile.imperial_units
    known = units.get(word) or units.get(word.lower())
    if known or word.isascii():
        return known or ""
    # A script without spaces has the unit at the front of what looks like a word.
    return next((units[name] for name in units if not name.isascii() and word.startswith(name)), "")
