"""tqcheck align"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli.errors import Refusal
from tqcheck.cli.options import From, To
from tqcheck.cli.outputs import write
from tqcheck.cli.texts import Source, documents
from tqcheck.reports.formats import BEAD_FORMATS

if TYPE_CHECKING:
    from tqcheck.documents.dictionary import Dictionary
    from tqcheck.model import Document, Pair

#: From so many segments on it takes long enough to show how far it is.
_LONG = 500


BeadFormat = StrEnum("BeadFormat", BEAD_FORMATS)  # type: ignore[misc]
_TEXT = BeadFormat("text")


def align(
    source: Source,
    target: Annotated[
        Path | None,
        typer.Argument(
            help="Its translation; none where the first file holds both.", show_default=False
        ),
    ] = None,
    from_: From = None,
    to: To = None,
    lines: Annotated[
        bool,
        typer.Option("--lines", help="Each line is a segment, as for other aligners."),
    ] = False,
    dictionary: Annotated[
        Path | None,
        typer.Option(
            "--dictionary",
            metavar="FILE",
            help="What words mean: a .tsv file, StarDict's .ifo, or dictd's .index.",
        ),
    ] = None,
    output_format: Annotated[
        BeadFormat, typer.Option("--output-format", help="What to print.")
    ] = _TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of to stdout.")
    ] = None,
) -> None:
    """Print source and translation side by side, as the rules see them.

    Each bead has its shape (sentences of the source - of the translation) and how sure it is.

    Examples:

        tqcheck align article.fr.txt article.en.txt

        tqcheck align book.de.txt book.fr.txt --dictionary deu-fra.index --output-format tmx -o book.tmx

        tqcheck align messages.fr.xlf
    """
    from tqcheck.documents import holds_both
    from tqcheck.reports import beads
    from tqcheck.session import side_by_side

    if target is None:
        if not holds_both(source.name):
            raise Refusal(f"{source} holds one text: name its translation, too")
        target = source
    left, right = documents(source, target, from_, to)
    if left.keys and right.keys:
        if lines or dictionary:
            raise Refusal(f"{target} pairs its texts itself: leave out --lines and --dictionary")
        pair = side_by_side(left, right)
    else:
        pair = _aligned(left, right, _dictionary(dictionary), lines=lines)
    text = beads.rendered(output_format.value, pair)
    if output is None:
        typer.echo(text, nl=False)
    else:
        write(output, text)


def _aligned(
    source: "Document", target: "Document", dictionary: "Dictionary | None", *, lines: bool
) -> "Pair":
    from tqcheck.alignment import aligned
    from tqcheck.segmentation import lined, segmented

    cut = lined if lines else segmented
    left, right = cut(source), cut(target)
    with _progress(len(left.segments)) as watch:
        return aligned(left, right, dictionary=dictionary, watch=watch)


def _dictionary(path: Path | None) -> "Dictionary | None":
    if path is None:
        return None
    from tqcheck.documents.dictionary import UnreadableDictionary, dictionary

    try:
        return dictionary(path)
    except UnreadableDictionary as error:
        raise Refusal(f"{path} {error}") from error
    except OSError as error:
        raise Refusal(
            f"{error.filename or path} cannot be read: {error.strerror or error}"
        ) from error


@contextmanager
def _progress(segments: int) -> Iterator[Callable[[float], None] | None]:
    """What to tell how far it is, on a terminal's stderr, for texts that take long."""
    if segments < _LONG or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"Aligning {segments:,} segments", total=1.0)
        yield lambda share: bar.update(task, completed=share)
