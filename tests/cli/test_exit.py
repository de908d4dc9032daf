"""What the command says and how it exits."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import refused, tqcheck

SOURCE = "Le barrage mesure 185 mètres.\n\nIl date de 1975.\n"
BROKEN = "The dam is 158 metres high.\n\nIt dates from 1975.\n"
RIGHT = "The dam is 185 metres high.\n\nIt dates from 1975.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.fr.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "broken.en.txt").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "right.en.txt").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def test_clean(folder: Path) -> None:
    run = tqcheck("check", folder / "a.fr.txt", folder / "right.en.txt")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "0 new · 0 known · 0 suppressed · 1 pair\n"


def test_found(folder: Path) -> None:
    run = tqcheck("check", folder / "a.fr.txt", folder / "broken.en.txt")
    assert (run.returncode, run.stderr) == (1, "")
    assert "broken.en.txt:1:12 major number-changed" in run.stdout
    assert run.stdout.endswith("1 new (1 major) · 0 known · 0 suppressed · 1 pair\n")


def test_fail_on(folder: Path) -> None:
    run = tqcheck("check", folder / "a.fr.txt", folder / "broken.en.txt", "--fail-on", "critical")
    assert run.returncode == 0
    assert "number-changed" in run.stdout


def test_ignore_and_select(folder: Path) -> None:
    pair = folder / "a.fr.txt", folder / "broken.en.txt"
    assert tqcheck("check", *pair, "--ignore", "number-changed,number-missing").returncode == 0
    assert tqcheck("check", *pair, "--select", "fluency").returncode == 0
    assert tqcheck("check", *pair, "--select", "accuracy").returncode == 1


def test_color(folder: Path) -> None:
    def escapes(*arguments: object, **environment: str) -> int:
        plain = {n: v for n, v in os.environ.items() if n not in ("NO_COLOR", "FORCE_COLOR")}
        return subprocess.run(
            [sys.executable, "-m", "tqcheck", *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env=plain | environment,
            check=False,
        ).stdout.count("\x1b[")

    pair = "check", folder / "a.fr.txt", folder / "broken.en.txt"
    assert escapes(*pair) == 0
    assert escapes(*pair, "--color", "always") > 0
    assert escapes(*pair, "--color", "always", NO_COLOR="1") > 0
    assert escapes(*pair, FORCE_COLOR="1") > 0
    assert escapes(*pair, FORCE_COLOR="") == 0
    assert escapes(*pair, FORCE_COLOR="1", NO_COLOR="1") == 0
    assert escapes(*pair, "--color", "never", FORCE_COLOR="1") == 0
    assert escapes(*pair, "--color", "always", "--output-format", "json") == 0
    assert escapes("rules") == 0
    assert escapes("rules", FORCE_COLOR="1") > 0


def test_json(folder: Path) -> None:
    run = tqcheck("check", folder / "a.fr.txt", folder / "broken.en.txt", "--output-format", "json")
    report = json.loads(run.stdout)
    assert report["schema"] == 1
    assert report["summary"]["new"] == report["summary"]["major"] == 1
    (finding,) = report["findings"]
    target = finding["target"]
    assert BROKEN[target["start"] : target["end"]] == target["text"] == "158"
    assert (target["line"], target["column"], target["end_column"]) == (1, 12, 15)
    assert finding["source"]["text"] == "185"


def test_what_cannot_be_checked(folder: Path) -> None:
    source, target = folder / "a.fr.txt", folder / "right.en.txt"
    (folder / "empty.en.txt").write_text("")
    (folder / "binary.en.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" * 40)
    (folder / "odd.en.txt").write_bytes(b"\xff\xfeabc")
    for path, complaint in (
        (folder / "missing.en.txt", "No such file"),
        (folder, "no pair"),
        (folder / "empty.en.txt", "is empty"),
        (folder / "binary.en.txt", "is"),
        (folder / "odd.en.txt", "utf-16"),
    ):
        line = refused(tqcheck("check", source, path))
        assert complaint in line
        assert str(path) in line
    # Nor does a preset that pairs other files of the folder say so.
    (folder / "empty.fr.txt").write_text("x\n")
    (folder / "empty.en.txt").write_text("x\n")
    (folder / "elsewhere").mkdir()
    assert "no pair" in refused(tqcheck("check", source, folder / "elsewhere", "--from", "fr"))
    assert "same file" in refused(tqcheck("check", source, source))
    line = refused(tqcheck("check", source, target, "--select", "number-chnged"))
    assert "did you mean 'number-changed'" in line
    assert "--from" in refused(tqcheck("check", source, target, "--from", "french!"))


def test_texts_in_one_language(folder: Path) -> None:
    copy = folder / "copy.fr.txt"
    copy.write_text(SOURCE, encoding="utf-8")
    assert "'fr'" in refused(tqcheck("check", folder / "a.fr.txt", copy))


def test_bad_usage_exits_with_2(tmp_path: Path) -> None:
    assert tqcheck("check", tmp_path).returncode == 2
    assert tqcheck("chekc").returncode == 2
    assert tqcheck("check", "a", "b", "--fail-on", "dreadful").returncode == 2


def test_help_breaks_lines_where_the_terminal_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    told = " ".join(tqcheck("evaluate", "--help").stdout.split("\n"))
    assert (
        "Prints for every rule and family how often it fired, the share of its findings that"
        in told
    )
    assert "   tqcheck evaluate corpus   " in told


def test_a_crash_is_no_finding(folder: Path) -> None:
    program = (
        "import sys, tqcheck.session\n"
        "def crash(*_): raise RuntimeError('boom')\n"
        "tqcheck.session.check = crash\n"
        "from tqcheck.cli import main\n"
        "sys.argv = ['tqcheck', 'check', *sys.argv[1:]]\n"
        "main()"
    )
    pair = [str(folder / "a.fr.txt"), str(folder / "right.en.txt")]
    run = subprocess.run(
        [sys.executable, "-c", program, *pair], capture_output=True, encoding="utf-8", check=False
    )
    assert "boom" in refused(run)
    run = subprocess.run(
        [sys.executable, "-c", program, *pair, "--debug"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 2
    assert "Traceback" in run.stderr


def test_hostile_text_cannot_reach_the_terminal(folder: Path) -> None:
    (folder / "h.fr.txt").write_text("Il y a 185 m.\x1b[31m\u202e\n", encoding="utf-8")
    (folder / "h.en.txt").write_text("There are 158 m.\x1b[31m\u202e\x07\n", encoding="utf-8")
    run = tqcheck("check", folder / "h.fr.txt", folder / "h.en.txt")
    assert "number-changed" in run.stdout
    assert not set(run.stdout) & set("\x1b\u202e\x07")


def test_a_reader_who_leaves_is_no_crash() -> None:
    command = [sys.executable, "-m", "tqcheck", "rules"]
    run = subprocess.run(
        f"{shlex.join(command)} | head -c 1", shell=True, capture_output=True, check=True
    )
    assert run.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_told() -> None:
    with open("/dev/full", "w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "tqcheck", "rules"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1


def test_align(folder: Path) -> None:
    run = tqcheck("align", folder / "a.fr.txt", folder / "right.en.txt")
    assert run.returncode == 0
    assert [line.split("│")[1].strip() for line in run.stdout.splitlines()] == [
        "Le barrage mesure 185 mètres.",
        "The dam is 185 metres high.",
        "Il date de 1975.",
        "It dates from 1975.",
    ]


def test_align_writes_other_formats(folder: Path) -> None:
    out = folder / "beads.tmx"
    run = tqcheck(
        "align", folder / "a.fr.txt", folder / "right.en.txt", "--output-format", "tmx", "-o", out
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert "<seg>Il date de 1975.</seg>" in out.read_text(encoding="utf-8")


def test_align_shows_the_pairs_of_a_file_that_holds_both(folder: Path) -> None:
    catalogue = folder / "fr.po"
    catalogue.write_text('msgid "Open"\nmsgstr "Ouvrir"\nmsgid "Save"\nmsgstr ""\n')
    run = tqcheck("align", catalogue, "--output-format", "tsv")
    assert run.stdout.splitlines()[1:] == ["1-1\t1.0000\tOpen\tOuvrir"]
    for arguments, told in (
        ((catalogue, "--lines"), "leave out --lines"),
        ((folder / "a.fr.txt",), "name its translation"),
    ):
        run = tqcheck("align", *arguments)
        assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
        assert told in run.stderr


def test_align_takes_lines_and_a_dictionary(folder: Path) -> None:
    words = folder / "fr-en.tsv"
    words.write_text("barrage\tdam\n", encoding="utf-8")
    run = tqcheck(
        *("align", folder / "a.fr.txt", folder / "right.en.txt", "--lines", "--dictionary", words),
        *("--output-format", "json"),
    )
    assert [bead["source"] for bead in json.loads(run.stdout)["beads"]] == [[0], [1]]


def test_a_broken_dictionary_is_one_line(folder: Path) -> None:
    pair = folder / "a.fr.txt", folder / "right.en.txt"
    run = tqcheck("align", *pair, "--dictionary", folder / "a.fr.txt")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1
    assert "ends in none of" in run.stderr


def test_explain_and_rules() -> None:
    run = tqcheck("explain", "number-changed")
    assert run.returncode == 0
    assert "[[" in run.stdout
    listed = tqcheck("rules").stdout
    assert "number-changed" in listed
    assert "did you mean" in refused(tqcheck("explain", "number-chnged"))
