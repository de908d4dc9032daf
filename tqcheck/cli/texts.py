"""From paths and options to the two documents."""

from pathlib import Path
from typing import Annotated

import typer

from tqcheck.cli.errors import Refusal, complain
from tqcheck.model import Document, Pair

Source = Annotated[Path, typer.Argument(help="The text as it was written.", show_default=False)]


def documents(
    source: Path, target: Path, source_language: str | None, target_language: str | None
) -> tuple[Document, Document]:
    """Read both files.

    Raises Refusal where one cannot be read, both are the same, or a language stays unknown.
    """
    from tqcheck.pairing import FilePair
    from tqcheck.project.reading import Unreadable, texts
    from tqcheck.project.reading import documents as read

    demand_tags(source_language, target_language)
    pair = FilePair(source, target, source_language, target_language)
    try:
        found = texts(pair)
        for note in found.notes:
            complain(note)
        return read(pair, found)
    except Unreadable as error:
        raise Refusal(str(error)) from error


def laid_side_by_side(
    source: Path, target: Path, source_language: str | None, target_language: str | None
) -> Pair:
    """Read both files, and align them; raises Refusal as `documents` does."""
    from tqcheck.session import side_by_side

    return side_by_side(*documents(source, target, source_language, target_language))


def found_path(file: Path, path: str) -> Path:
    """A path that stands in a file: as seen from here, or else from where that file lies."""
    here = Path(path)
    return here if here.exists() else file.parent / here


def demand_tags(source_language: str | None, target_language: str | None) -> None:
    """Raise Refusal where --from or --to is given, and no language tag."""
    from tqcheck.pairing import is_tag

    for tag, option in ((source_language, "--from"), (target_language, "--to")):
        if tag is not None and not is_tag(tag):
            raise Refusal(f"{option} {tag}: not a language tag; write one like fr, en or pt-BR")
