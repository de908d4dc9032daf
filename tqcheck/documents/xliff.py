"""XLIFF 1.2 and 2.x: units with a source, a target, states, limits and notes."""

from dataclasses import dataclass, field

from tqcheck.documents.building import Builder
from tqcheck.documents.codes import Codes, written
from tqcheck.documents.comments import comments, said
from tqcheck.documents.plain import UnreadableText
from tqcheck.documents.sides import LARGEST, UNDETERMINED, Sides, stated_language
from tqcheck.documents.xml import Piece, pieces
from tqcheck.model import Comment, Span

#: Elements whose sources and targets are no messages: proposals, and other tools’ data.
_FOREIGN = frozenset(
    ["alt-trans", "matches", "glossary", "originalData", "changeTrack", "metadata"]
)
#: States of a target that nobody has translated or confirmed yet.
_STATES = {
    **dict.fromkeys(("new", "needs-translation"), "untranslated"),
    **dict.fromkeys(
        (
            "needs-adaptation",
            "needs-l10n",
            "needs-review-adaptation",
            "needs-review-l10n",
            "needs-review-translation",
        ),
        "fuzzy",
    ),
}


def xliff_sides(
    text: str, path: str, _source: str | None = None, _target: str | None = None
) -> Sides:
    """The units of an XLIFF file: 1.0 to 1.2, or 2.0 to 2.2.

    Raises UnreadableText where it is no XLIFF, or is in more than two languages.
    """
    if len(text) > LARGEST:
        raise UnreadableText(f"is larger than {LARGEST // 2**20} MiB of XLIFF: split it")
    reader = _Reader(text)
    for piece in pieces(text):
        reader.take(piece)
    return reader.sides(path)


@dataclass(slots=True)
class _Unit:
    """A unit, or a segment of one."""

    key: str
    start: int
    translate: bool = True
    preserve: bool = False
    limit: str = ""
    state: str = ""
    source: Span | None = None
    target: Span | None = None
    notes: list[tuple[int, int, str]] = field(default_factory=list)


class _Reader:
    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._builders = {"source": Builder(raw), "target": Builder(raw)}
        self._languages: tuple[str | None, str | None] | None = None
        self._comments: list[Comment] = []
        self._open: list[str] = []
        self._preserve: list[bool] = []
        self._unit: _Unit | None = None
        self._segment: _Unit | None = None
        self._number = 0
        #: Inside of which element's text: of a source or target, or of a note; and where it began.
        self._codes: Codes | None = None
        self._note: list[str] | None = None
        self._from = 0
        self._foreign = 0

    def sides(self, path: str) -> Sides:
        source, target = (
            builder.document(UNDETERMINED, path, written) for builder in self._builders.values()
        )
        source.comments = ()
        target.comments = tuple(sorted([*comments(self._raw), *self._comments], key=_place))
        return Sides(source, target, *(self._languages or (None, None)))

    def take(self, piece: Piece) -> None:
        if piece.kind == "start":
            self._start(piece)
            self._open.append(piece.name)
        elif piece.kind == "end":
            self._open.pop()
            self._end(piece)
            self._preserve.pop()
        elif self._codes is not None:
            self._codes.take(piece)
        elif self._note is not None:
            self._note.append(piece.text)

    def _start(self, piece: Piece) -> None:
        name, attributes = piece.name, piece.attributes
        space = attributes.get("space")
        self._preserve.append(space == "preserve" if space else self._preserve[-1:] == [True])
        if not self._open and name != "xliff":
            raise UnreadableText(f"is no XLIFF: it begins with the element {name:.40}")
        if self._codes is not None:
            self._codes.take(piece)
        elif self._foreign or name in _FOREIGN:
            self._foreign += 1
        elif name == "xliff" and "srcLang" in attributes:
            self._tell(attributes.get("srcLang"), attributes.get("trgLang"))
        elif name == "file" and "source-language" in attributes:
            self._tell(attributes.get("source-language"), attributes.get("target-language"))
        elif name in ("trans-unit", "unit"):
            self._number += 1
            self._unit = self._segment = self._new(piece)
        elif name == "segment" and self._unit is not None:
            self._number += 1
            self._segment = self._new(piece)
            self._segment.translate, self._segment.limit = self._unit.translate, self._unit.limit
        elif name in ("source", "target") and self._segment is not None:
            self._begin(piece)
        elif name == "note" and self._unit is not None:
            self._note, self._from = [], piece.end

    def _new(self, piece: Piece) -> _Unit:
        attributes = piece.attributes
        limited = attributes.get("size-unit") == "char" and attributes.get("maxwidth", "").isascii()
        limit = attributes.get("maxwidth", "") if limited else ""
        return _Unit(
            f"{self._number} {attributes.get('id', '')}",
            piece.start,
            attributes.get("translate") != "no",
            self._preserve[-1],
            limit if limit.isdigit() else "",
        )

    def _tell(self, source: str | None, target: str | None) -> None:
        stated = stated_language(source or ""), stated_language(target or "")
        if self._languages is None:
            self._languages = stated
        elif stated != self._languages:
            raise UnreadableText("has files in several languages: split it")

    def _begin(self, piece: Piece) -> None:
        assert self._segment is not None  # noqa: S101  the caller has looked
        if piece.name == "target":
            self._segment.state = _STATES.get(piece.attributes.get("state", ""), "")
        taken = self._segment.translate and self._segment.state != "untranslated"
        builder = self._builders[piece.name] if taken else Builder(self._raw)
        builder.begin()
        self._codes, self._from = Codes(builder, preserve=self._preserve[-1]), piece.end

    def _end(self, piece: Piece) -> None:
        name, segment = piece.name, self._segment
        if self._foreign:
            self._foreign -= 1
        elif self._codes is not None:
            if name in ("source", "target"):
                self._finish(name, piece.start)
            else:
                self._codes.take(piece)
        elif name == "note" and self._note is not None and self._unit is not None:
            self._unit.notes.append((self._from, piece.start, "".join(self._note)))
            self._note = None
        elif name == "segment" and segment is not None:
            self._close(segment)
            self._segment = None
        elif name in ("trans-unit", "unit") and self._unit is not None:
            if name == "trans-unit":
                self._close(self._unit)
            for start, end, text in self._unit.notes:
                if comment := said(text, start, end, (self._unit.start, piece.end)):
                    self._comments.append(comment)
            self._unit = self._segment = None

    def _finish(self, name: str, end: int) -> None:
        segment = self._segment
        assert segment is not None  # noqa: S101  a message is read within one
        raw = self._raw[self._from : end]
        plain = (raw[:1] not in ("\r", "\n") and raw[-1:] not in (" ", "\t")) or "\n" not in raw
        assert self._codes is not None  # noqa: S101  a message is being read
        span = self._codes.builder.message(segment.key, edges=segment.preserve or plain)
        if self._codes.builder is not self._builders[name]:
            span = None
        if name == "source":
            segment.source = span
        else:
            segment.target = span
        self._codes = None

    def _close(self, segment: _Unit) -> None:
        source = self._builders["source"]
        if segment.source is None:
            return
        state = segment.state or ("" if segment.target else "untranslated")
        if state:
            source.mark_span("state", state, segment.source)
        if segment.limit:
            source.mark_span("limit", segment.limit, segment.source)


def _place(comment: Comment) -> int:
    return comment.start
