"""Names of another script in a spelling that nobody who is called so has: letter by letter
("Gyundyuz" for Gündüz), or with a letter lost, added or replaced ("Lindenberger" for Lindberger).
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from tqcheck.features.countries import countries
from tqcheck.features.folding import folded
from tqcheck.features.glued import without_clitics
from tqcheck.features.known_names import is_known_in_latin, known_in_latin, known_spellings
from tqcheck.features.names import NameWord, is_title, names
from tqcheck.features.rendering import (
    Rendering,
    best_rendering,
    consonants_apart,
    has_model,
    has_own_spelling,
    is_lettered,
    is_other_consonants,
    latin_letters,
    may_be_lettered,
    undamaged,
    usual_rendering,
)
from tqcheck.features.sounds import ABJADS
from tqcheck.features.transliteration import is_pinyin, sounded
from tqcheck.features.vocabulary import is_known
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.languages.proper_words import proper_words
from tqcheck.ledgers.hearing import MEANINGS
from tqcheck.ledgers.person_words import places
from tqcheck.ledgers.source_words import source_words
from tqcheck.model import Bead, LanguageProfile, Pair, Span, remembered

_SHORTEST = 4
#: What is so much less likely than the likeliest rendering, in nats, is read letter by letter: the
#: words of a name together, and each; in characters, of which many read alike.
_LETTERED, _LETTERED_EACH, _LETTERED_CHARACTERS, _LETTERED_VOWELS = 6.5, 3.0, 8.0, 9.0
#: What is damaged, which bearers who spell their names in odd ways are not to be taken for.
_DAMAGED, _ANOTHER, _SHORTEST_DAMAGED = 13.0, 18.0, 6
#: A damaged name has such a share of its letters; a longer one in the source is two words in one.
_NEAR, _NEAR_BESIDE, _GLUED = 0.75, 0.5, 4
#: A rendering no less likely than this is the name.
_RIGHT = 6.5
#: Words with a larger share of other consonants are not tried, nor more of them than so many.
_FAR, _TRIED = 0.5, 3
#: A name that was cut short has so many characters, and goes on with so many.
_FEWEST, _REST = 2, 2
#: Countries whose people's names are read letter by letter from the script of their own, or of
#: their neighbours.
_AT_HOME = {
    "ru": frozenset(
        [
            "RU",
            "UA",
            "BY",
            "BG",
            "RS",
            "ME",
            "MK",
            "BA",
            "MN",
            "KZ",
            "KG",
            "TJ",
            "TM",
            "UZ",
            "AM",
            "AZ",
            "GE",
            "MD",
            "LV",
            "LT",
            "EE",
        ]
    ),
    "ar": frozenset(
        [
            "AE",
            "BH",
            "DJ",
            "DZ",
            "EG",
            "EH",
            "ER",
            "IQ",
            "IR",
            "JO",
            "KM",
            "KW",
            "LB",
            "LY",
            "MA",
            "MR",
            "OM",
            "PK",
            "PS",
            "QA",
            "SA",
            "SD",
            "SO",
            "SY",
            "TN",
            "TD",
            "YE",
            "AF",
        ]
    ),
    "he": frozenset(("IL",)),
}
#: Endings of those peoples’ family names, in whichever case.
_ENDING = re.compile(
    r"(?:[оеё]в|[ыи]н|[сц]ких|ых|[сц]к[иі]й|енко|чук|юк|[оеё]вич|дзе|швили|[ая]ва|ия|ян|[сц]кая|[оеё]в[на]а)"
    r"\w{0,3}$"
)
#: Letters that Arabic hardly writes the sounds of other languages with.
_OWN_LETTERS = re.compile("[عحصضظءئؤ]")
#: Adjectives, and the peoples that Arabic names by them.
_ADJECTIVE = re.compile(r"[сц]к[аоиеу]\w{1,2}$|ي(?:ين|ون|ات)$")
_ARTICLE = re.compile(r"(?<!\w)[ae][ldnrst]h?[-‑]$", re.IGNORECASE)


class Wrong(Enum):
    """What is wrong with a rendering."""

    LETTERED = "its letters are read one by one"
    DAMAGED = "a consonant is lost, added or another"


class Misrendered(NamedTuple):
    """A word of a name in the target, the source’s word that it stands for, and what is wrong."""

    target: NameWord
    source: NameWord
    wrong: Wrong


class _Heard(NamedTuple):
    """A word of the target with the word of the source that it renders best."""

    target: NameWord
    source: NameWord
    rendering: Rendering


@remembered
def misrendered(pair: Pair) -> tuple[Misrendered, ...]:
    """The words of names that no bearer spells so, in order."""
    if not has_model(pair.source.profile) or "Latn" not in pair.target.profile.scripts:
        return ()
    return tuple(each for bead in pair.complete_beads for each in _misrendered(bead))


def _misrendered(bead: Bead) -> Iterator[Misrendered]:
    for name in names(bead.target):
        doubtful = [word for word in name.words if _may_be_wrong(bead, word)]
        if not doubtful or all(folded(w.text) in known_in_latin(bead.source) for w in doubtful):
            continue
        heard = [found for word in doubtful if (found := _best(bead, word))]
        lettered = [each for each in heard if _is_lettered(bead, each)]
        if _are_lettered(bead, name.words, lettered):
            for each in lettered:
                yield Misrendered(each.target, each.source, Wrong.LETTERED)
            continue
        if _has_meanings(bead):
            yield from _cut_short(bead, doubtful)
        for each in heard:
            if _is_damaged(bead, each, name.words) and not (
                _is_told(bead, each) or _is_two_in_one(bead, each)
            ):
                yield Misrendered(each.target, each.source, Wrong.DAMAGED)


def _may_be_wrong(bead: Bead, word: NameWord) -> bool:
    """Whether a word of the target can be nothing but a name."""
    return (
        not word.shouted
        and word.text[1:].islower()
        and _is_a_name(word.text, bead.target.profile)
        and not any(each.span.overlaps(word.span) for each in countries(bead.target))
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


def _best(bead: Bead, word: NameWord) -> _Heard | None:
    """The word of the source that one of the target renders best; None where it has all its
    consonants and is not read letter by letter.
    """
    sources = source_words(bead.source)
    apart = sorted(
        (consonants_apart(without_clitics(source.text), word.text), at)
        for at, source in enumerate(sources)
    )
    tried = [sources[at] for share, at in apart[:_TRIED] if share < _FAR]
    if apart and not apart[0][0]:
        tried = [each for each in tried if may_be_lettered(each.text, word.text)]
    found = [
        _Heard(word, source, rendering)
        for source in tried
        if (rendering := best_rendering(source.text, word.text, bead.source.profile))
    ]
    return min(found, key=lambda each: each.rendering.excess, default=None)


def _has_meanings(bead: Bead) -> bool:
    return bead.source.profile.scripts[0] in MEANINGS


def _is_lettered(bead: Bead, heard: _Heard) -> bool:
    """Whether a name that nobody is known to write so is read letter by letter."""
    return (
        heard.rendering.excess > _LETTERED_EACH
        and is_lettered(heard.rendering.pieces)
        and not is_known_in_latin(heard.target.text, bead.source.profile)
        and (
            _has_meanings(bead)
            or not (is_pinyin(heard.target.text) or _ENDING.search(heard.source.text.lower()))
        )
    )


def _are_lettered(bead: Bead, row: tuple[NameWord, ...], lettered: list[_Heard]) -> bool:
    """Whether the words of a name are surely a foreigner's, and read letter by letter."""
    excess = sum(each.rendering.excess for each in lettered)
    if any(
        _OWN_LETTERS.search(each.source.text) or has_article(bead, each.target) for each in lettered
    ):
        return False
    if _has_meanings(bead):
        return excess > _LETTERED_CHARACTERS
    if bead.source.profile.scripts[0] in ABJADS and not any(
        is_other_consonants(
            latin_letters(each.target.text),
            usual_rendering(each.rendering.pieces, bead.source.profile),
        )
        for each in lettered
    ):
        # Vowels that the script has not got are anybody’s guess.
        return excess > _LETTERED_VOWELS and len(lettered) > 1 and _is_abroad(bead)
    if any(_has_other_spelling(bead, each) for each in lettered) and (
        _is_abroad(bead) or _is_spelt(bead, row, lettered)
    ):
        return True
    # What a script of consonants writes may be a street or a film at home.
    abroad = (
        bool(lettered)
        and _is_abroad(bead)
        and (
            bead.source.profile.scripts[0] not in ABJADS
            or len(row) == 1
            or len({each.target for each in lettered}) > 1
            or any(_may_be_wrong(bead, word) for word in row if word != lettered[0].target)
        )
    )
    return excess > _LETTERED and (
        abroad
        or _is_spelt(bead, row, lettered)
        or (
            len(row) > 1
            and any(each.target == row[0] for each in lettered if _is_borne(bead, each))
        )
    )


def has_article(bead: Bead, word: NameWord) -> bool:
    """Whether the Arabic article stands before a word of the target."""
    start = word.span.start
    before = bead.target.document.text[max(bead.target.span.start, start - 4) : start]
    return _ARTICLE.search(before) is not None


def _is_borne(bead: Bead, heard: _Heard) -> bool:
    """Whether people are known to bear a name, who write it in other ways."""
    return any(known_spellings(heard.source.text, bead.source.profile))


def _has_other_spelling(bead: Bead, heard: _Heard) -> bool:
    """Whether hardly another spelling of a name is usual than one that it has not got."""
    return any(each.sure for _, each in known_spellings(heard.source.text, bead.source.profile))


def _is_abroad(bead: Bead) -> bool:
    """Whether the source names a country whose people have a script of their own."""
    home = _AT_HOME[bead.source.profile.tag]
    return any(mention.code not in home for mention in countries(bead.source))


def _is_spelt(bead: Bead, row: tuple[NameWord, ...], lettered: list[_Heard]) -> bool:
    """Whether another word of the same name is spelt as somebody’s own language does."""
    spelt = {each.target for each in lettered}
    return any(
        word not in spelt
        and (found := best_rendering(source.text, word.text, bead.source.profile))
        and found.excess <= _RIGHT
        and is_other_consonants(word.text.lower(), latin_letters(without_clitics(source.text)))
        for word in row
        for source in source_words(bead.source)
    )


def _is_damaged(bead: Bead, heard: _Heard, row: tuple[NameWord, ...]) -> bool:
    """Whether a name has lost, got or changed a consonant; more may be wrong with it where the word
    beside it tells who it is.
    """
    source, target = heard.source.text, heard.target.text
    if (
        _has_meanings(bead)
        or heard.rendering.excess <= _DAMAGED
        or has_own_spelling(target)
        or len(target) < _SHORTEST_DAMAGED
        or _ADJECTIVE.search(source)
        or len(source) > len(target) + _GLUED
    ):
        return False
    same = undamaged(heard.rendering.pieces, bead.source.profile)
    if same == 1 or same < _NEAR_BESIDE:
        return False
    # Another's name needs more proof, as does what has little of the name.
    if is_known_in_latin(target, bead.source.profile):
        return heard.rendering.excess > _ANOTHER and _is_beside(bead, heard, row)
    return same >= _NEAR or _is_beside(bead, heard, row)


def _cut_short(bead: Bead, doubtful: list[NameWord]) -> Iterator[Misrendered]:
    """The words that are the beginning of a name in characters, which goes on with others that
    write sounds.
    """
    profile = bead.source.profile
    for place in places(bead.source):
        text, (start, _), _ = place.word
        whole = next(iter(sounded(text, profile.scripts[0])), "")
        if place.beside(1) or not place.beside(-1) or not text.startswith(whole):
            continue
        span = Span(start, start + len(whole))
        for word in doubtful:
            heard = {
                size: found.excess
                for size in range(_FEWEST, len(whole) + 1)
                if (found := best_rendering(whole[:size], word.text, profile))
            }
            best = min(heard, key=lambda size: (heard[size], -size), default=len(whole))
            if (
                best + _REST <= len(whole)
                and heard[best] <= _LETTERED_EACH
                and heard.get(len(whole), _DAMAGED) >= _DAMAGED
            ):
                yield Misrendered(word, NameWord(whole, span, initial=False), Wrong.DAMAGED)


def _is_beside(bead: Bead, heard: _Heard, row: tuple[NameWord, ...]) -> bool:
    """Whether another word of the name stands for one beside the source’s."""
    beside = [
        other.word
        for place in places(bead.source)
        if place.word.span.overlaps(heard.source.span)
        for step in (-1, 1)
        if (other := place.beside(step))
    ]
    return any(
        is_rendering(bead, source, word)
        for word in row
        if word != heard.target
        for source in beside
    )


def _is_two_in_one(bead: Bead, heard: _Heard) -> bool:
    """Whether the word before the source’s is part of the same one: “Abdeslam”."""
    return any(
        (before := place.beside(-1))
        and (joined := before.word.text + place.word.text)
        and (found := best_rendering(joined, heard.target.text, bead.source.profile))
        and found.excess <= _RIGHT
        for place in places(bead.source)
        if place.word.span.overlaps(heard.source.span)
    )


def _is_told(bead: Bead, heard: _Heard) -> bool:
    """Whether another word of the target is the name."""
    return any(
        word != heard.target and is_rendering(bead, heard.source, word)
        for name in names(bead.target)
        for word in name.words
    )


def is_rendering(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """Whether a word of the target is surely a word of the source."""
    found = _rendering(bead, source, target)
    return found is not None and found.excess <= _RIGHT


def is_spelling(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """Whether a word of the target has all consonants of one of the source, in whichever spelling."""
    found = _rendering(bead, source, target)
    return found is not None and undamaged(found.pieces, bead.source.profile) == 1


def _rendering(bead: Bead, source: NameWord, target: NameWord) -> Rendering | None:
    profile = bead.source.profile
    return best_rendering(source.text, target.text, profile) if has_model(profile) else None
