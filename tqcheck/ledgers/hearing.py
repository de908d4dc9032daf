"""Whether a text has a name, by its letters or by its sounds in another writing."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.glued import unglued
from tqcheck.features.known_names import known_in_latin
from tqcheck.features.sounds import (
    ABJADS,
    Sound,
    abjad_consonants,
    sound_alike,
    sound_of,
    sounds_within,
)
from tqcheck.features.transliteration import is_east_asian, is_pinyin, sounded
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import LETTERS
from tqcheck.model import Document, Passage, remembered

#: What a name in another writing may differ in from what is heard there.
_MISHEARD = 0.34
#: The sounds of so many consonants are not found in any text by chance.
_FEWEST_CONSONANTS = 3
#: A word in small letters is of one origin with a name where so many sounds are the same.
_SAME_ROOT = 3
#: Characters are read in several ways, so one sound in so many may differ.
_SOUNDS_AN_ERROR = 5
#: What a word that is heard amid another is less like it.
_JOINED = 0.1

#: Scripts that write meanings; scripts that write all sounds, word by word.
MEANINGS = frozenset(("Hani", "Hira"))
_ALPHABETS = frozenset(("Latn", "Cyrl", "Grek", "Armn", "Deva", "Hang"))
#: Korean joins what a name is and its case to it: “머독대의”, of so many characters on.
_SUFFIXING, _STEM = "Hang", 2
#: “Kovacic” is read “Kovachich”.
_SOUTH_SLAVIC, _WITHOUT_CARON = ("ic", "ić", "ič"), re.compile("[cćč](?!h)")
_KATAKANA_OR_LATIN = re.compile(r"[ァ-ヺー]{2,}|[A-Za-z]{2,}")


class _Heard(NamedTuple):
    """What is heard in a passage: the words that may be names, those in small letters, and for a
    quick yes the sounds and the consonants of the first.
    """

    sounds: tuple[Sound, ...]
    small: tuple[Sound, ...]
    spoken: frozenset[str]
    bare: frozenset[str]


@remembered
def _heard_in(passage: Passage) -> _Heard:
    pattern = _KATAKANA_OR_LATIN if passage.profile.scripts[0] in MEANINGS else LETTERS
    common = common_words(passage.profile)
    written = pattern.findall(passage.text)
    if passage.profile.scripts[0] == _SUFFIXING:
        written = [word[:size] for word in written for size in range(_STEM, len(word) + 1)]
    told = [word for word in dict.fromkeys(written) if word.lower() not in common]
    sounds = tuple(sound_of(word) for word in told if not word.islower())
    bare = (each.consonants for each in sounds)
    return _Heard(
        sounds,
        tuple(sound_of(word) for word in told if word.islower()),
        frozenset(each.spoken for each in sounds),
        frozenset(form for form in bare if len(form) >= _FEWEST_CONSONANTS),
    )


@remembered
def _all_heard(passage: Passage) -> tuple[Sound, ...]:
    """The sounds of all words of a passage, in Japanese and Chinese of those that write sounds."""
    script = passage.profile.scripts[0]
    written = sounded(passage.text, script) if script in MEANINGS else LETTERS.findall(passage.text)
    return tuple(map(sound_of, dict.fromkeys(written)))


def _apart(word: Sound, heard: Sound) -> float:
    """Which share of two words differs, in the mean of their sounds and their consonants; one may be
    written together with others.
    """
    shares = [
        letters_apart(mine, its, longest) / longest
        for mine, its in zip(word, heard, strict=True)
        if (longest := max(len(mine), len(its)))
    ]
    least = sum(shares) / len(shares) if shares else 1.0
    if len(heard.spoken) > len(word.spoken) >= _FEWEST_CONSONANTS and word.consonants:
        within = sum(
            sounds_within(mine, its) / len(mine) for mine, its in zip(word, heard, strict=True)
        )
        least = min(least, within / 2 + _JOINED)
    return least


class OtherText:
    """The other text, as far as a name may stand in it: any place for letters, near ones for sounds."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.text = folded_text(passages[0].document)
        self.script = passages[0].profile.scripts[0]

    def tells(self, word: str, *, across: bool) -> bool:
        """Whether a word stands there, by its letters or by the same sounds."""
        form = folded(word)
        if form in self.text or any(form in known_in_latin(each) for each in self.passages):
            return True
        sound = sound_of(word)
        return any(
            sound.spoken in each.spoken or (across and sound.consonants in each.bare)
            for each in map(_heard_in, self.passages)
        )

    def apart(self, word: str) -> float:
        """How far from a word the nearest is that is heard there: the mean share of the sounds and of
        the consonants that differ, 1 where nothing is heard. Of what is written without vowels the
        share of the consonants that are always written.
        """
        if self.script in ABJADS:
            mine = abjad_consonants(word)
            written = (each for passage in self.passages for each in _consonants_in(passage))
            return min((_share_apart(mine, each) for each in written), default=1.0) if mine else 0.0
        sound = sound_of(word)
        return min(
            (_apart(sound, heard) for each in self.passages for heard in _all_heard(each)),
            default=1.0,
        )

    def has(self, word: str, *, across: bool) -> bool:
        """Whether a word stands there, or something that may be it."""
        forms = [word]
        if across and word.endswith(_SOUTH_SLAVIC):
            forms.append(_WITHOUT_CARON.sub("ch", word))
        return any(self._has(form, across=across) for form in forms)

    def _has(self, word: str, *, across: bool) -> bool:
        if self.tells(word, across=across):
            return True
        sound = sound_of(word)
        heard = [_heard_in(passage) for passage in self.passages]
        if any(sound_alike(sound, other, across=across) for each in heard for other in each.sounds):
            return True
        if any(
            _is_of_one_root(sound, other) and sound_alike(sound, _cut(other, sound), across=across)
            for each in heard
            for other in each.small
        ):
            return True
        if self.script in _ALPHABETS:
            return False
        if self.script in MEANINGS:
            return self._may_write(word, sound)
        return _is_within(sound, self._run)

    def _may_write(self, word: str, sound: Sound) -> bool:
        """Whether a text that writes meanings may have a name in its characters."""
        if self.script == "Hira":
            if is_east_asian(word) or is_pinyin(word):
                return True
        elif (
            is_pinyin(word)
            and sounds_within(sound.spoken, self._read) <= (len(sound.spoken) // _SOUNDS_AN_ERROR)
        ) or is_east_asian(word):
            return True
        if len(_bare(sound)) >= _FEWEST_CONSONANTS:
            return any(_is_within(sound, run) for run in self._sounded)
        most = _MISHEARD * len(sound.spoken)
        return any(sounds_within(sound.spoken, run) <= most for run in self._spoken)

    @cached_property
    def near(self) -> str:
        """The near passages, folded."""
        return "\n".join(folded(passage.text) for passage in self.passages)

    @cached_property
    def _run(self) -> str:
        return _bare(sound_of("".join(passage.text for passage in self.passages)))

    @property
    def may_sound(self) -> bool:
        """Whether a text that writes meanings has characters that may write a foreign name."""
        runs = (run for each in self.passages for run in sounded(each.text, self.script))
        return any(len(run) > 2 for run in runs)

    @cached_property
    def _read(self) -> str:
        """The characters as they are read one by one."""
        return sound_of("".join(passage.text for passage in self.passages)).spoken

    @cached_property
    def _spoken(self) -> list[str]:
        runs = (run for each in self.passages for run in sounded(each.text, self.script))
        return [sound_of(run).spoken for run in runs]

    @cached_property
    def _sounded(self) -> list[str]:
        """The consonants of each run that may be a foreign name."""
        runs = (run for each in self.passages for run in sounded(each.text, self.script))
        return [_bare(sound_of(run)) for run in runs]


@remembered
def _consonants_in(passage: Passage) -> frozenset[str]:
    """The consonants of each word of a passage, with and without what is glued to it, and of each
    two that may be one.
    """
    written = LETTERS.findall(passage.text)
    forms = {form for word in written for form in (word, *(rest for _, rest in unglued(word)))}
    forms.update(map("".join, pairwise(written)))
    return frozenset(filter(None, map(abjad_consonants, forms)))


def _share_apart(mine: str, other: str) -> float:
    longest = max(len(mine), len(other))
    return letters_apart(mine, other, longest) / longest


def _is_of_one_root(left: Sound, right: Sound) -> bool:
    if left.spoken[:_SAME_ROOT] == right.spoken[:_SAME_ROOT]:
        return True
    # Cyrillic has "g" for "h", and consonants leave "h" out.
    begins = "g" * left.spoken.startswith("h") + left.consonants
    return len(begins) >= _SAME_ROOT and any(
        form[:_SAME_ROOT] == right.consonants[:_SAME_ROOT] for form in (begins, left.consonants)
    )


def _cut(word: Sound, name: Sound) -> Sound:
    """What of a word in small letters is no longer than a name: "golivudskaia" of Hollywood."""
    return Sound(word.spoken[: len(name.spoken)], word.consonants[: len(name.consonants) + 1])


def _is_within(sound: Sound, run: str) -> bool:
    bare = _bare(sound)
    return len(bare) < _FEWEST_CONSONANTS or sounds_within(bare, run) <= _MISHEARD * len(bare)


def _bare(sound: Sound) -> str:
    """The consonants that every writing keeps: Arabic has many for “g”, Japanese drops “r”."""
    return sound.consonants.replace("g", "").replace("r", "")


@remembered
def folded_text(document: Document) -> str:
    """The whole text, folded."""
    return folded(document.text)
