"""Names that only one of the two texts has, and how words sound in another writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.features.sounds import sound_alike, sound_of, sounds_within
from tqcheck.features.transliteration import is_pinyin, sounded
from tqcheck.features.vocabulary import is_composed
from tqcheck.languages import profile
from tqcheck.languages.name_words import name_words
from tqcheck.languages.proper_words import proper_words
from tqcheck.languages.tables import lines
from tqcheck.ledgers.hearing import OtherText
from tqcheck.ledgers.lone_names import lone_names
from tqcheck.ledgers.lost_persons import whole_names
from tqcheck.segmentation import segmented
from tqcheck.session import document, side_by_side

LETTERS = st.text("abcdeghiklmnorstuvz", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("word", "other", "across"),
    [
        ("Schtscherbakow", "Shcherbakov", False),
        ("Αθήνα", "Athena", True),
        ("Щукина", "Shchukina", True),
        ("Уэльс", "Wales", True),
        ("बर्लुस्कोनी", "Berlusconi", True),
        ("スコットランド", "Scotland", True),
        ("Genève", "Geneva", False),
        ("Bergkarabach", "Karabakh", False),
    ],
)
def test_spellings_of_one_name_sound_alike(word: str, other: str, across: bool) -> None:
    assert sound_alike(sound_of(word), sound_of(other), across=across)


@pytest.mark.parametrize(
    ("word", "other", "across"),
    [("Huber", "per", False), ("Stalin", "Warszawa", False), ("Петров", "Johnson", True)],
)
def test_other_names_do_not(word: str, other: str, across: bool) -> None:
    assert not sound_alike(sound_of(word), sound_of(other), across=across)


@given(LETTERS, LETTERS, LETTERS)
def test_what_stands_in_a_text_is_heard_there(word: str, before: str, behind: str) -> None:
    assert sounds_within(word, before + word + behind) == 0
    assert 0 <= sounds_within(word, before) <= len(word)


@given(LETTERS, LETTERS)
def test_likeness_has_no_direction(one: str, other: str) -> None:
    left, right = sound_of(one), sound_of(other)
    for across in (False, True):
        assert sound_alike(left, right, across=across) == sound_alike(right, left, across=across)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "乌兹别克斯坦总统沙夫卡特·贝里尼致信表示祝贺。", [["沙夫卡特", "贝里尼"]]),
        ("zh", "约翰·尼克松（John Nixon）宣读。", [["约翰", "尼克松"]]),
        ("ar", "وزير الصحة هيثم محمد إبراهيم", [["هيثم", "محمد", "إبراهيم"]]),
    ],
)
def test_whole_names_without_the_words_beside_them(
    language: str, text: str, expected: list[list[str]]
) -> None:
    passage = segmented(document(text, language)).segments[0]
    found = whole_names(passage)
    assert [[word.text for word in row] for row in found] == expected
    spans = [word.span for row in found for word in row]
    assert [text[slice(*span)] for span in spans] == [part for row in expected for part in row]


def test_german_compounds_are_told_from_names() -> None:
    german = profile("de")
    assert is_composed(german, "Nationalversammlungsmitglieder")
    assert is_composed(german, "Ascheschichten")
    assert not is_composed(german, "Kavanaugh")
    assert not is_composed(profile("fr"), "portefenêtre")


def lone(source: str, target: str, language: str) -> list[tuple[list[str], list[str]]]:
    pair = side_by_side(document(source, language), document(target, "en"))
    return [
        ([name.text for name in each.sources], [name.text for name in each.targets])
        for each in lone_names(pair)
    ]


def test_each_side_s_lone_names() -> None:
    assert lone("Selon Lemoine, il pleut.", "According to Pemberton, it rains.", "fr") == [
        (["Lemoine"], ["Pemberton"])
    ]
    assert lone("В Праге прошла встреча.", "A meeting was held in Lisbon.", "ru") == [
        (["Праге"], ["Lisbon"])
    ]


def test_a_name_elsewhere_in_the_document_is_known() -> None:
    source = "Lemoine est là.\nLe maire parle."
    assert lone(source, "Lemoine is here.\nMayor Lemoine speaks.", "fr") == []


def test_readings_of_characters_prove_nothing_in_japanese() -> None:
    assert lone("大谷は打者だった。", "Otani was the batter.", "ja") == []
    assert lone("大谷は打者だった。", "Then Ravenscroft was.", "ja") == [([], ["Ravenscroft"])]


def test_a_name_of_words_is_heard() -> None:
    assert lone("Он родился в Батон-Руже.", "He was born in Baton Rouge.", "ru") == []


@pytest.mark.parametrize(
    ("word", "pinyin"),
    [("Zhengzhou", True), ("Jialing", True), ("Chomsky", False), ("Pavel", False), ("Xi", True)],
)
def test_chinese_names_are_told_by_their_syllables(word: str, pinyin: bool) -> None:
    assert is_pinyin(word) is pinyin


def test_foreign_sounds_in_texts_that_write_meanings() -> None:
    assert sounded("总统卢卡申科说", "Hani") == ["卢卡申科"]
    assert sounded("ムバラク大統領", "Hira") == ["ムバラク"]
    assert sounded("これは水です", "Hira") == []


def test_a_text_has_a_name_by_letters_or_sounds() -> None:
    def has(word: str, text: str, language: str) -> bool:
        pair = side_by_side(document(text, language), document("A sentence.", "en"))
        return OtherText([bead.source for bead in pair.beads]).has(word, across=True)

    assert has("Lukashenko", "总统卢卡申科说了话。", "zh")
    assert not has("Lukashenko", "昨天下了雨。", "zh")
    assert has("Jialing", "嘉陵江涨水了。", "zh")
    assert not has("Yangtze", "嘉陵江涨水了。", "zh")
    assert has("Harlem", "Вчера в Гарлеме был пожар.", "ru")
    assert has("Utah", "Он живёт в штате Юта.", "ru")


def test_names_that_are_translated_are_known_by_meaning() -> None:
    assert lone("Суд отменил решение.", "The Supreme Court overturned the ruling.", "ru") == []
    assert lone("Er fuhr ans Meer.", "He went to the Baltic Sea.", "de") == []
    assert lone("Il vit à la campagne.", "He lives by the Baltic Sea.", "fr") == [
        ([], ["Baltic Sea"])
    ]
    assert lone("Mieszka na wsi.", "He works at the Supreme Court.", "pl") == [
        ([], ["Supreme Court"])
    ]


def test_a_short_form_may_stand_for_words() -> None:
    assert lone("L’Otan a réagi.", "The North Atlantic Treaty Organization reacted.", "fr") == []
    assert lone("Die Louisiana State University gewann.", "LSU won.", "de") == []


def test_proper_words_have_neither_beliefs_nor_plurals() -> None:
    words = proper_words()
    assert {"astrakhan", "melbourne", "stephen"} & words == {"melbourne", "stephen"}
    assert not words & {"christmas", "european", "party", "monday", "buddhism"}
    assert all(word.isascii() and word.islower() for word in words)


@pytest.mark.parametrize("language", ["fr", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs"])
def test_the_table_of_translated_words_is_whole(language: str) -> None:
    known = name_words(language, "en")
    assert known["sea"].forms
    assert known["europe"].alone
    assert not known["court"].alone
    assert not name_words(language, "fr")


def test_a_table_s_cells_are_as_many_as_its_languages() -> None:
    head, *rows = lines("name_words")
    assert all(len(row) == len(head) and all(row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_a_pronoun_as_far_on_stands_for_a_name() -> None:
    def referred(source: str, target: str) -> bool:
        pair = side_by_side(document(source, "fr"), document(target, "en"))
        (found,) = lone_names(pair)
        return found.is_referred_to(found.sources[0])

    assert referred(
        "Adèle Ravenscroft a parlé hier à la radio.", "She spoke on the radio yesterday."
    )
    assert not referred(
        "Adèle Ravenscroft a parlé hier à la radio de son livre.",
        "There was talk yesterday on the radio about his book.",
    )


def test_acronyms_that_nothing_spells_out() -> None:
    assert lone("Il parle de l’FRDK hier.", "Yesterday he spoke about it.", "fr") == [
        (["FRDK"], [])
    ]
    assert lone("L’FRDK a ouvert.", "The Free Radio of Dutch Kids opened.", "fr") == []
    assert lone("Le prix est de 5 QKD.", "It costs five.", "fr") == []


def test_the_name_behind_a_courtesy_needs_no_capital() -> None:
    assert lone("कल श्री डट्टन ने बताया।", "Yesterday the news was told.", "hi") == [(["डट्टन"], [])]
    assert lone("कल श्री डट्टन ने बताया।", "Yesterday Mr. Dutton told the news.", "hi") == []


def test_a_name_is_replaced_in_its_place() -> None:
    def replaced(source: str, target: str) -> bool:
        pair = side_by_side(document(source, "it"), document(target, "en"))
        return any(found.replaced for found in lone_names(pair))

    assert replaced(
        "Secondo Castellucci, il parco resta aperto.",
        "According to Pemberton, the park stays open.",
    )
    assert not replaced(
        "Secondo Castellucci, il parco resta aperto per tutta la settimana.",
        "The park stays open for the rest of the week, says Pemberton.",
    )


def test_what_stands_for_a_common_noun_replaces_none() -> None:
    def replaced(source: str, target: str) -> bool:
        pair = side_by_side(document(source, "de"), document(target, "en"))
        return any(found.replaced for found in lone_names(pair))

    assert replaced(
        "Geplant ist dort auch ein Rakoczy-Turnier.", "There will be a Guadalajara tournament, too."
    )
    assert not replaced(
        "Der texanische Drache hing in einem Baum.", "The kite of Texas hung in a tree."
    )


def test_how_far_from_what_is_heard_a_name_is() -> None:
    def apart(word: str, text: str, language: str) -> float:
        pair = side_by_side(document(text, language), document("A sentence.", "en"))
        return OtherText([bead.source for bead in pair.beads]).apart(word)

    assert apart("McGregor", "कल मैकग्रेगर ने बताया।", "hi") < 0.3
    assert apart("Kalmanovich", "कल मैकग्रेगर ने बताया।", "hi") > 0.4
    assert apart("Wheeling", "昨日ホイーリングで集会があった。", "ja") < 0.5
    assert apart("Srivastava", "昨日ホイーリングで集会があった。", "ja") > 0.6
    assert apart("Anybody", "昨日集会があった。", "ja") == 1.0
