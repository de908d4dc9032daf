"""Bilingual dictionaries that a user has: TSV, StarDict, dictd."""

import gzip
import re
import struct
from collections.abc import Iterator
from pathlib import Path

#: Longer translations are explanations.
_MOST_WORDS = 3
#: Bytes of the largest part of a dictionary that is read.
_LARGEST = 512 * 2**20
_NOTES = re.compile(
    r"/[^/]{0,80}/|\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|<[^<>]{0,200}>|\{[^{}]{0,200}\}"
)
_APART = re.compile(r"[,;|\t\n]|\d+\.")
_BASE64 = {
    character: value
    for value, character in enumerate(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    )
}

#: Headword → its translations, in small letters.
Dictionary = dict[str, tuple[str, ...]]


class UnreadableDictionary(ValueError):
    """A file that is no dictionary, or a broken one."""


def dictionary(path: Path) -> Dictionary:
    """Read a dictionary: a `.tsv` file with a headword and its translations a line, a StarDict
    `.ifo` file with its `.idx` and `.dict(.dz)`, or a dictd `.index` file with its `.dict(.dz)`.

    Raises UnreadableDictionary, with what to do, where it cannot be read; OSError where a file
    cannot be opened.
    """
    readers = {".tsv": _tab_separated, ".ifo": _stardict, ".index": _dictd}
    if path.suffix not in readers:
        raise UnreadableDictionary(f"ends in none of {', '.join(readers)}: name one of these")
    found: dict[str, dict[str, None]] = {}
    try:
        for headword, text in readers[path.suffix](path):
            translations = found.setdefault(headword.casefold().strip(), {})
            translations.update(dict.fromkeys(_translations(text, headword)))
    except (UnicodeDecodeError, struct.error, EOFError, KeyError, gzip.BadGzipFile) as error:
        raise UnreadableDictionary(f"is broken: {error}") from error
    result = {headword: tuple(words) for headword, words in found.items() if headword and words}
    if not result:
        raise UnreadableDictionary("has no entry that could be read")
    return result


def _translations(text: str, headword: str) -> Iterator[str]:
    for part in _APART.split(_NOTES.sub(" ", text)):
        word = " ".join(part.split()).casefold()
        if word and word != headword.casefold() and len(word.split()) <= _MOST_WORDS:
            yield word


def _tab_separated(path: Path) -> Iterator[tuple[str, str]]:
    for line in _content(path).decode("utf-8-sig").splitlines():
        headword, tab, rest = line.partition("\t")
        if tab and not line.startswith("#"):
            yield headword, rest


def _stardict(path: Path) -> Iterator[tuple[str, str]]:
    """The index holds each headword, a zero byte, and offset and size of its entry (32 bits,
    big-endian): https://stardict-4.sourceforge.net/StarDictFileFormat
    """
    if "idxoffsetbits=64" in _content(path).decode("utf-8"):
        raise UnreadableDictionary("has 64-bit offsets, which are not supported")
    index, text = _content(_beside(path, ".idx", ".idx.gz")), _entries(path)
    at = 0
    while at < len(index):
        end = index.index(b"\0", at)
        offset, size = struct.unpack_from(">II", index, end + 1)
        yield index[at:end].decode("utf-8"), text[offset : offset + size].decode("utf-8")
        at = end + 9


def _dictd(path: Path) -> Iterator[tuple[str, str]]:
    """Each line of the index: headword, offset and size in base 64 (RFC 2229's dictd)."""
    text = _entries(path)
    for line in _content(path).decode("utf-8").splitlines():
        headword, *place = line.split("\t")[:3]
        if len(place) == 2 and not headword.startswith("00-database"):
            offset, size = map(_number, place)
            # The first line of an entry is the headword once more.
            _, _, rest = text[offset : offset + size].decode("utf-8").partition("\n")
            yield headword, rest


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 64 + _BASE64[digit]
    return value


def _entries(path: Path) -> bytes:
    return _content(_beside(path, ".dict.dz", ".dict"))


def _beside(path: Path, *suffixes: str) -> Path:
    for suffix in suffixes:
        other = path.with_name(path.stem + suffix)
        if other.exists():
            return other
    raise UnreadableDictionary(f"needs {path.stem}{suffixes[-1]} beside it")


def _content(path: Path) -> bytes:
    with gzip.open(path) if path.suffix in (".dz", ".gz") else path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise UnreadableDictionary(f"has a part larger than {_LARGEST // 2**20} MiB")
    return bytes(content)
