"""The distance between two words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.features.distance import letters_apart

words = st.text(alphabet="abc", max_size=7)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("", "", 0),
        ("Sudani", "Sudani", 0),
        ("Sudani", "Sudni", 1),
        ("Sudani", "Suadni", 1),
        ("Sudani", "Sudono", 2),
        ("ca", "abc", 3),
        ("abcdef", "badcfe", 3),
        ("", "abc", 3),
    ],
)
def test_known_distances(left: str, right: str, apart: int) -> None:
    assert letters_apart(left, right, 9) == letters_apart(right, left, 9) == apart


def plain(left: str, right: str) -> int:
    """The same by its definition."""
    if not left or not right:
        return len(left) + len(right)
    best = min(
        plain(left[1:], right) + 1,
        plain(left, right[1:]) + 1,
        plain(left[1:], right[1:]) + (left[0] != right[0]),
    )
    if len(left) > 1 and len(right) > 1 and left[:2] == right[1] + right[0]:
        best = min(best, plain(left[2:], right[2:]) + 1)
    return best


@given(
    words.filter(lambda word: len(word) < 6),
    words.filter(lambda word: len(word) < 6),
    st.integers(0, 6),
)
def test_is_what_its_definition_says(left: str, right: str, most: int) -> None:
    assert letters_apart(left, right, most) == min(plain(left, right), most + 1)
