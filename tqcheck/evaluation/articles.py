"""Whole articles with the findings that are expected in them.

A folder has `about.toml` (source_language, target_language), `source.<language>.txt`,
`target.<language>.txt`, and in `findings.jsonl` one expected finding a line: its rule, what
other rules may report it (`also`), its severity, and an excerpt of the target or the source
with the passage in [[…]].
"""

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tqcheck.evaluation.figures import Figures
from tqcheck.model import Result, Rule, Severity, Span, marked
from tqcheck.session import check, document


class BadGold(ValueError):
    """Annotations that cannot be read, or do not fit their text."""


class Expected(NamedTuple):
    """One line of findings.jsonl: the excerpt's `[[…]]` as a span of its text."""

    rule: str
    also: tuple[str, ...]
    severity: Severity
    side: str
    span: Span
    text: str


class Outcome(NamedTuple):
    """Expected and found, laid over each other."""

    matched: list[tuple[str, Severity]]
    missed: list[Expected]
    surplus: list[str]
    true: list[tuple[str, Severity]]
    false: list[tuple[str, Severity]]


def articles(root: Path) -> list[Path]:
    """The folders of articles below a folder, in order."""
    return sorted(path.parent for path in root.rglob("about.toml"))


def texts(article: Path) -> tuple[tuple[str, str], tuple[str, str]]:
    """(language, text) of the source and of the target; raises BadGold."""
    try:
        about = tomllib.loads((article / "about.toml").read_text(encoding="utf-8"))
        source, target = about["source_language"], about["target_language"]
        return (
            (source, (article / f"source.{source}.txt").read_text(encoding="utf-8")),
            (target, (article / f"target.{target}.txt").read_text(encoding="utf-8")),
        )
    except (OSError, ValueError, KeyError) as error:
        raise BadGold(f"{article} is no article: {error}") from error


def expected(article: Path) -> list[Expected]:
    """The findings expected in an article; raises BadGold."""
    (_, source), (_, target) = texts(article)
    path = article / "findings.jsonl"
    result = []
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            side = "target" if "target" in entry else "source"
            whole = target if side == "target" else source
            excerpt, (span,) = marked(entry[side])
            if whole.count(excerpt) != 1:
                raise BadGold(f"{path}: stands not once in the {side}: {excerpt}")
            start = whole.index(excerpt)
            place = Span(start + span.start, start + span.end)
            result.append(
                Expected(
                    entry["rule"],
                    tuple(entry.get("also", ())),
                    Severity(entry["severity"]),
                    side,
                    place,
                    whole[place.start : place.end],
                )
            )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise error if isinstance(error, BadGold) else BadGold(f"{path}: {error}") from error
    return result


def result_of(article: Path, rules: Sequence[Rule] | None = None) -> Result:
    """The check of an article; raises BadGold."""
    (source_language, source), (target_language, target) = texts(article)
    return check(document(source, source_language), document(target, target_language), rules)


def outcome(article: Path, rules: Sequence[Rule] | None = None) -> Outcome:
    """What is expected in an article and what is found; raises BadGold."""
    found = result_of(article, rules).findings
    matched: list[tuple[str, Severity]] = []
    missed: list[Expected] = []
    explained: set[int] = set()
    for entry in expected(article):
        hits = [
            number
            for number, finding in enumerate(found)
            if finding.by.id in (entry.rule, *entry.also)
            and (span := getattr(finding, entry.side)) is not None
            and span.overlaps(entry.span)
        ]
        explained.update(hits)
        if hits:
            matched.append((entry.rule, entry.severity))
        else:
            missed.append(entry)
    return Outcome(
        matched,
        missed,
        [
            f"{finding.by.id}: {finding.message}"
            for number, finding in enumerate(found)
            if number not in explained
        ],
        [(f.by.id, f.severity) for number, f in enumerate(found) if number in explained],
        [(f.by.id, f.severity) for number, f in enumerate(found) if number not in explained],
    )


def figures_of(article: Path, rules: Sequence[Rule]) -> Figures:
    """The counts of one article, for the rules that ran; raises BadGold."""
    laid, figures = outcome(article, rules), Figures()
    ran = {rule.id for rule in rules}
    figures.articles = 1
    figures.true.update(rule for rule, _ in laid.true)
    figures.found.update(rule for rule, _ in (*laid.true, *laid.false))
    figures.hit.update(rule for rule, _ in laid.matched if rule in ran)
    figures.wanted.update(rule for rule, _ in laid.matched if rule in ran)
    figures.wanted.update(entry.rule for entry in laid.missed if entry.rule in ran)
    return figures
