"""The figures as text, as JSON, and as the table from which rules take what they were measured at."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tqcheck.evaluation.figures import Figures, interval
from tqcheck.model import Rule
from tqcheck.reports.tables import laid_out

_KEYS = ("true", "found", "hits", "placed", "alarms", "segments")


def as_text(figures: Figures, rules: Sequence[Rule]) -> str:
    """Every count that there is, as tables."""
    parts = [_rule_table(figures, rules)]
    if figures.clean:
        parts.append(_clean_table(figures))
    if figures.marked:
        parts.append(_category_table(figures))
    if figures.phenomena:
        parts.append(_contrast_table(figures))
    return "\n\n".join(parts) + "\n"


def _rule_table(figures: Figures, rules: Sequence[Rule]) -> str:
    families: defaultdict[str, list[str]] = defaultdict(list)
    for rule in rules:
        families[rule.family].append(rule.id)
    head = (
        "rule",
        "fired",
        *("on articles", "recall", "hit a marked error", "95 %"),
        *("alarms", "in 1,000 clean"),
    )
    lines: list[Sequence[str]] = [head]
    for family, members in families.items():
        lines += [_rule_line(figures, name, [name]) for name in members]
        lines.append(_rule_line(figures, f"= {family}", members))
    lines.append(_rule_line(figures, "= all", [rule.id for rule in rules]))
    return _table(lines)


def _rule_line(figures: Figures, name: str, rules: Iterable[str]) -> Sequence[str]:
    row = {key: sum(getattr(figures, key)[rule] for rule in rules) for key in _COUNTED}
    low, high = interval(row["hits"], row["placed"])
    clean = figures.clean.total()
    return (
        name,
        f"{row['found'] + row['fired'] + row['alarms']:,}",
        _share(row["true"], row["found"]),
        _share(row["hit"], row["wanted"]),
        _share(row["hits"], row["placed"]),
        f"{low:.0%}–{high:.0%}" if row["placed"] else "",
        f"{row['alarms']:,}" if clean else "",
        f"{1000 * row['alarms'] / clean:.2f}" if clean else "",
    )


_COUNTED = ("true", "found", "hit", "wanted", "hits", "placed", "fired", "alarms")


def _clean_table(figures: Figures) -> str:
    lines: list[Sequence[str]] = [
        ("clean set", "segments", "alarms", "in 1,000", "flagged in 1,000")
    ]
    for name, count in sorted(figures.clean.items()):
        alarms, flagged = figures.clean_alarms[name], figures.clean_flagged[name]
        lines.append(
            (name, f"{count:,}", f"{alarms:,}", _rate(alarms, count), _rate(flagged, count))
        )
    return _table(lines)


def _category_table(figures: Figures) -> str:
    lines: list[Sequence[str]] = [("errors marked as", "found")]
    lines += [
        (name, _share(figures.met[name], count)) for name, count in sorted(figures.marked.items())
    ]
    lines.append(("= all", _share(figures.met.total(), figures.marked.total())))
    return _table(lines)


def _contrast_table(figures: Figures) -> str:
    lines: list[Sequence[str]] = [("damaged by", "pairs", "accuracy", "tied", "lost")]
    for name in (*figures.phenomena, None):
        one = figures.contrast(name)
        pairs = sum(one)
        lines.append(
            (
                name or "= all",
                f"{pairs:,}",
                f"{one.accuracy:.1%}",
                f"{one.tied / pairs:.1%}",
                f"{one.lost / pairs:.1%}",
            )
        )
    return _table(lines)


def _rate(count: int, of: int) -> str:
    return f"{1000 * count / of:.1f}"


def _share(part: int, of: int) -> str:
    return f"{part / of:.0%} ({part:,}/{of:,})" if of else ""


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *lines = laid_out(rows)
    return "\n".join((head, "-" * max(map(len, (head, *lines))), *lines))


def as_json(figures: Figures, rules: Sequence[Rule]) -> dict[str, Any]:
    """Every count that there is, for programs."""
    clean = figures.clean.total()
    return {
        "articles": figures.articles,
        "segments": dict(sorted(figures.segments.items())),
        "rules": {
            rule.id: {
                "family": rule.family,
                **{key: getattr(figures, key)[rule.id] for key in _COUNTED},
                "alarms_per_1000": 1000 * figures.alarms[rule.id] / clean if clean else None,
            }
            for rule in rules
        },
        "clean": {
            name: {
                "segments": count,
                "alarms": figures.clean_alarms[name],
                "flagged": figures.clean_flagged[name],
            }
            for name, count in sorted(figures.clean.items())
        },
        "categories": {
            name: {"found": figures.met[name], "marked": count}
            for name, count in sorted(figures.marked.items())
        },
        "contrast": {
            name or "all": {
                **figures.contrast(name)._asdict(),
                "accuracy": figures.contrast(name).accuracy,
            }
            for name in (*figures.phenomena, None)
        }
        if figures.phenomena
        else {},
    }


def measured_table(before: str, figures: Figures, rules: Sequence[Rule]) -> str:
    """The table of what rules were measured at, as TOML: new entries for the rules that ran, the
    others as they were.
    """
    table = tomllib.loads(before)
    clean = figures.clean.total()
    for rule in rules:
        counts = {key: getattr(figures, key)[rule.id] for key in _KEYS[:-1]}
        table[rule.id] = {**counts, "segments": clean}
    return "\n".join(_toml(table))


def _toml(table: dict[str, dict[str, int]]) -> Iterator[str]:
    yield "# Written by `tqcheck evaluate --write`.\n"
    for name, entry in sorted(table.items()):
        yield f"[{name}]"
        yield from (f"{key} = {value}" for key, value in entry.items())
        yield ""
