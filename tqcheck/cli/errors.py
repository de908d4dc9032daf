"""One line that says what, where, and what to do."""

import typer

from tqcheck.reports.positions import visible

CANNOT_RUN = 2


class Refusal(Exception):
    """Input or usage that cannot be worked with."""


def complain(message: str) -> None:
    """Say it in one line on stderr."""
    typer.echo(f"tqcheck: {visible(message)}", err=True)
