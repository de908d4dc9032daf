"""Alignments → text: what an aligner is asked for."""

import json as json_
from collections.abc import Iterator
from typing import Any

from tqcheck.model import Document, Pair, Segment
from tqcheck.reports.formats import BEAD_FORMATS
from tqcheck.reports.positions import visible
from tqcheck.version import __version__

SCHEMA = 1
_FORBIDDEN = {code: None for code in range(32) if chr(code) not in "\t\n\r"} | {
    0xFFFE: None,
    0xFFFF: None,
}


def rendered(name: str, pair: Pair) -> str:
    """The beads of a pair in one of the BEAD_FORMATS, with a line end.

    Raises KeyError where there is no such format.
    """
    return "".join(f"{line}\n" for line in _WRITERS[name](pair))


def text(pair: Pair) -> Iterator[str]:
    """Both sides of each bead, with its number, shape and confidence."""
    label = max(len(pair.source.language), len(pair.target.language))
    for number, bead in enumerate(pair.beads, 1):
        moved = "  moved" if bead.moved else ""
        head = f"{number:>4}  {bead.shape[0]}-{bead.shape[1]}  {bead.confidence:.2f}"
        for side in (bead.source, bead.target):
            passage = visible(side.text) or "—"
            yield f"{head}  {side.document.language:>{label}} │ {passage}{moved}"
            head, moved = " " * len(head), ""


def json(pair: Pair) -> Iterator[str]:
    """One object: the documents, and per bead the numbers of its segments (from 0), its shape,
    its confidence, and both passages with their places in the files.
    """
    numbers = [
        {segment.span.start: number for number, segment in enumerate(document.segments)}
        for document in (pair.source, pair.target)
    ]
    document = {
        "schema": SCHEMA,
        "tool": {"name": "tqcheck", "version": __version__},
        "source": _document(pair.source),
        "target": _document(pair.target),
        "beads": [
            {
                "source": _numbers(numbers[0], bead.source, bead.shape[0]),
                "target": _numbers(numbers[1], bead.target, bead.shape[1]),
                "shape": list(bead.shape),
                "confidence": round(bead.confidence, 4),
                "moved": bead.moved,
                "source_place": _place(bead.source),
                "target_place": _place(bead.target),
            }
            for bead in pair.beads
        ],
    }
    yield json_.dumps(document, ensure_ascii=False, indent=2)


def tsv(pair: Pair) -> Iterator[str]:
    """A header line, then a line a bead: shape, confidence, source, target."""
    yield "shape\tconfidence\tsource\ttarget"
    for bead in pair.beads:
        cells = (_cell(side) for side in (bead.source, bead.target))
        yield "\t".join((f"{bead.shape[0]}-{bead.shape[1]}", f"{bead.confidence:.4f}", *cells))


def tmx(pair: Pair) -> Iterator[str]:
    """TMX 1.4b with the beads that have both sides."""
    from xml.sax.saxutils import escape, quoteattr  # loads most of urllib

    source, target = pair.source.language, pair.target.language
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<tmx version="1.4">'
    yield (
        f'  <header creationtool="tqcheck" creationtoolversion="{__version__}" segtype="sentence"'
        f' o-tmf="plain text" adminlang="en" srclang={quoteattr(source)} datatype="plaintext"/>'
    )
    yield "  <body>"
    for bead in pair.complete_beads:
        yield "    <tu>"
        yield f'      <prop type="x-confidence">{bead.confidence:.4f}</prop>'
        for language, side in ((source, bead.source), (target, bead.target)):
            segment = escape(_one_line(side).translate(_FORBIDDEN))
            yield f"      <tuv xml:lang={quoteattr(language)}><seg>{segment}</seg></tuv>"
        yield "    </tu>"
    yield "  </body>"
    yield "</tmx>"


_WRITERS = dict(zip(BEAD_FORMATS, (text, json, tsv, tmx), strict=True))


def _document(document: Document) -> dict[str, Any]:
    return {
        "path": document.path,
        "language": document.language,
        "segments": len(document.segments),
    }


def _numbers(numbers: dict[int, int], side: Segment, count: int) -> list[int]:
    first = numbers[side.span.start] if count else 0
    return list(range(first, first + count))


def _place(side: Segment) -> dict[str, Any]:
    place = side.document.locate(side.span)._asdict()
    del place["path"]
    return place


def _one_line(side: Segment) -> str:
    return " ".join(side.text.split())


def _cell(side: Segment) -> str:
    return visible(_one_line(side))
