"""Acronyms of both texts: how this translation, and the target language, write each of them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqcheck.features.acronyms import (
    Acronym,
    Definition,
    abbreviates,
    acronyms,
    definition_pairs,
    definitions,
    may_be_an_acronym,
)
from tqcheck.features.bodies import bodies
from tqcheck.features.folding import folded
from tqcheck.features.terms import tokens
from tqcheck.languages.acronyms import ShortForm, letters, short_forms
from tqcheck.ledgers.short_words import short_words
from tqcheck.ledgers.spelt_acronyms import spelt_by_letters, writes
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Segment, remembered
from tqcheck.model.needs import pair_that, source_word, target_word

#: How far apart two forms may stand to be read as one and its gloss: "NATO (OTAN)".
_BESIDE = 3
#: So many capitals are not those of a word.
_MIXED = 3
#: How far before its bracket the words of a short form may begin.
_LONGEST = 80
#: So many passages are a habit.
_HABIT = 2
_OPENING, _CLOSING = '«“„"‘‹「『', '»”“"’›」』'


class Rendering(NamedTuple):
    """How an acronym of the source is written in the target.

    `defined` holds the two places that say so; without them the text shows it by its habit, if
    `habitual`, or else it is the language's usual form.
    """

    source: str
    target: str
    defined: tuple[Definition, Definition] | None = None
    habitual: bool = False


class Untranslated(NamedTuple):
    """An acronym that the target takes over from the source, and how it is written there."""

    target: Acronym
    source: Acronym
    rendering: Rendering


#: What a pair needs for either text to have an acronym.
ACRONYM_IN_SOURCE = source_word(may_be_an_acronym) + pair_that(
    lambda pair: ".-" in pair.source.text
)
ACRONYM_IN_TARGET = target_word(may_be_an_acronym) + pair_that(
    lambda pair: ".-" in pair.target.text
)


def may_be_untranslated(word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word of the target may be an acronym that the source's language writes so."""
    if not set(profile.scripts) & set(other.scripts) or may_be_an_acronym(word):
        return True
    small = _small_forms(other.tag, profile.tag)
    return any(part in word for part in small)


@remembered
def learnt(pair: Pair) -> dict[str, Rendering]:
    """Source acronym → its rendering, from the places where both texts define it.

    An acronym that the target keeps is among them, with itself as its rendering.
    """
    found: dict[str, Rendering] = {}
    in_source = _mentions(pair)
    for bead in pair.complete_beads:
        for source, target in definition_pairs(bead.source, bead.target).items():
            form, other = source.acronym.letters, target.acronym.letters
            if form == other or other not in in_source:
                found.setdefault(form, Rendering(form, other, (source, target)))
    for form, each in short_words(pair).items():
        defined = (each.source, each.target)
        found.setdefault(form, Rendering(form, each.target.acronym.letters, defined))
    for form, other in _habits(pair).items():
        found.setdefault(form, Rendering(form, other, habitual=True))
    return found


def _habits(pair: Pair) -> dict[str, str]:
    """Source acronym → the only one that stands for it, in so many passages and never itself.

    Looked at are passages with one acronym a side that the other side has not got.
    """
    met: dict[str, Counter[str]] = {}
    for bead in pair.complete_beads:
        mine, others = distinct(bead.source), distinct(bead.target)
        if mine and others:
            left, right = mine - others, others - mine
            if len(left) == len(right) == 1:
                met.setdefault(next(iter(left)), Counter()).update(right)
    found = {
        form: next(iter(others))
        for form, others in met.items()
        if len(others) == 1 and others.total() >= _HABIT
    }
    taken = Counter(found.values())
    in_source = _mentions(pair)
    return {
        form: other
        for form, other in found.items()
        if taken[other] == 1 and other not in in_source and _share_letters(form, other)
    }


def _share_letters(form: str, other: str) -> bool:
    """Whether two acronyms have as many letters, and half of them in common: FSR and RSF."""
    same = (Counter(form) & Counter(other)).total()
    return len(form) == len(other) and 2 * same >= len(form)


@remembered
def distinct(passage: Passage) -> frozenset[str]:
    """The different acronyms of a passage, by their letters."""
    return frozenset(acronym.letters for acronym in acronyms(passage))


@remembered
def untranslated(pair: Pair) -> tuple[Untranslated, ...]:
    """The acronyms of the source's language that stand in the target."""
    return tuple(_untranslated(pair))


def _untranslated(pair: Pair) -> Iterator[Untranslated]:
    in_source = _mentions(pair) | _transliterated(pair)
    for bead in pair.beads:
        for acronym in () if bead.target.empty else acronyms(bead.target):
            sources = in_source.get(acronym.letters)
            if sources is None:
                continue
            here = _first_in(bead.source, sources)
            rendering = _rendering(pair, bead, acronym, sources[0].letters, here is not None)
            if rendering and not _is_kept_on_purpose(bead, acronym, rendering):
                yield Untranslated(acronym, here or sources[0], rendering)
        if bead.complete and not _shares_script(pair):
            for found in spelt_by_letters(pair, bead):
                rendering = Rendering(found.source.letters, found.right)
                yield Untranslated(found.target, found.source, rendering)
        elif bead.complete:
            yield from _written_small(pair, bead)


def _written_small(pair: Pair, bead: Bead) -> Iterator[Untranslated]:
    """The short forms that the source's press writes like names, left as they are: "Bce"."""
    small = _small_forms(pair.source.language, pair.target.language)
    text = bead.target.text
    if not any(form in text for form in small):
        return
    sources = {word.text: word for word in tokens(bead.source) if word.text in small}
    for word in tokens(bead.target) if sources else ():
        usual = small.get(word.text)
        if usual and word.text in sources and not writes(bead.target, usual):
            found, source = Acronym(*word), Acronym(*sources[word.text])
            rendering = Rendering(word.text, usual.target[0])
            if not _is_kept_on_purpose(bead, found, rendering):
                yield Untranslated(found, source, rendering)


@cache
def _small_forms(source_language: str, target_language: str) -> dict[str, ShortForm]:
    """The short forms of a language that are written like a name: capitals in it elsewhere, or among
    small letters.
    """
    known = short_forms(source_language, target_language)
    return {
        form: usual
        for form, usual in known.items()
        if (form.istitle() and form.upper() in known and not usual.doubtful) or _is_mixed(form)
    }


def _is_mixed(form: str) -> bool:
    """Whether a short form has small letters between capitals, as no word has: "IStGH"."""
    return form.isascii() and not form.isupper() and sum(map(str.isupper, form)) >= _MIXED


def _shares_script(pair: Pair) -> bool:
    return bool(set(pair.source.profile.scripts) & set(pair.target.profile.scripts))


def _first_in(segment: Segment, mentions: Sequence[Acronym]) -> Acronym | None:
    index = bisect_left(mentions, segment.span.start, key=lambda mention: mention.span.start)
    if index < len(mentions) and segment.holds(mentions[index].span):
        return mentions[index]
    return None


@remembered
def _mentions(pair: Pair) -> dict[str, list[Acronym]]:
    found: dict[str, list[Acronym]] = {}
    for segment in pair.source.segments:
        for acronym in acronyms(segment):
            found.setdefault(acronym.letters, []).append(acronym)
    return found


@remembered
def _transliterated(pair: Pair) -> dict[str, list[Acronym]]:
    """The acronyms of another script as a transliteration would leave them: "МКС" is "MKS"."""
    foreign = {form: found for form, found in _mentions(pair).items() if not form.isascii()}
    if not foreign or "Latn" not in pair.target.profile.scripts:
        return {}
    from anyascii import anyascii

    return {anyascii(folded(form)).upper(): found for form, found in foreign.items()}


def _rendering(
    pair: Pair, bead: Bead, acronym: Acronym, form: str, in_bead: bool
) -> Rendering | None:
    """What the target should write for an acronym of the source, if that is anything else.

    What the texts themselves define decides; the usual forms of the language only where the
    aligned source has the acronym and can mean nothing else by it.
    """
    known = learnt(pair).get(form)
    if known:
        right = {known.target} | _right_forms(pair)
        return None if acronym.letters in right else known
    usual = short_forms(pair.source.language, pair.target.language).get(form)
    if not usual or not in_bead or acronym.letters in _right_forms(pair, usual):
        return None
    right = {letters(each) for each in usual.target}
    if usual.doubtful and not right & _in_target(pair) and not _is_spelt_out(bead, acronym, usual):
        return None
    for other in _others_in(pair, bead.source, usual):
        right |= {letters(each) for each in other.target}
    return None if acronym.letters in right else Rendering(form, usual.target[0])


def _is_spelt_out(bead: Bead, acronym: Acronym, usual: ShortForm) -> bool:
    """Whether an acronym stands in brackets behind the name in full of what another form is short
    for, or words of which the initials are its letters: "United Arab Emirates (EAU)".
    """
    text = bead.target.document.text
    before = text[max(bead.target.span.start, acronym.span.start - _LONGEST) : acronym.span.start]
    if not before.rstrip().endswith(("(", "[")):
        return False
    clause = before.rstrip(" ([")
    if any(usual.fact == body.fact for body in bodies(bead.target) if clause.endswith(body.text)):
        return True
    return any(abbreviates(form, clause) for form in usual.target if len(form) > 2)


def _right_forms(pair: Pair, usual: ShortForm | None = None) -> set[str]:
    """The acronyms that the target defines as its own.

    A definition whose words spell the usual form instead ("World Health Organization (OMS)")
    only shows that the acronym was left.
    """
    return {
        definition.acronym.letters
        for definition in _target_definitions(pair)
        if not usual or not any(abbreviates(form, definition.long_form) for form in usual.target)
    }


@remembered
def _in_target(pair: Pair) -> frozenset[str]:
    return frozenset(
        acronym.letters for segment in pair.target.segments for acronym in acronyms(segment)
    )


@remembered
def _target_definitions(pair: Pair) -> list[Definition]:
    return [each for segment in pair.target.segments for each in definitions(segment)]


def _others_in(pair: Pair, source: Segment, usual: ShortForm) -> Iterator[ShortForm]:
    for acronym in acronyms(source):
        other = short_forms(pair.source.language, pair.target.language).get(acronym.letters)
        if other and other.fact != usual.fact:
            yield other


def _is_kept_on_purpose(bead: Bead, acronym: Acronym, rendering: Rendering) -> bool:
    text = bead.target.text
    start, end = (place - bead.target.span.start for place in acronym.span)
    near = (
        text[max(0, start - len(rendering.target) - _BESIDE - 2) : start],
        text[end : end + len(rendering.target) + _BESIDE + 2],
    )
    beside = re.compile(rf"(?<!\w){re.escape(folded(rendering.target))}(?!\w)")
    if any(beside.search(folded(_letters_kept(side))) for side in near):
        return True
    if _is_quoted(text, start, end):
        return True
    source = bead.source.text.replace("\u00a0", " ")
    return any(name in source for name in _with_neighbours(text, start, end))


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the acronym is named as a word: it stands alone in quotation marks."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return before[-1:] in _OPENING and after[:1] in _CLOSING and bool(before) and bool(after)


def _with_neighbours(text: str, start: int, end: int) -> Iterator[str]:
    """The acronym with the capitalised word before it, and with the one after it."""
    before = re.search(r"[^\W\d_][\w'’]*[ \u00a0-]$", text[:start])
    after = re.match(r"[ \u00a0-][^\W\d_][\w'’]*", text[end:])
    if before and before.group()[0].isupper():
        yield text[before.start() : end].replace("\u00a0", " ")
    if after and after.group()[1].isupper():
        yield text[start : end + after.end()].replace("\u00a0", " ")


def _letters_kept(text: str) -> str:
    """The text with spelled acronyms written together: "U.S." as "US"."""
    return re.sub(r"(?<=\b\w)\.", "", text)
