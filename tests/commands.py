"""The command as a process of its own."""

import subprocess
import sys


def tqcheck(*arguments: object) -> subprocess.CompletedProcess[str]:
    """What `tqcheck ARGUMENTS` prints, and how it ends."""
    return subprocess.run(
        [sys.executable, "-m", "tqcheck", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def refused(run: subprocess.CompletedProcess[str]) -> str:
    """The one line of complaint."""
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1, run.stderr
    assert run.stderr.startswith("tqcheck: ")
    return run.stderr
