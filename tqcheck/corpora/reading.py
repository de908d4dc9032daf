"""Rows of a bitext file, one after the other."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from tqcheck.corpora.rows import Row


class UnreadableBitext(ValueError):
    """A file that no row can be read from."""


class Columns(NamedTuple):
    """What the columns are called; `from_language`/`to_language` hold for all rows."""

    id: str = "id"
    source: str = "source"
    target: str = "target"
    source_language: str = "source_lang"
    target_language: str = "target_lang"
    from_language: str | None = None
    to_language: str | None = None


class Unreadable(NamedTuple):
    """A line that is no row, and why."""

    line: int
    reason: str


def rows(path: Path, columns: Columns) -> Iterator[Row | Unreadable]:
    """The rows of a TSV file with a header line, or of JSON lines, plain or gzipped.

    A row without an id gets its number, from 1.

    Raises UnreadableBitext where the file or its format cannot be read at all.
    """
    name = path.name.removesuffix(".gz")
    suffix = Path(name).suffix.lower()
    if suffix not in _READERS:
        raise UnreadableBitext(
            f"has none of the endings {', '.join(sorted(_READERS))} (or with .gz)"
        )
    try:
        with _opened(path) as file:
            for number, (line, fields) in enumerate(_READERS[suffix](file, columns), 1):
                yield (
                    fields
                    if isinstance(fields, Unreadable)
                    else _row(fields, columns, number, line)
                )
    except UnicodeDecodeError as error:
        raise UnreadableBitext(f"is not UTF-8: {error.reason} at byte {error.start}") from error
    except (OSError, EOFError) as error:
        raise UnreadableBitext(
            f"cannot be read: {getattr(error, 'strerror', None) or error}"
        ) from error


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="\n")
    return path.open("r", encoding="utf-8-sig", newline="\n")


def _json_lines(
    file: IO[str], _columns: Columns
) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    for line, text in enumerate(file, 1):
        if not text.strip():
            continue
        try:
            fields = json.loads(text)
        except json.JSONDecodeError as error:
            yield line, Unreadable(line, f"is not JSON: {error.msg}")
            continue
        if isinstance(fields, dict):
            yield line, fields
        else:
            yield line, Unreadable(line, "is not a JSON object")


def _tab_separated(
    file: IO[str], columns: Columns
) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    header = next(file, "").rstrip("\r\n").split("\t")
    missing = [name for name in (columns.source, columns.target) if name not in header]
    if missing:
        raise UnreadableBitext(
            f"has no column '{missing[0]}' in its header line ({', '.join(header)[:100]}):"
            " name the columns with --source-column and --target-column"
        )
    for line, text in enumerate(file, 2):
        cells = text.rstrip("\r\n").split("\t")
        if len(cells) == len(header):
            yield line, dict(zip(header, cells, strict=True))
        else:
            yield line, Unreadable(line, f"has {len(cells)} cells, the header {len(header)}")


_READERS = {".jsonl": _json_lines, ".tsv": _tab_separated}


def _row(fields: dict[str, Any], columns: Columns, number: int, line: int) -> Row | Unreadable:
    source, target = fields.get(columns.source), fields.get(columns.target)
    for name, value in ((columns.source, source), (columns.target, target)):
        if not isinstance(value, str):
            return Unreadable(line, f"has no text in '{name}'")
    source_language = columns.from_language or fields.get(columns.source_language)
    target_language = columns.to_language or fields.get(columns.target_language)
    if not source_language or not target_language:
        return Unreadable(line, "does not tell its languages: give --from and --to, or the columns")
    return Row(
        fields.get(columns.id, number), str(source), str(target), source_language, target_language
    )
