"""Work on several processes that share nothing, its results in order."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

#: Seconds between two looks whether the process that started this one is still there.
_WATCH = 2.0
#: Chunks under way for each process: one that it works on, and what it takes up next.
_UNDER_WAY = 3

Chunk = TypeVar("Chunk")
Done = TypeVar("Done")


class ProcessLost(RuntimeError):
    """The system ended a process."""


def processors() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def mapped(
    work: Callable[[Chunk], Done], chunks: Iterable[Chunk], processes: int
) -> Iterator[Done]:
    """`work` done on each chunk, in their order.

    No more chunks are read ahead than the processes have under way, so memory does not grow with
    their number. Chunks and what is done are pickled, `work` once a process; with one process,
    nothing is.

    Raises ProcessLost where a process was killed.
    """
    if processes < 2:
        yield from map(work, chunks)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(os.getpid(), work))
    waiting: deque[Future[Done]] = deque()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(_do, chunk))
            if len(waiting) >= _UNDER_WAY * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise ProcessLost("a process was killed: try fewer --jobs") from error
    finally:
        pool.shutdown(cancel_futures=True)


_told: list[Callable[[Any], Any]] = []


def _begin(parent: int, work: Callable[[Any], Any]) -> None:
    """Make this process ready: it ends with its parent, which alone hears interruptions."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _told[:] = [work]


def _do(chunk: Any) -> Any:
    return _told[0](chunk)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)
