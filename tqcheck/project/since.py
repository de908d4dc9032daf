"""What was found at a revision of the repository: known without any file."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tqcheck.filters.baseline import Known, known
from tqcheck.pairing import FilePair
from tqcheck.project.runs import Checked, Settings, checked, relative


class NoRevision(ValueError):
    """A revision that git cannot give, and why."""


class _Side(NamedTuple):
    """A file as it was: its content, None where that is still the same."""

    content: bytes | None

    @property
    def unchanged(self) -> bool:
        return self.content is None


def known_at(
    revision: str, now: Sequence[Checked], names: Sequence[str], settings: Settings, jobs: int
) -> tuple[Known, ...]:
    """The findings that the pairs had at a revision, under the names that they have now.

    Renamed files are followed. A pair of which a side was not there had no findings. Raises
    NoRevision.
    """
    if not now:
        return ()
    folder = now[0].pair.target.absolute().parent
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    before = _before(top, revision)
    entries: list[Known] = []
    with tempfile.TemporaryDirectory(prefix="tqcheck-") as scratch:
        again: list[FilePair] = []
        again_names: list[str] = []
        for number, (one, name) in enumerate(zip(now, names, strict=True)):
            sides = [_side(top, revision, path, before) for path in one.pair[:2]]
            old = [side for side in sides if side is not None]
            if len(old) < len(sides):
                continue
            if all(side.unchanged for side in old):
                entries += [known(one.result, f, name) for f in one.result.findings]
                continue
            again.append(_written(Path(scratch) / str(number), one, old))
            again_names.append(name)
        for done, name in zip(checked(again, settings, jobs), again_names, strict=True):
            if isinstance(done, Checked):
                entries += [known(done.result, f, name) for f in done.result.findings]
    return tuple(entries)


def _written(folder: Path, now: Checked, old: Sequence[_Side]) -> FilePair:
    """The old texts as files, in the languages of the new ones."""
    paths = []
    for label, path, side in zip(("source", "target"), now.pair[:2], old, strict=True):
        (folder / label).mkdir(parents=True)
        paths.append(folder / label / path.name)
        paths[-1].write_bytes(path.read_bytes() if side.content is None else side.content)
    if now.pair.source == now.pair.target:
        paths[0] = paths[1]  # one file, with both texts
    pair = now.result.pair
    languages = (pair.source.language, pair.target.language)
    return FilePair(paths[0], paths[1], *languages, now.pair.extract)


def _before(top: Path, revision: str) -> dict[str, str | None]:
    """Path now → path then (None: it was not there), for the files that differ."""
    paths: dict[str, str | None] = {}
    listed = iter(
        _git(top, "diff", "--name-status", "--find-renames", "-z", revision, "--")
        .decode("utf-8", "surrogateescape")
        .split("\0")
    )
    for status in listed:
        if not status:
            continue
        path = next(listed)
        if status[0] in "RC":
            old, path = path, next(listed)
            paths[path] = old
        else:
            paths[path] = None if status[0] == "A" else path
    new = _git(top, "ls-files", "--others", "-z").decode("utf-8", "surrogateescape")
    return paths | dict.fromkeys(filter(None, new.split("\0")))


def _side(top: Path, revision: str, path: Path, before: dict[str, str | None]) -> _Side | None:
    name = relative(path.resolve(), top.resolve())
    if name.startswith("../"):
        return None
    old = before.get(name, name)
    if old is None:
        return None
    changed = name in before
    return _Side(_git(top, "cat-file", "blob", f"{revision}:{old}") if changed else None)


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        run = subprocess.run(  # noqa: S603  arguments are a list, and no shell reads them
            ["git", "-C", str(folder), *arguments],  # noqa: S607  the user's own git
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise NoRevision("git is not installed, and --since needs it") from error
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise NoRevision(said.splitlines()[-1] if said else "git knows no such revision")
    return run.stdout
