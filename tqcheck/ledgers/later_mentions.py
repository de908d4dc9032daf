"""Persons whom the target names rightly, and at another mention by another word or not at all.

Where source and target name a person with a given name and a family's, the two tell how the family
name is rendered. Wherever the source has it again, so must the target.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.known_names import known_spellings, nominatives
from tqcheck.features.names import NameWord, names
from tqcheck.features.pronouns import takes_up
from tqcheck.features.romanisation import Relation, relation
from tqcheck.features.sounds import (
    skeleton_across,
    sound_of,
    sounds_within,
)
from tqcheck.features.transliteration import sounded
from tqcheck.features.vocabulary import is_known
from tqcheck.features.words import words
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.ledgers.lone_words import may_be_borne
from tqcheck.ledgers.lost_persons import is_given
from tqcheck.ledgers.names import folded_words, is_a_title
from tqcheck.model import Bead, Document, Pair, Passage, Span, remembered

#: Shorter names are too easily near each other.
_SHORTEST = 4
#: So many consonants tell a name from another in two scripts.
_FEWEST = 2
#: Another form of a name has so many letters, and that share of its letters.
_BEGINNING, _SHARE = 3, 0.6
#: What is read from Chinese characters differs in that share of its sounds at most.
_MISREAD = 0.45
#: So few characters are no name that is known again.
_CHARACTERS = 2
_MEANINGS, _DOT = "Hani", "·"
#: What stands between two names, and between the parts of none.
_APART = frozenset(",;:.()，、；：。（）،؛")
_HYPHENED = re.compile(r"-[a-z]{2,6}(?![\w-])")
#: A name that was cut short has lost so many letters.
_CUT = 2


class LaterMention(NamedTuple):
    """A place where the source has a person's name, the form that the target has elsewhere, and
    what it has here: None for nothing.
    """

    source: Span
    form: str
    target: NameWord | None

    @property
    def cut(self) -> bool:
        """Whether the target has the name without its end."""
        return self.target is not None and _is_cut(folded(self.target.text), folded(self.form))


class _Token(NamedTuple):
    """A word of the source that may be a name, and the forms by which it is known again."""

    text: str
    span: Span
    forms: frozenset[str]


class _Person(NamedTuple):
    """By which forms the source's word for a person is known, and how the target names him."""

    forms: frozenset[str]
    family: str
    given: str


@remembered
def later_mentions(pair: Pair) -> tuple[LaterMention, ...]:
    """The mentions that the target has by another word or not at all, in order."""
    if not pair.running or "Latn" not in pair.target.profile.scripts:
        return ()
    beads = list(pair.complete_beads)
    tokens = [_tokens(bead.source) for bead in beads]
    persons = [
        person
        for bead, mine in zip(beads, tokens, strict=True)
        for person in _persons(pair, bead, mine)
    ]
    found: dict[Span, LaterMention] = {}
    for at, bead in enumerate(beads):
        for token in tokens[at]:
            named = [person for person in persons if person.forms & token.forms]
            told = {folded(part) for person in named for part in (person.family, person.given)}
            if not named or _is_told(bead, told) or _is_spelt(pair, bead, token):
                continue
            other = _other_form(pair, bead, tokens[at], named[0].family)
            near = slice(max(at - 1, 0), at + 2)
            if other or not (
                takes_up(bead.source, bead.target)
                or _is_whole(bead, token, tokens[at])
                # A sentence beside it may have taken the name over.
                or sum(_is_told(each, told) for each in beads[near])
                >= sum(any(each.forms & token.forms for each in some) for some in tokens[near])
            ):
                mention = LaterMention(token.span, named[0].family, other)
                found.setdefault(token.span, mention)
    return tuple(found[span] for span in sorted(found))


class GivenName(NamedTuple):
    """A place where the source calls a person by the family name, and the target by the given one."""

    source: Span
    target: Span
    family: str


@remembered
def given_names_alone(pair: Pair) -> tuple[GivenName, ...]:
    """The mentions by the given name of whom the source calls by the family name, in order."""
    if not pair.running or "Latn" not in pair.target.profile.scripts or _is_of_meanings(pair):
        return ()
    beads = list(pair.complete_beads)
    tokens = [_tokens(bead.source) for bead in beads]
    persons = {
        (family.text, given.text): (own, other)
        for bead, mine in zip(beads, tokens, strict=True)
        for own, other, family, given in _couples(pair, bead, mine)
    }
    found: dict[Span, GivenName] = {}
    for (family, given), (own, other) in persons.items():
        for bead, mine in zip(beads, tokens, strict=True):
            here = [token for token in mine if token.forms & own.forms]
            if not here or any(token.forms & other.forms for token in mine):
                continue
            words = [word for name in names(bead.target) for word in name.words]
            called = [word for word in words if word.text == given]
            if len(called) == 1 and folded(family) not in folded_words(bead.target):
                span = _whole(pair.target, called[0])
                found.setdefault(span, GivenName(here[0].span, span, family))
    return tuple(found[span] for span in sorted(found))


def _couples(
    pair: Pair, bead: Bead, tokens: list[_Token]
) -> Iterator[tuple[_Token, _Token, NameWord, NameWord]]:
    """The source's words for a family name and a given name side by side, and the target's."""
    profile = pair.target.profile
    for name in names(bead.target):
        for one, other in pairwise(name.words):
            for family, given in ((one, other), (other, one)):
                hyphened = _whole(pair.target, given) != given.span
                if is_a_title(pair, family) or is_given(profile, family.text):
                    continue
                if not (hyphened or is_given(profile, given.text)):
                    continue
                for couple in pairwise(tokens):
                    for own, beside in (couple, couple[::-1]):
                        if (
                            _are_beside(bead.source, *couple)
                            and _is_of(pair, own, family.text)
                            and _is_of(pair, beside, given.text)
                        ):
                            yield own, beside, family, given


def _whole(document: Document, word: NameWord) -> Span:
    """The place of a name with what a hyphen joins to it, as Koreans write theirs ("Tae-hyun")."""
    behind = _HYPHENED.match(document.text, word.span.end)
    return Span(word.span.start, behind.end()) if behind else word.span


def _is_of_meanings(pair: Pair) -> bool:
    return pair.source.profile.scripts[0] == _MEANINGS


def _is_told(bead: Bead, forms: set[str]) -> bool:
    return any(word.startswith(form) for word in folded_words(bead.target) for form in forms)


def _is_spelt(pair: Pair, bead: Bead, token: _Token) -> bool:
    """Whether a sentence has a name in whichever spelling."""
    spellings = known_spellings(token.text, pair.source.profile)
    known = {folded(form) for _, spelling in spellings for form in spelling.forms}
    return any(
        folded(word.text) in known or _is_of(pair, token, word.text)
        for name in names(bead.target)
        for word in name.words
    )


def _is_whole(bead: Bead, token: _Token, tokens: list[_Token]) -> bool:
    """Whether the source has a name with what stands beside it, by which it may be told."""
    return any(token in couple and _are_beside(bead.source, *couple) for couple in pairwise(tokens))


def _persons(pair: Pair, bead: Bead, tokens: list[_Token]) -> Iterator[_Person]:
    """The persons whom a bead names with two words, or more, that are surely the source's."""
    couples = [couple for couple in pairwise(tokens) if _are_beside(bead.source, *couple)]
    script = pair.source.profile.scripts[0]
    for name in names(bead.target) if couples else ():
        for first, second in pairwise(name.words):
            if first.shouted or len(first.text) == 1 or not _may_be_a_name(pair, second):
                continue
            for before, token in couples:
                if script == "Latn" and not may_be_borne(token.text, pair.source.profile):
                    continue
                # What a Chinese text writes behind a name may be written with such characters, too.
                whole = frozenset((token.text,)) if _is_of_meanings(pair) else token.forms
                if _is_of(pair, token, second.text) and (
                    _is_dotted(bead.source, before, token) or _is_of(pair, before, first.text)
                ):
                    yield _Person(whole, second.text, first.text)
                elif _is_of(pair, token, first.text) and _is_of(pair, before, second.text):
                    yield _Person(whole, first.text, second.text)


def _are_beside(passage: Passage, before: _Token, token: _Token) -> bool:
    between = passage.document.text[before.span.end : token.span.start]
    return len(between) <= _BEGINNING and not set(between) & _APART


def _is_dotted(passage: Passage, before: _Token, token: _Token) -> bool:
    return passage.document.text[before.span.end : token.span.start] == _DOT


def _may_be_a_name(pair: Pair, word: NameWord) -> bool:
    return (
        len(word.text) >= _SHORTEST
        and not word.shouted
        and not is_a_title(pair, word)
        and not is_known(pair.target.profile, word.text.lower())
        and not is_part_of_a_place(word.text, pair.target.language)
    )


def _is_of(pair: Pair, token: _Token, word: str) -> bool:
    """Whether a word of the target is surely a word of the source, by letters or by sounds."""
    here, there = pair.source.profile, pair.target.profile
    script = here.scripts[0]
    if script == "Latn":
        if not (here.has("romanisation") and there.has("romanisation")):
            return folded(token.text) == folded(word)
        return relation(token.text, word, here, there) is not Relation.OTHER
    if _is_of_meanings(pair):
        sound = sound_of(word).spoken
        return sounds_within(sound, sound_of(token.text).spoken) <= _MISREAD * len(sound)
    skeleton = skeleton_across(script)
    mine = skeleton(word)
    return len(mine) >= _FEWEST and any(skeleton(form) == mine for form in token.forms)


def _tokens(passage: Passage) -> list[_Token]:
    profile = passage.profile
    script = profile.scripts[0]
    if script == _MEANINGS:
        return list(_runs(passage))
    if script == "Latn":
        return [
            _Token(word.text, word.span, frozenset((folded(word.text).removesuffix("s"),)))
            for name in names(passage)
            for word in name.words
            if not word.shouted
        ]
    return [
        _Token(word.text, word.span, frozenset(nominatives(word.text.lower(), profile)))
        for word in words(passage)
        if len(word.text) >= _SHORTEST - 1 and not word.text[0].islower()
    ]


def _runs(passage: Passage) -> Iterator[_Token]:
    """The parts of what writes foreign sounds in Chinese characters; what follows a name may be
    written with such characters, too.
    """
    at = 0
    for run in sounded(passage.text, _MEANINGS):
        at = start = passage.text.index(run, at)
        for part in run.split(_DOT):
            beginnings = {part[:size] for size in range(_CHARACTERS, len(part) + 1)}
            if beginnings:
                span = passage.at(start, start + len(part))
                yield _Token(part, span, frozenset(beginnings))
            start += len(part) + 1
        at += len(run)


def _other_form(pair: Pair, bead: Bead, tokens: list[_Token], form: str) -> NameWord | None:
    """The word of the target that stands for a name and is like it, if there is one."""
    right = folded(form)
    best: list[tuple[int, NameWord]] = []
    for name in names(bead.target):
        for word in name.words:
            written = folded(word.text)
            cut = _is_cut(written, right)
            if (
                len(written) < _BEGINNING
                or word.shouted
                or not (cut or not is_known(pair.target.profile, written))
                # A spelling of the same sounds is a matter of consistency.
                or any(_is_of(pair, each, word.text) for each in tokens)
            ):
                continue
            apart = letters_apart(written, right, len(right))
            if cut or apart <= (1 - _SHARE) * max(len(written), len(right)):
                best.append((apart, word))
    return min(best)[1] if best else None


def _is_cut(written: str, right: str) -> bool:
    return right.startswith(written) and len(right) - len(written) >= _CUT
