"""Files of millions of lines: each grows beside its place, and appears when it is whole."""

import csv
import gzip
import io
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from tqcheck.corpora.extras import needed
from tqcheck.corpora.opening import ending
from tqcheck.corpora.tables import Fields

#: Rows that are turned into Parquet at a time.
_BATCH = 10_000
ENDINGS = (".csv", ".jsonl", ".parquet", ".tsv")


class BadEnding(ValueError):
    """A file's name does not tell how it should be written."""


class Growing:
    """A file that is being written, record by record.

    Until it is to `appear`, its lines stand in a hidden file beside it, so that a run that was
    stopped can go on from any `mark`. The ending of `path` tells the format: .jsonl, .tsv or .csv, also
    with .gz or .zst behind it, or .parquet.
    """

    def __init__(self, path: Path, columns: Sequence[str], mark: int = 0) -> None:
        self.path = path
        self.columns = columns
        self._ending = ending(path.name)
        if self._ending not in ENDINGS:
            raise BadEnding(f"{path} has none of the endings {', '.join(ENDINGS)}")
        self._beside = path.with_name(f".{path.name}.part")
        self._packing = _PACKINGS.get(path.suffix.lower())
        self._packed = path.with_name(f".{path.name}.packed")
        self._line = _LINES.get(self._ending, _named_line)
        self._file = self._beside.open("r+b" if mark else "wb")
        self._file.truncate(mark)
        self._file.seek(mark)
        if not mark and self._ending in _LINES:
            self.write({name: name for name in columns})

    @property
    def nested(self) -> bool:
        """Whether a record may hold lists and tables of its own."""
        return self._ending == ".jsonl"

    def write(self, record: Fields) -> None:
        if self.nested:
            self.write_line(json_line(record))
        else:
            self.write_line(self._line(self.columns, [record.get(name) for name in self.columns]))

    def write_line(self, line: str) -> None:
        """Write a line that is in the format already."""
        self._file.write(line.encode("utf-8", "backslashreplace") + b"\n")

    def mark(self) -> int:
        """How much is written, and safe in the system's hands."""
        self._file.flush()
        return self._file.tell()

    def complete(self) -> None:
        """Make the file whole, beside its place; the lines stay until it appears."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        if self._packing is not None:
            self._packing(self._beside, self._packed, self.columns)

    def appear(self) -> None:
        """Put the complete file in its place."""
        whole = self._beside if self._packing is None else self._packed
        whole.replace(self.path)
        self._beside.unlink(missing_ok=True)

    def close(self) -> None:
        """Stop, and leave what is written for a run that goes on."""
        self._file.close()

    def abandon(self) -> None:
        """Stop, and leave nothing."""
        self._file.close()
        for path in (self._beside, self._packed):
            path.unlink(missing_ok=True)


def json_line(record: Fields) -> str:
    """A record as a line of JSON; what JSON does not know, as text."""
    return json.dumps(record, ensure_ascii=False, default=str)


def flat(identity: Any, finding: Mapping[str, Any]) -> Fields:
    """A finding as one row of a table."""
    found: Fields = {"id": identity if isinstance(identity, str) else json.dumps(identity)}
    for name in ("rule", "family", "mqm", "severity", "message", "origin", "fingerprint"):
        found[name] = finding[name]
    for side in ("target", "source"):
        place = finding[side] or {}
        for name in ("start", "end", "text"):
            found[f"{side}_{name}"] = place.get(name)
    found["replacement"] = (finding["fix"] or {}).get("replacement")
    return found


#: The columns of a table of findings.
FINDINGS = (
    *("id", "rule", "family", "mqm", "severity", "message", "origin", "fingerprint"),
    *("target_start", "target_end", "target_text"),
    *("source_start", "source_end", "source_text", "replacement"),
)
_NUMBERS = frozenset(name for name in FINDINGS if name.endswith(("_start", "_end")))


def numbers(columns: Sequence[str]) -> frozenset[str]:
    """The columns of a table that hold numbers: places of findings. Every other one is text."""
    return _NUMBERS if tuple(columns) == FINDINGS else frozenset()


def table_schema(columns: Sequence[str]) -> Any:
    """The Arrow schema of a table with such columns."""
    arrow, whole = needed("pyarrow"), numbers(columns)
    return arrow.schema(
        [(name, arrow.int64() if name in whole else arrow.string()) for name in columns]
    )


def table(records: Iterable[Fields], columns: Sequence[str]) -> Any:
    """Records as an Arrow table; what is neither text nor a number of a finding is put as JSON."""
    whole = numbers(columns)
    rows = [
        {
            name: value if name in whole or value is None else _cell(value)
            for name, value in record.items()
        }
        for record in records
    ]
    return needed("pyarrow").Table.from_pylist(rows, table_schema(columns))


def _named_line(columns: Sequence[str], values: Iterable[Any]) -> str:
    return json_line(dict(zip(columns, values, strict=True)))


def _tab_line(_columns: Sequence[str], values: Iterable[Any]) -> str:
    return "\t".join(" ".join(_cell(value).split()) for value in values)


def _comma_line(_columns: Sequence[str], values: Iterable[Any]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(list(map(_cell, values)))
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


_LINES: dict[str, Callable[[Sequence[str], Iterable[Any]], str]] = {
    ".tsv": _tab_line,
    ".csv": _comma_line,
}


def _gzip_copy(lines: Path, packed: Path, _columns: Sequence[str]) -> None:
    with lines.open("rb") as read, gzip.open(packed, "wb", compresslevel=6) as out:
        shutil.copyfileobj(read, out, 1 << 20)


def _zstd_copy(lines: Path, packed: Path, _columns: Sequence[str]) -> None:
    with (
        lines.open("rb") as read,
        needed("pyarrow").output_stream(str(packed), compression="zstd") as out,
    ):
        shutil.copyfileobj(read, out, 1 << 20)


def _parquet_copy(lines: Path, packed: Path, columns: Sequence[str]) -> None:
    writer = needed("pyarrow.parquet").ParquetWriter(packed, table_schema(columns))
    with lines.open(encoding="utf-8") as read, writer as out:
        while batch := list(islice(read, _BATCH)):
            out.write_table(table(map(json.loads, batch), columns))


_PACKINGS = {".gz": _gzip_copy, ".zst": _zstd_copy, ".parquet": _parquet_copy}
