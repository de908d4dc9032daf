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
    extend: Iterable[str] = (),
) -> tuple[Rule, ...]:
    """The rules named by `select` (all stable ones when empty) and by `extend`, without those of
    `ignore`.

    Names are rule ids or families. Naming a preview rule itself turns it on; `preview` turns
    on those that a family or the default brings.

    Raises UnknownRule for any other name.
    """
    chosen, added, dropped = _named(rules, select), _named(rules, extend), _named(rules, ignore)
    by_name = {rule.id for rule in rules} & {*select, *extend}
    return tuple(
        rule
        for rule in rules
        if (not chosen or rule in chosen or rule in added)
        and rule not in dropped
        and (preview or rule.status == "stable" or rule.id in by_name)
    )


def _named(rules: Sequence[Rule], names: Iterable[str]) -> set[Rule]:
    found: set[Rule] = set()
    for name in names:
        matching = {rule for rule in rules if name in (rule.id, rule.family)}
        if not matching:
            raise UnknownRule(f"no rule or family is called '{name}'{suggestion(rules, name)}")
        found |= matching
    return found


def suggestion(rules: Sequence[Rule], name: str) -> str:
    """The end of a complaint about a name that is no rule's and no family's."""
    from difflib import get_close_matches

    names = [rule.id for rule in rules] + [rule.family for rule in rules]
    close = get_close_matches(name, names, n=1)
    return f": did you mean '{close[0]}'?" if close else ": `tqcheck rules` lists them"
