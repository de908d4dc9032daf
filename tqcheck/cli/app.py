"""The command, and how it ends when something is wrong."""

import gc
import inspect
import os
import sys
import traceback
from collections.abc import Callable
from typing import Annotated, NoReturn

import typer

from tqcheck.cli.align import align
from tqcheck.cli.baseline import baseline
from tqcheck.cli.bitext import bitext
from tqcheck.cli.check import check
from tqcheck.cli.configuration import config, init
from tqcheck.cli.errors import CANNOT_RUN, Refusal, complain
from tqcheck.cli.evaluate import evaluate
from tqcheck.cli.outputs import demanded
from tqcheck.cli.pairs import pairs
from tqcheck.cli.report import report
from tqcheck.cli.rules import explain, rules
from tqcheck.cli.score import score
from tqcheck.version import __version__

_INTERRUPTED = 130

app = typer.Typer(
    name="tqcheck",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Read a text and its machine translation side by side, and flag what the translation broke.",
    epilog="Example: tqcheck check article.fr.txt article.en.txt",
)


def _manual(command: Callable[..., None]) -> str:
    """A command's docstring; a paragraph is one line, so that it is broken where the terminal
    ends. Examples, which are indented, stay as they are.
    """
    paragraphs = (inspect.getdoc(command) or "").split("\n\n")
    return "\n\n".join(
        text if text.startswith(" ") else text.replace("\n", " ") for text in paragraphs
    )


for command in (check, report, pairs, align, bitext, evaluate, score, explain, rules, config, init):
    app.command(help=_manual(command))(command)
app.add_typer(baseline, name="baseline")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tqcheck {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
    _debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an error.")
    ] = False,
) -> None:
    context.color = demanded()


def main() -> NoReturn:
    """Run the command of sys.argv; whatever goes wrong ends in one line and status 2."""
    # Nothing made here is worth a collection before the process ends, nor being taken apart
    # object by object when it does: that would be a fifth of a run.
    gc.set_threshold(100_000)
    status = _status()
    sys.stderr.flush()
    os._exit(status)


def _status() -> int:
    debug = "--debug" in sys.argv
    sys.argv = [argument for argument in sys.argv if argument != "--debug"]
    try:
        status = _run()
        sys.stdout.flush()
    except Refusal as refusal:
        complain(str(refusal))
    except KeyboardInterrupt:
        complain("interrupted")
        return _INTERRUPTED
    except BrokenPipeError:
        return CANNOT_RUN  # `tqcheck … | head`: nobody is left to tell
    except Exception as error:  # noqa: BLE001  a crash must not look like a finding (status 1)
        if debug:
            traceback.print_exc()
        complain(
            f"{type(error).__name__}: {error}: this is a defect of tqcheck; --debug shows where"
        )
    else:
        return status
    return CANNOT_RUN


def _run() -> int:
    try:
        app()
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else 0
    return 0
