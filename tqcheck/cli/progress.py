"""How far it is, on a terminal."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import typer

_BAR = 24

Thing = TypeVar("Thing")


def with_progress(things: Iterable[Thing], name: str, count: int | None = None) -> Iterator[Thing]:
    """The same things, with their number and rate on a terminal's stderr once it takes long;
    and, where their count is known, a bar and the time that is left.
    """
    if not sys.stderr.isatty():
        yield from things
        return
    started = shown = time.monotonic()
    for number, thing in enumerate(things, 1):
        now = time.monotonic()
        if now - shown > 1:
            shown = now
            typer.echo(f"\r{_line(number, name, count, now - started)}\033[K", nl=False, err=True)
        yield thing
    if shown > started:
        typer.echo("\r\033[K", nl=False, err=True)


def _line(number: int, name: str, count: int | None, seconds: float) -> str:
    rate = number / seconds
    if count is None:
        return f"{number:,} {name}, {rate:,.0f} a second"
    full = _BAR * number // count
    minutes, left = divmod(round((count - number) / rate), 60)
    return (
        f"{'━' * full}{'╌' * (_BAR - full)} {number:,} of {count:,} {name},"
        f" {minutes}:{left:02} left"
    )
