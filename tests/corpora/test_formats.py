"""One bitext in every format is one bitext; nothing is lost, and memory does not grow."""

import csv
import gzip
import io
import itertools
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpora.test_bitext import bitext, entries
from tqcheck.corpora import local
from tqcheck.corpora.checking import Wanted
from tqcheck.corpora.local import CannotResume, Job, Run, chunked
from tqcheck.corpora.opening import Opened
from tqcheck.corpora.outputs import Growing
from tqcheck.corpora.reading import Columns, Entry, Reader, Unreadable
from tqcheck.corpora.rows import LONGEST, Row, grouped, results
from tqcheck.model import Finding, Rule
from tqcheck.session import stable_rules

ROWS = [
    {"id": "a", "source": "Le barrage mesure 185 mètres.", "target": "The dam is 158 metres high."},
    {"id": "b", "source": "Il date de 1975.", "target": "It dates from 1975."},
    {
        "id": "c",
        "source": "Il a 12 portes, « dit-il ».",
        "target": 'It has the the 12 gates, "says he".',
    },
]
LANGUAGES = {"source_lang": "fr", "target_lang": "en"}


def tsv(path: Path, rows: Sequence[dict[str, str]]) -> None:
    lines = ["\t".join(rows[0]), *("\t".join(row.values()) for row in rows)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def comma_separated(path: Path, rows: Sequence[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def json_lines(path: Path, rows: Iterable[dict[str, str]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")


def gzipped(path: Path, rows: Sequence[dict[str, str]]) -> None:
    json_lines(path, rows)
    path.write_bytes(gzip.compress(path.read_bytes()))


def zstandard(path: Path, rows: Sequence[dict[str, str]]) -> None:
    tsv(path, rows)
    text = path.read_bytes()
    with pyarrow.output_stream(str(path), compression="zstd") as out:
        out.write(text)


def parquet(path: Path, rows: Sequence[dict[str, str]]) -> None:
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), path, row_group_size=2)


def tmx(path: Path, rows: Sequence[dict[str, str]]) -> None:
    units = "".join(
        f'<tu tuid="{row["id"]}"><tuv xml:lang="en-GB"><seg>{row["target"]}</seg></tuv>\n'
        f'<tuv xml:lang="FR"><seg><bpt i="1">&lt;b></bpt>{row["source"]}<ept i="1">&lt;/b></ept>'
        "</seg></tuv></tu>\n"
        for row in rows
    )
    path.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
        f'<header srclang="fr"/><body>{units}</body></tmx>',
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("rows.tsv", tsv),
        ("rows.csv", comma_separated),
        ("rows.jsonl", json_lines),
        ("rows.jsonl.gz", gzipped),
        ("rows.tsv.zst", zstandard),
        ("rows.parquet", parquet),
        ("rows.tmx", tmx),
    ],
)
def test_the_format_makes_no_difference(
    tmp_path: Path, name: str, write: Callable[[Path, Any], None]
) -> None:
    plain, other = tmp_path / "plain.tsv", tmp_path / name
    tsv(plain, [{**row, **LANGUAGES} for row in ROWS])
    write(other, [{**row, **LANGUAGES} for row in ROWS])
    expected = entries(bitext(plain))
    assert [entry["id"] for entry in expected] == ["a", "c"]
    found = entries(bitext(other))
    assert found == expected
    # From somewhere else, as one of several files.
    assert entries(bitext(other, f"file://{plain}")) == expected * 2


@pytest.mark.parametrize("name", ["{}.tsv", "{}.csv.gz", "{}.jsonl.zst", "{}.parquet"])
def test_splits(tmp_path: Path, name: str) -> None:
    source = tmp_path / "rows.jsonl"
    json_lines(source, ({**row, **LANGUAGES, "note": row["id"] * 2} for row in ROWS))
    keep, drop = tmp_path / name.format("keep"), tmp_path / name.format("drop")
    table = tmp_path / "findings.parquet"
    run = bitext(source, "--keep", keep, "--drop", drop, "-o", table)
    assert run.returncode == 0, run.stderr
    kept, dropped = ([item.fields for item in rows_of(path)] for path in (keep, drop))
    columns = [*ROWS[0], *LANGUAGES, "note"]
    assert [list(row) for row in kept] == [columns] * 2
    assert [row["note"] for row in kept] == ["bb", "cc"]  # a minor finding drops no row
    assert [row["note"] for row in dropped] == ["aa"]
    assert dropped[0]["reason"] == "number-changed"
    assert dropped[0]["source"] == ROWS[0]["source"]
    findings = pyarrow.parquet.read_table(table).to_pylist()
    assert [(each["id"], each["rule"]) for each in findings] == [
        ("a", "number-changed"),
        ("c", "word-doubled"),
    ]
    assert findings[0]["target_text"] == "158"
    assert ROWS[0]["target"][findings[0]["target_start"] :].startswith("158")
    everything = tmp_path / name.format("all")
    run = bitext(source, "--keep", everything, "--drop-on", "critical")
    assert len(rows_of(everything)) == len(ROWS)


def rows_of(path: Path) -> list[Entry]:
    read = list(Reader([str(path)], Columns()))
    assert all(isinstance(item, Entry) for item in read)
    return [item for item in read if isinstance(item, Entry)]


def test_what_is_no_row_is_kept_aside(tmp_path: Path) -> None:
    path, rejected = tmp_path / "rows.tsv", tmp_path / "rejected.jsonl"
    tsv(path, [{**row, **LANGUAGES} for row in ROWS])
    with path.open("ab") as file:
        file.write(b"d\tone cell\n\xff\tb\tc\tfr\ten\n")
    run = bitext(path, "--rejected", rejected)
    assert run.returncode == 0
    assert f"2 rows were left out: {path} line 5 has 2 cells" in run.stderr
    told = [json.loads(line) for line in rejected.read_text().splitlines()]
    assert [(one["line"], one["text"]) for one in told] == [
        (5, "d\tone cell"),
        (6, "\\xff\tb\tc\tfr\ten"),
    ]
    assert "not UTF-8" in told[1]["reason"]


def test_a_summary_shows_hostile_text_as_text(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    hostile = "<script>alert(1)</script>\x1b[31m"
    json_lines(path, [{**ROWS[0], **LANGUAGES, "source": ROWS[0]["source"] + hostile}])
    page, text = tmp_path / "seen.html", tmp_path / "seen.txt"
    for summary in (page, text):
        assert bitext(path, "--summary", summary).returncode == 0
        assert "number-changed" in summary.read_text()
        assert "\x1b" not in summary.read_text()
    assert "<script" not in page.read_text()
    assert "1 findings in 1 rows, 1000.00 in 1,000" in text.read_text()


# Documents


def test_rows_of_a_document_are_seen_together(tmp_path: Path) -> None:
    """Where the rows say of what document they are, one teaches the other."""
    rows = [
        {"source": "L’État islamique (EI) avance.", "target": "Islamic State (IS) is advancing."},
        {"source": "Les hommes de l’EI reculent.", "target": "EI fighters retreat."},
    ]
    path = tmp_path / "rows.jsonl"
    for documents, expected in (("xx", [2]), ("xy", []), (["", ""], [])):
        json_lines(
            path,
            ({**row, **LANGUAGES, "doc": doc} for row, doc in zip(rows, documents, strict=True)),
        )
        run = bitext(path, "--select", "acronym-untranslated")
        assert [entry["id"] for entry in entries(run)] == expected
        for entry in entries(run):
            (finding,) = entry["findings"]
            assert finding["target"]["start"] == 0
            assert finding["target"]["text"] == "EI"
            assert (finding["target"]["line"], finding["target"]["column"]) == (1, 1)
            assert finding["source"]["text"] == "EI"
            assert rows[1]["source"][finding["source"]["start"] :].startswith("EI ")


TEXTS = [
    "",
    "Il a 12 portes.",
    "Le barrage mesure 185 mètres.",
    "Les (mains) « en l’air »",
    "12 ( 3",
]
BACK = ["", "It has 12 gates.", "The dam is 158 metres high.", "Hands ) ) the the up", "12"]


@given(
    st.lists(
        st.tuples(st.sampled_from(TEXTS), st.sampled_from(BACK), st.sampled_from("abc")),
        max_size=12,
    )
)
@settings(max_examples=60, deadline=None)
def test_places_are_those_of_the_rows(made: list[tuple[str, str, str]]) -> None:
    rows = [Row(n, s, t, "fr", "en", d) for n, (s, t, d) in enumerate(made)]
    found = list(results(rows, stable_rules()))
    assert len(found) == len(rows)
    for row, result in zip(rows, found, strict=True):
        assert not [item for item in result.not_run if item.broken]
        for finding in result.findings:
            for text, span in ((row.source, finding.source), (row.target, finding.target)):
                assert span is None or 0 <= span.start <= span.end <= len(text)


@given(st.lists(st.sampled_from([None, "a", "b", 0]), max_size=40), st.integers(1, 7))
@settings(deadline=None)
def test_chunks_cut_no_document(documents: list[Any], size: int) -> None:
    """However large the chunks are, the groups are the same."""
    items: list[Entry | Unreadable] = [
        Unreadable(n, "") if name == 0 else Entry(Row(n, "", "", "fr", "en", name), {})
        for n, name in enumerate(documents)
    ]
    whole = [item.row for item in items if isinstance(item, Entry)]
    chunks = list(chunked(items, size))
    assert [item for chunk in chunks for item in chunk] == items
    parts = [[item.row for item in chunk if isinstance(item, Entry)] for chunk in chunks]
    assert [group for part in parts for group in grouped(part)] == list(grouped(whole))


def test_a_long_document_is_checked_in_parts() -> None:
    rows = [Row(n, "", "", "fr", "en", "one") for n in range(2 * LONGEST + 3)]
    assert [len(group) for group in grouped(rows)] == [LONGEST, LONGEST, 3]


# Many rows


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
    large(path, 12_000)
    whole = tmp_path / "whole.jsonl"
    kept = tmp_path / "whole.tsv"
    run = bitext(path, *OPTIONS, "-o", whole, "--keep", kept, "--jobs", 1)
    assert run.returncode == 0
    assert len(whole.read_text().splitlines()) == 4000
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
    assert 0 < done[0] <= done[1] < 12_000
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
    targets = ("the the sea", "break", "the the boat")
    json_lines(path, ({"source": "a", "target": text, **LANGUAGES} for text in targets))
    out = io.StringIO()
    job = Job((str(path),), Columns(), Wanted(("word-doubled",)), 1, rejected=rejected)
    run = Run(job, out)
    *_, summary = run.chunks()
    run.finish()
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == [1, 3]
    assert (summary.rows, summary.broken) == (3, 1)
    assert "row 2: rule word-doubled broke: RuntimeError: no" in rejected.read_text()
