"""tqcheck score: what findings cost, and what sacrebleu says of the same texts."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import sacrebleu

from tests.commands import tqcheck

SOURCE = "Le barrage mesure 185 mètres de haut.\n\nIl date de 1975. Il a coûté cher.\n\nLa vallée attend.\n"
HUMAN = "The dam stands 185 metres high.\n\nIt was built in 1975. It was dear.\n\nThe valley is waiting.\n"
GOOD = "The dam is 185 metres high.\n\nIt dates from 1975. It was expensive.\n\nThe valley waits.\n"
BAD = "The the dam is 158 metres high.\n\nIt dates from 1975. It was expensive.\n\nMy aunt eats pears.\n"
WORDS = 18


def score(*arguments: object) -> subprocess.CompletedProcess[str]:
    return tqcheck("score", *arguments)


def told(*arguments: object) -> dict[str, Any]:
    run = score(*arguments, "--output-format", "json")
    assert run.returncode == 0, run.stderr
    document: dict[str, Any] = json.loads(run.stdout)
    return document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (
        ("a.fr.txt", SOURCE),
        ("good.en.txt", GOOD),
        ("bad.en.txt", BAD),
        ("human.en.txt", HUMAN),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_penalties(folder: Path) -> None:
    (bad,) = told(folder / "a.fr.txt", folder / "bad.en.txt")["systems"]
    assert bad["counts"] == {"minor": 1, "major": 1, "critical": 0}
    assert bad["source_words"] == WORDS
    assert bad["penalty_per_100_words"] == pytest.approx(100 * 6 / WORDS, abs=1e-4)
    assert bad["score"] == pytest.approx(100 - 100 * 6 / WORDS, abs=1e-4)
    assert bad["metrics"] == []
    weights = ("--weights", "minor=0.5,major=2")
    document = told(folder / "a.fr.txt", folder / "bad.en.txt", *weights)
    assert document["weights"] == {"minor": 0.5, "major": 2, "critical": 25}
    assert document["systems"][0]["score"] == pytest.approx(100 - 100 * 2.5 / WORDS, abs=1e-4)
    (good,) = told(folder / "a.fr.txt", folder / "good.en.txt")["systems"]
    assert good["score"] == 100


def test_a_score_gates(folder: Path) -> None:
    pair = folder / "a.fr.txt", folder / "bad.en.txt"
    assert score(*pair, "--min-score", 60).returncode == 0
    run = score(*pair, "--min-score", 70)
    assert run.returncode == 1
    assert "bad.en.txt scores 66.7, below 70" in run.stderr
    assert score(*pair, folder / "good.en.txt", "--min-score", 70).returncode == 1


def test_a_reference(folder: Path) -> None:
    """The figures are sacrebleu's own on the paragraphs, however they lie in the files."""
    loose = folder / "loose.en.txt"
    loose.write_text(BAD.replace(". It was expensive", ".\n\nIt was expensive"), encoding="utf-8")
    targets = folder / "good.en.txt", folder / "bad.en.txt", loose
    document = told(folder / "a.fr.txt", *targets, "--reference", folder / "human.en.txt")
    good, bad, same = document["systems"]
    references = [HUMAN.strip().split("\n\n")]
    for system, text in ((good, GOOD), (bad, BAD), (same, BAD)):
        texts = text.strip().split("\n\n")
        expected = {
            "BLEU": sacrebleu.corpus_bleu(texts, references).score,
            "chrF2++": sacrebleu.corpus_chrf(texts, references, word_order=2).score,
            "TER": sacrebleu.corpus_ter(texts, references).score,
        }
        found = {metric["name"]: metric["score"] for metric in system["metrics"]}
        assert found == pytest.approx(expected)
        assert all("version:" in metric["signature"] for metric in system["metrics"])
    worst = bad["least_like_the_reference"][0]
    assert (worst["text"], worst["place"]["line"]) == ("My aunt eats pears.", 5)
    assert worst["reference"] == "The valley is waiting."
    # The first is compared with nothing, an equal text is not significantly better.
    assert all(one["p_value"] is None for one in good["bootstrap"])
    assert all(0 < one["p_value"] <= 1 for one in bad["bootstrap"])
    assert same["bootstrap"] == bad["bootstrap"]
    document = told(folder / "a.fr.txt", loose, targets[1], "--reference", folder / "human.en.txt")
    assert all(one["p_value"] == 1 for one in document["systems"][1]["bootstrap"])


def test_line_by_line(folder: Path) -> None:
    reference = folder / "human.en.txt"
    pair = folder / "a.fr.txt", folder / "good.en.txt"
    aligned = told(*pair, "--reference", reference)["systems"][0]["metrics"]
    assert told(*pair, "--reference", reference, "--lines")["systems"][0]["metrics"] == aligned
    reference.write_text("One line.\n")
    run = score(*pair, "--reference", reference, "--lines")
    assert run.returncode == 2
    assert "has 3 lines" in run.stderr
    assert "has them aligned" in run.stderr or "have them aligned" in run.stderr


def test_text_and_page(folder: Path) -> None:
    named = folder / "<b>bad.en.txt"
    named.write_text(BAD)
    page = folder / "compared.html"
    targets = folder / "good.en.txt", named
    run = score(
        folder / "a.fr.txt", *targets, "--reference", folder / "human.en.txt", "--html", page
    )
    assert run.returncode == 0
    assert "weights: minor 1, major 5, critical 25" in run.stdout
    assert "least like the reference, to look at" in run.stdout
    bootstrap = run.stdout.partition("paired bootstrap, 1,000 samples")[2].splitlines()[1:4]
    assert bootstrap[0].split() == ["BLEU", "p", "chrF2++", "p", "TER", "p"]
    assert [line.count("±") for line in bootstrap[1:]] == [3, 3]
    assert len(bootstrap[1].split()) + 3 == len(bootstrap[2].split())  # the first has no p
    html = page.read_text()
    assert "<b>bad" not in html
    assert html.count("<rect") == 2  # the findings of the bad one
    assert "1 major: 27.78" in html


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--weights", "minor=x"], "write minor=1"),
        (["--weights", "grave=1"], "write minor=1"),
        (["--weights", "minor=nan"], "write minor=1"),
        (["--lines"], "give --reference"),
        (["--reference", "missing.en.txt"], "missing.en.txt"),
    ],
)
def test_what_cannot_be_scored(folder: Path, options: list[str], complaint: str) -> None:
    run = score(folder / "a.fr.txt", folder / "bad.en.txt", *options)
    assert run.returncode == 2
    assert complaint in run.stderr
    assert run.stderr.count("\n") == 1
