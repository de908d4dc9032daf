"""What Babel writes in the locales of the packs is read back; the packs agree with its CLDR data."""

import warnings
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

import pytest
from babel import Locale
from babel.core import UnknownLocaleError
from babel.localedata import locale_identifiers
from babel.numbers import (
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    get_group_symbol,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_numbers import FULL, read
from tqcheck.features.units import measure
from tqcheck.languages import profile, tables
from tqcheck.model import Document, Kind, Segment, Span


@cache
def locales() -> tuple[str, ...]:
    """Every locale of Babel in a language and script of a full pack."""
    names = sorted(name for name in locale_identifiers() if name.split("_")[0] in FULL)
    return tuple(name for name in names if script_is_read(name) and not is_lost_by_babel(name))


def is_lost_by_babel(name: str) -> bool:
    """Babel takes an apostrophe between digits for one that quotes a pattern, and drops it."""
    return get_group_symbol(name, numbering_system="default") == "'"


def script_is_read(name: str) -> bool:
    try:
        script = Locale.parse(name).script
    except UnknownLocaleError:
        return False
    return script in (None, "Hans", "Hant")


def has_long_forms(tag: str) -> bool:
    return "long" in Locale.parse(tag)._data["compact_decimal_formats"]


def values(text: str, tag: str) -> Iterator[Fraction]:
    for number in read(text, tag):
        yield from map(Fraction, number.readings)


@settings(max_examples=600, deadline=None)
@given(
    st.sampled_from(locales()),
    st.integers(2, 10**12),
    st.integers(0, 999),
)
def test_decimals_come_back(name: str, whole: int, part: int) -> None:
    value = Decimal(whole) + Decimal(part) / 1000
    text = format_decimal(value, locale=name, numbering_system="default")
    assert Fraction(value) in values(f"( {text} )", name.split("_")[0]), text


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(FULL), st.integers(2, 10**9), st.sampled_from(("USD", "EUR", "JPY", "GBP")))
def test_amounts_of_money_come_back_with_their_currency(tag: str, value: int, code: str) -> None:
    text = format_currency(value, code, locale=tag, format_type="name", currency_digits=False)
    document = Document(f"( {text} )", profile(tag))
    passage = Segment(document, Span(0, len(document.text)), Kind.SENTENCE)
    number = next(n for n in read(document.text, tag) if value in n.readings)
    label = measure(passage.document, number)
    assert label is not None, text
    assert label.money or "pound" in label.units, text


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(FULL), st.integers(2, 99))
def test_percentages_come_back(tag: str, value: int) -> None:
    text = format_percent(Decimal(value) / 100, locale=tag)
    document = Document(f"( {text} )", profile(tag))
    number = next(n for n in read(document.text, tag) if value in n.readings)
    label = measure(document, number)
    assert label is not None, text
    assert label.percent, text


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(FULL), st.integers(11, 99), st.integers(2, 11))
def test_scales_come_back(tag: str, figures: int, power: int) -> None:
    value = Decimal(figures) * 10**power
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        kind: Literal["long", "short"] = "long" if has_long_forms(tag) else "short"
        text = format_compact_decimal(value, locale=tag, format_type=kind, fraction_digits=1)
    assert Fraction(value) in values(f"( {text} )", tag), text


@pytest.mark.parametrize("tag", FULL)
def test_months_and_weekdays_are_those_of_cldr(tag: str) -> None:
    """A name of CLDR that the pack does not list would not be read in a date."""
    locale = Locale.parse(tag)
    for listed, wanted in (
        (profile(tag).months, locale.months),
        (profile(tag).weekdays, locale.days),
    ):
        names = wanted["format"]["wide"]
        for line, name in zip(listed, (names[key] for key in sorted(names)), strict=True):
            assert name.lower() in [form.replace("_", " ") for form in line.lower().split()], line


@pytest.mark.parametrize("table", ["units", "currencies"])
def test_tables_of_labels_are_well_formed(table: str) -> None:
    head, *rows = tables.lines(table)
    assert head[1] == "und"
    assert set(FULL) <= set(head)
    for row in rows:
        assert len(row) == len(head), row[0]
        for cell in row[1:]:
            forms = cell.split(",") if cell else []
            assert len(forms) == len(set(forms)), (row[0], cell)
            assert all(form and form == form.strip() for form in forms), (row[0], cell)
