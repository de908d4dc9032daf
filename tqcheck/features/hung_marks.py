"""Marks that hang on a word behind which none stands."""

import re
from typing import NamedTuple

from tqcheck.features.broken_words import broken_words
from tqcheck.features.protected import masked
from tqcheck.features.vocabulary import common_words
from tqcheck.model import LanguageProfile, Passage, Span, remembered

_MARKED = re.compile(
    r"(?<![^\W_])(?<![.\d\ufffc])(?<![^\W_]['’])(?P<word>[^\W\d_]+)(?P<mark>[,;:.!?])(?=\s)(?!\s*$)"
)
_APOSTROPHE = re.compile(r"(?<![^\W_'’])(?P<word>[^\W\d_]+)(?P<mark>')(?=\s)")
_HYPHEN = re.compile(r"(?<=[^\W_])(?P<mark>-)(?=[ \u00a0](?P<next>[^\W\d_]+)[ ,.])")
#: What opens a quotation that the apostrophe of the typewriter would close.
_OPENING = re.compile(r"(?<![^\W_])['‘‚](?=[^\W_])")


_MARK = re.compile(r"[,;:.!?](?=\s)")
_BEFORE, _LONGEST = re.compile(r"[^\W\d_]+$"), 20


_MARKED_END = re.compile(r"([^\W\d_]+)[,;:.!?]$")


class HungMark(NamedTuple):
    """A mark, and what it does there: one kind for all that a source may have as well."""

    kind: str
    text: str
    span: Span


def may_hang(token: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a mark that hangs may stand at the end of what stands between two spaces."""
    if any(map(str.isspace, token)):
        return True
    if token.endswith(("'", "-")):
        return len(token) > 1
    marked = _MARKED_END.search(token)
    return bool(marked and profile.has("never_final") and marked[1] in profile.never_final)


@remembered
def hung_marks(passage: Passage) -> tuple[HungMark, ...]:
    """The marks behind articles, apostrophes behind small words, hyphens before a new word."""
    text, profile = masked(passage), passage.profile
    found: list[HungMark] = []
    if profile.has("never_final") and _may_hang(text, profile.never_final):
        found += (
            _hung(passage, "mark", match)
            for match in _MARKED.finditer(text)
            if match["word"] in profile.never_final
        )
    if "'" in text and not _OPENING.search(text):
        found += (
            _hung(passage, "apostrophe", match)
            for match in _APOSTROPHE.finditer(text)
            if match["word"] in common_words(profile) and match["word"][-1] not in "sSzxn"
        )
    if "- " in text and profile.has("coordinators"):
        found += (
            _hung(passage, "hyphen", match)
            for match in _HYPHEN.finditer(text)
            if _goes_on(profile, match["next"])
        )
    broken = [each.cut for each in broken_words(passage)] if found else []
    whole = (each for each in found if not any(each.span.overlaps(cut) for cut in broken))
    return tuple(sorted(whole, key=lambda each: each.span))


def _may_hang(text: str, words: frozenset[str]) -> bool:
    """Whether a mark stands behind one of the words: cheaper to ask."""
    return any(
        (before := _BEFORE.search(text, max(mark.start() - _LONGEST, 0), mark.start()))
        and before.group() in words
        for mark in _MARK.finditer(text)
    )


def _goes_on(profile: LanguageProfile, word: str) -> bool:
    return word.islower() and word not in profile.coordinators


def _hung(passage: Passage, kind: str, match: re.Match[str]) -> HungMark:
    return HungMark(kind, match["mark"], passage.at(*match.span("mark")))
