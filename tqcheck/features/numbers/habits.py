"""What a document's own habits say of its numbers: its decimal mark, its clock."""

import re
from functools import cache

from tqcheck.features.numbers.values import Number, NumberKind
from tqcheck.model import Document, LanguageProfile, remembered

_AFTERNOON = re.compile(r"(?<![\d.,:])(?:1[3-9]|2[0-3])\s?[:.hH]\s?[0-5]\d(?![\d.,:])")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d$")
#: Grouped or a decimal: “1.234”.
_LONE = re.compile(r"\d{1,3}[.,]\d{3}(?![\d.,])")
_ALWAYS = "always"


def settled(document: Document, number: Number) -> Number:
    """A number without the readings that the habits of its document rule out."""
    if number.clock and not number.clock.half_known and number.kind is NumberKind.TIME:
        if _counts_to_24(document):
            return number._replace(clock=number.clock._replace(half_known=True))
    elif len(number.readings) == 2 and _LONE.match(number.text) and _has_own_decimals(document):
        return number._replace(readings=number.readings[:1])
    return number


@remembered
def _counts_to_24(document: Document) -> bool:
    """Whether “3 h 17” is at night, since an afternoon would be “15 h 17”."""
    profile = document.profile
    if not profile.has("clock_24"):
        return False
    return profile.clock_24 == _ALWAYS or _AFTERNOON.search(document.text) is not None


@remembered
def _has_own_decimals(document: Document) -> bool:
    """Whether a text writes decimals with the mark of its language, and none with another."""
    own, foreign = _decimals(document.profile)
    if not own.search(document.text):
        return False
    return all(_CLOCK.match(match.group()) for match in foreign.finditer(document.text))


@cache
def _decimals(profile: LanguageProfile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    mark = re.escape(profile.decimal_mark)
    other = "," if profile.decimal_mark == "." else r"\."
    pattern = r"(?<![\d.,])\d{{1,3}}{}\d{{1,2}}(?![\d.,])"
    return re.compile(pattern.format(mark)), re.compile(pattern.format(other))
