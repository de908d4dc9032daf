"""What a reader sees of what the rules found."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.filters import UnknownRule, fingerprinted, one_finding_a_fact, selected
from tqcheck.model import Finding, Origin, Severity, Span
from tqcheck.rules import all_rules
from tqcheck.session import check_texts

RULES = all_rules()


def finding(
    target: tuple[int, int] | None,
    source: tuple[int, int] | None = None,
    severity: Severity = Severity.MAJOR,
    origin: Origin = Origin.TRANSLATION,
) -> Finding:
    return Finding(
        "x",
        Span(*target) if target else None,
        Span(*source) if source else None,
        rule=RULES[0],
        severity=severity,
        origin=origin,
    )


def test_the_graver_of_two_findings_at_one_place_stays() -> None:
    minor, major = finding((0, 9), severity=Severity.MINOR), finding((5, 300))
    kept, hidden = one_finding_a_fact([minor, major])
    assert kept == [major]
    assert [entry.finding for entry in hidden] == [minor]


def test_the_more_precise_of_equals_stays() -> None:
    wide, narrow = finding((0, 90)), finding((70, 75))
    assert one_finding_a_fact([wide, narrow])[0] == [narrow]


def test_different_facts_stay() -> None:
    facts = [
        finding((0, 5)),
        finding((5, 9)),
        finding((2, 4), origin=Origin.EXTRACTION),
        finding(None, (2, 4)),
        finding((20, 20), (9, 12)),
        finding((20, 20), (12, 15)),
    ]
    assert one_finding_a_fact(facts) == (
        sorted(facts, key=lambda f: f.target or f.source or ()),
        [],
    )


place = st.none() | st.tuples(st.integers(0, 300), st.integers(0, 90)).map(
    lambda drawn: (drawn[0], sum(drawn))
)


def _is_gap(found: Finding) -> bool:
    target = found.target
    return found.source is not None and target is not None and target.start == target.end


@given(
    st.lists(
        st.tuples(place, place, st.sampled_from(Severity), st.sampled_from(Origin)).filter(
            lambda drawn: drawn[0] is not None or drawn[1] is not None
        ),
        max_size=12,
    )
)
def test_every_finding_is_kept_or_hidden_and_no_kept_ones_overlap(
    drawn: list[tuple[tuple[int, int] | None, tuple[int, int] | None, Severity, Origin]],
) -> None:
    findings = [finding(*arguments) for arguments in drawn]
    kept, hidden = one_finding_a_fact(findings)
    assert len(kept) + len(hidden) == len(findings)
    for number, one in enumerate(kept):
        for other in kept[number + 1 :]:
            if one.origin is other.origin and one.target and other.target:
                if _is_gap(one) and _is_gap(other):
                    continue  # two things may be missing at one place
                assert one.target != other.target
                assert one.target.end <= other.target.start or other.target.end <= one.target.start


def test_fingerprints_know_texts_and_not_places() -> None:
    source, target = "Le barrage mesure 185 mètres.", "The dam is 158 metres high."
    first = check_texts(source, target, "fr", "en").findings
    moved = check_texts(
        f"Il pleut depuis lundi.\n\n{source}",
        f"It has rained since Monday.\n\n{target}",
        "fr",
        "en",
    ).findings
    assert [f.fingerprint for f in first] == [f.fingerprint for f in moved]
    twice = check_texts(f"{source}\n\n{source}", f"{target}\n\n{target}", "fr", "en")
    assert len({f.fingerprint for f in twice.findings}) == 2 * len(first)
    other = fingerprinted(twice.pair, [replace(f, rule=RULES[0]) for f in twice.findings])
    assert not {f.fingerprint for f in other} & {f.fingerprint for f in twice.findings}


def test_selection() -> None:
    names = {rule.id for rule in selected(RULES, ["number-changed", "locale"], ["quotes-foreign"])}
    assert "number-changed" in names
    assert "quotes-foreign" not in names
    assert {rule.family for rule in RULES if rule.id in names} == {"accuracy", "locale"}
    with pytest.raises(UnknownRule, match="did you mean 'number-changed'"):
        selected(RULES, ["number-chaged"])


def test_what_the_source_has_too_is_hidden() -> None:
    result = check_texts("Il est est là, mais mais non.", "He is is there.", "fr", "en")
    assert not result.findings
