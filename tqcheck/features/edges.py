"""The white space around a message, which a catalogue keeps."""

from typing import NamedTuple

from tqcheck.features.markup import marks
from tqcheck.model import Passage, Span, remembered


class Edges(NamedTuple):
    """White space before and behind a message."""

    before: str
    behind: str

    @property
    def newlines(self) -> tuple[bool, bool]:
        """Whether the message begins, and whether it ends, with a line end."""
        return self.before.startswith("\n"), self.behind.endswith("\n")

    @property
    def spaces(self) -> tuple[str, str]:
        """The spaces next to the words."""
        return self.before.rpartition("\n")[2], self.behind.partition("\n")[0]


@remembered
def edges(passage: Passage) -> Edges:
    """The white space around a message, empty where there is none or it does not count."""
    found = {mark.kind: mark.value for mark in marks(passage, "before", "behind")}
    return Edges(found.get("before", ""), found.get("behind", ""))


def edge_word(passage: Passage, *, last: bool) -> Span:
    """The place of the last or the first word of a message."""
    text, words = passage.text, passage.text.split()
    return (
        passage.at(len(text) - len(words[-1]), len(text)) if last else passage.at(0, len(words[0]))
    )


def before(passage: Passage) -> Span:
    """The place of the white space before a message."""
    return Span(passage.span.start - len(edges(passage).before), passage.span.start)


def behind(passage: Passage) -> Span:
    """The place of the white space behind a message."""
    return Span(passage.span.end, passage.span.end + len(edges(passage).behind))
