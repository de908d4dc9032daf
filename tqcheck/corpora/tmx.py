"""Translation memories in TMX, unit by unit."""

from collections.abc import Iterator, Sequence
from typing import IO
from xml.parsers import expat

from tqcheck.corpora.opening import UnreadableBitext
from tqcheck.corpora.tables import LONGEST_LINE, Fields
from tqcheck.documents.codes import NATIVE
from tqcheck.documents.sides import same_language

_CHUNK = 1 << 16
_LANGUAGE = ("xml:lang", "lang")


class Unit:
    """A `tu` that is being read: (language, text) of each variant."""

    def __init__(self, identity: str | None, line: int, source_language: str) -> None:
        self.id = identity
        self.line = line
        self.source_language = source_language
        self.variants: list[tuple[str, str]] = []


def units(stream: IO[bytes]) -> Iterator[Unit]:
    """The units in order, memory constant. Nothing is loaded from elsewhere.

    Raises UnreadableBitext where the file is not well-formed, or declares entities: these can
    make a small file endless.
    """
    reading = _Reading()
    try:
        while chunk := stream.read(_CHUNK):
            reading.parser.Parse(chunk, False)
            yield from reading.taken()
        reading.parser.Parse(b"", True)
        yield from reading.taken()
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise UnreadableBitext(f"is not XML: {reason}, line {error.lineno}") from error


def pairs(
    unit: Unit, source: str | None, target: str | None
) -> Iterator[tuple[str, str, str, str]]:
    """(source, target, source language, target language) of a unit, one for each translation.

    The source is the variant in the language asked for, else in that of the unit or the header,
    else the first; the translations are those in the language asked for, else all others.
    """
    wanted = source or unit.source_language
    first = next((v for v in unit.variants if _is_in(v[0], wanted)), None)
    if first is None and not source and unit.variants:
        first = unit.variants[0]
    for variant in unit.variants if first else ():
        if first and variant is not first and (not target or _is_in(variant[0], target)):
            yield first[1], variant[1], first[0], variant[0]


def _is_in(tag: str, wanted: str) -> bool:
    return same_language(tag.replace("_", "-"), wanted.replace("_", "-"))


class _Reading:
    """What stands open while a file is read."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity
        self.header_language = ""
        self.unit: Unit | None = None
        self.language = ""
        self.parts: list[str] | None = None
        self.size = 0
        self.code = 0
        self.done: list[Unit] = []

    def taken(self) -> Sequence[Unit]:
        done, self.done = self.done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "header":
            language = attributes.get("srclang", "")
            self.header_language = "" if language == "*all*" else language
        elif name == "tu":
            language = attributes.get("srclang", self.header_language)
            line = self.parser.CurrentLineNumber
            self.unit = Unit(attributes.get("tuid"), line, language)
        elif name == "tuv":
            self.language = next((attributes[key] for key in _LANGUAGE if key in attributes), "")
        elif name == "seg" and self.unit is not None:
            self.parts, self.size = [], 0
        elif self.parts is not None and name in NATIVE:
            self.code += 1

    def _end(self, name: str) -> None:
        if name == "tu" and self.unit is not None:
            self.done.append(self.unit)
            self.unit = None
        elif name == "seg" and self.parts is not None and self.unit is not None:
            self.unit.variants.append((self.language, "".join(self.parts)))
            self.parts, self.code = None, 0
        elif self.parts is not None and name in NATIVE:
            self.code -= 1

    def _text(self, text: str) -> None:
        if self.parts is not None and not self.code:
            self.size += len(text)
            if self.size > LONGEST_LINE:
                line = self.parser.CurrentLineNumber
                raise UnreadableBitext(f"has a segment of more than 10 MB, line {line}")
            self.parts.append(text)

    def _entity(self, *_declaration: object) -> None:
        raise UnreadableBitext("declares entities, which a translation memory has no use for")


def fields_of(
    unit: Unit, pair: tuple[str, str, str, str], names: tuple[str, str, str, str, str]
) -> Fields:
    """One translation as the fields of a row, by the names of its columns."""
    identity, *texts = names
    found: Fields = dict(zip(texts, pair, strict=True))
    if unit.id is not None:
        found[identity] = unit.id
    return found
