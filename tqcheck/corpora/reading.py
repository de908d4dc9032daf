"""Rows of bitext files, one after the other."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tqcheck.corpora import tables, tmx
from tqcheck.corpora.extras import ExtraNeeded
from tqcheck.corpora.opening import PACKED, Opened, UnreadableBitext, ending
from tqcheck.corpora.rows import Row
from tqcheck.corpora.tables import Fields, Record, Unreadable

__all__ = ["Columns", "Entry", "Reader", "Unreadable", "UnreadableBitext", "row_of"]

_TABLES = {
    ".csv": tables.comma_separated,
    ".jsonl": tables.json_lines,
    ".parquet": tables.parquet,
    ".tsv": tables.tab_separated,
}
_TMX = ".tmx"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}\Z")


class Columns(NamedTuple):
    """What the columns are called; `from_language`/`to_language` hold for all rows."""

    id: str = "id"
    source: str = "source"
    target: str = "target"
    source_language: str = "source_lang"
    target_language: str = "target_lang"
    document: str = "doc"
    from_language: str | None = None
    to_language: str | None = None


class Entry(NamedTuple):
    """A row, and all that its file says of it."""

    row: Row
    fields: Fields


class Reader:
    """The rows of several files, in their order: TSV or CSV with a header line, JSON lines,
    Parquet, TMX; all but Parquet also packed by gzip or zstandard.

    A row without an id gets its number in its file, from 1.
    """

    def __init__(self, paths: Sequence[str], columns: Columns) -> None:
        self.paths = paths
        self.columns = columns
        #: The file that is being read, by its number.
        self.at = 0
        self._opened: Opened | None = None

    @property
    def path(self) -> str:
        return self.paths[self.at]

    @property
    def share(self) -> float | None:
        """How much was read, of the files taken as equally large; None where nobody knows."""
        part = self._opened.share if self._opened else None
        return None if part is None else (self.at + min(part, 1.0)) / len(self.paths)

    def __iter__(self) -> Iterator[Entry | Unreadable]:
        """Raises UnreadableBitext where a file or its format cannot be read at all; `path` tells
        which.
        """
        for number, path in enumerate(self.paths):
            self.at = number
            self._opened = opened = Opened(path)
            try:
                yield from self._rows(opened)
            except ExtraNeeded as error:
                raise UnreadableBitext(f"cannot be read: {error}") from error
            except (OSError, EOFError) as error:
                reason = getattr(error, "strerror", None) or error
                raise UnreadableBitext(f"cannot be read: {reason}") from error
            finally:
                opened.close()

    def _rows(self, opened: Opened) -> Iterator[Entry | Unreadable]:
        number = 0
        for record in self._records(opened):
            number += 1
            if isinstance(record, Unreadable):
                yield record._replace(path=opened.path)
                continue
            line, fields = record
            row = row_of(fields, self.columns, number)
            if isinstance(row, Row):
                yield Entry(row, fields)
            else:
                yield Unreadable(line, row, str(fields), opened.path)

    def _records(self, opened: Opened) -> Iterator[Record]:
        columns, suffix = self.columns, ending(opened.path)
        if suffix in _TABLES:
            return _TABLES[suffix](opened.stream, (columns.source, columns.target))
        if suffix == _TMX:
            return self._units(opened)
        known = ", ".join(sorted((*_TABLES, _TMX)))
        raise UnreadableBitext(f"has none of the endings {known} (or with {' or '.join(PACKED)})")

    def _units(self, opened: Opened) -> Iterator[Record]:
        columns = self.columns
        names = (
            columns.id,
            columns.source,
            columns.target,
            columns.source_language,
            columns.target_language,
        )
        for unit in tmx.units(opened.stream):
            found = list(tmx.pairs(unit, columns.from_language, columns.to_language))
            for pair in found:
                yield unit.line, tmx.fields_of(unit, pair, names)
            if not found:
                languages = ", ".join(tag or "?" for tag, _ in unit.variants)
                yield Unreadable(unit.line, f"is no pair of the languages wanted ({languages})")


def row_of(fields: Fields, columns: Columns, number: int) -> Row | str:
    """The row that a record is, or why it is none."""
    texts = fields.get(columns.source), fields.get(columns.target)
    for name, value in zip((columns.source, columns.target), texts, strict=True):
        if not isinstance(value, str):
            return f"has no text in '{name}'"
    languages = (
        columns.from_language or fields.get(columns.source_language),
        columns.to_language or fields.get(columns.target_language),
    )
    for tag in languages:
        if not tag:
            return "does not tell its languages: give --from and --to, or the columns"
        if not isinstance(tag, str) or not _TAG.match(tag):
            return f"has a language that is no tag: {str(tag)[:20]!r}"
    identity: Any = fields.get(columns.id)
    document = fields.get(columns.document)
    return Row(
        number if identity is None else identity,
        str(texts[0]),
        str(texts[1]),
        str(languages[0]),
        str(languages[1]),
        None if document in (None, "") else str(document),
    )
