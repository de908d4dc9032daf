"""Numbers are read as values, in every language's own ways of writing them."""

import tomllib
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
STATED = {
    "fr": [
        ("Il coûte 1 234,5 euros.", "1234.5"),
        ("Il coûte 12 345 678 euros.", "12345678"),
        ("5,74 milliards d’euros", "5740000000"),
        ("35 M€ et 3,2 Mds€", "35000000 3200000000"),
        ("vingt-cinq et quatre-vingt-dix-sept", "25 97"),
        ("soixante et onze, soixante-dix-sept", "71 77"),
        ("quatre-vingts, quatre-vingt-un", "80 81"),
        ("deux cent mille cinq cents", "200500"),
        ("mille neuf cent quatre-vingt-quatre", "1984"),
        ("mille cinq cents milliards", "1500000000000"),
        ("3 mille milliards", "3000000000000"),
        ("2,6 milliards deux jours plus tard", "2600000000 2"),
        ("un demi-million de personnes", "500000"),
        ("deux millions et demi", "2000000"),
        ("à 18h30, puis à 7 h 05", "18:30 7:05"),
        ("le 2e rang, la 42ème place", "2 42"),
        ("le 27.01.2024", "27 2024"),
        ("au XXe siècle", "20"),
        ("vingt secondes", "20"),
        ("cinq pour cent", "5"),
        ("septante-deux ou nonante", "72 90"),
        ("de 10 à 20 millions", "10 20000000"),
        ("la dix-septième fois", "17"),
        ("trois dixièmes", "0.3"),
        ("à 1430 TU", "14:30"),
    ],
    "en": [
        ("It costs 1,234.5 dollars.", "1234.5"),
        ("12,345,678 people", "12345678"),
        ("1,00,000 or 5 lakh", "100000 500000"),
        ("$5.74 billion, £3.2bn and $5m", "5740000000 3200000000 5000000"),
        ("twenty-five, two hundred and five", "25 205"),
        ("between two hundred and five hundred", "200 500"),
        ("two thousand three hundred, two thousand three thousand", "2300 2000 3000"),
        ("nineteen ninety-nine", "1999"),
        ("half a million", "500000"),
        ("two and a half million", "2500000"),
        ("2½ million, 2 1/2 million", "2500000 2500000"),
        ("6:30 p.m. and 18:30", "18:30 18:30"),
        ("2nd and twenty-fifth", "2 25"),
        ("the 1990s", "1990"),
        ("p < .05", "0.05"),
        ("a 22-year-old", "22"),
        ("3 thousand billion", "3000000000000"),
        ("a 38:17 win", "38 17"),
        ("Article 81(3)", "81 3"),
        ("43·6 months", "43.6"),
        ("100k followers", "100000"),
        ("in 2019,27 countries", "2019 27"),
        ("130,000 155 mm shells", "130000 155"),
        ("at 2312 GMT, 0400 GMT and 23.12 GMT", "23:12 4:00 23:12"),
        ("at 0600 hours", "6:00"),
        ("a rise of three tenths", "0.3"),
        ("two hundredths of a second", "0.02"),
    ],
    "de": [
        ("1.234,5 Euro", "1234.5"),
        ("1'234'567 Franken", "1234567"),
        ("5,74 Mrd. Euro, 3 Mio. Tonnen", "5740000000 3000000"),
        ("fünfundzwanzig, siebenundsiebzig", "25 77"),
        ("zweitausendvierundzwanzig", "2024"),
        ("hundertfünfzigtausend", "150000"),
        ("dreihundert Millionen", "300000000"),
        ("zweieinhalb Millionen", "2500000"),
        ("anderthalb Stunden", "1.5"),
        ("eine halbe Million", "500000"),
        ("um 18.30 Uhr, um 10 Uhr 40", "18:30 10:40"),
        ("am 3. Oktober 1990", "3 1990"),
        ("am 27.01.2024", "27 2024"),
        ("am einundzwanzigsten Tag", "21"),
        ("10 Stunden 40 Affen", "10 40"),
        ("ein 19-Jähriger", "19"),
        ("17 Billionen Euro", "17000000000000"),
        ("im 15. Jahrhundert", "15"),
        ("300.000 500-Euro-Scheine", "300000 500"),
        ("drei Zehntel", "0.3"),
        ("um 6.30 MEZ", "6:30"),
    ],
    "es": [
        ("12.345,6 euros", "12345.6"),
        ("treinta y cinco, veintiún", "35 21"),
        ("3 mil millones", "3000000000"),
        ("mil quinientos millones", "1500000000"),
        ("1.100 millones", "1100000000"),
        ("ciento veinte", "120"),
        ("doscientos mil", "200000"),
        ("medio millón", "500000"),
        ("el siglo XXI", "21"),
        ("a las 18:30 h", "18:30"),
        ("entre 2 y 3 millones", "2 3000000"),
        ("el 5 por ciento", "5"),
        ("cincuenta y cinco por ciento", "55"),
        ("dos billones", "2000000000000"),
        ("novecientos noventa y nueve", "999"),
        ("subió tres décimas", "0.3"),
        ("dos centésimas", "0.02"),
        ("a las 23.12 GMT", "23:12"),
    ],
    "it": [
        ("1.234,5 euro", "1234.5"),
        ("ventitré, trentotto, ventuno", "23 38 21"),
        ("duecentocinquanta", "250"),
        ("millenovecentottantaquattro", "1984"),
        ("duemila, seicentomila", "2000 600000"),
        ("1,5 miliardi", "1500000000"),
        ("3 mila euro", "3000"),
        ("duemilatrecento milioni", "2300000000"),
        ("mezzo milione", "500000"),
        ("il ventesimo giorno", "20"),
        ("nel XIX secolo", "19"),
        ("alle 18:30", "18:30"),
        ("il 27 gennaio 2024", "27 2024"),
        ("centottanta", "180"),
        ("35 mln", "35000000"),
        ("tre decimi, due centesimi", "0.3 0.02"),
    ],
    "pt": [
        ("1.234,5 euros", "1234.5"),
        ("vinte e cinco", "25"),
        ("cento e vinte e cinco mil", "125000"),
        ("mil e quinhentos", "1500"),
        ("2,5 mil milhões", "2500000000"),
        ("3 bilhões", "3000000000"),
        ("meio milhão", "500000"),
        ("às 18h30", "18:30"),
        ("vinte e dois mil e trezentos", "22300"),
        ("duzentos e cinquenta", "250"),
        ("o século XXI", "21"),
        ("no dia 27 de janeiro de 2024", "27 2024"),
        ("dezessete ou dezassete", "17 17"),
        ("cem mil", "100000"),
        ("três décimos", "0.3"),
    ],
    "nl": [
        ("1.234,5 euro", "1234.5"),
        ("vijfentwintig, tweeëntwintig", "25 22"),
        ("tweeduizend vierentwintig", "2024"),
        ("honderdvijftigduizend", "150000"),
        ("anderhalf miljoen", "1500000"),
        ("tweeënhalf miljoen", "2500000"),
        ("3,5 miljard", "3500000000"),
        ("35 mln euro", "35000000"),
        ("om 18.30 uur", "18:30"),
        ("de twintigste keer", "20"),
        ("op 27 januari 2024", "27 2024"),
        ("in de 19e eeuw", "19"),
        ("zevenhonderd", "700"),
        ("drie tienden", "0.3"),
    ],
    "ru": [
        ("1 234,5 рубля", "1234.5"),
        ("5,74 млрд рублей", "5740000000"),
        ("2 млн 300 тыс. рублей", "2300000"),
        ("двадцать пять", "25"),
        ("двести тысяч", "200000"),
        ("полтора миллиона", "1500000"),
        ("двух с половиной миллионов", "2500000"),
        ("тысяча девятьсот восемьдесят четвёртый", "1984"),
        ("двадцать первого века", "21"),
        ("XIX века", "19"),
        ("в 18:30", "18:30"),
        ("27 января 2024 года", "27 2024"),
        ("около пятидесяти", "50"),
        ("тремястами солдатами", "300"),
        ("в 1990-х годах", "1990"),
        ("50-миллионного населения", "50000000"),
        ("двухсоттысячный город", "200000"),
        ("двухмиллионная армия", "2000000"),
        ("три десятых процента", "0.3"),
        ("пять сотых", "0.05"),
    ],
    "ar": [
        ("١٬٢٣٤٫٥", "1234.5"),
        ("خمسة وعشرون", "25"),
        ("أربعة ملايين", "4000000"),
        ("3.5 مليار", "3500000000"),
        ("1,5 مليون", "1500000"),
        ("مليونين", "2000000"),
        ("خمسة عشر", "15"),
        ("ثلاثمئة وخمسون ألف", "350000"),
        ("مئة وعشرين", "120"),
        ("٢٧ يناير 2024", "27 2024"),
        ("الرابعة والثلاثين", "34"),
        ("القرن الواحد والعشرين", "21"),
        ("خمسة وعشرين مليون", "25000000"),
        ("١٦:٢٠ بتوقيت غرينتش", "16:20"),
        ("الحادية والسبعين", "71"),
        ("الثالثة والعشرين", "23"),
    ],
    "zh": [
        ("三百二十人", "320"),
        ("57.4亿元", "5740000000"),
        ("11万亿", "11000000000000"),
        ("１２３４．５", "1234.5"),
        ("1,234.5元", "1234.5"),
        ("1月27日", "27"),
        ("下午6点30分", "18:30"),
        ("17时07分", "17:07"),
        ("二〇二四年", "2024"),
        ("两万五", "20005"),
        ("100多万", "1000000"),
        ("百分之三十", "30"),
        ("10-20万人", "10 200000"),
        ("1亿2345万", "123450000"),
        ("十三亿", "1300000000"),
        ("四个人", "4"),
        ("14 000~230 000", "14000 230000"),
    ],
    "ja": [
        ("１億２３４５万人", "123450000"),
        ("令和3年", "2021"),
        ("18時30分", "18:30"),
        ("午後6時半", "18:30"),
        ("三百人", "300"),
        ("二十三歳", "23"),
        ("2兆円", "2000000000000"),
        ("約 4 億 5 千万年前", "450000000"),
        ("3時間", "3"),
        ("8月28日", "28"),
        ("13・８％", "13.8"),
        ("二〇二四年", "2024"),
        ("1000万円", "10000000"),
        ("9回", "9"),
    ],
}

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


@pytest.mark.parametrize(("tag", "text", "values"), table(STATED))
def test_values(tag: str, text: str, values: str) -> None:
    found = [number for number in read(text, tag) if number.evidence > Evidence.WEAK]
    assert " ".join(map(shown, found)) == values


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
