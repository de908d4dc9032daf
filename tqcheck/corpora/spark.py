"""The engine of a cluster: Apache Spark runs the same check over the partitions of a DataFrame.

    from tqcheck.corpora import spark
    found = spark.check(frame, Columns(from_language="fr", to_language="en"))

This package has to be installed where Spark's workers run. Rows of one document are seen
together as far as they follow each other in one partition: see `check`.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from tqcheck.corpora import partitions
from tqcheck.corpora.checking import Wanted
from tqcheck.corpora.extras import needed
from tqcheck.corpora.opening import Opened, UnreadableBitext, ending
from tqcheck.corpora.outputs import FINDINGS, BadEnding, numbers
from tqcheck.corpora.partitions import Work, reader_of
from tqcheck.corpora.reading import Columns, Unreadable
from tqcheck.corpora.sorting import REJECTED, dropped
from tqcheck.corpora.summary import Summary
from tqcheck.model import Severity
from tqcheck.session import stable_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import StructType

_READ = (".jsonl", ".parquet", ".tsv")
_WRITTEN = ("", ".jsonl", ".parquet")
#: Lines that are looked at for what the columns are called.
_HEAD = 100


class SparkFailed(RuntimeError):
    """What Spark could not do, in its own words."""


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
    work = Work(columns, wanted or _stable())
    return chosen.mapInArrow(partial(partitions.found_rows, work), partitions.FOUND)


def run(
    session: "SparkSession",
    paths: Sequence[str],
    columns: Columns,
    wanted: Wanted,
    outputs: Mapping[str, str],
    drop_on: Severity = Severity.MAJOR,
) -> Summary:
    """Check files that the driver and all workers can read (TSV, JSON lines or Parquet), once.

    `outputs` are new folders, into which the records that the local engine would write go in
    parts: the findings as "output", and "keep", "drop" and "rejected". The ending of a folder's
    name tells the format: .parquet, or else JSON lines, packed with .gz behind it. Where no row
    can be checked, nothing is written.

    Rows need an id, since no worker knows the number of a line. The samples of the summary are
    the first of each partition's. Raises UnreadableBitext, BadEnding, SparkFailed.
    """
    for path in outputs.values():
        _demand_new(session, path)
    work = Work(columns, wanted, tuple(outputs), drop_on)
    with _told():
        inputs = [_Input(session, path) for path in paths]
        done = inputs[0].records(work)
        for other in inputs[1:]:
            done = done.unionByName(other.records(work))
        done = done.persist()
        try:
            summary = Summary()
            for row in done.where("kind = 'summary'").collect():
                summary.plus(Summary.unpacked(json.loads(row["record"])))
            for kind, path in outputs.items() if summary.rows else ():
                records = done.where(done["kind"] == kind).select("record")
                _write(records, kind, path, inputs[0])
        finally:
            done.unpersist()
    return summary


def session(master: str | None) -> "SparkSession":
    """A session of the cluster's own settings, or of a `master` such as spark://host:7077.

    Raises ExtraNeeded, SparkFailed.
    """
    import os
    import sys

    needed("pyspark")
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("tqcheck")
    with _told():
        return (builder.master(master) if master else builder).getOrCreate()


def _stable() -> Wanted:
    return Wanted(tuple(rule.id for rule in stable_rules()))


class _Input:
    """A file that Spark reads."""

    def __init__(self, spark: "SparkSession", path: str) -> None:
        self.path = path
        self.kind = ending(path)
        if self.kind not in _READ:
            raise UnreadableBitext(
                f"{path} has none of the endings that Spark reads: {', '.join(_READ)}"
            )
        self.header = _header(path) if self.kind == ".tsv" else None
        self.frame: DataFrame = (
            spark.read.parquet(path)
            if self.kind == ".parquet"
            else spark.read.text(path, lineSep="\n")
        )

    def records(self, work: Work) -> "DataFrame":
        """What is to be written, and the summaries."""
        if self.kind != ".parquet":
            read = partial(partitions.records_of_lines, work, self.path, self.header)
            return self.frame.mapInArrow(read, partitions.RECORDS)
        wanted = work.columns[:6]
        whole = {"keep", "drop", "rejected"} & set(work.kinds)
        names = [name for name in self.frame.columns if whole or name in wanted]
        read_table = partial(partitions.records_of_table, work, self.path)
        return self.frame.select(*names).mapInArrow(read_table, partitions.RECORDS)

    def names(self) -> tuple[str, ...]:
        """What the columns are called: of lines of JSON, those of the first that is one."""
        if self.kind == ".parquet":
            return tuple(self.frame.columns)
        if self.header is not None:
            return tuple(self.header.split("\t"))
        records = map(reader_of(None), (row[0] for row in self.frame.take(_HEAD)))
        return next((tuple(one[1]) for one in records if not isinstance(one, Unreadable)), ())


def _header(path: str) -> str:
    try:
        opened = Opened(path)
    except UnreadableBitext as error:
        raise UnreadableBitext(f"{path} {error}") from error
    try:
        return opened.stream.readline().decode("utf-8-sig", "replace").rstrip("\r\n")
    finally:
        opened.close()


def _demand_new(session: "SparkSession", path: str) -> None:
    """Spark would tell only when everything is checked."""
    if ending(path) not in _WRITTEN:
        raise BadEnding(
            f"{path}: Spark writes a folder of JSON lines (.jsonl, .jsonl.gz) or of Parquet (.parquet)"
        )
    context: Any = session.sparkContext
    with _told():
        folder = context._jvm.org.apache.hadoop.fs.Path(path)
        if folder.getFileSystem(context._jsc.hadoopConfiguration()).exists(folder):
            raise SparkFailed(f"{path} is there already: Spark writes into a new folder")


def _write(records: "DataFrame", kind: str, path: str, first: _Input) -> None:
    if ending(path) != ".parquet":
        records.write.text(path, compression="gzip" if path.endswith(".gz") else None)
        return
    if kind == "output":
        table = records.mapInArrow(partitions.table_of_findings, _schema(FINDINGS))
    else:
        names = REJECTED if kind == "rejected" else first.names()
        names = dropped(names) if kind == "drop" else names
        read = partial(partitions.table_of_records, names)
        table = records.mapInArrow(read, _schema(names))
    table.write.parquet(path)


def _schema(columns: Sequence[str]) -> "StructType":
    from pyspark.sql import types

    whole = numbers(columns)
    return types.StructType(
        [
            types.StructField(name, types.LongType() if name in whole else types.StringType())
            for name in columns
        ]
    )


@contextmanager
def _told() -> "Iterator[None]":
    """Raise SparkFailed where Spark fails."""
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, needed("py4j.protocol").Py4JError) as error:
        raise SparkFailed((str(error) or type(error).__name__).strip().splitlines()[0]) from error
