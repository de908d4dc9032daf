"""The articles of corpus/: what must be found, and that nothing else is.

    python -m tests.test_corpus

prints what is missed and what is too much, article by article; `tqcheck evaluate corpus` has the
figures for each rule.
"""

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tqcheck.evaluation.articles import Outcome, articles, expected, outcome
from tqcheck.model import Severity
from tqcheck.rules import all_rules

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLES = articles(CORPUS)
#: What the findings of grave severity must reach over the whole corpus.
BAR = 0.95

laid_over = cache(outcome)


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
        assert laid_over(article).surplus == []


def test_precision_and_recall() -> None:
    laid: list[Outcome] = [laid_over(article) for article in ARTICLES]
    matched = sum(grave(one.matched) for one in laid)
    missed = sum(entry.severity is not Severity.MINOR for one in laid for entry in one.missed)
    true, false = (
        sum(map(grave, found)) for found in zip(*((o.true, o.false) for o in laid), strict=True)
    )
    assert matched / (matched + missed) >= BAR
    assert true / (true + false) >= BAR


def grave(found: list[tuple[str, Severity]]) -> int:
    return sum(severity is not Severity.MINOR for _, severity in found)


if __name__ == "__main__":
    for path in ARTICLES:
        one = outcome(path)
        print(f"\n{path.parent.name}/{path.name}: {len(one.matched)} of {len(expected(path))}")
        for gone in one.missed:
            print(f"  missed   {gone.severity} {gone.rule}: {gone.text[:90]}")
        for line in one.surplus:
            print(f"  surplus  {line}")
