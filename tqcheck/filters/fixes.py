"""Cures: which of them go together, what they change in the file, and what became of them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from tqcheck.model import Document, Finding, Fix, Result, Rule, Span

#: Code points of the longest stretch of which the unchanged middle is looked for.
_LONGEST = 2000


class Edit(NamedTuple):
    """Code points `start`–`end` of a text become `text`."""

    start: int
    end: int
    text: str


def curable(result: Result, *, unsafe: bool) -> list[Finding]:
    """The new findings that have a cure, in the order of the text; the safe ones, or all."""
    found = [
        finding
        for finding in result.findings
        if finding.state == "new" and finding.fix is not None and (unsafe or finding.fix.safe)
    ]
    return sorted(found, key=lambda finding: (_fix(finding).span, _fix(finding).replacement))


def apart(findings: Iterable[Finding]) -> list[Finding]:
    """Of curable findings in the order of the text, those whose cures do not touch each other."""
    kept: list[Finding] = []
    behind = -1
    for finding in findings:
        span = _fix(finding).span
        if span.start > behind:
            kept.append(finding)
            behind = span.end
    return kept


def edits(document: Document, findings: Iterable[Finding]) -> list[Edit] | None:
    """What the cures change in the file, each as little as it can; None where a cure would have
    to change markup.
    """
    found: list[Edit] = []
    for finding in findings:
        for edit in _smallest(document.text, _fix(finding)):
            placed = _in_file(document, edit)
            if placed is None:
                return None
            found.append(placed)
    return found


def in_prose(findings: Iterable[Finding]) -> list[Edit]:
    """What the cures change in `Document.text`."""
    cures = [_fix(finding) for finding in findings]
    return [Edit(*fix.span, fix.replacement if fix.prose is None else fix.prose) for fix in cures]


def edited(text: str, changes: Sequence[Edit]) -> str:
    """The text after changes that stand in its order and do not overlap."""
    parts, done = [], 0
    for change in changes:
        parts += [text[done : change.start], change.text]
        done = change.end
    return "".join([*parts, text[done:]])


class Moved:
    """Where the places of a text are after changes."""

    def __init__(self, changes: Sequence[Edit]) -> None:
        self._changes = changes
        self._starts = [change.start for change in changes]
        self._shifts = [0]
        for change in changes:
            grown = len(change.text) - (change.end - change.start)
            self._shifts.append(self._shifts[-1] + grown)

    def span(self, span: Span) -> Span:
        """A span after the changes; what they put into it or at its edges belongs to it."""
        start = self._place(span.start, behind=False)
        return Span(start, max(start, self._place(span.end, behind=True)))

    def _place(self, place: int, *, behind: bool) -> int:
        number = bisect_right(self._starts, place)
        if number:
            change = self._changes[number - 1]
            if place <= change.end:
                start = change.start + self._shifts[number - 1]
                return start + len(change.text) if behind else start
        return place + self._shifts[number]


def uncured(after: Result, tried: Sequence[Finding]) -> list[Finding]:
    """Those of the findings that were to be cured which are found again."""
    again = _Again(tried, Moved(in_prose(tried)))
    return [again_ for finding in after.findings for again_ in again.before(finding)]


def made(before: Result, after: Result, tried: Sequence[Finding]) -> list[Finding]:
    """The findings that there were not before, not even hidden."""
    known = [*before.findings, *(entry.finding for entry in before.hidden)]
    again = _Again(known, Moved(in_prose(tried)))
    return [finding for finding in after.findings if not again.before(finding)]


class _Again:
    """Findings, to be recognised after changes of the translation."""

    def __init__(self, findings: Iterable[Finding], moved: Moved) -> None:
        self._of_rule: defaultdict[Rule, list[tuple[Finding, Span | None]]] = defaultdict(list)
        for finding in findings:
            target = moved.span(finding.target) if finding.target is not None else None
            self._of_rule[finding.by].append((finding, target))

    def before(self, after: Finding) -> list[Finding]:
        """Those by which the same rule said the same of the same place."""
        return [
            finding
            for finding, target in self._of_rule.get(after.by, ())
            if _overlap(target, after.target)
            or (None in (target, after.target) and _overlap(finding.source, after.source))
        ]


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _fix(finding: Finding) -> Fix:
    assert finding.fix is not None  # noqa: S101  only findings that have one are asked
    return finding.fix


def _smallest(text: str, fix: Fix) -> list[Edit]:
    """The cure without what it leaves as it is."""
    (start, end), new = fix.span, fix.replacement
    old = text[start:end]
    same = _same_beginning(old, new)
    start, old, new = start + same, old[same:], new[same:]
    same = _same_beginning(old[::-1], new[::-1])
    old, new = old[: len(old) - same], new[: len(new) - same]
    if not old or not new or max(len(old), len(new)) > _LONGEST:
        return [Edit(start, start + len(old), new)]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        Edit(start + first, start + last, new[begin:end_])
        for kind, first, last, begin, end_ in matcher.get_opcodes()
        if kind != "equal"
    ]


def _same_beginning(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _in_file(document: Document, edit: Edit) -> Edit | None:
    """The edit of the file that is this edit of the prose; None where markup stands between."""
    place = document.locate(Span(edit.start, edit.end))
    prose = document.text[edit.start : edit.end]
    if "<" in place.text and "<" not in prose:
        return None
    return Edit(place.start, place.end, document.written(edit.text))
