"""Words that say the opposite of each other."""

from pathlib import Path

import pytest

import tqcheck.languages
from tqcheck import check_texts
from tqcheck.languages.opposites import DOUBTFUL, opposites
from tqcheck.languages.tables import lines
from tqcheck.rules import all_rules

RULE = next(rule for rule in all_rules() if rule.id == "meaning-contradicted")
TABLES = Path(tqcheck.languages.__file__).parent
LANGUAGES = sorted(path.suffixes[0][1:] for path in TABLES.glob("opposites.*.tsv"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_the_same_poles(language: str) -> None:
    poles = [pole for pole, *_ in lines(f"opposites.{language}")[1:]]
    assert poles == list(opposites("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_tells_one_thing_of_a_group(language: str) -> None:
    seen: dict[tuple[str, str], str] = {}
    for pole, forms in opposites(language).items():
        group = pole.partition("/")[0]
        for form in forms:
            assert form == form.strip()
            assert len(form.strip(f"{DOUBTFUL}*")) > 0
            assert "*" not in form[:-1]
            if not form.startswith(DOUBTFUL):
                assert seen.setdefault((group, form), pole) == pole


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_can_tell_a_pole_can_be_contradicted(language: str) -> None:
    """A pole of two would be told where its opposite has no words that keep the rule silent."""
    groups: dict[str, list[bool]] = {}
    for pole in opposites("en"):
        groups.setdefault(pole.partition("/")[0], []).append(pole in opposites(language))
    pairs = {group: has_forms for group, has_forms in groups.items() if len(has_forms) == 2}
    assert [group for group, has_forms in pairs.items() if any(has_forms) != all(has_forms)] == []


@pytest.mark.parametrize(
    ("source_language", "source", "target_language", "target", "expected"),
    [
        ("fr", "La ville est située au nord-est.", "en", "The city lies in the north-west.", ["north-west"]),
        ("fr", "La ville est située au nord-est.", "en", "The city lies in the north-east.", []),
        ("fr", "L’augmentation a surpris tout le monde.", "en", "The decrease surprised everyone.", ["decrease"]),
        ("ar", "أكد الوزير النبأ.", "en", "The minister denied the report.", ["denied"]),
        ("ar", "وأكد الوزير النبأ.", "en", "The minister denied the report.", ["denied"]),
        ("zh", "他的女儿住在巴黎。", "en", "His son lives in Paris.", []),
        ("zh", "他的儿子住在巴黎。", "en", "His daughter lives in Paris.", ["daughter"]),
        ("en", "He was not guilty.", "fr", "Il était innocent.", []),
        ("en", "He is not a student.", "fr", "Ce n’est pas un enseignant.", ["enseignant"]),
    ],
)  # fmt: skip
def test_examples(
    source_language: str, source: str, target_language: str, target: str, expected: list[str]
) -> None:
    result = check_texts(source, target, source_language, target_language, [RULE])
    found = [
        target[finding.target.start : finding.target.end]
        for finding in result.findings
        if finding.target
    ]
    assert found == expected
