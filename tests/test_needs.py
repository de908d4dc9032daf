"""Where what a rule needs does not hold, the rule finds nothing."""

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.benchmarks.speed import rows
from tqcheck.corpora.rows import Row, pair_of, row_result
from tqcheck.model import Finding, Rule
from tqcheck.rules import all_rules
from tqcheck.rules.awake import awake
from tqcheck.session import examined, stable_rules

RULES = all_rules()
PAIRS = (("fr", "en"), ("en", "fr"), ("de", "en"), ("en", "de"), ("ru", "en"), ("es", "pt"))
JOINS = (" ", " ", " ", "", ". ", ", ", " — ", " (", ") ", " “", "” ", " '", " 5 ", ".", "-")


def examples() -> Iterator[Row]:
    """Every example of every rule as it stands, and with its sides changed over."""
    for rule in RULES:
        for example in (*rule.manual.flagged, *rule.manual.accepted):
            if not example.ending and not example.one_file:
                languages = (example.source_language, example.target_language)
                yield Row("", example.source, example.target, *languages)
                yield Row("", example.target, example.source, *reversed(languages))


def scrambled(count: int) -> Iterator[Row]:
    """Texts that share words, marks and figures in no order."""
    chance = random.Random(9)
    texts = [text for row in examples() for text in (row.source, row.target)]
    pool = [word for text in texts for word in text.split()]
    for _ in range(count):
        shared = chance.choices(pool, k=4)
        sides = []
        for _ in range(2):
            words = [*chance.choices(pool, k=chance.randrange(9)), *shared]
            chance.shuffle(words)
            sides.append("".join(word + chance.choice(JOINS) for word in words))
        source, target = sides
        yield Row("", source, target, *chance.choice(PAIRS))


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, object, object]]:
    return [(one.by.id, one.message, one.source, one.target) for one in findings]


def both_ways(row: Row) -> None:
    whole = examined(pair_of(row), RULES, {})
    quick = row_result(row, RULES)
    assert told(quick.findings) == told(whole.findings), row
    assert [one.finding for one in quick.hidden] == [one.finding for one in whole.hidden], row
    assert not [one for one in quick.not_run if one.broken]


def test_of_the_examples() -> None:
    for row in examples():
        both_ways(row)


def test_of_the_corpus() -> None:
    columns = ("source", "target", "source_lang", "target_lang")
    for row in rows()[::3]:
        both_ways(Row("", *(row[column] for column in columns)))


def test_of_texts_without_sense() -> None:
    for row in scrambled(600):
        both_ways(row)


@pytest.mark.parametrize(
    "row",
    [
        Row("", "", "", "fr", "en"),
        Row("", "Oui.", "", "fr", "en"),
        Row("", "", "Yes.", "fr", "en"),
        Row("", "…", "?!", "fr", "en"),
        Row("", "Oui.", "Yes.", "qq", "en"),
        Row("", "Oui.", "Yes.", "fr", "qq"),
    ],
)
def test_of_hardly_any_text(row: Row) -> None:
    both_ways(row)


def asleep(row: Row, rules: tuple[Rule, ...]) -> int:
    return len(rules) - len(awake(pair_of(row), rules))


def test_no_rule_is_asked_everywhere() -> None:
    rules = tuple(rule for rule in stable_rules() if rule.texts != "catalogues")
    pairs = [
        pair_of(Row("", row["source"], row["target"], row["source_lang"], row["target_lang"]))
        for row in rows()[::2]
    ]
    asked = Counter(rule for pair in pairs for rule in awake(pair, rules))
    shares = {rule.id: asked[rule] / len(pairs) for rule in rules if rule.needs}
    assert max(shares.values()) < 0.75, max(shares, key=shares.__getitem__)
    assert sum(asked.values()) / len(pairs) < len(rules) / 4
    assert [rule.id for rule in rules if not rule.needs] == [
        "translation-long",
        "translation-short",
    ]


def test_most_rules_are_not_asked() -> None:
    rules = stable_rules()
    row = Row("", "Il dort depuis hier.", "He has been asleep since yesterday.", "fr", "en")
    assert asleep(row, rules) > len(rules) * 3 / 4
    several = pair_of(row)
    several.beads *= 2
    assert awake(several, rules) is rules
