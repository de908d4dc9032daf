"""Single words, and whole sentences, that the translation has from its source as they are."""

import subprocess
import sys

import pytest

from tqcheck.features.likeness import likeness
from tqcheck.model import Bead, Segment
from tqcheck.rules import all_rules
from tqcheck.session import check_texts, document

RULES = {rule.id: rule for rule in all_rules()}


def flagged(source: str, target: str, pair: str, *rules: str) -> list[str]:
    source_language, _, target_language = pair.partition("-")
    result = check_texts(
        source, target, source_language, target_language, tuple(RULES[rule] for rule in rules)
    )
    assert not result.not_run
    return [target[span.start : span.end] for each in result.findings if (span := each.target)]


def bead(source: str, target: str) -> Bead:
    return Bead(segment(source, "fr"), segment(target, "en"))


def segment(text: str, language: str) -> Segment:
    block = document(text, language).blocks[0]
    return Segment(block.document, block.span, block.kind)


@pytest.mark.parametrize(
    ("pair", "source", "target", "left"),
    [
        ("fr-en", "Elle est arrivée après la réunion.", "She arrived après the meeting.", "après"),
        ("fr-en", "Les juges ont dit que la loi vaut.", "The judges said que the law holds.", "que"),
        ("fr-en", "Il a gagné s’imposant trois à zéro.", "He won s’imposant three to nil.", "s’imposant"),
        ("de-en", "Sie wollen wichtige Fragen klären.", "They want to settle wichtige questions.", "wichtige"),
        ("de-en", "Das ist eine Ausnahmegenehmigung.", "This is an Ausnahmegenehmigung.", "Ausnahmegenehmigung"),
        ("de-en", "Noch fährt der Zug heute.", "Noch, the train runs today.", "Noch"),
        ("es-en", "El consejo fue aprobado ayer.", "The council was aprobado yesterday.", "aprobado"),
        ("it-en", "La città cresce certamente ora.", "The town grows certamente now.", "certamente"),
        ("en-de", "He came because it rained.", "Er kam because es regnete.", "because"),
        ("cs-en", "Kupují předměty z kamene.", "They buy předměty of stone.", "předměty"),
    ],
)  # fmt: skip
def test_one_word_of_the_source_is_found(pair: str, source: str, target: str, left: str) -> None:
    assert flagged(source, target, pair, "word-untranslated") == [left]


@pytest.mark.parametrize(
    ("pair", "source", "target"),
    [
        ("fr-en", "La question est posée au restaurant.", "The question is asked in the restaurant."),
        ("fr-en", "Sa voiture, une car, roule.", "Her car is running."),
        ("fr-en", "Il a reçu la Palme d’or hier.", "He received the Palme d’or yesterday."),
        ("fr-en", "Des bidonvilles, partout.", "Bidonvilles everywhere."),
        ("de-en", "Sie reden über den Bundestag.", "They talk about the Bundestag."),
        ("de-en", "Er fährt auf der Autobahn.", "He drives on the Autobahn."),
        ("es-en", "Aisló Escherichia resistente.", "It isolated Escherichia resistente."),
        ("es-en", "La «vivienda» es cara.", "The “vivienda” is expensive."),
        ("es-pt", "La casa es muy bonita.", "A casa é muito bonita."),
        ("en-fr", "The show is live.", "Le spectacle est en live."),
        ("fr-en", "Le chef, etc. partira.", "The chef, etc. will leave."),
    ],
)  # fmt: skip
def test_names_loans_and_terms_may_stay(pair: str, source: str, target: str) -> None:
    assert flagged(source, target, pair, "word-untranslated") == []


def test_two_words_are_one_run() -> None:
    source, target = "Le four tournera sans gaz naturel.", "The furnace runs sans gaz naturel."
    found = flagged(source, target, "fr-en", "word-untranslated", "text-untranslated")
    assert found == ["sans gaz naturel"]


def test_a_copy_is_as_like_as_can_be() -> None:
    assert likeness(bead("Le pont rouvre.", "Le pont rouvre.")) == 1
    assert likeness(bead("Le pont rouvre, dit-on.", "Le Pont rouvre dit-on")) == 1
    assert 0.7 < likeness(bead("Le pont rouvre lundi soir.", "Le pont rouvra lundi soir.")) < 1
    assert likeness(bead("Le pont rouvre.", "The bridge reopens.")) == 0


@pytest.mark.parametrize(
    ("pair", "source", "target"),
    [
        ("sk-en", "Vláda dnes schválila nový zákon.", "Vláda dnes schválila nový zákon."),
        ("eu-en", "Gobernuak lege berria onartu zuen atzo.", "Gobernuak lege berria onartu zuen, atzo."),
        ("nl-de", "De trein komt straks aan.", "De trein komt straks aan"),
    ],
)  # fmt: skip
def test_a_sentence_that_came_back_is_found(pair: str, source: str, target: str) -> None:
    assert flagged(source, target, pair, "language-wrong") == [target]


@pytest.mark.parametrize(
    ("pair", "text"),
    [
        ("fr-en", "Errare humanum est, perseverare diabolicum."),
        ("cs-en", "The deal is off now."),
        ("de-en", "“Je ne regrette rien de rien”"),
        ("cs-en", "Jan Novák, Praha, ČTK"),
    ],
)
def test_quotations_and_credits_may_come_back(pair: str, text: str) -> None:
    assert flagged(text, text, pair, "language-wrong") == []


def test_likeness_is_not_loaded_for_an_ordinary_translation() -> None:
    program = (
        "import sys\n"
        "from tqcheck.session import check_texts\n"
        "check_texts('Le pont rouvrira lundi.', 'The bridge reopens on Monday.', 'fr', 'en')\n"
        "print('sacrebleu' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False"
