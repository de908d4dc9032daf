"""What people whose names have another script are called in Latin letters, as far as it is known."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tqcheck.features.folding import folded
from tqcheck.features.words import word_set
from tqcheck.languages.latin_names import Spelling, all_forms, latin_forms
from tqcheck.model import LanguageProfile, Passage, remembered

#: What a case leaves of a name has so many letters.
_SHORTEST = 2
_KANA = "Kana"
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}")


def known_spellings(word: str, profile: LanguageProfile) -> Iterator[tuple[str, Spelling]]:
    """The names that a word may be in any of its cases, in the nominative, and their spellings."""
    script = _script(profile)
    for name in dict.fromkeys(_nominatives(word.lower(), profile)):
        if found := latin_forms(name, script):
            yield name, found


def _nominatives(word: str, profile: LanguageProfile) -> Iterator[str]:
    yield word
    if profile.has("name_endings"):
        for ending, nominative in profile.name_endings:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= _SHORTEST:
                yield stem + nominative
    if profile.has("name_prefixes"):
        for prefix in profile.name_prefixes:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) >= _SHORTEST:
                yield rest


def is_known_in_latin(word: str, profile: LanguageProfile) -> bool:
    """Whether anybody whose name has the language's script writes it so in Latin letters."""
    return folded(word) in _forms(_script(profile))


@cache
def _forms(script: str) -> frozenset[str]:
    return frozenset(map(folded, all_forms(script)))


def _script(profile: LanguageProfile) -> str:
    return _KANA if _KANA in profile.scripts else profile.scripts[0]


@remembered
def known_in_latin(passage: Passage) -> frozenset[str]:
    """How the words of a passage in another script are written in Latin letters where they are
    names, folded.
    """
    if "Latn" in passage.profile.scripts:
        return frozenset()
    return frozenset(
        folded(form)
        for word in _words(passage)
        for _, spelling in known_spellings(word, passage.profile)
        for form in spelling.forms
    )


def _words(passage: Passage) -> Iterable[str]:
    if _KANA in passage.profile.scripts:
        return set(_KATAKANA.findall(passage.text))
    return word_set(passage)
