"""Words that are none, and the word that each was meant to be."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tqcheck.features.distance import letters_apart
from tqcheck.features.leftovers import enclosed
from tqcheck.features.protected import is_protected
from tqcheck.features.telling import Telling
from tqcheck.features.transliteration import is_east_asian, is_pinyin
from tqcheck.features.vocabulary import (
    common_words,
    corrections,
    has_vocabulary,
    is_compound,
    is_doubtful,
    is_known,
)
from tqcheck.features.words import Word, unspaced, word_counts, word_set, word_texts, words
from tqcheck.languages import known_languages, profile
from tqcheck.languages.lexicon import LISTS, lexicon
from tqcheck.languages.proper_words import proper_words
from tqcheck.model import Bead, LanguageProfile, Passage

#: How frequent a word must be to be what a misspelt one of so many letters was meant to be.
_FREQUENT = {1: 2_000_000, 2: 500_000, 3: 100_000, 4: 5_000, 5: 1_000}
_FREQUENT_LONG = 100
#: And where its capital may be that of a name.
_FREQUENT_FIRST = 20_000
#: Shorter words are like some word of any language.
_FOREIGN = 5
#: How frequent a word is that other languages may have lent.
_LENT = 500
_LONGEST_NAME = 3
#: A word so short with another first letter is lent, no slip: “pho”; the first may be lost.
_SHORT = 3
_LONGEST_UNIT = 4
#: Endings of the second name of a species.
_SPECIES = ("ae", "us", "um", "is", "ii", "ea", "ans")
#: A word of the source that differs in more letters is another word.
_LIKE = 1
#: Misspelt words do not stand so near to each other; foreign ones do.
_APART = 4


class Misspelling(NamedTuple):
    """A word that the language has not, and the nearest one that it has."""

    word: Word
    meant: str


def misspellings(bead: Bead) -> tuple[Misspelling, ...]:
    """The words of the target in small letters that are no words of its language, and one letter
    away from a frequent one. Words of the source, and words that come again, may be meant.
    """
    if not has_vocabulary(bead.target.profile):
        return ()
    telling = _telling(bead.target.profile).among(word_set(bead.target))
    begins = may_begin_misspelt(bead.target)
    row = words(bead.target) if telling or begins else ()
    unknown = [
        index
        for index, word in enumerate(row)
        if (word.text in telling or (begins and not index)) and _is_unknown(bead, row, index)
    ]
    return tuple(
        Misspelling(row[index], meant)
        for index in unknown
        if not any(0 < abs(index - other) <= _APART for other in unknown)
        and (meant := _meant(bead, row, index))
    )


def may_be_misspelt(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word in small letters may be none of the language."""
    return has_vocabulary(profile) and _may_be_unknown(profile, word)


def may_begin_misspelt(passage: Passage) -> bool:
    """The same of the first word of a passage, but for its capital."""
    first = next(iter(word_texts(passage)), "")
    return (
        len(first) >= _LONGEST_NAME
        and first.istitle()
        and may_be_misspelt(first.lower(), passage.profile)
    )


def _may_be_unknown(language: LanguageProfile, form: str) -> bool:
    if not (form.islower() and form.isalpha()):
        return False
    if len(form) == 1:
        return not (language.has("one_letter_words") and form in language.one_letter_words)
    return not is_known(language, form) or is_doubtful(language, form)


@cache
def _telling(language: LanguageProfile) -> Telling:
    return Telling(lambda word: may_be_misspelt(word, language))


def _is_unknown(bead: Bead, row: Sequence[Word], index: int) -> bool:
    target, word = bead.target, row[index]
    language, form = target.profile, word.text
    if index == 0 and form.istitle() and _may_be_common(bead, row):
        form = form.lower()
    if not (form.islower() and form.isalpha()):
        return False
    if len(form) == 1:
        if form in language.one_letter_words or not _is_lone_letter(target, row, index):
            return False
    elif is_known(language, form) and not is_doubtful(language, form):
        return False
    if word_counts(target.document)[word.text] > 1 or _is_set_apart(target, word):
        return False
    if len(form) == 1:
        capital = language.has("capital_letters") and form in language.capital_letters
        return capital or form not in bead.source.text
    if len(form) < _FOREIGN:
        return form not in {other.text.casefold() for other in words(bead.source)}
    return form not in bead.source.text.casefold()


def _may_be_common(bead: Bead, row: Sequence[Word]) -> bool:
    """Whether the first word of a sentence is likely no name: before a small word, and where a
    name would stand so in the source, or where it is a small word but for a letter.
    """
    source, target = bead.source.profile, bead.target.profile
    if len(row) < 2 or len(row[0].text) < _LONGEST_NAME or not row[1].text.islower():
        return False
    if source.has("scripts") and source.scripts[0] == target.scripts[0]:
        return len(row[0].text) > _LONGEST_NAME
    best = max(corrections(target, row[0].text.lower()), key=lambda each: each[1], default=None)
    return best is not None and best[0] in common_words(target)


def _is_set_apart(passage: Passage, word: Word) -> bool:
    """Whether a word is quoted, glossed, abbreviated, a unit, or of no prose at all."""
    text, (start, end) = passage.document.text, word.span
    before, behind = text[max(start - 2, 0) : start], text[end : end + 1]
    abbreviated = behind == "." and end + 1 < passage.span.end
    return (
        abbreviated
        or before in ("- ", "‑ ")
        or before.endswith(tuple("-‑/.’'@#&*_\\\u200b\u00ad\u2060"))
        or behind in tuple("-‑/@&’'*_\\\u200b\u00ad\u2060")
        or (len(word.text) <= _LONGEST_UNIT and any(map(str.isdigit, before)))
        or is_protected(passage, word.span)
        or enclosed(passage, word.span)
    )


def _meant(bead: Bead, row: Sequence[Word], index: int) -> str:
    """The most frequent word that is one letter away from one, "" where none is likely."""
    language, word = bead.target.profile, row[index].text
    form = word.lower()
    if (
        is_compound(language, form)
        or _is_foreign(language.lexicon, form)
        or _is_read(bead, form)
        or _is_feminine(language, form)
    ):
        return ""
    wanted = _FREQUENT.get(len(form), _FREQUENT_LONG)
    best, count = max(corrections(language, form), key=lambda each: each[1], default=("", 0))
    if best in proper_words():
        return ""
    slipped = form[0] == best[:1] or best.endswith(form) or sorted(form) == sorted(best)
    if len(form) == _SHORT and not slipped:
        return ""
    if count < (wanted if word == form else max(wanted, _FREQUENT_FIRST)):
        return ""
    if (len(form) > 1 and _is_of_a_name(row, index)) or _is_the_sources(bead, form, best):
        return ""
    return best if word == form else best.capitalize()


def _is_read(bead: Bead, form: str) -> bool:
    """Whether a word may be one of the source’s in Latin letters, as its characters are read."""
    return unspaced(bead.source.text) and (is_pinyin(form) or is_east_asian(form))


def _is_of_a_name(row: Sequence[Word], index: int) -> bool:
    """Whether a word may be part of a name: “van der Berg”, “Vibrio cholerae”."""
    form = row[index].text
    before = index > 0 and row[index - 1].text[0].isupper()
    if len(form) >= _FOREIGN:
        return before and form.endswith(_SPECIES)
    beside = before or any(word.text[0].isupper() for word in row[index + 1 : index + 2])
    return beside and any(form in common_words(profile(tag)) for tag in known_languages())


def _is_the_sources(bead: Bead, form: str, meant: str) -> bool:
    """Whether a word of the source is more like the word than like what it would be meant for."""
    if len(form) < _FOREIGN:
        return False
    from anyascii import anyascii

    originals = {anyascii(word.text).lower() for word in words(bead.source)}
    return any(
        letters_apart(other, form, _LIKE) < letters_apart(other, meant, _LIKE)
        for other in originals
    )


def _is_lone_letter(passage: Passage, row: Sequence[Word], index: int) -> bool:
    """Whether a letter stands between two ordinary words, as no name of a variable does."""
    if not 0 < index < len(row) - 1:
        return False
    before, word, behind = row[index - 1 : index + 2]
    text = passage.document.text
    spaced = text[before.span.end : word.span.start] == text[word.span.end : behind.span.start]
    capital = passage.profile.has("capital_letters") and (
        word.text in passage.profile.capital_letters
    )
    if capital:
        # “Cabestany i Roura” is a name.
        named = before.text.istitle() and behind.text.istitle()
        return spaced and before.text.isalpha() and behind.text.isalpha() and not named
    return spaced and all(_is_small(passage, each.text) for each in (before, behind))


def _is_small(passage: Passage, word: str) -> bool:
    return word.islower() and (len(word) > 1 or word in passage.profile.one_letter_words)


def _is_feminine(language: LanguageProfile, form: str) -> bool:
    """Whether a word is what a woman is called of whom the list knows the man: “factrice”."""
    endings = language.feminine_endings if language.has("feminine_endings") else ()
    return any(
        form.endswith(hers) and is_known(language, form.removesuffix(hers) + his)
        for hers, his in endings
    )


def _is_foreign(own: str, form: str) -> bool:
    """Whether a word is one of another language."""
    if len(form) < _FOREIGN:
        return False
    lists = (lexicon(name) for name in LISTS if name != own)
    return any(known.frequency(form) > _LENT for known in lists if known)
