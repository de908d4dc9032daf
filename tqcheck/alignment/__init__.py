"""Two documents → beads."""

from tqcheck.alignment.aligner import aligned, support_of
from tqcheck.alignment.keyed import aligned_by_key

__all__ = ["aligned", "aligned_by_key", "support_of"]
