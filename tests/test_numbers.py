"""Numbers are read as values, in every language's own ways of writing them."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck.languages
from tqcheck.features.numbers import Evidence, Number, numbers
from tqcheck.languages import profile
from tqcheck.model import Document, Kind, MissingFact, Segment, Span

#: What stands in a text, and the values that it states with more than weak evidence, in order.
#: A time of the day is written as hours and minutes.
STATED = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("values.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
#: Languages with a full pack, and how many texts each has at least in the table.
FULL = (
    "fr", "en", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "tr", "ar", "fa", "he", "hi",
    "zh", "ja", "ko",
)  # fmt: skip
FEWEST, FEWEST_IN_ALL = 25, 400

#: Weak evidence: it may explain a number of the other text.
WEAK = {
    "fr": [("une dizaine", "10"), ("un tiers", "1 1/3"), ("des milliers", "1000"), ("neuf", "9")],
    "en": [("COVID-19", "19"), ("a dozen", "12"), ("the nineties", "90"), ("G20", "20")],
    "de": [("fünfjährig", "5"), ("Dutzende", "12"), ("achtziger Jahre 5G", "5")],
    "it": [("una ventenne", "1 20"), ("nel Novecento", "900")],
    "ru": [("двадцатипятилетний", "25"), ("десятки", "10")],
    "zh": [("数百人", "100"), ("三分之一", "1/3"), ("千万不要", "10000000"), ("十几", "10")],
    "ja": [("数十万", "100000")],
    "ar": [("ثمانينيات", "80"), ("نصف", "1/2")],
}


def read(text: str, tag: str) -> tuple[Number, ...]:
    document = Document(text, profile(tag))
    return numbers(Segment(document, Span(0, len(text)), Kind.SENTENCE))


def shown(number: Number) -> str:
    if number.value is None:
        assert number.clock is not None
        return "{}:{:02}".format(*divmod(number.clock.minutes, 60))
    value = Fraction(number.value)
    if number.evidence is Evidence.WEAK and value.denominator > 1:
        return str(value)
    return str(int(value)) if value.denominator == 1 else str(float(value))


def table(cases: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(tag, text, values) for tag, rows in cases.items() for text, values in rows]


def pack_examples() -> Iterator[tuple[str, str, list[str]]]:
    for path in sorted(Path(tqcheck.languages.__file__).parent.glob("*.toml")):
        for example in tomllib.loads(path.read_text(encoding="utf-8")).get("examples", ()):
            if "numbers" in example:
                yield path.stem, example["text"], example["numbers"]


@pytest.mark.parametrize(("tag", "text", "values"), STATED)
def test_values(tag: str, text: str, values: str) -> None:
    found = [number for number in read(text, tag) if number.evidence > Evidence.WEAK]
    assert " ".join(map(shown, found)) == values


def test_every_language_has_enough_values() -> None:
    counts = Counter(tag for tag, _, _ in STATED)
    assert len(STATED) == len(set(STATED)) >= FEWEST_IN_ALL
    assert {tag for tag in FULL if counts[tag] < FEWEST} == set()


@pytest.mark.parametrize(("tag", "text", "values"), table(WEAK))
def test_weak_evidence(tag: str, text: str, values: str) -> None:
    found = [number for number in read(text, tag) if number.evidence is Evidence.WEAK]
    assert " ".join(map(shown, found)) == values


@pytest.mark.parametrize(("tag", "text", "values"), list(pack_examples()))
def test_examples_of_the_packs(tag: str, text: str, values: list[str]) -> None:
    found = [number for number in read(text, tag) if number.evidence > Evidence.WEAK]
    assert [shown(number) for number in found] == values


def test_a_lone_mark_has_two_readings() -> None:
    for tag, text in (("en", "1,234"), ("de", "1.234"), ("fr", "1.234")):
        assert read(text, tag)[0].readings == (1234, Fraction(1234, 1000))
    assert read("1,234", "fr")[0].readings == (Fraction(1234, 1000), 1234)
    assert read("0,123", "fr")[0].readings == (Fraction(123, 1000),)


def test_the_first_of_a_range_may_share_the_scale() -> None:
    assert read("2 to 3 million", "en")[0].readings == (2, 2_000_000)
    assert read("two or three million", "en")[0].readings == (2, 2_000_000)


def test_a_time_knows_its_half_of_the_day() -> None:
    for tag, text in (
        ("en", "at 6 p.m."),
        ("ru", "в 6 часов вечера"),
        ("fr", "à 6 heures du soir"),
    ):
        clock = read(text, tag)[0].clock
        assert clock is not None
        assert clock[:2] == (18 * 60, True)
    unsure = read("at 6:30", "en")[0].clock
    assert unsure is not None
    assert not unsure.half_known


def test_the_span_holds_the_scale_and_nothing_else() -> None:
    for tag, text, number in (
        ("en", "€18 million, around", "18 million"),
        ("de", "17 Billionen Euro", "17 Billionen"),
        ("ru", "6,5 млрд рублей", "6,5 млрд"),
        ("fr", "93,4 % des cas", "93,4"),
        ("zh", "约57.4亿元", "57.4亿"),
    ):
        found = read(text, tag)[0]
        assert found.text == number
        assert text[found.span.start : found.span.end] == number


def test_links_and_telephone_numbers_are_skipped() -> None:
    assert not read("https://example.org/2024/01/27 +33 1 23 45 67 89", "fr")


def test_a_language_without_number_words_is_not_read() -> None:
    with pytest.raises(MissingFact):
        read("12", "tlh")


GROUP_MARKS = {"fr": " \u00a0\u202f.", "en": ",", "de": ".\u00a0'’", "es": ".\u00a0", "it": ".’"}
GROUP_MARKS |= {
    "pt": ".\u00a0",
    "nl": ".\u00a0",
    "ru": " \u00a0\u202f",
    "ar": ",٬",
    "zh": ",",
    "ja": ",",
}


@given(
    st.sampled_from(sorted(GROUP_MARKS)).flatmap(
        lambda tag: st.tuples(st.just(tag), st.sampled_from(GROUP_MARKS[tag]))
    ),
    st.integers(0, 10**15),
    st.integers(0, 99),
)
def test_grouped_decimals_come_back(style: tuple[str, str], whole: int, cents: int) -> None:
    tag, group = style
    mark = profile(tag).decimal_mark
    text = f"{whole:,}".replace(",", group) + f"{mark}{cents:02}"
    (number,) = read(f"( {text} )", tag)
    assert number.value == whole + Fraction(cents, 100)
    assert number.text == text


@given(st.sampled_from(("ar", "zh", "hi", "fa")), st.integers(10, 10**12))
def test_native_digits_come_back(digits: str, value: int) -> None:
    zero = {"ar": 0x660, "zh": 0xFF10, "hi": 0x966, "fa": 0x6F0}[digits]
    text = "".join(chr(zero + int(digit)) for digit in str(value))
    for tag in ("ar", "zh", "en"):
        assert read(text, tag)[0].value == value


@given(st.text("0123456789.,:/ '-−–%€$hmMk一百万千年月日éaXVI\n", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for tag in ("fr", "en", "de", "zh", "ar"):
        for number in read(text, tag):
            assert text[number.span.start : number.span.end] == number.text
