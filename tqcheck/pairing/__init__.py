"""Paths → pairs of files: language tags, patterns, presets of well-known layouts."""

from tqcheck.pairing.patterns import BadPattern, FilePair, Pattern
from tqcheck.pairing.tags import is_tag, language_of_catalogue, language_of_path

__all__ = [
    "BadPattern",
    "FilePair",
    "Pattern",
    "is_tag",
    "language_of_catalogue",
    "language_of_path",
]
