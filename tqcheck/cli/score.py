"""tqcheck score"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli.check import FOUND, rules_chosen
from tqcheck.cli.errors import Refusal, complain
from tqcheck.cli.options import From, Ignore, OutputShape, Preview, Select, Shape, To
from tqcheck.cli.texts import documents

if TYPE_CHECKING:
    from tqcheck.model import Document, Rule, Severity
    from tqcheck.scoring.systems import Comparison


def score(
    source: Annotated[Path, typer.Argument(help="The text as it was written.", show_default=False)],
    targets: Annotated[
        list[Path], typer.Argument(help="Its translation, or several.", show_default=False)
    ],
    from_: From = None,
    to: To = None,
    reference: Annotated[
        Path | None,
        typer.Option("--reference", metavar="FILE", help="Another translation to compare with."),
    ] = None,
    lines: Annotated[
        bool,
        typer.Option("--lines", help="Translation and reference correspond line by line."),
    ] = False,
    lowest: Annotated[
        int, typer.Option("--lowest", min=0, help="Show so many passages least like the reference.")
    ] = 3,
    weights: Annotated[
        str | None,
        typer.Option("--weights", help="What a finding costs: minor=1,major=5,critical=25."),
    ] = None,
    min_score: Annotated[
        float | None,
        typer.Option("--min-score", min=0, max=100, help="Exit with 1 where a score is below."),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    preview: Preview = False,
    output_format: OutputShape = Shape.TEXT,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page with a chart, too.")
    ] = None,
) -> None:
    """Score translations: 100 less the penalties for what was found, by 100 words of the source.

    With --reference also BLEU, chrF2++ and TER by sacrebleu, by paragraph of the reference; the
    passages least like it; and of several translations a paired bootstrap against the first.

    Examples:

        tqcheck score article.fr.txt article.en.txt --min-score 95

        tqcheck score article.fr.txt one.en.txt other.en.txt --reference human.en.txt --html compared.html
    """
    import json

    from tqcheck.cli.outputs import write
    from tqcheck.scoring.systems import as_html, as_json, as_text

    if len(set(targets)) < len(targets):
        raise Refusal("a translation is given twice")
    if lines and reference is None:
        raise Refusal("--lines says how the reference corresponds: give --reference")
    shown = _comparison(
        [documents(source, target, from_, to) for target in targets],
        documents(source, reference, from_, to)[1] if reference else None,
        _weights(weights),
        rules_chosen(select, ignore, preview),
        lines=lines,
        lowest=lowest,
    )
    if output_format is Shape.JSON:
        typer.echo(json.dumps(as_json(shown), indent=2, ensure_ascii=False))
    else:
        typer.echo(as_text(shown), nl=False)
    if html is not None:
        write(html, as_html(shown))
    below = [
        system
        for system in shown.systems
        if min_score is not None and system.penalty.score < min_score
    ]
    for system in below:
        complain(f"{system.name} scores {system.penalty.score:.1f}, below {min_score:g}")
    raise typer.Exit(FOUND if below else 0)


def _comparison(
    pairs: "Sequence[tuple[Document, Document]]",
    reference: "Document | None",
    weights: "dict[Severity, float]",
    rules: "Sequence[Rule]",
    *,
    lines: bool,
    lowest: int,
) -> "Comparison":
    from tqcheck.features.overlap import corpus_metrics, paired_bootstrap
    from tqcheck.scoring.penalties import penalty
    from tqcheck.scoring.references import UnequalLines, least_alike, units
    from tqcheck.scoring.systems import Comparison, System
    from tqcheck.segmentation import lined, segmented
    from tqcheck.session import check

    cut = lined if lines else segmented
    systems: list[System] = []
    texts: dict[str, list[str]] = {}
    references: list[str] = []
    signature = ""
    for source, target in pairs:
        result = check(source, target, rules)
        signature = result.signature
        for item in result.not_run:
            if item.broken:
                raise Refusal(f"{target.path}: rule {item.rule} {item.reason}: there is no score")
        system = System(target.path, penalty(result, weights))
        if reference is not None:
            again = cut(_again(target))
            try:
                found = units(again, cut(_again(reference)), lines=lines)
            except UnequalLines as error:
                raise Refusal(str(error)) from error
            texts[target.path] = [unit.text for unit in found]
            references = [unit.reference for unit in found]
            system = system._replace(
                metrics=corpus_metrics(texts[target.path], references, target.language),
                doubtful=least_alike(again, found, lowest),
            )
        systems.append(system)
    if reference is not None and len(texts) > 1:
        compared = paired_bootstrap(texts, references, reference.language)
        systems = [system._replace(compared=compared[system.name]) for system in systems]
    stated = {severity.value: weight for severity, weight in weights.items()}
    return Comparison(systems, stated, signature)


def _again(document: "Document") -> "Document":
    """The same text as a document that nothing is known of yet."""
    from tqcheck.session import document as read

    return read(document.file_text, document.language, document.path)


def _weights(option: str | None) -> "dict[Severity, float]":
    from tqcheck.model import Severity
    from tqcheck.scoring.penalties import WEIGHTS

    weights = dict(WEIGHTS)
    for part in (option or "").split(",") if option else ():
        name, _, value = part.partition("=")
        try:
            weight = float(value)
            severity = Severity(name.strip())
        except ValueError:
            weight, severity = -1.0, Severity.MINOR
        if not 0 <= weight < 1e6:
            raise Refusal(f"--weights {option}: write minor=1,major=5,critical=25")
        weights[severity] = weight
    return weights
