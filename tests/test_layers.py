"""The house: imports point down, and only the right rooms touch the outside."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tqcheck"
ROWS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["layers"][
    "rows"
]
ROW_OF = {name.strip(): -number for number, row in enumerate(ROWS) for name in row.split("|")}
#: A package whose data is read without importing it.
_FOUND = re.compile(r'(?:find_spec|needed)\("(\w+)')
#: What every room may read, and the doors of the house.
OUTSIDE = {"version", "__init__", "__main__"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    here = room(path)
    if here in OUTSIDE:
        return
    assert here in ROW_OF, f"{here} has no row in the layer table of pyproject.toml"
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "tqcheck" or len(parts) < 2 or parts[1] in OUTSIDE | {here}:
            continue
        if parts[1] in ROW_OF:
            assert ROW_OF[parts[1]] < ROW_OF[here], f"{here} imports {name}, which is not below it"


def importers(library: str) -> set[str]:
    return {
        str(path.relative_to(PACKAGE))
        for path in MODULES
        if any(name.split(".")[0] == library for name in imports(path))
    }


def test_only_the_command_line_prints_and_exits() -> None:
    for path in MODULES:
        if room(path) in {"cli", "__main__"}:
            continue
        assert not {"typer", "rich", "argparse"} & {name.split(".")[0] for name in imports(path)}
        assert not {"print", "exit", "input"} & set(calls(path)), path


def test_each_heavy_library_has_one_door() -> None:
    for library in (
        "trafilatura",
        "langdetect",
        "sacrebleu",
        "ftfy",
        "sentencex",
        "charset_normalizer",
    ):
        assert len(importers(library)) == 1, f"{library}: {importers(library)}"


def test_files_are_opened_where_the_table_says() -> None:
    openers = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}
    allowed = {
        "documents",
        "pairing",
        "config",
        "corpora",
        "evaluation",
        "languages",
        "cli",
        "writing",
        "project",
    }
    for path in MODULES:
        if room(path) not in allowed and path.relative_to(PACKAGE) != Path("rules/measured.py"):
            assert not openers & set(calls(path)), path


def test_no_rule_imports_another_rule() -> None:
    for path in (PACKAGE / "rules").glob("*/*.py"):
        assert not [name for name in imports(path) if name.startswith("tqcheck.rules")], path


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; sys.argv = ['tqcheck', '--help']\n"
        "from tqcheck.cli.app import app\n"
        "try: app()\n"
        "except SystemExit: pass\n"
        "print(sorted({'numpy', 'langdetect', 'sacrebleu', 'ftfy', 'babel'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"


def names(requirements: list[str]) -> set[str]:
    """The distributions that a list of requirements names."""
    return {re.split(r"[>\[]", text)[0].strip().replace("-", "_") for text in requirements}


def test_every_direct_import_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {
        name
        for extra, requirements in project["optional-dependencies"].items()
        if extra not in ("test", "dev")
        for name in names(requirements)
    }
    used = {
        name.split(".")[0]
        for path in MODULES
        for name in (*imports(path), *_FOUND.findall(path.read_text(encoding="utf-8")))
        if name.split(".")[0] not in sys.stdlib_module_names | {"tqcheck"}
    }
    packages = packages_distributions()
    # What is not installed here is called as it is imported.
    found = {packages.get(name, [name])[0].replace("-", "_").lower() for name in used}
    assert found - extras == names(project["dependencies"])
    assert extras <= found
