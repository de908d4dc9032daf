"""Names: where they stand, how languages spell them, and what a damaged one looks like."""

import unicodedata

import pytest

from tqcheck.features.names import lone_heads, names
from tqcheck.features.romanisation import Relation, relation, respelt
from tqcheck.features.slips import slip
from tqcheck.languages import known_languages, profile
from tqcheck.languages.given_names import given_names
from tqcheck.languages.tables import lines
from tqcheck.ledgers.fragments import _with_blank, leftovers
from tqcheck.model import Document, Kind, Pair, Rule, Segment, Span
from tqcheck.rules.accuracy.credit_changed import credit_changed
from tqcheck.rules.accuracy.name_altered import name_altered
from tqcheck.rules.accuracy.name_half_converted import name_half_converted
from tqcheck.rules.accuracy.name_translated import name_translated
from tqcheck.rules.fluency.name_fragment import name_fragment
from tqcheck.session import check_texts


def segment(text: str, language: str, kind: Kind = Kind.SENTENCE) -> Segment:
    return Segment(Document(text, profile(language)), Span(0, len(text)), kind)


def found(rule: Rule, pair: str, source: str, target: str) -> list[str]:
    left, right = pair.split("-")
    result = check_texts(source, target, left, right, rules=(rule,))
    assert not [entry for entry in result.not_run if entry.broken], result.not_run
    return [result.pair.target.text[slice(*each.target)] for each in result.findings if each.target]


def pair_of(pair: str, source: str, target: str) -> Pair:
    left, right = pair.split("-")
    return check_texts(source, target, left, right, rules=()).pair


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le ministre Mohamed Chia al-Soudani parle.", ["Mohamed Chia al-Soudani"]),
        (
            "en",
            "He met Ursula von der Leyen and George W. Bush.",
            ["Ursula von der Leyen", "George W. Bush"],
        ),
        (
            "fr",
            "L’Iran et l’Irak selon Jean-Claude O’Neill.",
            ["Iran", "Irak", "Jean-Claude O’Neill"],
        ),
        ("en", "We saw Trump's plane over New York.", ["Trump", "New York"]),
        ("ru", "В город прибыл Владимир Путин.", ["Владимир Путин"]),
        ("en", "THE KING IS DEAD", []),
        ("zh", "习近平在北京。", []),
        ("en", "It is at www.Example.org or @Somebody.", []),
    ],
)
def test_names(language: str, text: str, expected: list[str]) -> None:
    runs = names(segment(text, language))
    assert [text[slice(*name.span)] for name in runs] == expected


def test_capitals_that_prove_nothing_are_marked() -> None:
    def initial(text: str, language: str) -> list[bool]:
        return [word.initial for name in names(segment(text, language)) for word in name.words]

    assert initial("Paris is far. “London is farther than Rome.”", "en") == [True, True, False]
    assert initial("Das Haus in Wien ist alt.", "de") == [True, True]
    assert initial("Iraq Opens Talks With Washington", "en")[-1]


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        ("fr-en", "Chia", "Shia", Relation.CONVERTED),
        ("fr-en", "Soudani", "Sudani", Relation.CONVERTED),
        ("fr-en", "Soudani", "Soudani", Relation.KEPT),
        ("fr-en", "Bourhane", "Burhane", Relation.HALF),
        ("fr-en", "Bourhane", "Burhan", Relation.CONVERTED),
        ("fr-en", "Mohamed", "Mohamed", Relation.KEPT),
        ("fr-en", "Mahmoud", "Mahmoud", Relation.SAME),
        ("fr-en", "Michel", "Michel", Relation.SAME),
        ("fr-en", "Palestine", "Palestine", Relation.SAME),
        ("fr-en", "Khrouchtchev", "Khrushchev", Relation.CONVERTED),
        ("fr-en", "Joukov", "Zhukov", Relation.CONVERTED),
        ("fr-en", "Choïgou", "Shoigu", Relation.CONVERTED),
        ("fr-en", "Macron", "Merkel", Relation.OTHER),
        ("de-en", "Kowaltschuk", "Kovalchuk", Relation.CONVERTED),
        ("de-en", "Kowaltschuk", "Kowaltschuk", Relation.KEPT),
        ("de-en", "Jelzin", "Yeltsin", Relation.CONVERTED),
        ("nl-en", "Sjojgoe", "Shoigu", Relation.CONVERTED),
        ("en-fr", "Shukri", "Choukri", Relation.CONVERTED),
        ("en-de", "Khrystyna", "Chrystyna", Relation.CONVERTED),
        ("de-en", "Detektiv", "Detective", Relation.OTHER),
        ("de-en", "Tschukowskaja", "Tschukowskaya", Relation.HALF),
        ("fr-en", "Djanachvili", "Djanashvili", Relation.HALF),
        ("fr-en", "Tchaïkovski", "Tchaikovsky", Relation.OTHER),
    ],
)
def test_what_became_of_a_word(pair: str, source: str, target: str, expected: Relation) -> None:
    left, right = pair.split("-")
    assert relation(source, target, profile(left), profile(right)) is expected


def test_respelling() -> None:
    fr, en, de = profile("fr"), profile("en"), profile("de")
    assert respelt("Tchouïkov", fr, en) == "chuikov"
    assert respelt("Shevchenko", en, de) == "schewtschenko"
    assert respelt("Merkel", de, en) == "merkel"


def test_conventions_are_well_formed() -> None:
    for tag in ("fr", "en", "de", "es", "it", "pt", "nl"):
        pairs = profile(tag).romanisation
        graphemes = [letters for letters, _ in pairs]
        assert len(set(graphemes)) == len(graphemes), tag
        assert all(letters == letters.lower() and sound for letters, sound in pairs), tag


def test_given_names_know_both_sides() -> None:
    assert given_names("fr", "en")["Mohamed"][0] == "Mohammed"
    assert "Abdel" in given_names("fr", "en")["Abdel"]
    assert given_names("de", "en")["Wolodymyr"] == ("Volodymyr",)


@pytest.mark.parametrize(
    ("source", "target", "hard"),
    [
        ("Castaignède", "Castainède", True),
        ("Encinitas", "Encintias", True),
        ("Merkel", "Mzrkel", True),
        ("Danemark", "Denmark", False),
        ("Nacional", "National", False),
        ("Hôpital", "Hospital", False),
        ("Bibel", "Bible", False),
        ("Congreso", "Congress", False),
        ("Functional", "Funcional", False),
    ],
)
def test_letters_that_no_language_changes(source: str, target: str, hard: bool) -> None:
    assert slip(source, target).hard is hard


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        # The seed of it all: Mohamed alone is right, beside respelt names it is not.
        (
            "fr-en",
            "Le Premier ministre irakien Mohamed Chia al-Soudani a parlé.",
            "Iraqi Prime Minister Mohamed Shia al-Sudani spoke.",
            ["Mohamed Shia al-Sudani"],
        ),
        ("fr-en", "Hier Mohamed Salah a marqué.", "Yesterday Mohamed Salah scored.", []),
        ("fr-en", "Le président Alassane Ouattara.", "President Alassane Ouattara.", []),
        ("fr-en", "Avec Louis Choukri à Paris.", "With Louis Shukri in Paris.", []),
        ("fr-en", "Avec Abdel Fattah al-Sissi.", "With Abdel Fattah al-Sisi.", []),
        ("de-en", "Mit Wladimir Klitschko.", "With Vladimir Klitschko.", []),
        (
            "en-de",
            "With Vasyl Shevchuk and Khrystyna Shevchuk.",
            "Mit Wasyl Shevchuk.",
            ["Wasyl Shevchuk"],
        ),
        ("ar-en", "قال مروان الخطيب", "Marwan الخطيب said so.", ["Marwan الخطيب"]),
    ],
)
def test_half_converted(pair: str, source: str, target: str, expected: list[str]) -> None:
    assert found(name_half_converted, pair, source, target) == expected


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        (
            "fr-en",
            "Avec Carine Brandstetter à Graz.",
            "With Carine Brandsteter in Graz.",
            ["Brandsteter"],
        ),
        ("fr-en", "À Londres, à Athènes, à Lisbonne.", "In London, in Athens, in Lisbon.", []),
        ("de-en", "Die Müllers aus Köln.", "The Mueller family from Cologne.", []),
        ("es-en", "Según el Congreso Nacional.", "According to the National Congress.", []),
        ("en-fr", "They saw General Hospital.", "Ils ont vu General Hôpital.", []),
        ("fr-en", "Hier Macron a parlé.", "Ayer Macron spoke.", []),
        ("fr-en", "Avec Hassan Rohani.", "With Hassan Rouhani.", []),
        ("fr-en", "Avec Angela Merkel ici.", "With Angela Smithson here.", ["Smithson"]),
    ],
)
def test_altered(pair: str, source: str, target: str, expected: list[str]) -> None:
    assert found(name_altered, pair, source, target) == expected


def test_altered_against_the_sound_of_another_script() -> None:
    source = "总经理欧阳嘉禾介绍情况。\n\n欧阳嘉禾预计行业将洗牌。"
    target = "General manager Ouyang Jiahe gave details.\n\nThen Ouyang Jiaho expects a shake-out."
    assert found(name_altered, "zh-en", source, target) == ["Jiaho"]
    two = "总经理欧阳嘉禾介绍情况。\n\n欧阳嘉豪预计行业将洗牌。"
    assert found(name_altered, "zh-en", two, target.replace("Jiaho", "Jiahao")) == []


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        (
            "fr-en",
            "La coalition dirigée par les États-Unis pendant la session.",
            "The U.S.-led coalition United during the session.",
            ["United"],
        ),
        ("fr-en", "Manchester United et les États-Unis.", "Manchester United and the US.", []),
        ("ru-en", "«Юнайтед» обыграл США.", "Then United beat the US.", []),
        ("fr-en", "Les Américains ont quitté Hong Kong.", "The Americans left Hong Kong.", []),
        ("fr-en", "L’ONU et les Nations unies.", "The UN and the United Nations.", []),
        ("zh-en", "洪秀全起义。", "The general Hong led the revolt.", []),
    ],
)
def test_fragments(pair: str, source: str, target: str, expected: list[str]) -> None:
    assert found(name_fragment, pair, source, target) == expected


def test_what_has_said_a_name_stands_before_it() -> None:
    pair = pair_of(
        "fr-en",
        "La coalition dirigée par les États-Unis a vu l’émissaire américain.",
        "The U.S.-led coalition United met the American envoy.",
    )
    assert [(found.said, found.text) for found in leftovers(pair)] == [("U.S.", "United")]


def test_debris_reaches_no_further_than_its_line() -> None:
    pair = pair_of("fr-en", "Les États-Unis ont signé.", "US officials United signed.")
    (found,) = leftovers(pair)
    assert pair.target.text[slice(*found.debris)] == " United"
    line = segment("United", "en")
    assert _with_blank(line.span, line) == Span(0, 6)


def test_heads_are_read_once_for_a_passage() -> None:
    passage = segment("The coalition United during the talks.", "en")
    assert lone_heads(passage) is lone_heads(passage)


def test_hostile_text_breaks_no_rule() -> None:
    mixed = " ".join(f"Ab{number:x}c-D’{number % 7}E. (FG) al-H" for number in range(2000))
    for hostile in (mixed, "A" * 20_000, "A-" * 10_000, "(A. " * 5_000, "al-" * 8_000 + "X"):
        for rule in (name_altered, name_half_converted, name_fragment):
            found(rule, "fr-en", hostile, hostile[::-1])


def test_inflected_names_of_a_language_without_conventions_are_left_alone() -> None:
    assert (
        found(name_altered, "pl-en", "Spotkał Trumpa w Warszawie.", "He met Trump in Warsaw.") == []
    )
    assert found(
        name_altered, "zh-en", "Capp 和 Willoughby 来了。", "Capp and Willougby came."
    ) == ["Willougby"]


def test_a_whole_name_is_no_fragment_of_another() -> None:
    source = "Fuerzas de España y el Reino Unido, sin EE.UU., participaron."
    target = "Forces from Spain and the United Kingdom took part."
    assert found(name_fragment, "es-en", source, target) == []
    assert found(name_fragment, "es-en", source, target.replace(" Kingdom", "")) == ["United"]


def test_two_spellings_of_one_sound_damage_nothing() -> None:
    source = "Победил Жавохир Синдаров.\nЖавохир Синдаров с призом."
    target = "Zhavokhir Sindarov won.\nJavokhir Sindarov with the prize."
    assert found(name_altered, "ru-en", source, target) == []


def test_titles_are_in_shape() -> None:
    head, *rows = lines("titles")
    assert head[1] == "also"
    assert set(head[2:]) <= set(known_languages())
    assert len({row[0].rstrip("?") for row in rows}) == len(rows)
    for title, *cells in rows:
        assert any(cells), title
        assert len(cells) < len(head), title
        forms = [form.strip() for cell in cells if cell for form in cell.split(",")]
        assert title not in forms
        assert len(set(forms)) == len(forms), title
        assert all(form and form == unicodedata.normalize("NFC", form) for form in forms), title
        # A name with endings has one of its own for who has to write it.
        assert "*" not in title or cells[0], title
        right = {form.strip() for form in cells[0].split(",")}
        assert not any(form.rstrip(" ~") in right for form in forms if "~" in form), title


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        # Names have cases, capitals for the whole, and small words glued to their front.
        (
            "ru-en",
            "Он сказал «Российской газете».",
            "He told the Russian newspaper.",
            ["Russian newspaper"],
        ),
        (
            "de-en",
            "So die Süddeutschen Zeitung.",
            "So the South German Newspaper.",
            ["South German Newspaper"],
        ),
        ("es-en", "Declaró a EL PAÍS.", "He told The Country.", ["The Country"]),
        (
            "pl-en",
            "Pisze o tym Gazety Wyborczej.",
            "The Electoral Gazette writes.",
            ["Electoral Gazette"],
        ),
        (
            "ar-en",
            "ذكرت صحيفة الأهرام ذلك.",
            "The newspaper The Pyramids reported it.",
            ["The Pyramids"],
        ),
        # A name of another script that is no listed translation.
        (
            "zh-en",
            "据《南华早报》报道。",
            "The Southern Chinese Early Post reports.",
            ["The Southern Chinese Early Post"],
        ),
        ("zh-en", "据《南华早报》报道。", "The SCMP reports.", []),
        # A word that means other things names nothing by itself.
        ("ru-en", "Он любит труд.", "He loves Work.", []),
        ("ar-en", "زار الشرق الأوسط.", "He visited the Middle East.", []),
        ("ru-en", "Газета «Труд» закрыта.", "Trud has closed. Work goes on.", []),
        ("de-en", "Die Welt ist rund.", "The World is round.", []),
        ("fr-en", "Le Monde bancaire.", "The World Bank.", []),
    ],
)
def test_translated_titles(pair: str, source: str, target: str, expected: list[str]) -> None:
    assert found(name_translated, pair, source, target) == expected


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        # A line that says who wrote a text, in whatever order; a respelt name is the same.
        ("de-en", "Von Cem Demir", "By Cem Kaya", ["Cem Kaya"]),
        ("ru-en", "Автор: Игорь Лапшин", "By Igor Petrenko", ["Igor Petrenko"]),
        ("ru-en", "Игорь Лапшин, Москва", "By Igor Lapshin, Moscow", []),
        ("fr-en", "Par Youssef Chérif et Anne Roy", "By Anne Roy and Youssef Sherif", []),
        ("fr-en", "Par Anne Roy et Jean Petit", "By Anne Roy and AFP", ["AFP"]),
        ("fr-en", "Par ce traité, la France cède l’île.", "By this treaty, France cedes it.", []),
        # Agencies and papers of short lines and of brackets at the end.
        ("zh-en", "新华社厦门1月12日电", "Reuters, Xiamen, January 12", ["Reuters"]),
        ("zh-en", "新华社厦门1月12日电", "Xinhua, Xiamen, January 12", []),
        ("ar-en", "الرباط – القدس العربي", "Rabat – Asharq Al-Awsat", ["Asharq Al-Awsat"]),
        ("fr-en", "Il viendra lundi. (avec AFP)", "He comes on Monday. (with AP)", ["AP"]),
        ("fr-en", "Il viendra lundi. (avec AFP)", "He comes on Monday. (AFP)", []),
        # A paper of which the source says nothing.
        ("es-en", "Lo dijo a El País.", "She told the Financial Times.", ["Financial Times"]),
        ("es-en", "Lo dijo a El País.", "She told El País.", []),
    ],
)
def test_changed_credits(pair: str, source: str, target: str, expected: list[str]) -> None:
    assert found(credit_changed, pair, source, target) == expected


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        ("ar-en", "قال شريف الجوهري ذلك.", "So said Noble al-Gohary.", ["Noble"]),
        ("ar-en", "قال شريف الجوهري ذلك.", "So said Sherif al-Gohary, a noble man.", []),
        ("ru-en", "Приехала Вера Лапшина.", "Faith Lapshina has come.", ["Faith"]),
        ("ru-en", "Братская Любовь поет.", "Brother Love sings.", []),
        ("es-en", "Habló Esperanza Ruiz.", "Hope Ruiz spoke.", ["Hope"]),
        ("de-en", "Anna Schneider kam.", "Anna Tailor came.", ["Tailor"]),
        ("de-en", "Anna Schneider kam.", "Anna Schneider met Anna Tailor.", []),
        # A word, and no half of a person’s name beside it.
        ("de-en", "Der Schneider Karl kam.", "The Tailor came.", []),
    ],
)
def test_names_made_words(pair: str, source: str, target: str, expected: list[str]) -> None:
    assert found(name_translated, pair, source, target) == expected


def test_names_that_are_words_are_in_shape() -> None:
    _, *rows = lines("name_meanings")
    assert len({row[0] for row in rows}) == len(rows)
    for name, cell in rows:
        forms = [form.strip() for form in cell.split(",")]
        assert all(form and form[0].isupper() and " " not in form for form in forms), name
        assert name not in forms
