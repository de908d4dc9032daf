"""tqcheck bitext"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from tqcheck.cli.check import exit_status, rules_chosen
from tqcheck.cli.errors import Refusal, complain
from tqcheck.cli.options import From, GlossaryFiles, Ignore, Preview, Select, To
from tqcheck.cli.progress import with_progress
from tqcheck.cli.projects import glossary_in
from tqcheck.cli.texts import demand_tag
from tqcheck.model import Severity
from tqcheck.writing import whole_file

if TYPE_CHECKING:
    from tqcheck.corpora.reading import Unreadable


def bitext(
    file: Annotated[
        Path, typer.Argument(help="TSV with a header line, or JSON lines; plain or .gz.")
    ],
    from_: From = None,
    to: To = None,
    select: Select = None,
    ignore: Ignore = None,
    preview: Preview = False,
    glossary: GlossaryFiles = None,
    fail_on: Annotated[
        Severity | None, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of to stdout.")
    ] = None,
    id_column: Annotated[str, typer.Option(metavar="NAME")] = "id",
    source_column: Annotated[str, typer.Option(metavar="NAME")] = "source",
    target_column: Annotated[str, typer.Option(metavar="NAME")] = "target",
    source_lang_column: Annotated[str, typer.Option(metavar="NAME")] = "source_lang",
    target_lang_column: Annotated[str, typer.Option(metavar="NAME")] = "target_lang",
) -> None:
    """Check the rows of a bitext, each a segment and its translation.

    Writes a JSON line for each row that has findings, in the order of the file. Exits with 0 when
    it ran, unless --fail-on is given.

    Examples:

        tqcheck bitext corpus.tsv --from fr --to en > findings.jsonl

        tqcheck bitext corpus.jsonl.gz --source-column src --target-column mt -o findings.jsonl
    """
    import json

    from tqcheck.corpora.reading import Columns, UnreadableBitext, rows
    from tqcheck.corpora.rows import Row, row_result
    from tqcheck.reports.json import entry

    for tag, option in ((from_, "--from"), (to, "--to")):
        if tag is not None:
            demand_tag(tag, option)
    rules = rules_chosen(select, ignore, preview)
    columns = Columns(
        id_column, source_column, target_column, source_lang_column, target_lang_column, from_, to
    )
    terms = glossary_in(glossary or ())
    unreadable: list[Unreadable] = []
    read = found = status = 0
    try:
        with _output(output) as out:
            for row in with_progress(rows(file, columns), "rows"):
                if not isinstance(row, Row):
                    unreadable.append(row)
                    continue
                read += 1
                result = row_result(row, rules, glossary=terms)
                for item in result.not_run:
                    if item.broken:
                        raise Refusal(f"row {row.id}: rule {item.rule} {item.reason}")
                if not result.findings:
                    continue
                found += 1
                findings = [entry(result, finding, paths=False) for finding in result.findings]
                out.write(
                    json.dumps({"id": row.id, "findings": findings}, ensure_ascii=False) + "\n"
                )
                if fail_on is not None:
                    status = max(status, exit_status([result], fail_on))
            if not read:
                raise Refusal(f"{file} has no row that can be checked{_first(unreadable)}")
    except UnreadableBitext as error:
        raise Refusal(f"{file} {error}") from error
    if unreadable:
        complain(f"{len(unreadable)} rows of {file} were left out{_first(unreadable)}")
    complain(f"{read} rows checked, {found} with findings")
    raise typer.Exit(status)


def _first(unreadable: "list[Unreadable]") -> str:
    return f": line {unreadable[0].line} {unreadable[0].reason}" if unreadable else ""


@contextmanager
def _output(path: Path | None) -> Iterator[IO[str]]:
    """Where to write; a file appears under its name only when it is whole."""
    if path is None:
        yield sys.stdout
        return
    try:
        with whole_file(path) as out:
            yield out
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror or error}") from error
