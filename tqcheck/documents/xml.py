"""XML, piece by piece, each with its place in the file; entities are not declared, nothing is loaded.

The parser is expat, for it alone among the libraries tells the byte at which each piece begins.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple
from xml.parsers import expat

from tqcheck.documents.plain import UnreadableText

#: Bytes that are given to the parser at a time; open elements.
_CHUNK = 2**16
_DEEPEST = 256


class Piece(NamedTuple):
    """A start tag, an end tag, a run of text, or anything else that stands between them.

    `start`–`end` is its place in the file; `text` is what a run of text means.
    """

    kind: str
    name: str
    attributes: Mapping[str, str]
    text: str
    start: int
    end: int


class _Event(NamedTuple):
    kind: str
    name: str
    attributes: Mapping[str, str]
    text: str
    byte: int


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of an XML file in order. Names are without the prefixes of namespaces.

    Raises UnreadableText where it is not well formed, declares entities, or is nested too deep.
    """
    content = text.encode("utf-8", "surrogatepass")
    byte = place = 0
    waiting: _Event | None = None
    for event in chain(_events(content), [None]):
        behind = len(content) if event is None else event.byte
        start = place
        place += len(content[byte:behind].decode("utf-8", "surrogatepass"))
        byte = behind
        if waiting is not None:
            yield Piece(*waiting[:4], start, place)
        waiting = event


def _events(content: bytes) -> Iterator[_Event]:
    """What the parser tells, with the byte at which it begins."""
    found: list[_Event] = []
    depth = 0
    parser = expat.ParserCreate("utf-8")

    def add(
        kind: str, name: str = "", attributes: Mapping[str, str] | None = None, text: str = ""
    ) -> None:
        found.append(
            _Event(kind, name.rpartition(":")[2], attributes or {}, text, parser.CurrentByteIndex)
        )

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise UnreadableText(f"has elements nested deeper than {_DEEPEST}")
        add("start", name, {key.rpartition(":")[2]: value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        add("end", name)

    def entity(*_: object) -> None:
        raise UnreadableText(
            "declares entities, which are not expanded: write out what they stand for"
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: add("text", text=text)
    parser.EntityDeclHandler = entity
    parser.CommentHandler = lambda _: add("other")
    parser.ProcessingInstructionHandler = lambda *_: add("other")
    parser.StartCdataSectionHandler = lambda: add("other")
    parser.EndCdataSectionHandler = lambda: add("other")
    parser.SkippedEntityHandler = lambda *_: add("other")
    try:
        for at in range(0, len(content), _CHUNK):
            parser.Parse(content[at : at + _CHUNK], False)
            yield from found
            found.clear()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        problem = expat.errors.messages.get(error.code, "broken")
        raise UnreadableText(
            f"is no XML that can be read: line {error.lineno}: {problem}"
        ) from error
    yield from found
