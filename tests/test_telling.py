"""Words that tell nothing are asked about once."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.features.telling import Known, Telling


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


def test_memory_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqcheck.features.telling._MOST", 10)
    telling = Telling(str.isupper)
    for number in range(1000):
        assert telling.among([f"w{number}", "Capital".upper()]) == {"CAPITAL"}
    assert len(telling._dull) <= 12
    known = Known(str.upper)
    assert [known[f"w{number}"] for number in range(1000)][-1] == "W999"
    assert len(known) <= 12
