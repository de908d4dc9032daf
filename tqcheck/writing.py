"""Files that are whole or not there: written beside, then renamed."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def whole_file(path: Path, *, durable: bool = True) -> Iterator[IO[str]]:
    """A file to write UTF-8 to, which appears under its name only when all is written.

    Whatever happens before leaves the old file as it was; what is not `durable` may be lost when
    the machine itself stops. Raises OSError where it cannot be written.
    """
    beside = _beside(path)
    try:
        with beside.open("w", encoding="utf-8", newline="") as out:
            yield out
            if durable:
                out.flush()
                os.fsync(out.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def replace_content(path: Path, content: bytes) -> None:
    """Give an existing file another content, all at once; its permissions stay, and a link stays
    a link to it. Raises OSError where that is impossible.
    """
    real = path.resolve(strict=True)
    if not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    beside = _beside(real)
    try:
        with beside.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        shutil.copymode(real, beside)
        beside.replace(real)
    finally:
        beside.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")
