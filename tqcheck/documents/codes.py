"""The inline content of a message in XLIFF and TMX: its words, and the codes between them."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from tqcheck.documents.building import Builder
from tqcheck.documents.xml import Piece

#: Codes in pairs of tags of their own; those that open and close by two elements; and those that
#: stand alone.
_PAIRED = frozenset(["g", "pc"])
_OPENING = frozenset(["bpt", "bx", "sc"])
_CLOSING = frozenset(["ept", "ex", "ec"])
_ALONE = frozenset(["x", "ph", "it", "cp", "ut"])
#: Elements that hold code of the text's own format.
NATIVE = frozenset(["bpt", "ept", "ph", "it", "ut"])
#: What tells which two codes belong together, the first that a code has.
_PARTNERS = ("startRef", "rid", "i", "id")
_NAMES = ("equiv", "x", "id", "type")
#: Stands in the text for a code that stands alone.
_OBJECT = "\ufffc"


class Codes:
    """Puts the content of one element, piece by piece, into a builder."""

    def __init__(self, builder: Builder, *, preserve: bool) -> None:
        self.builder = builder
        self._preserve = preserve
        #: The open elements: what each is to the text.
        self._open: list[str] = []
        self._silent = 0
        #: Whether the last piece was a line end that counts as a space.
        self._broken = False

    def take(self, piece: Piece) -> None:
        """Take a piece."""
        if piece.kind == "start":
            self._start(piece)
        elif piece.kind == "end" and self._open:
            self._end(self._open.pop())
        elif piece.kind == "text" and not self._silent:
            self._text(piece)

    def _start(self, piece: Piece) -> None:
        name = piece.name
        closing = ""
        if piece.attributes.get("canReorder") in ("no", "firstNo") and not self._silent:
            self.builder.mark("fixed", _name(piece.attributes, ("id",)))
        if name in _ALONE and not self._silent:
            here = self.builder.here
            self.builder.written(_OBJECT, piece.start, piece.end)
            self.builder.mark("inline", f"{_name(piece.attributes, _NAMES)}/", here)
        elif name in _PAIRED:
            value = _name(piece.attributes, ("id",))
            self.builder.mark("inline", value)
            closing = f"/{value}"
        elif name in _OPENING | _CLOSING:
            value = _name(piece.attributes, _PARTNERS)
            self.builder.mark("inline", f"/{value}" if name in _CLOSING else value)
        if name in NATIVE:
            self._silent += 1
            closing = "native"
        self._open.append(closing)

    def _end(self, closing: str) -> None:
        if closing == "native":
            self._silent -= 1
        elif closing:
            self.builder.mark("inline", closing)

    def _text(self, piece: Piece) -> None:
        builder, broken = self.builder, self._broken
        self._broken = piece.text == "\n" and not self._preserve
        if piece.text != builder.raw[piece.start : piece.end]:
            if self._broken:
                builder.space(piece.start, piece.end)
            else:
                builder.written(piece.text, piece.start, piece.end)
            return
        done = piece.start
        if self._broken:
            builder.space(piece.start, piece.end)
            return
        if broken:  # the space behind a line end belongs to it
            done = piece.end - len(piece.text.lstrip(" \t"))
        builder.verbatim(done, piece.end)


def _name(attributes: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((attributes[name] for name in names if attributes.get(name)), "code")


def written(text: str) -> str:
    """How XML writes a text."""
    return escape(text)
