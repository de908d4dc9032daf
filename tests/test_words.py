"""Words of a text: one tokenisation, and a quick way to it."""

from hypothesis import example, given
from hypothesis import strategies as st

from tqcheck.features import words

TEXTS = st.text(st.sampled_from("aBé1²_'’ʼ-‑·., \n日พ\u0301\u0640\u200dßⅧ"), max_size=24)


@given(TEXTS)
@example("l’Irak, U.S. and 1,500.5 of A.B.C-12's Marie-Charlotte")
def test_the_quick_way_finds_the_same_words(text: str) -> None:
    assert words.texts_of_words(text) == words._WORD.findall(text)
