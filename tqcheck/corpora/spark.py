"""The engine of a cluster: Apache Spark runs the same check over the partitions of a DataFrame.

    from tqcheck.corpora import spark
    found = spark.check(frame, Columns(from_language="fr", to_language="en"))

This package has to be installed where Spark's workers run. Rows of one document are seen
together as far as they follow each other in one partition: see `check`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from tqcheck.corpora.checking import Found, Wanted
from tqcheck.corpora.checking import check as found_in
from tqcheck.corpora.extras import needed
from tqcheck.corpora.local import chunked
from tqcheck.corpora.opening import Opened, UnreadableBitext, ending
from tqcheck.corpora.reading import Columns, Entry, Unreadable, row_of
from tqcheck.corpora.rows import Row
from tqcheck.corpora.tables import Record, json_record, tab_record
from tqcheck.session import stable_rules

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_FOUND = "id string, findings string, reason string"
_LINES = "kind string, text string, rows long"
_READ = (".jsonl", ".parquet", ".tsv")


def check(
    frame: "DataFrame",
    columns: Columns | None = None,
    wanted: Wanted | None = None,
    *,
    grouped: bool = True,
) -> "DataFrame":
    """The rows of a frame in which something is found: `id`, `findings` (a JSON list), or the
    `reason` why a row could not be checked.

    By default all stable rules run. Where the frame has a column for
    documents and is not `grouped` already, its rows are brought together by document, in the
    order of their ids; that is a shuffle.
    """
    columns = columns or Columns()
    names = [name for name in columns[:6] if name in frame.columns]
    chosen = frame.select(*names)
    if not grouped and columns.document in names:
        by = (columns.document, columns.id)
        chosen = chosen.repartition(columns.document).sortWithinPartitions(*by)
    work = partial(_found_rows, columns, wanted or _stable())
    return chosen.mapInArrow(work, _FOUND)


class Totals(NamedTuple):
    """What a run counted: rows, those with findings, and what could not be checked, with the
    first reason.
    """

    rows: int
    flagged: int
    left_out: int
    reason: str


def run(
    session: "SparkSession",
    paths: Sequence[str],
    columns: Columns,
    wanted: Wanted,
    output: str,
) -> Totals:
    """Check files that the driver and all workers can read (TSV, JSON lines or Parquet), and
    write the lines that the local engine would write into a folder `output`, in parts.

    Rows need an id, since no worker knows the number of a line. Raises UnreadableBitext.
    """
    from pyspark.sql import functions as f

    done = None
    for path in paths:
        part = _lines_of(session, path, columns, wanted)
        done = part if done is None else done.unionByName(part)
    assert done is not None  # noqa: S101  the command line demands a path
    done = done.persist()
    try:
        done.where("kind = 'line'").select("text").write.text(output)
        counts = {
            row["kind"]: (row["count"], row["rows"])
            for row in done.groupBy("kind")
            .agg(f.count("*").alias("count"), f.sum("rows").alias("rows"))
            .collect()
        }
        first = done.where("kind = 'reason'").select("text").take(1)
    finally:
        done.unpersist()
    return Totals(
        int(counts.get("rows", (0, 0))[1] or 0),
        counts.get("line", (0, 0))[0],
        counts.get("reason", (0, 0))[0],
        str(first[0]["text"]) if first else "",
    )


def session(master: str | None) -> "SparkSession":
    """A session of the cluster's own settings, or of a `master` such as spark://host:7077."""
    import os
    import sys

    needed("pyspark")
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("tqcheck")
    return (builder.master(master) if master else builder).getOrCreate()


def _stable() -> Wanted:
    return Wanted(tuple(rule.id for rule in stable_rules()))


def _lines_of(spark: "SparkSession", path: str, columns: Columns, wanted: Wanted) -> "DataFrame":
    kind = ending(path)
    if kind == ".parquet":
        frame = spark.read.parquet(path)
        names = [name for name in columns[:6] if name in frame.columns]
        return frame.select(*names).mapInArrow(partial(_of_table, columns, wanted), _LINES)
    if kind not in _READ:
        raise UnreadableBitext(f"has none of the endings that Spark reads here: {', '.join(_READ)}")
    header = _header(path) if kind == ".tsv" else None
    frame = spark.read.text(path, lineSep="\n")
    return frame.mapInArrow(partial(_of_text, columns, wanted, header), _LINES)


def _header(path: str) -> str:
    opened = Opened(path)
    try:
        return opened.stream.readline().decode("utf-8-sig", "replace").rstrip("\r\n")
    finally:
        opened.close()


# On the workers

_Batches = Iterable[Any]


def _found_rows(columns: Columns, wanted: Wanted, batches: _Batches) -> Iterator[Any]:
    arrow = needed("pyarrow")
    schema = arrow.schema([(name, arrow.string()) for name in ("id", "findings", "reason")])
    for pairs in _checked(_rows_of(columns, _records(batches)), wanted):
        table = [
            (_text(item.row.id), found.findings if found.rules else None, found.broken or None)
            if found is not None and isinstance(item, Entry)
            else (None, None, _reason(item))
            for item, found in pairs
        ]
        yield _batch(arrow, schema, [row for row in table if row[1] or row[2]])


def _of_table(columns: Columns, wanted: Wanted, batches: _Batches) -> Iterator[Any]:
    return _lines(_rows_of(columns, _records(batches)), wanted)


def _of_text(
    columns: Columns, wanted: Wanted, header: str | None, batches: _Batches
) -> Iterator[Any]:
    read: Callable[[str], Record] = (
        partial(json_record, 0)
        if header is None
        else partial(tab_record, 0, header=header.split("\t"))
    )
    texts = (text for batch in batches for text in batch.column(0).to_pylist())
    records = (read(text) for text in texts if text.strip() and text.rstrip("\r") != header)
    return _lines(_rows_of(columns, records), wanted)


def _lines(items: Iterable[Entry | Unreadable], wanted: Wanted) -> Iterator[Any]:
    arrow = needed("pyarrow")
    schema = arrow.schema(
        [("kind", arrow.string()), ("text", arrow.string()), ("rows", arrow.int64())]
    )
    for pairs in _checked(items, wanted):
        table: list[tuple[str, str | None, int]] = []
        for item, found in pairs:
            if found is None or not isinstance(item, Entry):
                table.append(("reason", _reason(item), 0))
                continue
            if found.broken:
                table.append(("reason", f"row {item.row.id}: {found.broken}", 0))
            if found.rules:
                table.append(("line", found.line(item.row.id), 0))
        table.append(("rows", None, sum(found is not None for _, found in pairs)))
        yield _batch(arrow, schema, table)


def _checked(
    items: Iterable[Entry | Unreadable], wanted: Wanted
) -> Iterator[list[tuple[Entry | Unreadable, Found | None]]]:
    for chunk in chunked(items):
        found = iter(found_in(wanted, [item.row for item in chunk if isinstance(item, Entry)]))
        yield [(item, next(found) if isinstance(item, Entry) else None) for item in chunk]


def _rows_of(columns: Columns, records: Iterable[Record]) -> Iterator[Entry | Unreadable]:
    for record in records:
        if isinstance(record, Unreadable):
            yield record
            continue
        _, fields = record
        row = row_of(fields, columns, 0)
        if isinstance(row, Row) and fields.get(columns.id) is None:
            row = f"has no '{columns.id}', which Spark cannot make up"
        yield Entry(row, {}) if isinstance(row, Row) else Unreadable(0, row)


def _records(batches: _Batches) -> Iterator[Record]:
    for batch in batches:
        for fields in batch.to_pylist():
            yield 0, fields


def _batch(arrow: Any, schema: Any, rows: Sequence[tuple[Any, ...]]) -> Any:
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [arrow.array(list(c), field.type) for c, field in zip(columns, schema, strict=True)]
    return arrow.RecordBatch.from_arrays(arrays, schema=schema)


def _reason(item: Entry | Unreadable) -> str:
    return f"a line {item.reason}" if isinstance(item, Unreadable) else ""


def _text(identity: Any) -> str:
    return identity if isinstance(identity, str) else json.dumps(identity)
