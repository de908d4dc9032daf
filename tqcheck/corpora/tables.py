"""Files with named columns: TSV, CSV, JSON lines, Parquet."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any, NamedTuple

from tqcheck.corpora.extras import needed
from tqcheck.corpora.opening import UnreadableBitext

#: Rows that are read from a Parquet file at a time.
_BATCH = 1024
#: Longer lines than this are no rows.
LONGEST_LINE = 10_000_000


class Unreadable(NamedTuple):
    """A line that is no row, why, and what it says."""

    line: int
    reason: str
    text: str = ""
    path: str = ""


Fields = dict[str, Any]
#: Number of the line, and what it says.
Record = tuple[int, Fields] | Unreadable


def json_lines(stream: IO[bytes], _wanted: Sequence[str]) -> Iterator[Record]:
    """One JSON object a line."""
    for line, text in _lines(stream):
        if isinstance(text, Unreadable):
            yield text
        elif text.strip():
            yield json_record(line, text)


def json_record(line: int, text: str) -> Record:
    """One JSON object."""
    try:
        fields = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        return Unreadable(line, f"is not JSON: {getattr(error, 'msg', 'too deep')}", text)
    if isinstance(fields, dict):
        return line, fields
    return Unreadable(line, "is not a JSON object", text)


def tab_separated(stream: IO[bytes], wanted: Sequence[str]) -> Iterator[Record]:
    """A header line, then cells between tabs; no quoting."""
    lines = _lines(stream)
    _, head = next(lines, (1, ""))
    header = ("" if isinstance(head, Unreadable) else head).split("\t")
    _demand(wanted, header)
    for line, text in lines:
        yield text if isinstance(text, Unreadable) else tab_record(line, text, header)


def tab_record(line: int, text: str, header: Sequence[str]) -> Record:
    """One line of cells."""
    cells = text.split("\t")
    if len(cells) == len(header):
        return line, dict(zip(header, cells, strict=True))
    return Unreadable(line, f"has {len(cells)} cells, the header {len(header)}", text)


def comma_separated(stream: IO[bytes], wanted: Sequence[str]) -> Iterator[Record]:
    """A header line, then cells as RFC 4180 has them: quoted cells may hold line ends."""
    csv.field_size_limit(LONGEST_LINE)
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    reader = csv.reader(text, strict=True)
    header: list[str] = []
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            yield Unreadable(reader.line_num, f"is not CSV: {error}")
            continue
        if not header:
            header = cells
            _demand(wanted, header)
        elif any(map(_undecoded, cells)):
            yield Unreadable(reader.line_num, "is not UTF-8")
        elif len(cells) == len(header):
            yield reader.line_num, dict(zip(header, cells, strict=True))
        elif cells:
            reason = f"has {len(cells)} cells, the header {len(header)}"
            yield Unreadable(reader.line_num, reason, ",".join(cells))


def parquet(stream: IO[bytes], wanted: Sequence[str]) -> Iterator[Record]:
    """The rows of a Parquet file, some of them in memory at a time.

    Raises UnreadableBitext where it is none.
    """
    arrow, files = needed("pyarrow"), needed("pyarrow.parquet")
    try:
        file = files.ParquetFile(stream)
        _demand(wanted, file.schema_arrow.names)
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH):
            for fields in batch.to_pylist():
                number += 1
                yield number, fields
    except (arrow.ArrowException, ValueError) as error:
        if isinstance(error, UnreadableBitext):
            raise
        raise UnreadableBitext(f"is not Parquet: {_first_line(error)}") from error


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, str | Unreadable]]:
    """The lines of UTF-8 text, without their ends, with their numbers, from 1."""
    for number, raw in enumerate(_bounded(stream), 1):
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if len(raw) > LONGEST_LINE:
            yield number, Unreadable(number, f"is longer than {LONGEST_LINE:,} bytes")
            continue
        raw = raw.rstrip(b"\r\n")
        try:
            yield number, raw.decode("utf-8")
        except UnicodeDecodeError as error:
            reason = f"is not UTF-8: {error.reason} at byte {error.start}"
            yield number, Unreadable(number, reason, raw.decode("utf-8", "backslashreplace"))


def _bounded(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines; of one that is too long, only the beginning."""
    while line := stream.readline(LONGEST_LINE + 1):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE + 1)
            if not line:
                return


def _demand(wanted: Iterable[str], header: Sequence[str]) -> None:
    missing = [name for name in wanted if name not in header]
    if missing:
        raise UnreadableBitext(
            f"has no column '{missing[0]}' in its header ({', '.join(header)[:100]}):"
            " name the columns with --source-column and --target-column"
        )


def _undecoded(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text)


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
