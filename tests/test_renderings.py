"""Names that a document renders in one way, and otherwise in one place."""

import pytest

from tests.test_names import found, pair_of
from tqcheck.ledgers.renderings import rendered_otherwise
from tqcheck.model import Rule
from tqcheck.rules.accuracy.exonym_untranslated import exonym_untranslated
from tqcheck.rules.accuracy.name_altered import name_altered
from tqcheck.rules.accuracy.name_half_converted import name_half_converted
from tqcheck.rules.fluency.name_fragment import name_fragment


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        (
            "de-en",
            "Der Reeder Zhou Kaiming kam an.\n\nZhou lebt in Kiel.",
            "The shipowner Zhou Kaiming arrived.\n\nZhau lives in Kiel.",
            ["Zhau"],
        ),
        (
            "de-en",
            "Der Angeklagte Emre Yıldızhan schwieg.\n\nSpäter sprach Yıldızhan.",
            "The defendant Emre Yıldızhan kept silent.\n\nYıldırım spoke later.",
            ["Yıldırım"],
        ),
        (
            "fr-en",
            "La médiatrice Nino Tchkhetidze est là.\n\nSelon Tchkhetidze, tout va bien.",
            "The mediator Nino Chkhetidze is here.\n\nAccording to Chkhetize, all is well.",
            ["Chkhetize"],
        ),
        (
            "fr-en",
            "La médiatrice Nino Tchkhetidze est là.\n\nSelon Tchkhetidze, tout va bien.",
            "The mediator Nino Chkhetidze is here.\n\nAccording to Chkhe, all is well.",
            ["Chkhe"],
        ),
        (
            "es-en",
            "Habló la jueza Elena Zabaleta.\n\nDespués, Zabaleta dialogó con Zabala.",
            "Judge Elena Zabaleta spoke.\n\nLater she talked to Zabala.",
            [],
        ),
        (
            "de-en",
            "Europa wächst.\n\nDie Wirtschaft Europas leidet.",
            "Europe is growing.\n\nThe economy of Europe suffers.",
            [],
        ),
    ],
)
def test_rendered_otherwise(pair: str, source: str, target: str, expected: list[str]) -> None:
    told = rendered_otherwise(pair_of(pair, source, target))
    assert [each.target.text for each in told] == expected


def test_what_each_rule_tells() -> None:
    source = "Le juge Anselme Kouadiovi est là.\n\nKouadiovi parle."
    altered = "fr-en", source, "Judge Anselme Kouadiovi is here.\n\nKouabiovi speaks."
    assert found(name_altered, *altered) == ["Kouabiovi"]
    cut = "fr-en", source, "Judge Anselme Kouadiovi is here.\n\nKouadi speaks."
    assert found(name_fragment, *cut) == ["Kouadi"]
    assert not found(name_altered, *cut)


@pytest.mark.parametrize(
    ("rule", "target", "expected"),
    [
        # Accents show whose spelling it is of two that English has.
        (exonym_untranslated, "Zourab Djavakhidzé lives in Téhéran.", ["Téhéran"]),
        (exonym_untranslated, "Zourab Djavakhidzé lives in Teheran.", []),
        # Africa's people keep their “ou”, Georgia's do not.
        (name_half_converted, "Zourab Javakhidze lives in Tehran.", ["Zourab Javakhidze"]),
        (name_half_converted, "Zurab Javakhidze lives in Tehran.", []),
    ],
)
def test_spellings_of_the_source(rule: Rule, target: str, expected: list[str]) -> None:
    assert found(rule, "fr-en", "Zourab Djavakhidzé vit à Téhéran.", target) == expected


def test_a_spelling_that_comes_again_is_the_usual_one() -> None:
    source = "Le général Hamdan Daglo parle.\n\nLe chef, Daglo, est parti."
    target = "General Hamdan Dagalo speaks.\n\nThe chief, Dagalo, has left."
    assert not found(name_altered, "fr-en", source, target)


@pytest.mark.parametrize(
    ("given", "expected"), [("Robert", []), ("Bob", []), ("Richard", ["Richard"])]
)
def test_short_forms_of_given_names(given: str, expected: list[str]) -> None:
    source, target = "Hier, Bob Lanvers a parlé.", f"Yesterday {given} Lanvers spoke."
    assert found(name_altered, "fr-en", source, target) == expected
