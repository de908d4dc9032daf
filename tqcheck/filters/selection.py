"""Which rules run."""

from collections.abc import Iterable, Sequence

from tqcheck.model import Rule


class UnknownRule(ValueError):
    """A name that is neither a rule nor a family."""


def selected(
    rules: Sequence[Rule],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    preview: bool = False,
) -> tuple[Rule, ...]:
    """The rules named by `select` (all stable ones when empty) without those of `ignore`.

    Names are rule ids or families. Naming a preview rule itself turns it on; `preview` turns
    on those that a family or the default brings.

    Raises UnknownRule for any other name.
    """
    chosen, dropped = _named(rules, select), _named(rules, ignore)
    by_name = {rule.id for rule in rules} & set(select)
    return tuple(
        rule
        for rule in rules
        if (not chosen or rule in chosen)
        and rule not in dropped
        and (preview or rule.status == "stable" or rule.id in by_name)
    )


def _named(rules: Sequence[Rule], names: Iterable[str]) -> set[Rule]:
    found: set[Rule] = set()
    for name in names:
        matching = {rule for rule in rules if name in (rule.id, rule.family)}
        if not matching:
            raise UnknownRule(f"no rule or family is called '{name}'{_suggestion(rules, name)}")
        found |= matching
    return found


def _suggestion(rules: Sequence[Rule], name: str) -> str:
    from difflib import get_close_matches

    names = [rule.id for rule in rules] + [rule.family for rule in rules]
    close = get_close_matches(name, names, n=1)
    return f": did you mean '{close[0]}'?" if close else ": `tqcheck rules` lists them"
