"""Word files, as HTML with a paragraph a line: what is read, shown and located is that text.

So the line of a place is the number of its paragraph, those in tables and empty ones counted.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple
from xml.parsers import expat

from tqcheck.documents.plain import UnreadableText

#: Bytes of the largest part that is unpacked, 64 MiB; how deep elements may be nested.
LARGEST = 64 * 2**20
_DEEPEST = 1000

_BODY = "word/document.xml"
#: Namespaces of WordprocessingML, transitional and strict; of links between parts.
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_LINKS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_HEADING = re.compile(r"heading ?([1-6])", re.IGNORECASE)
#: Elements whose text is not shown: what was deleted or moved away, the second writing of a shape.
_HIDDEN = frozenset(("del", "moveFrom", "Fallback", "instrText"))
_SPACES = {"tab": " ", "br": "<br>", "cr": "<br>", "noBreakHyphen": "\u2011"}


class _Style(NamedTuple):
    """What a paragraph style makes of a paragraph: the level of a heading, or an item."""

    level: int = 0
    item: bool = False


@dataclass(slots=True)
class _Paragraph:
    tag: str = "p"
    text: list[str] = field(default_factory=list)


def word_text(content: bytes) -> str:
    """The text of a Word file, as HTML.

    Raises UnreadableText where it is none, or is damaged, encrypted, too large or nested too deep.
    """
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableText("is encrypted, or an old .doc: save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if _BODY not in names:
                raise UnreadableText(f"is no Word file: it holds no {_BODY}")
            styles = (
                _styles(_part(archive, "word/styles.xml")) if "word/styles.xml" in names else {}
            )
            lines: list[str] = []
            for name in (_BODY, "word/footnotes.xml", "word/endnotes.xml"):
                if name in names:
                    rels = f"word/_rels/{name.rpartition('/')[2]}.rels"
                    links = _relations(_part(archive, rels)) if rels in names else {}
                    lines += _Reader(styles, links).read(_part(archive, name), name)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        if isinstance(error, UnreadableText):
            raise
        raise UnreadableText("is no Word file that can be unpacked: is it cut off?") from error
    return "\n".join(lines) + "\n"


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise UnreadableText(f"unpacks to more than {LARGEST // 2**20} MiB: split it")
    return content


def _elements(content: bytes, name: str) -> Iterator[tuple[str, Mapping[str, str], str]]:
    """What an XML part holds, in order: an element's name and attributes, or "/" and its name, or
    "" and text. Names are without namespaces where those are Word's.
    """
    found: list[tuple[str, Mapping[str, str], str]] = []
    depth = 0

    def refuse(*_: object) -> None:
        raise UnreadableText(f"holds a document type in {name}: no program writes that")

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise UnreadableText(f"has elements nested deeper than {_DEEPEST}")
        found.append((_local(tag), {_local(key): value for key, value in attributes.items()}, ""))

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        found.append(("/" + _local(tag), {}, ""))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda text: found.append(("", {}, text))
    try:
        for at in range(0, len(content), 2**16):
            parser.Parse(content[at : at + 2**16], False)
            yield from found
            found.clear()
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise UnreadableText(f"is damaged: {name} {error}") from error
    yield from found


def _local(name: str) -> str:
    for space in _WORD:
        if name.startswith(space):
            return name[len(space) :]
    if name.endswith(" Fallback"):
        return "Fallback"
    return name if name in _LINKS or " " not in name else f"{name} "


def _styles(content: bytes) -> Mapping[str, _Style]:
    """Style → what it makes of a paragraph, by its English name or its outline level."""
    found: dict[str, _Style] = {}
    style = ""
    for name, attributes, _ in _elements(content, "word/styles.xml"):
        if name == "style":
            style = attributes.get("styleId", "")
        elif name == "/style":
            style = ""
        elif style and name == "name":
            called = attributes.get("val", "").lower()
            heading = _HEADING.fullmatch(called)
            level = int(heading[1]) if heading else int(called == "title")
            found[style] = _Style(level, called.startswith("list "))
        elif style and name == "outlineLvl":
            level = _number(attributes) + 1
            if level <= 6:
                found[style] = found.get(style, _Style())._replace(level=level)
        elif style and name == "numId":
            found[style] = found.get(style, _Style())._replace(item=True)
    return found


def _relations(content: bytes) -> Mapping[str, str]:
    """Number of a link → its address."""
    return {
        attributes["Id"]: attributes.get("Target", "")
        for _, attributes, _ in _elements(content, "word/_rels")
        if attributes.get("TargetMode") == "External" and "Id" in attributes
    }


def _number(attributes: Mapping[str, str]) -> int:
    value = attributes.get("val", "")
    return int(value) if value.isdecimal() and len(value) < 4 else 9


class _Reader:
    """Writes each paragraph of a part on a line of its own."""

    def __init__(self, styles: Mapping[str, _Style], links: Mapping[str, str]) -> None:
        self._styles = styles
        self._links = links
        self._lines: list[str] = []
        #: Open paragraphs: a text box stands inside one.
        self._open: list[_Paragraph] = []
        self._hidden = 0
        self._shown = False
        #: Tags that the next line begins with.
        self._before = ""
        self._in_list = False

    def read(self, content: bytes, name: str) -> list[str]:
        separator = False
        for element, attributes, text in _elements(content, name):
            if element in ("footnote", "endnote"):
                separator = "type" in attributes  # the line above the notes
            if not separator:
                self._take(element, attributes, text)
        self._end_list()
        return self._lines

    def _take(self, element: str, attributes: Mapping[str, str], text: str) -> None:
        name = element.removeprefix("/")
        if name in _HIDDEN:
            self._hidden += 1 if name == element else -1
        elif self._hidden:
            return
        elif not element:
            if self._shown and self._open:
                self._open[-1].text.append(escape(text, quote=False))
        elif name == "t":
            self._shown = element == "t"
        elif element == "p":
            self._open.append(_Paragraph())
        elif element == "/p":
            self._paragraph(self._open.pop())
        elif name in ("tbl", "tr", "tc"):
            self._table(element)
        elif self._open:
            self._inside(element, attributes)

    def _inside(self, element: str, attributes: Mapping[str, str]) -> None:
        paragraph = self._open[-1]
        if element == "pStyle":
            style = self._styles.get(attributes.get("val", ""), _Style())
            paragraph.tag = (
                f"h{style.level}" if style.level else "li" if style.item else paragraph.tag
            )
        elif element == "outlineLvl" and _number(attributes) < 6:
            paragraph.tag = f"h{_number(attributes) + 1}"
        elif element == "numId" and paragraph.tag == "p":
            paragraph.tag = "li" if attributes.get("val") != "0" else "p"
        elif element in _SPACES:
            paragraph.text.append(_SPACES[element])
        elif element == "hyperlink":
            number = next((attributes[key] for key in _LINKS if key in attributes), "")
            address = self._links.get(number) or "#" + attributes.get("anchor", "")
            paragraph.text.append(f'<a href="{escape(address)}">')
        elif element == "/hyperlink":
            paragraph.text.append("</a>")

    def _paragraph(self, paragraph: _Paragraph) -> None:
        if paragraph.tag == "li" and not self._in_list:
            self._before += "<ul>"
            self._in_list = True
        elif paragraph.tag != "li":
            self._end_list()
        text = " ".join("".join(paragraph.text).split())
        self._lines.append(f"{self._before}<{paragraph.tag}>{text}</{paragraph.tag}>")
        self._before = ""

    def _end_list(self) -> None:
        if self._in_list:
            self._lines[-1] += "</ul>"
            self._in_list = False

    def _table(self, element: str) -> None:
        self._end_list()
        tag = element.replace("tbl", "table").replace("tc", "td")
        if not element.startswith("/"):
            self._before += f"<{tag}>"
        elif self._lines and not self._before:
            self._lines[-1] += f"<{tag}>"
        else:
            self._before += f"<{tag}>"
