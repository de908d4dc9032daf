"""The cluster finds what one machine finds: a standalone cluster on loopback."""

import gzip
import importlib.util
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow
import pytest
from pyarrow import parquet

from tests.corpora.test_bitext import bitext
from tqcheck.corpora.checking import Wanted

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

RULES = "number-changed,word-doubled,acronym-untranslated"
WANTED = Wanted(tuple(RULES.split(",")))
LANGUAGES = {"source_lang": "fr", "target_lang": "en"}
#: Enough for several tasks of some seconds each.
ROWS, PARTS = 3200, 8


def why_not() -> str | None:
    """Why there can be no cluster here."""
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed: pip install 'tqcheck[spark]'"
    if shutil.which("java") is None:
        return "there is no java"
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version[1]) < 17:
        return f"Spark needs Java 17: {told.splitlines()[:1]}"
    return None


pytestmark = pytest.mark.skipif(why_not() is not None, reason=str(why_not()))


class Cluster:
    """A master and two workers, each a process group of its own."""

    def __init__(self, folder: Path) -> None:
        import pyspark

        self.home = Path(pyspark.__file__).parent
        self.folder = folder
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
        self.master = f"spark://127.0.0.1:{port}"
        self.processes: list[subprocess.Popen[bytes]] = []
        self._start("master.Master", "--port", str(port))
        self._wait_for("master.Master", "I have been elected leader")
        for _ in range(2):
            self._start("worker.Worker", "--cores", "1", "--memory", "900m", self.master)
        for number in (1, 2):
            self._wait_for("worker.Worker", "Successfully registered", number)

    def _start(self, role: str, *arguments: str) -> None:
        number = len(self.processes)
        log = (self.folder / f"{role}.{number}.log").open("wb")
        command = [
            str(self.home / "bin" / "spark-class"),
            f"org.apache.spark.deploy.{role}",
            *("--host", "127.0.0.1", "--webui-port", "0"),
            *arguments,
        ]
        environment = {
            **os.environ,
            "SPARK_HOME": str(self.home),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_DAEMON_MEMORY": "256m",
            "SPARK_WORKER_DIR": str(self.folder / f"work{number}"),
        }
        self.processes.append(
            subprocess.Popen(
                command, stdout=log, stderr=log, env=environment, start_new_session=True
            )
        )
        log.close()

    def _wait_for(self, role: str, words: str, number: int = 0) -> None:
        log = self.folder / f"{role}.{number}.log"
        end = time.monotonic() + 120
        while words not in log.read_text(errors="replace"):
            assert self.processes[number].poll() is None, log.read_text()
            assert time.monotonic() < end, log.read_text()
            time.sleep(0.1)

    def kill(self, number: int) -> None:
        """End one process and all that it has started, at once."""
        with suppress(ProcessLookupError):
            os.killpg(self.processes[number].pid, signal.SIGKILL)
        self.processes[number].wait(30)

    def stop(self) -> None:
        for number in reversed(range(len(self.processes))):
            self.kill(number)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="module")
def spark(cluster: Cluster) -> Iterator["SparkSession"]:
    """A session that has an executor on each worker."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master(cluster.master)
        .appName("tests")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "512m")
        .config("spark.executor.memory", "512m")
        .config("spark.executor.cores", "1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
        .getOrCreate()
    )
    try:
        yield session
    finally:
        session.stop()


def rows(count: int) -> list[dict[str, Any]]:
    """Made rows, five of each document: some numbers are wrong, some acronyms are left."""
    chance = random.Random(3)
    made = []
    for number in range(count):
        figure = chance.randrange(2000, 8000)
        wrong = figure + 1111 if number % 7 == 0 else figure
        source = f"La salle a {figure} places, dit l’ami du maire."
        target = f"The room has {wrong} seats, says the mayor’s friend."
        if number % 5 == 0:
            source, target = "L’État islamique (EI) avance.", "Islamic State (IS) is advancing."
        elif number % 10 == 3:
            source, target = "Les hommes de l’EI reculent.", "The EI fighters retreat."
        made.append(
            {
                "id": f"r{number:05}",
                "source": source,
                "target": target,
                **LANGUAGES,
                "doc": f"d{number // 5:05}",
            }
        )
    return made


def tsv(path: Path, made: list[dict[str, Any]]) -> None:
    lines = ["\t".join(made[0]), *("\t".join(row.values()) for row in made)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def local(*paths: object, **options: Path) -> list[str]:
    """The findings of the local engine, sorted."""
    given = [part for name, path in options.items() for part in (f"--{name}", path)]
    run = bitext(*paths, "--select", RULES, *given)
    assert run.returncode == 0, run.stderr
    return sorted(run.stdout.splitlines())


def parts(folder: Path) -> list[str]:
    """The lines that Spark wrote, sorted."""
    lines: list[str] = []
    for part in folder.glob("part-*"):
        read = gzip.open if part.suffix == ".gz" else open
        with read(part, "rt", encoding="utf-8") as file:
            lines += file.read().splitlines()
    return sorted(lines)


def test_a_worker_is_lost_on_the_way(
    cluster: Cluster, spark: "SparkSession", tmp_path: Path
) -> None:
    """All that is written is the local engine's, byte for byte after sorting."""
    from tqcheck.corpora import spark as engine
    from tqcheck.corpora.reading import Columns

    made = rows(ROWS)
    size = ROWS // PARTS
    paths = []
    for number in range(PARTS):
        path = tmp_path / f"part{number}.{'jsonl' if number % 2 else 'tsv'}"
        part = made[number * size : (number + 1) * size]
        if number % 2:
            path.write_text("".join(json.dumps(row) + "\n" for row in part))
        else:
            tsv(path, part)
        paths.append(str(path))
    with open(paths[1], "a", encoding="utf-8") as file:
        file.write("no row\n")
    splits = {name: tmp_path / f"{name}.jsonl" for name in ("keep", "drop", "rejected")}
    expected = local(*paths, **splits)
    assert len(expected) > ROWS // 10
    outputs = {"output": str(tmp_path / "found")}
    outputs |= {name: str(tmp_path / f"spark-{name}.jsonl.gz") for name in splits}
    tracker = spark.sparkContext.statusTracker()
    lost: list[int] = []

    def lose_a_worker() -> None:
        """As soon as one task is done and others run."""
        end = time.monotonic() + 120
        while time.monotonic() < end:
            for stage in tracker.getActiveStageIds():
                info = tracker.getStageInfo(stage)
                if info and info.numCompletedTasks >= 1 and info.numActiveTasks:
                    cluster.kill(1)
                    lost.append(info.numCompletedTasks)
                    return
            time.sleep(0.01)

    watch = threading.Thread(target=lose_a_worker)
    watch.start()
    summary = engine.run(spark, paths, Columns(), WANTED, outputs)
    watch.join()
    assert lost, "no worker was lost on the way"
    assert lost[0] < PARTS
    assert parts(tmp_path / "found") == expected
    for name in ("keep", "drop"):
        written = sorted(splits[name].read_text(encoding="utf-8").splitlines())
        assert parts(Path(outputs[name])) == written
        assert len(written) == (summary.dropped if name == "drop" else ROWS - summary.dropped)
    ((one,), (other,)) = (
        map(json.loads, lines)
        for lines in (parts(Path(outputs["rejected"])), splits["rejected"].read_text().splitlines())
    )
    assert one == {**other, "line": None}  # no worker knows the number of a line
    assert (summary.rows, summary.flagged, summary.unreadable) == (ROWS, len(expected), 1)
    assert len(summary.reasons) == 1
    assert summary.reasons[0].startswith(f"{paths[1]}: a line is not JSON")
    rules = [one["rule"] for line in expected for one in json.loads(line)["findings"]]
    assert summary.findings == Counter(rules)
    assert summary.samples.keys() == set(rules)


def test_tables(spark: "SparkSession", tmp_path: Path) -> None:
    """Parquet in and out is what the local engine makes of it."""
    from tqcheck.corpora import spark as engine
    from tqcheck.corpora.reading import Columns

    path = tmp_path / "rows.parquet"
    made = [{**row, "note": number} for number, row in enumerate(rows(60))]
    parquet.write_table(pyarrow.Table.from_pylist(made), path)
    names = ("output", "keep", "drop")
    splits = {name: tmp_path / f"{name}.parquet" for name in names}
    local(path, **splits)
    outputs = {name: str(tmp_path / f"spark-{name}.parquet") for name in names}
    summary = engine.run(spark, [str(path)], Columns(), WANTED, outputs)
    assert summary.dropped > 5
    for name in names:
        expected, found = (
            parquet.read_table(where, partitioning=None) for where in (splits[name], outputs[name])
        )
        assert found.schema.remove_metadata() == expected.schema
        assert sorted(map(str, found.to_pylist())) == sorted(map(str, expected.to_pylist()))


def test_what_spark_refuses(spark: "SparkSession", tmp_path: Path) -> None:
    from tqcheck.corpora import spark as engine
    from tqcheck.corpora.opening import UnreadableBitext
    from tqcheck.corpora.outputs import BadEnding
    from tqcheck.corpora.reading import Columns

    path = tmp_path / "rows.tsv"
    tsv(path, rows(5))
    nameless = tmp_path / "nameless.jsonl"
    nameless.write_text(json.dumps({"source": "a", "target": "b", **LANGUAGES}) + "\n")

    def run(source: Path, output: str) -> Any:
        outputs = {"output": str(tmp_path / output)}
        return engine.run(spark, [str(source)], Columns(), WANTED, outputs)

    for source, output, error, words in (
        (path, "rows.tsv", BadEnding, "JSON lines"),
        (path, "", engine.SparkFailed, "is there already"),
        (tmp_path / "none.jsonl", "found", engine.SparkFailed, "none.jsonl"),
        (tmp_path / "none.tsv", "found", UnreadableBitext, "none.tsv cannot be read"),
        (tmp_path / "rows.txt", "found", UnreadableBitext, "endings that Spark reads"),
    ):
        with pytest.raises(error, match=words):
            run(source, output)
    summary = run(nameless, "found")
    assert (summary.rows, summary.unreadable) == (0, 1)
    assert "has no 'id', which Spark cannot make up" in summary.reasons[0]
    assert not (tmp_path / "found").exists()


def test_a_frame(spark: "SparkSession", tmp_path: Path) -> None:
    """Documents are seen together where they follow each other, or are brought together."""
    from tqcheck.corpora import spark as engine
    from tqcheck.corpora.reading import Columns

    made = rows(100)
    path = tmp_path / "rows.tsv"
    tsv(path, made)
    expected = {one["id"]: one["findings"] for one in map(json.loads, local(path))}
    apart = random.Random(1).sample(made, len(made))
    renamed = [{"name" if key == "id" else key: row[key] for key in row} for row in apart]
    frame = spark.createDataFrame([*renamed, {**renamed[0], "name": "x", "target": None}])
    columns = Columns(id="name")
    found = engine.check(frame, columns, WANTED, grouped=False).collect()
    assert {row["id"]: json.loads(row["findings"]) for row in found if row["findings"]} == expected
    assert [row["reason"] for row in found if row["reason"]] == ["a line has no text in 'target'"]


def test_the_command(tmp_path: Path) -> None:
    """With a session of its own, on this machine."""
    path, seen = tmp_path / "rows.tsv", tmp_path / "seen.txt"
    tsv(path, rows(20))
    files = ("-o", tmp_path / "found", "--keep", tmp_path / "kept", "--summary", seen)
    options = ("--engine", "spark", "--master", "local[1]", "--select", RULES)
    run = bitext(path, *options, *files, "--fail-on", "major")
    assert run.returncode == 1, run.stderr
    assert "20 rows checked, " in run.stderr
    assert parts(tmp_path / "found") == local(path)
    assert len(parts(tmp_path / "kept")) < 20
    assert seen.read_text().startswith("20 rows checked")


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--engine", "spark"], "--output"),
        (["--engine", "spark", "-o", "found", "--resume"], "lost tasks again by itself"),
        (["--master", "local[1]"], "--engine spark"),
        (["-o", "s3://bucket/found.jsonl"], "only --engine spark writes to an address"),
    ],
)
def test_what_the_command_refuses(tmp_path: Path, options: list[str], complaint: str) -> None:
    path = tmp_path / "rows.tsv"
    tsv(path, rows(5))
    run = bitext(path, *options)
    assert run.returncode == 2
    assert complaint in run.stderr
