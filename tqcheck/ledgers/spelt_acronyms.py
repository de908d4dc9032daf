"""Acronyms of another script that the target writes by their letters or their sounds."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.features.acronyms import Acronym, acronyms, stands_in_brackets
from tqcheck.features.alternatives import any_of
from tqcheck.features.damage import in_latin, is_like
from tqcheck.features.glued import unglued
from tqcheck.features.sounds import consonants_of
from tqcheck.features.vocabulary import is_known
from tqcheck.features.wide import by_opening, in_wide_text
from tqcheck.features.words import unspaced, words
from tqcheck.languages.acronyms import ShortForm, letters, short_forms
from tqcheck.languages.tables import column
from tqcheck.model import Bead, LanguageProfile, Pair, Segment, Span

#: A short form of so many letters, once they are Latin, is no other word by chance.
_TELLING = 6
#: So much of its letters a short form keeps that was written by ear: "Fatef" for "فاتف".
_ALIKE = 0.75
#: Shorter ones are spelt by chance.
_BRIEF = 2
#: So many initials are a short form.
_FEWEST = 3


class Spelt(NamedTuple):
    """What the target has, the acronym of the source, and what should stand there."""

    target: Acronym
    source: Acronym
    right: str


def spelt_by_letters(pair: Pair, bead: Bead) -> Iterator[Spelt]:
    """The short forms that the target has in the source's script, or letter by letter from it."""
    known = short_forms(pair.source.language, pair.target.language)
    for source in in_another_script(pair, bead.source):
        usual = known[source.letters]
        found = _spelt(bead.target, source)
        read = found and unspaced(source.text) and in_latin(found.text) in _syllables(source.text)
        if found and (read or not writes(bead.target, usual)):
            yield Spelt(found, source, usual.target[0])
    yield from _in_brackets(bead)


def _in_brackets(bead: Bead) -> Iterator[Spelt]:
    """What is written letter by letter, small ones among capitals, behind words whose initials tell
    the right short form: "European Southern Observatory (EYuO)".
    """
    sources = {in_latin(each.text): each for each in acronyms(bead.source)}
    for match in _spelt_out(bead.target.profile).finditer(bead.target.text) if sources else ():
        source = sources.get(in_latin(match["form"]))
        right = "".join(word[0] for word in match["words"].split() if word[0].isupper())
        if source and not source.letters.isascii() and len(right) >= _FEWEST:
            span = bead.target.at(*match.span("form"))
            yield Spelt(Acronym(match["form"], span), source, right)


@cache
def _spelt_out(profile: LanguageProfile) -> re.Pattern[str]:
    """Words with capitals, small ones among them, and in brackets a word with small letters among
    capitals.
    """
    links = any_of(profile.name_links)
    return re.compile(
        rf"(?P<words>[A-Z][\w-]+(?: (?:{links}|[A-Z][\w-]+)){{1,7}}) "
        r"\((?P<form>(?=\w*[a-z])[A-Z]\w*[A-Z]\w*)\)"
    )


@lru_cache(maxsize=4096)
def _syllables(form: str) -> frozenset[str]:
    """How the parts of a short form in characters are read, each syllable by syllable: "shimao"."""
    sizes = range(_BRIEF, len(form) + 1)
    parts = (form[at : at + size] for size in sizes for at in range(len(form) - size + 1))
    read = (in_latin(part).replace(" ", "") for part in parts)
    return frozenset(each for each in read if len(each) >= _TELLING)


def _spelt(target: Segment, source: Acronym) -> Acronym | None:
    """Where the target has a short form of another script, as it is or by its letters."""
    at = target.text.find(source.text)
    if at >= 0:
        return Acronym(source.text, target.at(at, at + len(source.text)))
    spelt = in_latin(source.text)
    syllables = _syllables(source.text) if unspaced(source.text) else frozenset()
    for word in words(target):
        mixed = sum(map(str.isupper, word.text)) > 1 and not word.text.isupper()
        form = in_latin(word.text)
        if form in syllables and word.text[0].isupper() and not is_known(target.profile, form):
            return Acronym(word.text, word.span)
        if (mixed or len(spelt) >= _TELLING) and form == spelt:
            return Acronym(word.text, word.span)
        if stands_in_brackets(target, word.span) and _is_heard(form, spelt, target.profile):
            return Acronym(word.text, word.span)
    return None


def _is_heard(form: str, spelt: str, profile: LanguageProfile) -> bool:
    """Whether a word is a short form of another script, with vowels that this does not write."""
    if len(spelt) < _BRIEF:
        return False
    return is_like(form, (spelt,), profile, _ALIKE) or consonants_of(form) == consonants_of(spelt)


def writes(target: Segment, usual: ShortForm) -> bool:
    """Whether a passage has one of the right short forms."""
    right = {letters(form) for form in usual.target}
    return any(
        letters(word.text.removesuffix("'s").removesuffix("’s")) in right for word in words(target)
    )


def in_another_script(pair: Pair, source: Segment) -> Iterator[Acronym]:
    """The known short forms of a passage that the target's script cannot write."""
    known = short_forms(pair.source.language, pair.target.language)
    text = source.text
    if unspaced(text[:200]):
        for at, form, _ in in_wide_text(
            text, _openings(pair.source.language, pair.target.language)
        ):
            yield Acronym(form, source.at(at, at + len(form)))
        return
    for word in words(source):
        for glued, form in ((0, word.text), *unglued(word.text)):
            if form in known and not form.isascii():
                yield Acronym(form, Span(word.span.start + glued, word.span.end))
                break
    forms = _in_words(pair.source.language, pair.target.language)
    told = {letter for form in forms for letter in form.split()}
    for form in forms if told & {word.text for word in words(source)} else ():
        for match in (
            re.finditer(rf"(?<!\w)\w?{re.escape(form)}(?!\w)", text) if form in text else ()
        ):
            # "إم إس إن بي سي" is longer than "إن بي سي".
            before = text[: match.start()].split()[-1:]
            if not told.intersection(before):
                yield Acronym(form, source.at(match.end() - len(form), match.end()))


@cache
def _in_words(source_language: str, target_language: str) -> tuple[str, ...]:
    """The short forms that are several words: "بي بي سي"."""
    known = column("acronyms", source_language).values()
    right = short_forms(source_language, target_language)
    forms = {form for each in known for form in each if " " in form and not form.isascii()}
    return tuple(sorted(form for form in forms if letters(form) in right))


@cache
def _openings(source_language: str, target_language: str) -> dict[str, list[tuple[str, None]]]:
    known = short_forms(source_language, target_language)
    return by_opening((form, None) for form in known if not form.isascii())
