"""Hooks and CI: the real pre-commit, the action's own script, what GitHub and GitLab are told."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.project.test_life import DAM, MAYOR, RAIN, TRAIN, Repository
from tqcheck.config import config_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "site")
    made.article("dam", (RAIN, False), (DAM, False))
    made.article("train", (TRAIN, False), (MAYOR, False))
    (made.folder / "README.txt").write_text("No text of a pair.\n")
    made.commit()
    return made


def environment(**more: str) -> dict[str, str]:
    mine = {key: value for key, value in os.environ.items() if not key.startswith(("GIT", "CI"))}
    return mine | more


def test_pre_commit(repository: Repository, tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    # The hook itself, but run with the program that is under test, which needs no network.
    binary = Path(sys.executable).parent / "tqcheck"
    local = hook | {"language": "system", "entry": hook["entry"].replace("tqcheck", str(binary), 1)}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (repository.folder / ".pre-commit-config.yaml").write_text(json.dumps(config))
    repository.git("add", ".pre-commit-config.yaml")

    def run(*changed: str) -> subprocess.CompletedProcess[str]:
        repository.git("add", "-A")
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--files", *changed],
            cwd=repository.folder,
            capture_output=True,
            encoding="utf-8",
            env=environment(PRE_COMMIT_HOME=str(tmp_path / "home")),
            check=False,
        )

    assert run("README.txt").returncode == 0
    assert run("fr/dam.txt", "en/train.txt").returncode == 0
    repository.article("dam", (RAIN, False), (DAM, True))
    for changed in (["fr/dam.txt"], ["en/dam.txt"], ["fr/dam.txt", "en/dam.txt", "en/train.txt"]):
        failed = run(*changed)
        assert failed.returncode == 1, failed.stdout + failed.stderr
        assert failed.stdout.count("number-changed") == 1
    assert run("fr/train.txt").returncode == 0


def test_the_action_checks_and_reports(repository: Repository, tmp_path: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    script = action["runs"]["steps"][-1]["run"]
    (tmp_path / "tqcheck" / "bin").mkdir(parents=True)
    (tmp_path / "tqcheck" / "bin" / "tqcheck").symlink_to(Path(sys.executable).parent / "tqcheck")
    repository.article("dam", (RAIN, False), (DAM, True))
    summary = tmp_path / "summary.md"
    inputs = {name.upper(): value["default"] for name, value in action["inputs"].items()}
    run = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=repository.folder,
        capture_output=True,
        encoding="utf-8",
        env=environment(
            **inputs,
            RUNNER_TEMP=str(tmp_path),
            GITHUB_ACTIONS="true",
            GITHUB_STEP_SUMMARY=str(summary),
        ),
        check=False,
    )
    assert run.returncode == 1, run.stderr
    assert "::error file=en/dam.txt,line=3,endLine=3,col=12,endColumn=14," in run.stdout
    assert summary.read_text(encoding="utf-8").startswith("### tqcheck: 1 new")
    log = json.loads((repository.folder / "tqcheck.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == 1
    assert "<html" in (repository.folder / "tqcheck.html").read_text(encoding="utf-8")


def test_the_environment_of_ci_brings_its_output(repository: Repository) -> None:
    repository.article("dam", (RAIN, False), (DAM, True))

    def run(*arguments: str, **more: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "tqcheck", "check", *arguments],
            cwd=repository.folder,
            capture_output=True,
            encoding="utf-8",
            env=environment(**more),
            check=False,
        ).stdout

    quality = repository.folder / "gl-code-quality-report.json"
    assert "::error" not in run()
    assert not quality.exists()
    run(GITLAB_CI="true")
    assert [issue["check_name"] for issue in json.loads(quality.read_text())] == ["number-changed"]
    quality.unlink()
    run("--output", "gitlab:mine.json", GITLAB_CI="true")
    assert not quality.exists()
    json.loads(run("--output-format", "json", GITHUB_ACTIONS="true"))
    assert run(GITHUB_ACTIONS="true").count("::error") == 1


@pytest.mark.parametrize(
    ("option", "path", "schema"),
    [
        ("--github", ".github/workflows/tqcheck.yml", "vendor.github-workflows"),
        ("--gitlab", ".gitlab-ci.yml", "vendor.gitlab-ci"),
        ("--pre-commit", ".pre-commit-config.yaml", ""),
    ],
)
def test_what_init_writes_is_valid(tmp_path: Path, option: str, path: str, schema: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "tqcheck", "init", option],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    config_of(tmp_path / "tqcheck.toml")
    validator = (
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
        if schema
        else [sys.executable, "-m", "pre_commit", "validate-config"]
    )
    subprocess.run([*validator, path], cwd=tmp_path, check=True, capture_output=True)


def test_the_action_and_the_hook_are_valid() -> None:
    for command in (
        ["check_jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"],
        ["pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
    ):
        subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True, capture_output=True)


def test_the_hook_installs_from_the_package() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "scripts"
    ]
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert hook["entry"].split()[0] in scripts


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_shell_completion() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tqcheck", "--show-completion", "bash"],
        capture_output=True,
        encoding="utf-8",
        env=environment(_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1"),
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "complete" in run.stdout
    completed = subprocess.run(
        [Path(sys.executable).parent / "tqcheck"],
        capture_output=True,
        encoding="utf-8",
        env=environment(_TQCHECK_COMPLETE="complete_bash", COMP_WORDS="tqcheck ba", COMP_CWORD="1"),
        check=False,
    )
    assert "baseline" in completed.stdout.split()
