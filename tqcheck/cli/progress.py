"""How far it is, on a terminal."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import typer

_BAR = 24

Thing = TypeVar("Thing")


class Meter:
    """A line on a terminal's stderr, once it takes long: the number of things and their rate;
    and, where the share that is done is known, a bar and the time that is left.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._started = self._shown = time.monotonic()

    def show(self, number: int, share: float | None = None) -> None:
        """Show how many things are done, at most once a second."""
        now = time.monotonic()
        if now - self._shown > 1 and sys.stderr.isatty():
            self._shown = now
            line = _line(number, self.name, share, now - self._started)
            typer.echo(f"\r{line}\033[K", nl=False, err=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown > self._started:
            typer.echo("\r\033[K", nl=False, err=True)


def with_progress(things: Iterable[Thing], name: str, count: int | None = None) -> Iterator[Thing]:
    """The same things, with a Meter; `count` is their number where it is known."""
    meter = Meter(name)
    for number, thing in enumerate(things, 1):
        meter.show(number, number / count if count else None)
        yield thing
    meter.clear()


def _line(number: int, name: str, share: float | None, seconds: float) -> str:
    told = f"{number:,} {name}, {number / seconds:,.0f} a second"
    if not share:
        return told
    full = int(_BAR * min(share, 1.0))
    minutes, left = divmod(round(seconds / share - seconds), 60)
    return f"{'━' * full}{'╌' * (_BAR - full)} {told}, {minutes}:{left:02} left"
