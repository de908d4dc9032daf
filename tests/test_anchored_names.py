"""Words of names that differ beside a word that is the same in both texts."""

import pytest

from tests.test_names import found, pair_of
from tqcheck.ledgers.anchored_names import anchored_names
from tqcheck.rules.accuracy.name_altered import name_altered
from tqcheck.rules.accuracy.name_order import name_order
from tqcheck.rules.accuracy.name_realised_twice import name_realised_twice
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


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        ("fr-en", "Selon Riabkine et Pavel Riabkine.", "Ryabkin and Pavel Ryabkin said.", False),
        ("de-en", "Die Anwältin Heike Wollmar.", "The lawyer Heike Wohlmar.", True),
        ("fr-en", "C’est Oksana Romantchouk.", "This is Oksana Romunchuk.", True),
        ("de-en", "Der Läufer Dschamal Raschidow.", "The runner Jasal Rashidov.", True),
        ("de-en", "Der Läufer Dschamal Raschidow.", "The runner Jamal Rashdov.", True),
    ],
)
def test_letters_that_are_not_heard(pair: str, source: str, target: str, expected: bool) -> None:
    assert bool(anchored_names(pair_of(pair, source, target))) is expected


def test_the_form_of_the_source_elsewhere_is_the_right_one() -> None:
    source = "Le Grec Manos Vlachakis est là.\n\nVlachakis parle."
    target = "Greece’s Manos Vlachaks is here.\n\nVlachakis speaks."
    assert [each.target.text for each in anchored_names(pair_of("fr-en", source, target))] == [
        "Vlachaks"
    ]


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        ("fr-en", "Selon Anke Holm-Brugger.", "According to Anke Holm-Brugger Brugger.", True),
        ("es-en", "Habló Bojan Hladnik.", "Bojan Hladnik Hladnek spoke.", True),
        ("fr-en", "Le pasteur Fidèle Mabika.", "Pastor Fidèle Mabika Fidèle.", True),
        ("es-en", "Habló Yamil Bendaoud.", "Yamil Djamil Bendaoud spoke.", True),
        ("fr-en", "Voici Iouri Chaposhnik.", "This is Yuri Shaposhnik Yuri.", True),
        ("es-en", "Habló Hadi Mortazaví.", "Hadi Mortazavi Mortazai spoke.", True),
        ("fr-en", "Avec Sirhan Sirhan.", "With Sirhan Sirhan.", False),
        ("de-en", "Anna Maier und Anne Mayer.", "Anna Maier, Anne Mayer.", False),
        ("es-en", "Habló María Marín.", "María Marín spoke.", False),
    ],
)
def test_told_twice(pair: str, source: str, target: str, expected: bool) -> None:
    given = pair, source, target
    assert bool(found(name_realised_twice, *given) + found(name_fragment, *given)) is expected


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        ("de-en", "Sein Kollege Fan Xiaochuan.", "His colleague Xiaochuan Fan.", True),
        ("fr-en", "Ici Pham Van Quynh.", "Quynh Van Pham here.", True),
        ("es-en", "El ruso Ruslán Dzhafárov.", "Russia’s Dzhafarov Ruslan.", True),
        ("fr-en", "Ici Lorenzo Tagliavanti.", "Tagliavanti Lorenzo here.", True),
        ("de-en", "Das Hotel Bristol.", "The Bristol Hotel.", False),
        ("fr-en", "Le Club Wang.", "The Wang Club.", False),
    ],
)
def test_turned_round(pair: str, source: str, target: str, expected: bool) -> None:
    assert bool(found(name_order, pair, source, target)) is expected
