"""Files that hold a text and its translation."""

import re
from typing import NamedTuple

from tqcheck.languages import profile
from tqcheck.model import Document

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}(?:@[A-Za-z]{1,20})?")
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
#: Characters of the largest file that is read, 16 MiB.
LARGEST = 16 * 2**20
UNDETERMINED = profile("und")


class Sides(NamedTuple):
    """The two documents of one file, whose keys pair their blocks, and the languages that the
    file states; None where it states none.
    """

    source: Document
    target: Document
    source_language: str | None = None
    target_language: str | None = None


def stated_language(text: str) -> str | None:
    """A file's own statement of a language as a BCP 47 tag: "pt_BR", "sr@latin"; None where it
    is none.
    """
    match = _TAG.fullmatch(text.strip())
    if match is None:
        return None
    tag, _, modifier = match.group().replace("_", "-").partition("@")
    script = _SCRIPTS.get(modifier.lower())
    language, *rest = tag.split("-")
    return "-".join([language, *([script] if script else []), *rest])


def same_language(tag: str, other: str) -> bool:
    """Whether two tags mean one language: equal, or one of them with more behind it."""
    short, long = sorted((tag.lower().split("-"), other.lower().split("-")), key=len)
    return long[: len(short)] == short
