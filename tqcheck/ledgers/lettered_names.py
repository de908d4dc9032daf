"""Well-known names from another script that the target spells as nobody does: letter by letter
("Dzhon" for John), or with a wrong letter ("Willaims").
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from tqcheck.features.damage import in_latin
from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.known_names import is_known_in_latin, known_in_latin, known_spellings
from tqcheck.features.names import NameWord, names
from tqcheck.features.slips import slip
from tqcheck.features.sounds import consonants_of
from tqcheck.features.vocabulary import is_known
from tqcheck.features.words import words
from tqcheck.languages.given_names import given_name_of
from tqcheck.ledgers.names import folded_words
from tqcheck.model import Bead, LanguageProfile, Span

#: Scripts that write the vowels, so that a name can be read letter by letter.
_WITH_VOWELS = frozenset(("Cyrl",))
_SHORTEST = 4
#: Shorter names are too easily near each other.
_SHORTEST_DAMAGED = 6
#: So many consonants tell names apart.
_FEWEST = 3
#: Where vowels are not written, a form with one other letter may be somebody's own.
_SLIGHT = 1
#: Letters that spellings put in and leave out.
_MUTE = frozenset("hjy")
_APOSTROPHE = re.compile("['’ʼ]")
_READ_ALIKE = str.maketrans({"y": "i", "j": "i", "'": None, "w": "v"})


class MisspeltName(NamedTuple):
    """A name of the source, the word of the target for it, and how it is usually written."""

    source: Span
    target: NameWord
    form: str


def lettered_names(bead: Bead) -> Iterator[MisspeltName]:
    """The words in the target that spell a well-known name by the letters of the source's script."""
    return _misspelt(bead, partial(_is_by_letters, here=bead.source.profile))


def damaged_names(bead: Bead) -> Iterator[MisspeltName]:
    """The words in the target that are a well-known name with one letter wrong, or two swapped."""
    return _misspelt(bead, _is_damaged)


def _misspelt(bead: Bead, is_misspelt: Callable[[str, str, str], bool]) -> Iterator[MisspeltName]:
    here, there = bead.source.profile, bead.target.profile
    told = folded_words(bead.target)
    if known_in_latin(bead.source) <= told:
        return
    strange = [
        word
        for name in names(bead.target)
        for word in name.words
        if _may_be_misspelt(word, there) and not is_known_in_latin(word.text, here)
    ]
    for source in words(bead.source) if strange else ():
        spellings = [] if source.text[0].islower() else list(known_spellings(source.text, here))
        if any(folded(form) in told for _, each in spellings for form in each.forms):
            continue
        for nominative, spelling in spellings:
            # What has marks is written without them in several ways.
            if spelling.sure and spelling.forms[0].isascii():
                for word in strange:
                    if is_misspelt(folded(word.text), nominative, spelling.forms[0]):
                        yield MisspeltName(source.span, word, spelling.forms[0].title())


def _may_be_misspelt(word: NameWord, there: LanguageProfile) -> bool:
    return (
        len(word.text) >= _SHORTEST
        and not word.shouted
        and folded(word.text).isascii()
        and not (is_known(there, word.text.lower()) or given_name_of(word.text))
    )


def _is_by_letters(form: str, nominative: str, right: str, *, here: LanguageProfile) -> bool:
    """Whether a word is what the letters of a name read, and its usual spelling is not."""
    if here.scripts[0] in _WITH_VOWELS:
        return _plain(form) == _plain(in_latin(nominative)) != _plain(right)
    sounds = consonants_of(form)
    return (
        len(sounds) >= _FEWEST
        and sounds == consonants_of(nominative) != consonants_of(right)
        and letters_apart(form, right, _SLIGHT) > _SLIGHT
    )


def _is_damaged(form: str, _nominative: str, right: str) -> bool:
    right = _APOSTROPHE.sub("", right)
    if len(right) < _SHORTEST_DAMAGED or letters_apart(form, right, 1) != 1:
        return False
    change = slip(right, form)
    if change.swapped:
        return change.at > 0 and change.left > 0
    inside = change.at > 0 and change.left > 1
    told = not set(change.mine + change.other) <= _MUTE
    return inside and told and (change.hard or change.exchanged or change.gap)


def _plain(form: str) -> str:
    letters = form.translate(_READ_ALIKE)
    return "".join(
        letter for at, letter in enumerate(letters) if at == 0 or letter != letters[at - 1]
    )
