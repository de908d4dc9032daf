"""TMX: translation memories."""

from collections.abc import Iterator

from tqcheck.documents.building import Builder
from tqcheck.documents.codes import Codes, written
from tqcheck.documents.comments import comments, said
from tqcheck.documents.plain import UnreadableText
from tqcheck.documents.sides import LARGEST, UNDETERMINED, Sides, same_language, stated_language
from tqcheck.documents.xml import Piece, pieces
from tqcheck.model import Comment


def tmx_sides(
    text: str, path: str, source_language: str | None = None, target_language: str | None = None
) -> Sides:
    """The units of a translation memory that have both languages. The source's is the one that
    the header names, the translation's the other one.

    Raises UnreadableText where it is no TMX, or has several languages and nothing tells which.
    """
    if len(text) > LARGEST:
        raise UnreadableText(f"is larger than {LARGEST // 2**20} MiB of TMX: split it")
    source, target = _languages(text, source_language, target_language)
    reader = _Reader(text, source, target)
    for piece in pieces(text):
        reader.take(piece)
    return reader.sides(path)


def _languages(text: str, source: str | None, target: str | None) -> tuple[str, str]:
    """The two languages that are meant."""
    found: dict[str, None] = {}
    stated = source
    for number, piece in enumerate(pieces(text)):
        if piece.kind != "start":
            continue
        if number < 3 and not found and piece.name not in ("tmx", "header") and stated is None:
            raise UnreadableText(f"is no TMX: it begins with the element {piece.name:.40}")
        if piece.name == "header" and stated is None:
            stated = stated_language(piece.attributes.get("srclang", ""))
        elif piece.name == "tuv" and (tag := stated_language(piece.attributes.get("lang", ""))):
            found[tag] = None
    if not found:
        raise UnreadableText("is no TMX, or has no unit with a language")
    if stated is None:
        others = [tag for tag in found if target is None or not same_language(tag, target)]
        if len(others) != 1:
            raise UnreadableText(_several(found, "--from"))
        stated = others[0]
    if target is None:
        others = [tag for tag in found if not same_language(tag, stated)]
        if len(others) > 1:
            raise UnreadableText(_several(found, "--to"))
        target = others[0] if others else "und"
    return stated, target


def _several(found: dict[str, None], option: str) -> str:
    listed = ", ".join(sorted(found)[:8])
    return f"has {listed}: tell which language is meant with {option}"


class _Reader:
    def __init__(self, raw: str, source: str, target: str) -> None:
        self._raw = raw
        self._languages = source, target
        self._builders = Builder(raw), Builder(raw)
        self._comments: list[Comment] = []
        self._number = 0
        self._id = ""
        self._side: int | None = None
        self._start = 0
        self._codes: Codes | None = None
        self._depth = 0
        self._note: list[str] | None = None
        self._notes: list[tuple[int, int, str]] = []
        self._from = 0
        self._seen: set[int] = set()

    def sides(self, path: str) -> Sides:
        source, target = (
            builder.document(UNDETERMINED, path, written) for builder in self._builders
        )
        source.comments = ()
        found: Iterator[Comment] = comments(self._raw)
        target.comments = tuple(sorted([*found, *self._comments], key=lambda one: one.start))
        return Sides(source, target, *self._languages)

    def take(self, piece: Piece) -> None:
        if self._codes is not None:
            self._inside(piece, self._codes)
        elif piece.kind == "start":
            self._begin(piece)
        elif piece.kind == "end":
            self._end(piece)
        elif self._note is not None:
            self._note.append(piece.text)

    def _inside(self, piece: Piece, codes: Codes) -> None:
        """A piece of a message."""
        self._depth += (piece.kind == "start") - (piece.kind == "end")
        if self._depth >= 0:
            codes.take(piece)
            return
        assert self._side is not None  # noqa: S101  set where the message began
        self._builders[self._side].message(f"{self._number} {self._id}")
        self._codes = None

    def _begin(self, piece: Piece) -> None:
        if piece.name == "tu":
            self._number += 1
            self._id, self._start = piece.attributes.get("tuid", ""), piece.start
            self._notes, self._seen = [], set()
        elif piece.name == "tuv":
            tag = stated_language(piece.attributes.get("lang", "")) or ""
            fitting = [side for side in (0, 1) if same_language(tag, self._languages[side])]
            self._side = next((side for side in fitting if side not in self._seen), None)
        elif piece.name == "seg" and self._side is not None:
            self._seen.add(self._side)
            self._builders[self._side].begin()
            self._codes, self._depth = Codes(self._builders[self._side], preserve=False), 0
        elif piece.name == "note":
            self._note, self._from = [], piece.end

    def _end(self, piece: Piece) -> None:
        if piece.name == "tuv":
            self._side = None
        elif piece.name == "note" and self._note is not None:
            self._notes.append((self._from, piece.start, "".join(self._note)))
            self._note = None
        elif piece.name == "tu":
            for start, end, text in self._notes:
                if comment := said(text, start, end, (self._start, piece.end)):
                    self._comments.append(comment)
