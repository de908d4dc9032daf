"""Results kept between runs, in a folder that may be deleted at any time.

One file a pair, named after its paths: the key of what it was made from, then the packed result.
What is damaged, or was made from anything else, is not used.
"""

import re
import sys
import unicodedata
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path

from tqcheck.pairing import FilePair
from tqcheck.project.reading import Texts
from tqcheck.writing import whole_file

_PACKAGE = Path(__file__).parents[1]
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder was made by tqcheck.\n"


class Cache:
    """The folder of one project."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, pair: FilePair, key: str) -> str | None:
        """The packed result of a pair, if what is kept was made from the same."""
        try:
            kept, _, line = self._file(pair).read_text(encoding="utf-8").partition("\n")
        except (OSError, UnicodeDecodeError):
            return None
        return line if kept == key else None

    def keep(self, pair: FilePair, key: str, line: str) -> None:
        """Keep a packed result; raises OSError where it cannot be written."""
        file = self._file(pair)
        if not file.parent.is_dir():
            self._prepare()
            file.parent.mkdir(exist_ok=True)
        with whole_file(file, durable=False) as out:
            out.write(f"{key}\n{line}")

    def _file(self, pair: FilePair) -> Path:
        name = _digest(str(pair.source.absolute()), str(pair.target.absolute()))
        return self.folder / name[:2] / f"{name[2:]}.json"

    def _prepare(self) -> None:
        """The folder, marked as one that no backup and no repository needs."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, content in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
            if not (self.folder / name).exists():
                with whole_file(self.folder / name, durable=False) as out:
                    out.write(content)


def key(pair: FilePair, texts: Texts, settings: str) -> str:
    """The digest of all that decides a result: texts, paths and languages, rules, this program."""
    return _digest(
        _program(),
        settings,
        repr((str(pair.source), str(pair.target), *pair[2:])),
        texts.source,
        texts.target,
    )


@cache
def _program() -> str:
    """A digest of the program's own files, and of what it stands on."""
    files = sorted(path for path in _PACKAGE.rglob("*") if path.suffix in (".py", ".toml", ".tsv"))
    contents = [path.read_bytes() for path in files]
    names = [str(path.relative_to(_PACKAGE)) for path in files]
    return _digest(sys.version, unicodedata.unidata_version, *_versions(), *names, *contents)


def _versions() -> Sequence[str]:
    """What the program requires, with the versions that are installed."""
    import importlib.metadata  # dear, and only a cache needs it

    found = []
    for requirement in importlib.metadata.requires("tqcheck") or ():
        name = re.split(r"[^\w.-]", requirement)[0]
        if "extra ==" not in requirement:
            found.append(f"{name} {importlib.metadata.version(name)}")
    return found


def _digest(*parts: str | bytes) -> str:
    digest = blake2b(digest_size=16)
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()
