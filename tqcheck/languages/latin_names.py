"""Reads the tables of how people whose names have another script are written in Latin letters.

Made from Wikidata's names of people (CC0) by `tests/benchmarks/latin_names.py`: 44,000 words of
names in Cyrillic, Arabic, Hebrew and Japanese script.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent
#: Behind a word whose first form eight people or more have, and seven of ten.
_SURE = "!"
_FORM = re.compile(r"(?<=[\t ])[^\t \n]+")


class Spelling(NamedTuple):
    """The Latin forms of a word of a name in lower case, the most frequent first; `sure` if hardly
    another than the first is usual.
    """

    forms: tuple[str, ...]
    sure: bool


def latin_forms(word: str, script: str) -> Spelling | None:
    """How a word in lower case is written; None for one that the table of its script lacks."""
    table = _table(script)
    if (forms := table.get(word + _SURE)) is not None:
        return Spelling(tuple(forms.split()), sure=True)
    if (forms := table.get(word)) is not None:
        return Spelling(tuple(forms.split()), sure=False)
    return None


def all_forms(script: str) -> Iterator[str]:
    """The Latin forms of all words that the table of a script has, some of them twice."""
    return (form for forms in _table(script).values() for form in forms.split())


def has_latin_form(form: str, script: str) -> bool:
    """Whether a word of the table of a script is written so."""
    return form in _forms(script)


@cache
def _forms(script: str) -> frozenset[str]:
    """All forms, found in the text: in a tenth of the time that the table takes to be made."""
    return frozenset(_FORM.findall(_text(script)))


@cache
def _table(script: str) -> dict[str, str]:
    return dict(line.split("\t") for line in _text(script).splitlines())


@cache
def _text(script: str) -> str:
    path = _HERE / f"latin_names.{script}.tsv"
    return path.read_text(encoding="utf-8") if path.is_file() else ""
