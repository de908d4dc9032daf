"""Digits with their grouping and decimal marks, read as values."""

import re
from fractions import Fraction

from tqcheck.features.numbers.values import Value

#: Digits of any script with single marks between them; a plain space only before groups of three,
#: and only where no other mark stood before: “130,000 155 mm shells” are two numbers.
DIGITS = (
    r"(?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+(?:[.,'’．・·٫٬]\d+)*"
    r"|\d+(?:[.,'’．・·٫٬\u00a0\u202f\u2009]\d+)*)"
)
#: More digits than this are a code; it also bounds the work that hostile text can cause.
LONGEST = 40

_MARK = re.compile(r"(\D)")
_SAME = {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "．": ".", "・": ".", "·": "."}


def digit_readings(chunk: str, decimal_mark: str) -> tuple[Value, ...]:
    """Every value that a match of `DIGITS` may have, the one by the language's own marks first.

    Marks of other locales are read as well: texts carry them over, and a lone “1.234” has two
    values. Empty where the chunk is no single number: a date, a version, two numbers.
    """
    if len(chunk) > LONGEST:
        return ()
    if chunk.isdecimal():
        return (int(chunk),)
    parts = _MARK.split(chunk)
    groups, marks = parts[::2], [_SAME.get(mark, mark) for mark in parts[1::2]]
    head, last = marks[0], marks[-1]
    if any(mark != head for mark in marks):
        if last not in ".,٫" or marks.count(last) > 1 or any(m != head for m in marks[:-1]):
            return ()
        if not _grouped(groups[:-1], in_twos=head == ","):
            return ()
        return (_decimal("".join(groups[:-1]), groups[-1]),)
    grouped = head != "٫" and _grouped(groups, in_twos=head == ",")
    whole = (int("".join(groups)),) if grouped else ()
    if len(marks) > 1 or head not in ".,٫" or min(len(group) for group in groups) > 3:
        return whole
    if head == "," != decimal_mark and len(groups[0]) > 3:
        return ()  # "in 2019,27 countries"
    if grouped and head in ".," and head != decimal_mark and groups[1].endswith("0"):
        return whole  # nobody writes decimals that end in nothing: "1.350" is no 1.35
    decimal = (_decimal(groups[0], groups[1]),)
    return decimal + whole if head in (decimal_mark, "٫") else whole + decimal


def _grouped(groups: list[str], *, in_twos: bool = False) -> bool:
    """Whether the digits are cut in threes, or, as in India, in twos before the last three."""
    first, *rest = groups
    if not rest or len(first) > 3 or first.startswith("0") or len(rest[-1]) != 3:
        return False
    sizes = {len(group) for group in rest[:-1]}
    return sizes <= {3} or (in_twos and sizes == {2} and len(first) <= 2)


def _decimal(whole: str, fraction: str) -> Value:
    digits = int(whole + fraction)
    scale = 10 ** len(fraction)
    return digits // scale if digits % scale == 0 else Fraction(digits, scale)
