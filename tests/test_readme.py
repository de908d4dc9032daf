"""The README is true.

    python -m tests.test_readme

brings its generated parts up to date.
"""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tqcheck.project.schema import schema
from tqcheck.rules import all_rules
from tqcheck.rules.measured import measured

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SCHEMA = ROOT / "tqcheck" / "tqcheck.schema.json"
#: How much of the sample run is shown.
SHOWN_FINDINGS = 4


def commands(text: str) -> list[str]:
    """The first line of each shell block."""
    return re.findall(r"^```sh\n(.+)$", text, re.MULTILINE)


def output(text: str) -> str:
    """What the first command really prints, its first findings and its last line."""
    arguments = shlex.split(commands(text)[0].rpartition(" && ")[2])[1:]
    run = subprocess.run(
        [sys.executable, "-m", "tqcheck", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    *findings, last = run.stdout.rstrip("\n").split("\n\n")
    return "```text\n" + "\n\n".join([*findings[:SHOWN_FINDINGS], "…", last]) + "\n```"


def rules_table() -> str:
    lines = ["| rule | severity | what it flags | measured |", "|---|---|---|---|"]
    for rule in all_rules():
        status = " (preview)" if rule.status == "preview" else ""
        summary = rule.manual.summary.replace("|", "\\|")
        lines.append(f"| `{rule.id}`{status} | {rule.severity} | {summary} | {measured(rule.id)} |")
    return "\n".join(lines)


def current(text: str) -> str:
    for name, content in (("output", output(text)), ("rules", rules_table())):
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        head, _, rest = text.partition(begin)
        tail = rest.partition(end)[2]
        text = f"{head}{begin}{content}\n{end}{tail}"
    return text


def schema_file() -> str:
    """The JSON Schema of the configuration, as the package has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def test_the_schema_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_file(), "run python -m tests.test_readme"


def test_generated_parts_are_current() -> None:
    text = README.read_text(encoding="utf-8")
    assert text == current(text), "run python -m tests.test_readme"


def test_ci_runs_the_test_command() -> None:
    install, test = commands(README.read_text(encoding="utf-8"))[:2]
    assert "tqcheck check corpus/" in install
    assert test in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_python_example_runs() -> None:
    (program,) = re.findall(
        r"^```python\n(.+?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert run.stdout.startswith("major ")


if __name__ == "__main__":
    SCHEMA.write_text(schema_file(), encoding="utf-8")
    README.write_text(current(README.read_text(encoding="utf-8")), encoding="utf-8")
