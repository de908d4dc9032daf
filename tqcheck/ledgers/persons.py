"""Persons' names of several words, laid side by side: one word tells who it is, another went wrong."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.countries import countries, is_of_a_country
from tqcheck.features.folding import folded
from tqcheck.features.known_names import is_known_in_latin
from tqcheck.features.names import NameWord, is_title, names, particles, parts_of_names
from tqcheck.features.rendering import LONGEST
from tqcheck.features.sounds import ABJADS, sound_alike, sound_of
from tqcheck.features.telling import Known
from tqcheck.features.transliteration import is_korean, may_have_family_first
from tqcheck.features.vocabulary import (
    common_words,
    frequency,
    has_vocabulary,
    is_composed,
    is_known,
)
from tqcheck.features.words import word_texts
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.languages.name_words import name_words
from tqcheck.languages.proper_words import proper_words
from tqcheck.ledgers.lone_words import is_a_word, looks_like_a_name, may_be_borne
from tqcheck.ledgers.names import folded_set, folded_words
from tqcheck.ledgers.person_words import (
    Place,
    is_dotted_script,
    is_heard,
    is_same,
    may_be,
    may_sound,
    places,
)
from tqcheck.ledgers.retold_names import may_be_turned
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Span, remembered

#: Shorter words are too easily like another.
_SHORTEST = 3
#: A word that a language uses oftener than this is a word, and a name only where it must be one.
_ORDINARY = 300
_ARTICLE = re.compile(r"\b(?:the|an?)[ \u00a0]$", re.IGNORECASE)
_WITH_CAPITALS = frozenset(("Latn", "Cyrl", "Grek", "Armn"))
#: The Arabic article, in front of the second part of a name.
_ARTICLES = frozenset(("Al", "El"))
#: Countries whose people put the family name first.
_FAMILY_FIRST = frozenset(("CN", "HK", "HU", "JP", "KP", "KR", "TW", "VN"))
_DOTS = "·•・‧＝"
_JOINTS = frozenset((" ", "\u00a0", "-", "‑", *_DOTS))


class Fate(Enum):
    """What became of a word of a person's name."""

    REPLACED = "another name stands beside the same given name"
    TRANSLATED = "a word stands where the name was"
    CUT = "the given name alone is left"
    TWICE = "the name is told twice"
    TURNED = "the surname stands before the given name"


class Person(NamedTuple):
    """A word of a person's name that went wrong, and the word of the source it stands for."""

    fate: Fate
    target: Span
    text: str
    source: Span
    form: str


@remembered
def persons(pair: Pair) -> tuple[Person, ...]:
    """The words of persons' names that are others than in the source, in order."""
    profiles = pair.source.profile, pair.target.profile
    if not all(each.has("scripts") for each in profiles) or "Latn" not in profiles[1].scripts:
        return ()
    found: dict[Span, Person] = {}
    for bead in pair.complete_beads:
        for person in _persons(bead):
            found.setdefault(person.target, person)
    return tuple(found[span] for span in sorted(found))


def may_stand_for_a_name(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word with a capital that the target alone has may be a translated name."""
    return any(len(part) >= _SHORTEST and is_a_word(part, profile) for part in parts_of_names(word))


def may_change_a_person(bead: Bead) -> bool:
    """Whether the target may have a word beside a person's name that the source has not got: where
    there is none, nothing of a name was replaced or translated, nor damaged beside the same.
    """
    look = _look(bead.source.profile, bead.target.profile)
    before = _NO_KIND
    here: frozenset[str] | None = None
    for kind in map(look.__getitem__, word_texts(bead.target)):
        if kind is _PARTICLE:
            continue
        strange = (
            (before.personal and kind.strange)
            or (kind.personal and before.strange)
            or (kind.several and kind.strange)
        )
        if strange:
            here = folded_set(bead.source) if here is None else here
            if not here.issuperset(strange):
                return True
        before = kind
    return False


class _Kind(NamedTuple):
    """What a word of the target may be: whether a part of it is a person's, the parts that may be
    put for a name, folded, and whether it has several.
    """

    personal: bool
    strange: tuple[str, ...] = ()
    several: bool = False


_NO_KIND, _PARTICLE = _Kind(personal=False), _Kind(personal=False)


@cache
def _look(here: LanguageProfile, there: LanguageProfile) -> Known[_Kind]:
    def kind(word: str) -> _Kind:
        if word in particles(there):
            return _PARTICLE
        parts = parts_of_names(word)
        # Names are compared in lines of capitals, too.
        forms = [part.capitalize() if part.isupper() else part for part in parts]
        strange = tuple(folded(form) for form in forms if _may_stand_wrongly(form, there))
        personal = any(
            part.isupper() or _is_personal_word(part, here, there)
            for part in parts
            if len(part) >= _SHORTEST
        )
        return _Kind(personal, strange, len(parts) > 1) if personal or strange else _NO_KIND

    return Known(kind)


def is_dotted(word: str, *_: object) -> bool:
    """Whether a word has a dot between the parts of a foreign name in it."""
    return any(mark in word for mark in _DOTS)


def may_be_cut_off(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word of the source may be the rest of a name."""
    return any(
        len(part) > 1 and frequency(profile, part.lower()) <= _ORDINARY
        for part in parts_of_names(word)
    )


def _persons(bead: Bead) -> Iterator[Person]:
    runs = [name.words for name in names(bead.target)]
    targets = [Place(run, at) for run in runs for at in range(len(run))]
    sources = places(bead.source) if targets else []
    for anchor in targets if sources else ():
        if not _is_personal(bead, anchor.word):
            continue
        yield from _cut(bead, sources, anchor)
        yield from _twice(bead, sources, anchor)
        yield from _turned(bead, sources, anchor)
        for step in (1, -1):
            other = anchor.beside(step)
            if not other or not _may_be_wrong(bead, other.word):
                continue
            for known in sources:
                lost = known.beside(step)
                if not lost or not is_same(bead, known.word, anchor.word):
                    continue
                mine, its = lost.word, other.word
                if not _may_be_lost(bead, mine):
                    continue
                fate = _fate(bead, sources, mine, its, step)
                # “X vom Verband der Y” is no surname.
                if fate is Fate.TRANSLATED and (
                    not (
                        _adjoin(bead.source, known.word, mine)
                        and _adjoin(bead.target, anchor.word, its)
                    )
                    or (step > 0 and _goes_on_as_a_word(bead, other))
                ):
                    continue
                if fate:
                    yield Person(fate, its.span, its.text, mine.span, mine.text)


def _goes_on_as_a_word(bead: Bead, place: Place) -> bool:
    """Whether a name is a body’s: “Kars State Hospital”."""
    behind = place.beside(1)
    return behind is not None and is_a_word(behind.word.text, bead.target.profile)


def _adjoin(passage: Passage, one: NameWord, other: NameWord) -> bool:
    """Whether but a blank or a hyphen is between two words."""
    first, last = sorted((one.span, other.span))
    return passage.document.text[first.end : last.start] in _JOINTS


def _fate(
    bead: Bead, sources: list[Place], lost: NameWord, other: NameWord, step: int
) -> Fate | None:
    """What became of a word of the source, where the target has another one in its place."""
    here, there = bead.source.profile, bead.target.profile
    if not is_a_word(other.text, there):
        replaced = not may_be(bead, lost, other) and _are_lone(bead, sources, lost, other)
        return Fate.REPLACED if replaced else None
    if here.scripts[0] not in _WITH_CAPITALS or not is_known(here, lost.text.lower()):
        return None
    # A name in a case of its own: “Armstrongs”; and any may be one where no list of words is.
    if folded(other.text).startswith(folded(lost.text)) or not has_vocabulary(there):
        return None
    if _tells_what(other.text.lower(), here, there):
        return None
    nouns = here.has("capitalised_nouns") and here.capitalised_nouns
    if step < 0 and (other.initial or nouns or "Latn" not in here.scripts):
        return None
    if not _is_without_article(bead.target, other) or (lost.initial and not nouns):
        return None
    if any(is_same(bead, lost, word) for name in names(bead.target) for word in name.words):
        return None
    # A name may sound like the word that it was translated by: “Weber”, “Weaver”.
    own = lost if lost.text.lower() in proper_words() else None
    if any(may_sound(bead, place.word, other) for place in sources if place.word != own):
        return None
    return Fate.TRANSLATED


def _tells_what(word: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    """Whether a word of the target tells what has the name beside it: a lake, a court."""
    landmarks = there.landmark_words if there.has("landmark_words") else ()
    return word in landmarks or word in name_words(here.tag, there.tag)


def _cut(bead: Bead, sources: list[Place], last: Place) -> Iterator[Person]:
    """The name of two words or more that the source goes on with words found nowhere in the target.

    Of a single word nothing is said: whoever was introduced is called by a part of the name.
    """
    before, there = last.beside(-1), folded_words(bead.target)
    if not before or last.beside(1) or bead.source.profile.scripts[0] in ABJADS:
        return
    for known in sources:
        mine = known.beside(-1)
        if not (mine and is_same(bead, mine.word, before.word)):
            continue
        rest = list(_going_on(bead, known)) if is_same(bead, known.word, last.word) else []
        if rest and all(
            _may_be_cut(bead, word) and folded(word.text) not in there and not _is_told(bead, word)
            for word in rest
        ):
            source = Span(mine.word.span.start, rest[-1].span.end)
            span = Span(before.word.span.start, last.word.span.end)
            mine_text, its_text = bead.source.document.text, bead.target.document.text
            yield Person(Fate.CUT, span, its_text[slice(*span)], source, mine_text[slice(*source)])


def _going_on(bead: Bead, place: Place) -> Iterator[NameWord]:
    """The words behind one that are of the same name: “and” goes on with another."""
    text, here = bead.source.document.text, bead.source.profile
    # “Mazara del Vallo la Farnesina” are two names.
    inside = particles(bead.target.profile) - (
        here.determiners if here.has("determiners") else set()
    )
    for one, other in pairwise(place.run[place.at :]):
        between = text[one.span.end : other.span.start]
        if between not in _JOINTS and between.strip(" \u00a0-‑").lower() not in inside:
            return
        yield other


def _may_be_cut(bead: Bead, word: NameWord) -> bool:
    """Whether a word of the source can be nothing but a name."""
    profile, form = bead.source.profile, word.text.lower()
    nouns = profile.has("capitalised_nouns") and profile.capitalised_nouns
    return (
        _may_be_lost(bead, word)
        and frequency(profile, form) <= _ORDINARY
        and not ((nouns and is_known(profile, form)) or is_composed(profile, form))
    )


def _may_be_retold(bead: Bead, *words: NameWord) -> bool:
    """Whether words of the target are personal, and names alone in either language."""
    here, there = bead.source.profile, bead.target.profile
    return all(_is_personal(bead, word) and may_be_turned(word.text, there, here) for word in words)


def _twice(bead: Bead, sources: list[Place], first: Place) -> Iterator[Person]:
    """Two words of a name, one right behind the other, that are one word of the source."""
    second = first.beside(1)
    if second and second.word.text in _ARTICLES:
        second = second.beside(1)
    if second is None or not _may_be_retold(bead, first.word, second.word):
        return
    one, other = first.word, second.word
    mine, its = folded(one.text), folded(other.text)
    if mine == its or not (
        sound_alike(sound_of(mine), sound_of(its), across=False) or its.startswith(mine)
    ):
        return
    heard = [
        place.word
        for place in sources
        if (is_same(bead, place.word, one) or is_same(bead, place.word, other))
        # Between dots stands the whole name, so as many words are none too many.
        and (len(place.run) < len(first.run) or not is_dotted_script(bead.source.profile))
    ]
    # Two spellings of one name in another script need not both be usual.
    same = is_same if "Latn" in bead.source.profile.scripts else may_be
    both = [word for word in heard if same(bead, word, one) and same(bead, word, other)]
    if len(heard) == len(both) == 1:
        text = bead.target.document.text[one.span.start : other.span.end]
        span = Span(one.span.start, other.span.end)
        yield Person(Fate.TWICE, span, text, both[0].span, both[0].text)


def _turned(bead: Bead, sources: list[Place], first: Place) -> Iterator[Person]:
    """Two words of a name that stand the other way round in the source, respelt."""
    second = first.beside(1)
    if second is None or first.beside(2) or not _may_be_retold(bead, first.word, second.word):
        return
    one, other = first.word, second.word
    if {folded(one.text), folded(other.text)} <= folded_words(bead.source):
        return  # told where names are compared by their letters
    # Papers in Cyrillic put the given name first, whosever it is; others may keep the order of those
    # whose family name is the first.
    if (
        bead.source.profile.scripts[0] != "Cyrl"
        and may_have_family_first((one.text, other.text))
        and any(mention.code in _FAMILY_FIRST for mention in countries(bead.source))
    ):
        return
    surnames = [place for place in sources if is_same(bead, place.word, one)]
    given = [place for place in sources if is_same(bead, place.word, other)]
    if len(surnames) == len(given) == 1:
        known, after = given[0], surnames[0]
        if known.beside(1) == after:
            source = Span(known.word.span.start, after.word.span.end)
            text = bead.target.document.text
            span = Span(one.span.start, other.span.end)
            form = f"{other.text} {one.text}"
            yield Person(Fate.TURNED, span, text[slice(*span)], source, form)


def _are_lone(bead: Bead, sources: list[Place], lost: NameWord, other: NameWord) -> bool:
    """Whether a word of the source is nowhere in the target, and one of the target nowhere in it."""
    return not _is_told(bead, lost) and not any(
        is_heard(bead, place.word, other) for place in sources
    )


def _is_told(bead: Bead, lost: NameWord) -> bool:
    """Whether any name of the target may be a word of the source."""
    return any(
        is_heard(bead, lost, word)
        for name in names(bead.target)
        for word in name.words
        if not is_title(word.text, bead.target.profile)
        and not is_of_a_country(bead.target, word.span)
    )


def _is_without_article(passage: Passage, word: NameWord) -> bool:
    """Whether no “the” stands before the name that a word is part of: persons have none."""
    name = next(each for each in names(passage) if word in each.words)
    start = name.span.start
    return not _ARTICLE.search(passage.document.text[max(passage.span.start, start - 8) : start])


def _is_personal(bead: Bead, word: NameWord) -> bool:
    """Whether a word of the target may be a person's name, and nothing else."""
    return _is_personal_word(word.text, bead.source.profile, bead.target.profile)


@lru_cache(maxsize=65_536)
def _is_personal_word(word: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    return (
        len(word.lower()) >= _SHORTEST
        and not word.isupper()
        and not is_title(word, there)
        and not is_part_of_a_place(word, there.tag)
        and (may_be_borne(word, there) or is_known_in_latin(word, here))
        and not is_korean(word)
    )


def _may_be_wrong(bead: Bead, word: NameWord) -> bool:
    """Whether a word of the target may be put for a name: no title, place or people."""
    return (
        _may_stand_wrongly(word.text, bead.target.profile)
        and folded(word.text) not in folded_words(bead.source)
        and not is_of_a_country(bead.target, word.span)
    )


def _may_stand_wrongly(word: str, profile: LanguageProfile) -> bool:
    return looks_like_a_name(word, profile) and not is_part_of_a_place(word, profile.tag)


def _may_be_lost(bead: Bead, word: NameWord) -> bool:
    profile = bead.source.profile
    return (
        # Words that were written together are none.
        1 < len(word.text) <= LONGEST
        and not word.shouted
        and not is_title(word.text, profile)
        and word.text.lower() not in common_words(profile)
        and not is_part_of_a_place(word.text, profile.tag)
        and not is_of_a_country(bead.source, word.span)
    )
