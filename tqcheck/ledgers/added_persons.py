"""Whole names of persons in the target of which the source has nothing."""

import re
from collections.abc import Sequence

from tqcheck.features.cities import is_city
from tqcheck.features.figures import figure_names
from tqcheck.features.folding import folded
from tqcheck.features.glued import without_clitics
from tqcheck.features.names import NameWord
from tqcheck.features.sounds import ABJADS, sound_of
from tqcheck.features.transliteration import is_east_asian, is_pinyin
from tqcheck.features.vocabulary import frequency, is_known
from tqcheck.languages.figures import Figure
from tqcheck.ledgers.hearing import MEANINGS, OtherText, folded_text
from tqcheck.ledgers.lone_words import LoneName, is_proper, lone_name
from tqcheck.ledgers.lost_persons import is_given, whole_names
from tqcheck.ledgers.person_words import Place, is_heard, is_same, places
from tqcheck.model import Bead, LanguageProfile, Pair, Span, remembered

#: A bead that the aligner is less sure of proves nothing.
_SURE_BEAD = 0.5
#: A person is named by so many words.
_WHOLE = 2
#: So many beads before and behind may name the same person.
_NEIGHBOURS = 2
#: A word that films use oftener is rather a word.
_ORDINARY = 1500
#: The script in which nobody can tell by the word what sounds like a name: it writes the words of
#: a name as one.
_RUN_ON = "Hang"
#: Scripts that write all sounds.
_LETTERED = frozenset(("Latn", "Cyrl", "Grek"))
#: Scripts that write all sounds of a foreign name: how far from each sound of the source, in shares
#: of what differs, both its words are at least, and one of them; so far are none of right ones.
_FAR = {"Deva": 0.3, "Cyrl": 0.3, "Latn": 0.3, "Arab": 0.3, "Hira": 0.5, "Hani": 0.5}
_FARTHER = 0.2
#: Scripts in which a word may sound like a name anywhere.
_BY_SOUND = frozenset(("Hira", "Deva"))
#: The script in which only names from elsewhere are told by their sounds.
_CHARACTERS = "Hani"
_PARTS = re.compile(r"[^\W\d_]{2,}")
_VOWELS, _SYLLABLES = re.compile("[aeiouy]+"), 2


@remembered
def added_persons(pair: Pair) -> tuple[LoneName, ...]:
    """The names of a given name and a family's, of which neither stands side by side in the source
    with something like the other, nor anywhere in it just so; in order.
    """
    profiles = pair.source.profile, pair.target.profile
    if not all(each.has("scripts") for each in profiles) or "Latn" not in profiles[1].scripts:
        return ()
    if profiles[0].scripts[0] == _RUN_ON:
        return ()
    beads = pair.beads
    return tuple(
        lone_name(bead.target, row, sure=True, likely=True)
        for at, bead in enumerate(beads)
        if bead.complete and bead.confidence >= _SURE_BEAD and not bead.moved
        for row in whole_names(bead.target)
        if _is_added(bead, beads[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1], row)
        or _is_an_absent_figure(bead, row)
    )


def _figures(bead: Bead, row: Sequence[NameWord]) -> list[Figure]:
    """The public figures whose whole name some words are."""
    span = Span(row[0].span.start, row[-1].span.end)
    return [
        mention.figure
        for mention in figure_names(bead.target, bead.source.document.language)
        if mention.whole and mention.span == span
    ]


def _is_an_absent_figure(bead: Bead, row: Sequence[NameWord]) -> bool:
    """Whether a name is a public figure's, and no word of a source that writes consonants alone is
    his by the table or by its sounds.
    """
    source = bead.source.document
    figures = _figures(bead, row) if source.profile.scripts[0] in ABJADS else []
    if len(figures) != 1:
        return False
    parts = {part for form in figures[0].target for part in _PARTS.findall(form)}
    heard = {sound_of(without_clitics(word)).consonants for word in _PARTS.findall(source.text)}
    return not any(
        without_clitics(part) in source.text or sound_of(part).consonants in heard for part in parts
    )


def _is_added(bead: Bead, near: Sequence[Bead], row: Sequence[NameWord]) -> bool:
    profile, script = bead.target.profile, bead.source.profile.scripts[0]
    text = folded_text(bead.source.document)
    if not _is_alone(bead, row) or any(folded(word.text) in text for word in row):
        return False
    # Characters may say a name by others that only the table knows: 谭德塞.
    if any(
        form in bead.source.document.text for each in _figures(bead, row) for form in each.target
    ):
        return False
    far = _FAR.get(script) if _may_be_nobody_else(profile, row) else None
    if far and _are_far(near, row, far):
        return True
    if (
        len(row) != _WHOLE
        or any(is_known(profile, word.text.lower()) for word in row[1:])
        or not is_given(profile, row[0].text)
        or frequency(profile, row[0].text.lower()) > _ORDINARY
        or script in _BY_SOUND
        or (script == _CHARACTERS and not _is_western(near, row))
    ):
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


def _is_alone(bead: Bead, row: Sequence[NameWord]) -> bool:
    """Whether words are of one name, no word of the language in front, and no place."""
    profile, text = bead.target.profile, bead.target.document.text
    name = text[row[0].span.start : row[-1].span.end]
    return (
        not any(word.initial for word in row[1:])
        and name == " ".join(word.text for word in row)
        and row[0].text != row[1].text
        and not is_city(name, profile.tag, bead.source.profile.tag)
    )


def _may_be_nobody_else(profile: LanguageProfile, row: Sequence[NameWord]) -> bool:
    """Whether each of some words is a name that people bear or none of the language."""
    return all(
        is_proper(word.text, profile) or not is_known(profile, word.text.lower()) for word in row
    )


def _is_western(near: Sequence[Bead], row: Sequence[NameWord]) -> bool:
    """Whether a name cannot be one that is written in characters for its meaning, and no characters
    around may stand for its sounds. Vietnamese names have one syllable a word.
    """
    names = [word.text for word in row]
    if any(is_pinyin(name) or is_east_asian(name) or _is_short(name) for name in names):
        return False
    return not _may_be_heard(near, row)


def _are_far(near: Sequence[Bead], row: Sequence[NameWord], far: float) -> bool:
    """Whether nothing in the sources sounds like any word of a name, nor much like one."""
    other = OtherText([each.source for each in near if not each.source.empty])
    names = [word.text for word in row]
    # Characters are read otherwise at home, in Vietnamese names by one syllable each.
    if other.script in MEANINGS and (
        any(is_pinyin(name) or is_east_asian(name) for name in names) or all(map(_is_short, names))
    ):
        return False
    apart = [other.apart(word.text) for word in row]
    return min(apart) >= far and max(apart) >= far + _FARTHER


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
