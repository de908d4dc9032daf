"""The articles of corpus/: what must be found, and that nothing else is.

    python -m tests.test_corpus

prints precision and recall per rule.
"""

import json
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tqcheck.model import Result, Severity, Span, marked
from tqcheck.rules import all_rules
from tqcheck.session import check, document

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLES = sorted(path.parent for path in CORPUS.glob("*/*/about.toml"))
#: What the findings of grave severity must reach over the whole corpus.
BAR = 0.95


class Expected(NamedTuple):
    """One line of findings.jsonl: the excerpt's `[[…]]` as a span of its text."""

    rule: str
    also: tuple[str, ...]
    severity: Severity
    side: str
    span: Span
    text: str


class Outcome(NamedTuple):
    """Expected and found, laid over each other."""

    matched: list[tuple[str, Severity]]
    missed: list[Expected]
    surplus: list[str]
    true: list[tuple[str, Severity]]
    false: list[tuple[str, Severity]]


def texts(article: Path) -> tuple[tuple[str, str], tuple[str, str]]:
    about = tomllib.loads((article / "about.toml").read_text(encoding="utf-8"))
    source, target = about["source_language"], about["target_language"]
    return (
        (source, (article / f"source.{source}.txt").read_text(encoding="utf-8")),
        (target, (article / f"target.{target}.txt").read_text(encoding="utf-8")),
    )


def expected(article: Path) -> list[Expected]:
    (_, source), (_, target) = texts(article)
    result = []
    for line in (article / "findings.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        side = "target" if "target" in entry else "source"
        whole = target if side == "target" else source
        excerpt, (span,) = marked(entry[side])
        assert whole.count(excerpt) == 1, f"{article.name}: not once in the {side}: {excerpt}"
        start = whole.index(excerpt)
        place = Span(start + span.start, start + span.end)
        result.append(
            Expected(
                entry["rule"],
                tuple(entry.get("also", ())),
                Severity(entry["severity"]),
                side,
                place,
                whole[place.start : place.end],
            )
        )
    return result


def result(article: Path) -> Result:
    (source_language, source), (target_language, target) = texts(article)
    return check(document(source, source_language), document(target, target_language))


@cache
def outcome(article: Path) -> Outcome:
    found = result(article).findings
    gold = expected(article)
    matched: list[tuple[str, Severity]] = []
    missed: list[Expected] = []
    explained: set[int] = set()
    for entry in gold:
        hits = [
            number
            for number, finding in enumerate(found)
            if finding.by.id in (entry.rule, *entry.also)
            and (span := getattr(finding, entry.side)) is not None
            and span.overlaps(entry.span)
        ]
        explained.update(hits)
        if hits:
            matched.append((entry.rule, entry.severity))
        else:
            missed.append(entry)
    return Outcome(
        matched,
        missed,
        [
            f"{finding.by.id}: {finding.message}"
            for number, finding in enumerate(found)
            if number not in explained
        ],
        [(f.by.id, f.severity) for number, f in enumerate(found) if number in explained],
        [(f.by.id, f.severity) for number, f in enumerate(found) if number not in explained],
    )


def figures() -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """(expected and found, expected, true findings, findings), by rule and by severity class."""
    hit: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    true: Counter[str] = Counter()
    fired: Counter[str] = Counter()

    def count(counter: Counter[str], rule: str, severity: Severity) -> None:
        counter[rule] += 1
        counter["minor" if severity is Severity.MINOR else "major and critical"] += 1

    for article in ARTICLES:
        laid = outcome(article)
        for rule, severity in laid.matched:
            count(hit, rule, severity)
            count(wanted, rule, severity)
        for entry in laid.missed:
            count(wanted, entry.rule, entry.severity)
        for rule, severity in laid.true:
            count(true, rule, severity)
            count(fired, rule, severity)
        for rule, severity in laid.false:
            count(fired, rule, severity)
    return hit, wanted, true, fired


def table() -> str:
    hit, wanted, true, fired = figures()
    lines = [f"{'':28} precision        recall"]
    for name in sorted(
        set(wanted) | set(fired), key=lambda name: (" " in name or name == "minor", name)
    ):
        precision = f"{true[name]}/{fired[name]}".rjust(7)
        recall = f"{hit[name]}/{wanted[name]}".rjust(7)
        shares = [
            f"{part / whole:.2f}" if whole else "  – "
            for part, whole in ((true[name], fired[name]), (hit[name], wanted[name]))
        ]
        lines.append(f"{name:28} {shares[0]} {precision}   {shares[1]} {recall}")
    return "\n".join(lines)


def test_there_is_a_corpus() -> None:
    pairs = Counter(article.parent.name for article in ARTICLES)
    assert sum(pairs.values()) >= 10
    assert pairs["fr-en"] >= 4
    assert len(pairs) >= 6


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_expectations_name_rules_and_places(article: Path) -> None:
    ids = {rule.id for rule in all_rules()}
    for entry in expected(article):
        assert {entry.rule, *entry.also} <= ids
        assert entry.text.strip()


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_clean_article_has_no_finding(article: Path) -> None:
    about = tomllib.loads((article / "about.toml").read_text(encoding="utf-8"))
    if about["clean"]:
        assert not expected(article)
        assert outcome(article).surplus == []


def test_precision_and_recall() -> None:
    hit, wanted, true, fired = figures()
    grave = "major and critical"
    print("\n" + table())
    assert hit[grave] / wanted[grave] >= BAR
    assert true[grave] / fired[grave] >= BAR


if __name__ == "__main__":
    for path in ARTICLES:
        laid = outcome(path)
        print(f"\n{path.parent.name}/{path.name}: {len(laid.matched)} of {len(expected(path))}")
        for gone in laid.missed:
            print(f"  missed   {gone.severity} {gone.rule}: {gone.text[:90]}")
        for line in laid.surplus:
            print(f"  surplus  {line}")
    print("\n" + table())
