"""What other checkers look for: each row of peers.toml names a rule that finds its example, or
says why there is none. An example whose language is like "en>de.po" is one file with both texts.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tqcheck.documents.glossary import glossary_of
from tqcheck.model import Rule, marked
from tqcheck.rules import all_rules
from tqcheck.session import check_both, check_texts

ROWS: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "peers.toml").read_text(encoding="utf-8")
)
RULES = {rule.id: rule for rule in all_rules()}
#: Group → how many rows it has.
GROUPS = {
    "A": 12,
    "B": 10,
    "C": 14,
    "D": 11,
    "E": 8,
    "F": 3,
    "G": 8,
    "H": 3,
    "I": 6,
    "J": 4,
    "K": 3,
}
ALL = 82


def test_every_row_is_answered() -> None:
    ids = [f"{group}{number}" for group, count in GROUPS.items() for number in range(1, count + 1)]
    assert list(ROWS) == ids
    assert len(ids) == ALL
    for row in ROWS.values():
        assert row["title"].strip()
        answer = {"title", "rule", "source"}
        assert set(row) - {"glossary"} in ({"title", "why"}, answer, answer | {"target"})
        assert len(row.get("why", "a rule answers to it").split()) > 3


@pytest.mark.parametrize("row", [row for row, entry in ROWS.items() if "rule" in entry])
def test_the_rule_finds_the_example(row: str) -> None:
    entry = ROWS[row]
    rule = RULES[entry["rule"]]
    source_language, _, source = entry["source"].partition(": ")
    source_language, _, ending = source_language.partition(".")
    if ">" in source_language:
        in_one_file(source, source_language.split(">"), f"example.{ending}", rule)
        return
    target_language, _, target = entry["target"].partition(": ")
    between = "\n" if ending else "\n\n"
    (source, wrong_there), (target, wrong) = (
        marked(text.replace("\n", between)) for text in (source, target)
    )
    assert wrong or wrong_there, "the example marks nothing"
    name = f"example.{ending}" if ending else ""
    result = check_texts(
        source,
        target,
        source_language,
        target_language,
        [rule],
        name=name,
        glossary=glossary_of(entry["glossary"].strip()) if "glossary" in entry else None,
    )
    assert result.findings, result.not_run
    for spans, place in ((wrong, result.target_place), (wrong_there, result.source_place)):
        if spans:
            places = [place(finding) for finding in result.findings]
            found = [(each.start, each.end) for each in places if each is not None]
            assert found == list(spans)


def in_one_file(text: str, languages: list[str], name: str, rule: Rule) -> None:
    text, wrong = marked(text)
    result = check_both(text, name, languages[0], languages[1], [rule])
    places = [result.target_place(one) or result.source_place(one) for one in result.findings]
    assert [(each.start, each.end) for each in places if each is not None] == list(wrong)
