"""Who wrote a text, by the line that says so."""

import re

from tqcheck.features.names import Name, names
from tqcheck.model import Pair, Passage, remembered

#: Longer lines are sentences.
_LONGEST = 140
_ENDS = ".!?。！？؟…"
_FIRST = re.compile(r"\s*([^\W\d_]+)")


def has_byline(pair: Pair) -> bool:
    """Whether a text has a line that says who wrote it."""
    return any(map(is_byline, (*pair.source.segments, *pair.target.segments)))


def is_byline(passage: Passage) -> bool:
    """Whether a passage is a short line that begins with "By" or what its language has for it."""
    profile = passage.profile
    opening = _FIRST.match(passage.text)
    return (
        opening is not None
        and is_short_line(passage)
        and profile.has("byline_words")
        and opening[1].lower() in profile.byline_words
    )


def is_short_line(passage: Passage) -> bool:
    """Whether a passage is short and no sentence ends with it."""
    return len(passage.text) <= _LONGEST and passage.text.rstrip()[-1:] not in _ENDS


@remembered
def persons(passage: Passage) -> tuple[Name, ...]:
    """The names of two words or more in a line, in order."""
    return tuple(name for name in names(passage) if len(name.words) > 1)
