"""tqcheck rules, tqcheck explain"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli.errors import Refusal

if TYPE_CHECKING:
    from tqcheck.model import Example, Rule, Span


def rules() -> None:
    """List the rules: severity, name, and what each flags."""
    from tqcheck.rules import all_rules

    widest = max(len(rule.id) for rule in all_rules())
    family = ""
    for rule in all_rules():
        if rule.family != family:
            family = rule.family
            typer.echo(typer.style(family, bold=True))
        preview = " (preview)" if rule.status == "preview" else ""
        typer.echo(f"  {rule.severity:<8}  {rule.id:<{widest}}  {rule.manual.summary}{preview}")


def explain(
    rule: Annotated[str, typer.Argument(help="The rule's name, e.g. number-changed.")],
) -> None:
    """Explain a rule: what it flags, why, with examples, options and what it was measured at."""
    from tqcheck.filters import UnknownRule, selected
    from tqcheck.rules import all_rules

    try:
        found = selected(all_rules(), [rule], preview=True)
    except UnknownRule as error:
        raise Refusal(str(error)) from error
    for number, one in enumerate(found):
        if number:
            typer.echo("")
        typer.echo("\n".join(_page(one)))


def _page(rule: "Rule") -> Iterator[str]:
    from tqcheck.rules.measured import measured

    manual = rule.manual
    yield typer.style(rule.id, bold=True)
    yield f"{rule.severity} · {rule.family} · MQM {rule.mqm} · {rule.status}"
    yield ""
    yield manual.summary
    yield ""
    yield manual.why
    for title, examples in (("Flagged", manual.flagged), ("Accepted", manual.accepted)):
        yield ""
        yield typer.style(f"{title}:", bold=True)
        for example in examples:
            yield from _example(example)
    if rule.options:
        yield ""
        yield typer.style("Options:", bold=True)
        for name, default in rule.options.items():
            yield f"  {name} = {default!r}"
    yield ""
    yield f"Measured: {measured(rule.id)}."


def _example(example: "Example") -> Iterator[str]:
    for line in example.glossary.splitlines():
        yield f"  glossary: {line}"
    for language, text, spans in example.sides:
        for line in _remarked(text, spans).split("\n" if example.one_file else "\n\n"):
            yield f"  {language}: {line}"


def _remarked(text: str, spans: tuple["Span", ...]) -> str:
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}[[{text[span.start : span.end]}]]{text[span.end :]}"
    return text
