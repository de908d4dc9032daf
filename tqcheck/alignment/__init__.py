"""Two documents → beads."""

from tqcheck.alignment.aligner import aligned
from tqcheck.alignment.keyed import aligned_by_key

__all__ = ["aligned", "aligned_by_key"]
