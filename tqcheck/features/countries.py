"""Countries that a passage names: by name, by inhabitants or adjective, by a place of theirs."""

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.features.glued import unglued
from tqcheck.features.protected import masked
from tqcheck.features.telling import Telling
from tqcheck.features.words import LETTERS, unspaced
from tqcheck.languages.countries import (
    CountryForm,
    Naming,
    country_forms,
    is_own_name,
    is_romanised,
)
from tqcheck.model import LanguageProfile, Passage, Span, remembered

#: Syllables are written as one sign: two of them are as much as three letters.
_HANGUL = re.compile("[가-힣]")
_KATAKANA = re.compile(r"[ァ-ヺー]")
#: So many letters may follow a stem.
_LONGEST_ENDING = 5
#: So many characters may stand between the words of one name.
_WIDEST_GAP = 3
#: A word of a name that is written by its sounds has no more characters than this.
_LONGEST_RUN = 6
#: Capitals up to this length are short forms, not words that were capitalised.
_SHORT_FORM = 3
#: What spellings differ in; a capital may stand without its accent.
_ALIKE = str.maketrans("ёЁأإآىةÉÈÊÎÔ", "еЕاااي" + "ه" + "EEEIO")


class CountryName(NamedTuple):
    """One mention of a country.

    `code` is its ISO 3166 code, or the fact where a place is in several. `sure`: the word means
    nothing else. `fact` is the row of the table that has it. `own`: no namesake has the word in its
    name, as two have “Korea”.
    """

    code: str
    text: str
    span: Span
    kind: Naming
    fact: str
    sure: bool
    own: bool


class _Forms(NamedTuple):
    #: First word → the forms that begin with it, longest first.
    whole: dict[str, list[tuple[tuple[str, ...], CountryForm]]]
    stems: dict[str, CountryForm]
    #: Forms of scripts without spaces, longest first.
    wide: tuple[CountryForm, ...]


@remembered
def countries(passage: Passage) -> tuple[CountryName, ...]:
    """The mentions in order; none in lines of capitals, nor for a language without a table."""
    forms = _forms(passage.profile.tag)
    text = masked(passage)
    if forms.wide:
        return tuple(sorted(_in_wide_text(passage, text, forms), key=lambda each: each.span))
    language = passage.profile.tag
    telling = () if text.isupper() else _telling(language).among(LETTERS.findall(text))
    return tuple(_in_words(passage, text, telling)) if telling else ()


def is_of_a_country(passage: Passage, span: Span) -> bool:
    """Whether a stretch of a passage names a country, its people or a place of it."""
    return any(each.span.overlaps(span) for each in countries(passage))


def _in_words(passage: Passage, text: str, telling: Container[str]) -> Iterator[CountryName]:
    tokens = list(LETTERS.finditer(text))
    language = passage.profile.tag
    behind = 0
    for at, word in enumerate(LETTERS.findall(text)):
        if word not in telling or at < behind:
            continue
        found = _match(tokens, at, language)
        if found is None:
            continue
        form, glued, size = found
        start, end = tokens[at].start() + glued, tokens[at + size - 1].end()
        if form.code:
            yield _mention(passage, text, form, start, end)
        behind = at + size


def _match(
    tokens: list[re.Match[str]], at: int, language: str
) -> tuple[CountryForm, int, int] | None:
    """The form that begins at a word, how much is glued before it, and how many words it has."""
    for parts, form, glued in _opened(tokens[at].group(), language):
        if _continues(tokens, at, parts, form):
            return form, glued, len(parts)
    return None


def may_name_a_land(word: str, profile: LanguageProfile, *_: object) -> bool:
    """The same, for what surely names a country or a place and not its people."""
    return is_wide(profile) or any(possible_lands(word, profile))


def is_wide(profile: LanguageProfile) -> bool:
    """Whether a language parts no words, so that any may name a country."""
    return bool(_forms(profile.tag).wide)


def possible_lands(
    word: str, profile: LanguageProfile
) -> Iterator[tuple[str, tuple[str, ...], CountryForm]]:
    """The countries and places that a word may surely name: what of it names them, which words have
    to follow, and the form.
    """
    for token in LETTERS.findall(word):
        for parts, form, glued in _opened(token, profile.tag):
            if form.sure and form.naming is not Naming.DEMONYM:
                yield token[glued:], parts[1:], form


def may_tell_a_romanised_people(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may tell that somebody is of a people whose names languages spell each in its
    own way.
    """
    return any(
        form.naming is Naming.DEMONYM and is_romanised(form.code)
        for token in LETTERS.findall(word)
        for _, form, _ in _opened(token, profile.tag)
    )


def may_name_a_country(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may be the first of a country's name; any may where words are not spaced."""
    return is_wide(profile) or any(_opened(token, profile.tag) for token in LETTERS.findall(word))


@cache
def _telling(language: str) -> Telling:
    return Telling(lambda token: bool(_opened(token, language)))


@lru_cache(maxsize=65_536)
def _opened(token: str, language: str) -> tuple[tuple[tuple[str, ...], CountryForm, int], ...]:
    """The forms that a word may begin, the likeliest first, and how much is glued before it."""
    forms = _forms(language)
    found = []
    for glued, word in _readings(token):
        found += [(parts, form, glued) for parts, form in forms.whole.get(word, ())]
        shortest = 2 if _HANGUL.match(word) else 3
        for end in range(len(word), max(shortest - 1, len(word) - _LONGEST_ENDING - 1), -1):
            if word[:end] in forms.stems:
                found.append(((word[:end],), forms.stems[word[:end]], glued))
                break
    return tuple(found)


def _continues(
    tokens: list[re.Match[str]], at: int, parts: tuple[str, ...], form: CountryForm
) -> bool:
    if at + len(parts) > len(tokens):
        return False
    for index in range(1, len(parts)):
        token = tokens[at + index]
        if token.start() - tokens[at + index - 1].end() > _WIDEST_GAP:
            return False
        word, part = _alike(token.group()), parts[index]
        if word == part or word.lower() == part:
            continue
        last = index == len(parts) - 1
        rest = len(word) - len(part)
        if last and word.startswith(part) and (word[-1] == "s" and rest == 1):
            continue
        if not (last and form.stem and word.startswith(part) and rest <= _LONGEST_ENDING):
            return False
    return True


def _readings(token: str) -> Iterator[tuple[int, str]]:
    """The words that a token may be, each with how much is glued before it."""
    word = _alike(token)
    yield 0, word
    if word[-1] == "s":
        yield 0, word[:-1]
    if word[0].isupper():
        low = word[0].lower() + word[1:]
        if len(word) > _SHORT_FORM and word.isupper():
            yield 0, word.title()
            low = word.lower()
        yield 0, low
        if low[-1] == "s":
            yield 0, low[:-1]
    yield from unglued(word)


def _in_wide_text(passage: Passage, text: str, forms: _Forms) -> Iterator[CountryName]:
    taken = text
    for form in forms.wide:
        start = taken.find(form.text)
        while start >= 0:
            end = start + len(form.text)
            if _is_whole(text, start, end) and not _is_in_dotted_name(passage, text, start, end):
                if form.code:
                    yield _mention(passage, text, form, start, end)
                taken = taken[:start] + "\ufffc" * len(form.text) + taken[end:]
            start = taken.find(form.text, end)


def _is_in_dotted_name(passage: Passage, text: str, start: int, end: int) -> bool:
    """Whether what looks like a country is part of a name whose words dots set apart: the 阿曼 of
    “阿曼德·杜普兰蒂斯”.
    """
    if "·" not in text or not passage.profile.has("transcription_letters"):
        return False
    letters = passage.profile.transcription_letters
    before = text[max(0, start - _LONGEST_RUN) : start]
    return bool(_up_to_dot(letters).match(text, end) or _from_dot(letters).search(before))


@cache
def _up_to_dot(letters: str) -> re.Pattern[str]:
    return re.compile(rf"[{letters}]{{0,{_LONGEST_RUN}}}·")


@cache
def _from_dot(letters: str) -> re.Pattern[str]:
    return re.compile(rf"·[{letters}]{{0,{_LONGEST_RUN}}}$")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a name in katakana stands alone, and one in letters too."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if _KATAKANA.match(text[start]) and _KATAKANA.match(before):
        return False
    if _KATAKANA.match(text[end - 1]) and _KATAKANA.match(behind):
        return False
    return unspaced(text[start]) or not (
        (before.isalpha() and before.isascii()) or (behind.isalpha() and behind.isascii())
    )


def _mention(passage: Passage, text: str, form: CountryForm, start: int, end: int) -> CountryName:
    name = text[start:end]
    own = is_own_name(name, form.code, passage.profile.tag)
    span = passage.at(start, end)
    return CountryName(form.code, name, span, form.naming, form.fact, form.sure, own)


@cache
def _forms(language: str) -> _Forms:
    known = country_forms(language)
    if any(unspaced(form.text) for form in known[:50]):
        wide = {form.text: form for form in reversed(known)}
        longest = sorted(wide.values(), key=lambda form: len(form.text), reverse=True)
        return _Forms({}, {}, tuple(longest))
    whole: dict[str, list[tuple[tuple[str, ...], CountryForm]]] = {}
    stems: dict[str, CountryForm] = {}
    for form in known:
        parts = tuple(LETTERS.findall(_alike(form.text)))
        if form.stem and len(parts) == 1:
            stems.setdefault(parts[0], form)
        else:
            whole.setdefault(parts[0], []).append((parts, form))
    for ways in whole.values():
        ways.sort(key=lambda way: len(way[0]), reverse=True)
    return _Forms(whole, stems, ())


def _alike(word: str) -> str:
    return word.translate(_ALIKE)
