"""First words of longer names that stand alone in the target, and what shows that they are debris."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.names import LoneHead, NameWord, lone_heads, names, parts_in_order, whole_of
from tqcheck.features.romanisation import Relation, relation
from tqcheck.ledgers.countries import Truncated, truncated_countries
from tqcheck.model import Bead, Pair, Segment, Span, remembered

#: A name of two words and the first of them again.
_AGAIN = 3
_TWICE = 2
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|\.(?=[^\W\d_]))*")


class Leftover(NamedTuple):
    """A first word that is left of a name's second rendering; `said` has said the whole already.

    `debris` is the word with the blank before it.
    """

    text: str
    span: Span
    said: str
    debris: Span


class Headless(NamedTuple):
    """A first word that lost the rest of its name, and the whole."""

    text: str
    span: Span
    whole: str


@remembered
def leftovers(pair: Pair) -> tuple[Leftover, ...]:
    """The first words of names that the same sentence has whole, or by another word, in order."""
    return tuple(
        Leftover(text, span, said, _with_blank(span, bead.target))
        for bead in pair.complete_beads
        for text, span, said in (*_stray_heads(bead), *_begun_again(bead))
    )


def _stray_heads(bead: Bead) -> Iterator[tuple[str, Span, str]]:
    return ((head.text, head.span, said) for head, said in _stray(bead) if said)


def _begun_again(bead: Bead) -> Iterator[tuple[str, Span, str]]:
    """The names whose first word stands behind the last one too, which the source has once."""
    for name in names(bead.target):
        if len(name.words) < _AGAIN:
            continue
        *firsts, before, last = name.words
        word = last.text
        for first in firsts if len(word) > 1 and word != before.text else ():
            whole = bead.target.document.text[first.span.start : before.span.end]
            if word == first.text and (
                _is_said_once(bead, last)
                or (
                    whole in bead.source.text
                    and bead.source.text.count(word) < bead.target.text.count(word)
                )
            ):
                yield word, last.span, whole


def _is_said_once(bead: Bead, word: NameWord) -> bool:
    """Whether the source has one word for a name that the target has twice."""
    here, there = bead.source.profile, bead.target.profile
    if not (here.has("romanisation") and there.has("romanisation")):
        return False
    same = (
        relation(other.text, word.text, here, there) is not Relation.OTHER
        for name in names(bead.source)
        for other in name.words
    )
    return sum(same) == 1 and bead.target.text.count(word.text) == _TWICE


def may_begin_again(bead: Bead) -> bool:
    """Whether the target says a word with a capital twice that the source has: a name may do so."""
    parts = parts_in_order(bead.target)
    if len(parts) < _AGAIN or len(parts) == len(set(parts)):
        return False
    romanised = bead.source.profile.has("romanisation")
    return any(
        n > 1 and (romanised or part in bead.source.text) for part, n in Counter(parts).items()
    )


@remembered
def headless(pair: Pair) -> tuple[Headless, ...]:
    """The first words of names of which the source has the whole, in order."""
    return tuple(
        Headless(head.text, head.span, f"{head.text} {rest}")
        for bead in pair.complete_beads
        for head, said in _stray(bead)
        if not said and (rest := _rest(head, bead.source))
    )


@remembered
def truncated(pair: Pair) -> tuple[Truncated, ...]:
    """The countries of which the target has the first word alone, in order."""
    return tuple(cut for bead in pair.complete_beads for cut in truncated_countries(bead))


@remembered
def lone_lines(pair: Pair) -> tuple[Headless, ...]:
    """The lines of the target that translate nothing and are the first word of a name, in order."""
    return tuple(
        Headless(bead.target.text, bead.target.span, whole)
        for bead in pair.beads
        if bead.source.empty and (whole := _whole(bead.target, pair))
    )


def _whole(target: Segment, pair: Pair) -> str | None:
    """The name in the translation that a line of one word begins, and that begins with nothing else."""
    word = target.text
    if not word[:1].isupper() or not word.isalpha() or word.isupper():
        return None
    rests = set(re.findall(rf"\b{word}\b[ \u00a0]([^\W\d_]+)", pair.target.text))
    alone = all(rest[0].isupper() for rest in rests)
    return f"{word} {min(rests)}" if len(rests) == 1 and alone else None


def _with_blank(span: Span, target: Segment) -> Span:
    """A word with the blank before it, within its segment."""
    start = max(span.start - 1, target.span.start)
    blank = target.document.text[start : span.start].isspace()
    return Span(start, span.end) if blank else span


def _stray(bead: Bead) -> Iterator[tuple[LoneHead, str | None]]:
    """The first words that are no part of another name, each with what says the whole beside it."""
    for head in lone_heads(bead.target):
        said = _said(head, bead.target)
        if not _stands_alone(head, bead.source) and _is_stray(head, bead, said):
            yield head, said


def _said(head: LoneHead, target: Segment) -> str | None:
    """What says the whole name in the sentence, and of several the last one before it."""
    text, at = target.text, head.span.start - target.span.start
    others = frozenset(word for words in head.wholes.values() for word in words)
    found = [
        (match.start(), match.group())
        for match in _WORD.finditer(text)
        if _letters(match.group()) in others
    ]
    for rest in head.wholes:
        whole = f"{head.text} {rest}"
        found += [(match.start(), whole) for match in re.finditer(re.escape(whole), text)]
    before = [place for place in found if place[0] < at]
    return max(before, default=min(found, default=(0, None)))[1]


def _letters(word: str) -> str:
    return word.replace(".", "")


def _rest(head: LoneHead, source: Segment) -> str | None:
    """The rest of the name that the source has, by its letters or by what stands for both."""
    theirs = source.profile.name_heads if source.profile.has("name_heads") else {}
    known = {
        other
        for first, lines in theirs.items()
        if first in source.text
        for line in lines
        for rest, others in [whole_of(line)]
        if f"{first} {rest}" in source.text
        for other in others
    }
    return next(
        (
            rest
            for rest, others in head.wholes.items()
            if rest.split()[-1] in source.text or known & others
        ),
        None,
    )


def _stands_alone(head: LoneHead, source: Segment) -> bool:
    """Whether the source has the word without any of its partners."""
    partners = "|".join(re.escape(rest) for rest in head.wholes)
    return re.search(rf"\b{head.text}\b(?![ \u00a0-](?:{partners}))", source.text) is not None


def _is_stray(head: LoneHead, bead: Bead, said: str | None) -> bool:
    """Whether the word is no part of another name: neither neighbour makes one with it.

    In another script the source's own “United” cannot be seen, so there the neighbours have to
    be a noun before it and a small word behind it.
    """
    before, after = head.before, head.after
    if before.lower() in bead.target.profile.function_words:
        before = before.lower()
    if before[:1].isupper() and _letters(before) != _letters(said or ""):
        return False
    if after[:1].isupper() and not (said and after in bead.source.text):
        return False
    if "Latn" in bead.source.profile.scripts:
        return bool(before or after)
    common = bead.target.profile.function_words
    return bool(before) and before.lower() not in common and (not after or after in common)
