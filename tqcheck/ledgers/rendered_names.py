"""Names of another script in a spelling that nobody who is called so has: letter by letter
("Gyundyuz" for Gündüz), or with a letter lost, added or replaced ("Lindenberger" for Lindberger).
"""

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.countries import is_of_a_country
from tqcheck.features.figures import figure_words
from tqcheck.features.folding import folded
from tqcheck.features.glued import without_clitics
from tqcheck.features.known_names import (
    is_known_anywhere,
    is_known_in_latin,
    known_in_latin,
)
from tqcheck.features.names import NameWord, is_title, names
from tqcheck.features.rendering import (
    best_rendering,
    consonants_apart,
    has_model,
    has_own_spelling,
    may_be_lettered,
    undamaged,
)
from tqcheck.features.sounds import ABJADS, consonants_of
from tqcheck.features.transliteration import sounded
from tqcheck.features.vocabulary import is_known
from tqcheck.features.words import word_counts
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.languages.proper_words import proper_words
from tqcheck.ledgers.lone_words import is_a_word
from tqcheck.ledgers.person_words import is_same, places
from tqcheck.ledgers.read_names import (
    LETTERED_EACH,
    Heard,
    are_read_out,
    has_meanings,
    is_read_out,
    is_rendering,
    is_spelling,
)
from tqcheck.ledgers.source_words import source_words
from tqcheck.model import Bead, LanguageProfile, Pair, Span, remembered

_SHORTEST = 4
#: What is damaged, which bearers who spell their names in odd ways are not to be taken for.
_DAMAGED, _ANOTHER, _SHORTEST_DAMAGED = 13.0, 18.0, 6
#: The same beside a word that tells who it is, where much of the name is left, and where little is.
_DAMAGED_BESIDE, _LITTLE_BESIDE = 9.0, 19.0
#: A damaged name has such a share of its letters; a longer one in the source is two words in one.
_NEAR, _LITTLE, _GLUED = 0.75, 0.5, 4
#: Words with a larger share of other consonants are not tried, nor more of them than so many.
_FAR, _TRIED = 0.5, 3
#: A name that was cut short has so many characters, and goes on with so many.
_FEWEST, _REST = 2, 2
#: A beginning that is not the likeliest spelling is so much likelier than the whole.
_BEGINNING, _MORE = 15.0, 25.0
#: Adjectives, and the peoples that Arabic names by them.
_ADJECTIVE = re.compile(r"[сц]к[аоиеу]\w{1,2}$|ي(?:ين|ون|ات)$")
_HYPHENS = frozenset(("-", "‑"))


class Wrong(Enum):
    """What is wrong with a rendering."""

    LETTERED = "its letters are read one by one"
    DAMAGED = "a consonant is lost, added or another"


class Misrendered(NamedTuple):
    """A word of a name in the target, the source’s word that it stands for, and what is wrong."""

    target: NameWord
    source: NameWord
    wrong: Wrong


@remembered
def misrendered(pair: Pair) -> tuple[Misrendered, ...]:
    """The words of names that no bearer spells so, in order."""
    if not has_model(pair.source.profile) or "Latn" not in pair.target.profile.scripts:
        return ()
    return tuple(each for bead in pair.complete_beads for each in _misrendered(bead))


def _misrendered(bead: Bead) -> Iterator[Misrendered]:
    for name in names(bead.target):
        yield from _became_words(bead, name.words)
        doubtful = [word for word in name.words if _may_be_wrong(bead, word)]
        if not doubtful or all(folded(w.text) in known_in_latin(bead.source) for w in doubtful):
            continue
        known = figure_words(bead.source, bead.target.profile.tag)
        doubtful = [word for word in doubtful if folded(word.text) not in known]
        heard = [found for word in doubtful if (found := _best(bead, word, name.words))]
        lettered = [each for each in heard if is_read_out(bead, each, name.words)]
        if are_read_out(bead, name.words, lettered):
            for each in lettered:
                yield Misrendered(each.target, each.source, Wrong.LETTERED)
            continue
        if has_meanings(bead):
            yield from _cut_short(bead, doubtful)
        for each in heard:
            if _is_damaged(bead, each, name.words) and not (
                _is_told(bead, each) or _is_two_in_one(bead, each) or _is_another(bead, each)
            ):
                yield Misrendered(each.target, each.source, Wrong.DAMAGED)


def _became_words(bead: Bead, row: tuple[NameWord, ...]) -> Iterator[Misrendered]:
    """The family names behind a given name that became words of the target’s language, a letter or
    two away: “Peter Book” for Brook.
    """
    for before, word in pairwise(row):
        if is_a_word(before.text, bead.target.profile) or not _may_be_a_slip(bead, word):
            continue
        for source in _beside(bead, word, row):
            found = best_rendering(source.text, word.text, bead.source.profile)
            if (
                found
                and found.excess > _ANOTHER
                and _NEAR <= undamaged(found.pieces, bead.source.profile) < 1
                and not _is_told(bead, Heard(word, source, found))
            ):
                yield Misrendered(word, source, Wrong.DAMAGED)
                break


def _may_be_a_slip(bead: Bead, word: NameWord) -> bool:
    """Whether a word that is none of a name’s may stand for one."""
    profile, form = bead.target.profile, word.text.lower()
    return (
        word.text[1:].islower()
        and len(form) >= _SHORTEST
        and is_a_word(word.text, profile)
        and not is_title(word.text, profile)
        and not is_part_of_a_place(word.text, profile.tag)
        and not word_counts(bead.target.document)[form]
        and not is_of_a_country(bead.target, word.span)
    )


def _may_be_wrong(bead: Bead, word: NameWord) -> bool:
    """Whether a word of the target can be nothing but a name."""
    return (
        not word.shouted
        and word.text[1:].islower()
        # “Kore” of “Kore-eda” is half a name.
        and bead.target.document.text[word.span.end : word.span.end + 1] not in _HYPHENS
        and _is_a_name(word.text, bead.target.profile)
        and not is_of_a_country(bead.target, word.span)
    )


@lru_cache(maxsize=65_536)
def _is_a_name(word: str, profile: LanguageProfile) -> bool:
    form = word.lower()
    return (
        len(form) >= _SHORTEST
        and not is_known(profile, form)
        and form not in proper_words()
        and not is_title(word, profile)
        and not is_part_of_a_place(word, profile.tag)
    )


def _best(bead: Bead, word: NameWord, row: tuple[NameWord, ...]) -> Heard | None:
    """The word of the source that one of the target renders best; None where it has all its
    consonants and is not read letter by letter.
    """
    sources = source_words(bead.source)
    apart = sorted(
        (consonants_apart(without_clitics(source.text), word.text), at)
        for at, source in enumerate(sources)
    )
    tried = [sources[at] for share, at in apart[:_TRIED] if share < _FAR]
    alike = [sources[at] for share, at in apart if not share]
    if not all(_may_be_wrong_in(source.text, word.text) for source in alike):
        return None
    if alike:
        tried = alike[:_TRIED]
    elif not tried:
        tried = list(_beside(bead, word, row))
    found = [
        Heard(word, source, rendering)
        for source in tried
        if (rendering := best_rendering(source.text, word.text, bead.source.profile))
    ]
    return min(found, key=lambda each: each.rendering.excess, default=None)


def _beside(bead: Bead, word: NameWord, row: tuple[NameWord, ...]) -> Iterator[NameWord]:
    """The words of the source that stand behind a name as one of the target does."""
    at = row.index(word)
    for place in places(bead.source) if at and not has_meanings(bead) else ():
        behind = place.beside(1)
        if behind and len(behind.word.text) >= _SHORTEST and is_same(bead, place.word, row[at - 1]):
            yield behind.word


def _may_be_wrong_in(source: str, target: str) -> bool:
    """Whether a word that has the consonants of another may be read letter by letter, or has not each
    as often: much cheaper than a rendering.
    """
    heard = consonants_of(target)
    return may_be_lettered(source, target) or not any(
        consonants_of(form).startswith(heard) for form in (source, without_clitics(source))
    )


def _is_damaged(bead: Bead, heard: Heard, row: tuple[NameWord, ...]) -> bool:
    """Whether a name has lost, got or changed a consonant; more may be wrong with it where the word
    beside it tells who it is.
    """
    source, target = heard.source.text, heard.target.text
    excess = heard.rendering.excess
    if (
        has_meanings(bead)
        or excess <= (_DAMAGED if bead.source.profile.scripts[0] in ABJADS else _DAMAGED_BESIDE)
        or has_own_spelling(target)
        or len(source) > len(target) + _GLUED
    ):
        return False
    same = undamaged(heard.rendering.pieces, bead.source.profile)
    # Another's name needs more proof, as does what has little of the name.
    known = is_known_in_latin(target, bead.source.profile)
    if same == 1 or same < _LITTLE or (known and excess <= _ANOTHER):
        return False
    if (
        not known
        and same >= _NEAR
        and excess > _DAMAGED
        and len(target) >= _SHORTEST_DAMAGED
        and not _ADJECTIVE.search(source)
    ):
        return True
    if excess > (_ANOTHER if same >= _NEAR else _LITTLE_BESIDE):
        return _is_beside(bead, heard, row)
    # A given name has short and other forms, a family name behind it has one.
    return (
        same >= _NEAR
        and not is_known_anywhere(target)
        and _is_beside(bead, heard, row, steps=(-1,))
    )


def _cut_short(bead: Bead, doubtful: list[NameWord]) -> Iterator[Misrendered]:
    """The words that are the beginning of a name in characters, which goes on with others that
    write sounds.
    """
    profile = bead.source.profile
    for place in places(bead.source):
        text, (start, _), _ = place.word
        stretch = next(iter(sounded(text, profile.scripts[0])), "")
        begins = text.index(stretch)
        whole = text[: begins + len(stretch)]
        # Before another dot stands a middle name, or the words up to the next person’s.
        ends = place.beside(1) is None or len(whole) < len(text)
        if not (place.beside(-1) and ends) or begins > _FEWEST:
            continue
        span = Span(start, start + len(whole))
        for word in doubtful:
            heard = {
                size: found.excess
                for size in range(_FEWEST, len(whole) + 1)
                if (found := best_rendering(whole[:size], word.text, profile))
            }
            best = min(heard, key=lambda size: (heard[size], -size), default=len(whole))
            if best + _REST > len(whole):
                continue
            all_of_it = heard.get(len(whole), _DAMAGED)
            if (heard[best] <= LETTERED_EACH and all_of_it >= _DAMAGED) or (
                heard[best] <= _BEGINNING and all_of_it - heard[best] >= _MORE
            ):
                yield Misrendered(word, NameWord(whole, span, initial=False), Wrong.DAMAGED)


def _is_beside(
    bead: Bead, heard: Heard, row: tuple[NameWord, ...], steps: Iterable[int] = (-1, 1)
) -> bool:
    """Whether another word of the name stands for one beside the source’s."""
    beside = [
        other.word
        for place in places(bead.source)
        if place.word.span.overlaps(heard.source.span)
        for step in steps
        if (other := place.beside(step))
    ]
    return any(
        is_rendering(bead, source, word)
        for word in row
        if word != heard.target
        for source in beside
    )


def _is_two_in_one(bead: Bead, heard: Heard) -> bool:
    """Whether a word beside the source’s is part of the same one: “Abdeslam”, “Jianguo”."""
    return any(
        (other := place.beside(step))
        and is_spelling(
            bead,
            place.word._replace(text="".join((other.word.text, place.word.text)[::-step])),
            heard.target,
        )
        for place in places(bead.source)
        if place.word.span.overlaps(heard.source.span)
        for step in (-1, 1)
    )


def _is_another(bead: Bead, heard: Heard) -> bool:
    """Whether a word stands for another one of the source, which is less unlikely."""
    form, here = heard.target.text, bead.source.profile
    return any(
        (found := best_rendering(source.text, form, here)) and found.excess < heard.rendering.excess
        for source in source_words(bead.source)
        if source != heard.source and consonants_apart(source.text, form) <= _FAR
    )


def _is_told(bead: Bead, heard: Heard) -> bool:
    """Whether another word of the target is the name."""
    return any(
        word != heard.target and is_rendering(bead, heard.source, word)
        for name in names(bead.target)
        for word in name.words
    )
