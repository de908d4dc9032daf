"""Subtitles: SubRip and WebVTT. A sentence that runs on through several cues is one sentence."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from tqcheck.documents.building import Builder
from tqcheck.documents.comments import said
from tqcheck.documents.plain import UnreadableText
from tqcheck.model import Comment, Document, Kind, LanguageProfile

#: Characters of the largest file that is read, 16 MiB.
LARGEST = 16 * 2**20
#: Cues that one sentence runs through at most, and seconds that may lie between two of them.
_MOST_CUES = 8
_PAUSE = 3.0
#: One cue in so many ends a sentence, where marks are set at all.
_FEWEST_ENDS = 6

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
# SubRip writes a comma, WebVTT a full stop, and may leave out the hours.
_TIME = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)[,.](\d{1,3})"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t][^\r\n]*)?")
_NUMBER = re.compile(r"[\r\n]{0,2}[ \t]*\d{1,6}[ \t]*")
_NOTE = re.compile(r"(?:NOTE|STYLE|REGION)(?=[ \t\r\n]|$)")
#: Tags (`<i>`, `<v Ann>`, `<00:01.000>`, `<font …>`, `{\an8}`), entities, white space.
_OTHERWISE = re.compile(
    r"(?P<tag></?[A-Za-z][^<>\r\n]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}\r\n]{0,200}\})"
    r"|(?P<entity>&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)|(?P<white>[ \t\r\n\f]+)"
)
_TAG_NAME = re.compile(r"</?(?P<name>[A-Za-z]+)")
#: What ends a sentence, whatever marks close behind it.
_FINAL = re.compile(r"[.!?…。！？؟।♪][\"'”’»)\]」』]*$")
_DASHES = frozenset("-–—‐")
#: A new speaker, or what is heard: never the rest of the cue before.
_BEGINS = re.compile(r"[-–—‐♪#([（【]|>>")


class _Cue(NamedTuple):
    start: int
    end: int
    begins: float
    ends: float
    times: str


def subtitles_document(text: str, profile: LanguageProfile, path: str = "") -> Document:
    """The spoken text of a SubRip or WebVTT file, without numbers, times and notes.

    Raises UnreadableText where there is no time line, or where the file is too large.
    """
    if len(text) > LARGEST:
        raise UnreadableText(f"is larger than {LARGEST // 2**20} MiB of subtitles: split it")
    webvtt = path.lower().endswith(".vtt")
    if webvtt and not text.startswith("WEBVTT"):
        raise UnreadableText("is no WebVTT that can be read: line 1 is not WEBVTT")
    builder = Builder(text)
    comments: list[Comment] = []
    cues = list(_cues(text, comments))
    if not cues:
        raise UnreadableText("is no file of subtitles that can be read: it has no line with times")
    for sentence in _sentences(text, cues):
        _take(builder, sentence)
    document = builder.document(profile, path)
    document.comments = tuple(comments)
    return document


def _cues(raw: str, comments: list[Comment]) -> Iterator[_Cue]:
    """The stretches of text under a line with times, up to the next blank one."""
    times: tuple[float, float, str] | None = None
    start = end = note = before = -1
    for match in _LINE.finditer(raw):
        blank = not match[1].strip()
        line = None if note >= 0 else _TIMES.fullmatch(match[1])
        if blank or line:
            if line and _NUMBER.fullmatch(raw, before, end):
                end = before  # the number of this cue: no blank line is before it
            if times and 0 <= start < end:
                yield _Cue(start, end, *times)
            elif note >= 0 and (comment := said(_words(raw[note : match.start()]), note, end)):
                comments.append(comment)
            times = _read(line) if line else None
            start = end = note = before = -1
        elif times is not None:
            start = match.start() if start < 0 else start
            before, end = end if end >= 0 else start, match.end(1)
        elif _NOTE.match(match[1]) and note < 0:
            note, end = match.start(), match.end(1)
        elif note >= 0:
            end = match.end(1)
    if times and 0 <= start < end:
        yield _Cue(start, end, *times)


def _words(note: str) -> str:
    return note[len("NOTE") :] if note.startswith("NOTE") else ""


def _read(match: re.Match[str]) -> tuple[float, float, str]:
    groups = match.groups()
    return _seconds(groups[:4]), _seconds(groups[4:]), match.group().strip()


def _seconds(time: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = time
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(f"{seconds}.{fraction}")


def _sentences(raw: str, cues: list[_Cue]) -> Iterator[list[_Cue]]:
    """Cues that hold the parts of one sentence, together; each alone where nobody set full stops."""
    ended = sum(1 for cue in cues if _FINAL.search(_plain(raw, cue)))
    if ended * _FEWEST_ENDS < len(cues):
        yield from ([cue] for cue in cues)
        return
    run: list[_Cue] = []
    for cue in cues:
        if run and (
            len(run) == _MOST_CUES
            or cue.begins - run[-1].ends > _PAUSE
            or cue.begins < run[-1].begins
            or _FINAL.search(_plain(raw, run[-1]))
            or _BEGINS.match(_plain(raw, cue))
        ):
            yield run
            run = []
        run.append(cue)
    if run:
        yield run


def _plain(raw: str, cue: _Cue) -> str:
    return _OTHERWISE.sub(
        lambda match: " " if match["white"] else "", raw[cue.start : cue.end]
    ).strip()


def _take(builder: Builder, sentence: list[_Cue]) -> None:
    raw = builder.raw
    builder.begin(Kind.SENTENCE)
    last = sentence[0].start
    for cue in sentence:
        builder.space(last, cue.start)
        builder.mark("cue", cue.times)
        done = cue.start
        for match in _OTHERWISE.finditer(raw, cue.start, cue.end):
            builder.verbatim(done, match.start())
            done = match.end()
            if match["white"]:
                _white(builder, match)
            elif match["entity"]:
                builder.written(unescape(match.group()), match.start(), done)
            elif name := _TAG_NAME.match(match.group()):
                closing = "/" if match.group()[1] == "/" else ""
                builder.mark("tag", closing + name["name"].lower())
        builder.verbatim(done, cue.end)
        last = cue.end
    builder.end()


def _white(builder: Builder, match: re.Match[str]) -> None:
    """White space is one space; a line that a new speaker begins is a block of its own."""
    behind = builder.raw[match.end() : match.end() + 1]
    if behind in _DASHES and set(match.group()) & {"\r", "\n"}:
        builder.begin(Kind.SENTENCE)
    else:
        builder.space(match.start(), match.end())
