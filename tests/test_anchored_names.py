"""Words of names that differ beside a word that is the same in both texts."""

import pytest

from tests.test_names import found, pair_of
from tqcheck.ledgers.anchored_names import anchored_names
from tqcheck.rules.accuracy.name_altered import name_altered
from tqcheck.rules.fluency.name_fragment import name_fragment


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        ("fr-en", "Ici Alessia Fornaretti, à Rome.", "Alessia Fornaretta here, in Rome.", True),
        ("fr-en", "C’est ce que dit Salif Kaboréo.", "So says Salif Kabréo.", True),
        ("es-en", "El alcalde Braulio Qquspe habló.", "Mayor Braulio Quiape spoke.", True),
        ("es-en", "MIREN OTADUI | Bilbao", "MIREN OTAEGI | Bilbao", True),
        ("de-en", "Die Läuferin Olha Schtscherbenko.", "The runner Olha Sherbenko.", True),
        ("de-en", "Der Werfer Lewan Tschotschischwili.", "Thrower Levan Chishvili.", True),
        ("fr-en", "L’Algérien Nassim Bouzekrini parle.", "Algeria’s Nassim Bouzakrni.", True),
        ("de-en", "Das Auto von Carla Lindholms.", "The car of Carla Lindholm.", False),
        ("de-en", "Der Iraner Farhad Masaheri.", "The Iranian Farhad Mazaheri.", False),
        ("de-en", "Die Richterin Ulla Goettmann.", "Judge Ulla Göttmann.", False),
        ("fr-en", "L’Égyptien Tarek Houssein.", "Egypt’s Tarek Hussein.", False),
        ("fr-en", "Le ministre Foued Mebarek.", "Minister Fouad Mubarak.", False),
        ("es-en", "El senador Kenneth Arlington.", "Senator Ken Arlington.", False),
        ("de-en", "Im Neuen Museum von Ludwig Neuen.", "In the museum of Ludwig Neuer.", False),
        ("en-it", "He is at Fresno University.", "È alla Fresno Università.", False),
    ],
)
def test_differing_words(pair: str, source: str, target: str, expected: bool) -> None:
    assert bool(anchored_names(pair_of(pair, source, target))) is expected


def test_what_each_rule_tells() -> None:
    cut = "fr-en", "L’avocat Emre Yavuzkan est là.", "The lawyer Emre Yavuz is here."
    assert found(name_fragment, *cut) == ["Yavuz"]
    assert not found(name_altered, *cut)
    altered = "fr-en", "Voici Alessia Fornaretti.", "This is Alessia Fornaretta."
    assert found(name_altered, *altered) == ["Fornaretta"]
    assert not found(name_fragment, *altered)


def test_scripts_without_capitals_have_none() -> None:
    pair = pair_of(
        "ar-en", "قال ويليام هاريس إن المشروع انتهى.", "Willaim Harris said it was over."
    )
    assert anchored_names(pair) == ()
