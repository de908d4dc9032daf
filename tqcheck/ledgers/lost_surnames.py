"""Family names of persons whom the source introduced, where the target does not say them again."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.known_names import nominatives
from tqcheck.features.names import NameWord, names
from tqcheck.features.pronouns import takes_up
from tqcheck.features.sounds import ABJADS, consonants_of
from tqcheck.features.vocabulary import common_words
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.ledgers.lone_words import LoneName, lone_name
from tqcheck.ledgers.lost_persons import is_given, is_lost, whole_names
from tqcheck.ledgers.names import folded_words
from tqcheck.ledgers.person_words import Place, is_heard, is_same, places
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, remembered

#: A bead that the aligner is less sure of proves nothing.
_SURE_BEAD = 0.5
#: A family name has so many letters, or in a script without vowels so many consonants, and where
#: two scripts are compared so many, too.
_SHORTEST, _FEWEST = 4, 3
_WITHOUT_SPACES = frozenset(("Hani", "Hira"))


class _Person(NamedTuple):
    """The words of a person's name in the source."""

    given: NameWord
    family: NameWord


@remembered
def lost_surnames(pair: Pair) -> tuple[LoneName, ...]:
    """The family names that stand without a given one where the target has neither them, nor the
    given name, nor another name in their place, nor a pronoun; in order.

    Asked are only persons whom the source names somewhere by both. None of scripts that put no
    space between words.
    """
    if pair.source.profile.scripts[0] in _WITHOUT_SPACES or not pair.running:
        return ()
    beads = pair.beads
    known = {
        form: person
        for bead in beads
        if not bead.source.empty
        for person in _introduced(bead)
        for form in _forms(person.family.text, pair.source.profile)
    }
    return tuple(
        found
        for at, bead in enumerate(beads)
        if known and bead.complete and bead.confidence >= _SURE_BEAD and not bead.moved
        for found in _lost(bead, beads[max(0, at - 1) : at + 2], known)
    )


def _lost(bead: Bead, near: Sequence[Bead], known: Mapping[str, _Person]) -> Iterator[LoneName]:
    profile = bead.source.profile
    if takes_up(bead.source, bead.target):
        return
    for row in _rows(bead.source):
        word = row[-1]
        person = next((known[each] for each in _forms(word.text, profile) if each in known), None)
        if (
            person
            and not any(each.text == person.given.text for each in row)
            and not _is_called(bead, person.given)
            and is_lost(bead, near, (word,))
        ):
            yield lone_name(bead.source, (word,), sure=True, likely=True)


def _rows(passage: Passage) -> Iterator[tuple[NameWord, ...]]:
    """The words of a name that may end with a family's; of a script without capitals any two."""
    if passage.profile.scripts[0] not in ABJADS:
        yield from (name.words for name in names(passage))
        return
    for place in places(passage):
        before = place.beside(-1)
        yield (before.word, place.word) if before else (place.word,)


def _introduced(bead: Bead) -> Iterator[_Person]:
    """The persons whom a source names with both their names."""
    profile = bead.source.profile
    if profile.scripts[0] in ABJADS:
        yield from _with_a_given_name(bead)
        return
    across = "Latn" not in profile.scripts
    for row in whole_names(bead.source):
        family = row[-1]
        telling = len(consonants_of(family.text)) >= _FEWEST if across else True
        if (
            len(family.text) >= _SHORTEST
            and telling
            and not is_part_of_a_place(family.text.removesuffix("s"), profile.tag)
        ):
            yield _Person(row[0], family)


def _with_a_given_name(bead: Bead) -> Iterator[_Person]:
    """The words of a script without capitals that stand behind a given name, and that the target
    has behind the same one.
    """
    runs = [name.words for name in names(bead.target)] if bead.complete else []
    there = [couple for run in runs for couple in pairwise(run)]
    for place in places(bead.source) if there else ():
        behind = place.beside(1)
        if behind and _may_be_a_family(bead, place, behind):
            one, other = place.word, behind.word
            if any(is_same(bead, one, a) and is_heard(bead, other, b) for a, b in there):
                yield _Person(one, other)


def _may_be_a_family(bead: Bead, given: Place, behind: Place) -> bool:
    profile = bead.source.profile
    word = behind.word.text
    return (
        len(word) >= _SHORTEST
        and len(consonants_of(word)) >= _FEWEST
        and word not in common_words(profile)
        and is_given(profile, given.word.text)
    )


def _is_called(bead: Bead, given: NameWord) -> bool:
    """Whether the target calls a person by the given name."""
    if folded(given.text) in folded_words(bead.target):
        return True
    return any(is_same(bead, given, word) for name in names(bead.target) for word in name.words)


def _forms(word: str, profile: LanguageProfile) -> Iterator[str]:
    """What a name may be without its case, and what is written together with it."""
    yield from nominatives(word.lower(), profile)
    if "Latn" in profile.scripts and word.endswith("s"):
        yield word[:-1].lower()
