"""The life of a repository that adopts tqcheck: a real git repository, and the real command."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

CONFIG = 'source-language = "fr"\npairs = "folder"\nselect = ["number-changed", "word-doubled"]\n'


class Sentence(NamedTuple):
    """A paragraph, its translation, and a translation that tqcheck flags."""

    source: str
    target: str
    broken: str = ""


DAM = Sentence(
    "Le barrage mesure 185 mètres de haut.",
    "The dam is 185 metres high.",
    "The dam is 158 metres high.",
)
TRAIN = Sentence(
    "Le train part à huit heures de la gare centrale.",
    "The train leaves the central station at eight.",
    "The train leaves the the central station at eight.",
)
MUSEUMS = Sentence(
    "La ville emploie désormais 740 agents dans ses musées.",
    "The city now employs 740 people in its museums.",
    "The city now employs 470 people in its museums.",
)
PUPILS = Sentence(
    "Près de 320 élèves fréquentent le lycée du quartier.",
    "Some 320 pupils attend the local secondary school.",
    "Some 230 pupils attend the local secondary school.",
)
RAIN = Sentence(
    "Il pleut depuis lundi sur toute la côte.", "It has rained since Monday on the coast."
)
MAYOR = Sentence(
    "La maire a promis de rouvrir la bibliothèque.", "The mayor has promised to reopen the library."
)


class Repository:
    """A folder under git, with articles in fr/ and en/."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")
        (folder / "tqcheck.toml").write_text(CONFIG, encoding="utf-8")

    def git(self, *arguments: str) -> str:
        names = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        return subprocess.run(
            ["git", *names, *arguments],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "x", "--allow-empty")

    def write(self, name: str, *paragraphs: str) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")

    def article(self, name: str, *sentences: tuple[Sentence, bool]) -> None:
        """Write both sides; True takes the broken translation."""
        self.write(f"fr/{name}.txt", *(one.source for one, _ in sentences))
        self.write(
            f"en/{name}.txt", *(one.broken if broken else one.target for one, broken in sentences)
        )

    def tqcheck(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if "_CI" not in name}
        clean.pop("GITHUB_ACTIONS", None)
        return subprocess.run(
            [sys.executable, "-m", "tqcheck", *arguments],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            env=clean,
            check=False,
        )

    def check(self, *arguments: str) -> dict[str, Any]:
        """The report of a check; it exits with 1 when something is new."""
        run = self.tqcheck("check", "--output-format", "json", *arguments)
        report: dict[str, Any] = json.loads(run.stdout)
        assert run.returncode == (1 if report["summary"]["major"] else 0), run.stderr
        return report

    def new(self, *arguments: str) -> list[str]:
        """The flagged texts of the new findings."""
        return [
            finding["target"]["text"]
            for finding in self.check(*arguments)["findings"]
            if finding["state"] == "new"
        ]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.article("dam", (RAIN, False), (DAM, True), (TRAIN, True), (MAYOR, False))
    made.article("museums", (MUSEUMS, True), (MAYOR, False))
    made.commit()
    return made


@pytest.fixture
def adopted(repository: Repository) -> Repository:
    assert repository.tqcheck("baseline", "create").returncode == 0
    repository.commit()
    assert repository.new() == []
    return repository


def baseline(repository: Repository) -> list[dict[str, Any]]:
    lines = (repository.folder / "tqcheck-baseline.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[1:]]


def test_all_is_new_before_and_known_after_adoption(repository: Repository) -> None:
    assert sorted(repository.new()) == ["158", "470", "the the"]
    assert repository.tqcheck("baseline", "create").returncode == 0
    assert "is there already" in repository.tqcheck("baseline", "create").stderr
    report = repository.check()
    assert report["summary"]["known"] == 3
    assert report["summary"]["new"] == 0
    assert repository.new("--no-baseline") == [f["target"]["text"] for f in report["findings"]]
    assert {entry["text"] for entry in baseline(repository)} == {"158", "470", "the the"}


def test_reflow_keeps_known(adopted: Repository) -> None:
    path = adopted.folder / "en" / "dam.txt"
    path.write_text(
        "It has rained since\nMonday on the coast.\n\n\nThe dam is 158\nmetres high.\n\n"
        "The train leaves the the\ncentral station at eight.\n\nThe mayor has promised to\n"
        "reopen the library.\n",
        encoding="utf-8",
        newline="\r\n",
    )
    assert adopted.new() == []


def test_moved_paragraphs_keep_known(adopted: Repository) -> None:
    adopted.article("dam", (TRAIN, True), (MAYOR, False), (PUPILS, False), (DAM, True))
    assert adopted.new() == []


def test_renamed_and_moved_files_keep_known(adopted: Repository) -> None:
    for language in ("fr", "en"):
        (adopted.folder / language / "works").mkdir()
        adopted.git("mv", f"{language}/dam.txt", f"{language}/works/barrier.txt")
    assert adopted.new() == []


def test_a_copied_article_is_new(adopted: Repository) -> None:
    for language in ("fr", "en"):
        shutil.copy(
            adopted.folder / language / "museums.txt", adopted.folder / language / "copy.txt"
        )
    assert adopted.new() == ["470"]
    assert adopted.new("en/copy.txt") == ["470"]


def test_rewording_around_keeps_known_and_a_changed_source_sentence_makes_new(
    adopted: Repository,
) -> None:
    adopted.write(
        "en/museums.txt", "In its museums the city now gives work to 470 people.", MAYOR.target
    )
    assert adopted.new() == []
    adopted.write("fr/museums.txt", "La région emploie 740 agents dans ses musées.", MAYOR.source)
    assert adopted.new() == ["470"]


def test_one_more_defect_is_new_and_one_less_is_fixed(adopted: Repository) -> None:
    adopted.article("dam", (DAM, True), (TRAIN, False), (PUPILS, True))
    assert adopted.new() == ["230"]
    run = adopted.tqcheck("check")
    assert "1 known finding is gone" in run.stderr
    adopted.article("dam", (DAM, True), (TRAIN, False))
    assert adopted.tqcheck("check").returncode == 0
    assert adopted.tqcheck("check", "--strict-baseline").returncode == 1
    assert adopted.tqcheck("baseline", "prune").returncode == 0
    assert adopted.tqcheck("check", "--strict-baseline").returncode == 0
    assert {entry["text"] for entry in baseline(adopted)} == {"158", "470"}


def test_fixing_one_and_adding_one_of_a_kind_do_not_cancel_out(adopted: Repository) -> None:
    adopted.article("dam", (DAM, False), (TRAIN, True), (PUPILS, True))
    assert adopted.new() == ["230"]


def test_the_same_defect_in_another_sentence_is_new(adopted: Repository) -> None:
    again = "Le pont mesure 185 mètres de long.", "The bridge is 158 metres long."
    adopted.write("fr/dam.txt", DAM.source, again[0])
    adopted.write("en/dam.txt", DAM.broken, again[1])
    assert adopted.new() == ["158"]
    adopted.write("en/dam.txt", DAM.target, again[1])
    assert adopted.new() == ["158"]


def test_a_partial_run_leaves_the_rest_alone(adopted: Repository) -> None:
    adopted.article("dam", (DAM, True), (TRAIN, False))
    adopted.article("museums", (MUSEUMS, True), (PUPILS, True))
    assert "gone" not in adopted.tqcheck("check", "fr/museums.txt").stderr
    assert adopted.tqcheck("baseline", "update", "en/museums.txt").returncode == 0
    assert {entry["text"] for entry in baseline(adopted)} == {"158", "the the", "470", "230"}
    assert adopted.tqcheck("baseline", "update", "--rule", "word-doubled").returncode == 0
    assert {entry["text"] for entry in baseline(adopted)} == {"158", "470", "230"}


def test_branches_that_both_accept_merge(adopted: Repository) -> None:
    (adopted.folder / ".gitattributes").write_text("*.jsonl merge=union\n")
    adopted.commit()
    for branch, one in (("left", PUPILS), ("right", TRAIN)):
        adopted.git("checkout", "-q", "-b", branch, "main")
        adopted.article(branch, (one, True))
        assert adopted.tqcheck("baseline", "update").returncode == 0
        adopted.commit()
    adopted.git("merge", "-q", "left", "-m", "x")
    assert adopted.new() == []
    (adopted.folder / "fr/left.txt").unlink()
    (adopted.folder / "en/left.txt").unlink()
    assert adopted.tqcheck("check", "--strict-baseline").returncode == 1


def test_show_is_by_rule_and_tells_the_age(adopted: Repository) -> None:
    shown = adopted.tqcheck("baseline", "show").stdout
    assert shown.index("number-changed (major): 2") < shown.index("word-doubled (minor): 1")
    assert shown.count("since 20") == 3
    assert shown.endswith("3 known findings in 2 pairs\n")


def test_a_damaged_baseline_is_told_and_kept(adopted: Repository) -> None:
    path = adopted.folder / "tqcheck-baseline.jsonl"
    whole = path.read_text(encoding="utf-8")
    for damage in ("<<<<<<< HEAD\n", '{"pair": 1}\n', '{"tqcheck-baseline": 2}\n', "[]\n"):
        path.write_text(whole + damage, encoding="utf-8")
        for command in ("check", "baseline update"):
            run = adopted.tqcheck(*command.split())
            assert run.returncode == 2
            assert "line 5" in run.stderr
            assert run.stderr.count("\n") == 1
        assert path.read_text(encoding="utf-8") == whole + damage


def decide(repository: Repository, **decided: str) -> subprocess.CompletedProcess[str]:
    """Apply decisions on the findings with these flagged texts ("_" is a space)."""
    entries = []
    for finding in repository.check()["findings"]:
        text = finding["target"]["text"]
        decision, _, reason = decided.get(f"t{text}".replace(" ", "_"), "").partition(": ")
        if decision:
            entries.append(
                {
                    "source": finding["target"]["path"].replace("en/", "fr/"),
                    "target": finding["target"]["path"],
                    "rule": finding["rule"],
                    "fingerprint": finding["fingerprint"],
                    "text": text,
                    "decision": decision,
                    "reason": reason,
                }
            )
    saved = repository.folder / "saved.json"
    saved.write_text(json.dumps({"schema": 1, "decisions": entries}), encoding="utf-8")
    return repository.tqcheck("baseline", "apply", "saved.json")


def test_decisions_are_applied(repository: Repository) -> None:
    sidecar = repository.folder / "tqcheck-ignore.toml"
    mine = '# mine\n[[ignore]]\nrule = "number-added"\nreason = "none"'
    sidecar.write_text(mine, encoding="utf-8")
    run = decide(repository, t158="accepted", t470='false-alarm: the "old" town', tthe_the="to-fix")
    assert run.returncode == 0, run.stderr
    assert run.stderr.endswith("1 accepted, 1 false alarms, 1 to be fixed\n")
    assert [entry["text"] for entry in baseline(repository)] == ["158"]
    assert repository.new() == ["the the"]
    assert sidecar.read_text(encoding="utf-8").startswith(mine + "\n\n[[ignore]]\n")
    # Once more changes nothing.
    before = sidecar.read_bytes()
    again = repository.tqcheck("baseline", "apply", "saved.json")
    assert again.returncode == 0, again.stderr
    assert sidecar.read_bytes() == before
    assert [entry["text"] for entry in baseline(repository)] == ["158"]
    # A false alarm needs no entry in the baseline any more.
    assert decide(repository, t158="false-alarm: measured anew").returncode == 0
    assert baseline(repository) == []
    assert repository.check()["summary"]["suppressed"] == 2
    # The suppression holds for these words in this sentence of this article.
    repository.article("museums", (MUSEUMS, True), (PUPILS, True), (MAYOR, False))
    repository.article("other", (MUSEUMS, True))
    assert sorted(repository.new()) == ["230", "470", "the the"]


def test_decisions_that_cannot_be_applied(repository: Repository) -> None:
    assert decide(repository, t158="accepted").returncode == 0
    repository.article("dam", (RAIN, False), (DAM, False))
    run = repository.tqcheck("baseline", "apply", "saved.json")
    assert run.returncode == 0
    assert "en/dam.txt: number-changed “158” is not found any more" in run.stderr
    saved = repository.folder / "saved.json"
    for content, told in (
        ("[", "is no JSON"),
        ('{"schema": 1, "decisions": []}', "holds no decision"),
        ('{"schema": 2, "decisions": []}', "is of schema 2"),
    ):
        saved.write_text(content)
        run = repository.tqcheck("baseline", "apply", "saved.json")
        assert run.returncode == 2
        assert run.stderr.count("\n") == 1
        assert told in run.stderr
    assert repository.tqcheck("baseline", "apply", "nowhere.json").returncode == 2


def test_since_a_revision(repository: Repository) -> None:
    repository.git("tag", "before")
    assert repository.new("--since", "before") == []
    repository.article("dam", (DAM, True), (PUPILS, True))
    repository.article("new", (TRAIN, True))
    assert sorted(repository.new("--since", "before")) == ["230", "the the"]
    repository.commit()
    repository.git("mv", "fr/museums.txt", "fr/money.txt")
    repository.git("mv", "en/museums.txt", "en/money.txt")
    assert sorted(repository.new("--since", "before")) == ["230", "the the"]
    assert repository.new("--since", "HEAD") == []
    repository.write("en/dam.txt", PUPILS.target, DAM.broken)
    repository.write("fr/dam.txt", PUPILS.source, DAM.source)
    repository.commit()
    repository.write("en/dam.txt", PUPILS.broken, DAM.broken)  # the source is as it was
    assert repository.new("--since", "HEAD") == ["230"]
    run = repository.tqcheck("check", "--since", "nowhere")
    assert run.returncode == 2
    assert run.stderr.startswith("tqcheck: --since nowhere: ")
