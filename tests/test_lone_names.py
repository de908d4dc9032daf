"""Names that only one of the two texts has, and how words sound in another writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.features.sounds import sound_alike, sound_of, sounds_within
from tqcheck.features.vocabulary import is_composed
from tqcheck.languages import profile
from tqcheck.ledgers.lone_names import lone_names
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
