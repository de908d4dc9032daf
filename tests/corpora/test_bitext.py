"""tqcheck bitext: rows in, findings out."""

import gzip
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.commands import tqcheck

ROWS = [
    ("a", "Le barrage mesure 185 mètres.", "The dam is 158 metres high."),
    ("b", "Il date de 1975.", "It dates from 1975."),
    ("c", "Il a 12 portes.", "It has the the 12 gates."),
]


def bitext(*arguments: object) -> subprocess.CompletedProcess[str]:
    return tqcheck("bitext", *arguments)


def entries(run: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture
def tsv(tmp_path: Path) -> Path:
    path = tmp_path / "rows.tsv"
    lines = ["\t".join(row) for row in [("id", "source", "target"), *ROWS]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_tab_separated(tsv: Path) -> None:
    run = bitext(tsv, "--from", "fr", "--to", "en")
    assert run.returncode == 0
    assert [entry["id"] for entry in entries(run)] == ["a", "c"]
    for entry in entries(run):
        texts = {identity: (source, target) for identity, source, target in ROWS}[entry["id"]]
        for finding in entry["findings"]:
            for text, side in zip(texts, ("source", "target"), strict=True):
                place = finding[side]
                if place is not None:
                    assert "path" not in place
                    assert text[place["start"] : place["end"]] == place["text"]
    assert bitext(tsv, "--from", "fr", "--to", "en", "--fail-on", "major").returncode == 1
    assert bitext(tsv, "--from", "fr", "--to", "en", "--fail-on", "critical").returncode == 0


def test_json_lines_gzipped_with_other_names(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for _, source, target in ROWS:
            row = {"src": source, "mt": target, "sl": "fr", "tl": "en"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        file.write("{broken\n[]\n" + json.dumps({"src": "sans cible"}) + "\n")
    run = bitext(
        path,
        *("--source-column", "src", "--target-column", "mt"),
        *("--source-lang-column", "sl", "--target-lang-column", "tl"),
    )
    assert run.returncode == 0
    assert [entry["id"] for entry in entries(run)] == [1, 3]
    assert "3 rows were left out" in run.stderr
    assert "line 4 is not JSON" in run.stderr


def test_output_is_whole_or_absent(tsv: Path, tmp_path: Path) -> None:
    out = tmp_path / "findings.jsonl"
    run = bitext(tsv, "--from", "fr", "--to", "en", "--output", out)
    assert run.stdout == ""
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2
    before = out.read_bytes()
    tsv.write_text("id\tsource\ttarget\n", encoding="utf-8")
    assert bitext(tsv, "--from", "fr", "--to", "en", "--output", out).returncode == 2
    assert out.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["findings.jsonl", "rows.tsv"]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("rows.tsv", b"source\tmt\n", "no column 'target'"),
        ("rows.tsv", b"source\ttarget\na\tb\n", "languages"),
        ("rows.tsv", b"source\ttarget\n\xff\tb\n", "not UTF-8"),
        ("rows.txt", b"", "endings"),
        ("rows.csv", b"source,mt\n", "no column 'target'"),
        ("rows.parquet", b"no parquet", "is not Parquet"),
        ("rows.jsonl.zst", b"no zstandard", "cannot be read"),
        ("rows.tmx", b"<tmx><body>", "is not XML"),
        (
            "rows.tmx",
            b'<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tmx><body>&b;</body></tmx>',
            "declares entities",
        ),
        ("rows.tsv", b"source\ttarget\tsource_lang\ttarget_lang\na\tb\t../x\ten\n", "no tag"),
        ("rows.jsonl.gz", b"no gzip", "cannot be read"),
        ("rows.jsonl", b"\n", "no row"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, content: bytes, complaint: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    run = bitext(path, "-o", tmp_path / "out.jsonl")
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]
    assert run.returncode == 2
    assert complaint in run.stderr
    assert run.stderr.count("\n") == 1
    assert bitext(tmp_path / "missing.tsv").returncode == 2
