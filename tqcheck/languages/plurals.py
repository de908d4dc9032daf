"""Which numbers take which form of a word: as Unicode’s CLDR and a gettext catalogue tell."""

import re
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_FORMULA = re.compile(r"nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]{1,900})")
#: All forms of all languages have a number below.
_NUMBERS = range(1001)
#: Languages whose nouns stay in the singular after a number, as far as they have plurals.
_STAYING = frozenset(
    ["az", "bn", "eo", "fa", "hu", "ka", "kk", "ku", "ky", "mn", "tr", "tt", "ug", "uz"]
)


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

    def is_for_one(self, form: int) -> bool:
        """Whether only one number takes a form, or nought and one do: the words may say it."""
        return self.numbers(form) == 1 or (
            self.numbers(form) == 2 and self.forms[0] == self.forms[1] == form
        )


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


def inflects_after_numbers(tag: str) -> bool:
    """Whether nouns change with the number before them; unknown languages are said not to."""
    language = tag.split("-")[0]
    return len(plural_categories(tag)) > 1 and language not in _STAYING


def plural_categories(tag: str) -> tuple[str, ...]:
    """CLDR’s categories that the whole numbers from 0 to 1000 take in a language ("one", "few",
    "many", "other"); "other" alone where the language is not known.
    """
    return _categories().get(tag.split("-")[0], ("other",))


@cache
def _categories() -> dict[str, tuple[str, ...]]:
    """Language → its categories; tests/test_languages.py compares the table with CLDR."""
    text = Path(__file__).with_name("plurals.tsv").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        names, _, languages = line.partition("\t")
        found |= dict.fromkeys(languages.split(), tuple(names.split()))
    return found
