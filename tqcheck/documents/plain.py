"""Plain text: paragraphs, headings, list items, captions and short lines."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from tqcheck.documents.comments import without_comments
from tqcheck.model import Block, Document, Kind, LanguageProfile, Span

#: Bytes of the longest text that is read, 64 MiB: an article is a thousandth of it.
LARGEST = 64 * 2**20

_LINE = re.compile(r"[^\r\n]*")
_FINAL = re.compile(r"[.!?…。！？؟।:;][\"'”’»)\]」』]*$")
_MARKER = re.compile(r"(?:[•‣▪●◦·*–—-]|\d{1,2}[.)]|[a-z]\))[ \t\u00a0]+")
_CREDIT = re.compile(
    r"(?:©|\(c\)|\b(?:AFP|AP|EFE|dpa|ANSA|Reuters|REUTERS|Getty|Xinhua|EPA|TASS|Photo|Foto)\b)"
    r"[^.!?]{0,60}$"
)
_DECLARED = re.compile(rb"(?:charset|encoding)=[\"']?([A-Za-z][\w.:-]{1,40})")
#: Longer lines than this are prose, whatever their end looks like.
_LONGEST_HEADING = 160
_LONGEST_TAG_WORDS = 6
_LONGEST_LABEL_WORDS = 3


class UnreadableText(ValueError):
    """A file that is no text, or none that can be decoded."""


class Decoded(NamedTuple):
    """A file's text, and how the file writes it."""

    text: str
    #: Empty where the file is no text, and can only be read.
    encoding: str = "utf-8"
    #: The byte order mark that the file begins with.
    mark: bytes = b""
    #: Whether the encoding had to be guessed: it is not UTF-8, and no mark tells it.
    guessed: bool = False

    def encoded(self, text: str) -> bytes:
        """Another text as this file would write it; raises UnicodeEncodeError where it cannot."""
        return self.mark + text.encode(self.encoding)


def decoded(path: Path) -> Decoded:
    """The text of a file: by its byte order mark, else as UTF-8, else in the encoding that its
    head declares or, failing that, that charset-normalizer recognises. That of a Word file is
    HTML, with a paragraph a line.

    Raises UnreadableText, with what to do, where there is none; OSError where the file cannot
    be read.
    """
    if path.is_dir():
        raise UnreadableText("is a directory: name a file")
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UnreadableText(f"is larger than {LARGEST // 2**20} MiB: split it")
    if path.suffix.lower() == ".docx":
        from tqcheck.documents.docx import word_text

        return Decoded(word_text(content), encoding="")
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\x00\x00", "utf-32-le"),
        (b"\x00\x00\xfe\xff", "utf-32-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if content.startswith(mark):
            try:
                result = Decoded(content[len(mark) :].decode(encoding), encoding, mark)
            except UnicodeDecodeError as error:
                raise UnreadableText(f"is no {encoding} after its byte order mark") from error
            break
    else:
        result = _without_mark(content)
    if not result.text.strip():
        raise UnreadableText("is empty: nothing to check")
    return result


def _without_mark(content: bytes) -> Decoded:
    try:
        text, encoding = content.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        declared = _as_declared(content, error)
        if declared is not None:
            return declared
        from charset_normalizer import from_bytes

        best = (
            None
            if b"\0" in content[:4096] and not _looks_wide(content)
            else from_bytes(content).best()
        )
        if best is None:
            raise UnreadableText(
                "is not text in any encoding that could be recognised: save it as UTF-8"
            ) from None
        text, encoding = str(best), best.encoding
    if "\0" in text:
        raise UnreadableText("is a binary file, not text")
    return Decoded(text, encoding or "utf-8", guessed=bool(encoding))


def _as_declared(content: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """The text in the encoding that a catalogue or page states at its beginning, None where it
    states none.
    """
    declared = _DECLARED.search(content[:4096])
    if declared is None:
        return None
    name = declared[1].decode("ascii")
    if name.lower().replace("-", "").replace("_", "") == "utf8":
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableText(f"says that it is UTF-8, and is not: line {line} has other bytes")
    try:
        return Decoded(content.decode(name), name)
    except LookupError:
        return None
    except (UnicodeDecodeError, ValueError) as wrong:
        raise UnreadableText(f"says that it is {name}, and is not: save it as UTF-8") from wrong


def _looks_wide(content: bytes) -> bool:
    """Whether the zero bytes stand at every second place, as in UTF-16 without a mark."""
    head = content[:4096]
    return max(head[0::2].count(0), head[1::2].count(0)) > len(head) // 4


def plain_document(text: str, profile: LanguageProfile, path: str = "") -> Document:
    """A document of plain text, in blocks. Comments to tqcheck are no prose."""
    stretches = without_comments(text)
    if len(stretches) > 1 or stretches[0] != (0, len(text)):
        prose = "".join(text[start:end] for start, end in stretches)
        offsets = [*chain.from_iterable(range(*stretch) for stretch in stretches), len(text)]
        document = Document(prose, profile, path, raw=text, offsets=offsets)
    else:
        document = Document(text, profile, path)
    document.blocks = tuple(_blocks(document))
    return document


class _Line(NamedTuple):
    start: int
    end: int
    #: Where the text begins behind a list marker.
    body: int
    marked: bool


def _lines(text: str) -> Iterator[_Line | None]:
    """The lines with something on them, None for each blank one."""
    for match in _LINE.finditer(text):
        if (
            match.start() == match.end()
            and match.start() > 0
            and text[match.start() - 1] not in "\r\n"
        ):
            continue  # the empty match behind a line
        if text[match.start() - 1 : match.start() + 1] == "\r\n":
            continue  # between the two characters of one line end
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start >= end:
            yield None
            continue
        marker = _MARKER.match(text, start, end)
        body = marker.end() if marker else start
        while text[body].isspace():
            body += 1
        yield _Line(start, end, body, body > start)


def _blocks(document: Document) -> Iterator[Block]:
    text = document.text
    groups: list[list[_Line]] = [[]]
    for line in _lines(text):
        if line is None:
            groups.append([])
        else:
            groups[-1].append(line)
    groups = [group for group in groups if group]
    wrapped = _hard_wrapped(text, groups)
    first = True
    for group in groups:
        for start, end, item in _joined(group, wrapped):
            span = Span(start, end)
            yield Block(document, span, Kind.ITEM if item else _kind(text[start:end], first))
            first = False


def _joined(group: list[_Line], wrapped: bool) -> Iterator[tuple[int, int, bool]]:
    """The blocks of lines that no blank line parts: each line, or all where lines are wrapped."""
    start, end, item = group[0].body, group[0].end, group[0].marked
    for line in group[1:]:
        if wrapped and not line.marked:
            end = line.end
            continue
        yield start, end, item
        start, end, item = line.body, line.end, line.marked
    yield start, end, item


def _hard_wrapped(text: str, groups: list[list[_Line]]) -> bool:
    """Whether line ends are where an editor broke the lines, and not ends of paragraphs."""
    breaks = [
        (line, after) for group in groups for line, after in pairwise(group) if not after.marked
    ]
    if not breaks:
        return False
    longest = max(line.end - line.start for group in groups for line in group)
    inside = sum(
        line.end - line.start > longest // 2 and not _FINAL.search(text, line.start, line.end)
        for line, _ in breaks
    )
    return longest <= 120 and inside * 2 > len(breaks)


def _kind(line: str, first: bool) -> Kind:
    if len(line) > 3 * _LONGEST_HEADING:
        return Kind.SENTENCE
    if _CREDIT.search(line):
        return Kind.CAPTION
    if line.endswith((":", "：")) and len(line.split()) <= _LONGEST_LABEL_WORDS and len(line) < 40:
        return Kind.TAG
    if _FINAL.search(line) or len(line) > _LONGEST_HEADING:
        return Kind.SENTENCE
    if first:
        return Kind.HEADING
    words = len(line.split())
    # Scripts without spaces: about two characters make a word.
    if words == 1 and not line.isascii() and len(line) > 2 * _LONGEST_TAG_WORDS:
        return Kind.HEADING
    return Kind.TAG if words <= _LONGEST_TAG_WORDS else Kind.HEADING
