"""--watch: check again what changes."""

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from tqcheck.cli.errors import Refusal, complain
from tqcheck.cli.projects import Project

#: Seconds between two looks.
_PAUSE = 0.5
#: Looks between two searches for texts that have come or gone.
_SEARCH = 10

_Stamp = tuple[int, int] | None


def watched(
    find: Callable[[], Sequence[Project]], judge: Callable[[Sequence[Project]], int]
) -> NoReturn:
    """Judge all pairs, then each of which a side has changed, until interrupted."""
    found = find()
    judged: dict[tuple[Path, Path], tuple[_Stamp, ...]] = {}
    looks = 0
    while True:
        changed = [
            project._replace(pairs=tuple(pair for pair in project.pairs if _is_new(pair, judged)))
            for project in found
        ]
        if any(project.pairs for project in changed):
            _judge([project for project in changed if project.pairs], judge)
            complain("waiting for changes; Ctrl-C ends this")
        time.sleep(_PAUSE)
        looks += 1
        if looks % _SEARCH == 0:
            found = find()


def _is_new(pair: Sequence[object], judged: dict[tuple[Path, Path], tuple[_Stamp, ...]]) -> bool:
    """Whether a pair is not as it was when last judged; from now on it is."""
    source, target = Path(str(pair[0])), Path(str(pair[1]))
    stamps = (_stamp(source), _stamp(target))
    if judged.get((source, target)) == stamps:
        return False
    judged[source, target] = stamps
    return None not in stamps


def _stamp(path: Path) -> _Stamp:
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size


def _judge(projects: Sequence[Project], judge: Callable[[Sequence[Project]], int]) -> None:
    try:
        judge(projects)
    except Refusal as refusal:
        complain(str(refusal))  # the next change may mend it
