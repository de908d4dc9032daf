"""One row of a bitext: a source segment and its translation."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tqcheck.languages import profile
from tqcheck.model import Bead, Block, Document, Glossary, Kind, Pair, Result, Rule, Segment, Span
from tqcheck.session import examined


class Row(NamedTuple):
    """A pair of segments; `id` is whatever the file calls it."""

    id: Any
    source: str
    target: str
    source_language: str
    target_language: str


def row_result(
    row: Row,
    rules: Sequence[Rule],
    options: Mapping[str, Mapping[str, Any]] | None = None,
    glossary: Glossary | None = None,
) -> Result:
    """Check one row: a pair of one bead, whatever its texts hold."""
    source = _document(row.source, row.source_language)
    target = _document(row.target, row.target_language)
    beads = (Bead(_side(source), _side(target)),)
    return examined(Pair(source, target, beads, glossary), rules, options or {})


def _document(text: str, language: str) -> Document:
    document = Document(text, profile(language))
    span = Span(0, len(text))
    segment = Segment(document, span, Kind.SENTENCE)
    # The paragraph is the sentence, so what is known of one is known of the other.
    document.blocks = (Block(document, span, Kind.SENTENCE, segment.memory),)
    document.segments = (segment,)
    return document


def _side(document: Document) -> Segment:
    return document.segments[0]
