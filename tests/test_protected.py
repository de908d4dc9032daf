"""What is protected is looked for where its signs are, and one look tells a text without any."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from tqcheck.features import protected

TEXTS = st.text(st.sampled_from("aw1 .,:;/\\@#&<_=%{}()`^'’×：；-|*\u00a0mailto"), max_size=16)


@given(TEXTS)
@example("www.-a")
@example("main()")
def test_no_text_with_a_sign_is_passed_over(text: str) -> None:
    signs = [kind for kind, sign in protected._TELLING.items() if sign.search(text)]
    assert protected._ANY.search(text) or not signs


@given(TEXTS)
@example("a_b")
@example("12 345")
@example("/etc/hosts")
def test_every_kind_has_its_sign(text: str) -> None:
    for kind, form in protected._KINDS.items():
        if re.search(form, text):
            assert protected._TELLING[kind].search(text), kind
