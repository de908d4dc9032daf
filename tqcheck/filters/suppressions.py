"""What somebody said not to report: comments in the texts, and a file beside them."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from tqcheck.config import as_toml
from tqcheck.documents.comments import comments
from tqcheck.filters.fingerprints import segments_at
from tqcheck.filters.selection import suggestion
from tqcheck.model import Comment, Document, Finding, Pair, Passage, Result, Rule, Span, Unused

_KEYS = ("pair", "rule", "text", "fingerprint", "reason")


class BadSuppression(ValueError):
    """An entry of a suppressions file that cannot be understood: which one, and why."""


class Entry(NamedTuple):
    """An [[ignore]] of a suppressions file: what is left out matches anything."""

    rule: str
    #: Glob of the source's or the translation's path.
    pair: str = "*"
    #: The flagged text, of either side.
    text: str = ""
    fingerprint: str = ""
    reason: str = ""


def entries(content: str) -> tuple[Entry, ...]:
    """The entries of a suppressions file (TOML); raises BadSuppression."""
    try:
        document = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise BadSuppression(f"is not TOML: {error}") from error
    listed = document.get("ignore", [])
    if set(document) - {"ignore"} or not isinstance(listed, list):
        raise BadSuppression("has to hold [[ignore]] tables and nothing else")
    return tuple(_entry(number, table) for number, table in enumerate(listed, 1))


def _entry(number: int, table: Any) -> Entry:
    where = f"[[ignore]] number {number}"
    if not isinstance(table, dict):
        raise BadSuppression(f"{where} is not a table")
    for key, value in table.items():
        if key not in _KEYS:
            raise BadSuppression(f"{where}: there is no key '{key}'; there are {', '.join(_KEYS)}")
        if not isinstance(value, str) or not value:
            raise BadSuppression(f"{where}: {key} has to be a string")
    if "rule" not in table:
        raise BadSuppression(f"{where}: name the rule")
    return Entry(**table)


def written(listed: Iterable[Entry]) -> str:
    """Entries as a suppressions file holds them, each behind an empty line."""
    return "".join(
        "\n[[ignore]]\n"
        + "".join(f"{key} = {as_toml(value)}\n" for key, value in entry._asdict().items() if value)
        for entry in listed
    )


class _Suppression(NamedTuple):
    """One name of one comment or entry: what it covers, and where it stands."""

    rule: str
    reason: str
    covers: Callable[[Finding], bool]
    path: str
    line: int


def suppressed(
    result: Result,
    every: Sequence[Rule],
    sidecar: Sequence[Entry] = (),
    paths: tuple[str, str] = ("", ""),
) -> tuple[Result, frozenset[Entry]]:
    """The result with what is suppressed marked so and what comments suppress in vain listed;
    and the entries of the file that were of use.

    `paths` are those of source and translation, as the file's globs see them; `every` are all
    rules that there are.
    """
    pair = result.pair
    used: set[int] = set()
    of_use: set[Entry] = set()
    stated = [one for side in (pair.source, pair.target) for one in _of_document(pair, side)]
    mine = [one for one in sidecar if any(fnmatchcase(path, one.pair) for path in paths)]
    if not stated and not mine:
        return result, frozenset()
    findings = []
    for finding in result.findings:
        names = {finding.by.id, finding.by.family}
        hits = [
            number for number, one in enumerate(stated) if one.rule in names and one.covers(finding)
        ]
        entry = next(
            (one for one in mine if one.rule in names and _means(one, pair, finding)), None
        )
        used.update(hits)
        if entry is not None:
            of_use.add(entry)
        if hits or entry is not None:
            reason = stated[hits[0]].reason if hits else entry.reason if entry else ""
            findings.append(replace(finding, state="suppressed", reason=reason))
        else:
            findings.append(finding)
    idle = [one for number, one in enumerate(stated) if number not in used]
    unused = tuple(_unused(idle, every, result.ran))
    return replace(result, findings=tuple(findings), unused=unused), frozenset(of_use)


def _means(entry: Entry, pair: Pair, finding: Finding) -> bool:
    texts = [
        side.text[span.start : span.end]
        for side, span in ((pair.source, finding.source), (pair.target, finding.target))
        if span is not None
    ]
    return (not entry.text or entry.text in texts) and (
        not entry.fingerprint or entry.fingerprint == finding.fingerprint
    )


def _unused(
    idle: Sequence[_Suppression], every: Sequence[Rule], ran: frozenset[str]
) -> Iterator[Unused]:
    for one in idle:
        known = [rule for rule in every if one.rule in (rule.id, rule.family)]
        if not one.rule:
            problem = "names no rule"
        elif not known:
            problem = f"names no rule or family{suggestion(every, one.rule)}"
        elif any(rule.id in ran for rule in known):
            problem = "suppresses nothing"
        else:
            continue  # the rule did not run, so nobody knows
        yield Unused(one.path, one.line, one.rule, problem)


def _of_document(pair: Pair, document: Document) -> Iterator[_Suppression]:
    text = document.file_text
    found = list(comments(text)) if document.comments is None else document.comments
    for number, comment in enumerate(found):
        if comment.verb == "on":
            continue
        line = text.count("\n", 0, comment.start) + 1
        for name in comment.names or ("",):
            start, end = _region(document, comment, name, found[number + 1 :])
            yield _Suppression(
                name, comment.reason, _covering(pair, document, start, end), document.path, line
            )


def _region(
    document: Document, comment: Comment, name: str, later: Sequence[Comment]
) -> tuple[int, int]:
    """The stretch of the file in which a comment holds."""
    text = document.file_text
    if comment.verb == "ignore-file":
        return 0, len(text)
    if comment.verb == "off":
        ends = (
            one.start for one in later if one.verb == "on" and (not one.names or name in one.names)
        )
        return comment.end, next(ends, len(text))
    if comment.about is not None:
        return comment.about
    line = text.rfind("\n", 0, comment.start) + 1
    line_end = text.find("\n", comment.end)
    line_end = len(text) if line_end < 0 else line_end
    if (text[line : comment.start] + text[comment.end : line_end]).strip():
        return line, line_end
    for block in document.blocks:
        place = document.locate(block.span)
        if place.start >= comment.end:
            return place.start, place.end
    return comment.end, comment.end


def _covering(pair: Pair, document: Document, start: int, end: int) -> Callable[[Finding], bool]:
    def covers(finding: Finding) -> bool:
        return any(_overlap(document, span, start, end) for span in _spans(pair, document, finding))

    return covers


def _overlap(document: Document, span: Span, start: int, end: int) -> bool:
    place = document.locate(span)
    return place.start < end and start < max(place.end, place.start + 1)


def _spans(pair: Pair, document: Document, finding: Finding) -> Iterator[Span]:
    """Where a finding is in one of the documents: its span, else what stands over against it."""
    mine, other = finding.source, finding.target
    if document is pair.target:
        mine, other = other, mine
    if mine is not None:
        yield mine
    elif other is not None:
        there = pair.source if document is pair.target else pair.target
        for segment in segments_at(there, other):
            passage = Passage(there, segment.span, segment.kind)
            yield from (side.span for side in pair.counterpart(passage))
