"""The tables of countries, and the mentions that are read by them."""

import unicodedata

import pytest

from tqcheck.features.countries import countries
from tqcheck.languages.cities import TABLES
from tqcheck.languages.countries import Naming, are_one_place, country_forms, forms_of
from tqcheck.languages.tables import lines
from tqcheck.rules.accuracy.exonym_untranslated import exonym_untranslated
from tqcheck.segmentation import segmented
from tqcheck.session import check_texts, document

PACKS = {
    *("fr", "en", "de", "es", "it", "pt", "nl", "ru", "ar", "zh", "ja"),
    *("pl", "cs", "uk", "tr", "hi", "ko", "ro", "fa", "he", "sv", "el"),
}


@pytest.mark.parametrize("table", list(Naming))
def test_tables_are_in_shape(table: Naming) -> None:
    head, *rows = lines(table)
    assert set(head[1:]) <= PACKS
    assert len({row[0] for row in rows}) == len(rows)
    for row in rows:
        assert len(row) <= len(head), row
        for cell in row[1:]:
            forms = [form.strip() for form in cell.split(",")] if cell else []
            assert len(set(forms)) == len(forms), row
            assert all(form and form == unicodedata.normalize("NFC", form) for form in forms), row


@pytest.mark.parametrize("language", sorted(PACKS))
def test_no_form_names_two_places(language: str) -> None:
    rows: dict[str, str] = {}
    for form in country_forms(language):
        if form.naming is Naming.PLACE:
            assert rows.setdefault(form.text, form.fact) == form.fact, form


@pytest.mark.parametrize("language", sorted(PACKS))
def test_every_form_is_found(language: str) -> None:
    for form in country_forms(language):
        if not form.sure or not form.code:
            continue
        found = countries(document(f"x — {form.text}", language).blocks[0])
        assert found, form


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le Royaume-Uni et l’Irak.", ["GB", "IQ"]),
        ("fr", "Aux Emirats arabes unis, en Egypte et en Équateur.", ["AE", "EG", "EC"]),
        ("fr", "Les Néerlandaises d’Amérique latine.", ["NL"]),
        ("en", "The United States, China’s rival, told us.", ["US", "CN"]),
        ("en", "They polish chad and china.", []),
        ("en", "The U.S. and South American teams.", ["US"]),
        ("de", "Österreichs Grenze zu Südkorea, US-Präsident.", ["AT", "KR", "US"]),
        ("es", "La ministra francesa visitó EE. UU.", ["FR", "US"]),
        ("ru", "В Саудовской Аравии и Египте.", ["SA", "EG"]),
        ("ar", "وصل الوزير العراقي من فرنسا والصين.", ["IQ", "FR", "CN"]),
        ("zh", "印度尼西亚和尼日利亚", ["ID", "NG"]),
        ("zh", "提供20万美元和3亿日元，英镑下跌", []),
        ("ja", "タイトルはインドネシアで。", ["ID"]),
        ("pl", "Prezydent Francji jedzie do Stanów Zjednoczonych z Polakami.", ["FR", "US", "PL"]),
        ("cs", "Němci a ruská vláda v Maďarsku, Češi v Číně.", ["DE", "RU", "HU", "CZ", "CN"]),
        ("cs", "Autorkou je Božena Němcová.", []),
        ("uk", "У Великій Британії та Німеччині, польський уряд.", ["GB", "DE", "PL"]),
        ("tr", "Almanya’nın Fransız konuğu ABD'ye gitti.", ["DE", "FR", "US"]),
        ("hi", "जापान और अमेरिकी सेना, दक्षिण कोरिया में।", ["JP", "US", "KR"]),
        ("en", "FRANCE AND ITALY", []),
        # A place of several countries speaks for none of them.
        ("de", "An der Donau und in Stuttgart.", ["-/danube", "DE"]),
        ("pl", "Z Moguncji do Akwizgranu i nad Morze Czarne.", ["DE", "DE", "-/black-sea"]),
        ("tr", "Midilli’den İskenderiye’ye.", ["GR", "EG"]),
        ("ar", "من شتوتغارت إلى بنغازي.", ["DE", "LY"]),
        ("pt", "A província de Cantão e a cidade de Cantão.", ["CN", "CN"]),
        ("zh", "哈马斯与加拉加斯", ["VE"]),
    ],
)
def test_mentions(language: str, text: str, expected: list[str]) -> None:
    passage = document(text, language).blocks[0]
    found = countries(passage)
    assert [each.code for each in found] == expected
    assert all(passage.document.text[slice(*each.span)] == each.text for each in found)


def test_ambiguous_words_are_weak() -> None:
    found = countries(document("He met Georgia and Jordan.", "en").blocks[0])
    assert [each.sure for each in found] == [False, False]


def test_forms_of_a_row() -> None:
    assert forms_of(Naming.PLACE, "GB/london", "fr") == ("Londres",)
    assert forms_of(Naming.NAME, "FR", "de")[0] == "Frankreich"


def test_words_of_one_place() -> None:
    assert are_one_place("Misurata", "Misrata", "it", "en")
    assert are_one_place("Nijni", "Nizhny", "fr", "en")
    assert not are_one_place("Misurata", "Benghazi", "it", "en")
    assert not are_one_place("Misurata", "Mistata", "it", "en")


def test_the_tables_of_cities_and_lands_have_the_same_columns() -> None:
    heads = [lines(table)[0] for table in TABLES]
    assert all(head == heads[0] for head in heads)
    for table in TABLES:
        head, *rows = lines(table)
        assert len({row[0] for row in rows}) == len(rows), table
        for row in rows:
            assert 2 < len(row) <= len(head), row
            for cell in filter(None, row[1:]):
                forms = [form.strip() for form in cell.split(",")]
                assert all(forms), row
                assert len(set(forms)) == len(forms), row


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        # A script without vowels is read with any, its article left out.
        (
            "ar-en",
            "عقد اللقاء بين طرابلس وبنغازي.",
            "It took place between Tarabulus and Benghazi.",
            ["Tarabulus"],
        ),
        ("ar-en", "عقد اللقاء في القاهرة.", "It took place in Al-Qahira.", ["Al-Qahira"]),
        ("ar-en", "عقد اللقاء في جبل لبنان.", "It took place in Jabal Lubnan.", ["Jabal Lubnan"]),
        ("ar-en", "عقد المصري لقاء في مصر.", "Al-Misri met them there.", []),
        ("ar-en", "عقد اللقاء في طرابلس.", "It took place in Tripoli, says Tarabulsi.", []),
        # Another spelling of a country's usual name.
        ("de-en", "Er lebt in Kirgistan.", "He lives in Kirgistan.", ["Kirgistan"]),
        # Rivers and regions, but not their people.
        (
            "es-en",
            "El Danubio y los Cárpatos.",
            "The Danubio and the Cárpatos.",
            ["Danubio", "Cárpatos"],
        ),
        ("de-en", "Er lebt in Böhmen am Rhein.", "He lives in Bohemia on the Rhine.", []),
        ("ru-en", "Референдум в Каталонии.", "The referendum of the Catalans.", []),
        ("ar-en", "افتتح المعرض في شتوتغارت.", "The fair opened in Shtutgart.", ["Shtutgart"]),
        ("ar-en", "دارت معارك في دير الزور.", "Battles raged in Deir al-Zour.", []),
        ("tr-en", "Gemi Midilli açıklarında battı.", "The ship sank off Midilli.", ["Midilli"]),
        ("nl-en", "Zij woont aan de Oostzee.", "She lives on the Oostzee.", ["Oostzee"]),
        ("cs-en", "Vlak jede do Mohuče.", "The train goes to Mainz.", []),
    ],
)
def test_untranslated_places(pair: str, source: str, target: str, expected: list[str]) -> None:
    left, right = pair.split("-")
    findings = check_texts(source, target, left, right, rules=(exonym_untranslated,)).findings
    assert [target[slice(*each.target)] for each in findings if each.target] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [("гвинеец", "GN"), ("малайзийцу", "MY"), ("руандийка", "RW"), ("южнокорейцы", "KR")],
)
def test_inhabitants_in_russian(text: str, code: str) -> None:
    passage = segmented(document(f"Это сказал нам {text} вчера.", "ru")).segments[0]
    assert [each.code for each in countries(passage)] == [code]
