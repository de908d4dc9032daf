"""CSV and TSV with a column for the source, and one for the translation."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqcheck.documents.building import Builder
from tqcheck.documents.comments import said
from tqcheck.documents.plain import UnreadableText
from tqcheck.documents.sides import (
    LARGEST,
    UNDETERMINED,
    Sides,
    same_language,
    stated_language,
)
from tqcheck.model import Comment

_SOURCES = frozenset(["source", "src", "msgid", "original", "source_text", "source text"])
_TARGETS = frozenset(["target", "tgt", "msgstr", "translation", "target_text", "target text"])
_IDS = frozenset(["id", "key", "identifier", "location", "name"])
_NOTES = frozenset(["note", "notes", "comment", "comments", "translator_comments"])
#: What parts the fields of a CSV file; the one that its first line has most of.
_SEPARATORS = (",", ";", "\t")
#: What a field between quotation marks writes otherwise than it means.
_OTHERWISE = re.compile(r'""|\r\n?')


class _Field(NamedTuple):
    """A field’s place in the file, without its quotation marks."""

    start: int
    end: int
    quoted: bool


class _Columns(NamedTuple):
    source: int
    target: int
    id: int | None = None
    note: int | None = None
    source_language: str | None = None
    target_language: str | None = None


def table_sides(
    text: str, path: str, source_language: str | None = None, target_language: str | None = None
) -> Sides:
    """The rows of a table whose first row names its columns: source and target, or two language
    tags.

    Raises UnreadableText where it names no such columns, or a quotation mark is left open.
    """
    if len(text) > LARGEST:
        raise UnreadableText(
            f"is larger than {LARGEST // 2**20} MiB: split it, or use tqcheck bitext"
        )
    tabs = path.lower().endswith((".tsv", ".tab"))
    head = text[: re.search(r"[\r\n]|\Z", text).start()]  # type: ignore[union-attr]
    separator = "\t" if tabs else max(_SEPARATORS, key=head.count)
    rows = _rows(text, separator)
    names = [text[one.start : one.end].strip() for one in next(rows, [])]
    columns = _columns(names, source_language, target_language)
    source, target = Builder(text), Builder(text)
    found: list[Comment] = []
    for number, row in enumerate(rows, 1):
        if len(row) <= max(columns.source, columns.target):
            continue
        key = str(number)
        if columns.id is not None and columns.id < len(row):
            key += " " + text[row[columns.id].start : row[columns.id].end]
        for builder, column in ((source, columns.source), (target, columns.target)):
            _take(builder, row[column])
            builder.message(key)
        if columns.note is not None and columns.note < len(row):
            start, end, _ = row[columns.note]
            if comment := said(text[start:end], start, end, (row[0].start, row[-1].end)):
                found.append(comment)
    here, there = (builder.document(UNDETERMINED, path, _written) for builder in (source, target))
    here.comments, there.comments = (), tuple(found)
    return Sides(here, there, columns.source_language, columns.target_language)


def _columns(names: Sequence[str], source: str | None, target: str | None) -> _Columns:
    """Which column is what."""
    small = [name.lower() for name in names]

    def named(wanted: frozenset[str]) -> int | None:
        return next((number for number, name in enumerate(small) if name in wanted), None)

    here, there = named(_SOURCES), named(_TARGETS)
    extra = named(_IDS), named(_NOTES)
    if here is not None and there is not None:
        return _Columns(here, there, *extra)
    tags = {
        number: tag
        for number, name in enumerate(names)
        if number not in extra and (tag := stated_language(name))
    }
    here = _language(tags, source)
    there = _language({n: tag for n, tag in tags.items() if n != here}, target)
    if here is None or there is None:
        if len(tags) > 2:
            listed = ", ".join(tags.values())
            raise UnreadableText(
                f"has columns in {listed:.80}: tell which are meant with --from and --to"
            )
        raise UnreadableText(
            "names no columns in its first row: call them source and target, or by their languages"
        )
    return _Columns(here, there, *extra, tags[here], tags[there])


def _language(tags: dict[int, str], wanted: str | None) -> int | None:
    """The column of a language; the first of two where none is named."""
    if wanted is None:
        return next(iter(tags)) if 1 <= len(tags) <= 2 else None
    return next((number for number, tag in tags.items() if same_language(tag, wanted)), None)


def _rows(text: str, separator: str) -> Iterator[list[_Field]]:
    """The rows, each with the places of its fields (RFC 4180; a line end may be any)."""
    sign = re.escape(separator)
    field = re.compile(
        rf'[ ]*"(?P<quoted>(?:[^"]|"")*+)"[ ]*(?P<end>{sign}|\r\n|\r|\n|\Z)'
        rf"|(?P<plain>[^{sign}\r\n]*+)(?P<stop>{sign}|\r\n|\r|\n|\Z)"
    )
    row: list[_Field] = []
    at = 0
    while at <= len(text):
        match = field.match(text, at)
        if match is None:  # cannot be: the second form matches anywhere
            break
        quoted = match["quoted"] is not None
        start, end = match.span("quoted" if quoted else "plain")
        stop = match["end"] if quoted else match["stop"]
        if not quoted and separator != "\t" and text[start:end].lstrip(" ").startswith('"'):
            line = text.count("\n", 0, start) + 1
            raise UnreadableText(
                f"has a quotation mark in line {line} that does not close its field"
            )
        row.append(_Field(start, end, quoted))
        at = match.end()
        if stop != separator:
            if len(row) > 1 or row[0].start < row[0].end:
                yield row
            row = []
            if not stop:
                break


def _take(builder: Builder, field: _Field) -> None:
    builder.begin()
    done = field.start
    for match in _OTHERWISE.finditer(builder.raw, *field[:2]) if field.quoted else ():
        builder.verbatim(done, match.start())
        done = match.end()
        builder.written(match.group()[-1].replace("\r", "\n"), match.start(), done)
    builder.verbatim(done, field.end)


def _written(text: str) -> str:
    return text.replace('"', '""')
