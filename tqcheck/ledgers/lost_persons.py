"""Whole names of persons in the source of which the target has nothing."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from tqcheck.features.countries import countries
from tqcheck.features.damage import in_latin
from tqcheck.features.folding import folded
from tqcheck.features.known_names import known_spellings
from tqcheck.features.names import NameWord, names
from tqcheck.features.sounds import ABJADS, consonants_of, sound_of
from tqcheck.features.transliteration import sounded_beginning, sounded_end
from tqcheck.features.vocabulary import (
    common_words,
    frequency,
    has_vocabulary,
    is_composed,
    is_known,
)
from tqcheck.features.words import word_set
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.languages.given_names import given_name_of
from tqcheck.languages.latin_names import has_latin_form
from tqcheck.languages.lexicon import lexicon
from tqcheck.languages.proper_words import proper_words
from tqcheck.ledgers.hearing import OtherText
from tqcheck.ledgers.lone_words import (
    LoneName,
    are_apart,
    is_determined,
    is_named,
    lone_name,
    may_be_a_name,
    own_short_forms,
)
from tqcheck.ledgers.person_words import is_heard, is_same, places
from tqcheck.model import Bead, LanguageProfile, Passage, Span, remembered

#: A person is named by so many words.
_WHOLE = 2
#: A name that a language uses oftener for something else is told by what stands beside it.
_ORDINARY = 300
#: So far on or back a name that nothing explains may stand for one.
_AS_FAR = 0.3
#: Words with so many letters in common at their beginning may be one in two cases.
_STEM = 4
#: So many consonants tell a word from others.
_TELLING = 3
#: The parts of a name in a script without vowels have so many letters, and the first no article.
_IN_A_ROW = 3
#: A part of a name in characters has so many at most.
_LONGEST_PART = 6
_LONG, _SHORT, _ARTICLES = 4, 3, ("ال", "لل", "ה")
_MEANINGS = frozenset(("Hani", "Hira"))
#: A name of so few letters may be any that begins so.
_BRIEF = 5
_CHARACTERS = "Hani"
_TABLES = ("Arab", "Cyrl", "Hebr")
_HYPHENS = frozenset("-‑")


def lost_persons(bead: Bead, near: Sequence[Bead]) -> Iterator[LoneName]:
    """The names of two words or more that can be nothing but a person's, of which the target has no
    word, nor another name in their place; in order.
    """
    for row in whole_names(bead.source):
        if is_lost(bead, near, row):
            yield lone_name(bead.source, row, sure=True, likely=True)


def is_lost(bead: Bead, near: Sequence[Bead], row: Sequence[NameWord]) -> bool:
    """Whether the target has nothing of a name, neither here nor where it was taken to, and no
    other one in its place.
    """
    return (
        not _is_foreign_phrase(row, bead.target.profile)
        and not _is_shortened(bead, row)
        and not _is_told(bead, row)
        and not any(_has_taken(each, row) for each in near if each is not bead)
        and not _has_open_name(bead, row)
    )


@remembered
def whole_names(passage: Passage) -> tuple[tuple[NameWord, ...], ...]:
    """The words in a row that can be nothing but the whole name of a person, row by row."""
    return tuple(_whole_names(passage))


def _whole_names(passage: Passage) -> Iterator[tuple[NameWord, ...]]:
    script = passage.profile.scripts[0]
    if script in ABJADS or script in _MEANINGS:
        for run in dict.fromkeys(place.run for place in places(passage)):
            yield from _known_rows(passage, run) if script in ABJADS else _sounding(passage, run)
        return
    taken = [each.span for each in countries(passage)]
    for name in names(passage):
        row = (
            (
                word,
                not any(span.overlaps(word.span) for span in taken)
                and _is_of_a_person(passage, word),
            )
            for word in name.words
        )
        for personal, group in groupby(row, key=lambda each: each[1]):
            found = tuple(word for word, _ in group) if personal else ()
            whole = sum(len(word.text) > 1 for word in found) >= _WHOLE
            # “Hydro-Québec” is one word.
            whole = whole and any(
                passage.document.text[one.span.end : other.span.start] not in _HYPHENS
                for one, other in pairwise(found)
            )
            if (
                whole
                and _is_personal(passage.profile, found)
                # Prizes, ships and streets have articles, persons none.
                and not is_determined(passage, found[0])
            ):
                yield found


def _sounding(passage: Passage, run: tuple[NameWord, ...]) -> Iterator[tuple[NameWord, ...]]:
    """The parts of a dotted name in Chinese without the words that no space parts from it."""
    if passage.profile.scripts[0] != _CHARACTERS:
        yield run
        return
    first, *middle, last = run
    before = _in_short(first.text) or sounded_end(first.text)
    behind = _in_short(last.text) or sounded_beginning(last.text)
    if before and behind:
        start, end = first.span.end - len(before), last.span.start + len(behind)
        yield (
            NameWord(before, Span(start, first.span.end), initial=False),
            *middle,
            NameWord(behind, Span(last.span.start, end), initial=False),
        )


def _in_short(text: str) -> str:
    """A text that is no longer than one part of a name, else nothing."""
    return text if len(text) <= _LONGEST_PART else ""


def _known_rows(passage: Passage, run: Sequence[NameWord]) -> Iterator[tuple[NameWord, ...]]:
    """The given names of a script without capitals, each with the word behind it; and three words in
    a row that may all be names, one of them surely.
    """
    profile = passage.profile
    common = common_words(profile)

    def may_be(word: NameWord, fewest: int = _LONG) -> bool:
        known = len(word.text) >= fewest and word.text not in common
        return known and any(True for _ in known_spellings(word.text, profile))

    def opens(word: NameWord) -> bool:
        return not word.text.startswith(_ARTICLES) and is_given(profile, word.text)

    for one, other in pairwise(run):
        # A short one is none but before a family name with its article.
        fewest = _SHORT if other.text.startswith(_ARTICLES) else _LONG
        if may_be(one, fewest) and may_be(other) and opens(one):
            yield one, other
    for at in range(len(run) - _IN_A_ROW + 1):
        row = tuple(run[at : at + _IN_A_ROW])
        if all(map(may_be, row)) and any(map(opens, row)) and not row[0].text.startswith(_ARTICLES):
            yield row


def _is_of_a_person(passage: Passage, word: NameWord) -> bool:
    """Whether a word may be of a person's name: no title, and no word that the language uses much,
    unless it is a name that people bear and has its capital for that alone.
    """
    profile = passage.profile
    if len(word.text) == 1:
        return True
    if "Latn" not in profile.scripts and word.text.isascii():
        return False
    if not may_be_a_name(passage, word) or is_part_of_a_place(word.text, profile.tag):
        return False
    if not _is_of_the_language(profile, word.text):
        return True
    rare = _is_rare(profile, word.text)
    if word.initial:
        return rare and is_given(profile, word.text)
    return rare or is_given(profile, word.text)


@lru_cache(maxsize=20_000)
def _is_of_the_language(profile: LanguageProfile, word: str) -> bool:
    """Whether a language has a word, as far as its list, be it short, knows."""
    form = word.lower()
    if has_vocabulary(profile):
        return is_known(profile, form) or is_composed(profile, word)
    known = lexicon(profile.tag)
    cut = (1, 2) if "Cyrl" in profile.scripts else ()
    forms = (form, form.removesuffix("s"), *(form[:-size] for size in cut))
    return known is not None and any(known.frequency(each) for each in forms if each)


def _is_rare(profile: LanguageProfile, word: str) -> bool:
    known = lexicon(profile.tag)
    return known is not None and known.frequency(word.lower()) <= _ORDINARY


def _is_personal(profile: LanguageProfile, row: Sequence[NameWord]) -> bool:
    """Whether one of some words at least is a name that people bear, or none a word of a language
    of which all are known.
    """
    if any(is_given(profile, word.text) for word in row[: None if has_vocabulary(profile) else 1]):
        return True
    if not has_vocabulary(profile) or any(_is_of_the_language(profile, w.text) for w in row):
        return False
    nouns = profile.has("capitalised_nouns") and profile.capitalised_nouns
    return nouns or not all(word.initial for word in row)


@lru_cache(maxsize=20_000)
def is_given(profile: LanguageProfile, word: str) -> bool:
    """Whether a word is a name that people bear, as far as the tables know."""
    form = folded(word)
    if form in proper_words() or given_name_of(word) is not None:
        return True
    if "Latn" not in profile.scripts:
        return any(spelling.sure for _, spelling in known_spellings(word, profile))
    return any(has_latin_form(form, script) for script in _TABLES)


def _is_told(bead: Bead, row: Sequence[NameWord]) -> bool:
    """Whether the target has any word of a name, or something that may be one."""
    text = folded(bead.target.text)
    if any(len(word.text) > 1 and folded(word.text) in text for word in row):
        return True
    nations = [each.span for each in countries(bead.target)]
    there = [
        word
        for name in names(bead.target)
        for word in name.words
        if not any(span.overlaps(word.span) for span in nations)
    ]
    # In characters a short family name sounds as nobody can tell: 梅 is May.
    if bead.source.profile.scripts[0] in _MEANINGS and any(
        len(other.text) <= _BRIEF and _begins_alike(row[-1].text, other.text) for other in there
    ):
        return True
    # Short words sound like any other.
    telling = [word for word in row if len(consonants_of(word.text)) >= _TELLING] or row
    return any(
        is_heard(bead, word, other) if word in telling else is_same(bead, word, other)
        for word in row
        for other in there
    )


def _begins_alike(word: str, other: str) -> bool:
    """Whether two words begin with the same sound."""
    return sound_of(word).spoken[:1] == sound_of(other).spoken[:1]


def _is_shortened(bead: Bead, row: Sequence[NameWord]) -> bool:
    """Whether the target has a name's initials alone."""
    initials = "".join(in_latin(word.text)[:1] for word in row).upper()
    return len(row) >= _WHOLE and initials in own_short_forms([bead.target], bead.source)


def _is_foreign_phrase(row: Sequence[NameWord], profile: LanguageProfile) -> bool:
    """Whether words are the target's own: "Dream Team". A person's surname may be one."""
    known = [word for word in row if _is_a_word(profile, word.text)]
    return len(known) > 1 or (bool(known) and known[0] is row[0])


def _is_a_word(profile: LanguageProfile, word: str) -> bool:
    """Whether the target's language uses a word much, and people are not called so."""
    return (
        is_known(profile, word.lower())
        and frequency(profile, word.lower()) > _ORDINARY
        and folded(word) not in proper_words()
        and given_name_of(word) is None
    )


def _has_taken(bead: Bead, row: Sequence[NameWord]) -> bool:
    """Whether the target of a bead beside has a name that its own source has not got."""
    if not bead.complete:
        return not bead.target.empty and bool(names(bead.target))
    there = [word for name in names(bead.target) for word in name.words]
    return any(is_same(bead, word, other) for word in row for other in there) and not any(
        _is_of_one_stem(word.text, other) for word in row for other in word_set(bead.source)
    )


def _is_of_one_stem(word: str, other: str) -> bool:
    size = min(len(word), _STEM)
    return word[:size] == other[:size] or word in other


def _has_open_name(bead: Bead, row: Sequence[NameWord]) -> bool:
    """Whether the target has a name about as far on that nothing in the source explains."""
    target = bead.target.profile
    other = OtherText([bead.source])
    across = not set(bead.source.profile.scripts) & set(target.scripts)
    named = [each.span for each in countries(bead.target) if is_named(each.code, bead.source)]
    return any(
        may_be_a_name(bead.target, word)
        and not _is_a_word(target, word.text)
        and not any(span.overlaps(word.span) for span in named)
        and are_apart(bead, row[0].span, word.span) <= _AS_FAR
        and not other.has(word.text, across=across)
        for name in names(bead.target)
        for word in name.words
    )
