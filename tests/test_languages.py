"""The language packs: what they state is known, tidy, and does what their examples say."""

import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

import tqcheck.languages
from tqcheck.features.chrome import chrome_label
from tqcheck.features.scripts import script_counts
from tqcheck.languages import known_languages, profile
from tqcheck.languages.plurals import plural_categories, plural_forms
from tqcheck.model import LanguageProfile
from tqcheck.segmentation import sentences
from tqcheck.session import document

PACKS = sorted(Path(tqcheck.languages.__file__).parent.glob("*.toml"))
#: What only tests read.
EXAMPLES = "examples"
FACTS = LanguageProfile.facts()
SEGMENT_EXAMPLES_NEEDED = 4
#: Facts that every language with a pack of its own states.
NEEDED = ("name", "scripts", "quotes", "space_before", "months", "weekdays")


def entries(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def examples(key: str) -> Iterator[Any]:
    for path in PACKS:
        for number, example in enumerate(entries(path).get(EXAMPLES, ())):
            if key in example:
                yield pytest.param(path.stem, example, id=f"{path.stem}-{number}")


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
class TestPack:
    def test_states_only_known_facts(self, path: Path) -> None:
        assert set(entries(path)) <= {*FACTS, EXAMPLES}

    def test_can_be_read(self, path: Path) -> None:
        language = profile(path.stem)
        for fact in entries(path):
            if fact != EXAMPLES:
                getattr(language, fact)

    def test_is_composed_unicode(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text)

    def test_says_nothing_twice(self, path: Path) -> None:
        for fact, entry in entries(path).items():
            value = getattr(profile(path.stem), fact) if fact in FACTS else ()
            if not isinstance(entry, str) or isinstance(value, str):
                continue
            # A fact that is read as words is a list of words, any other one of lines.
            items = [line.strip() for line in entry.splitlines() if line.strip()]
            if len(value) != len(items):
                items = entry.split()
            twice = {item for item in items if items.count(item) > 1}
            assert not twice, f"{fact} repeats {twice}"


@pytest.mark.parametrize("tag", known_languages())
class TestLanguage:
    def test_states_what_every_language_needs(self, tag: str) -> None:
        for fact in NEEDED:
            assert profile(tag).has(fact), fact

    def test_has_twelve_months_and_seven_days(self, tag: str) -> None:
        assert len(profile(tag).months) == 12
        assert len(profile(tag).weekdays) == 7

    def test_no_name_is_of_two_months_or_of_two_days(self, tag: str) -> None:
        for lines in (profile(tag).months, profile(tag).weekdays):
            names = [name.lower() for line in lines for name in set(line.lower().split())]
            assert len(names) == len(set(names))

    def test_quotes_are_pairs_of_marks(self, tag: str) -> None:
        for pair in profile(tag).quotes:
            assert all(len(mark) == 1 and not mark.isalnum() for mark in pair), pair

    def test_words_are_in_the_scripts_of_the_language(self, tag: str) -> None:
        language = profile(tag)
        facts = ("function_words", "months", "weekdays", "elisions")
        for fact in facts:
            if language.has(fact):
                text = " ".join(getattr(language, fact))
                assert set(script_counts(text)) <= set(language.scripts), fact

    def test_function_words_are_in_small_letters(self, tag: str) -> None:
        if profile(tag).has("function_words"):
            assert [word for word in profile(tag).function_words if word != word.lower()] == []

    def test_abbreviations_end_in_a_stop_and_have_one_role(self, tag: str) -> None:
        language = profile(tag)
        roles = [
            language.abbreviations,
            language.final_abbreviations,
            language.number_abbreviations,
        ]
        assert [phrase for role in roles for phrase in role if not phrase.endswith(".")] == []
        assert len(frozenset().union(*roles)) == sum(map(len, roles))

    def test_legal_doubles_are_doubles(self, tag: str) -> None:
        for phrase in profile(tag).legal_doubles:
            first, second = phrase.split()
            assert first == second

    def test_has_examples_of_segments(self, tag: str) -> None:
        path = Path(tqcheck.languages.__file__).with_name(f"{tag}.toml")
        count = sum("segments" in example for example in entries(path)[EXAMPLES])
        assert count >= SEGMENT_EXAMPLES_NEEDED


@pytest.mark.parametrize(("tag", "example"), list(examples("segments")))
def test_example_of_segments(tag: str, example: dict[str, Any]) -> None:
    text = example["text"]
    found = [text[start:end] for start, end in sentences(text, profile(tag))]
    assert len(found) == example["segments"], found


@pytest.mark.parametrize(("tag", "example"), list(examples("chrome")))
def test_example_of_page_furniture(tag: str, example: dict[str, Any]) -> None:
    label = chrome_label(document(example["text"], tag).blocks[0])
    assert label is not None
    assert label.id == example["chrome"]


#: CLDR 48 gives them a form for one, which messages written before it do not have.
LATELY_ONE = {"kok", "tg", "vi"}


def test_plural_categories_are_those_of_cldr() -> None:
    for name in locale_identifiers():
        if "_" in name or name in LATELY_ONE:
            continue
        plural_form = Locale(name).plural_form
        reached = {plural_form(number) for number in range(1001)}
        assert set(plural_categories(name)) == reached, name


@pytest.mark.parametrize(
    ("formula", "forms"),
    [
        ("nplurals=2; plural=(n != 1);", [1, 0, 1]),
        ("nplurals=1; plural=0;", [0, 0, 0]),
        (
            "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
            [2, 0, 1],
        ),
    ],
)
def test_plural_forms(formula: str, forms: list[int]) -> None:
    found = plural_forms(formula)
    assert found is not None
    assert list(found.forms[:3]) == forms


@pytest.mark.parametrize(
    "formula",
    ["", "nplurals=INTEGER; plural=EXPRESSION;", "nplurals=2; plural=n/0;", "nplurals=2; plural=2;"]
    + [
        f"nplurals=2; plural={text};"
        for text in ("import os", "(" * 500, "n.__class__", "n" * 2000)
    ],
)
def test_plural_forms_that_are_none(formula: str) -> None:
    assert plural_forms(formula) is None
