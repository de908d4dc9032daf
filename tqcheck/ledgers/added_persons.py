"""Whole names of persons in the target of which the source has nothing."""

import re
from collections.abc import Sequence

from tqcheck.features.cities import is_city
from tqcheck.features.folding import folded
from tqcheck.features.glued import without_clitics
from tqcheck.features.names import NameWord
from tqcheck.features.sounds import sound_of
from tqcheck.features.transliteration import is_east_asian, is_pinyin
from tqcheck.features.vocabulary import frequency, is_known
from tqcheck.ledgers.hearing import OtherText, folded_text
from tqcheck.ledgers.lone_words import LoneName, lone_name
from tqcheck.ledgers.lost_persons import is_given, whole_names
from tqcheck.ledgers.person_words import Place, is_heard, is_same, places
from tqcheck.model import Bead, Pair, remembered

#: A bead that the aligner is less sure of proves nothing.
_SURE_BEAD = 0.5
#: A person is named by so many words.
_WHOLE = 2
#: So many beads before and behind may name the same person.
_NEIGHBOURS = 2
#: A word that films use oftener is rather a word.
_ORDINARY = 1500
#: Scripts in which nobody can tell by the word what sounds like a name: they write meanings beside
#: sounds, or the words of a name as one.
_RUN_ON = frozenset(("Hira", "Hang"))
#: Scripts that write all sounds.
_LETTERED = frozenset(("Latn", "Cyrl", "Grek"))
#: A script that writes all sounds, and nothing that sets a name apart.
_WITHOUT_CAPITALS = "Deva"
#: The script in which only names from elsewhere are told by their sounds.
_CHARACTERS = "Hani"
_VOWELS, _SYLLABLES = re.compile("[aeiouy]+"), 2


@remembered
def added_persons(pair: Pair) -> tuple[LoneName, ...]:
    """The names of a given name and a family's, of which neither stands side by side in the source
    with something like the other, nor anywhere in it just so; in order.
    """
    profiles = pair.source.profile, pair.target.profile
    if not all(each.has("scripts") for each in profiles) or "Latn" not in profiles[1].scripts:
        return ()
    if profiles[0].scripts[0] in _RUN_ON:
        return ()
    beads = pair.beads
    return tuple(
        lone_name(bead.target, row, sure=True, likely=True)
        for at, bead in enumerate(beads)
        if bead.complete and bead.confidence >= _SURE_BEAD and not bead.moved
        for row in whole_names(bead.target)
        if _is_added(bead, beads[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1], row)
    )


def _is_added(bead: Bead, near: Sequence[Bead], row: Sequence[NameWord]) -> bool:
    profile = bead.target.profile
    if (
        len(row) != _WHOLE
        or any(word.initial or is_known(profile, word.text.lower()) for word in row[1:])
        or not is_given(profile, row[0].text)
        or frequency(profile, row[0].text.lower()) > _ORDINARY
        or row[1].span.start != row[0].span.end + 1
        or bead.target.document.text[row[0].span.end] != " "
        or row[0].text == row[1].text
        or is_city(f"{row[0].text} {row[1].text}", profile.tag, bead.source.profile.tag)
    ):
        return False
    text = folded_text(bead.source.document)
    if any(folded(word.text) in text for word in row):
        return False
    if bead.source.profile.scripts[0] == _CHARACTERS and not _is_western(near, row):
        return False
    if bead.source.profile.scripts[0] == _WITHOUT_CAPITALS and _may_be_heard(near, row):
        return False
    for each in near:
        if each.source.empty:
            continue
        here = places(each.source)
        if any(is_same(bead, place.word, word) for place in here for word in row):
            return False
        if any(_may_be(bead, place, row) for place in here):
            return False
    return True


def _is_western(near: Sequence[Bead], row: Sequence[NameWord]) -> bool:
    """Whether a name cannot be one that is written in characters for its meaning, and no characters
    around may stand for its sounds. Vietnamese names have one syllable a word.
    """
    names = [word.text for word in row]
    if any(is_pinyin(name) or is_east_asian(name) or _is_short(name) for name in names):
        return False
    return not _may_be_heard(near, row)


def _may_be_heard(near: Sequence[Bead], row: Sequence[NameWord]) -> bool:
    """Whether something in the sources may sound like a word of a name."""
    other = OtherText([each.source for each in near if not each.source.empty])
    return any(other.has(word.text, across=True) for word in row)


def _is_short(name: str) -> bool:
    """Whether a word has one run of vowels only."""
    return len(_VOWELS.findall(folded(name))) < _SYLLABLES


def _may_be(bead: Bead, place: Place, row: Sequence[NameWord]) -> bool:
    """Whether two words of the source side by side may be a name: both begin with its sounds, or one
    is heard and the other begins so.
    """
    behind = place.beside(1)
    if behind is None:
        return False
    one, other = place.word, behind.word
    if _begin_alike(one, row[0]):
        # Who writes all sounds writes one of two names as it is heard.
        lettered = bead.source.profile.scripts[0] in _LETTERED
        return is_heard(bead, other, row[1]) or (not lettered and _begin_alike(other, row[1]))
    return is_heard(bead, one, row[0]) and _begin_alike(other, row[1])


def _begin_alike(word: NameWord, other: NameWord) -> bool:
    """Whether two words begin with the same sound, or their consonants do; Arabic has one letter for
    “j” and “g”.
    """
    written = sound_of(other.text)
    return any(
        heard.spoken[:1] == written.spoken[:1] or heard.consonants[:1] == written.consonants[:1]
        for form in (word.text, without_clitics(word.text))
        for heard in (sound_of(form), sound_of(form.replace("ج", "غ")))
    )
