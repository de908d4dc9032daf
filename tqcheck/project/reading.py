"""A pair of files → its two texts → its two documents."""

import os
from pathlib import Path
from typing import NamedTuple

from tqcheck.documents import UnreadableText, decoded, holds_both, is_catalogue
from tqcheck.model import Document
from tqcheck.pairing import FilePair, language_of_catalogue, language_of_path
from tqcheck.session import both_documents, document


class Unreadable(ValueError):
    """A pair that cannot be checked: which file, why, and what to do."""


class Texts(NamedTuple):
    """The texts of a pair, and what a reader should be told of how they were read."""

    source: str
    target: str
    notes: tuple[str, ...] = ()


def texts(pair: FilePair) -> Texts:
    """Read both files, or the one that holds both texts; raises Unreadable where one cannot be
    read, or holds one text and stands for both.
    """
    if pair.source == pair.target and holds_both(pair.source.name):
        text, guess = _text(pair.source)
        return Texts(text, text, (guess,) if guess else ())
    (source, guess), (target, other_guess) = _text(pair.source), _text(pair.target)
    if pair.source.samefile(pair.target):
        raise Unreadable(
            f"{pair.source} and {pair.target} are the same file: name the text and its translation"
        )
    return Texts(source, target, tuple(note for note in (guess, other_guess) if note))


def _text(path: Path) -> tuple[str, str]:
    try:
        read = decoded(path)
    except UnreadableText as error:
        raise Unreadable(f"{path} {error}") from error
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror or error}") from error
    return read.text, f"{path} is not UTF-8: read as {read.encoding}" if read.guessed else ""


def documents(pair: FilePair, read: Texts) -> tuple[Document, Document]:
    """The documents of a pair, with their languages: those told, those of the paths, or those
    recognised.

    Raises Unreadable where a language stays unknown, or both texts seem to be in the same one.
    """
    if pair.source == pair.target:
        return _both(pair, read.source)
    source = _document(read.source, pair.source, pair.source_language, "--from", pair.extract)
    target = _document(read.target, pair.target, pair.target_language, "--to", pair.extract)
    told = pair.source_language and pair.target_language
    if not told and source.language == target.language:
        raise Unreadable(
            f"{pair.source} and {pair.target} both seem to be in '{source.language}':"
            " tell the languages with --from and --to"
        )
    return source, target


def _both(pair: FilePair, text: str) -> tuple[Document, Document]:
    """The two documents of one file; what it does not state of its languages its path may."""
    path = pair.target
    try:
        source, target = both_documents(
            text,
            _name(path),
            pair.source_language,
            pair.target_language,
            language_of_catalogue(path),
        )
    except UnreadableText as error:
        raise Unreadable(f"{path} {error}") from error
    for side, option in ((source, "--from"), (target, "--to")):
        if side.language == "und":
            raise Unreadable(
                f"the language of {path} could not be recognised: tell it with {option}"
            )
    if source.language == target.language:
        raise Unreadable(
            f"{path}: text and translation both seem to be in '{source.language}':"
            " tell the languages with --from and --to"
        )
    return source, target


def _name(path: Path) -> str:
    """A path as text: a name that is no UTF-8 could not be written into any report."""
    return os.fsencode(path).decode("utf-8", "replace")


def _document(text: str, path: Path, language: str | None, option: str, extract: bool) -> Document:
    name = _name(path)
    try:
        named = language_of_catalogue if is_catalogue(name) else language_of_path
        result = document(text, language or named(path), name, extract=extract)
    except UnreadableText as error:
        raise Unreadable(f"{path} {error}") from error
    if result.language == "und":
        raise Unreadable(f"the language of {path} could not be recognised: tell it with {option}")
    if not result.blocks:
        raise Unreadable(f"{path} holds nothing but comments: nothing to check")
    return result
