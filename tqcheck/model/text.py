"""Text and its stretches: spans, blocks, segments, documents."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from tqcheck.model.language import LanguageProfile
from tqcheck.model.memory import remembered


class Span(NamedTuple):
    """A half-open stretch of `Document.text`, in code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character; an empty span is shared by what it lies in or touches."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


class Kind(StrEnum):
    """What a block is on its page, and so what its segments are."""

    SENTENCE = "sentence"  # running prose: a paragraph, and each sentence of it
    HEADING = "heading"
    ITEM = "item"
    CAPTION = "caption"
    TAG = "tag"  # a short line: label, tag, byline
    CELL = "cell"


class Place(NamedTuple):
    """Where a span stands in its file: `start`/`end` are 0-based half-open code points of the
    decoded file, lines and columns are 1-based code points.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(eq=False, slots=True)
class Passage:
    """A stretch of one document that facts can be asked of."""

    document: "Document"
    span: Span
    kind: Kind
    memory: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        return self.document.text[self.span.start : self.span.end]

    @property
    def profile(self) -> LanguageProfile:
        return self.document.profile

    @property
    def empty(self) -> bool:
        """Whether this only marks the gap where something is missing."""
        return self.span.start == self.span.end

    def at(self, start: int, end: int) -> Span:
        """The document's span of `self.text[start:end]`."""
        return Span(self.span.start + start, self.span.start + end)

    def holds(self, span: Span) -> bool:
        return self.span.start <= span.start and span.end <= self.span.end


@dataclass(eq=False, slots=True)
class Block(Passage):
    """A paragraph, heading, list item, caption or short line, without its list marker."""


@dataclass(eq=False, slots=True)
class Segment(Passage):
    """A sentence, or a whole block that is none. Neighbours joined are again a Segment."""

    @classmethod
    def joined(cls, segments: Sequence["Segment"]) -> "Segment":
        """The neighbours as one segment; one alone is returned itself, with what it remembers."""
        first, last = segments[0], segments[-1]
        if first is last:
            return first
        return cls(first.document, Span(first.span.start, last.span.end), first.kind)

    @classmethod
    def gap(cls, document: "Document", offset: int) -> "Segment":
        """An empty segment: the place where a counterpart is missing."""
        return cls(document, Span(offset, offset), Kind.SENTENCE)


class Mark(NamedTuple):
    """Markup that the prose is without: a tag, a link, an image, a heading, a list …

    `span` is the prose that it is about, empty where it holds none; `value` is what has to
    stay the same in a translation: the address, the tag's name, the level.
    """

    kind: str
    value: str
    span: Span


class Comment(NamedTuple):
    """What a comment tells tqcheck: ignore, ignore-file, off or on, for the rules and families
    named. `start`/`end` are its place in the file.
    """

    verb: str
    names: tuple[str, ...]
    reason: str
    start: int
    end: int
    #: The stretch of the file that it is about, where the format tells.
    about: tuple[int, int] | None = None


@dataclass(eq=False)
class Document:
    """The prose of one text. Rules see `text`; only `locate` knows the file.

    `raw` is the decoded file (byte order mark removed, line endings kept) where it differs
    from `text`, and `offsets[i]` is then the place in `raw` of `text[i]`, with one more entry
    for the end. `ends[i]` is the place behind `text[i]`, where some characters are written as
    several (`&amp;`, `\\n`). `marks` are the markup that `text` is without.
    """

    text: str
    profile: LanguageProfile
    path: str = ""
    blocks: tuple[Block, ...] = ()
    segments: tuple[Segment, ...] = ()
    raw: str | None = None
    offsets: Sequence[int] | None = None
    ends: Sequence[int] | None = None
    marks: tuple[Mark, ...] = ()
    #: What each block is called, where the file pairs them with those of a translation. Several
    #: blocks of a translation may have the key of one block of the source: plural forms.
    keys: tuple[str, ...] = ()
    #: What the file says of the whole: the formula of its plural forms.
    about: Mapping[str, str] = field(default_factory=dict)
    #: Comments to tqcheck, where they are not written as in text and HTML.
    comments: tuple[Comment, ...] | None = None
    #: How the file writes a text: with its escapes.
    written: Callable[[str], str] = str
    memory: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    @property
    def language(self) -> str:
        return self.profile.tag

    @property
    def file_text(self) -> str:
        return self.text if self.raw is None else self.raw

    def block_of(self, passage: Passage) -> Block:
        """The block in which a passage begins.

        Raises LookupError where the passage lies outside every block.
        """
        starts = _block_starts(self)
        index = bisect_right(starts, passage.span.start) - 1
        if index < 0:
            raise LookupError(f"no block at {passage.span}")
        return self.blocks[index]

    def locate(self, span: Span) -> Place:
        """The place of a span in the file."""
        start, end = span
        if self.offsets is not None:
            start = self.offsets[span.start]
            # The end of a span is where its last character ends, not where the next one
            # begins: markup may stand between the two.
            if span.end == span.start:
                end = start
            elif self.ends is not None:
                end = self.ends[span.end - 1]
            else:
                end = self.offsets[span.end - 1] + 1
        lines = _line_starts(self)
        line, end_line = bisect_right(lines, start), bisect_right(lines, end)
        return Place(
            path=self.path,
            start=start,
            end=end,
            line=line,
            column=start - lines[line - 1] + 1,
            end_line=end_line,
            end_column=end - lines[end_line - 1] + 1,
            text=self.file_text[start:end],
        )

    def span_at(self, start: int, end: int) -> Span:
        """The span that `locate` puts at `start`–`end` of the file.

        Raises LookupError where none does.
        """
        if self.offsets is None:
            return Span(start, end)
        starts, ends = _places(self)
        if start == end:
            first = starts.get(start, ends.get(start))
            if first is None:
                raise LookupError(f"no prose begins or ends at {start}")
            return Span(first, first)
        return Span(starts[start], ends[end])


@remembered
def _places(document: Document) -> tuple[dict[int, int], dict[int, int]]:
    """Where the characters of the file begin in the prose, and behind which they end."""
    assert document.offsets is not None  # noqa: S101  the caller has looked
    behind = document.ends or [start + 1 for start in document.offsets[: len(document.text)]]
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for index, (start, end) in enumerate(zip(document.offsets, behind, strict=False)):
        if start < end:
            starts.setdefault(start, index)
            ends[end] = index + 1
    return starts, ends


@remembered
def _block_starts(document: Document) -> list[int]:
    return [block.span.start for block in document.blocks]


@remembered
def _line_starts(document: Document) -> list[int]:
    text = document.file_text
    return [0, *_after_line_ends(text)]


def _after_line_ends(text: str) -> Iterable[int]:
    for index, character in enumerate(text):
        if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
            yield index + 1
