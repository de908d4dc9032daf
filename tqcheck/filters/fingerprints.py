"""The identity of a finding, from its text and never from its line."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from tqcheck.model import Document, Finding, Kind, Pair, Passage, Segment, Span, remembered


class Identity(NamedTuple):
    """What a finding is about, whatever its place. All normalised: NFC, single spaces."""

    rule: str
    #: The flagged text of the translation, and of the source; empty where there is none.
    target: str
    source: str
    #: The source's sentences at this place, in order.
    sentences: tuple[str, ...]

    def digest(self, ordinal: int) -> str:
        """16 hexadecimal digits, for the so-manieth of equal findings."""
        parts = (self.rule, " ".join(self.sentences), self.target, self.source, str(ordinal))
        return blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()


def fingerprinted(pair: Pair, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with their fingerprints: the digest of their identity."""
    seen: Counter[Identity] = Counter()
    result = []
    for finding in findings:
        one = identity(pair, finding)
        seen[one] += 1
        result.append(replace(finding, fingerprint=one.digest(seen[one])))
    return tuple(result)


def identity(pair: Pair, finding: Finding) -> Identity:
    """The identity of a finding in its pair."""
    return Identity(
        finding.by.id,
        _cut(pair.target, finding.target),
        _cut(pair.source, finding.source),
        tuple(_normalised(segment.text) for segment in _sentences(pair, finding)),
    )


def _sentences(pair: Pair, finding: Finding) -> Iterator[Segment]:
    """The sentences of the source that the finding touches or, where it is in the translation
    alone, those over against it.
    """
    if finding.source is not None:
        spans = [finding.source]
    else:
        assert finding.target is not None  # noqa: S101  Finding refuses to be made without a span
        passage = Passage(pair.target, finding.target, Kind.SENTENCE)
        spans = [segment.span for segment in pair.counterpart(passage)]
    for span in spans:
        yield from segments_at(pair.source, span)


def segments_at(document: Document, span: Span) -> Sequence[Segment]:
    """The sentences of a document that a span touches."""
    starts, ends = _bounds(document)
    first = bisect_right(ends, span.start)
    return document.segments[first : max(first, bisect_left(starts, max(span.end, span.start + 1)))]


@remembered
def _bounds(document: Document) -> tuple[list[int], list[int]]:
    return (
        [segment.span.start for segment in document.segments],
        [segment.span.end for segment in document.segments],
    )


def _cut(document: Document, span: Span | None) -> str:
    return "" if span is None else _normalised(document.text[span.start : span.end])


def _normalised(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
