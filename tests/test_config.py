"""What tqcheck.toml may say, and what is told of what it may not."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.commands import refused, tqcheck
from tqcheck.config import BadConfig, config_for, config_of, nearest
from tqcheck.filters import BadOption, UnknownRule, configured
from tqcheck.model import Severity
from tqcheck.project.schema import schema
from tqcheck.rules import all_rules

#: Each right by itself.
RIGHT = [
    'pairs = "folder"',
    'pairs = ["folder", "hugo-name"]',
    'pairs = [{ source = "a/{path}", target = "b/{lang}/{path}", from = "fr", to = ["en"] }]',
    'pairs = [{ source = ["{path}.{lang}.md", "{path}.md"], target = "{path}.{lang}.md" }]',
    'pairs = [{ weblate = "po/*.json", template = "po/en.json" }]',
    '[[pairs]]\npreset = "folder"\nexclude = ["x/*"]\nspelling = { "zh-CN" = "cn" }',
    'source-language = "fr"\ntarget-languages = ["en", "pt-BR"]',
    'select = ["accuracy"]\nignore = ["locale"]\npreview = true\nfail-on = "critical"',
    "cache = false",
    'cache = ".x"\njobs = 2',
    '[rules.word-doubled]\nseverity = "major"',
    "[rules.passage-repeated]\napart = 12",
    '[per-pair-ignores]\n"legal/*" = ["locale"]',
    'output = ["json:x.json"]\noutput-format = "concise"\nbaseline = "b.jsonl"',
]
#: Each wrong, with a part of what is told.
WRONG = [
    ('fail_on = "major"', "did you mean 'fail-on'"),
    ('fail-on = "dreadful"', "one of minor, major, critical"),
    ("select = 'accuracy'", "a list of strings"),
    ("jobs = 0", "a number from 1 on"),
    ("jobs = true", "a number from 1 on"),
    ("preview = 'yes'", "true or false"),
    ("pairs = [{ preset = 'folder', sorce = 'x' }]", "did you mean 'source'"),
    ("[rules.word-doubled]\nseverity = 'dreadful'", "one of minor, major, critical"),
    ("[rules.word-doubld]", "did you mean 'word-doubled'"),
    ("[rules.passage-repeated]\napart = 'far'", "type int or float"),
    ("[rules.passage-repeated]\nappart = 12", "did you mean 'apart'"),
    ("[per-pair-ignores]\n'*' = 'locale'", "a table of lists of strings"),
]
#: Wrong in ways that the schema cannot tell.
WRONG_BEYOND_SCHEMA = [
    ("pairs = [{ source = 'a/{path}' }]", "either preset, or source and target"),
    ("pairs = [{ preset = 'folder', source = 'a', target = 'b' }]", "either preset"),
    ("pairs = [{ weblate = 'po/*.json' }]", "weblate and template"),
    ("pairs = [{ files = '{path}.md' }]", "files and linked-by"),
    ("extend = 'nowhere.toml'", "there is no file"),
    ("extend = 'tqcheck.toml'", "extends itself"),
    ("jobs = ", "is not TOML"),
]


def read(folder: Path, text: str) -> None:
    """Read a configuration as a run does."""
    (folder / "tqcheck.toml").write_text(text, encoding="utf-8")
    config = config_for(folder, folder)
    configured((), all_rules(), config.values["rules"])


@pytest.mark.parametrize("text", RIGHT)
def test_right(tmp_path: Path, text: str) -> None:
    read(tmp_path, text)
    jsonschema.validate(tomllib.loads(text), schema())


@pytest.mark.parametrize(("text", "told"), WRONG)
def test_wrong(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises((BadConfig, BadOption, UnknownRule)) as error:
        read(tmp_path, text)
    assert told in str(error.value)
    assert "\n" not in str(error.value)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), schema())


@pytest.mark.parametrize(("text", "told"), WRONG_BEYOND_SCHEMA)
def test_wrong_beyond_schema(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadConfig, match=told):
        read(tmp_path, text)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    properties: dict[str, Any] = schema()["properties"]
    assert set(properties["rules"]["properties"]) == {rule.id for rule in all_rules()}


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "tqcheck.toml").write_text('fail-on = "minor"')
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert nearest(inner) == tmp_path / "tqcheck.toml"
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.tqcheck]\nfail-on = "critical"\n')
    assert config_for(inner, tmp_path).values["fail-on"] == "critical"
    (inner / "tqcheck.toml").write_text("")
    assert config_for(inner, tmp_path).values["fail-on"] == "major"
    assert config_for(inner, tmp_path).root == inner


def test_extending_merges_tables_and_keeps_paths_relative_to_their_file(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "shared" / "tqcheck.toml").write_text(
        'baseline = "b.jsonl"\npairs = "folder"\nignore = ["locale"]\n'
        '[rules.word-doubled]\nseverity = "major"\n[rules.passage-repeated]\napart = 20\n'
        '[per-pair-ignores]\n"legal/*" = ["fluency"]\n'
    )
    (tmp_path / "site" / "tqcheck.toml").write_text(
        'extend = "../shared/tqcheck.toml"\nignore = ["accuracy"]\n'
        '[rules.passage-repeated]\nseverity = "minor"\n'
    )
    config = config_of(tmp_path / "site" / "tqcheck.toml")
    shared = tmp_path / "shared"
    assert config.root == tmp_path / "site"
    assert config.values["ignore"] == ["accuracy"]
    assert config.path("baseline") == shared / "b.jsonl"
    assert [layout.root for layout in config.layouts] == [shared]
    assert [(one.root, one.glob) for one in config.pair_ignores] == [(shared, "legal/*")]
    assert config.values["rules"] == {
        "word-doubled": {"severity": "major"},
        "passage-repeated": {"apart": 20, "severity": "minor"},
    }
    assert config.origins["rules.word-doubled"] == shared / "tqcheck.toml"


def test_rules_are_run_as_configured() -> None:
    by_id = {rule.id: rule for rule in all_rules()}
    chosen = (by_id["word-doubled"], by_id["passage-repeated"])
    tables: dict[str, Any] = {
        "word-doubled": {"severity": "critical"},
        "passage-repeated": {"apart": 20},
    }
    rules, options = configured(chosen, all_rules(), tables)
    assert [rule.severity for rule in rules] == [Severity.CRITICAL, chosen[1].severity]
    assert options == {"passage-repeated": {"apart": 20}}


def test_a_run_obeys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("fr", "Le barrage mesure 185 mètres."),
        ("en", "The the dam is 158 m high."),
    ):
        for folder in ("news", "legal"):
            (tmp_path / folder / name).mkdir(parents=True)
            (tmp_path / folder / name / "a.txt").write_text(text + "\n", encoding="utf-8")
    (tmp_path / "tqcheck.toml").write_text(
        'pairs = [{ source = "{name}/{lang}/{path}.txt", target = "{name}/{lang}/{path}.txt" }]\n'
        'source-language = "fr"\nselect = ["word-doubled", "number-changed"]\ncache = false\n'
        'output-format = "json"\noutput = ["concise:out/list.txt"]\n'
        '[rules.word-doubled]\nseverity = "critical"\n'
        '[per-pair-ignores]\n"legal/*" = ["accuracy"]\n'
    )
    (tmp_path / "out").mkdir()
    run = tqcheck("check")
    assert run.returncode == 1, run.stderr
    found = [
        (entry["target"]["path"], entry["rule"], entry["severity"])
        for entry in json.loads(run.stdout)["findings"]
    ]
    assert found == [
        ("legal/en/a.txt", "word-doubled", "critical"),
        ("news/en/a.txt", "word-doubled", "critical"),
        ("news/en/a.txt", "number-changed", "major"),
    ]
    assert len((tmp_path / "out/list.txt").read_text(encoding="utf-8").splitlines()) == 4
    # The command line goes before the file.
    run = tqcheck("check", "--select", "number-changed", "--output-format", "concise", "legal")
    assert (run.returncode, run.stdout) == (0, "0 new · 0 known · 0 suppressed · 1 pair\n")
    (tmp_path / "tqcheck.toml").write_text("fail_on = 'major'")
    assert "did you mean 'fail-on'" in refused(tqcheck("check"))
    assert "did you mean 'fail-on'" in refused(tqcheck("config"))


def test_config_prints_what_holds_as_toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tqcheck.toml").write_text(
        'ignore = ["locale"]\n[rules.word-doubled]\nseverity = "major"\n'
        '[per-pair-ignores]\n"l\\"x/*" = ["locale"]\n"m/*" = ["fluency"]\n'
    )
    run = tqcheck("config")
    printed = tomllib.loads(run.stdout)
    assert printed["ignore"] == ["locale"]
    assert printed["fail-on"] == "major"
    assert printed["rules"] == {"word-doubled": {"severity": "major"}}
    assert printed["per-pair-ignores"] == {'l"x/*': ["locale"], "m/*": ["fluency"]}
    origins = {line.split(" = ")[0]: line.split("  # ")[-1] for line in run.stdout.splitlines()}
    assert origins["ignore"] == str(tmp_path / "tqcheck.toml")
    assert origins["fail-on"] == "default"
    assert json.loads(tqcheck("config", "--schema").stdout) == json.loads(json.dumps(schema()))


def test_init_writes_what_can_be_read_and_touches_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("fr", "en"):
        (tmp_path / "content" / name).mkdir(parents=True)
        (tmp_path / "content" / name / "a.md").write_text("x")
    run = tqcheck("init", "--from", "fr", "--pre-commit", "--github", "--gitlab")
    assert run.returncode == 0, run.stderr
    config = config_of(tmp_path / "tqcheck.toml")
    assert config.values["pairs"] == "hugo-folder"
    assert config.values["source-language"] == "fr"
    text = (tmp_path / "tqcheck.toml").read_text(encoding="utf-8")
    commented = "\n".join(line.removeprefix("# ") for line in text.splitlines() if " = " in line)
    keys = tomllib.loads(
        commented.replace('"legal/*" = ["locale"]', "").replace("severity =", "s =")
    )
    assert {"select", "baseline", "jobs"} <= keys.keys()
    assert (tmp_path / ".pre-commit-config.yaml").is_file()
    assert (tmp_path / ".github/workflows/tqcheck.yml").is_file()
    assert (tmp_path / ".gitlab-ci.yml").is_file()
    (tmp_path / "tqcheck.toml").write_text("# mine")
    assert "stays as it is" in tqcheck("init", "--from", "fr").stderr
    assert (tmp_path / "tqcheck.toml").read_text() == "# mine"
