"""Names that stand once in the source and in two spellings in the target."""

import re
from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import NamedTuple

from tqcheck.features.distance import letters_apart
from tqcheck.features.figures import figure_words
from tqcheck.features.folding import folded
from tqcheck.features.glued import without_clitics
from tqcheck.features.names import NameWord, is_title, names
from tqcheck.features.rendering import has_model
from tqcheck.features.romanisation import Relation, relation
from tqcheck.features.sounds import ABJADS, Sound, sound_alike, sound_of
from tqcheck.features.stems import is_inflected
from tqcheck.features.vocabulary import is_known
from tqcheck.features.words import words
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.languages.given_names import given_name_of
from tqcheck.ledgers.hearing import MEANINGS
from tqcheck.ledgers.names import NamePlace, folded_words, is_a_title
from tqcheck.ledgers.origins import unconverted
from tqcheck.ledgers.read_names import is_rendering
from tqcheck.ledgers.source_words import source_words
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Span, remembered

#: Shorter words of the target are too easily near each other.
_SHORTEST = 4
#: Two spellings of one name share more than this of their sounds.
_APART = 0.4
#: Cases put so many letters behind a name; a shorter one keeps all of its own.
_CASE, _SHORT_STEM = 2, 4
#: What all cases of a name share is longer than chance.
_SHORTEST_STEM = 3
#: A name in Chinese characters has so many.
_FEWEST_CHARACTERS, _MOST_CHARACTERS = 2, 6
_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_TWICE = re.compile(r"(.)\1+")
#: The endings of a man’s and a woman’s family name.
_GENDER = re.compile(r"(?:iy|yy|y|i|ii|ij|aya|aia|aja|ova|eva|ina|a|s)$")


class TwoForms(NamedTuple):
    """A word of a name in the target, its place in the source, and how the target spells it elsewhere."""

    target: Span
    text: str
    source: Span
    form: str


class _Form(NamedTuple):
    """All the places where the target has one form of a word of a name."""

    text: str
    places: tuple[NamePlace, ...]
    beads: tuple[Bead, ...]

    @property
    def first(self) -> int:
        return self.places[0].word.span.start


@remembered
def two_forms(pair: Pair) -> tuple[TwoForms, ...]:
    """The words of names that the target spells otherwise elsewhere, the source alike, in order."""
    here, there = pair.source.profile, pair.target.profile
    if not (here.has("scripts") and there.has("scripts")) or "Latn" not in there.scripts:
        return ()
    alike: dict[str, list[_Form]] = {}
    forms = _forms(pair)
    for form in forms:
        alike.setdefault(_key(form.text), []).append(form)
    readings = {found.target for found in unconverted(pair)}
    found = {
        other.target: other
        for same in alike.values()
        for right, wrong in permutations(same, 2)
        if _comes_first(right, wrong, pair) and _may_be_one(right, wrong, pair.target.profile)
        if not any(place.word.span in readings for place in right.places)
        for other in _mentions(pair, right, wrong)
    }
    if has_model(here):
        for other in _renderings(pair, forms):
            found.setdefault(other.target, other)
    return tuple(found[span] for span in sorted(found))


def _renderings(pair: Pair, forms: list[_Form]) -> Iterator[TwoForms]:
    """The same of forms with other consonants, of which the usual one renders the source's word;
    where one alone does, the other is wrong even if it comes first, unless it is more frequent.
    """
    for right, wrong in permutations(forms, 2):
        if (
            right.text[0] != wrong.text[0]
            or _key(right.text) == _key(wrong.text)
            or len(right.places) < len(wrong.places)
            or not _may_be_one(right, wrong, pair.target.profile)
        ):
            continue
        first = _comes_first(right, wrong, pair)
        elsewhere = [bead.source.text for bead in right.beads]
        for place, bead in zip(wrong.places, wrong.beads, strict=True):
            for source in source_words(bead.source):
                stem = _stem(source.text, pair.source.profile.scripts[0])
                if (
                    len(stem) >= _SHORTEST_STEM
                    and any(stem in text for text in elsewhere)
                    and _is_right(bead, source, right, wrong, first=first)
                ):
                    yield TwoForms(place.word.span, wrong.text, source.span, right.text)
                    break


def _is_right(bead: Bead, source: NameWord, right: _Form, wrong: _Form, *, first: bool) -> bool:
    """Whether a form renders a word of the source, and the other one does not or comes later. What
    is read from characters comes near those that are wrong, too.
    """
    mine, other = (is_rendering(bead, source, form.places[0].word) for form in (right, wrong))
    if _has_meanings(bead.source):
        return first and (mine or other)
    return mine and (first or not other)


def _key(word: str) -> str:
    """The consonants of a word, “ts” as “s”: Jelzin is Yeltsin."""
    return _TWICE.sub(r"\1", sound_of(word).consonants.replace("ts", "s"))


def _forms(pair: Pair) -> list[_Form]:
    found: dict[str, list[tuple[NamePlace, Bead]]] = {}
    for bead in pair.complete_beads:
        for name in names(bead.target):
            for at, word in enumerate(name.words):
                if _is_eligible(pair, NamePlace(name, at)):
                    found.setdefault(word.text, []).append((NamePlace(name, at), bead))
    return [
        _Form(text, tuple(place for place, _ in each), tuple(bead for _, bead in each))
        for text, each in found.items()
    ]


def _is_eligible(pair: Pair, place: NamePlace) -> bool:
    word, profile = place.word, pair.target.profile
    return (
        len(word.text) >= _SHORTEST
        and not word.shouted
        and not is_a_title(pair, word)
        and not (word.initial and is_known(profile, word.text.lower()))
        and not is_part_of_a_place(word.text, profile.tag)
    )


def _comes_first(right: _Form, wrong: _Form, pair: Pair) -> bool:
    """Whether the one is the usual form: a public figure's, or what the target's convention makes of
    the other one, which is the source's own; else the more frequent one, or the first. What the
    source has letter for letter is no slip.
    """
    known = _words_of_figures((*right.beads, *wrong.beads), pair.target.language)
    public = folded(right.text) in known
    if public != (folded(wrong.text) in known):
        return public
    if _is_left(right, wrong, pair) or (_is_own(wrong) and not _is_left(wrong, right, pair)):
        return False
    return _is_left(wrong, right, pair) or (
        (-len(right.places), right.first) < (-len(wrong.places), wrong.first)
    )


def _words_of_figures(beads: Iterable[Bead], language: str) -> frozenset[str]:
    """The words by which a language calls the public figures that the sources name."""
    return frozenset[str]().union(*(figure_words(bead.source, language) for bead in beads))


def _is_left(form: _Form, other: _Form, pair: Pair) -> bool:
    """Whether a form is the source's, and the other one what the target's language makes of it: by
    its convention, or by what it made of the name beside it, too.
    """
    if not _is_own(form) or _is_own(other):
        return False
    here, there = pair.source.profile, pair.target.profile
    if relation(form.text, other.text, here, there) is Relation.CONVERTED:
        return True
    beads = (*form.beads, *other.beads)
    sources = {word for bead in beads for word in folded_words(bead.source)}
    beside = (_neighbours(form, there) | _neighbours(other, there)) - sources
    return _key(form.text) == _key(other.text) and any(
        _key(word) == _key(source) for word in beside for source in sources
    )


def _is_own(form: _Form) -> bool:
    """Whether the source has a form as it stands."""
    return any(folded(form.text) in folded_words(bead.source) for bead in form.beads)


def _may_be_one(right: _Form, wrong: _Form, profile: LanguageProfile) -> bool:
    """Whether two forms are alike, and neither two names of one root nor those of two persons."""
    mine, other = folded(right.text), folded(wrong.text)
    if mine == other or mine.startswith(other) or other.startswith(mine):
        return False
    if is_inflected(profile.tag, mine, other) or _is_adjective(mine, other, profile):
        return False
    if _GENDER.sub("", mine) == _GENDER.sub("", other) and not _is_spelling(mine, other):
        return False
    mine, other = sound_of(mine).spoken, sound_of(other).spoken
    longest = max(len(mine), len(other))
    if letters_apart(mine, other, longest) >= _APART * longest:
        return False
    if set(right.beads) & set(wrong.beads):
        return False
    given = given_name_of(right.text)
    same_name = given is not None and given == given_name_of(wrong.text)
    return not _are_two_persons(right, wrong, profile, same_name=same_name)


def _is_adjective(mine: str, other: str, profile: LanguageProfile) -> bool:
    """Whether the two part at the end and are words of the language: “Europa”, “Europea”."""
    root = min(len(mine), len(other)) - _CASE
    same = mine[:root] == other[:root]
    return same and is_known(profile, mine) and is_known(profile, other)


def _is_spelling(mine: str, other: str) -> bool:
    """Whether two forms differ in how an ending is spelt, and not in whose it is."""
    return (mine[-1] in "aes") == (other[-1] in "aes")


def _are_two_persons(
    right: _Form, wrong: _Form, profile: LanguageProfile, *, same_name: bool
) -> bool:
    """Whether the forms stand beside other names, each beside its own: “Mohamed Salah” and
    “Mohammed Deif”. A given name that people spell in several ways has to stand beside the same.
    """
    mine, other = _neighbours(right, profile), _neighbours(wrong, profile)
    return not mine & other if same_name else bool(mine and other and not mine & other)


def _neighbours(form: _Form, profile: LanguageProfile) -> set[str]:
    """The names beside a form; what it is called besides is none: “Admiral”."""
    beside = (place.beside(step) for place in form.places for step in (-1, 1))
    return {folded(word.text) for word in beside if word and not is_title(word.text, profile)}


def _mentions(pair: Pair, right: _Form, wrong: _Form) -> Iterator[TwoForms]:
    heard = sound_of(right.text), sound_of(wrong.text)
    latin = "Latn" in pair.source.profile.scripts
    for place, bead in zip(wrong.places, wrong.beads, strict=True):
        sources = [
            (stem, span)
            for stem, sounds, span in _sources(bead.source)
            if any(_is_heard(sound, each, latin=latin) for sound in sounds for each in heard)
        ]
        elsewhere = [each.source.text for each in right.beads]
        shared = [span for stem, span in sources if any(stem in text for text in elsewhere)]
        # Pieces of a run of characters are heard too, which are no name.
        if shared and (_has_meanings(bead.source) or len(shared) == len(sources)):
            yield TwoForms(place.word.span, wrong.text, shared[0], right.text)


def _is_heard(sound: Sound, name: Sound, *, latin: bool) -> bool:
    return sound.consonants[:1] == name.consonants[:1] and sound_alike(
        sound, name, across=not latin
    )


def _has_meanings(passage: Passage) -> bool:
    return passage.profile.scripts[0] in MEANINGS


@remembered
def _sources(passage: Passage) -> tuple[tuple[str, tuple[Sound, ...], Span], ...]:
    """What may be a word of a name in the source: what all its cases share, its sounds with and
    without what may be written together with it, its place.
    """
    script = passage.profile.scripts[0]
    if _has_meanings(passage):
        return tuple(_of_characters(passage))
    if script in ABJADS:
        return tuple(
            (stem, (sound_of(word.text), sound_of(stem)), word.span)
            for word in words(passage)
            for stem in (without_clitics(word.text),)
            if len(stem) > 2
        )
    return tuple(
        (_stem(word.text, script), (sound_of(word.text),), word.span)
        for name in names(passage)
        for word in name.words
    )


def _stem(word: str, script: str) -> str:
    if script == "Latn" or len(word) < _SHORT_STEM + _CASE:
        return word
    return word[:-_CASE]


def _of_characters(passage: Passage) -> Iterator[tuple[str, tuple[Sound, ...], Span]]:
    for run in _HAN.finditer(passage.text):
        for start in range(*run.span()):
            for size in range(_FEWEST_CHARACTERS, _MOST_CHARACTERS + 1):
                if start + size <= run.end():
                    text = passage.text[start : start + size]
                    yield text, (sound_of(text),), passage.at(start, start + size)
