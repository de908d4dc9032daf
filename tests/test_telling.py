"""Words that tell nothing are asked about once."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.features.telling import Bits, Known, Telling


@given(st.lists(st.lists(st.sampled_from(["a", "B", "c", "D", ""]), max_size=6), max_size=8))
def test_what_tells_is_always_found(texts: list[list[str]]) -> None:
    asked: Counter[str] = Counter()

    def tells(word: str) -> bool:
        asked[word] += 1
        return word.isupper()

    telling = Telling(tells)
    for text in texts:
        assert telling.among(text) == {word for word in text if word.isupper()}
    assert all(count == 1 for word, count in asked.items() if not word.isupper())


@given(st.lists(st.frozensets(st.sampled_from(["a", "B", "cc", "D", "EE", ""])), max_size=8))
def test_bits_of_several_words(texts: list[frozenset[str]]) -> None:
    asked: Counter[str] = Counter()

    def bits_of(word: str) -> int:
        asked[word] += 1
        return word.isupper() + 2 * (len(word) > 1)

    bits = Bits(bits_of)
    for text in texts:
        assert bits.of(text) == any(map(str.isupper, text)) + 2 * any(len(w) > 1 for w in text)
    assert set(asked.values()) <= {1}


def test_memory_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqcheck.features.telling._MOST", 10)
    telling = Telling(str.isupper)
    for number in range(1000):
        assert telling.among([f"w{number}", "Capital".upper()]) == {"CAPITAL"}
    assert len(telling._dull) <= 12
    known = Known(str.upper)
    assert [known[f"w{number}"] for number in range(1000)][-1] == "W999"
    assert len(known) <= 12
    bits = Bits(lambda word: word.isupper())
    for number in range(1000):
        assert bits.of({f"w{number}", f"W{number}"}) == 1
    assert len(bits._dull) + len(bits._telling) <= 12
