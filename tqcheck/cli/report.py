"""tqcheck report"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli.errors import Refusal
from tqcheck.cli.outputs import measured, write
from tqcheck.cli.texts import found_path, laid_side_by_side

if TYPE_CHECKING:
    from tqcheck.model import Pair
    from tqcheck.reports.recorded import Names


def report(
    findings: Annotated[
        Path, typer.Argument(help="What `check --output-format json` printed.", show_default=False)
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path(
        "report.html"
    ),
) -> None:
    """Draw a page for people: both texts side by side, with the passages marked.

    The texts are read again, from the paths in the report: as seen from here, or else from where
    the report lies. They must not have changed since.

    Example: tqcheck check a.fr.txt a.en.txt --output-format json > findings.json; tqcheck report
    findings.json -o report.html
    """
    from tqcheck.reports.formats import Run, rendered
    from tqcheck.reports.recorded import UnfitReport, results
    from tqcheck.rules import all_rules

    def read(names: "Names") -> "Pair":
        paths = (found_path(findings, names.source), found_path(findings, names.target))
        pair = laid_side_by_side(*paths, names.source_language, names.target_language)
        pair.source.path, pair.target.path = names.source, names.target
        return pair

    try:
        recorded = json.loads(findings.read_text(encoding="utf-8"))
        drawn, version = results(recorded, all_rules(), read)
    except OSError as error:
        raise Refusal(f"{findings} cannot be read: {error.strerror or error}") from error
    except UnfitReport as error:
        raise Refusal(f"{findings} {error}") from error
    except (ValueError, RecursionError) as error:
        raise Refusal(f"{findings} is no JSON: {error}") from error
    write(output, rendered("html", drawn, Run(version=version, measured=measured)))
