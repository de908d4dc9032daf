"""What was left untranslated, added, dropped, or taken along from the page."""

import pytest

from tqcheck.features.chrome import chrome_label
from tqcheck.features.excerpt import excerpt
from tqcheck.features.spelling import spelling_odds
from tqcheck.languages import known_languages, profile
from tqcheck.model import Origin, Result
from tqcheck.rules import all_rules
from tqcheck.session import check_texts, document

RULES = {rule.id: rule for rule in all_rules()}


def run(rule: str, source: str, target: str, pair: str = "fr-en") -> Result:
    source_language, _, target_language = pair.partition("-")
    return check_texts(source, target, source_language, target_language, (RULES[rule],))


def flagged(rule: str, source: str, target: str, pair: str = "fr-en") -> list[str]:
    found = run(rule, source, target, pair).findings
    return [target[span.start : span.end] for each in found if (span := each.target)]


@pytest.mark.parametrize(
    ("pair", "source", "target", "left"),
    [
        ("fr-en", "Il agit contre les règles du pays.", "He acts contre les règles.", "contre les règles"),
        ("es-en", "La planta usará agua desalada.", "The plant will use agua desalada.", "agua desalada"),
        ("de-en", "Das war gestern noch nicht klar.", "That gestern noch nicht clear.", "gestern noch nicht"),
        ("en-zh", "It is what they would have said.", "这就是 they would have said 的话。", "they would have said"),
        ("ru-en", "Завод открыл новый цех.", "The plant opened a новый цех.", "новый цех"),
        ("ja-en", "工場は昨日開いた。", "The 工場 opened yesterday.", "工場"),
        ("ar-en", "شكلت لجنة مراقبة جديدة.", "A new لجنة مراقبة was formed.", "لجنة مراقبة"),
    ],
)  # fmt: skip
def test_words_of_the_source_are_found_as_one_run(
    pair: str, source: str, target: str, left: str
) -> None:
    assert flagged("text-untranslated", source, target, pair) == [left]


@pytest.mark.parametrize(
    ("pair", "source", "target"),
    [
        ("fr-en", "Il habite rue de la Paix.", "He lives in rue de la Paix."),
        ("fr-en", "L’Institut national de la jeunesse ferme.", "The Institut national de la jeunesse closes."),
        ("fr-en", "On lit « pas de panique » au mur.", "The wall says “pas de panique”."),
        ("fr-en", "Les sans papiers vivent cachés.", "Undocumented people (sans papiers) live in hiding."),
        ("fr-en", "C’est un accord de facto.", "It is a de facto agreement."),
        ("en-fr", "They use machine learning.", "Ils utilisent le machine learning."),
        ("en-de", "Save the Children is worried.", "Save the Children ist besorgt."),
        ("es-pt", "Es la segunda vez este año.", "É a segunda vez este ano."),
        ("ru-en", "Показатель (р=0,001) вырос.", "The index (р=0.001) grew."),
        ("ru-en", "Завод работает.", "The plantвЂ™s work goes on."),
        ("fr-en", "Lancez « ne pas faire » via http://ne.pas.fr/ne-pas.", "Run http://ne.pas.fr/ne-pas now."),
    ],
)  # fmt: skip
def test_names_titles_and_phrases_at_home_may_stay(pair: str, source: str, target: str) -> None:
    assert flagged("text-untranslated", source, target, pair) == []


def test_letters_tell_languages_apart() -> None:
    assert spelling_odds(["agua", "desalada"], "es", "en") > 16
    assert spelling_odds(["situation", "important"], "fr", "en") < 10
    assert spelling_odds(["whatever"], "xx", "en") == 0


WITH_CHROME = [tag for tag in known_languages() if profile(tag).has("chrome")]


@pytest.mark.parametrize("language", WITH_CHROME)
def test_every_label_of_a_pack_is_known_again(language: str) -> None:
    for label, phrases in profile(language).chrome.items():
        for phrase in phrases:
            line = phrase.replace("*", "words").replace("#", "12")
            known = chrome_label(document(line, language).blocks[0])
            assert known, (label, line)


def test_the_packs_have_the_same_labels() -> None:
    labels = {language: set(profile(language).chrome) for language in WITH_CHROME}
    assert len({frozenset(each) for each in labels.values()}) == 1


PROSE_FR = "Le pont rouvrira lundi matin à tous les véhicules."
PROSE_EN = "The bridge will reopen to all vehicles on Monday morning."


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ("Publicité", "Advertisement", 1),
        ("Je m’abonne", "I subscribe", 1),
        ("Newsletter", "Newsletter", 0),
        ("Commentaires", "Comments", 0),
        ("Partager\n\nImprimer", "Share\n\nPrint", 1),
        ("La publicité en question", "Advertising in question", 0),
        ("Marie-Charlotte Roupie", "Marie-Charlotte Roupie", 0),
        ("Lire aussi : le pont rouvre", "Read also: the bridge reopens", 1),
    ],
)
def test_a_line_is_furniture_by_two_signs(source: str, target: str, count: int) -> None:
    found = run(
        "page-chrome",
        f"{PROSE_FR}\n\n{source}\n\n{PROSE_FR}",
        f"{PROSE_EN}\n\n{target}\n\n{PROSE_EN}",
    ).findings
    assert len(found) == count
    assert all(each.origin is Origin.EXTRACTION for each in found)


def test_of_a_button_that_was_translated_word_for_word_the_usual_label_is_told() -> None:
    (found,) = run(
        "page-chrome", f"{PROSE_FR}\n\nJe m’abonne", f"{PROSE_EN}\n\nI subscribe"
    ).findings
    assert found.message.endswith("“I subscribe” is usually “Subscribe”")
    assert found.fix is None, "a label by another name is still furniture"


FIVE_FR = [
    "Le barrage de Cahora a été mis en service en 1974.",
    "Il alimente Tete, Sofala et plus de 900 villages.",
    "Les ingénieurs redoutent pourtant une nouvelle saison des pluies aussi forte.",
    "La société Hidro a promis 40 millions d’euros de travaux.",
    "Le chantier doit commencer le 12 mars à Tete.",
]
FIVE_EN = [
    "The Cahora dam went into service in 1974.",
    "It supplies Tete, Sofala and more than 900 villages.",
    "Engineers are nevertheless dreading another rainy season as heavy.",
    "The company Hidro has promised €40 million of works.",
    "The work is due to begin in Tete on March 12.",
]


def test_a_dropped_sentence_has_its_source_and_the_gap() -> None:
    source, target = "\n\n".join(FIVE_FR), "\n\n".join(FIVE_EN[:2] + FIVE_EN[3:])
    (found,) = run("sentence-missing", source, target).findings
    assert found.source
    assert source[found.source.start : found.source.end] == FIVE_FR[2]
    assert found.target
    assert found.target.start == found.target.end == target.index(FIVE_EN[1]) + len(FIVE_EN[1])


def test_a_sentence_that_its_neighbour_took_in_is_not_missing() -> None:
    merged = f"{FIVE_EN[1][:-1]}, while engineers are dreading another rainy season as heavy."
    target = "\n\n".join([FIVE_EN[0], merged, *FIVE_EN[3:]])
    assert not run("sentence-missing", "\n\n".join(FIVE_FR), target).findings


def test_a_complete_translation_has_nothing_missing_or_added() -> None:
    for rule in ("sentence-missing", "sentence-added"):
        assert not run(rule, " ".join(FIVE_FR), " ".join(FIVE_EN)).findings


def test_excerpts_end_at_a_word() -> None:
    assert excerpt("one two three four", 10) == "one two…"
    assert excerpt("字" * 30, 10) == "字" * 10 + "…"
    assert excerpt("short") == "short"


_TOWN = (
    "Le maire de Quimper a présenté mardi le budget de la ville devant 42 élus.",
    "Il prévoit 18 millions d’euros pour les écoles de Kerfeunteun.",
    "Les commerçants craignent une longue fermeture de la rue Kéréon.",
    "La mairie promet 2 500 euros par boutique, selon Nadia Ferhat.",
    "Le conseil votera le projet le 12 février.",
)
_TOWN_IN_ENGLISH = (
    "The mayor of Quimper presented the city’s budget to 42 councillors on Tuesday.",
    "It provides €18 million for schools in Kerfeunteun.",
    "Shopkeepers fear a long closure of rue Kéréon.",
    "The city promises €2,500 per shop, according to Nadia Ferhat.",
    "The council will vote on the project on February 12.",
)


def test_a_sentence_said_twice_is_no_addition() -> None:
    target = [*_TOWN_IN_ENGLISH[:3], _TOWN_IN_ENGLISH[2], *_TOWN_IN_ENGLISH[3:]]
    assert flagged("sentence-added", " ".join(_TOWN), " ".join(target)) == []


def test_what_moved_is_neither_missing_nor_added() -> None:
    caption = "L’architecte Nadia Ferhat devant la maquette du théâtre Max-Jacob à Quimper."
    moved = "Architect Nadia Ferhat in front of the model of the Max-Jacob theatre in Quimper."
    source = "\n\n".join((_TOWN[0], caption, *_TOWN[1:]))
    target = "\n\n".join((*_TOWN_IN_ENGLISH, moved))
    assert flagged("passage-moved", source, target) == [moved]
    for rule in ("sentence-added", "sentence-missing", "translation-truncated"):
        assert flagged(rule, source, target) == []


@pytest.mark.parametrize("kept", [4, 3])
def test_an_end_that_lacks_little_is_not_cut_off(kept: int) -> None:
    source, target = "\n\n".join(_TOWN), "\n\n".join(_TOWN_IN_ENGLISH[:kept])
    assert not run("translation-truncated", source, target).findings
    assert run("sentence-missing", source, target).findings


def test_a_part_that_begins_the_text_is_no_gloss_whatever_ends_it() -> None:
    source = """La société Hidro a promis des travaux et une route.
Le barrage de Cahora a été mis en service en 1974 par Lisbonne.
Le chantier doit commencer le 12 mars à Tete avec 300 ouvriers.
Il durera quatorze mois, selon le ministre Nadir Ferhat."""
    target = """Financed by Norfund bank to the tune of 40 million, \
the company Hidro has promised works and a road.
The Cahora dam was put into service in 1974 by Lisbon.
The works are due to begin in Tete on March 12 with 300 workers.
They will last fourteen months, according to minister Nadir Ferhat. ("""
    found = flagged("part-added", source, target)
    assert found == ["Financed by Norfund bank to the tune of 40 million"]


@pytest.mark.parametrize("short", ["", " (NR)"])
def test_what_a_short_form_stands_for_is_no_addition(short: str) -> None:
    part = "financed by Norfund bank of Oslo to the tune of 40 million"
    source = """La société Hidro (NR) a promis des travaux et une route.
Le barrage de Cahora a été mis en service en 1974 par Lisbonne.
Le chantier doit commencer le 12 mars à Tete avec 300 ouvriers.
Il durera quatorze mois, selon le ministre Nadir Ferhat."""
    target = f"""The company Hidro has promised works, {part}{short}, and a road.
The Cahora dam was put into service in 1974 by Lisbon.
The works are due to begin in Tete on March 12 with 300 workers.
They will last fourteen months, according to minister Nadir Ferhat."""
    assert flagged("part-added", source, target) == ([] if short else [part])
