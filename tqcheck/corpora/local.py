"""The engine of one machine: processes that share nothing check chunks of rows.

What goes between them is pickled: for a row of news and what is found in it that takes 1.6 µs of
processor there and back, Arrow's stream format takes 1.7, JSON 3.8.
"""

import json
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, Any, NamedTuple

from tqcheck.corpora.checking import Found, Wanted, check
from tqcheck.corpora.opening import state
from tqcheck.corpora.outputs import FINDINGS, Growing, flat
from tqcheck.corpora.reading import Columns, Entry, Reader, Unreadable
from tqcheck.corpora.rows import LONGEST, Row, together
from tqcheck.corpora.sorting import REJECTED, dropped, judged
from tqcheck.corpora.summary import Summary
from tqcheck.model import Severity
from tqcheck.processes import ProcessLost, mapped
from tqcheck.version import __version__
from tqcheck.writing import whole_file

#: Rows that a process takes at a time.
_CHUNK = 256
#: Seconds between two marks from which a stopped run can go on.
_MARK = 0.5


class Job(NamedTuple):
    """What to check, and what to write; without `output` the findings go to a stream."""

    paths: tuple[str, ...]
    columns: Columns
    wanted: Wanted
    processes: int = 1
    output: Path | None = None
    #: The rows without, and with, a finding from `drop_on` on.
    keep: Path | None = None
    drop: Path | None = None
    drop_on: Severity = Severity.MAJOR
    #: What is no row, or what a rule broke on.
    rejected: Path | None = None
    resume: bool = False


class CannotResume(ValueError):
    """What was left by a stopped run is of another run."""


class Run:
    """A job that is being done."""

    def __init__(self, job: Job, out: IO[str] | None = None) -> None:
        self.job = job
        self.out = out
        self.reader = Reader(job.paths, job.columns)
        self.summary = Summary()
        #: What the columns of the input are called.
        self._names: tuple[str, ...] = ()
        self._marks: dict[str, int] = {}
        self._files: dict[str, Growing] = {}
        self._journal = _Journal(job)

    @property
    def share(self) -> float | None:
        """How much of the input is done, nearly."""
        return self.reader.share

    def chunks(self) -> Generator[Summary]:
        """Do the job; the summary so far, after each chunk.

        Stopped before the end, or by the system, it leaves no file but those that a run with
        `resume` goes on from; after another error, none at all. Who stops asking has to close it.
        Raises UnreadableBitext, ProcessLost, CannotResume, OSError.
        """
        if self.job.resume and (left := self._journal.read()):
            self.summary, self._marks = Summary.unpacked(left["summary"]), left["marks"]
            self._names = tuple(left["names"])
        else:
            self._journal.remove()
        done = self.summary.lines
        marked = time.monotonic()
        try:
            self._open(output=(self.job.output, FINDINGS), rejected=(self.job.rejected, REJECTED))
            if self._names:
                self._open_splits()
            for chunk, found in self._checked(islice(self.reader, done, None)):
                self._write(chunk, found)
                if time.monotonic() - marked > _MARK:
                    self._mark()
                    marked = time.monotonic()
                yield self.summary
        except (OSError, ProcessLost):
            self._leave()
            raise
        except Exception:
            self.abandon()
            raise
        except BaseException:
            self._leave()
            raise

    @property
    def can_go_on(self) -> bool:
        """Whether a run with `resume` has something to go on from."""
        return self._journal.exists

    def finish(self) -> None:
        """Put the files in their places."""
        for file in self._files.values():
            file.complete()
        for file in self._files.values():
            file.appear()
        self._journal.remove()

    def abandon(self) -> None:
        """Leave no file."""
        for file in self._files.values():
            file.abandon()
        self._journal.remove()

    def _leave(self) -> None:
        # An interruption comes anywhere, also between the files of one row: what counts is the
        # last mark, which was made between two chunks.
        if self.can_go_on:
            for file in self._files.values():
                file.close()
        else:
            self.abandon()

    def _checked(
        self, items: Iterable[Entry | Unreadable]
    ) -> Iterator[tuple[list[Entry | Unreadable], list[Found]]]:
        waiting: deque[list[Entry | Unreadable]] = deque()

        def rows() -> Iterator[list[Row]]:
            for chunk in chunked(items):
                waiting.append(chunk)
                yield [item.row for item in chunk if isinstance(item, Entry)]

        for found in mapped(partial(check, self.job.wanted), rows(), self.job.processes):
            yield waiting.popleft(), found

    def _open(self, **files: tuple[Path | None, Sequence[str]]) -> None:
        for kind, (path, columns) in files.items():
            if path is not None:
                mark = self._marks.get(kind, 0)
                try:
                    self._files[kind] = Growing(path, columns, mark)
                except FileNotFoundError as error:
                    if not mark:
                        raise
                    raise CannotResume(
                        f"{error.filename}, which a stopped run has left, is gone:"
                        " leave out --resume to begin anew"
                    ) from error

    def _open_splits(self) -> None:
        columns = dropped(self._names)
        self._open(keep=(self.job.keep, self._names), drop=(self.job.drop, columns))

    def _write(self, chunk: Sequence[Entry | Unreadable], found: Iterable[Found]) -> None:
        for one in judged(chunk, found, self.job.drop_on):
            self.summary.add(one)
            if isinstance(one.item, Entry):
                if not self._names:
                    self._names = tuple(one.item.fields)
                    self._open_splits()
                if one.found.rules:
                    self._write_findings(one.item.row, one.found)
            for kind, record in one.records():
                if kind in self._files:
                    self._files[kind].write(record)

    def _write_findings(self, row: Row, found: Found) -> None:
        file = self._files.get("output")
        if file is None:
            if self.out is not None:
                self.out.write(found.line(row.id) + "\n")
        elif file.nested:
            file.write_line(found.line(row.id))
        else:
            for finding in json.loads(found.findings):
                file.write(flat(row.id, finding))

    def _mark(self) -> None:
        if self._journal.path is not None:
            marks = {kind: file.mark() for kind, file in self._files.items()}
            self._journal.write(
                {"summary": self.summary.packed(), "marks": marks, "names": self._names}
            )


class _Journal:
    """How far a run has come, beside the first of its files."""

    def __init__(self, job: Job) -> None:
        first = job.output or job.keep or job.drop
        self.path = first.with_name(f".{first.name}.progress") if first else None
        #: What must be the same for a run to go on where another was stopped.
        self._run = [
            __version__,
            job._replace(wanted=Wanted(job.wanted.rules), processes=0, resume=False),
            job.wanted.glossary.digest if job.wanted.glossary else "",
            {path: _state(path) for path in job.paths},
        ]

    @property
    def exists(self) -> bool:
        return self.path is not None and self.path.exists()

    def write(self, entries: dict[str, Any]) -> None:
        assert self.path is not None  # noqa: S101  the caller has looked
        with whole_file(self.path, durable=False) as out:
            json.dump({"run": self._run, **entries}, out, default=str)

    def read(self) -> dict[str, Any] | None:
        """What a stopped run has left, None where there is nothing; raises CannotResume."""
        if self.path is None or not self.exists:
            return None
        try:
            left: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise CannotResume(f"{self.path} is damaged: delete it to begin anew") from error
        if left.get("run") != json.loads(json.dumps(self._run, default=str)):
            raise CannotResume(
                f"{self.path} is of a run with other files, rules or options:"
                " leave out --resume to begin anew"
            )
        return left

    def remove(self) -> None:
        if self.path is not None:
            with suppress(FileNotFoundError):
                self.path.unlink()


def _state(path: str) -> str:
    try:
        return state(path)
    except (OSError, ImportError, ValueError):
        return ""  # whoever reads it says why it cannot be


def chunked(
    items: Iterable[Entry | Unreadable], least: int = _CHUNK
) -> Iterator[list[Entry | Unreadable]]:
    """Stretches of rows, and of what is none, that cut no document where `grouped` would not."""
    chunk: list[Entry | Unreadable] = []
    last: Row | None = None
    size = 0
    for item in items:
        if isinstance(item, Entry):
            row = item.row
            if last is not None and size < LONGEST and together(last, row):
                size += 1
            else:
                size = 1
                if len(chunk) >= least:
                    yield chunk
                    chunk = []
            last = row
        elif len(chunk) >= least + LONGEST:
            yield chunk
            chunk, last = [], None
        chunk.append(item)
    if chunk:
        yield chunk
