"""The lists of words: read as their package reads them, and searched without reading them."""

import gzip
import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.features.vocabulary import (
    corrections,
    frequency,
    glued_words,
    has_vocabulary,
    is_compound,
    is_known,
)
from tqcheck.languages import known_languages, profile
from tqcheck.languages.lexicon import LISTS, Lexicon, lexicon

WITH_LIST = [tag for tag in known_languages() if profile(tag).has("lexicon")]


@pytest.mark.parametrize("name", [*LISTS, "ar", "es", "fa", "it", "ru"])
def test_a_search_finds_what_the_list_says(name: str) -> None:
    package = find_spec("spellchecker")
    assert package is not None
    assert package.origin is not None
    path = Path(package.origin).parent / "resources" / f"{name}.json.gz"
    counts = json.loads(gzip.decompress(path.read_bytes()))
    found = lexicon(name)
    assert found is not None
    entries = list(counts)
    for word in (entries[0], *entries[1::997], entries[-1]):
        assert found.frequency(word) == counts[word]
        assert (f"{word}q!" in found) is (f"{word}q!" in counts)


@given(st.dictionaries(st.text("abcdé'", min_size=1), st.integers(1, 10**9), min_size=1), st.text())
def test_any_list_can_be_searched(counts: dict[str, int], other: str) -> None:
    text = json.dumps(dict(sorted(counts.items())), indent=0, ensure_ascii=False)
    found = Lexicon(text.encode())
    assert {word: found.frequency(word) for word in counts} == counts
    assert found.frequency(other) == counts.get(other, 0)


def test_no_list_is_asked_for_that_is_not_there() -> None:
    assert lexicon("xx") is None
    assert not has_vocabulary(profile("ja"))
    assert is_known(profile("ja"), "qwxz")


@pytest.mark.parametrize("tag", WITH_LIST)
def test_the_small_words_of_a_pack_are_words(tag: str) -> None:
    language = profile(tag)
    for word in (*language.function_words, *language.never_compounded):
        assert is_known(language, word), word
    for small in language.never_compounded:
        assert len(small) == 1 or frequency(language, small) > 500, small


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        ("en", "neighbours organised unfriended re denuclearization Iraq’s colourful programme"),
        ("de", "größer geht Wasserstoffs schließlich erfolgreichsten"),
        ("fr", "œuvre constitutionnellement géopolitiques"),
    ],
)
def test_words_made_of_known_ones_are_known(tag: str, known: str) -> None:
    assert [word for word in known.split() if not is_known(profile(tag), word)] == []


def test_what_is_glued_and_what_is_one_word() -> None:
    english = profile("en")
    assert glued_words(english, "theelectronics") == ("the", "electronics")
    assert glued_words(english, "nationalmourning") == ("national", "mourning")
    for word in ["heretofore", "paddock", "theropods", "anderson", "fourballs", "islander"]:
        assert glued_words(english, word) is None, word
    assert is_compound(english, "horsewhip")


def test_the_nearest_words() -> None:
    found = dict(corrections(profile("en"), "betwen"))
    assert "between" in found
    assert all(count > 0 for count in found.values())
