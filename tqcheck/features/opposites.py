"""Words that say the opposite of each other, or another thing of one kind."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from tqcheck.features.negations import negatives_near
from tqcheck.features.telling import Bits, Known
from tqcheck.features.words import Word, form_set, share, units, unspaced, words
from tqcheck.languages.opposites import DOUBTFUL, opposites
from tqcheck.model import Bead, LanguageProfile, MissingFact, Pair, Passage, remembered

#: A word that may say no within so many words, or characters, turns round what is said.
_NEAR, _NEAR_UNSPACED = 6, 14
#: Of how much of their sentences the places of the two words may differ where one has more words,
#: or characters, than this.
_APART, _LONG = 0.35, 40
#: No form of a script without spaces is longer.
_LONGEST = 8
#: Each pole has two bits: that a word says it in any case, and that one may say it.
_SURE, _MAYBE = 1, 2
_BOTH = _SURE | _MAYBE
_JOINT = re.compile("['’‑-]")


class Opposites(NamedTuple):
    """A word of the source, and the one of the target that says another thing."""

    source: Word
    target: Word


class _Table(NamedTuple):
    """Forms, beginnings of forms, and by their first word phrases, with the bits of their poles."""

    exact: dict[str, int]
    beginnings: dict[str, int]
    phrases: dict[str, dict[str, int]]


def may_tell(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may tell for certain one of several things that exclude each other."""
    return unspaced(word) or (
        word.casefold() in _table(profile).phrases
        or bool(_told(profile)[word.casefold()] & _every(_SURE))
    )


def may_contradict(pair: Pair) -> bool:
    """Whether the two texts of a pair tell opposite things, wherever the words stand."""
    return any(True for bead in pair.complete_beads for _ in _told_and_made(bead))


def contradictions(bead: Bead) -> Iterator[Opposites]:
    """Words of the source whose opposite the target says, where no other word of either text may
    say the one or the other.
    """
    for told, made in _told_and_made(bead):
        first, second = _only(bead.source, told), _only(bead.target, made)
        if first and second and _is_meant(bead, Opposites(first, second)):
            yield Opposites(first, second)


def _told_and_made(bead: Bead) -> Iterator[tuple[int, int]]:
    """The poles that the source tells, a bit each, with those that the target says instead."""
    source, target = _bits(bead.source), _bits(bead.target)
    new = target & _every(_SURE) & ~(source >> 1)
    while new:
        made = new & -new
        new ^= made
        group = _group(made.bit_length() // 2)
        told = source & group & _every(_SURE)
        alone = target & group == made * _BOTH and source & group == told * _BOTH
        # A single bit: of the group the source tells one thing.
        if alone and told and not told & (told - 1):
            yield told, made


def _is_meant(bead: Bead, found: Opposites) -> bool:
    """Whether both words stand about the same place, and are denied both or neither."""
    source, target = bead.source, bead.target
    if max(len(units(source)), len(units(target))) > _LONG:
        places = share(source, found.source.span), share(target, found.target.span)
        if abs(places[0] - places[1]) > _APART:
            return False
    return _times_denied(source, found.source) == _times_denied(target, found.target)


def _times_denied(passage: Passage, word: Word) -> int:
    """How many words near one may say no, itself left out."""
    near = negatives_near(passage, word.span, _NEAR, _NEAR_UNSPACED)
    return sum(not each.span.overlaps(word.span) for each in near)


def _only(passage: Passage, pole: int) -> Word | None:
    """The one word that tells a pole, unless it is part of a name."""
    found = [word for word, bits in _sure(passage) if bits & pole]
    return found[0] if len(found) == 1 and not _is_in_name(passage, found[0]) else None


def _is_in_name(passage: Passage, word: Word) -> bool:
    """Whether a word with a capital stands beside another: “White House”, “Black Friday”."""
    profile = passage.profile
    capitals = profile.has("capitalised_nouns") and profile.capitalised_nouns
    if capitals or not word.text[0].isupper():
        return False
    row = words(passage)
    at = next(index for index, each in enumerate(row) if each.span.end > word.span.start)
    return any(
        each.text[0].isupper() for each in (*row[max(0, at - 1) : at], *row[at + 1 : at + 2])
    )


@remembered
def _bits(passage: Passage) -> int:
    """What the words of a passage tell, and what they may tell."""
    if unspaced(passage.text):
        text, exact = passage.text, _table(passage.profile).exact
        pieces = (
            text[at : at + size] for at in range(len(text)) for size in range(1, _LONGEST + 1)
        )
        return _joined(exact.get(piece, 0) for piece in pieces)
    found = _telling(passage.profile).of(form_set(passage))
    return found | _joined(bits for _, bits in _phrases(passage))


@remembered
def _sure(passage: Passage) -> tuple[tuple[Word, int], ...]:
    """The words that tell something for certain, with the bits of what they tell."""
    if unspaced(passage.text):
        found = list(_longest(passage))
    else:
        told, phrases = _told(passage.profile), _phrases(passage)
        found = [
            (word, told[word.text.casefold()])
            for word in words(passage)
            if not any(word.span.overlaps(phrase.span) for phrase, _ in phrases)
        ]
        found += phrases
    return tuple((word, bits) for word, each in found if (bits := each & _every(_SURE)))


def _longest(passage: Passage) -> Iterator[tuple[Word, int]]:
    """The known forms of a script without spaces, the longest where several begin."""
    text, exact, at = passage.text, _table(passage.profile).exact, 0
    while at < len(text):
        size = next((n for n in range(_LONGEST, 0, -1) if text[at : at + n] in exact), 0)
        if size:
            form = text[at : at + size]
            yield Word(form, passage.at(at, at + len(form))), exact[form]
        at += size or 1


@remembered
def _phrases(passage: Passage) -> tuple[tuple[Word, int], ...]:
    """What several words tell together: "last week"."""
    phrases = _table(passage.profile).phrases
    if form_set(passage).isdisjoint(phrases):
        return ()
    text, lower = passage.text, passage.text.casefold()
    if len(lower) != len(text):
        return ()
    found = []
    for word in words(passage):
        at = word.span.start - passage.span.start
        for phrase, bits in phrases.get(word.text.casefold(), {}).items():
            end = at + len(phrase)
            if lower.startswith(phrase, at) and not lower[end : end + 1].isalnum():
                found.append((Word(text[at:end], passage.at(at, end)), bits))
    return tuple(found)


@cache
def _telling(profile: LanguageProfile) -> Bits:
    return Bits(_told(profile).__getitem__)


@cache
def _told(profile: LanguageProfile) -> Known[int]:
    """What a word in small letters tells, and may tell."""
    exact, beginnings, _ = _table(profile)
    prefixes = profile.number_prefixes if profile.has("number_prefixes") else ()

    def told(form: str) -> int:
        return exact.get(form, 0) | _joined(
            beginnings.get(form[:size], 0) for size in range(1, len(form) + 1)
        )

    def bits(form: str) -> int:
        bare = (form[len(each) :] for each in prefixes if form.startswith(each))
        # "north-east" is neither north nor east.
        return _joined(map(told, (form, *bare))) or _joined(map(told, _JOINT.split(form)))

    return Known(bits)


@cache
def _table(profile: LanguageProfile) -> _Table:
    known = opposites(profile.tag)
    if not known:
        raise MissingFact(profile.tag, "opposites")
    table = _Table({}, {}, {})
    for number, pole in enumerate(opposites("en")):
        for each in known.get(pole, ()):
            form = each.lstrip(DOUBTFUL).casefold()
            if " " in form:
                part = table.phrases.setdefault(form.partition(" ")[0], {})
            else:
                part = table.beginnings if form.endswith("*") else table.exact
            form = form.rstrip("*")
            bits = (_MAYBE if each.startswith(DOUBTFUL) else _BOTH) << 2 * number
            part[form] = part.get(form, 0) | bits
    return table


@cache
def _every(bits: int) -> int:
    """Those bits of all poles."""
    return _joined(bits << 2 * number for number in range(len(opposites("en"))))


@cache
def _group(pole: int) -> int:
    """All bits of the poles of a pole's group."""
    groups = [name.partition("/")[0] for name in opposites("en")]
    return _joined(_BOTH << 2 * at for at, group in enumerate(groups) if group == groups[pole])


def _joined(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)
