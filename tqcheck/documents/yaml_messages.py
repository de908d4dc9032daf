"""YAML catalogues: Rails, Symfony, Hugo's i18n folder."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tqcheck.documents.building import Stretch
from tqcheck.documents.messages import DEEPEST, Message, catalogue, demand_size
from tqcheck.documents.plain import UnreadableText
from tqcheck.model import Document, LanguageProfile

if TYPE_CHECKING:
    import yaml

#: Characters of the largest file that is parsed, 4 MiB.
LARGEST = 4 * 2**20

_WHITE = re.compile(r"[ \t\r\n\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n|[\r\n])[ \t]*+|.)", re.DOTALL
)
#: An anchor or a tag before a scalar, and comments behind it; a block's header.
_PROPERTY = re.compile(r"[&!][^\s]*+\s++(?:#[^\r\n]*+\s++)*+")
_HEADER = re.compile(r"[|>][^\r\n]*+(?:\r\n?|\n)?")
_COMMENT = re.compile(r"^[ \t]*+#(?P<words>[^\r\n]*+)", re.MULTILINE)


def yaml_document(text: str, profile: LanguageProfile, path: str = "") -> Document:
    """The messages of a YAML file: every string that is a value. Aliases are no text.

    Raises UnreadableText where it is no YAML, too large or nested too deep, or where the parser is
    not installed.
    """
    demand_size(text, "YAML", LARGEST)
    messages = list(_messages(text))
    inside = [(one.pieces[0].start, one.pieces[-1].end) for one in messages if one.pieces]
    return catalogue(text, messages, profile, path, comments=_comments(text, inside))


def _comments(raw: str, inside: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The comments on lines of their own, but for what only looks so in a message."""
    held = iter([*inside, (len(raw) + 1, len(raw) + 1)])
    start, end = next(held)
    for match in _COMMENT.finditer(raw):
        while end <= match.start():
            start, end = next(held)
        if match.end() <= start:
            yield match.start(), match.end(), match["words"]


@dataclass(slots=True)
class _Level:
    """A mapping or sequence that is open."""

    mapping: bool
    #: The key whose value comes next; None where a key comes.
    key: str | None = None
    number: int = 0

    def done(self) -> None:
        """One value has been read."""
        self.key = None
        self.number += 1


def _messages(raw: str) -> Iterator[Message]:
    try:
        import yaml
    except ImportError as error:
        raise UnreadableText(
            "is YAML: reading it needs PyYAML: pip install 'tqcheck[yaml]'"
        ) from error
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    try:
        yield from _of_events(raw, yaml.parse(raw, Loader=loader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1} " if mark else ""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "is broken"
        raise UnreadableText(f"is no YAML that can be read: {where}{problem}") from error


def _of_events(raw: str, events: "Iterator[yaml.Event]") -> Iterator[Message]:
    import yaml

    levels: list[_Level] = []
    number = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            number += 1
        elif isinstance(event, yaml.CollectionStartEvent):
            if levels and levels[-1].mapping and levels[-1].key is None:
                levels[-1].key = ""  # a collection as key: nobody's message
            levels.append(_Level(isinstance(event, yaml.MappingStartEvent)))
            if len(levels) > DEEPEST:
                raise UnreadableText(f"is nested deeper than {DEEPEST}")
        elif isinstance(event, yaml.CollectionEndEvent):
            levels.pop()
            if levels:
                levels[-1].done()
        elif isinstance(event, yaml.NodeEvent):
            value = event.value if isinstance(event, yaml.ScalarEvent) else ""
            if levels and levels[-1].mapping and levels[-1].key is None:
                levels[-1].key = value
                continue
            if isinstance(event, yaml.ScalarEvent) and _is_text(event):
                keys = tuple(
                    (each.key or "") if each.mapping else str(each.number) for each in levels
                )
                document = (str(number),) if number > 1 else ()
                yield Message((*document, *keys) or ("",), _pieces(raw, event))
            if levels:
                levels[-1].done()


def _is_text(event: "yaml.ScalarEvent") -> bool:
    if event.style or not event.value:
        return bool(event.value)
    return bool(_resolver()(event.value) == "tag:yaml.org,2002:str")


@cache
def _resolver() -> Callable[[str], str]:
    """What type a plain scalar has: a number, a date, a truth, or text."""
    import yaml

    resolver: Any = yaml.resolver.Resolver()
    return lambda value: str(resolver.resolve(yaml.ScalarNode, value, (True, False)))


def _pieces(raw: str, event: "yaml.ScalarEvent") -> list[Stretch]:
    """The pieces of a scalar; all of it as one where they cannot be laid beside its value."""
    assert event.start_mark is not None  # noqa: S101  a parser gives them
    assert event.end_mark is not None  # noqa: S101
    start, end, value = event.start_mark.index, event.end_mark.index, event.value
    while named := _PROPERTY.match(raw, start, end):
        start = named.end()
    if event.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif event.style in ("|", ">"):
        header = _HEADER.match(raw, start, end)
        start = header.end() if header else start
    found = list(_laid(raw, start, end, value.rstrip(), event.style or ""))
    if "".join(piece.text for piece in found) != value.rstrip():
        return [Stretch(value, start, end)]
    return found


def _laid(raw: str, start: int, end: int, value: str, style: str) -> Iterator[Stretch]:
    """What the value is, piece by piece, as far as it goes along with what the file holds."""
    at, done = start, 0
    if style in ("|", ">"):
        at = _behind(_WHITE, raw, at, end)
        done = len(value) - len(value.lstrip())
        if done:
            yield Stretch(value[:done], start, at)
    while done < len(value) and at < end:
        if style == '"' and raw[at] == "\\":
            match = _ESCAPE.match(raw, at, end)
            behind = match.end() if match else at + 1
            if raw[at + 1 : at + 2] not in ("\r", "\n"):
                yield Stretch(value[done], at, behind)
                done += 1
            at = behind
        elif style == "'" and raw.startswith("''", at):
            yield Stretch("'", at, at + 2)
            at, done = at + 2, done + 1
        elif raw[at] in " \t\r\n\x85\u2028\u2029":
            behind = _behind(_WHITE, raw, at, end)
            breaks = len(_BREAK.findall(raw[at:behind]))
            white = _behind(_WHITE, value, done, len(value))
            if style == '"' and breaks:
                white = min(white, done + max(breaks - 1, 1))
            elif not breaks:
                white = min(white, done + behind - at)
            if white > done:
                yield Stretch(value[done:white], at, behind)
            at, done = behind, white
        else:
            behind = at + 1
            while behind < end and raw[behind] not in " \t\r\n\x85\u2028\u2029\\'":
                behind += 1
            behind = min(behind, at + len(value) - done)
            yield Stretch(raw[at:behind], at, behind)
            done += behind - at
            at = behind


def _behind(white: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = white.match(text, start, end)
    return match.end() if match else start
