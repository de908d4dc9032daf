"""tqcheck evaluate"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli.check import rules_chosen
from tqcheck.cli.errors import Refusal, complain
from tqcheck.cli.options import From, Ignore, Jobs, OutputShape, Preview, Select, Shape, To
from tqcheck.cli.progress import with_progress
from tqcheck.cli.texts import demand_tags

if TYPE_CHECKING:
    from tqcheck.evaluation.figures import Figures
    from tqcheck.evaluation.segments import Gold

#: Segments that a process takes at a time.
_CHUNK = 250


def evaluate(
    gold: Annotated[
        list[Path],
        typer.Argument(
            help="Folders of articles with the findings expected in them, as in corpus/; files of"
            " JSON lines (plain, .gz or .zst) with annotated segments.",
            show_default=False,
        ),
    ],
    from_: From = None,
    to: To = None,
    select: Select = None,
    ignore: Ignore = None,
    preview: Preview = False,
    output_format: OutputShape = Shape.TEXT,
    write: Annotated[
        Path | None,
        typer.Option(
            "--write",
            metavar="FILE",
            help="Put what the rules that ran were measured at into a table such as"
            " tqcheck/rules/measured.toml.",
        ),
    ] = None,
    jobs: Jobs = None,
) -> None:
    """Measure the rules on texts in which people marked the errors.

    Prints for every rule and family how often it fired, the share of its findings that is right,
    the share of the expected ones that it finds, and its false alarms in 1,000 clean segments;
    the errors found by category; and how often a damaged text gets graver findings than the same
    text undamaged. `tqcheck/evaluation/segments.py` says how segments are annotated.

    Examples:

        tqcheck evaluate corpus

        tqcheck evaluate corpus clean-*.jsonl.gz --write tqcheck/rules/measured.toml
    """
    import json

    from tqcheck.evaluation.articles import BadGold
    from tqcheck.evaluation.tables import as_json, as_text, measured_table
    from tqcheck.processes import ProcessLost

    demand_tags(from_, to)
    rules = rules_chosen(select, ignore, preview)
    try:
        figures = _figures(gold, (from_, to), tuple(rule.id for rule in rules), jobs)
    except (BadGold, ProcessLost) as error:
        raise Refusal(str(error)) from error
    if not figures.articles and not figures.segments:
        raise Refusal(f"{', '.join(map(str, gold))}: nothing is annotated there")
    if figures.broken:
        raise Refusal(f"{figures.broken.total()} segments broke a {next(iter(figures.broken))}")
    if output_format is Shape.JSON:
        typer.echo(json.dumps(as_json(figures, rules), indent=2))
    else:
        typer.echo(as_text(figures, rules), nl=False)
    if write is not None:
        _write(write, partial(measured_table, figures=figures, rules=rules))


def _figures(
    gold: Sequence[Path],
    languages: tuple[str | None, str | None],
    rules: tuple[str, ...],
    jobs: int | None,
) -> "Figures":
    from tqcheck.evaluation.articles import articles
    from tqcheck.evaluation.figures import Figures
    from tqcheck.evaluation.work import Part, counted
    from tqcheck.processes import mapped, processors

    folders = [folder for path in gold if path.is_dir() for folder in articles(path)]
    files = [str(path) for path in gold if not path.is_dir()]

    def parts() -> Iterator[Part]:
        yield from (Part(article=folder) for folder in folders)
        items = with_progress(_segments(files, languages), "segments")
        while chunk := tuple(islice(items, _CHUNK)):
            yield Part(segments=chunk)

    figures = Figures()
    for part in mapped(partial(counted, rules), parts(), jobs or processors()):
        figures.plus(part)
    return figures


def _segments(files: Sequence[str], languages: tuple[str | None, str | None]) -> "Iterator[Gold]":
    """The segments; what is none is told. Raises Refusal."""
    from tqcheck.corpora.opening import UnreadableBitext
    from tqcheck.evaluation.segments import segments

    for path in files:
        try:
            for item in segments([path], *languages):
                if isinstance(item, str):
                    complain(item)
                else:
                    yield item
        except UnreadableBitext as error:
            raise Refusal(f"{path} {error}") from error


def _write(path: Path, table: "partial[str]") -> None:
    from tqcheck.cli.outputs import write

    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        text = table(before)
    except (OSError, ValueError) as error:
        raise Refusal(f"--write {path}: not such a table: {error}") from error
    write(path, text)
