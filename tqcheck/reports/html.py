"""One self-contained page for an editor: both texts side by side, with the passages marked."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqcheck.documents.comments import as_comment
from tqcheck.model import Example, Finding, Result, Rule, Segment, Severity, Span
from tqcheck.reports.formats import SEVERITIES, Run, flagged, unjudged
from tqcheck.reports.pages import page
from tqcheck.reports.positions import right_to_left, visible, where

#: How high a finding stands in the strip, of 12.
_HEIGHTS = {Severity.CRITICAL: 12, Severity.MAJOR: 8, Severity.MINOR: 5}
#: How many rules the head names.
_FREQUENT = 8
#: How many examples of a rule it shows of what is flagged, and of what is accepted.
_EXAMPLES = 2
#: Code points shown on both sides of a cure.
_AROUND = 32
_QUOTED = re.compile(r"“([^”]*)”")


class Piece(NamedTuple):
    """A stretch of a passage, with the findings there, the gravest first."""

    text: str
    cards: tuple["Card", ...] = ()
    #: Those that begin here: a label stands once.
    begun: tuple["Card", ...] = ()
    #: Whether an example shows it as flagged.
    shown: bool = False


class Side(NamedTuple):
    """One side of a bead; no pieces where the counterpart is missing."""

    language: str
    direction: str
    pieces: tuple[Piece, ...]


class Cure(NamedTuple):
    """The target before and after a cure, with what stands around it."""

    before: str
    old: str
    new: str
    after: str
    safe: bool


class Card(NamedTuple):
    """What the page says of one finding."""

    id: str
    number: int
    finding: Finding
    rule: Rule
    #: Pieces of the message: text, and whether it is quoted from an article.
    message: tuple[tuple[str, bool], ...]
    place: str
    cure: Cure | None
    #: What suppresses it, and where it is to be written.
    silencing: tuple[str, str]
    #: Why it was suppressed, and the words that it flags.
    reason: str
    quote: str
    #: The place in the article, in hundredths.
    share: float


class Row(NamedTuple):
    """A bead, and the cards of the findings in it."""

    source: Side
    target: Side
    cards: tuple[Card, ...]


class Article(NamedTuple):
    """One pair of texts."""

    number: int
    source_path: str
    target_path: str
    source_language: str
    target_language: str
    #: What is new, by severity.
    counts: dict[str, int]
    cards: tuple[Card, ...]
    rows: tuple[Row, ...]
    #: Where the findings sit: a path of SVG for each severity, in a box of 100 by 12.
    strip: dict[str, str]


class Manual(NamedTuple):
    """What the page tells of a rule that found something."""

    rule: Rule
    found: int
    measured: str
    flagged: tuple[tuple[Side, ...], ...]
    accepted: tuple[tuple[Side, ...], ...]


def render(results: Sequence[Result], run: Run) -> str:
    """The results as one HTML page that needs no network and no script to be read."""
    ids: Counter[str] = Counter()
    articles = [_article(number, result, ids) for number, result in enumerate(results, 1)]
    findings = [finding for result in results for finding in result.findings]
    found = Counter(finding.by.id for finding in findings)
    rules = {finding.by.id: finding.by for finding in findings}
    not_run = unjudged(results)
    return page(
        "report",
        version=run.version,
        articles=articles,
        pairs=sorted({(a.source_language, a.target_language) for a in articles}),
        verdict=_verdict(findings, len(results)),
        counts={
            severity.value: Counter(f.state for f in findings if f.severity is severity)
            for severity in SEVERITIES
        },
        frequent=Counter(f.by.id for f in findings if f.state == "new").most_common(_FREQUENT),
        not_run=dict(sorted(not_run.items())),
        idle=len({rule for rules in not_run.values() for rule in rules}),
        signatures=sorted({visible(result.signature) for result in results}),
        manuals=[_manual(rule, found[name], run) for name, rule in sorted(rules.items())],
    )


def _verdict(findings: Sequence[Finding], pairs: int) -> str:
    """What came out, in words."""
    texts = "one translation" if pairs == 1 else f"{pairs:,} translations"
    new = Counter(finding.severity for finding in findings if finding.state == "new")
    if not new:
        return f"Nothing new was found in {texts}."
    passages = "One passage" if new.total() == 1 else f"{new.total():,} passages"
    if new[Severity.CRITICAL]:
        gravity = f"{new[Severity.CRITICAL]:,} could mislead or harm a reader"
    elif new[Severity.MAJOR]:
        gravity = f"{new[Severity.MAJOR]:,} lost, changed or broke something"
    else:
        gravity = "all of them only look wrong"
    return f"{passages} in {texts} should be looked at: {gravity}."


def _article(number: int, result: Result, ids: Counter[str]) -> Article:
    pair = result.pair
    cards = tuple(_card(n, result, finding, ids) for n, finding in enumerate(result.findings, 1))
    sources = _Shown([bead.source for bead in pair.beads])
    targets = _Shown([bead.target for bead in pair.beads])
    owned: dict[int, list[Card]] = {}
    for card in cards:
        source, target = card.finding.source, card.finding.target
        touched = [sources.mark(source, card), targets.mark(target, card)]
        gap = target is not None and target.start == target.end and source is not None
        owned.setdefault(touched[0 if gap or target is None else 1], []).append(card)
    rows = tuple(
        Row(sources.side(index), targets.side(index), tuple(owned.get(index, ())))
        for index in range(len(pair.beads))
    )
    new = Counter(f.severity for f in result.findings if f.state == "new")
    return Article(
        number=number,
        source_path=visible(pair.source.path) or "source",
        target_path=visible(pair.target.path) or "target",
        source_language=pair.source.language,
        target_language=pair.target.language,
        counts={severity.value: new[severity] for severity in SEVERITIES},
        cards=cards,
        rows=rows,
        strip={
            severity.value: "".join(
                f"M{min(card.share, 99):g} {12 - _HEIGHTS[severity]}h1V12h-1z"
                for card in cards
                if card.finding.severity is severity
            )
            for severity in SEVERITIES
        },
    )


class _Shown:
    """One side of every bead, with the findings that touch it."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._marks: dict[int, list[tuple[Span, Card]]] = {}
        there = sorted(
            (*segment.span, i) for i, segment in enumerate(segments) if not segment.empty
        )
        self._starts = [start for start, _, _ in there]
        self._ends = [end for _, end, _ in there]
        self._numbers = [number for _, _, number in there]

    def mark(self, span: Span | None, card: Card) -> int:
        """Mark a span, and tell in which bead it begins, or which is nearest."""
        if span is None or not self._numbers:
            return 0
        document = self._segments[self._numbers[0]].document
        if span.start > self._ends[-1] and document.offsets is not None:
            # Markup outside the prose: beside what stands before it in the file.
            offsets = document.offsets
            before = bisect_left(self._starts, offsets[span.start], key=offsets.__getitem__)
            return self._numbers[max(0, before - 1)]
        first = min(bisect_left(self._ends, span.start), len(self._ends) - 1)
        behind = max(first + 1, bisect_left(self._starts, span.end))
        for number in self._numbers[first:behind]:
            if span.overlaps(self._segments[number].span):
                self._marks.setdefault(number, []).append((span, card))
                if span.start == span.end:
                    break
        return self._numbers[first]

    def side(self, number: int) -> Side:
        segment = self._segments[number]
        language = segment.document.language
        if segment.empty:
            return Side(language, "ltr", ())
        pieces = _pieces(segment.document.text, segment.span, self._marks.get(number, ()))
        return Side(language, "rtl" if right_to_left(segment.text) else "ltr", tuple(pieces))


def _card(number: int, result: Result, finding: Finding, ids: Counter[str]) -> Card:
    pair, place = result.pair, result.place(finding)
    name = f"f-{finding.fingerprint or number}"
    ids[name] += 1
    if ids[name] > 1:
        name = f"{name}-{ids[name]}"
    document = pair.target if finding.target is not None else pair.source
    told, words = flagged(result, finding)
    return Card(
        id=name,
        number=number,
        finding=finding,
        rule=finding.by,
        message=tuple(_message(visible(finding.message))),
        place=where(place),
        cure=_cure(result, finding),
        silencing=_silencing(place.path, finding),
        reason=visible(finding.reason),
        quote=visible(told.text[slice(*words)]),
        share=round(100 * place.start / max(1, len(document.file_text)), 1),
    )


def _message(message: str) -> Iterator[tuple[str, bool]]:
    end = 0
    for match in _QUOTED.finditer(message):
        yield message[end : match.start(1)], False
        yield match.group(1), True
        end = match.end(1)
    yield message[end:], False


def _cure(result: Result, finding: Finding) -> Cure | None:
    fix = finding.fix
    if fix is None:
        return None
    text = result.pair.target.text
    start, end = fix.span
    line_end = text.find("\n", end)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end : line_end if line_end >= 0 else None].rstrip()
    if len(before) > _AROUND:
        torn, _, whole = before[-_AROUND:].partition(" ")
        before = f"…{whole or torn}"
    if len(after) > _AROUND:
        whole, _, torn = after[:_AROUND].rpartition(" ")
        after = f"{whole or torn}…"
    return Cure(
        visible(before),
        visible(text[start:end]),
        visible(fix.replacement),
        visible(after),
        fix.safe,
    )


def _silencing(path: str, finding: Finding) -> tuple[str, str]:
    """What suppresses a finding, and where it is to be written."""
    comment = as_comment(path, finding.by.id, "reason")
    if comment is not None:
        return comment, "there"
    entry = {"rule": finding.by.id, "fingerprint": finding.fingerprint, "reason": "reason"}
    lines = "".join(f'\n{key} = "{value}"' for key, value in entry.items())
    return f"[[ignore]]{lines}", "into tqcheck-ignore.toml"


def _pieces(text: str, whole: Span, marks: Sequence[tuple[Span, Card]]) -> Iterator[Piece]:
    """A passage cut where findings begin and end."""
    cut = [
        (Span(max(span.start, whole.start), min(span.end, whole.end)), card) for span, card in marks
    ]
    edges = sorted({*whole, *(edge for span, _ in cut for edge in span)})
    cut.sort(key=lambda one: -one[1].finding.severity.rank)
    shown: set[str] = set()
    for start, end in zip(edges, [*edges[1:], edges[-1]], strict=True):
        gaps = tuple(card for span, card in cut if span == (start, start))
        over = tuple(card for span, card in cut if span.start <= start < end <= span.end)
        for piece, cards in (("", gaps), (visible(text[start:end]), over)):
            if piece or cards:
                begun = tuple(card for card in cards if card.id not in shown)
                yield Piece(piece, cards, begun)
                shown.update(card.id for card in begun)


def _manual(rule: Rule, found: int, run: Run) -> Manual:
    manual = rule.manual
    return Manual(
        rule,
        found,
        str(run.measured(rule.id)),
        tuple(map(_example, manual.flagged[:_EXAMPLES])),
        tuple(map(_example, manual.accepted[:_EXAMPLES])),
    )


def _example(example: Example) -> tuple[Side, ...]:
    return tuple(
        Side(language, "rtl" if right_to_left(text) else "ltr", tuple(_exemplary(text, spans)))
        for language, text, spans in example.sides
    )


def _exemplary(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    end = 0
    for span in spans:
        yield Piece(text[end : span.start])
        yield Piece(text[slice(*span)], shown=True)
        end = span.end
    yield Piece(text[end:])
