"""The command line: the only place that prints, reads arguments, or exits."""

from tqcheck.cli.app import main

__all__ = ["main"]
