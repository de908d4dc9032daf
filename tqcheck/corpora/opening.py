"""Opens the files of a bitext, wherever they lie and however they are packed."""

import gzip
import io
import os
from typing import IO, Any

from tqcheck.corpora.extras import needed

PACKED = (".gz", ".zst")


class UnreadableBitext(ValueError):
    """A file that no row can be read from."""


class Opened:
    """A file that is being read: `stream` gives its bytes, unpacked.

    `path` is a local one, or an address such as s3://bucket/rows.tsv.gz for fsspec.
    Raises UnreadableBitext where it cannot be opened.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            self._raw, self._size = _raw(path)
            self.stream: IO[bytes] = _unpacked(path, self._raw)
        except (OSError, ValueError, ImportError) as error:
            raise UnreadableBitext(f"cannot be read: {_why(error)}") from error

    @property
    def share(self) -> float | None:
        """How much of the file was read; None where its size is not known."""
        if self._raw.closed:
            return 1.0
        return self._raw.tell() / self._size if self._size else None

    def close(self) -> None:
        self.stream.close()
        self._raw.close()


def ending(path: str) -> str:
    """The ending of the format, without that of the packing: ".tsv" of "rows.TSV.gz"."""
    name = path.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    return os.path.splitext(name)[1]


def is_remote(path: str) -> bool:
    return "://" in path


def state(path: str) -> str:
    """What tells whether a file is still the same: its size and, of a local one, its time."""
    if is_remote(path):
        return str(_filesystem(path).size(path))
    found = os.stat(path)
    return f"{found.st_size} {found.st_mtime_ns}"


def _raw(path: str) -> tuple[IO[bytes], int]:
    if is_remote(path):
        raw: Any = _filesystem(path).open(path, "rb")
        return raw, raw.size or 0
    file = open(path, "rb")  # noqa: SIM115  closed by Opened.close
    return file, os.fstat(file.fileno()).st_size


def _filesystem(path: str) -> Any:
    fsspec = needed("fsspec")
    return fsspec.core.url_to_fs(path)[0]


def _unpacked(path: str, raw: IO[bytes]) -> IO[bytes]:
    name = path.lower()
    stream: Any = raw
    if name.endswith(".gz"):
        stream = gzip.GzipFile(fileobj=raw)
    elif name.endswith(".zst"):
        stream = io.BufferedReader(needed("pyarrow").CompressedInputStream(raw, "zstd"))
    return stream  # type: ignore[no-any-return]


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
