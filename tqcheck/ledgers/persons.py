"""Persons' names of several words, laid side by side: one word tells who it is, another went wrong."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from tqcheck.features.countries import countries
from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.known_names import is_known_in_latin, known_spellings
from tqcheck.features.names import NameWord, is_title, names, parts_of_names
from tqcheck.features.romanisation import Relation, relation
from tqcheck.features.sounds import consonants_of, sound_alike, sound_of, sounds_within
from tqcheck.features.transliteration import is_korean
from tqcheck.features.vocabulary import common_words, frequency, is_known
from tqcheck.features.words import words
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.languages.given_names import given_name_of
from tqcheck.languages.proper_words import proper_words
from tqcheck.ledgers.names import folded_words
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Span, remembered

#: Shorter words are too easily like another.
_SHORTEST = 3
#: A word that a language uses oftener than this is a word, and a name only where it must be one.
_ORDINARY = 300
#: So many consonants tell a word again in another script; cases put so many behind it.
_FEWEST, _ENDING = 2, 2
#: Two words that share more of their sounds may be one in two scripts.
_SHARED, _SHARED_BARE = 0.4, 0.6
_NO_LIQUID = re.compile(r"[^lr]|(?<=l)l|(?<=r)r")
_ARTICLE = re.compile(r"\b(?:the|an?)[ \u00a0]$", re.IGNORECASE)
_WITH_CAPITALS = frozenset(("Latn", "Cyrl", "Grek", "Armn"))
_WITHOUT_CAPITALS = frozenset(("Arab", "Hebr"))
#: Consonants → one letter for those that syllables of Chinese and Japanese put for one another;
#: “r”, “l” and “h” come and go.
_KINDRED = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        ("th", "t"),
        ("[sc]h|zh|g(?=[eiy])|c(?=[eiy])|[jqxz]", "s"),
        ("[gkc]", "k"),
        ("d", "t"),
        ("ph|[bpfw]", "v"),
        ("m|ng", "n"),
        ("[^skvtn]", ""),
        (r"(.)\1+", r"\1"),
    )
)
_BLANKS = frozenset((" ", "\u00a0", "-", "‑"))
_DOTTED = re.compile(r"[\u4e00-\u9fff]+(?:[·•・‧][\u4e00-\u9fff]+)+")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}(?:[・＝][ァ-ヺー]{2,})+")
_DOT = re.compile(r"[·•・‧＝]")
#: “Son of” and “daughter of”, which the target’s names leave out or write small.
_SONS = frozenset(("بن", "ابن", "بنت", "בן", "בת"))
_CLITICS = re.compile(r"^(?:[وفبلك]?ال|[وفبلك])(?=\w{3})|^[והבלמשכ](?=\w{4})")


class Fate(Enum):
    """What became of a word of a person's name."""

    REPLACED = "another name stands beside the same given name"
    TRANSLATED = "a word stands where the name was"


class Person(NamedTuple):
    """A word of a person's name that went wrong, and the word of the source it stands for."""

    fate: Fate
    target: Span
    text: str
    source: Span
    form: str


class _Place(NamedTuple):
    """A word of a run of words, one right behind the other."""

    run: tuple[NameWord, ...]
    at: int

    @property
    def word(self) -> NameWord:
        return self.run[self.at]

    def beside(self, step: int) -> "_Place | None":
        return _Place(self.run, self.at + step) if 0 <= self.at + step < len(self.run) else None


@remembered
def persons(pair: Pair) -> tuple[Person, ...]:
    """The words of persons' names that are others than in the source, in order."""
    if "Latn" not in pair.target.profile.scripts:
        return ()
    found: dict[Span, Person] = {}
    for bead in pair.complete_beads:
        for person in _persons(bead):
            found.setdefault(person.target, person)
    return tuple(found[span] for span in sorted(found))


def may_stand_for_a_name(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word with a capital that the target alone has may be a translated name."""
    return any(len(part) >= _SHORTEST and _is_word(profile, part) for part in parts_of_names(word))


def _persons(bead: Bead) -> Iterator[Person]:
    targets = [
        _Place(name.words, at)
        for name in names(bead.target)
        if len(name.words) > 1
        for at in range(len(name.words))
    ]
    if not targets:
        return
    sources = _places(bead.source)
    if not sources:
        return
    for anchor in targets:
        if not _is_personal(bead, anchor.word):
            continue
        for step in (1, -1):
            other = anchor.beside(step)
            if not other or not _may_be_wrong(bead, other.word):
                continue
            for known in sources:
                lost = known.beside(step)
                if not lost or not _is_same(bead, known.word, anchor.word):
                    continue
                mine, its = lost.word, other.word
                if _may_be_lost(bead, mine) and (fate := _fate(bead, sources, mine, its, step)):
                    yield Person(fate, its.span, its.text, mine.span, mine.text)


def _fate(
    bead: Bead, sources: list[_Place], lost: NameWord, other: NameWord, step: int
) -> Fate | None:
    """What became of a word of the source, where the target has another one in its place."""
    here, there = bead.source.profile, bead.target.profile
    if not _is_word(there, other.text):
        replaced = not _may_be(bead, lost, other) and _are_lone(bead, sources, lost, other)
        return Fate.REPLACED if replaced else None
    if here.scripts[0] not in _WITH_CAPITALS or not is_known(here, lost.text.lower()):
        return None
    nouns = here.has("capitalised_nouns") and here.capitalised_nouns
    if step < 0 and (other.initial or nouns or "Latn" not in here.scripts):
        return None
    if lost.initial and not (nouns and _is_without_article(bead.target, other)):
        return None
    if any(_is_same(bead, lost, word) for name in names(bead.target) for word in name.words):
        return None
    if any(_may_sound(bead, place.word, other) for place in sources):
        return None
    return Fate.TRANSLATED


def _may_sound(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """Whether a word of the target may be the sounds of one of the source, and no translation."""
    if "Latn" in bead.source.profile.scripts:
        return _may_be(bead, source, target)
    spoken = sound_of(target.text).spoken
    return _is_same(bead, source, target) or any(
        _shares(sound_of(each).spoken, spoken) for each in _readings(source.text)
    )


def _are_lone(bead: Bead, sources: list[_Place], lost: NameWord, other: NameWord) -> bool:
    """Whether a word of the source is nowhere in the target, and one of the target nowhere in it."""
    if any(_is_heard(bead, lost, word) for name in names(bead.target) for word in name.words):
        return False
    return not any(_is_heard(bead, place.word, other) for place in sources)


def _is_without_article(passage: Passage, word: NameWord) -> bool:
    """Whether no “the” stands before the name that a word is part of: persons have none."""
    name = next(each for each in names(passage) if word in each.words)
    start = name.span.start
    return not _ARTICLE.search(passage.document.text[max(passage.span.start, start - 8) : start])


def _is_word(profile: LanguageProfile, word: str) -> bool:
    """Whether a word of the target is a word and no name."""
    form = word.lower()
    return is_known(profile, form) and form not in proper_words()


def _is_personal(bead: Bead, word: NameWord) -> bool:
    """Whether a word of the target may be a person's name, and nothing else."""
    form = word.text.lower()
    profile = bead.target.profile
    return (
        len(form) >= _SHORTEST
        and not word.shouted
        and not is_title(word.text, profile)
        and not is_part_of_a_place(word.text, profile.tag)
        and (
            form in proper_words()
            or given_name_of(word.text) is not None
            or is_known_in_latin(word.text, bead.source.profile)
            or not (is_known(profile, form) or frequency(profile, form) > _ORDINARY)
        )
        and not is_korean(word.text)
    )


def _may_be_wrong(bead: Bead, word: NameWord) -> bool:
    """Whether a word of the target may be put for a name: no title, place or people."""
    profile = bead.target.profile
    return (
        len(word.text) >= _SHORTEST
        and not word.shouted
        and not is_title(word.text, profile)
        and word.text.lower() not in common_words(profile)
        and not is_part_of_a_place(word.text, profile.tag)
        and folded(word.text) not in folded_words(bead.source)
        and not any(each.span.overlaps(word.span) for each in countries(bead.target))
    )


def _may_be_lost(bead: Bead, word: NameWord) -> bool:
    profile = bead.source.profile
    return (
        len(word.text) > 1
        and not word.shouted
        and not is_title(word.text, profile)
        and word.text.lower() not in common_words(profile)
        and not is_part_of_a_place(word.text, profile.tag)
        and not any(each.span.overlaps(word.span) for each in countries(bead.source))
    )


@remembered
def _places(passage: Passage) -> list[_Place]:
    """The words of a source that may be those of a name, each with what stands beside it."""
    return [_Place(run, at) for run in _runs(passage) for at in range(len(run))]


def _runs(passage: Passage) -> Iterator[tuple[NameWord, ...]]:
    script = passage.profile.scripts[0]
    if script in {"Hani", "Hira"}:
        pattern = _DOTTED if script == "Hani" else _KATAKANA
        for match in pattern.finditer(passage.text):
            yield tuple(_dotted(passage, match))
    elif script in _WITHOUT_CAPITALS:
        yield from _unbroken(passage)
    else:
        yield from (name.words for name in names(passage) if len(name.words) > 1)


def _dotted(passage: Passage, match: re.Match[str]) -> Iterator[NameWord]:
    start = match.start()
    for part in _DOT.split(match.group()):
        yield NameWord(part, passage.at(start, start + len(part)), initial=False)
        start += len(part) + 1


def _unbroken(passage: Passage) -> Iterator[tuple[NameWord, ...]]:
    """The words between two marks, of a script that tells no names by capitals."""
    text = passage.document.text
    run: list[NameWord] = []
    end = 0
    for word in words(passage):
        if run and text[end : word.span.start] not in _BLANKS:
            yield tuple(run)
            run = []
        end = word.span.end
        if word.text not in _SONS:
            run.append(NameWord(*word, initial=False))
    if run:
        yield tuple(run)


def _is_same(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """Whether two words are surely one name."""
    return _same(source.text, target.text, bead.source.profile, bead.target.profile)


def _may_be(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """Whether two words may be one name."""
    return _alike(source.text, target.text, bead.source.profile, bead.target.profile)


def _is_heard(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """The same of words that need not stand in one place: short ones tell nothing."""
    short = len(sound_of(target.text).consonants) < _FEWEST
    if short and "Latn" not in bead.source.profile.scripts:
        return _is_same(bead, source, target)
    return _may_be(bead, source, target)


@lru_cache(maxsize=65_536)
def _same(source: str, target: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    if "Latn" in here.scripts:
        if folded(source) == folded(target):
            return True
        given = given_name_of(source)
        if given and given == given_name_of(target):
            return True
        return relation(source, target, here, there) is not Relation.OTHER
    form = folded(target)
    if any(form in map(folded, each.forms) for _, each in known_spellings(source, here)):
        return True
    if here.scripts[0] in _WITHOUT_CAPITALS and is_known_in_latin(target, here):
        return False
    bare, wanted = consonants_of(source), consonants_of(target)
    if len(wanted) < _FEWEST:
        return False
    if here.scripts[0] in {"Hani", "Hira"}:
        return len(wanted) > _FEWEST and sounds_within(wanted, bare) <= len(wanted) // 4
    if not _liquids(source).startswith(_liquids(target)):
        return False
    starts = {bare, consonants_of(_CLITICS.sub("", source))}
    return any(each.startswith(wanted) and len(each) - len(wanted) <= _ENDING for each in starts)


@lru_cache(maxsize=65_536)
def _alike(source: str, target: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    if _same(source, target, here, there):
        return True
    across = "Latn" not in here.scripts
    other = sound_of(target)
    if here.scripts[0] in {"Hani", "Hira"}:
        mine, heard = _bare(source), _bare(target)
        return len(heard) < _FEWEST or sounds_within(heard, mine) <= len(heard) / 2
    if not across:
        return sound_alike(sound_of(source), other, across=False)
    if len(other.consonants) < _FEWEST:
        return True
    if _is_borne_by_others(source, target, here):
        return False
    return any(
        sound_alike(mine, heard, across=True) or _shares(mine.spoken, heard.spoken)
        for mine in map(sound_of, _readings(source))
        for heard in (other, sound_of(target.replace("c", "ch").replace("j", "h")))
    )


def _liquids(word: str) -> str:
    """The “l” and “r” of a word in any script, which sounds take for one."""
    from anyascii import anyascii

    return _NO_LIQUID.sub("", anyascii(_CLITICS.sub("", word)).lower())


def _readings(word: str) -> Iterator[str]:
    """How a word in another script may be read: without what is written together with it or is an
    ending of a case, and with the letter that Arabic has for “j” and many have for “g”.
    """
    for form in dict.fromkeys((word, _CLITICS.sub("", word))):
        yield form
        if "ج" in form:
            yield form.replace("ج", "غ")
        if "و" in form:
            yield form.replace("و", "")
        if len(form) > _SHORTEST:
            yield form[:-1]


@lru_cache(maxsize=65_536)
def _bare(word: str) -> str:
    """The consonants that Chinese and Japanese keep of a foreign name, kindred ones as one."""
    from anyascii import anyascii

    bare = anyascii(word).lower()
    for spelling, sound in _KINDRED:
        bare = spelling.sub(sound, bare)
    return bare


def _shares(left: str, right: str, least: float = _SHARED) -> bool:
    """Whether two words have that share of their letters, in order."""
    longest = max(len(left), len(right), 1)
    return 1 - letters_apart(left, right, longest) / longest >= least


def _is_borne_by_others(source: str, target: str, here: LanguageProfile) -> bool:
    """Whether the tables have both names, and nobody with the one is written as the other."""
    if not is_known_in_latin(target, here):
        return False
    own = [form for _, each in known_spellings(source, here) for form in each.forms]
    sound = sound_of(target)
    heard = [sound_of(each).consonants for each in _readings(source)]
    if not own:
        return here.scripts[0] in _WITHOUT_CAPITALS and not any(
            _shares(each, sound.consonants, _SHARED_BARE) for each in heard
        )
    return sound.consonants not in heard and not any(
        sound_alike(sound_of(form), sound, across=False) for form in own
    )
