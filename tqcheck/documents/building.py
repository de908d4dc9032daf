"""A document put together from stretches of its file, each with its place there."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tqcheck.documents.plain import UnreadableText
from tqcheck.model import Block, Document, Kind, LanguageProfile, Mark, Span

#: What parts two blocks in `Document.text`.
_BETWEEN = "\n\n"


class Stretch(NamedTuple):
    """A piece of prose, and where the file holds it: `start`–`end` are written as `text`."""

    text: str
    start: int
    end: int


_FINAL = (".", "!", "?", "…", "。", "！", "？", "؟", "।", ":", "：")
_LONGEST_TAG_WORDS = 6
#: Characters of the longest message that is read: a book’s chapter is a tenth of it.
_LONGEST_MESSAGE = 500_000


def message_kind(text: str) -> Kind:
    """What a message of a catalogue is: a sentence, a heading, or the short text of a label."""
    if text.rstrip("\ufffc ").endswith(_FINAL) or "\n" in text:
        return Kind.SENTENCE
    return Kind.TAG if len(text.split()) <= _LONGEST_TAG_WORDS else Kind.HEADING


class Builder:
    """Takes prose in the order of the file, and remembers where each character came from."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._parts: list[str] = []
        self._offsets = array("q")
        self._ends = array("q")
        self._blocks: list[tuple[Span, Kind]] = []
        self._keys: list[str] = []
        self._marks: list[Mark] = []
        #: Where what parts two blocks stands.
        self._gaps: set[int] = set()
        #: Markup outside the prose: kind, value, and its place in the file.
        self._asides: list[tuple[str, str, int, int]] = []
        self._start: int | None = None
        self._kind = Kind.SENTENCE
        #: What the next block is that begins by itself.
        self.kind = Kind.SENTENCE
        self._last = ""

    @property
    def here(self) -> int:
        """The place in the prose where the next character goes."""
        return len(self._offsets)

    @property
    def in_space(self) -> bool:
        """Whether a block is open, and white space stands at its end."""
        return self._start is not None and self._last.isspace()

    def verbatim(self, start: int, end: int) -> None:
        """Prose that stands in the file as it is."""
        if start < end:
            self._add(self.raw[start:end], range(start, end), range(start + 1, end + 1))

    def mapped(self, text: str, origins: Sequence[int]) -> None:
        """Prose of which each character stands in the file, at a place of its own."""
        if text:
            self._add(text, origins, [origin + 1 for origin in origins])

    def written(self, text: str, start: int, end: int) -> None:
        """Prose that the file writes otherwise, as `start`–`end`: an escape, an entity."""
        if text:
            self._add(text, (start,) * len(text), (end,) * len(text))

    def space(self, start: int, end: int) -> None:
        """A run of white space, which is one space; none at the beginning of a block."""
        if self._start is not None and self._last and not self._last.isspace():
            self.written(" ", start, end)

    def _add(self, text: str, starts: Iterable[int], ends: Iterable[int]) -> None:
        if self._start is None:
            self.begin(self.kind)
        self._parts.append(text)
        self._offsets.extend(starts)
        self._ends.extend(ends)
        self._last = text[-1]

    def begin(self, kind: Kind = Kind.SENTENCE) -> None:
        """Begin a block, and end the one before."""
        self.end()
        if self._blocks:
            behind = self._ends[-1]
            self._gaps.add(self.here)
            self._parts.append(_BETWEEN)
            self._offsets.extend((behind,) * len(_BETWEEN))
            self._ends.extend((behind,) * len(_BETWEEN))
        self._start, self._kind, self._last = self.here, kind, ""

    def message(self, key: str, *, edges: bool = True) -> Span | None:
        """End the block as the message of a catalogue, called `key`; its span, if it holds
        anything. What it is its words tell, and the white space around it is marked where it
        counts (`edges`).

        Raises UnreadableText where it is too long for any message.
        """
        begun = self.here if self._start is None else self._start
        text = self._tail(begun)
        if len(text) > _LONGEST_MESSAGE:
            line = self.raw.count("\n", 0, self._offsets[begun]) + 1
            raise UnreadableText(
                f"has a message of {len(text):,} characters in line {line}: split it"
            )
        span = self.end(message_kind(text.strip()))
        if span is not None:
            self._keys.append(key)
            before, behind = text[: span.start - begun], text[span.end - begun :]
            for kind, white, at in (("before", before, span.start), ("behind", behind, span.end)):
                if white and edges:
                    self.mark_span(kind, white, Span(at, at))
        return span

    def end(self, kind: Kind | None = None) -> Span | None:
        """End the block, without the white space around it; its span, if it holds anything."""
        begun, self._start, self._last = self._start, None, ""
        of_kind = kind or self._kind
        if begun is None:
            return None
        text = self._tail(begun)
        start = begun + len(text) - len(text.lstrip())
        end = begun + len(text.rstrip())
        if start >= end:
            return None
        self._blocks.append((Span(start, end), of_kind))
        return self._blocks[-1][0]

    def _tail(self, start: int) -> str:
        """The prose from a place on."""
        parts: list[str] = []
        missing = self.here - start
        for part in reversed(self._parts):
            if missing <= 0:
                break
            parts.append(part)
            missing -= len(part)
        return "".join(reversed(parts))[max(0, -missing) :]

    def mark(self, kind: str, value: str, start: int | None = None) -> None:
        """Markup at this place, or about the prose from `start` to here."""
        here = self.here
        while start is not None and start < here and start in self._gaps:
            start += len(_BETWEEN)  # the block that it began with had not begun
        self._marks.append(Mark(kind, value, Span(here if start is None else start, here)))

    def aside(self, kind: str, value: str, start: int, end: int) -> None:
        """Markup that stands by itself in the file, outside the prose."""
        self._asides.append((kind, value, start, end))

    @property
    def last_block(self) -> int:
        """How many blocks there are."""
        return len(self._blocks)

    def blocks_since(self, number: int) -> Span:
        """The span of the blocks from a number on; empty, and here, where there is none."""
        blocks = self._blocks[number:]
        if not blocks:
            return Span(self.here, self.here)
        return Span(blocks[0][0].start, blocks[-1][0].end)

    def mark_span(self, kind: str, value: str, span: Span) -> None:
        """Markup about a stretch of the prose."""
        self._marks.append(Mark(kind, value, span))

    def document(
        self, profile: LanguageProfile, path: str, written: Callable[[str], str] = str
    ) -> Document:
        """The document of all that was taken."""
        self.end()
        for kind, value, start, stop in self._asides:
            # Behind the prose, in no block: no rule takes it for text, and it has a place.
            self._parts.append(_BETWEEN)
            self._offsets.extend((start,) * len(_BETWEEN))
            self._ends.extend((start,) * len(_BETWEEN))
            here = self.here
            self._parts.append(self.raw[start:stop])
            self._offsets.extend(range(start, stop))
            self._ends.extend(range(start + 1, stop + 1))
            self._marks.append(Mark(kind, value, Span(here, self.here)))
        text = "".join(self._parts)
        end = self._ends[-1] if self._ends else 0
        self._offsets.append(end)
        document = Document(
            text,
            profile,
            path,
            raw=self.raw,
            offsets=self._offsets,
            ends=self._ends,
            marks=tuple(sorted(self._marks, key=lambda mark: (mark.span, mark.kind))),
            written=written,
            keys=tuple(self._keys),
        )
        document.blocks = tuple(Block(document, span, kind) for span, kind in self._blocks)
        return document
