"""Acronyms that stand behind the words of others."""

from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.acronyms import Acronym, abbreviates, acronyms, words_before
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import LETTERS
from tqcheck.languages.acronyms import letters
from tqcheck.languages.tables import column
from tqcheck.model import Bead, Pair, Passage, remembered

#: Shorter ones abbreviate words by chance.
_SHORTEST = 3


class Misnamed(NamedTuple):
    """An acronym of the target, and the one that the words before its bracket stand for."""

    target: Acronym
    right: str


@remembered
def misnamed(pair: Pair) -> tuple[Misnamed, ...]:
    """The acronyms in brackets behind the words of another body, in order.

    What the source has too is the source's, and what leaves out a letter is another habit
    ("IDB" for "IADB").
    """
    return tuple(found for bead in pair.complete_beads for found in _misnamed(pair, bead))


def _misnamed(pair: Pair, bead: Bead) -> Iterator[Misnamed]:
    for acronym in acronyms(bead.target):
        form = acronym.letters
        if len(form) < _SHORTEST or not form.isalpha():
            continue
        clause = words_before(bead.target, acronym)
        if not clause or abbreviates(form, clause):
            continue
        if form in (other.letters for other in acronyms(bead.source)):
            continue
        right = _body(_initials(clause, bead.target), pair.target.language)
        if right and form not in right and not any(_is_within(form, one) for one in right):
            yield Misnamed(acronym, right[0])


def _initials(clause: str, passage: Passage) -> str:
    """The first letters of the words with a capital that a clause ends with, small words left out."""
    small = common_words(passage.profile)
    found = ""
    for word in reversed(LETTERS.findall(clause)):
        if word.lower() in small:
            continue
        if not word[0].isupper():
            break
        found = word[0] + found
    return found


def _body(initials: str, language: str) -> tuple[str, ...]:
    """The short forms of the only body of the table that some initials stand for."""
    found = [
        forms
        for forms in column("acronyms", language).values()
        if any(letters(form) == initials for form in forms)
    ]
    return tuple(map(letters, found[0])) if len(found) == 1 else ()


def _is_within(form: str, other: str) -> bool:
    """Whether the letters of one acronym are those of the other, some left out."""
    shorter, longer = sorted((form, other), key=len)
    rest = iter(longer)
    return all(letter in rest for letter in shorter)
