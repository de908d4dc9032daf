"""Many pairs: each is checked with the rules that hold for it, on as many processes as wanted,
unless its result is still known from the last run.
"""

import json
import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from tqcheck import session
from tqcheck.config import PairIgnore
from tqcheck.filters import Configured, configured, selected
from tqcheck.model import Document, Glossary, Result
from tqcheck.pairing import FilePair
from tqcheck.processes import mapped
from tqcheck.project.cache import Cache, key
from tqcheck.project.packing import Unfit, packed, unpacked
from tqcheck.project.reading import Texts, Unreadable, documents, texts
from tqcheck.rules import all_rules

#: Pairs that a process takes at a time.
_CHUNK = 4


class Settings(NamedTuple):
    """Which rules run, and how; plain data, so that other processes can be told."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    #: Rule → its severity and options, as JSON.
    tables: str = "{}"
    pair_ignores: tuple[PairIgnore, ...] = ()
    glossary: Glossary | None = None

    def rules_for(self, pair: FilePair) -> Configured:
        """The rules of one pair; raises UnknownRule and BadOption."""
        dropped = tuple(
            name
            for one in self.pair_ignores
            if any(fnmatchcase(relative(path, one.root), one.glob) for path in pair[:2])
            for name in one.names
        )
        return _configured(
            self.select, self.extend_select, (*self.ignore, *dropped), self.preview, self.tables
        )

    def demand_known_names(self) -> None:
        """Raise UnknownRule where a pair's ignores name what is no rule."""
        selected(all_rules(), (), [name for one in self.pair_ignores for name in one.names])


@lru_cache(maxsize=256)
def _configured(
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    preview: bool,
    tables: str,
) -> Configured:
    chosen = selected(all_rules(), select, ignore, preview, extend_select)
    return configured(chosen, all_rules(), json.loads(tables))


def relative(path: Path, root: Path) -> str:
    """A path as seen from a folder, with "/"."""
    return os.path.relpath(path.absolute(), root).replace(os.sep, "/")


class Failure(NamedTuple):
    """A pair that could not be checked, and why."""

    pair: FilePair
    reason: str


class Checked(NamedTuple):
    """The result of one pair, and what a reader should be told of how it was read."""

    pair: FilePair
    result: Result
    notes: tuple[str, ...] = ()


def checked(
    pairs: Sequence[FilePair], settings: Settings, jobs: int = 1, cache: Cache | None = None
) -> Iterator[Checked | Failure]:
    """Check pairs, in their order. Results are light: what the rules remembered is left behind.

    Raises UnknownRule and BadOption before anything is read, ProcessLost where one was killed.
    """
    if len(pairs) == 1 and cache is None:
        yield _alone(pairs[0], settings)
        return
    for pair in pairs:
        settings.rules_for(pair)
    todo: list[_Job] = []
    found: list[Texts | Failure] = []
    kept: list[Result | None] = []
    for pair in pairs:
        read = _read(pair)
        found.append(read)
        kept.append(None)
        if isinstance(read, Texts):
            line = cache.find(pair, _key(pair, read, settings)) if cache else None
            if line is not None:
                kept[-1] = _restored(pair, read, line)
            if kept[-1] is None:
                todo.append(_Job(pair, read))
    fresh = _examined(todo, settings, jobs)
    for pair, read, result in zip(pairs, found, kept, strict=True):
        if isinstance(read, Failure):
            yield read
        elif result is not None:
            yield Checked(pair, result, read.notes)
        else:
            yield _finished(_Job(pair, read), next(fresh), settings, cache)


class _Job(NamedTuple):
    """A pair with its texts: what is checked is what was read, whatever the files hold later."""

    pair: FilePair
    read: Texts


def _finished(
    job: _Job, made: str | Failure, settings: Settings, cache: Cache | None
) -> Checked | Failure:
    if isinstance(made, Failure):
        return made
    result = _restored(*job, made)
    assert result is not None  # noqa: S101  what was packed can be unpacked
    notes = job.read.notes
    if cache is not None and not any(item.broken for item in result.not_run):
        try:
            cache.keep(job.pair, _key(*job, settings), made)
        except OSError as error:
            notes = (*notes, f"{cache.folder} keeps no results: {error.strerror or error}")
    return Checked(job.pair, result, notes)


def _alone(pair: FilePair, settings: Settings) -> Checked | Failure:
    """The only pair of a run: nothing has to be light."""
    try:
        found = texts(pair)
        result = session.check(
            *documents(pair, found), *settings.rules_for(pair), settings.glossary
        )
    except Unreadable as error:
        return Failure(pair, str(error))
    return Checked(pair, result, found.notes)


def _key(pair: FilePair, read: Texts, settings: Settings) -> str:
    chosen = settings.rules_for(pair)
    rules = [(rule.id, rule.severity.value) for rule in chosen.rules]
    told = settings.glossary.digest if settings.glossary else ""
    return key(pair, read, repr((rules, sorted(chosen.options.items()), told)))


def _read(pair: FilePair) -> Texts | Failure:
    try:
        return texts(pair)
    except Unreadable as error:
        return Failure(pair, str(error))


def _restored(pair: FilePair, read: Texts, line: str) -> Result | None:
    def again(source_language: str, target_language: str) -> tuple[Document, Document]:
        told = pair._replace(source_language=source_language, target_language=target_language)
        return documents(told, read)

    try:
        return unpacked(line, again, {rule.id: rule for rule in all_rules()})
    except Unfit:
        return None


def _packed(job: _Job, settings: Settings) -> str | Failure:
    """Check one pair, and pack the result."""
    try:
        source, target = documents(*job)
    except Unreadable as error:
        return Failure(job.pair, str(error))
    chosen = settings.rules_for(job.pair)
    return packed(session.check(source, target, *chosen, settings.glossary))


def _all_packed(settings: Settings, jobs: Sequence[_Job]) -> list[str | Failure]:
    return [_packed(job, settings) for job in jobs]


def _examined(jobs: Sequence[_Job], settings: Settings, processes: int) -> Iterator[str | Failure]:
    """The packed results of pairs, in their order."""
    size = _CHUNK if processes > 1 else 1
    chunks = [jobs[start : start + size] for start in range(0, len(jobs), size)]
    for made in mapped(partial(_all_packed, settings), chunks, min(processes, len(chunks))):
        yield from made
