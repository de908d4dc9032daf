"""Tables of figures as plain text."""

from collections.abc import Sequence

from tqcheck.reports.positions import columns


def laid_out(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table: the first column to the left, the others to the right, each as wide
    as its widest cell is on a terminal.
    """
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_cell, row, widths, range(len(row)))).rstrip() for row in rows]


def _cell(text: str, width: int, number: int) -> str:
    space = " " * (width - columns(text))
    return f"{space}{text}" if number else f"{text}{space}"
