"""Files that do not keep to their format: one line that says what and where, and status 2."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

GOOD = {
    "md": ("Le barrage mesure 185 mètres.\n", "The dam is 185 metres high.\n"),
    "html": ("<p>Le barrage mesure 185 mètres.</p>\n", "<p>The dam is 185 metres high.</p>\n"),
    "json": ('{"a": "Le barrage mesure 185 mètres."}', '{"a": "The dam is 185 metres high."}'),
    "yml": ("a: Le barrage mesure 185 mètres.\n", "a: The dam is 185 metres high.\n"),
    "toml": ('a = "Le barrage mesure 185 mètres."\n', 'a = "The dam is 185 metres high."\n'),
    "properties": ("a=Le barrage mesure 185 mètres.\n", "a=The dam is 185 metres high.\n"),
    "strings": (
        '"a" = "Le barrage mesure 185 mètres.";\n',
        '"a" = "The dam is 185 metres high.";\n',
    ),
    "srt": (
        "1\n00:00:01,000 --> 00:00:02,000\nLe barrage mesure 185 mètres.\n",
        "1\n00:00:01,000 --> 00:00:02,000\nThe dam is 185 metres high.\n",
    ),
    "vtt": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nLe barrage mesure 185 mètres.\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nThe dam is 185 metres high.\n",
    ),
}
DEEP = 10_000
#: Ending, content, what is said of it.
BAD = {
    "md-comments": ("md", "<!--\n" * DEEP, "opens comments by the hundred"),
    "md-quotes": ("md", ">" * DEEP + " The dam.", "holds no prose"),
    "md-long": ("md", "The dam. " * 300_000, "is larger than 2 MiB of Markdown"),
    "html-deep": ("html", "<div>" * DEEP + "The dam.", "nested deeper than"),
    "html-script": ("html", "<script>The dam.", "holds no prose"),
    "json-cut": ("json", '{"a": "The dam is 185', "is no JSON that can be read: line 1"),
    "json-deep": ("json", '{"a": ' + "[" * DEEP + "]" * DEEP + "}", "is nested deeper than"),
    "json-other": ("json", "The dam.", "is no JSON that can be read: line 1"),
    "json-empty": ("json", '{"a": 1}', "holds no prose"),
    "yml-cut": ("yml", 'a: b\nc: "The dam', "is no YAML that can be read: line 2"),
    "yml-deep": ("yml", "a: " + "[" * DEEP + "]" * DEEP, "maximum nesting depth"),
    "yml-deeper": ("yml", "- " * DEEP + "a", "is nested deeper than"),
    "yml-tab": ("yml", "a:\n\t- b\n", "is no YAML that can be read: line 2"),
    "toml-cut": ("toml", 'a = "The dam', "is no TOML that can be read:"),
    "toml-deep": ("toml", "a = " + "[" * DEEP + "]" * DEEP, "is nested deeper than"),
    "srt-other": ("srt", "The dam is 185 metres high.", "it has no line with times"),
    "vtt-other": ("vtt", GOOD["srt"][1], "is no WebVTT that can be read: line 1"),
    "vtt-cut": ("vtt", "WEBVTT\n\n00:01.000 --> 00:0", "it has no line with times"),
    "strings-cut": ("strings", '"a" = "The dam', "is no strings file that can be read: line 1"),
    "strings-other": ("strings", '"a" = "b";\n\nThe dam.', "line 3"),
}  # fmt: skip


def check(source: Path, target: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tqcheck", "check", str(source), str(target), *options],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def pair(folder: Path, ending: str, target: str | bytes | None = None) -> tuple[Path, Path]:
    source, good = GOOD[ending]
    paths = folder / f"fr.{ending}", folder / f"en.{ending}"
    paths[0].write_text(source, encoding="utf-8")
    content = good if target is None else target
    paths[1].write_bytes(content.encode() if isinstance(content, str) else content)
    return paths


@pytest.mark.parametrize("ending", GOOD)
def test_a_good_file_is_checked(tmp_path: Path, ending: str) -> None:
    run = check(*pair(tmp_path, ending))
    assert (run.returncode, run.stderr) == (0, "")
    broken = GOOD[ending][1].replace("185", "158")
    run = check(*pair(tmp_path, ending, broken))
    assert run.returncode == 1, run.stderr
    line, column = broken[: broken.index("158")].count("\n") + 1, broken.index("158") + 1
    column -= broken.rindex("\n", 0, column) + 1 if line > 1 else 0
    assert f"en.{ending}:{line}:{column} major number-changed" in run.stdout


def test_a_cure_leaves_the_rest_of_a_file(tmp_path: Path) -> None:
    """Where a cure lies in two cues it would take the times along, and is left out."""
    times = [f"00:00:0{number},000 --> 00:00:0{number},900" for number in range(1, 4)]
    source, target = tmp_path / "a.fr.srt", tmp_path / "a.en.srt"

    def write(path: Path, *cues: str) -> str:
        text = "".join(
            f"{n}\n{t}\n{c}\n\n" for n, (t, c) in enumerate(zip(times, cues, strict=True))
        )
        path.write_text(text)
        return text

    write(source, "Le train part à huit heures", "de la gare centrale.", "Il est à l’heure.")
    text = write(
        target,
        "The train leaves at eight from",
        "from the central station.",
        "It arrives arrives on time.",
    )
    run = check(source, target, "--fix", "--unsafe-fixes", "--select", "word-doubled")
    assert run.returncode in (0, 1), run.stderr
    assert target.read_text() == text.replace("arrives arrives", "arrives")
    catalogue = tmp_path / "en.yml"
    (tmp_path / "fr.yml").write_text("a: Le train part à huit heures.\nb: 'x'\n")
    catalogue.write_text(
        "# kept\na:   The train leaves the\n  the station at eight. # too\nb: 'x'\n"
    )
    check(tmp_path / "fr.yml", catalogue, "--fix", "--unsafe-fixes", "--select", "word-doubled")
    assert (
        catalogue.read_text()
        == "# kept\na:   The train leaves the station at eight. # too\nb: 'x'\n"
    )


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told(tmp_path: Path, name: str) -> None:
    ending, content, told = BAD[name]
    paths = pair(tmp_path, ending, content)
    run = check(*paths)
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1, run.stderr
    assert run.stderr.startswith(f"tqcheck: {paths[1]} ")
    assert told in run.stderr


def test_aliases_are_not_expanded(tmp_path: Path) -> None:
    levels = "bcdefghijklmnop"
    bomb = "b: &b [x]\n" + "".join(
        f"{one}: &{one} [{', '.join([f'*{before}'] * 9)}]\n" for before, one in pairwise(levels)
    )
    run = check(*pair(tmp_path, "yml", GOOD["yml"][1] + bomb))
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("ending", GOOD)
def test_what_is_no_text_or_too_large_is_told(tmp_path: Path, ending: str) -> None:
    for content, told in ((b"\xff\xfea", "utf-16"), (b"", "is empty"), (b"\0\1\2" * 99, "is")):
        run = check(*pair(tmp_path, ending, content))
        assert (run.returncode, run.stderr.count("\n")) == (2, 1), run.stderr
        assert told in run.stderr
    paths = pair(tmp_path, ending)
    with paths[1].open("r+b") as file:
        file.truncate(200 * 2**20)
    run = check(*paths)
    assert run.returncode == 2
    assert "is larger than 64 MiB: split it" in run.stderr


def test_a_catalogue_in_another_encoding_is_read(tmp_path: Path) -> None:
    content = "a=Le barrage mesure 185 mètres de haut, dit-on à l’été.\n".encode("cp1252")
    source, target = pair(
        tmp_path, "properties", "a=The dam is 158 metres high, they say in summer."
    )
    source.write_bytes(content)
    run = check(source, target)
    assert run.returncode == 1
    assert "is not UTF-8: read as" in run.stderr
