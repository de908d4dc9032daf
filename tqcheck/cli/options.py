"""Options that several commands have."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tqcheck.model import Severity

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        help="A text and its translation; or files and folders of a project, either side of a"
        " pair; or nothing, for all its pairs.",
        show_default=False,
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="LANG",
        help="Language of the source, e.g. fr. Else: the configuration, the file's name, or detected.",
    ),
]
To = Annotated[
    str | None, typer.Option("--to", metavar="LANG", help="Language of the translation, e.g. en.")
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="The configuration, instead of the nearest tqcheck.toml."
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="RULE", help="Run only these rules or families. Repeatable, or a,b."
    ),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option("--extend-select", metavar="RULE", help="Run these rules or families, too."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="RULE", help="Leave out these rules or families. Repeatable, or a,b."
    ),
]
GlossaryFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--glossary",
        metavar="FILE",
        help="Terms to keep to: CSV or TSV with a column for each language, or TBX. Repeatable.",
    ),
]
Preview = Annotated[
    bool, typer.Option("--preview", help="Run the rules that are still on trial, too.")
]
FailOn = Annotated[
    Severity | None,
    typer.Option(
        "--fail-on",
        help="Exit with 1 from this severity on: major, if nothing else is said.",
        case_sensitive=False,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Processes that check: one a processor."),
]


class Shape(StrEnum):
    """What is printed of figures."""

    TEXT = "text"
    JSON = "json"


OutputShape = Annotated[Shape, typer.Option("--output-format", help="What to print.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Keep no results between runs.")]
Baseline = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="The file of known findings."),
]


def names(options: list[str] | None) -> list[str]:
    """What a repeatable option with commas names."""
    return [name.strip() for option in options or () for name in option.split(",") if name.strip()]
