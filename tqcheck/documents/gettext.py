"""gettext PO: each message with its translations, contexts, plural forms and flags."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tqcheck.documents.building import Builder
from tqcheck.documents.comments import said
from tqcheck.documents.plain import UnreadableText
from tqcheck.documents.sides import LARGEST, UNDETERMINED, Sides, stated_language
from tqcheck.languages.plurals import plural_forms
from tqcheck.model import Comment, Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_FIELD = re.compile(
    r"[ \t]*(?P<name>msgctxt|msgid_plural|msgid|msgstr(?:\[(?P<form>\d{1,2})\])?|domain)(?=[ \t\"])"
)
_STRING = re.compile(r'[ \t]*"(?P<text>(?:[^"\\]|\\.)*+)"[ \t]*')
_ESCAPE = re.compile(r"\\(?:(?P<octal>[0-7]{1,3})|x(?P<hex>[0-9A-Fa-f]{1,2})|(?P<sign>.))")
#: What GNOME and KDE call the message in whose place translators put their own names.
_CREDITS = frozenset(
    [
        "translator-credits",
        "translator_credits",
        "Your names",
        "Your emails",
        "NAME OF TRANSLATORS",
        "EMAIL OF TRANSLATORS",
    ]
)
_LIMIT = re.compile(r"max-length:(\d{1,6})")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = {character: f"\\{sign}" for sign, character in _SIGNS.items()} | {
    "\\": "\\\\",
    '"': '\\"',
}

#: Where the strings of a field stand, between their quotation marks.
_Strings = list[tuple[int, int]]


@dataclass(slots=True)
class _Entry:
    flags: list[str] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    #: msgctxt, msgid, msgid_plural.
    fields: dict[str, _Strings] = field(default_factory=dict)
    #: Plural form (0 where there are none) → its strings.
    translations: dict[int, _Strings] = field(default_factory=dict)

    @property
    def stretch(self) -> tuple[int, int]:
        """The stretch of the file from its first string to its last."""
        strings = [
            one for each in (*self.fields.values(), *self.translations.values()) for one in each
        ]
        return min(strings)[0], max(strings)[1]


def gettext_sides(
    text: str, path: str, _source: str | None = None, _target: str | None = None
) -> Sides:
    """The messages of a PO file, and their translations. Entries that are fuzzy or obsolete
    translate nothing, as for gettext itself.

    Raises UnreadableText where a line is none of PO, or the file is too large.
    """
    if len(text) > LARGEST:
        raise UnreadableText(f"is larger than {LARGEST // 2**20} MiB of PO: split it")
    reader = _Reader(text)
    for entry in _entries(text):
        reader.take(entry)
    return reader.sides(path)


class _Reader:
    """Puts the messages on one side, and the translations on the other."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._source, self._target = Builder(raw), Builder(raw)
        self._header: dict[str, str] = {}
        self._comments: list[Comment] = []
        self._number = 0

    def sides(self, path: str) -> Sides:
        source = self._source.document(UNDETERMINED, path, _written)
        target = self._target.document(UNDETERMINED, path, _written)
        source.comments, target.comments = (), tuple(self._comments)
        target.about = {"plural-forms": self._header.get("plural-forms", "")}
        source.about = {"accelerator": self._header.get("x-accelerator-marker", "")}
        return Sides(
            source,
            target,
            stated_language(self._header.get("x-source-language", "")) or "en",
            stated_language(self._header.get("language", "")),
        )

    def take(self, entry: _Entry) -> None:
        for start, end in entry.comments:
            sign = 2 if self._raw.startswith("#.", start) else 1
            if comment := said(self._raw[start + sign : end], start, end, entry.stretch):
                self._comments.append(comment)
        self._number += 1
        if self._number == 1 and not any(start < end for start, end in entry.fields["msgid"]):
            self._read_header(entry)
            return
        if _text(self._raw, entry.fields["msgid"]) in _CREDITS:
            return
        key = str(self._number)
        message = self._side(self._source, entry.fields["msgid"], key)
        plural = None
        if "msgid_plural" in entry.fields:
            plural = self._side(self._source, entry.fields["msgid_plural"], _plural(key))
        for span in filter(None, (message, plural)):
            for flag in entry.flags:
                if limit := _LIMIT.fullmatch(flag):
                    self._source.mark_span("limit", limit[1], span)
                else:
                    self._source.mark_span("flag", flag, span)
        if message and plural:
            self._source.mark_span("plural", "", Span(message.start, plural.end))
        state = _state(entry)
        if state and message:
            self._source.mark_span("state", state, message)
        elif not state:
            self._translations(entry, key)

    def _read_header(self, entry: _Entry) -> None:
        builder = Builder(self._raw)
        self._side(builder, entry.translations[min(entry.translations)], "")
        text = builder.document(UNDETERMINED, "").text
        for name, _, value in (line.partition(":") for line in text.split("\n")):
            self._header[name.strip().lower()] = value.strip()

    def _translations(self, entry: _Entry, key: str) -> None:
        if "msgid_plural" not in entry.fields:
            self._side(self._target, entry.translations[min(entry.translations)], key)
            return
        forms = plural_forms(self._header.get("plural-forms", ""))
        singular = forms.singular if forms else 0
        for form, strings in sorted(entry.translations.items()):
            name = key if form == singular else _plural(key)
            span = self._side(self._target, strings, name)
            if span is not None:
                self._target.mark_span("plural form", str(form), span)

    def _side(self, builder: Builder, strings: Sequence[tuple[int, int]], key: str) -> Span | None:
        builder.begin()
        for start, end in strings:
            done = start
            for match in _ESCAPE.finditer(self._raw, start, end):
                builder.verbatim(done, match.start())
                done = match.end()
                builder.written(_unescaped(match), match.start(), done)
            builder.verbatim(done, end)
        return builder.message(key)


def _text(raw: str, strings: Sequence[tuple[int, int]]) -> str:
    """Strings as they are written, joined."""
    return "".join(raw[start:end] for start, end in strings)


def _plural(key: str) -> str:
    return f"{key} plural"


def _state(entry: _Entry) -> str:
    """What an entry is that gettext does not use: fuzzy, untranslated; empty for the others."""
    if "fuzzy" in entry.flags:
        return "fuzzy"
    strings = [one for each in entry.translations.values() for one in each]
    return "" if any(start < end for start, end in strings) else "untranslated"


def _entries(text: str) -> Iterator[_Entry]:
    """The entries of a file but for the obsolete ones; comments belong to the entry below them."""
    entry, strings = _Entry(), None
    number = 0
    for number, match in enumerate(_LINE.finditer(text), 1):
        line = match[1].strip()
        if not line:
            continue
        start = match.start() + match[1].index(line[0])
        named = _FIELD.match(text, start, match.end(1))
        begins = line[0] == "#" or (named and named["name"] in ("msgctxt", "msgid"))
        if begins and entry.translations:
            yield entry
            entry, strings = _Entry(), None
        if line[0] == "#":
            _remark(entry, line, start)
        elif named is not None:
            strings = _strings(text, named.end(), match.end(1), number)
            _put(entry, named, strings, number)
        elif strings is None:
            raise _unreadable(number, "is neither a comment nor a field nor a string")
        else:
            strings += _strings(text, start, match.end(1), number)
    if entry.translations:
        yield entry
    elif entry.fields:
        raise _unreadable(number, "is the end, and the last msgid has no msgstr: is it cut off?")


def _remark(entry: _Entry, line: str, start: int) -> None:
    if line.startswith("#~"):
        entry.comments.clear()
        entry.flags.clear()
    elif line.startswith("#,"):
        entry.flags += [flag.strip() for flag in line[2:].split(",")]
    elif not line.startswith(("#|", "#:")):
        entry.comments.append((start, start + len(line)))


def _put(entry: _Entry, named: re.Match[str], strings: _Strings, number: int) -> None:
    name = named["name"]
    if name == "domain":
        return
    if name.startswith("msgstr"):
        if "msgid" not in entry.fields:
            raise _unreadable(number, "has a msgstr, and no msgid is before it")
        entry.translations[int(named["form"] or 0)] = strings
    elif name in entry.fields:
        raise _unreadable(number, f"has a second {name}, and the first has no msgstr")
    else:
        entry.fields[name] = strings


def _strings(text: str, start: int, end: int, number: int) -> _Strings:
    """The quoted strings of a line."""
    found = []
    while start < end:
        match = _STRING.match(text, start, end)
        if match is None:
            raise _unreadable(number, "has a string that does not end, or something beside it")
        found.append(match.span("text"))
        start = match.end()
    if not found:
        raise _unreadable(number, "has a field without a string")
    return found


def _unreadable(number: int, problem: str) -> UnreadableText:
    return UnreadableText(f"is no gettext catalogue that can be read: line {number} {problem}")


def _unescaped(match: re.Match[str]) -> str:
    if match["sign"]:
        return _SIGNS.get(match["sign"], match["sign"])
    code = int(match["octal"], 8) if match["octal"] else int(match["hex"], 16)
    # Beyond ASCII it is a byte of an encoding: it stays as it is written.
    return chr(code) if 0 < code < 0x80 else match[0]


def _written(text: str) -> str:
    return "".join(_WRITTEN.get(character, character) for character in text)
