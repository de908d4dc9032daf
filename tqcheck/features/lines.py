"""The lines within a message."""

import re

from tqcheck.model import Passage, Span, remembered

#: Where a line ends within a message, with the space around it.
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*")
#: What a line ends or the next begins with that was meant to stand by itself: others are only
#: where a long text was wrapped.
_ENDS = re.compile(r"[.!?…:;。！？：；؟।)\]}\"”»]$")
_BEGINS = re.compile(r"(?:[-*•·–—#>|]|\d{1,2}[.)]|[^\W\d_][.)])[ \t\u00a0]")


@remembered
def line_breaks(passage: Passage) -> tuple[Span, ...]:
    """The ends of lines within a message that are meant: before a blank line or an item of a list,
    or behind a mark that ends something, where no line ends without one.
    """
    text = passage.text
    breaks = list(_BREAK.finditer(text))
    meant = [
        match
        for match in breaks
        if match.group().count("\n") + match.group().count("\r") > 1
        or _BEGINS.match(text, match.end())
    ]
    ended = [
        match for match in breaks if _ENDS.search(text[max(0, match.start() - 1) : match.start()])
    ]
    if len({*meant, *ended}) == len(breaks):
        meant = breaks
    return tuple(passage.at(*match.span()) for match in meant)


@remembered
def breaks_lines(passage: Passage) -> bool:
    """Whether a message has several lines, meant or wrapped."""
    return bool(_BREAK.search(passage.text))
