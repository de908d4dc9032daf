"""tqcheck config, tqcheck init"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tqcheck.cli.errors import Refusal, complain
from tqcheck.cli.options import ConfigFile
from tqcheck.cli.outputs import write
from tqcheck.cli.projects import Chosen, config_at, settings_of

if TYPE_CHECKING:
    from tqcheck.config import Config

_TEMPLATES = Path(__file__).parent / "templates"


def config(
    path: Annotated[
        Path, typer.Argument(help="For which file or folder.", show_default=False)
    ] = Path(),
    config: ConfigFile = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of the configuration.")
    ] = False,
) -> None:
    """Print the configuration that holds, and where each value comes from.

    Examples:

        tqcheck config

        tqcheck config content/fr/dam.md
    """
    if schema:
        from tqcheck.project.schema import schema as whole

        typer.echo(json.dumps(whole(), indent=2, ensure_ascii=False))
        return
    chosen = Chosen(config=config)
    found = config_at(path, chosen)
    settings_of(found, chosen)
    typer.echo("\n".join(_lines(found)))


def _lines(config: "Config") -> Iterator[str]:
    from tqcheck.config import as_toml

    for name, value in config.values.items():
        if name in ("rules", "per-pair-ignores"):
            continue
        if value is None:
            yield f"# {name} is not set"
        else:
            yield f"{name} = {as_toml(value)}  # {_origin(config, name)}"
    for rule, options in config.values["rules"].items():
        yield f"\n# {_origin(config, f'rules.{rule}')}\n[rules.{rule}]"
        yield from (f"{option} = {as_toml(one)}" for option, one in options.items())
    ignores = config.values["per-pair-ignores"]
    if ignores:
        yield "\n[per-pair-ignores]"
    for glob, names in ignores.items():
        yield f"{as_toml(glob)} = {as_toml(names)}  # {_origin(config, f'per-pair-ignores.{glob}')}"


def _origin(config: "Config", name: str) -> str:
    origin = config.origins.get(name)
    return "default" if origin is None else str(origin)


def init(
    pre_commit: Annotated[
        bool, typer.Option("--pre-commit", help="Also a hook for pre-commit.")
    ] = False,
    github: Annotated[
        bool, typer.Option("--github", help="Also a GitHub Actions workflow.")
    ] = False,
    gitlab: Annotated[bool, typer.Option("--gitlab", help="Also a job for GitLab CI.")] = False,
    source_language: Annotated[
        str | None, typer.Option("--from", metavar="LANG", help="Language of the sources.")
    ] = None,
) -> None:
    """Write a commented tqcheck.toml, with the layout of texts that is found here.

    What is there already is not touched: the text is printed instead.

    Examples:

        tqcheck init --from en

        tqcheck init --pre-commit --github
    """
    from tqcheck.config import FILE
    from tqcheck.pairing.files import SourceUnknown, detected

    try:
        preset, _ = detected(Path(), source_language)
    except SourceUnknown as error:
        raise Refusal(str(error)) from error
    _put(Path(FILE), _commented(preset, source_language))
    for wanted, template, path in (
        (pre_commit, "pre-commit.yaml", Path(".pre-commit-config.yaml")),
        (github, "github.yml", Path(".github/workflows/tqcheck.yml")),
        (gitlab, "gitlab.yml", Path(".gitlab-ci.yml")),
    ):
        if wanted:
            _put(path, (_TEMPLATES / template).read_text(encoding="utf-8"))


def _put(path: Path, content: str) -> None:
    if path.exists():
        complain(f"{path} is there already and stays as it is; this would go into it:")
        typer.echo(content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, content)
    typer.echo(f"{path} is written")


def _commented(preset: str, source_language: str | None) -> str:
    from tqcheck.config import KEYS, as_toml

    stated = {"pairs": preset, "source-language": source_language}
    lines = ["# What tqcheck checks here, and how. `tqcheck config` prints what holds."]
    for name, key in KEYS.items():
        if name in ("rules", "per-pair-ignores"):
            continue
        value = stated.get(name)
        shown = _EXAMPLES.get(name, key.default)
        lines += ["", f"# {key.meaning[0].upper()}{key.meaning[1:]}."]
        lines.append(f"{name} = {as_toml(value)}" if value else f"# {name} = {as_toml(shown)}")
    return "\n".join(lines) + "\n" + _TABLES


_EXAMPLES: dict[str, Any] = {
    "extend": "../shared/tqcheck.toml",
    "source-language": "fr",
    "target-languages": ["en"],
    "pairs": "file-name",
    "exclude": ["drafts/*"],
    "select": ["accuracy", "completeness"],
    "extend-select": ["word-doubled"],
    "ignore": ["locale"],
    "glossary": ["terms.csv"],
    "output": ["sarif:tqcheck.sarif"],
    "jobs": 2,
}
_TABLES = """
# What a rule's severity and options are; `tqcheck explain RULE` tells which it has.
# [rules.word-doubled]
# severity = "major"

# What is left out for some pairs: a glob of either path.
# [per-pair-ignores]
# "legal/*" = ["locale"]
"""
