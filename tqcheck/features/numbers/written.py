"""A value in the figures of a language."""

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.features.numbers.values import Number, NumberKind, Value
from tqcheck.model import LanguageProfile

_FIGURES = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u2009 ]\d+)*")
_MOST_DECIMALS = 3
_THOUSAND = 1000
#: Numbers from here on are grouped, years are not.
_GROUPED = 10_000


def in_figures(value: Value, profile: LanguageProfile, *, grouped: bool) -> str | None:
    """A value as the language writes it in digits; None where it has more than three decimals,
    or the pack does not say how.
    """
    if not (profile.has("decimal_mark") and profile.has("group_marks")) or value < 0:
        return None
    for decimals in range(_MOST_DECIMALS + 1):
        whole = Fraction(value) * 10**decimals
        if whole.denominator == 1:
            head, tail = divmod(int(whole), 10**decimals)
            mark = next(iter(profile.group_marks), "").replace(" ", "\u00a0")
            text = f"{head:,}".replace(",", mark) if grouped else str(head)
            return f"{text}{profile.decimal_mark}{tail:0{decimals}}" if decimals else text
    return None


def restated(number: Number, value: Value, profile: LanguageProfile) -> str | None:
    """The text of a number in digits so that it says another value, its figures or its scale
    changed: “18 million” becomes “18 billion”. None where that is not plain.
    """
    figures = _FIGURES.match(number.text)
    if figures is None or number.value is None or number.kind is not NumberKind.CARDINAL:
        return None
    if number.clock is not None or not profile.has("scales"):
        return None
    rest = number.text[figures.end() :]
    if not rest.strip():
        grouped = not figures.group().isdecimal() or value >= _GROUPED
        return in_figures(value, profile, grouped=grouped)
    word, shown = rest.strip(), Fraction(value) / number.scale
    if word.lower() not in profile.scales:
        return None
    if 1 <= shown < _THOUSAND:
        written = in_figures(shown, profile, grouped=False)
        return written and written + rest
    for other, scale in _scales_like(word, profile):
        if Fraction(number.value) / number.scale * scale == value:
            return figures.group() + rest.replace(word, other)
    return None


def _scales_like(word: str, profile: LanguageProfile) -> Iterator[tuple[str, int]]:
    """The words that other powers of ten have in the form of this one: singular, plural … Lakhs
    become crores, and never millions.
    """
    forms: dict[str, list[str]] = {}
    for form, power in profile.scales.items():
        forms.setdefault(power, []).append(form)
    own = profile.scales[word.lower()]
    place = forms[own].index(word.lower())
    for power, others in forms.items():
        alike = int(power) % 3 == int(own) % 3 and len(others) == len(forms[own])
        if power != own and alike:
            yield others[place], 10 ** int(power)
