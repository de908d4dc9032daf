"""Every rule is tested by its own manual: the examples of its docstring."""

import re
from collections.abc import Iterator

import pytest

from tqcheck.documents.glossary import glossary_of
from tqcheck.model import Example, Pair, Place, Result, Rule, Segment, Span
from tqcheck.rules import all_rules
from tqcheck.session import check_both, check_texts

RULES = all_rules()
LANGUAGE_PAIRS_NEEDED = 2


def run(example: Example, rules: tuple[Rule, ...]) -> Result:
    name = f"example.{example.ending}" if example.ending else ""
    languages = example.source_language, example.target_language
    glossary = glossary_of(example.glossary) if example.glossary else None
    if example.one_file:
        result = check_both(example.target, name, *languages, rules)
    else:
        result = check_texts(
            example.source, example.target, *languages, rules, name=name, glossary=glossary
        )
    assert not [entry for entry in result.not_run if entry.broken], result.not_run
    return result


def cases(kind: str) -> Iterator[object]:
    for rule in RULES:
        for number, example in enumerate(getattr(rule.manual, kind)):
            yield pytest.param(rule, example, id=f"{rule.id}-{number}")


def spans(found: Iterator[Place | None], marked: tuple[Span, ...]) -> list[Span]:
    """The spans found; empty ones only where the example marks some."""
    places = [Span(place.start, place.end) for place in found if place is not None]
    gaps = any(span.start == span.end for span in marked)
    return sorted(span for span in places if gaps or span.start < span.end)


@pytest.mark.parametrize(("rule", "example"), list(cases("flagged")))
def test_flagged_at_the_marked_characters(rule: Rule, example: Example) -> None:
    result = run(example, (rule,))
    found = result.findings
    assert found, "nothing found"
    if example.one_file:
        places = (result.target_place(one) or result.source_place(one) for one in found)
        assert spans(places, example.target_spans) == sorted(example.target_spans)
        return
    for marked, place in (
        (example.target_spans, result.target_place),
        (example.source_spans, result.source_place),
    ):
        if marked:
            assert spans(map(place, found), marked) == sorted(marked)


@pytest.mark.parametrize(("rule", "example"), list(cases("accepted")))
def test_accepted_by_every_rule(rule: Rule, example: Example) -> None:
    found = run(example, RULES).findings
    assert not found, f"{rule.id} accepts this, but {[(f.by.id, f.message) for f in found]}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_is_written_by_the_rules_of_the_house(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.id)
    assert rule.check.__module__.rsplit(".", 1)[-1] == rule.check.__name__
    manual = rule.manual
    assert manual.summary.endswith(".")
    assert manual.summary.count(". ") == 0, "the summary is one sentence"
    assert manual.why, "say why it matters"
    assert manual.accepted
    assert manual.flagged
    for example in manual.flagged:
        assert example.target_spans or example.source_spans, "a flagged example marks its span"
    for example in manual.accepted:
        assert not example.target_spans
        assert not example.source_spans
    pairs = {(example.source_language, example.target_language) for example in manual.flagged}
    assert len(pairs) >= LANGUAGE_PAIRS_NEEDED
    assert re.fullmatch(r"[a-z-]+(/[a-z-]+)+", rule.mqm)
    assert rule.scope in (Pair, Segment) or rule.scope.__name__ == "Bead"
    for option in rule.options:
        assert option in rule.check.__annotations__, f"{option} has no type"
        assert option in manual.why, f"{option} is not explained"


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
