"""Many pairs: on several processes, and from the cache; and what an interruption leaves."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.project.test_life import DAM, MAYOR, RAIN, TRAIN, Repository
from tqcheck import session
from tqcheck.config import PairIgnore
from tqcheck.model import Document, Result
from tqcheck.pairing import FilePair
from tqcheck.project import cache as cache_module
from tqcheck.project.baseline_file import read, write
from tqcheck.project.cache import Cache
from tqcheck.project.runs import Checked, Failure, Settings, checked
from tqcheck.reports.formats import FORMATS, Run, rendered
from tqcheck.writing import whole_file

PLAIN = Settings()
CORPUS = Path(__file__).parents[2] / "corpus"


def pairs() -> list[FilePair]:
    found = []
    for about_file in sorted(CORPUS.glob("*/*/about.toml")):
        about = tomllib.loads(about_file.read_text(encoding="utf-8"))
        tags = about["source_language"], about["target_language"]
        source, target = (
            about_file.parent / f"{side}.{tag}.txt"
            for side, tag in zip(("source", "target"), tags, strict=True)
        )
        found.append(FilePair(source, target, *tags))
    return found


def reports(
    listed: list[FilePair],
    settings: Settings = PLAIN,
    jobs: int = 1,
    cache: Cache | None = None,
) -> dict[str, str]:
    """All reports on pairs that can all be read."""
    done = list(checked(listed, settings, jobs, cache))
    assert all(isinstance(one, Checked) for one in done)
    results = [one.result for one in done if isinstance(one, Checked)]
    return {name: rendered(name, results, Run()) for name in FORMATS}


@pytest.fixture
def no_check(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes every check fail from now on."""

    def refuse(*_: object) -> None:
        raise AssertionError("this was to come from the cache")

    return lambda: monkeypatch.setattr(session, "check", refuse)


def test_a_kept_result_is_the_result(tmp_path: Path, no_check: Callable[[], None]) -> None:
    """Of whole documents, packed ones, and those of another process, in every format."""
    listed = pairs()[::2]
    whole = [session.check(*one) for one in map(documents_of, listed)]
    expected = {name: rendered(name, whole, Run()) for name in FORMATS}
    assert reports(listed) == expected
    assert reports(listed, jobs=2) == expected
    cache = Cache(tmp_path / "cache")
    assert reports(listed, cache=cache) == expected
    no_check()
    assert reports(listed, cache=cache) == expected
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"


def documents_of(pair: FilePair) -> tuple[Document, Document]:
    assert pair.source_language
    assert pair.target_language
    return (
        session.document(pair.source.read_text("utf-8"), pair.source_language, str(pair.source)),
        session.document(pair.target.read_text("utf-8"), pair.target_language, str(pair.target)),
    )


@pytest.fixture
def one(tmp_path: Path) -> list[FilePair]:
    (tmp_path / "a.fr.txt").write_text(f"{DAM.source}\n\n{TRAIN.source}\n", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(f"{DAM.broken}\n\n{TRAIN.broken}\n", encoding="utf-8")
    return [FilePair(tmp_path / "a.fr.txt", tmp_path / "a.en.txt", "fr", "en")]


def rules_found(listed: list[FilePair], settings: Settings, cache: Cache) -> list[str]:
    (done,) = checked(listed, settings, 1, cache)
    assert isinstance(done, Checked)
    return [f"{finding.severity} {finding.by.id}" for finding in done.result.findings]


def test_whatever_decides_a_result_is_part_of_the_key(
    one: list[FilePair], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    made: list[int] = []
    check = session.check

    def counted(source: Document, target: Document, *how: Any) -> Result:
        made.append(1)
        return check(source, target, *how)

    monkeypatch.setattr(session, "check", counted)
    plain = Settings(("number-changed", "word-doubled"))
    assert rules_found(one, plain, cache) == ["major number-changed", "minor word-doubled"]
    assert rules_found(one, plain, cache) == ["major number-changed", "minor word-doubled"]
    assert len(made) == 1
    fewer = plain._replace(ignore=("fluency",))
    assert rules_found(one, fewer, cache) == ["major number-changed"]
    graver = plain._replace(tables=json.dumps({"word-doubled": {"severity": "critical"}}))
    assert rules_found(one, graver, cache) == ["major number-changed", "critical word-doubled"]
    ignored = plain._replace(pair_ignores=(PairIgnore(tmp_path, "*.en.txt", ("accuracy",)),))
    assert rules_found(one, ignored, cache) == ["minor word-doubled"]
    assert len(made) == 4
    one[0].target.write_text(f"{DAM.target}\n\n{TRAIN.broken}\n", encoding="utf-8")
    assert rules_found(one, ignored, cache) == ["minor word-doubled"]
    assert len(made) == 5
    monkeypatch.setattr(cache_module, "_program", lambda: "another version")
    assert rules_found(one, ignored, cache) == ["minor word-doubled"]
    assert len(made) == 6


def test_the_program_is_told_by_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = cache_module._program.__wrapped__
    shutil.copytree(
        CORPUS.parent / "tqcheck",
        tmp_path / "tqcheck",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    monkeypatch.setattr(cache_module, "_PACKAGE", tmp_path / "tqcheck")
    before = digest()
    assert before == digest()
    with (tmp_path / "tqcheck" / "languages" / "fr.toml").open("a") as pack:
        pack.write("\n")
    assert before != digest()


@pytest.mark.parametrize("damage", ["", "{}", "[]", "null", "half", "other"])
def test_a_damaged_entry_is_not_used(one: list[FilePair], tmp_path: Path, damage: str) -> None:
    cache = Cache(tmp_path / "cache")
    settings = Settings(("number-changed",))
    assert rules_found(one, settings, cache) == ["major number-changed"]
    (file,) = (tmp_path / "cache").glob("*/*.json")
    key, _, line = file.read_text(encoding="utf-8").partition("\n")
    content = {
        "half": f"{key}\n{line[: len(line) // 2]}",
        "other": line.replace('"number-changed"', '"number-chnged"'),
    }.get(damage, f"{key}\n{damage}")
    file.write_text(content, encoding="utf-8")
    assert rules_found(one, settings, cache) == ["major number-changed"]
    assert file.read_text(encoding="utf-8") == f"{key}\n{line}"


def test_a_cache_that_cannot_be_written_is_told(one: list[FilePair], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (done,) = checked(one, Settings(), 1, Cache(tmp_path / "file"))
    assert isinstance(done, Checked)
    assert "keeps no results" in done.notes[0]


def test_what_cannot_be_read_stops_nothing_else(one: list[FilePair], tmp_path: Path) -> None:
    (tmp_path / "b.en.txt").write_text("")
    bad = FilePair(tmp_path / "a.fr.txt", tmp_path / "b.en.txt")
    done = list(checked([bad, *one, bad], Settings()))
    assert [type(entry) for entry in done] == [Failure, Checked, Failure]


def test_a_run_with_an_unreadable_pair_reports_the_others(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.article("dam", (DAM, True))
    made.article("rain", (RAIN, False))
    (tmp_path / "en" / "rain.txt").write_bytes(b"\x89PNG\0\0\0")
    run = made.tqcheck("check")
    assert run.returncode == 2
    assert "number-changed" in run.stdout
    assert "en/rain.txt" in run.stderr


def test_the_command_uses_its_cache(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.article("dam", (DAM, True))
    first = made.tqcheck("check", "--output-format", "json").stdout
    assert list((tmp_path / ".tqcheck_cache").glob("*/*.json"))
    assert made.tqcheck("check", "--output-format", "json").stdout == first
    assert ".tqcheck_cache" not in made.git("status", "--short")
    shutil.rmtree(tmp_path / ".tqcheck_cache")
    assert made.tqcheck("check", "--no-cache", "--output-format", "json").stdout == first
    assert not (tmp_path / ".tqcheck_cache").exists()
    made.article("dam", (DAM, False))
    assert made.tqcheck("check").returncode == 0


def test_statistics(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.article("dam", (DAM, True), (TRAIN, True))
    made.article("train", (TRAIN, True))
    lines = made.tqcheck("check", "--statistics").stdout.splitlines()
    assert [line.split() for line in lines[1:3]] == [
        ["2", "0", "0", "word-doubled"],
        ["1", "0", "0", "number-changed"],
    ]


def test_watch_checks_what_changes(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.article("dam", (DAM, False))
    made.article("train", (TRAIN, True))
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "tqcheck", "check", "--watch", "--output-format", "concise"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as watching:
        assert watching.stdout is not None
        seen = []
        for line in watching.stdout:
            seen.append(line)
            if "waiting" in line:
                break
        assert any("word-doubled" in line for line in seen)
        made.article("dam", (DAM, True))
        seen = []
        for line in watching.stdout:
            seen.append(line)
            if "waiting" in line:
                break
        assert any("number-changed" in line for line in seen)
        assert not any("word-doubled" in line for line in seen)
        watching.send_signal(signal.SIGINT)
        assert watching.wait(20) == 130


def killed(command: list[str], folder: Path, after: float) -> None:
    """Start a command in a group of its own, and kill the group."""
    run = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(after)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()


def test_a_kill_while_writing_leaves_a_whole_file(tmp_path: Path) -> None:
    """A process that does nothing but replace files is killed at many moments."""
    path = tmp_path / "file"
    program = (
        "import sys; from pathlib import Path; from tqcheck.writing import whole_file\n"
        "n = 0\n"
        "while True:\n"
        "    with whole_file(Path(sys.argv[1]), durable=False) as out:\n"
        "        for _ in range(2000): out.write('ab'[n % 2] * 100)\n"
        "    n += 1\n"
    )
    chance = random.Random(7)
    for _ in range(12):
        killed([sys.executable, "-c", program, str(path)], tmp_path, chance.uniform(0.1, 0.4))
        if path.exists():
            text = path.read_text()
            assert text in ("a" * 200_000, "b" * 200_000)
    assert path.exists()


def test_a_kill_at_any_moment_leaves_baseline_report_and_cache_whole(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    for number in range(30):
        made.article(f"a{number}", (DAM, True), (MAYOR, False), (TRAIN, True))
    assert made.tqcheck("baseline", "create").returncode == 0
    (tmp_path / "report.json").write_text("{}")
    path = tmp_path / "tqcheck-baseline.jsonl"
    whole = read(path)
    program = [sys.executable, "-m", "tqcheck"]
    chance = random.Random(11)
    for attempt in range(6):
        shutil.rmtree(tmp_path / ".tqcheck_cache", ignore_errors=True)
        if attempt % 2:
            write(path, whole[:10])
            killed([*program, "baseline", "update"], tmp_path, chance.uniform(0.3, 1.2))
            assert set(read(path)) in (set(whole), set(whole[:10]))
        else:
            command = [*program, "check", "-j", "2", "-o", "json:report.json"]
            killed(command, tmp_path, chance.uniform(0.3, 1.2))
            json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
        # What the killed run kept is as good as any.
        write(path, whole)
        assert made.check()["summary"]["new"] == 0


def test_an_interruption_is_one_line_and_leaves_no_process(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    for number in range(60):
        made.article(f"a{number}", *[(one, True) for one in (DAM, TRAIN)] * 10)
    run = subprocess.Popen(
        [sys.executable, "-m", "tqcheck", "check", "-j", "2"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    time.sleep(1.0)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=30)
    if run.returncode != 1:  # it may have been faster
        assert run.returncode == 130
        assert told in ("", "tqcheck: interrupted\n")
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)


def test_an_error_while_writing_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def fail() -> None:
        with whole_file(path) as out:
            out.write("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
