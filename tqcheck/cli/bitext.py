"""tqcheck bitext"""

import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from tqcheck.cli.check import FOUND, rules_chosen
from tqcheck.cli.errors import Refusal, complain
from tqcheck.cli.options import From, GlossaryFiles, Ignore, Jobs, Preview, Select, To
from tqcheck.cli.progress import Meter
from tqcheck.cli.projects import glossary_in
from tqcheck.cli.texts import demand_tags
from tqcheck.model import Severity

if TYPE_CHECKING:
    from tqcheck.corpora.checking import Wanted
    from tqcheck.corpora.local import Run
    from tqcheck.corpora.reading import Columns
    from tqcheck.corpora.summary import Summary


class Engine(StrEnum):
    """What does the work."""

    LOCAL = "local"
    SPARK = "spark"


_SPLIT = ".tsv, .csv, .jsonl (or with .gz, .zst) or .parquet"


def bitext(
    files: Annotated[
        list[str],
        typer.Argument(
            help="TSV, CSV, JSON lines (plain, .gz or .zst), Parquet or TMX; a path, or an address"
            " such as s3://… for fsspec.",
            show_default=False,
        ),
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
        str | None,
        typer.Option("--output", "-o", metavar="PATH", help=f"Write the findings here: {_SPLIT}."),
    ] = None,
    keep: Annotated[
        str | None,
        typer.Option("--keep", metavar="PATH", help=f"Write the rows that pass here: {_SPLIT}."),
    ] = None,
    drop: Annotated[
        str | None,
        typer.Option(
            "--drop",
            metavar="PATH",
            help="Write the other rows here, with the rules as their reason.",
        ),
    ] = None,
    drop_on: Annotated[
        Severity, typer.Option("--drop-on", help="Rows pass below this severity.")
    ] = Severity.MAJOR,
    rejected: Annotated[
        str | None,
        typer.Option(
            "--rejected", metavar="PATH", help="Write what is no row here, with the reason."
        ),
    ] = None,
    summary: Annotated[
        Path | None,
        typer.Option("--summary", help="Write counts and samples here: .html or .txt."),
    ] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Processes of this machine, or a Spark cluster.")
    ] = Engine.LOCAL,
    master: Annotated[
        str | None,
        typer.Option("--master", metavar="URL", help="Spark's master; else its own settings."),
    ] = None,
    jobs: Jobs = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a run with the same files was stopped.")
    ] = False,
    id_column: Annotated[str, typer.Option(metavar="NAME")] = "id",
    source_column: Annotated[str, typer.Option(metavar="NAME")] = "source",
    target_column: Annotated[str, typer.Option(metavar="NAME")] = "target",
    source_lang_column: Annotated[str, typer.Option(metavar="NAME")] = "source_lang",
    target_lang_column: Annotated[str, typer.Option(metavar="NAME")] = "target_lang",
    doc_column: Annotated[str, typer.Option(metavar="NAME")] = "doc",
) -> None:
    """Check the rows of a bitext, each a segment and its translation.

    Writes a JSON line for each row that has findings, in the order of the files. Rows of one
    document that follow each other are checked together. Exits with 0 when it ran, unless
    --fail-on is given.

    Examples:

        tqcheck bitext corpus.tsv --from fr --to en > findings.jsonl

        tqcheck bitext part-*.jsonl.gz --source-column src --target-column mt -o findings.parquet

        tqcheck bitext corpus.tsv.zst --from fr --to en --keep good.tsv.zst --drop bad.tsv --summary seen.html
    """
    from tqcheck.corpora.checking import Wanted
    from tqcheck.corpora.local import Job, Run
    from tqcheck.corpora.reading import Columns
    from tqcheck.processes import processors

    demand_tags(from_, to)
    if resume and not (output or keep or drop):
        raise Refusal("--resume goes on writing files: give --output, --keep or --drop")
    if summary is not None and summary.suffix.lower() not in (".html", ".txt"):
        raise Refusal(f"--summary {summary}: the name ends in neither .html nor .txt")
    columns = Columns(
        id_column,
        source_column,
        target_column,
        source_lang_column,
        target_lang_column,
        doc_column,
        from_,
        to,
    )
    wanted = Wanted(
        tuple(rule.id for rule in rules_chosen(select, ignore, preview)),
        glossary_in(glossary or ()),
    )
    outputs = {"output": output, "keep": keep, "drop": drop, "rejected": rejected}
    given = {name: path for name, path in outputs.items() if path is not None}
    if engine is Engine.SPARK:
        if resume or jobs:
            raise Refusal(
                "--resume and --jobs are for --engine local: Spark does lost tasks again by itself"
            )
        done = _on_spark(files, columns, wanted, given, drop_on, master)
    else:
        if master:
            raise Refusal("--master goes with --engine spark")
        paths = {name: _local_path(path, f"--{name}") for name, path in given.items()}
        job = Job(
            tuple(files),
            columns,
            wanted,
            jobs or processors(),
            paths.get("output"),
            paths.get("keep"),
            paths.get("drop"),
            drop_on,
            paths.get("rejected"),
            resume,
        )
        done = _done(Run(job, None if output else sys.stdout))
    if summary is not None:
        _write_summary(done, summary)
    _tell(done)
    if done.broken:
        raise Refusal(f"{done.broken} rows broke a rule: {done.reasons[0]}")
    failed = fail_on is not None and done.worst is not None and done.worst.rank >= fail_on.rank
    raise typer.Exit(FOUND if failed else 0)


def _local_path(path: str, option: str) -> Path:
    from tqcheck.corpora.opening import is_remote

    if is_remote(path):
        raise Refusal(f"{option} {path}: only --engine spark writes to an address")
    return Path(path)


def _on_spark(
    files: Sequence[str],
    columns: "Columns",
    wanted: "Wanted",
    outputs: Mapping[str, str],
    drop_on: Severity,
    master: str | None,
) -> "Summary":
    """Let a cluster do it; raises Refusal."""
    from tqcheck.corpora import spark
    from tqcheck.corpora.extras import ExtraNeeded
    from tqcheck.corpora.opening import UnreadableBitext
    from tqcheck.corpora.outputs import BadEnding

    if "output" not in outputs:
        raise Refusal("--engine spark writes the findings into a folder: give --output")
    try:
        session = spark.session(master)
        done = spark.run(session, files, columns, wanted, outputs, drop_on)
    except (BadEnding, ExtraNeeded, UnreadableBitext, spark.SparkFailed) as error:
        raise Refusal(str(error)) from error
    if not done.rows:
        _refuse_nothing(files, done)
    return done


def _done(run: "Run") -> "Summary":
    """Do the run; raises Refusal where it cannot be done."""
    from tqcheck.corpora.extras import ExtraNeeded
    from tqcheck.corpora.local import CannotResume
    from tqcheck.corpora.opening import UnreadableBitext
    from tqcheck.corpora.outputs import BadEnding
    from tqcheck.processes import ProcessLost

    meter = Meter("rows")
    try:
        # Closed, so that an interruption here, too, leaves it so that it can go on.
        with closing(run.chunks()) as summaries:
            for summary in summaries:
                meter.show(summary.lines, run.share)
        meter.clear()
        if not run.summary.rows:
            run.abandon()
            _refuse_nothing(run.job.paths, run.summary)
        run.finish()
    except UnreadableBitext as error:
        raise Refusal(f"{run.reader.path} {error}") from error
    except (BadEnding, CannotResume, ExtraNeeded, ProcessLost) as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(
            f"{error.filename or 'a file'} cannot be written: {error.strerror or error}"
        ) from error
    finally:
        if run.can_go_on:
            complain("with --resume the run goes on where it was stopped")
    return run.summary


def _refuse_nothing(files: Sequence[str], summary: "Summary") -> NoReturn:
    reason = f": {summary.reasons[0]}" if summary.reasons else ""
    raise Refusal(f"{', '.join(files)} has no row that can be checked{reason}")


def _tell(summary: "Summary") -> None:
    if summary.unreadable:
        reason = f": {summary.reasons[0]}" if summary.reasons else ""
        complain(f"{summary.unreadable:,} rows were left out{reason}")
    complain(
        f"{summary.rows:,} rows checked, {summary.flagged:,} with findings, {summary.dropped:,} to drop"
    )


def _write_summary(summary: "Summary", path: Path) -> None:
    from tqcheck.cli.outputs import write
    from tqcheck.corpora.summaries import as_html, as_text

    write(path, as_html(summary) if path.suffix.lower() == ".html" else as_text(summary))
