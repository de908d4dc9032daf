"""What holds for the rules that judge the surface, whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tqcheck.languages import known_languages, profile
from tqcheck.model import Finding, Result, Span
from tqcheck.rules import all_rules
from tqcheck.session import check_texts

NAMES = {
    "stray-mark",
    "bracket-unpaired",
    "words-glued",
    "word-doubled",
    "passage-repeated",
    "spacing-foreign",
    "quotes-foreign",
    "encoding-damaged",
    "capitals-changed",
    "capital-missing",
}
RULES = tuple(rule for rule in all_rules() if rule.id in NAMES)

#: Pieces that the rules look at, so that they meet in every order.
PIECES = [
    *"aAéßЖжع中のไ7",
    *" \u00a0\u202f\n",
    *".,;:!?…。，、：！？؟؛।",
    *"()[]{}（）【】«»“”„‘’\"'「」《》",
    *"-–—/\\_@#%^`|&<>*",
    *"\ufffd\u200d\u0301😀Ãâ€™Ð°",
    "the ",
    "The ",
    "was in ",
    "UNITED ",
    "États",
    "http://a.b/c",
    "3,5",
    "a.m.",
    ":-)",
    "...",
]
languages = st.sampled_from(known_languages())
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)
CLEAN = [
    "The minister left the room, and nobody followed.",
    "Prices rose (by 3.2% in May); wages fell: few noticed.",
    "Who will pay? The council says that it cannot. It has asked the government for help.",
    "“We had hoped for more,” she said, “but the bridge was closed at 6:30 p.m. on Tuesday.”",
]
FRENCH = "Le conseil se réunira demain à huit heures dans la grande salle de la mairie."


def checked(source: str, target: str, source_language: str, target_language: str) -> Result:
    result = check_texts(source, target, source_language, target_language, RULES)
    assert not [entry for entry in result.not_run if entry.broken], result.not_run
    return result


def applied(text: str, finding: Finding) -> str:
    assert finding.fix is not None
    start, end = finding.fix.span
    return text[:start] + finding.fix.replacement + text[end:]


@settings(max_examples=300, deadline=None)
@given(texts, texts, languages, languages)
def test_no_text_breaks_a_rule_and_no_span_leaves_the_text(
    source: str, target: str, source_language: str, target_language: str
) -> None:
    if not source.strip() or not target.strip():
        return
    for finding in checked(source, target, source_language, target_language).findings:
        cure = finding.fix.span if finding.fix else Span(0, 0)
        for start, end in filter(None, (finding.target, cure)):
            assert 0 <= start <= end <= len(target)


@settings(max_examples=300, deadline=None)
@given(texts, languages)
@example("«the «the ", "ar")
def test_a_text_adds_nothing_to_itself(text: str, language: str) -> None:
    if not text.strip():
        return
    assert not checked(text, text, language, language).findings


@pytest.mark.parametrize("text", CLEAN)
def test_cures_give_the_clean_text_back(text: str) -> None:
    assert not checked(FRENCH, text, "fr", "en").findings
    places = [place for place, mark in enumerate(text) if mark == " "]
    for start, end in pairwise(places):
        word = text[start:end]
        legal = f"{word.strip()}{word}".lower() in profile("en").legal_doubles
        if word.strip().isalpha() and len(word) > 2 and not legal:
            restored(text, text[:end] + word + text[end:], "word-doubled")
    for place, mark in enumerate(text):
        if mark in ":;?":
            if text[place + 1 : place + 2].isdigit():
                continue
            restored(text, text[:place] + " " + text[place:], "spacing-foreign")
        if mark == "," and text[place + 1] == " ":
            restored(text, text[:place] + " " + text[place:], "stray-mark")
        if mark == "," and text[place + 1] == " " and text[place + 2].isalpha():
            restored(text, text[: place + 1] + text[place + 2 :], "words-glued")
        if mark in ",;" and text[place + 1] == " ":
            restored(text, text[:place] + mark + text[place:], "stray-mark")


def restored(clean: str, damaged: str, rule: str) -> None:
    """The rule finds one defect in the damaged text, and its cure undoes it."""
    found = [each for each in checked(FRENCH, damaged, "fr", "en").findings if each.by.id == rule]
    assert len(found) == 1, (damaged, found)
    assert applied(damaged, found[0]) == clean


@pytest.mark.parametrize(
    "piece",
    ["a ", "a.", "a, ", "( ", ")", "« ", "“a", ". ).", "aB", "Ã©", "the the ", "一二", "A ", ":"],
)
def test_long_texts_break_no_rule(piece: str) -> None:
    text = piece * (6_000 // len(piece))
    assert not [item for item in checked(FRENCH, text, "fr", "en").not_run if item.broken]
