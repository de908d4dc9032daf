"""tqcheck evaluate: the figures are those of the annotations."""

import gzip
import json
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.commands import tqcheck

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLE = CORPUS / "fr-en" / "sudan-corridor"
WANTED = [
    json.loads(line)["rule"]
    for line in (ARTICLE / "findings.jsonl").read_text(encoding="utf-8").splitlines()
]
LANGUAGES = {"src_lang": "fr", "tgt_lang": "en"}
DAM = {"source": "Le barrage mesure 185 mètres.", "target": "The dam is 158 metres high."}
GATES = {"source": "Il a 12 portes.", "target": "It has the the 12 gates."}
RIGHT = {"source": "Il date de 1975.", "target": "It dates from 1975."}


def number(start: int, end: int, **more: Any) -> dict[str, Any]:
    return {
        "start": start,
        "end": end,
        "mqm": "accuracy/mistranslation",
        "severity": "major",
        **more,
    }


ROWS: list[dict[str, Any]] = [
    # The number is marked, and found.
    {**DAM, "set": "news", "spans": [number(11, 14)]},
    # What is marked is another thing: the finding is wrong, and the error is missed.
    {**DAM, "set": "news", "spans": [number(0, 3)]},
    # The place of the error is not known, so nobody can say whether the finding is right.
    {**DAM, "set": "news", "spans": [number(0, 0, side="segment")]},
    # A neutral remark is no error, and a finding there neither right nor wrong.
    {**DAM, "set": "news", "spans": [number(11, 14, severity="neutral")]},
    # Damaged: one finding is new, the other was there before.
    {
        "source": "Le barrage mesure 185 mètres et a 12 portes.",
        "target": "The dam is 158 metres high and has the the 12 gates.",
        "contrast": "The dam is 185 metres high and has the the 12 gates.",
        "phenomenon": "figures",
        "set": "made",
        "spans": [number(11, 14)],
    },
    {**RIGHT, "contrast": RIGHT["target"], "phenomenon": "nothing", "set": "made", "spans": []},
    {**GATES, "set": "clean-news"},
    {**RIGHT, "set": "clean-news"},
]


def evaluate(*arguments: object) -> subprocess.CompletedProcess[str]:
    return tqcheck("evaluate", *arguments)


def gold_line(**span: Any) -> bytes:
    return json.dumps({**DAM, **LANGUAGES, "spans": [span]}).encode()


def test_languages_may_be_given(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({**DAM, "spans": [number(11, 14)]}) + "\n", encoding="utf-8")
    run = evaluate(path, "--from", "fr", "--to", "en", "--select", "number-changed")
    assert (run.returncode, run.stderr) == (0, "")
    assert "100% (1/1)" in run.stdout
    assert "--from xyzzy-" in evaluate(path, "--from", "xyzzy-").stderr


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for row in ROWS:
            file.write(json.dumps({**LANGUAGES, **row}, ensure_ascii=False) + "\n")
    return path


def test_segments(gold: Path) -> None:
    run = evaluate(gold, "--output-format", "json", "--jobs", 2)
    assert (run.returncode, run.stderr) == (0, "")
    told = json.loads(run.stdout)
    assert told["segments"] == {"clean-news": 2, "made": 2, "news": 4}
    changed, doubled = told["rules"]["number-changed"], told["rules"]["word-doubled"]
    assert [changed[name] for name in ("fired", "hits", "placed", "alarms")] == [5, 2, 3, 0]
    assert [doubled[name] for name in ("fired", "hits", "placed", "alarms")] == [0, 0, 0, 1]
    assert doubled["alarms_per_1000"] == 500
    assert told["categories"] == {"accuracy/mistranslation": {"found": 2, "marked": 3}}
    assert told["clean"] == {"clean-news": {"segments": 2, "alarms": 1, "flagged": 1}}
    assert told["contrast"]["figures"] == {"won": 1, "tied": 0, "lost": 0, "accuracy": 1.0}
    assert told["contrast"]["all"] == {"won": 1, "tied": 1, "lost": 0, "accuracy": 0.5}


def test_articles_and_text(gold: Path) -> None:
    run = evaluate(ARTICLE, gold)
    assert run.returncode == 0
    table = run.stdout.partition("\n\n")[0].splitlines()
    lines = {line.split("  ")[0]: line for line in table}
    assert f"({WANTED.count('page-chrome')}/{WANTED.count('page-chrome')})" in lines["page-chrome"]
    assert "100% (1/1)" in lines["name-fragment"]
    assert f"/{len(WANTED)})" in lines["= all"]
    assert "67% (2/3)" in lines["number-changed"]


def test_the_table_of_measured_rules_keeps_what_was_not_run(gold: Path, tmp_path: Path) -> None:
    table = tmp_path / "measured.toml"
    old = {"true": 1, "found": 2, "hits": 0, "placed": 0, "alarms": 3, "segments": 4}
    lines = "\n".join(f"{key} = {value}" for key, value in old.items())
    table.write_text(f"[date-changed]\n{lines}\n\n[number-changed]\n{lines}\n")
    run = evaluate(gold, "--select", "number-changed", "--write", table)
    assert run.returncode == 0
    assert tomllib.loads(table.read_text()) == {
        "date-changed": old,
        "number-changed": {
            "true": 0,
            "found": 0,
            "hits": 2,
            "placed": 3,
            "alarms": 0,
            "segments": 2,
        },
    }


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "nothing is annotated"),
        (
            b'{"source": "a", "target": "b", "src_lang": "fr", "tgt_lang": "en", "spans": 3}',
            "spans",
        ),
        (b"no gold", "is not JSON"),
        (b'{"source": "a", "target": "b"}', "give --from and --to"),
        (gold_line(start=0, end=99), "0 to 99 is no place in a text of 27 characters"),
        (gold_line(start=3, end=1), "is no place"),
        (gold_line(), 'nor "side": "segment"'),
    ],
)
def test_what_is_no_gold(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    run = evaluate(path)
    assert run.returncode == 2
    assert complaint in run.stderr
    assert evaluate(tmp_path / "missing.jsonl").returncode == 2


def test_a_folder_whose_expectations_do_not_fit(tmp_path: Path) -> None:
    (tmp_path / "about.toml").write_text('source_language = "fr"\ntarget_language = "en"\n')
    (tmp_path / "source.fr.txt").write_text("Il date de 1975.\n")
    (tmp_path / "target.en.txt").write_text("It dates from 1957.\n")
    line = {"rule": "number-changed", "severity": "major", "target": "from [[1958]]"}
    (tmp_path / "findings.jsonl").write_text(json.dumps(line) + "\n")
    run = evaluate(tmp_path)
    assert run.returncode == 2
    assert "not once in the target" in run.stderr
