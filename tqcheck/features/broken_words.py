"""Words that a line’s end has cut in two."""

import re
from typing import NamedTuple

from tqcheck.features.vocabulary import frequency, has_vocabulary
from tqcheck.features.words import word_counts
from tqcheck.model import Passage, Span, remembered

_BROKEN = re.compile(
    r"(?<![^\W_])(?<![-‑])(?P<left>[^\W\d_]{2,30})[-‑\u00ad] (?P<right>[^\W\d_]{2,30})(?![-‑])(?![^\W_])"
)
#: How frequent a word must be for its halves to be one.
#: One of these stands where a word was cut.
HYPHENS = "-‑\u00ad"
_FREQUENT = 100


class Broken(NamedTuple):
    """Two halves with a hyphen and a space between, the word that they are, and where it is cut."""

    whole: str
    span: Span
    cut: Span


@remembered
def broken_words(passage: Passage) -> tuple[Broken, ...]:
    """The halves that are a word of the language or of the text, in order."""
    text = passage.text
    if "- " not in text and "‑ " not in text and "\u00ad " not in text:
        return ()
    found = []
    for match in _BROKEN.finditer(text):
        whole = match["left"] + match["right"]
        if match["right"].islower() and _is_word(passage, whole):
            cut = passage.at(match.end("left"), match.start("right"))
            found.append(Broken(whole, passage.at(*match.span()), cut))
    return tuple(found)


def _is_word(passage: Passage, whole: str) -> bool:
    profile, counts = passage.profile, word_counts(passage.document)
    if counts[whole] or counts[whole.lower()]:
        return True
    return has_vocabulary(profile) and frequency(profile, whole.lower()) >= _FREQUENT
