"""tqcheck check"""

from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli.errors import Refusal
from tqcheck.cli.outputs import Format, Outputs, report, wanted
from tqcheck.cli.texts import From, Source, Target, To, documents
from tqcheck.model import Result, Severity

if TYPE_CHECKING:
    from tqcheck.model import Rule

FOUND = 1


Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="RULE", help="Run only these rules or families. Repeatable, or a,b."
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="RULE", help="Leave out these rules or families. Repeatable, or a,b."
    ),
]
Preview = Annotated[
    bool, typer.Option("--preview", help="Run the rules that are still on trial, too.")
]
FailOn = Annotated[
    Severity,
    typer.Option("--fail-on", help="Exit with 1 from this severity on.", case_sensitive=False),
]


def check(
    source: Source,
    target: Target,
    from_: From = None,
    to: To = None,
    select: Select = None,
    ignore: Ignore = None,
    preview: Preview = False,
    fail_on: FailOn = Severity.MAJOR,
    output_format: Format = None,
    output: Outputs = None,
) -> None:
    """Check a translation against its source.

    Exits with 0 when nothing new is at or above --fail-on, with 1 when something is, and with 2
    when it could not check.

    Examples:

        tqcheck check article.fr.txt article.en.txt

        tqcheck check article.txt translated.txt --from de --to en --output-format json

        tqcheck check article.fr.txt article.en.txt --ignore page-chrome,locale --fail-on critical

        tqcheck check article.fr.txt article.en.txt -o json:findings.json -o jsonl:findings.jsonl
    """
    files = wanted(output)
    chosen = rules_chosen(select, ignore, preview)
    from tqcheck import session

    result = session.check(*documents(source, target, from_, to), chosen)
    report([result], output_format or "text", files, fail_on)
    broken = [item for item in result.not_run if item.broken]
    if broken:
        raise Refusal(
            "; ".join(f"rule {item.rule} {item.reason}" for item in broken)
            + ": the other rules ran"
        )
    raise typer.Exit(exit_status([result], fail_on))


def rules_chosen(
    select: list[str] | None, ignore: list[str] | None, preview: bool
) -> tuple["Rule", ...]:
    """The rules that the options choose; raises Refusal for an unknown name."""
    from tqcheck.filters import UnknownRule, selected
    from tqcheck.rules import all_rules

    try:
        chosen = selected(all_rules(), _names(select), _names(ignore), preview)
    except UnknownRule as error:
        raise Refusal(str(error)) from error
    if not chosen:
        raise Refusal("no rule is left to run: see --select and --ignore")
    return chosen


def _names(options: list[str] | None) -> list[str]:
    return [name.strip() for option in options or () for name in option.split(",") if name.strip()]


def exit_status(results: list[Result], fail_on: Severity) -> int:
    """1 when a new finding is at least as grave as `fail_on`, else 0."""
    return FOUND * any(
        finding.state == "new" and finding.severity.rank >= fail_on.rank
        for result in results
        for finding in result.findings
    )
