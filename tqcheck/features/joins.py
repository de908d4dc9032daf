"""Words run together: a space lost between two words, or behind a mark."""

import re
from typing import NamedTuple

from tqcheck.features.marks import shapes_of
from tqcheck.features.words import unspaced
from tqcheck.model import Passage, Span, remembered

# In the alphabet of `shapes_of`: a small letter before a capital, marks between letters, a
# bracket with several words or a capital in it, a figure on a word.
_JOIN = re.compile(
    r"(?<![aAo0~.])(?:"
    r"(?P<left>A?a+)(?P<right>Aa+)(?![aAo0~])"
    r"|(?P<end>A?aa+)(?P<stop>[.!?:])(?P<start>A(?:a+|(?= )))(?![aAo0~.])"
    r"|(?<![,;])(?P<item>(?:A?a|o)[ao]+)(?P<comma>[,;])(?P<next>(?:A?a|o)[ao]+)(?![aAo0~.,;])"
    r"|(?P<outside>A?aa+)(?P<opened>\()(?P<inside>[aA0]+)(?= [^()\n]{1,300}\))"
    r"|(?P<last>[A0][aA0]+|(?<= )a[aA0]+)(?P<closed>\))(?P<after>aa+)(?![aAo0~])"
    r"|(?P<word>aa+)(?P<figure>00+)(?![aAo0~])"
    r")"
)
_WIDE = re.compile(r"[\u3000-\u303f\uff00-\uff65]")


class Join(NamedTuple):
    """Two words without the space between them; `mark` is what stands there instead."""

    left: str
    mark: str
    right: str
    span: Span
    #: Where the space is missing.
    gap: int


@remembered
def joins(passage: Passage) -> tuple[Join, ...]:
    """The places where a space may be missing, in order."""
    text, found = passage.text, []
    for match in _JOIN.finditer(shapes_of(passage)):
        groups = [name for name in match.groupdict() if match[name] is not None]
        left, right = match.span(groups[0]), match.span(groups[-1])
        mark = text[left[1] : right[0]]
        if _WIDE.match(mark) or unspaced(text[left[0] : right[1]]):
            continue
        found.append(
            Join(
                text[slice(*left)],
                mark,
                text[slice(*right)],
                passage.at(left[0], right[1]),
                passage.span.start + (left[1] if mark == "(" else right[0]),
            )
        )
    return tuple(found)
