"""Words that tell nothing are asked about once."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tqcheck.features.telling import Telling


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


def test_memory_has_a_bound() -> None:
    telling = Telling(str.isupper)
    telling._MOST = 10
    for number in range(1000):
        assert telling.among([f"w{number}", "Capital".upper()]) == {"CAPITAL"}
    assert len(telling._dull) <= 12
