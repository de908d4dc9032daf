"""What people whose names have another script are called in Latin letters, as far as it is known."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from tqcheck.features.folding import folded
from tqcheck.features.romanisation import convention, respelt
from tqcheck.features.transliteration import is_pinyin
from tqcheck.features.vocabulary import has_vocabulary, is_known
from tqcheck.features.words import word_set
from tqcheck.languages.latin_names import Spelling, all_forms, has_latin_form, latin_forms
from tqcheck.model import LanguageProfile, Passage, remembered

#: What a case leaves of a name has so many letters.
_SHORTEST = 2
#: A name that is told by its letters alone is longer.
_SHORTEST_BORNE = 5
#: Scripts with vowels or without that Europe's languages romanise each in its own way.
_SCRIPTS = ("Arab", "Hebr", "Cyrl")
_KANA = "Kana"
#: An ending that stands for any.
_ANY = "-"
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}")


def known_spellings(word: str, profile: LanguageProfile) -> Iterator[tuple[str, Spelling]]:
    """The names that a word may be in any of its cases, in the nominative, and their spellings."""
    script = _script(profile)
    for name in dict.fromkeys(nominatives(word.lower(), profile)):
        if found := latin_forms(name, script):
            yield name, found


def nominatives(word: str, profile: LanguageProfile) -> Iterator[str]:
    """What a word in lower case may be without its case and without what is joined to its front."""
    yield from without_prefixes(word, profile)
    if profile.has("name_endings"):
        for ending, nominative in profile.name_endings:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= _SHORTEST:
                yield stem + nominative


def without_prefixes(word: str, profile: LanguageProfile) -> Iterator[str]:
    """A word, and what is left of it without the small words that may be written together with it."""
    yield word
    for prefix in profile.name_prefixes if profile.has("name_prefixes") else ():
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST:
            yield rest


def is_known_in_latin(word: str, profile: LanguageProfile) -> bool:
    """Whether anybody whose name has the language's script writes it so in Latin letters."""
    return folded(word) in _forms(_script(profile))


@lru_cache(maxsize=16_384)
def is_known_anywhere(word: str) -> bool:
    """Whether anybody whose name has another script writes it so, whichever script it is."""
    return any(folded(word) in _forms(script) for script in (*_SCRIPTS, _KANA))


@cache
def _forms(script: str) -> frozenset[str]:
    return frozenset(map(folded, all_forms(script)))


def _script(profile: LanguageProfile) -> str:
    return _KANA if _KANA in profile.scripts else profile.scripts[0]


@lru_cache(maxsize=65_536)
def is_borne_otherwise(word: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    """Whether a word of one language's text is a name from another script that people bear in the
    spelling of a second language, and nobody in this one: "Schukri", whom English calls Shukri.
    """
    if len(word) < _SHORTEST_BORNE or not (here.has("romanisation") and there.has("romanisation")):
        return False
    form = folded(word)
    # The letters are asked for first: hardly any word has such.
    right = respelt(word, here, there)
    if (
        right == form
        or _are_kept(form, right, here, there)
        # Without a list of its words a language's own names look so, too: “Quirino”, “Langhe”.
        or not has_vocabulary(here)
        or is_known(here, word)
        or is_known(there, word)
        # Chinese abroad have spellings of their own: “Tseng”.
        or is_pinyin(right)
    ):
        return False
    return any(has_latin_form(right, script) for script in _SCRIPTS) and not any(
        has_latin_form(written, script) for written in {form, word.lower()} for script in _SCRIPTS
    )


def would_be_respelt(word: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    """Whether a second language would write the sounds of a name otherwise, and does not often keep
    the letters for them: “Barschim”, but not “Behrouz”.
    """
    form, right = folded(word), respelt(word, here, there)
    return right != form and not _are_kept(form, right, here, there)


def _are_kept(form: str, right: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    """Whether all that would be respelt are letters that the second language often keeps: “Broun”."""
    kept = there.kept_graphemes if there.has("kept_graphemes") else frozenset()
    for letters in kept:
        sound = convention(here).graphemes.get(letters, letters)
        form = form.replace(letters, convention(there).spelt(sound))
    return form == right


@lru_cache(maxsize=4096)
def has_foreign_shape(word: str, profile: LanguageProfile) -> bool:
    """Whether letters and ending of a word show that a language took it from another script."""
    if not profile.has("romanised_shapes"):
        return False
    low = word.replace("İ", "I").lower()
    if low[1:] != word[1:]:
        return False
    for signs, endings in profile.romanised_shapes:
        for ending in endings.split():
            stem = low if ending == _ANY else low.removesuffix(ending)
            if (
                (ending == _ANY or stem != low)
                and len(stem) > 1
                and (not signs or any(sign in stem for sign in signs.split()))
            ):
                return True
    return False


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
