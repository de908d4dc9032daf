"""The file of known findings: JSON Lines, one sorted line a finding.

    {"tqcheck-baseline": 1}
    {"pair": "content/en/dam.md", "rule": "number-changed", "id": "9f2c61d07a3be418",
     "text": "158", "in": ["Le barrage mesure 185 mètres."]}

It holds no line numbers, counts or dates, so that branches merge: `*.jsonl merge=union` in
.gitattributes is safe, the next write removes what stands there twice.
"""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tqcheck.filters.baseline import Known
from tqcheck.writing import whole_file

_FORMAT = "tqcheck-baseline"
_VERSION = 1


class BadBaseline(ValueError):
    """A baseline that cannot be read: file, line, and why."""


def read(path: Path) -> tuple[Known, ...]:
    """The entries of a baseline, without doubles.

    Raises BadBaseline, and OSError where the file cannot be read.
    """
    entries: dict[Known, None] = {}
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    entry = _entry(line, f"{path} line {number}")
                    if entry is not None:
                        entries[entry] = None
    except UnicodeDecodeError as error:
        raise BadBaseline(f"{path} is not UTF-8: {error.reason} at byte {error.start}") from error
    return tuple(entries)


def write(path: Path, entries: Iterable[Known]) -> None:
    """Write a baseline; the old one stays until the new one is whole. Raises OSError."""
    lines = sorted(
        json.dumps(
            {
                "pair": entry.pair,
                "rule": entry.rule,
                "id": entry.id,
                "text": entry.text,
                "in": entry.sentences,
            },
            ensure_ascii=False,
        )
        for entry in set(entries)
    )
    with whole_file(path) as out:
        out.write(f'{{"{_FORMAT}": {_VERSION}}}\n')
        out.writelines(f"{line}\n" for line in lines)


def _entry(line: str, where: str) -> Known | None:
    try:
        fields = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        hint = ": resolve the merge" if line.startswith(("<<<<<<<", "=======", ">>>>>>>")) else ""
        raise BadBaseline(f"{where} is not JSON{hint}") from error
    if isinstance(fields, dict) and _FORMAT in fields:
        if fields[_FORMAT] != _VERSION:
            raise BadBaseline(
                f"{where}: version {fields[_FORMAT]!r:.20} of the format is not known here:"
                " it was written by another version of tqcheck"
            )
        return None
    try:
        pair, rule, id_, text = (fields[key] for key in ("pair", "rule", "id", "text"))
        sentences = tuple(fields["in"])
    except (KeyError, TypeError) as error:
        raise BadBaseline(f"{where} is no entry of a baseline: it lacks {error}") from error
    if not all(isinstance(one, str) for one in (pair, rule, id_, text, *sentences)):
        raise BadBaseline(f"{where} is no entry of a baseline: it holds what is no string")
    return Known(pair, rule, id_, text, sentences)


def dates(path: Path) -> dict[tuple[str, str], str]:
    """(pair, id) → the day on which git first saw the entry; empty where git does not know."""
    import subprocess

    try:
        blamed = subprocess.run(  # noqa: S603  arguments are a list, and no shell reads them
            ["git", "-C", str(path.parent), "blame", "--line-porcelain", "--", path.name],  # noqa: S607
            capture_output=True,
            check=False,
        ).stdout.decode("utf-8", "replace")
    except FileNotFoundError:
        return {}
    found: dict[tuple[str, str], str] = {}
    day, committed = "", False
    for line in blamed.splitlines():
        if line.startswith("author-time "):
            day = date.fromtimestamp(int(line.split()[1])).isoformat()
        elif line.startswith("author "):
            committed = line != "author Not Committed Yet"
        elif line.startswith("\t") and committed:
            entry = _entry(line, str(path)) if line.strip() else None
            if entry is not None:
                found[entry.pair, entry.id] = day
    return found
