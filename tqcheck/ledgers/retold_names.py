"""Names that were translated word by word, told twice, or turned round."""

import re
from collections.abc import Container, Iterator
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.countries import CountryName, countries
from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.names import NameWord, names, parts_of_names
from tqcheck.features.romanisation import Relation, relation
from tqcheck.features.sounds import sound_alike, sound_of
from tqcheck.features.transliteration import is_pinyin
from tqcheck.features.vocabulary import frequency, is_known
from tqcheck.languages.countries import Naming, is_part_of_a_place
from tqcheck.languages.given_names import given_names
from tqcheck.languages.lexicon import lexicon
from tqcheck.languages.proper_words import proper_words
from tqcheck.ledgers.character_readings import readings_told_twice
from tqcheck.ledgers.hearing import MEANINGS
from tqcheck.ledgers.names import folded_words
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Span, remembered

#: A word that a language uses oftener than this is a word, and a name only beside a title.
_ORDINARY = 300
_SHORTEST = 3
#: A name that is said again has so many letters, differs in that share of them at most, and is
#: less like any other.
_FEWEST, _SLIP, _OTHER = 4, 0.34, 0.6
#: A syllable of a Vietnamese name has so many letters at most.
_LONGEST_SYLLABLE = 6
_VOWELS = re.compile("[aeiouy]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"([^\W\d_]+)\.?[ \u00a0]$")
#: Countries of several nations, whose names may stand side by side.
_OF_NATIONS = frozenset(("GB", "US"))
#: A person's name that was turned round has so many words at most.
_MOST_WORDS = 3


class Retold(NamedTuple):
    """What the source has, and what the target has made of it."""

    source: Span
    target: Span
    form: str


def may_be_translated(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word of the source may stand before a surname."""
    courtesies = profile.courtesies if profile.has("courtesies") else frozenset()
    return any(part.lower() in courtesies for part in _LETTERS.findall(word))


def may_be_turned(word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word of the source may be a person's name and nothing else in either language."""
    return any(
        len(part) >= _SHORTEST
        and not part.isupper()
        and not any(
            is_part_of_a_place(part, side.tag) or frequency(side, part.lower()) > _ORDINARY
            for side in (profile, other)
        )
        for part in parts_of_names(word)
    )


def translated_surnames(bead: Bead) -> Iterator[Retold]:
    """The family names behind "Mr" or "Mrs" that became a common word of the target."""
    there = folded_words(bead.target)
    sources = [
        word
        for word in _addressed(bead.source)
        if folded(word.text) not in there and _count(bead.source.profile, word) > _ORDINARY
    ]
    if not sources:
        return
    here = folded_words(bead.source)
    targets = [
        word
        for word in _addressed(bead.target)
        if folded(word.text) not in here and _count(bead.target.profile, word) > _ORDINARY
    ]
    if len(sources) == len(targets) == 1 and not sound_alike(
        sound_of(sources[0].text), sound_of(targets[0].text), across=False
    ):
        yield Retold(sources[0].span, targets[0].span, sources[0].text)


def _addressed(passage: Passage) -> Iterator[NameWord]:
    """The words with a capital right behind "Mr", "Mrs" and the like."""
    profile = passage.profile
    courtesies = profile.courtesies if profile.has("courtesies") else frozenset()
    for name in names(passage) if courtesies else ():
        for word in name.words:
            start = word.span.start
            text = passage.document.text[max(passage.span.start, start - 12) : start]
            before = _BEFORE.search(text)
            titled = before and before[1].lower() in courtesies
            if titled and len(word.text) >= _SHORTEST and word.text.lower() not in profile.titles:
                yield word


def _count(profile: LanguageProfile, word: NameWord) -> int:
    known = lexicon(profile.tag)
    return known.frequency(word.text.lower()) if known else 0


def told_twice(bead: Bead) -> Iterator[Retold]:
    """The names that stand in two forms side by side, where the source has one."""
    yield from _countries_twice(bead)
    if bead.source.profile.scripts[0] in MEANINGS:
        yield from (Retold(*each) for each in readings_told_twice(bead))
    yield from _spelt_twice(bead)
    if not all(side.profile.has("romanisation") for side in (bead.source, bead.target)):
        return
    for name in names(bead.target):
        for one, other in pairwise(name.words):
            if one.shouted or other.shouted or folded(one.text) == folded(other.text):
                continue
            for kept, new in ((one, other), (other, one)):
                source = _kept(bead, kept, new)
                if source:
                    span = Span(one.span.start, other.span.end)
                    yield Retold(source.span, span, new.text)
                    break


def _spelt_twice(bead: Bead) -> Iterator[Retold]:
    """The words that stand side by side with a slip of themselves, or again behind a hyphen."""
    here = [word for name in names(bead.source) for word in name.words]
    known = {folded(word.text) for word in here}
    for name in names(bead.target) if here and "Latn" in bead.source.profile.scripts else ():
        for one, other in pairwise(name.words):
            for kept, again in ((one, other), (other, one)):
                # The letters first: hardly any two neighbours are alike.
                if not _may_be_again(kept, again, known):
                    continue
                own = [word for word in here if _is_one(bead, word, kept)]
                if len(own) == 1 and _is_again(bead, own[0], kept, again, here):
                    span = Span(one.span.start, other.span.end)
                    yield Retold(own[0].span, span, own[0].text)
                    break


def _is_one(bead: Bead, source: NameWord, target: NameWord) -> bool:
    here, there = bead.source.profile, bead.target.profile
    if not (here.has("romanisation") and there.has("romanisation")):
        return folded(source.text) == folded(target.text)
    return relation(source.text, target.text, here, there) is not Relation.OTHER


def _may_be_again(kept: NameWord, again: NameWord, known: Container[str]) -> bool:
    """Whether a word beside a name may be that name once more, or a name of the source."""
    form = folded(again.text)
    if again.shouted or len(form) < _FEWEST:
        return False
    return form in known or _apart(kept.text, form) <= _SLIP


def _is_again(
    bead: Bead, own: NameWord, kept: NameWord, again: NameWord, here: list[NameWord]
) -> bool:
    """Whether a word beside a name is that name, with other letters or the same, and no other one."""
    form = folded(again.text)
    if form in (folded(own.text), folded(kept.text)):
        return True
    if form in folded_words(bead.source) or is_known(bead.target.profile, again.text.lower()):
        return False
    return _apart(kept.text, form) <= _SLIP and not any(
        _apart(word.text, form) <= _OTHER for word in here if word is not own
    )


def _apart(word: str, form: str) -> float:
    """Which share of the letters of a word a form has not."""
    longest = max(len(word), len(form))
    return letters_apart(folded(word), form, longest) / longest


def _kept(bead: Bead, kept: NameWord, new: NameWord) -> NameWord | None:
    """The word of the source that the one word keeps and the other respells."""
    here, there = bead.source.profile, bead.target.profile
    if folded(new.text) in folded_words(bead.source):
        return None
    word = next(
        (word for name in names(bead.source) for word in name.words if word.text == kept.text), None
    )
    if word is None:
        return None
    usual = given_names(here.tag, there.tag).get(word.text, ())
    respelt = relation(word.text, new.text, here, there) in {Relation.CONVERTED, Relation.HALF}
    return word if respelt or (new.text in usual and new.text != word.text) else None


def _countries_twice(bead: Bead) -> Iterator[Retold]:
    named = [each for each in countries(bead.target) if each.sure]
    for one, other in pairwise(named):
        text = bead.target.document.text[one.span.end : other.span.start]
        if text not in {" ", "\u00a0"} or one.code != other.code or one.code in _OF_NATIONS:
            continue
        if not _are_two_forms(one, other):
            continue
        there = [each for each in countries(bead.source) if each.code == one.code]
        if len(there) == 1:
            yield Retold(there[0].span, Span(one.span.start, other.span.end), other.text)


def _are_two_forms(one: CountryName, other: CountryName) -> bool:
    """Whether two names side by side say the same: two of one place, or its people and itself."""
    if one.text == other.text:
        return False
    if one.fact == other.fact and one.kind is other.kind:
        return one.kind is not Naming.DEMONYM
    return one.kind is Naming.DEMONYM and other.kind is Naming.NAME


def turned_round(pair: Pair) -> Iterator[Retold]:
    """The persons whose family name stands before the given name, as the source has it not."""
    for bead in pair.complete_beads:
        there = folded_words(bead.target)
        for source in stretches(bead.source):
            forms = _forms(source)
            if not there.issuperset(forms) or not _is_a_person(pair, source):
                continue
            targets = {target: _forms(target) for target in stretches(bead.target)}
            for target in targets if forms not in targets.values() else ():
                if targets[target] in _turns(forms):
                    own = Span(source[0].span.start, source[-1].span.end)
                    span = Span(target[0].span.start, target[-1].span.end)
                    yield Retold(own, span, pair.source.text[slice(*own)])


@remembered
def stretches(passage: Passage) -> tuple[tuple[NameWord, ...], ...]:
    """Two or three words of a name, one right behind the other."""
    text = passage.document.text
    return tuple(
        name.words[at : at + size]
        for name in names(passage)
        for size in range(2, _MOST_WORDS + 1)
        for at in range(len(name.words) - size + 1)
        if all(
            text[one.span.end : other.span.start] in {" ", "\u00a0"}
            for one, other in pairwise(name.words[at : at + size])
        )
    )


def _forms(words: tuple[NameWord, ...]) -> list[str]:
    return [folded(word.text) for word in words]


def _turns(forms: list[str]) -> Iterator[list[str]]:
    yield from (forms[at:] + forms[:at] for at in range(1, len(forms)))
    yield forms[::-1]


def _is_a_person(pair: Pair, words: tuple[NameWord, ...]) -> bool:
    """Whether words are those of a person: names alone, or syllables of East Asia of which one is."""
    personal = [is_personal(pair, word) for word in words]
    if any(personal) and all(
        known or _is_proper(pair, word) for word, known in zip(words, personal, strict=True)
    ):
        return True
    return (
        (any(personal) or any(_is_no_word(pair, word) for word in words))
        and not any(
            word.shouted or is_part_of_a_place(word.text, pair.target.language) for word in words
        )
        and all(is_pinyin(word.text) or _is_syllable(word.text) for word in words)
    )


def _is_proper(pair: Pair, word: NameWord) -> bool:
    """Whether a word that a language uses is a person's name in it: “Lorenzo”, “Brenda”."""
    places = (is_part_of_a_place(word.text, side.language) for side in (pair.source, pair.target))
    return word.text.lower() in proper_words() and not word.shouted and not any(places)


def _is_syllable(word: str) -> bool:
    return len(word) <= _LONGEST_SYLLABLE and len(_VOWELS.findall(folded(word))) == 1


def is_personal(pair: Pair, word: NameWord) -> bool:
    """Whether a word is a name and nothing else in either language, and no place's."""
    sides = (pair.source, pair.target)
    return (
        len(word.text) >= _SHORTEST
        and not word.shouted
        and not any(is_part_of_a_place(word.text, side.language) for side in sides)
        and _is_no_word(pair, word)
    )


def _is_no_word(pair: Pair, word: NameWord) -> bool:
    return all(
        frequency(side.profile, word.text.lower()) <= _ORDINARY
        for side in (pair.source, pair.target)
    )
