"""Public figures and cities: the tables' shape, and how a passage names them."""

import pytest

from tqcheck.features.cities import city_names
from tqcheck.features.damage import in_latin, is_like
from tqcheck.features.figures import figure_names
from tqcheck.features.folding import folded
from tqcheck.features.known_names import known_in_latin
from tqcheck.features.scripts import script_counts
from tqcheck.languages import profile
from tqcheck.languages.tables import lines
from tqcheck.model import Document, Kind, Segment, Span
from tqcheck.rules.accuracy.exonym_untranslated import exonym_untranslated
from tqcheck.rules.accuracy.name_altered import name_altered
from tqcheck.rules.accuracy.name_half_converted import name_half_converted
from tqcheck.rules.accuracy.name_unconverted import name_unconverted
from tqcheck.session import check_texts


def segment(text: str, language: str) -> Segment:
    return Segment(Document(text, profile(language)), Span(0, len(text)), Kind.SENTENCE)


@pytest.mark.parametrize("table", ["figures", "cities"])
def test_rows_have_a_cell_for_each_language_at_most(table: str) -> None:
    head, *rows = lines(table)
    for row in rows:
        assert len(row) <= len(head), row
        assert row[0]
        for cell in row:
            assert all(form.strip() for form in cell.split(",")) or not cell, row
    assert len({row[0] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Sergueï Choïgou et Lagarde, Trump", ["Sergueï Choïgou", "Lagarde"]),
        ("de", "Selenskyj empfing Wladimir Putin.", ["Selenskyj", "Wladimir Putin"]),
        (
            "ru",
            "С Владимиром Зеленским говорил Си Цзиньпин.",
            ["Владимиром Зеленским", "Си Цзиньпин"],
        ),
        ("ar", "التقى ومارك روته فولوديمير زيلينسكي", ["ومارك روته", "فولوديمير زيلينسكي"]),
        ("zh", "习近平会见乌尔苏拉·冯德莱恩和拉加德。", ["习近平", "乌尔苏拉·冯德莱恩", "拉加德"]),
        ("ja", "プーチン大統領", []),
    ],
)
def test_figures(language: str, text: str, expected: list[str]) -> None:
    found = figure_names(segment(text, language), "en")
    assert [text[slice(*each.span)] for each in found] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Zug nach Duschanbe hält in Berlin.", ["Duschanbe"]),
        ("ru", "Самолёт летел из Джидды в Душанбе.", ["Джидды", "Душанбе"]),
        ("zh", "他从望加锡起飞。", ["望加锡"]),
    ],
)
def test_cities(language: str, text: str, expected: list[str]) -> None:
    found = list(city_names(segment(text, language), "en"))
    assert [each.text for each in found] == expected
    assert [text[slice(*each.span)] for each in found] == expected


@pytest.mark.parametrize("script", ["Arab", "Cyrl", "Hebr", "Kana"])
def test_known_names_have_latin_forms(script: str) -> None:
    rows = lines(f"latin_names.{script}")
    assert len({word.rstrip("!") for word, _ in rows}) == len(rows)
    for word, forms in rows:
        assert folded(forms).isascii() or script_counts(forms).keys() <= {"Latn", "Zyyy"}, forms
        assert "Latn" not in script_counts(word), word


@pytest.mark.parametrize(
    ("language", "word", "forms"),
    [
        ("ru", "Хелены", {"helena"}),
        ("uk", "Накадзимою", {"nakajima"}),
        ("ar", "ووليامز", {"williams"}),
        ("ja", "ジョン", {"john", "jon"}),
        ("ru", "Вчера", set()),
        ("fr", "Helena", set()),
    ],
)
def test_known_spellings(language: str, word: str, forms: set[str]) -> None:
    assert forms <= known_in_latin(segment(word, language))
    assert bool(forms) == bool(known_in_latin(segment(word, language)))


def test_damage_is_measured_by_letters_and_sounds() -> None:
    english = profile("en")
    assert in_latin("Джидда") == "dzhidda"
    assert is_like("Landan", ["London"], english, 0.65)
    assert not is_like("Lisbon", ["London"], english, 0.65)
    assert not is_like("Londoners", ["London"], english, 0.65)


@pytest.mark.parametrize(
    ("source", "language", "target", "wrong"),
    [
        ("说这话的是马克·吕特。", "zh", "Mark Rutter said so.", "Mark Rutter"),
        ("قال مارك روته ذلك", "ar", "Mark Roteh said so.", "Mark Roteh"),
        ("Об этом сказал Карлос Алькарас.", "ru", "Carlos Alkaras said so.", "Carlos Alkaras"),
        ("阿德耶米和王海平", "zh", "Adeyemi and Wang Haiping", ""),
        ("Ariana Grande et Filippo Grandi", "fr", "Ariana Grande and Filippo Grandi", ""),
        ("Певица Ариана Гранде", "ru", "The singer Ariana Grande", ""),
        ("Правительство Судана", "ru", "The government of Sudan", ""),
        ("Dies ist Putins Plan.", "de", "This is Putin’s plan.", ""),
        ("Der Plan von Kaja Kallas", "de", "Kallas’ plan", ""),
    ],
)
def test_figures_of_another_script(source: str, language: str, target: str, wrong: str) -> None:
    found = [
        target[slice(*each.target)]
        for rule in (name_altered, name_half_converted, name_unconverted, exonym_untranslated)
        for each in check_texts(source, target, language, "en", rules=(rule,)).findings
        if each.target
    ]
    assert found == ([wrong] if wrong else [])


def test_a_given_name_is_nobody_s_family_name() -> None:
    left, right = "Massoud Pezechkian a signé l’accord.", "Masoud Pezeshkian signed the agreement."
    assert not check_texts(left, right, "fr", "en").findings
