"""What one of a cluster's workers does with the part of a bitext that it is given, as Arrow batches."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from tqcheck.corpora.checking import Wanted, check
from tqcheck.corpora.extras import needed
from tqcheck.corpora.local import chunked
from tqcheck.corpora.outputs import FINDINGS, flat, json_line, table
from tqcheck.corpora.reading import Columns, Entry, Unreadable, row_of
from tqcheck.corpora.rows import Row
from tqcheck.corpora.sorting import Judged, judged
from tqcheck.corpora.summary import Summary
from tqcheck.corpora.tables import Record, json_record, tab_record
from tqcheck.model import Severity

Batches = Iterable[Any]

#: Columns of what `found_rows` and `records_of_table` give, as Spark writes them.
FOUND = "id string, findings string, reason string"
RECORDS = "kind string, record string"


class Work(NamedTuple):
    """What to check, and what is asked for: kinds of records as `Judged.records` names them, and
    "output" for the rows with findings.
    """

    columns: Columns
    wanted: Wanted
    kinds: tuple[str, ...] = ()
    drop_on: Severity = Severity.MAJOR


def found_rows(work: Work, batches: Batches) -> Iterator[Any]:
    """The rows of a table in which something is found, or that cannot be checked."""
    for chunk in _checked(work, _rows(work.columns, "", _records(batches))):
        told: list[tuple[str | None, ...]] = []
        for one in chunk:
            if isinstance(one.item, Unreadable):
                told.append((None, None, f"a line {one.item.reason}"))
            elif one.found.rules or one.found.broken:
                findings = one.found.findings if one.found.rules else None
                told.append((_text(one.item.row.id), findings, one.found.broken or None))
        yield _batch(("id", "findings", "reason"), told)


def records_of_table(work: Work, path: str, batches: Batches) -> Iterator[Any]:
    """All that is to be written of a table's rows, each record as a line, and a summary."""
    return _told(work, _rows(work.columns, path, _records(batches)))


def records_of_lines(work: Work, path: str, header: str | None, batches: Batches) -> Iterator[Any]:
    """All that is to be written of lines: cells below a header, or objects of JSON."""
    read = reader_of(header)
    texts = (text.rstrip("\r") for batch in batches for text in batch.column(0).to_pylist())
    records = (read(text) for text in texts if text.strip() and text != header)
    return _told(work, _rows(work.columns, path, records))


def reader_of(header: str | None) -> Callable[[str], Record]:
    """What makes a record of a line."""
    if header is None:
        return partial(json_record, 0)
    return partial(tab_record, 0, header=header.split("\t"))


def table_of_records(columns: Sequence[str], batches: Batches) -> Iterator[Any]:
    """Records that were written as lines, as the rows of a table."""
    for batch in batches:
        records = map(json.loads, batch.column(0).to_pylist())
        yield from table(records, columns).to_batches()


def table_of_findings(batches: Batches) -> Iterator[Any]:
    """Rows with their findings, as a table with a row for each finding."""
    for batch in batches:
        lines = map(json.loads, batch.column(0).to_pylist())
        found = (flat(row["id"], one) for row in lines for one in row["findings"])
        yield from table(found, FINDINGS).to_batches()


def _told(work: Work, items: Iterable[Entry | Unreadable]) -> Iterator[Any]:
    summary = Summary()
    columns = ("kind", "record")
    for chunk in _checked(work, items):
        told: list[tuple[str, str]] = []
        for one in chunk:
            summary.add(one)
            if "output" in work.kinds and isinstance(one.item, Entry) and one.found.rules:
                told.append(("output", one.found.line(one.item.row.id)))
            told += [(k, json_line(record)) for k, record in one.records() if k in work.kinds]
        yield _batch(columns, told)
    yield _batch(columns, [("summary", json.dumps(summary.packed()))])


def _checked(work: Work, items: Iterable[Entry | Unreadable]) -> Iterator[Iterable[Judged]]:
    for chunk in chunked(items):
        found = check(work.wanted, [item.row for item in chunk if isinstance(item, Entry)])
        yield judged(chunk, found, work.drop_on)


def _rows(columns: Columns, path: str, records: Iterable[Record]) -> Iterator[Entry | Unreadable]:
    for record in records:
        if isinstance(record, Unreadable):
            yield record._replace(path=path)
            continue
        _, fields = record
        row = row_of(fields, columns, 0)
        if isinstance(row, Row) and fields.get(columns.id) is None:
            row = f"has no '{columns.id}', which Spark cannot make up"
        yield Entry(row, fields) if isinstance(row, Row) else Unreadable(0, row, str(fields), path)


def _records(batches: Batches) -> Iterator[Record]:
    for batch in batches:
        for fields in batch.to_pylist():
            yield 0, fields


def _batch(columns: Sequence[str], rows: Sequence[tuple[str | None, ...]]) -> Any:
    arrow = needed("pyarrow")
    schema = arrow.schema([(name, arrow.string()) for name in columns])
    arrays = zip(*rows, strict=True) if rows else ((),) * len(columns)
    return arrow.RecordBatch.from_arrays(
        [arrow.array(a, arrow.string()) for a in arrays], schema=schema
    )


def _text(identity: Any) -> str:
    return identity if isinstance(identity, str) else json.dumps(identity)
