"""Findings → findings: what the reader should see now."""

from tqcheck.filters.agreed import not_what_was_agreed
from tqcheck.filters.duplicates import one_finding_a_fact
from tqcheck.filters.fingerprints import fingerprinted
from tqcheck.filters.origins import only_the_translations
from tqcheck.filters.selection import UnknownRule, selected
from tqcheck.filters.settings import BadOption, Configured, configured

__all__ = [
    "BadOption",
    "Configured",
    "UnknownRule",
    "configured",
    "fingerprinted",
    "not_what_was_agreed",
    "one_finding_a_fact",
    "only_the_translations",
    "selected",
]
