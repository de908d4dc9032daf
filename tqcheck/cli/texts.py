"""From paths and options to the two documents."""

from pathlib import Path
from typing import Annotated

import typer

from tqcheck.cli.errors import Refusal, complain
from tqcheck.model import Document, Pair

Source = Annotated[Path, typer.Argument(help="The text as it was written.", show_default=False)]
Target = Annotated[Path, typer.Argument(help="Its translation.", show_default=False)]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="LANG",
        help="Language of the source, e.g. fr. Else: the file's name, else detected.",
    ),
]
To = Annotated[
    str | None, typer.Option("--to", metavar="LANG", help="Language of the translation, e.g. en.")
]


def documents(
    source: Path, target: Path, source_language: str | None, target_language: str | None
) -> tuple[Document, Document]:
    """Read both files.

    Raises Refusal where one cannot be read, both are the same, or a language stays unknown.
    """
    texts = _text(source), _text(target)
    if source.samefile(target):
        raise Refusal(f"{source} and {target} are the same file: name the text and its translation")
    read = (
        _document(texts[0], source, source_language, "--from"),
        _document(texts[1], target, target_language, "--to"),
    )
    told = source_language and target_language
    if not told and read[0].language == read[1].language:
        raise Refusal(
            f"{source} and {target} both seem to be in '{read[0].language}':"
            " tell the languages with --from and --to"
        )
    return read


def laid_side_by_side(
    source: Path, target: Path, source_language: str, target_language: str
) -> Pair:
    """Read both files, and align them; raises Refusal as `documents` does."""
    from tqcheck.alignment import aligned
    from tqcheck.segmentation import segmented

    left, right = documents(source, target, source_language, target_language)
    return aligned(segmented(left), segmented(right))


def _text(path: Path) -> str:
    from tqcheck.documents import UnreadableText, decoded

    try:
        text, guessed = decoded(path)
    except UnreadableText as error:
        raise Refusal(f"{path} {error}") from error
    except OSError as error:
        raise Refusal(f"{path} cannot be read: {error.strerror or error}") from error
    if guessed:
        complain(f"{path} is not UTF-8: read as {guessed}")
    return text


def _document(text: str, path: Path, language: str | None, option: str) -> Document:
    from tqcheck.pairing import language_of_path
    from tqcheck.session import document

    if language is not None:
        demand_tag(language, option)
    result = document(text, language or language_of_path(path), str(path))
    if result.language == "und":
        raise Refusal(f"the language of {path} could not be recognised: tell it with {option}")
    return result


def demand_tag(tag: str, option: str) -> None:
    """Raise Refusal where an option's value is no language tag."""
    from tqcheck.pairing import is_tag

    if not is_tag(tag):
        raise Refusal(f"{option} {tag}: not a language tag; write one like fr, en or pt-BR")
