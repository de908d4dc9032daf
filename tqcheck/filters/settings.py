"""Rules with the severities and options that a configuration gives them."""

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from tqcheck.filters.selection import UnknownRule, suggestion
from tqcheck.model import Rule, Severity

SEVERITY = "severity"


class BadOption(ValueError):
    """An option that a rule does not have, or a value that it cannot have."""


class Configured(NamedTuple):
    """Rules to run, and the options that differ from their defaults."""

    rules: tuple[Rule, ...]
    options: Mapping[str, Mapping[str, Any]]


def configured(
    chosen: Sequence[Rule],
    every: Sequence[Rule],
    tables: Mapping[str, Mapping[str, Any]],
) -> Configured:
    """The chosen rules as the [rules.NAME] tables set them.

    Raises UnknownRule and BadOption, for the rules that are not chosen as well.
    """
    by_id = {rule.id: rule for rule in every}
    for name, table in tables.items():
        if name not in by_id:
            raise UnknownRule(f"rules.{name}: no rule is called so{suggestion(every, name)}")
        for option, value in table.items():
            _demand(by_id[name], option, value)
    return Configured(
        tuple(_graded(rule, tables.get(rule.id, {})) for rule in chosen),
        {
            rule.id: options
            for rule in chosen
            if (options := {k: v for k, v in tables.get(rule.id, {}).items() if k != SEVERITY})
        },
    )


def option_types(rule: Rule) -> dict[str, tuple[type, ...]]:
    """Option → the types its value may have, from the annotations of the rule's function."""
    hints = typing.get_type_hints(rule.check)
    return {name: _types(hints[name]) for name in rule.options}


def _types(hint: Any) -> tuple[type, ...]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return tuple(one for part in typing.get_args(hint) for one in _types(part))
    found = origin or hint
    if found in (tuple, set, frozenset) or not isinstance(found, type):
        found = list
    return (int, float) if found is float else (found,)


def _graded(rule: Rule, table: Mapping[str, Any]) -> Rule:
    severity = Severity(table.get(SEVERITY, rule.severity))
    return rule if severity is rule.severity else replace(rule, severity=severity)


def _demand(rule: Rule, option: str, value: Any) -> None:
    where = f"rules.{rule.id}.{option}"
    if option == SEVERITY:
        if value not in list(Severity):
            raise BadOption(f"{where} is {value!r:.60}, but has to be one of {', '.join(Severity)}")
        return
    allowed = option_types(rule)
    if option not in allowed:
        raise BadOption(f"{where}: there is no such option{_nearest(option, rule)}")
    wanted = allowed[option]
    if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
        names = " or ".join(dict.fromkeys(one.__name__ for one in wanted))
        raise BadOption(f"{where} is {value!r:.60}, but has to be of type {names}")


def _nearest(option: str, rule: Rule) -> str:
    from difflib import get_close_matches

    names = [SEVERITY, *rule.options]
    close = get_close_matches(option, names, n=1)
    return f": did you mean '{close[0]}'?" if close else f": there are {', '.join(names)}"
