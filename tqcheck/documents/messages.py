"""Catalogues of messages in one language: each message has a key, which pairs it with the message
of that key in another language.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tqcheck.documents.building import Builder, Stretch
from tqcheck.documents.comments import said
from tqcheck.documents.plain import UnreadableText
from tqcheck.model import Comment, Document, LanguageProfile

#: Characters of the largest catalogue that is read, 16 MiB; how deep its tables may be nested.
LARGEST = 16 * 2**20
DEEPEST = 100

#: CLDR's names of plural forms: in a table of their own, or behind the key.
_FORMS = ("zero", "one", "two", "few", "many", "other")
_FORM = re.compile(rf"(?P<name>.+)[_.](?P<form>{'|'.join(_FORMS)})")
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
#: An escape by number, in a pattern with `character` for its meaning.
NUMBERED = (
    r"[uU](?:(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\[uU](?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?P<code>[0-9a-fA-F]{4}))"
)


def character(number: int) -> str:
    """A character by its number; one that would be no text is replaced by one that shows."""
    if number > 0x10FFFF or 0xD800 <= number < 0xE000 or number == 0:
        return "\N{REPLACEMENT CHARACTER}"
    return chr(number)


def numbered(match: re.Match[str]) -> str:
    """The character that an escape by number means, empty where it is no such escape."""
    if match["high"]:
        high, low = int(match["high"], 16), int(match["low"], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
    return character(int(match["code"], 16)) if match["code"] else ""


class Message(NamedTuple):
    """A message: the keys that lead to it, and where the file holds the pieces of its text."""

    keys: tuple[str, ...]
    pieces: Sequence[Stretch]


def pieces(
    raw: str, start: int, end: int, escape: re.Pattern[str], meaning: Callable[[re.Match[str]], str]
) -> Iterator[Stretch]:
    """A stretch of the file in pieces: what stands for itself, and what an escape means."""
    done = start
    for match in escape.finditer(raw, start, end):
        if done < match.start():
            yield Stretch(raw[done : match.start()], done, match.start())
        done = match.end()
        text = meaning(match)
        if text:
            yield Stretch(text, match.start(), done)
    if done < end:
        yield Stretch(raw[done:end], done, end)


def demand_size(raw: str, what: str, largest: int = LARGEST) -> None:
    """Raise UnreadableText where a file is too large to be read."""
    if len(raw) > largest:
        raise UnreadableText(f"is larger than {largest // 2**20} MiB of {what}: split it")


def unreadable(raw: str, at: int, what: str, problem: str) -> UnreadableText:
    """What to raise where a file does not keep to its format at some place."""
    line = raw.count("\n", 0, at) + 1
    return UnreadableText(f"is no {what} that can be read: line {line} {problem}")


def catalogue(
    raw: str,
    messages: Iterable[Message],
    profile: LanguageProfile,
    path: str,
    written: Callable[[str], str] = str,
    comments: Iterable[tuple[int, int, str]] = (),
) -> Document:
    """The document of a catalogue: a block for each message that is prose, called by its key.

    `comments` are those of the file, each with its place and its words. Plural forms other than
    the singular have the key of the form “other”, as have those of a translation with more forms.
    """
    listed = list(_prose(list(messages)))
    named = {message.keys for message in listed}
    root = _language_of_root(listed)
    builder = Builder(raw)
    for message in listed:
        builder.begin()
        for piece in message.pieces:
            if raw[piece.start : piece.end] == piece.text:
                builder.verbatim(piece.start, piece.end)
            else:
                builder.written(*piece)
        builder.message(".".join(_key(message.keys, named)[root:]))
    document = builder.document(profile, path, written)
    document.comments = tuple(_comments(raw, listed, comments))
    return document


def _prose(messages: Sequence[Message]) -> Iterator[Message]:
    """The messages that are shown: not what describes them, in Chrome's catalogues and ARB."""
    described = {one.keys[:-1] for one in messages if one.keys[-1:] == ("message",)}
    for one in messages:
        about = any(key.startswith(("@", "$")) for key in one.keys)
        beside = any(
            one.keys[:end] in described and one.keys[end] != "message"
            for end in range(1, len(one.keys))
        )
        if not about and not beside and one.pieces:
            yield one


def _language_of_root(messages: Sequence[Message]) -> int:
    """1 where all stands below one key that is a language, as in Rails; else 0."""
    roots = {one.keys[0] for one in messages if one.keys}
    deep = all(len(one.keys) > 1 for one in messages)
    return int(len(roots) == 1 and deep and bool(_TAG.fullmatch(min(roots))))


def _key(keys: tuple[str, ...], named: set[tuple[str, ...]]) -> tuple[str, ...]:
    """The keys, with the form “other” for every plural form but the singular."""
    match = _FORM.fullmatch("." + keys[-1] if keys[-1] in _FORMS else keys[-1])
    if match is None and keys[-1] not in _FORMS:
        return keys
    form = match["form"] if match else keys[-1]
    if form in ("one", "other"):
        return keys
    other = (*keys[:-1], keys[-1].removesuffix(form) + "other")
    return other if other in named else keys


def _comments(
    raw: str, messages: Sequence[Message], comments: Iterable[tuple[int, int, str]]
) -> Iterator[Comment]:
    """The comments to tqcheck: each is about the message before it on its line, else the next."""
    places = [(one.pieces[0].start, one.pieces[-1].end) for one in messages]
    for start, end, words in comments:
        if comment := said(words, start, end):
            below = bisect_left(places, (end, end))
            beside = places[below - 1] if below else (0, 0)
            if "\n" in raw[beside[1] : start] or "\r" in raw[beside[1] : start] or not below:
                beside = places[below] if below < len(places) else (end, end)
            yield comment._replace(about=beside)
