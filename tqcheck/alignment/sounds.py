"""How words of different scripts sound, roughly, so that names are known again."""

import re
from collections.abc import Sequence

from tqcheck.alignment.tokens import Reading
from tqcheck.features.sounds import spoken

_TWICE = re.compile(r"(.)\1+")
_VOWEL = re.compile("[aeiou]")
#: What may be written for a vowel is no consonant either.
_NO_CONSONANT = re.compile(r"[aeiouv]|[^\w]")
#: A script that writes fewer vowels than this share of its letters leaves them out.
_FEW_VOWELS = 0.25
_HAN, _HIRAGANA = re.compile("[\u3400-\u9fff]"), re.compile("[\u3041-\u309f]")


def sounds(source: Reading, target: Reading) -> tuple[list[str], list[str]]:
    """Each type of two documents as it sounds; empty for what cannot be known by its sound.

    Where one script writes no vowels, words are compared by their consonants, and where it
    writes none, or meanings, only names are alike.
    """
    heard = _spoken(source.types), _spoken(target.types)
    bare = any(_vowels(words) < _FEW_VOWELS for words in heard)
    if bare:
        heard = _consonants(heard[0]), _consonants(heard[1])
    if bare or writes_meanings(source) or writes_meanings(target):
        heard = _names(source, heard[0]), _names(target, heard[1])
    return heard


def writes_meanings(reading: Reading) -> bool:
    """Whether most of a document is in a script of meanings, not sounds."""
    characters = sum(1 for kind in reading.types if _HAN.match(kind) or _HIRAGANA.match(kind))
    return characters * 2 > len(reading.types)


def _spoken(types: Sequence[str]) -> list[str]:
    # One character of a script of meanings sounds like a word of any language.
    speakable = (
        "" if _HIRAGANA.match(kind) or (_HAN.match(kind) and len(kind) == 1) else kind
        for kind in types
    )
    return spoken("\n".join(speakable)).split("\n") if types else []


def _vowels(words: Sequence[str]) -> float:
    letters = "".join(word for word in words if word.isalpha())
    return len(_VOWEL.findall(letters)) / len(letters) if letters else 1.0


def _consonants(words: Sequence[str]) -> list[str]:
    return [_TWICE.sub(r"\1", _NO_CONSONANT.sub("", word)) for word in words]


def _names(reading: Reading, heard: Sequence[str]) -> list[str]:
    """The sounds of what has a capital, where the script has any."""
    return [
        sound if kind in reading.capitalised or kind.upper() == kind else ""
        for kind, sound in zip(reading.types, heard, strict=True)
    ]
