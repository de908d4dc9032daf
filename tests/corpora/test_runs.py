"""Runs over many rows: on any number of processes, stopped and gone on with, their memory flat."""

import io
import itertools
import json
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.corpora.test_bitext import bitext
from tests.corpora.test_formats import LANGUAGES, json_lines
from tqcheck.corpora import local
from tqcheck.corpora.checking import Wanted
from tqcheck.corpora.local import CannotResume, Job, Run
from tqcheck.corpora.opening import Opened
from tqcheck.corpora.outputs import Growing
from tqcheck.corpora.reading import Columns
from tqcheck.model import Finding, Rule


def large(path: Path, count: int) -> None:
    """A file of made rows, every third of which has a finding."""
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write("source\ttarget\n")
        for number in range(count):
            figure = chance.randrange(2000, 8000)
            wrong = figure + 1111 if number % 3 == 0 else figure
            file.write(f"La salle a {figure} places.\tThe room has {wrong} seats.\n")


OPTIONS = ("--from", "fr", "--to", "en", "--select", "number-changed,word-doubled")


def test_processes_and_resuming_make_no_difference(tmp_path: Path) -> None:
    """A run that is killed again and again, and goes on each time, writes what one run writes."""
    path = tmp_path / "rows.tsv"
    large(path, 36_000)
    whole = tmp_path / "whole.jsonl"
    kept = tmp_path / "whole.tsv"
    run = bitext(path, *OPTIONS, "-o", whole, "--keep", kept, "--jobs", 1)
    assert run.returncode == 0
    assert len(whole.read_text().splitlines()) == 12_000
    parts, keep = tmp_path / "parts.jsonl", tmp_path / "parts.tsv"
    files = ("-o", parts, "--keep", keep, "--resume", "--jobs", 2)
    command = [sys.executable, "-m", "tqcheck", "bitext", *map(str, (path, *OPTIONS, *files))]
    journal = tmp_path / ".parts.jsonl.progress"
    done: list[int] = []
    for how in (signal.SIGKILL, signal.SIGINT):
        stopped = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        end = time.monotonic() + 60
        while lines_done(journal) <= (done[-1] if done else 0):
            assert stopped.poll() is None
            assert time.monotonic() < end
            time.sleep(0.02)
        stopped.send_signal(how)
        told = stopped.communicate(timeout=60)[1]
        assert stopped.returncode != 0
        assert ("with --resume" in told) == (how is signal.SIGINT)
        assert not parts.exists()
        done.append(lines_done(journal))
    assert 0 < done[0] <= done[1] < 36_000
    other = bitext(path, *OPTIONS, "--ignore", "word-doubled", *files)
    assert other.returncode == 2
    assert "is of a run with other files, rules or options" in other.stderr
    assert bitext(path, *OPTIONS, *files).returncode == 0
    assert parts.read_bytes() == whole.read_bytes()
    assert keep.read_bytes() == kept.read_bytes()
    names = ["parts.jsonl", "parts.tsv", "rows.tsv", "whole.jsonl", "whole.tsv"]
    assert sorted(each.name for each in tmp_path.iterdir()) == names


FILES = (".jsonl", "-keep.tsv", "-drop.csv.gz")


def to_files(path: Path, name: str, *, resume: bool = False) -> Job:
    """The check of a file, with its findings and both splits as files of a name."""
    output, keep, drop = (path.with_name(f"{name}{part}") for part in FILES)
    return Job(
        (str(path),),
        Columns(from_language="fr", to_language="en"),
        Wanted(("number-changed",)),
        output=output,
        keep=keep,
        drop=drop,
        resume=resume,
    )


def do(job: Job) -> None:
    run = Run(job)
    with closing(run.chunks()) as chunks:
        for _ in chunks:
            pass
    run.finish()


@pytest.mark.parametrize(
    ("what", "call", "left"),
    [
        ((Growing, "write"), 100, 0),  # in the first chunk
        ((Growing, "write"), 700, 4),  # in the third one, with one of its rows in one file of two
        ((Growing, "complete"), 3, 4),
    ],
)
def test_an_interruption_comes_anywhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: tuple[type, str], call: int, left: int
) -> None:
    """What is left is what whole chunks wrote, or nothing: a row is in all files or in none."""
    path = tmp_path / "rows.tsv"
    large(path, 1000)
    do(to_files(path, "whole"))
    undisturbed, calls = getattr(*what), itertools.count(1)

    def interrupted(*arguments: Any) -> None:
        if next(calls) == call:
            raise KeyboardInterrupt
        undisturbed(*arguments)

    monkeypatch.setattr(local, "_MARK", -1)  # after each chunk
    with monkeypatch.context() as now:
        now.setattr(*what, interrupted)
        with pytest.raises(KeyboardInterrupt):
            do(to_files(path, "parts"))
    names = [each.name for each in tmp_path.iterdir() if "parts" in each.name]
    assert len([name for name in names if not name.endswith(".packed")]) == left
    do(to_files(path, "parts", resume=True))
    for part in FILES:
        whole, parts = (Opened(str(tmp_path / f"{name}{part}")) for name in ("whole", "parts"))
        assert parts.stream.read() == whole.stream.read()
    assert len(list(tmp_path.iterdir())) == 1 + 2 * len(FILES)


def test_what_a_stopped_run_left_must_be_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "rows.tsv"
    large(path, 1000)
    monkeypatch.setattr(local, "_MARK", -1)
    run = Run(to_files(path, "parts"))
    with closing(run.chunks()) as chunks:
        assert not run.can_go_on
        next(chunks)
    assert run.can_go_on
    (tmp_path / ".parts-keep.tsv.part").unlink()
    with pytest.raises(CannotResume, match="is gone"):
        do(to_files(path, "parts", resume=True))


def lines_done(journal: Path) -> int:
    return json.loads(journal.read_text())["summary"]["lines"] if journal.exists() else 0


def test_rows_are_read_as_they_are_needed(tmp_path: Path) -> None:
    """What is read ahead does not grow with the file."""
    path = tmp_path / "rows.tsv"
    large(path, 3000)
    columns = Columns(from_language="fr", to_language="en")
    run = Run(Job((str(path),), columns, Wanted(("word-doubled",)), 1))
    shares = [(summary.lines, run.share or 0) for summary in run.chunks()]
    assert shares[-1] == (3000, 1.0)
    assert len(shares) > 5
    ahead = [share - lines / 3000 for lines, share in shares]
    assert max(ahead) < 0.5


def test_a_rule_that_breaks_spoils_one_row(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The others are checked, and the run says which row it was."""
    findings = Rule.findings

    def broken(rule: Rule, subject: Any, **options: Any) -> list[Finding]:
        if "break" in subject.target.text:
            raise RuntimeError("no")
        return findings(rule, subject, **options)

    monkeypatch.setattr(Rule, "findings", broken)
    path, rejected = tmp_path / "rows.jsonl", tmp_path / "rejected.jsonl"
    targets = ("the the sea", "break break", "the the boat")
    json_lines(path, ({"source": "a", "target": text, **LANGUAGES} for text in targets))
    out = io.StringIO()
    job = Job((str(path),), Columns(), Wanted(("word-doubled",)), 1, rejected=rejected)
    run = Run(job, out)
    *_, summary = run.chunks()
    run.finish()
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == [1, 3]
    assert (summary.rows, summary.broken) == (3, 1)
    assert "row 2: rule word-doubled broke: RuntimeError: no" in rejected.read_text()
