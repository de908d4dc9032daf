"""How words sound, roughly, so that a name is known again in another language or script."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from tqcheck.features.distance import letters_apart
from tqcheck.features.palladius import pinyin_of

#: Spellings in the romanisations of many languages → one letter for what sounds much the same.
_SPELLINGS = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        ("d(?:sch|zh|j)", "i"),
        (r"\bu(?=[aeio])", "v"),
        ("s?ch|sh|zh|tch", "s"),
        ("ou", "u"),
        ("ph", "f"),
        ("th", "t"),
        ("gh", "g"),
        ("kh", "h"),
        ("ck|qu?", "k"),
        ("x", "ks"),
        # Russian has “дз” for the Greek “tz”.
        ("dz(?=i)|t?z|c(?=[eiy])", "s"),
        ("c", "k"),
        # Behind what asks for the letter after a c: Coe is no "se".
        ("ae|oe", "e"),
        ("w", "v"),
        ("[yj]", "i"),
        ("l", "r"),
        (r"\biu", "u"),
    )
)
#: Words that can be Japanese by their syllables, in any romanisation.
_JAPANESE = re.compile(
    r"(?:(?:[kgsztdnhbpmyrwjf]|sh|ch|ts|dz|[knhmrgbpstz]y)?[aiueo]|n|(?<=[aiueo])[kstp](?=[kstpc]))+"
)
#: Scripts that write the consonants alone, and have no capitals.
ABJADS = frozenset(("Arab", "Hebr"))
#: The same for scripts that write consonants alone, which "w", "y" and "h" are no safe ones of.
_ABJAD_SPELLINGS = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        ("ph", "f"),
        ("t?s?ch", "ts"),
        ("zh", "g"),
        ("sh|z|c(?=[eiy])", "s"),
        ("th", "t"),
        ("gh|j", "g"),
        ("kh|ck|[cq]", "k"),
        ("x", "ks"),
        ("v", "f"),
        ("p", "b"),
        ("[^b-df-gj-np-tvxz]", ""),
    )
)
#: The nasal of Devanagari, where no lip follows: it is an “n”.
_ANUSVARA = re.compile("ं(?![पफबभम])")
#: Greek letters that stand together for one sound of other languages, in lower case; an accent on
#: the first of two vowels, or a diaeresis, keeps them apart.
_GREEK = re.compile("[\u0370-\u03ff]")
_GREEK_SPELLINGS = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        ("άι|αϊ", "ai"),
        ("[έό]ι|[εο]ϊ", "ei"),
        ("ά[υϋ]|αϋ", "ai"),
        ("γι(?=[αεηουωάέήίόύώaei])", "y"),
        ("γ?ου(?=[αεηιουωάέήίόύώaei])", "w"),
        ("ο[υύ]", "u"),
        ("μπ(?=[φθσκτ])", "mp"),
        ("μπ", "b"),
        ("(?<=[λρ])ντσ", "ds"),
        ("ντσ", "nch"),
        ("ντ", "d"),
        ("γ[κγ]", "g"),
        ("τζ", "j"),
        ("τσ", "ch"),
        ("α[ιί]", "e"),
        ("[εο][ιί]", "i"),
        ("α[υύ]", "av"),
        ("ε[υύ]", "ev"),
        ("χ", "h"),
    )
)
_TWICE = re.compile(r"(.)\1+")
_NO_LETTER = re.compile(r"[^a-z]")
_VOWEL, _LIP = re.compile("[aeiouh]"), re.compile("[fbp]")
#: Two words begin alike that share so many sounds, or all of a short one; a longer one may be
#: part of a compound.
_BEGINNING, _SHORT_BEGINNING = 4, 3
_PART_MORE, _LONG_PART = 3, 6
#: What two words share of their sounds, in one script, with the same first one or another, and
#: across two; of their consonants.
_ALIKE, _ALIKE_INSIDE, _ALIKE_ACROSS, _ALIKE_BARE = 0.6, 0.75, 0.5, 0.6
#: So many consonants tell words apart, and so many more are compared loosely.
_FEWEST, _MANY = 3, 4


class Sound(NamedTuple):
    """A word as it sounds, and its consonants alone, those of the lips as one."""

    spoken: str
    consonants: str


def spoken(text: str) -> str:
    """A text as it sounds, in lower-case Latin letters: what sounds much the same is one letter."""
    from anyascii import anyascii

    # Polish alone has the letter, and sounds it as others do “zh”.
    text = text.replace("ż", "zh").replace("Ż", "Zh")
    if _GREEK.search(text):
        text = text.lower()
        for spelling, sound in _GREEK_SPELLINGS:
            text = spelling.sub(sound, text)
    text = anyascii(_ANUSVARA.sub("न", text)).lower()
    for spelling, sound in _SPELLINGS:
        text = spelling.sub(sound, text)
    return _TWICE.sub(r"\1", text)


@lru_cache(maxsize=65_536)
def sound_of(word: str) -> Sound:
    """How one word, or a run of words written together, sounds."""
    letters = _TWICE.sub(r"\1", _NO_LETTER.sub("", spoken(pinyin_of(word) or word)))
    return Sound(letters, _TWICE.sub(r"\1", _bare(letters)))


def consonants_of(word: str) -> str:
    """The consonants of a word as they sound, those of the lips as one, each as often as it is heard."""
    return _bare(sound_of(word).spoken)


def readings_of(word: str) -> frozenset[str]:
    """The consonants of a word, and where one letter of Arabic is “w” or “o”, those without it."""
    return frozenset((consonants_of(word), consonants_of(word.replace("و", "u"))))


@lru_cache(maxsize=65_536)
def abjad_consonants(word: str) -> str:
    """The consonants of a word that Arabic or Hebrew script is sure to write."""
    from anyascii import anyascii

    letters = anyascii(word).lower()
    for spelling, sound in _ABJAD_SPELLINGS:
        letters = spelling.sub(sound, letters)
    return _TWICE.sub(r"\1", letters)


def skeleton_across(script: str) -> Callable[[str], str]:
    """How the consonants of words are told that are compared with words of a script."""
    return abjad_consonants if script in ABJADS else consonants_of


def _bare(letters: str) -> str:
    return _VOWEL.sub("", _LIP.sub("v", letters))


def sound_alike(left: Sound, right: Sound, *, across: bool) -> bool:
    """Whether two words may be one name in two spellings, or two forms of one word.

    Generous: a yes proves little, a no much. `across`: they come from two scripts.
    """
    mine, other = left.spoken, right.spoken
    shorter, longer = sorted((len(mine), len(other)))
    if shorter < 2:
        return False
    same = _same_beginning(mine, other)
    if same >= _BEGINNING or (same >= _SHORT_BEGINNING and shorter <= _BEGINNING):
        return True
    if longer - shorter >= _PART_MORE and shorter > _BEGINNING:
        part, whole = sorted((mine, other), key=len)
        if part in whole or (shorter >= _LONG_PART and sounds_within(part, whole) <= 1):
            return True
    bare, there = left.consonants, right.consonants
    fewer, more = sorted((len(bare), len(there)))
    if fewer >= _FEWEST and _same_beginning(bare, there) == fewer and (across or same):
        return True
    if not across:
        return _share(mine, other, _ALIKE if same else _ALIKE_INSIDE)
    if bare == there and fewer > 1 and longer - shorter <= 2:
        return True
    if _share(mine, other, _ALIKE_ACROSS):
        return True
    return more >= _MANY and _share(bare, there, _ALIKE_BARE)


def _same_beginning(left: str, right: str) -> int:
    size = 0
    for mine, other in zip(left, right, strict=False):
        if mine != other:
            break
        size += 1
    return size


def _share(left: str, right: str, least: float) -> bool:
    """Whether two words have that share of their letters, in order."""
    longest = max(len(left), len(right))
    most = int((1 - least) * longest + 1e-9)
    if longest - min(len(left), len(right)) > most:
        return False
    mine, other = set(left), set(right)
    if len(mine - other) > most or len(other - mine) > most:
        return False
    return letters_apart(left, right, most) <= most


def is_japanese(form: str) -> bool:
    """Whether a folded word is made of Japanese syllables, in whichever romanisation."""
    return _JAPANESE.fullmatch(form) is not None


def sounds_within(word: str, text: str) -> int:
    """In how many sounds a word differs from the stretch of a text that is most like it."""
    row = [0] * (len(text) + 1)
    for number, letter in enumerate(word, 1):
        before, row = row, [number]
        for at, other in enumerate(text):
            row.append(min(before[at] + (letter != other), before[at + 1] + 1, row[at] + 1))
    return min(row)
