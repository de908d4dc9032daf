"""The mark that ends a passage."""

import re
from typing import NamedTuple

from tqcheck.features.marks import shapes_of
from tqcheck.model import Passage, Span, remembered

#: Scripts whose sentences end without a mark: Thai, Lao, Myanmar, Khmer, Tibetan.
_UNMARKED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
#: What may stand behind the last mark: closing quotation marks and brackets, spaces, notes.
_BEHIND = ' ")\n'
_FINAL = ".?!…"
_WORD_BEFORE = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*$")
_LONGEST_WORD = 40
_FACTS = ("abbreviations", "final_abbreviations", "number_abbreviations")


class End(NamedTuple):
    """The last mark of a passage by its class, "" where a word or figure ends it, and its place.

    What cannot be told, because a link, a sign or an abbreviation is last, has the class "~".
    """

    shape: str
    span: Span


@remembered
def sentence_end(passage: Passage) -> End:
    """What ends a passage, closing quotation marks and brackets left out."""
    shapes = shapes_of(passage)
    last = len(shapes.rstrip(_BEHIND)) - 1
    if last < 0:
        return End("~", passage.at(0, 0))
    shape = shapes[last]
    if shapes[last - 2 : last + 1] == "...":
        return End("…", passage.at(last - 2, last + 1))
    if shape == "." and _is_abbreviation(passage, last):
        return End("~", passage.at(last, last + 1))
    if shape in "aAo0":
        known = not _UNMARKED.match(passage.text, last)
        return End("" if known else "~", passage.at(last + 1, last + 1))
    return End(shape if shape in ".,;:!?…" else "~", passage.at(last, last + 1))


def is_final(end: End) -> bool:
    """Whether a mark ends a sentence."""
    return end.shape in _FINAL and end.shape != ""


def _is_abbreviation(passage: Passage, stop: int) -> bool:
    """Whether the last stop may be that of an abbreviation or of initials alone."""
    match = _WORD_BEFORE.search(passage.text, max(stop - _LONGEST_WORD, 0), stop)
    if match is None:
        return False
    word, profile = match.group(), passage.profile
    if (len(word) == 1 and word.isalpha()) or "." in word:
        return True
    return any(f"{word}." in getattr(profile, fact) for fact in _FACTS if profile.has(fact))
