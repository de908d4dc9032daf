"""Words of persons’ names in any script, and whether two of them may be one."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.glued import without_clitics
from tqcheck.features.known_names import is_known_in_latin, known_spellings
from tqcheck.features.names import NameWord, names
from tqcheck.features.rendering import best_rendering, consonants_apart, has_model, is_lettered
from tqcheck.features.romanisation import Relation, relation
from tqcheck.features.sounds import ABJADS, consonants_of, sound_alike, sound_of, sounds_within
from tqcheck.features.words import words
from tqcheck.languages.given_names import given_name_of, is_short_form
from tqcheck.model import Bead, LanguageProfile, Passage, remembered

#: So many consonants tell a word again in another script; cases put so many behind it.
_FEWEST, _ENDING = 2, 2
#: A longer word may have an ending of one letter.
_SHORT = 3
#: A rendering no less likely than this against the likeliest is the name, in nats; a part of one
#: has so many characters.
_RIGHT, _MOST_CHARACTERS = 6.5, 9
#: Words that differ in a larger share of their consonants are no renderings.
_UNLIKE = 0.5
#: Two words that share more of their sounds may be one in two scripts.
_SHARED, _SHARED_BARE = 0.4, 0.6
_NO_LIQUID = re.compile(r"[^lr]|(?<=l)l|(?<=r)r")
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
_DOTTED_SCRIPTS = frozenset(("Hani", "Hira"))
_DOTTED = re.compile(r"[\u4e00-\u9fff]+(?:[·•・‧][\u4e00-\u9fff]+)+")
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}(?:[・＝][ァ-ヺー]{2,})+")
_DOT = re.compile(r"[·•・‧＝]")
#: “Son of” and “daughter of”, which the target’s names leave out or write small.
_SONS = frozenset(("بن", "ابن", "بنت", "בן", "בת"))


class Place(NamedTuple):
    """A word of a run of words, one right behind the other."""

    run: tuple[NameWord, ...]
    at: int

    @property
    def word(self) -> NameWord:
        return self.run[self.at]

    def beside(self, step: int) -> "Place | None":
        return Place(self.run, self.at + step) if 0 <= self.at + step < len(self.run) else None


@remembered
def places(passage: Passage) -> list[Place]:
    """The words of a source that may be those of a name, each with what stands beside it."""
    return [Place(run, at) for run in _runs(passage) for at in range(len(run))]


def is_dotted_script(profile: LanguageProfile) -> bool:
    """Whether dots part the words of foreign names, so that a run is a name."""
    return profile.scripts[0] in _DOTTED_SCRIPTS


def _runs(passage: Passage) -> Iterator[tuple[NameWord, ...]]:
    script = passage.profile.scripts[0]
    if is_dotted_script(passage.profile):
        pattern = _DOTTED if script == "Hani" else _KATAKANA
        for match in pattern.finditer(passage.text):
            yield tuple(_dotted(passage, match))
    elif script in ABJADS:
        yield from _unbroken(passage)
    else:
        yield from (name.words for name in names(passage))


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


def is_same(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """Whether two words are surely one name."""
    return _same(source.text, target.text, bead.source.profile, bead.target.profile)


def may_be(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """Whether two words may be one name."""
    return _alike(source.text, target.text, bead.source.profile, bead.target.profile)


def is_heard(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """The same of words that need not stand in one place: short ones tell nothing."""
    short = len(sound_of(target.text).consonants) < _FEWEST
    if short and "Latn" not in bead.source.profile.scripts:
        return is_same(bead, source, target)
    return may_be(bead, source, target)


def may_sound(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """Whether a word of the target may be the sounds of one of the source, and no translation."""
    if "Latn" in bead.source.profile.scripts:
        return may_be(bead, source, target)
    spoken = sound_of(target.text).spoken
    return is_same(bead, source, target) or any(
        _may_sound_alike(sound_of(each).spoken, spoken) for each in _readings(source.text)
    )


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
    near = any(
        consonants_apart(form, target) <= _UNLIKE for form in (source, without_clitics(source))
    )
    characters = here.scripts[0] in {"Hani", "Hira"}
    if has_model(here) and (near or characters) and _is_rendered(source, target, here):
        return True
    if here.scripts[0] in ABJADS and is_known_in_latin(target, here):
        return False
    source = source.lower().replace("ц", "тс")
    bare, wanted = consonants_of(source), consonants_of(target)
    if len(wanted) < _FEWEST:
        return False
    if here.scripts[0] in {"Hani", "Hira"}:
        return len(wanted) > _FEWEST and sounds_within(wanted, bare) <= len(wanted) // 4
    if not _liquids(source).startswith(_liquids(target)):
        return False
    starts = {bare, consonants_of(without_clitics(source))}
    return any(each.startswith(wanted) and len(each) - len(wanted) <= _ENDING for each in starts)


@lru_cache(maxsize=65_536)
def _alike(source: str, target: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    if _same(source, target, here, there) or is_short_form(source, target):
        return True
    across = "Latn" not in here.scripts
    other = sound_of(target)
    if here.scripts[0] in {"Hani", "Hira"}:
        mine, heard = kindred_consonants(source), kindred_consonants(target)
        return len(heard) < _FEWEST or sounds_within(heard, mine) <= len(heard) / 2
    if not across:
        return sound_alike(sound_of(source), other, across=False)
    if len(other.consonants) < _FEWEST:
        return True
    if _is_borne_by_others(source, target, here):
        return False
    return any(
        sound_alike(mine, heard, across=True) or _may_sound_alike(mine.spoken, heard.spoken)
        for mine in map(sound_of, _readings(source))
        for heard in (other, sound_of(target.replace("c", "ch").replace("j", "h")))
    )


def _is_rendered(source: str, target: str, here: LanguageProfile) -> bool:
    """Whether a word is written so by those who bear it, or read letter by letter."""
    rendered = (
        best_rendering(part, target, here)
        for part in (parts_of_run(source) if here.scripts[0] in {"Hani", "Hira"} else (source,))
    )
    return any(
        found and (found.excess <= _RIGHT or is_lettered(found.pieces)) for found in rendered
    )


def parts_of_run(run: str) -> Iterator[str]:
    """What a run of characters beside a dot may be of a name: other words stand before the first
    part and behind the last without a space.
    """
    yield run
    for size in range(_FEWEST, min(len(run), _MOST_CHARACTERS + 1)):
        yield run[:size]
        yield run[-size:]


def _liquids(word: str) -> str:
    """The “l” and “r” of a word in any script, which sounds take for one."""
    from anyascii import anyascii

    return _NO_LIQUID.sub("", anyascii(without_clitics(word)).lower())


def _readings(word: str) -> Iterator[str]:
    """How a word in another script may be read: without what is written together with it or is an
    ending of a case, and with the letter that Arabic has for “j” and many have for “g”.
    """
    word = word.lower().replace("ц", "тс")
    for form in dict.fromkeys((word, without_clitics(word))):
        yield form
        if "ج" in form:
            yield form.replace("ج", "غ")
        if "و" in form:
            yield form.replace("و", "")
        if len(form) > _SHORT:
            yield form[:-1]


@lru_cache(maxsize=65_536)
def kindred_consonants(word: str) -> str:
    """The consonants that Chinese and Japanese keep of a foreign name, kindred ones as one."""
    from anyascii import anyascii

    bare = anyascii(word).lower()
    for spelling, sound in _KINDRED:
        bare = spelling.sub(sound, bare)
    return bare


def _may_sound_alike(left: str, right: str) -> bool:
    """Whether two words share enough of their sounds, or any where one has hardly any."""
    hardly = min(len(left), len(right)) < _SHORT
    return _shares(left, right) or (hardly and not set(left).isdisjoint(right))


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
        return here.scripts[0] in ABJADS and not any(
            _shares(each, sound.consonants, _SHARED_BARE) for each in heard
        )
    return sound.consonants not in heard and not any(
        sound_alike(sound_of(form), sound, across=False) for form in own
    )
