"""Which numbers take which form of a word, as a gettext catalogue tells it."""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

_FORMULA = re.compile(r"nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]{1,900})")
#: All forms of all languages have a number below.
_NUMBERS = range(1001)


class PluralForms(NamedTuple):
    """The plural forms of a catalogue: which form each number from 0 to 1000 takes."""

    size: int
    forms: tuple[int, ...]

    @property
    def singular(self) -> int | None:
        """The form that stands for one thing; None where a single form stands for any number."""
        return self.forms[1] if self.size > 1 else None

    def numbers(self, form: int) -> int:
        """How many of the numbers take a form."""
        return _counted(self.forms)[form]


@lru_cache(maxsize=64)
def plural_forms(formula: str) -> PluralForms | None:
    """The forms by a `Plural-Forms` header (`nplurals=2; plural=(n > 1);`), None where it is not
    understood.
    """
    match = _FORMULA.search(formula)
    if match is None:
        return None
    from gettext import c2py

    try:
        form_of = c2py(match[2].strip())
        forms = tuple(int(form_of(number)) for number in _NUMBERS)
    except (ValueError, ArithmeticError, RecursionError):
        return None
    size = int(match[1])
    return PluralForms(size, forms) if all(0 <= form < size for form in forms) else None


@lru_cache(maxsize=64)
def _counted(forms: tuple[int, ...]) -> Counter[int]:
    return Counter(forms)
