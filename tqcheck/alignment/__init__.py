"""Two documents → beads."""

from tqcheck.alignment.aligner import aligned

__all__ = ["aligned"]
