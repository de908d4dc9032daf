"""Places that the target calls as only the source's language, or its script, does."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tqcheck.features.cities import city_names, is_city
from tqcheck.features.countries import countries
from tqcheck.features.damage import in_latin, is_like
from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.names import names
from tqcheck.features.protected import is_protected
from tqcheck.features.quotes import quoted
from tqcheck.features.vocabulary import frequency
from tqcheck.features.words import Word, word_counts, word_set, words
from tqcheck.languages.countries import Naming, forms_of
from tqcheck.ledgers.told_names import (
    at_home_in,
    may_keep_a_place,
    may_miss_a_place,
    may_mix_a_place,
)
from tqcheck.model import Bead, Pair, Passage, Span, remembered

#: So much of its letters a place's name keeps when it is written by another script's letters.
_ALIKE = 0.65
_SHORTEST = 4
#: Spellings of one name begin with so many of the same letters.
_BEGINNING = 4
#: Shorter words are no part of a place’s name.
_SHORTEST_PART = 3
#: From this length on two letters may differ.
_LONG = 8
#: A comma and a small word between a place and what it lies in.
_WITHIN = re.compile(r",[ \u00a0](\w{1,4})[ \u00a0](?=\w)")
#: Scripts that leave vowels out, and what their article is, in them and romanised.
_NO_VOWELS = re.compile("[\u0590-\u06ff]")
_ARTICLE = re.compile(r"^(?:[بفك]?ال|لل|[AE](?:l|[dnrst]h?)-)")
_VOWELS, _TWICE = re.compile(r"[aeiouyw]|(?<=.)h$"), re.compile(r"(.)\1")
_PARTS = re.compile(r"[^\W\d_]+")
#: What has so many words in small letters between quotation marks is said, and no title.
_SAID, _SMALL_WORD = 4, re.compile(r"(?<!\w)[^\W\d_A-Z]\w*")
_TWO_BEFORE = re.compile(r"[^\W\d_]{4,}[ \u00a0][^\W\d_]{2,4}[ \u00a0’']$")


class Place(NamedTuple):
    """A place of the source what its language calls it, and what the target's language does."""

    text: str
    span: Span
    own: tuple[str, ...]
    forms: tuple[str, ...]
    #: Whether the name hardly means a smaller place of a like name.
    large: bool
    #: What other languages in Latin script call it, as far as a table says.
    others: tuple[str, ...] = ()


class Exonym(NamedTuple):
    """A place of the source, the word of the target for it, and what it should be."""

    source: Span
    target: Word
    form: str


def may_have_an_exonym(pair: Pair) -> bool:
    """Whether a bead may have what `untranslated_exonyms` looks for: much cheaper to ask."""
    may_have = may_keep_a_place if _shares_script(pair) else may_miss_a_place
    return any(map(may_have, pair.beads))


def may_have_a_mixed_place(pair: Pair) -> bool:
    """Whether a bead may have a place's name that is half translated."""
    return _shares_script(pair) and any(map(may_mix_a_place, pair.beads))


@remembered
def untranslated_exonyms(pair: Pair) -> tuple[Exonym, ...]:
    """The countries and places that keep the source's name, or its letters, in order."""
    return tuple(_untranslated(pair))


def _untranslated(pair: Pair) -> Iterator[Exonym]:
    for bead, places in shared_places(pair):
        for place in places:
            yield from _kept(bead, place)
    if _shares_script(pair) or "Latn" not in pair.target.profile.scripts:
        return
    for bead in pair.complete_beads:
        if places := tuple(dict.fromkeys(_places(bead.source, pair.target.profile.tag, None))):
            yield from _by_letters(bead, places)


@remembered
def shared_places(pair: Pair) -> tuple[tuple[Bead, tuple[Place, ...]], ...]:
    """The beads whose source names places of which both texts have a word, with these.

    There are none where the two languages have no script in common.
    """
    found = []
    for bead in pair.complete_beads if _shares_script(pair) else ():
        shared = _place_words(bead.source) & _place_words(bead.target)
        if shared:
            places = _places(bead.source, pair.target.profile.tag, shared)
            found.append((bead, tuple(dict.fromkeys(places))))
    return tuple(found)


def _shares_script(pair: Pair | Bead) -> bool:
    return bool(set(pair.source.profile.scripts) & set(pair.target.profile.scripts))


@remembered
def _place_words(passage: Passage) -> frozenset[str]:
    """The capitalised words of a passage, folded, joined ones apart."""
    return frozenset(
        folded(part)
        for part in _PARTS.findall(passage.text)
        if part[0].isupper() and len(part) >= _SHORTEST_PART
    )


def _places(passage: Passage, other: str, shared: frozenset[str] | None) -> Iterator[Place]:
    """The places that mean nothing else, in any order; of those in Latin script the shared ones."""
    language = passage.profile.tag
    for mention in countries(passage):
        forms = forms_of(mention.kind, mention.fact, other)
        own = forms_of(mention.kind, mention.fact, language)
        # Only usual names of countries correspond: Scotland shares its row with the United Kingdom.
        usual = own if mention.kind is Naming.PLACE else _spellings(own)
        capital = mention.text[0].isupper() or mention.text[0] == mention.text[0].swapcase()
        if (
            forms
            and mention.sure
            and mention.kind is not Naming.DEMONYM
            and capital
            and (mention.text in usual or not mention.text.isascii())
        ):
            yield Place(mention.text, mention.span, own[:1], forms, large=True)
    for city in city_names(passage, other, shared):
        source, target, others, _ = city.city
        yield Place(city.text, city.span, source[:1], target, large=False, others=others)


def _spellings(own: tuple[str, ...]) -> tuple[str, ...]:
    """The usual name of a country and its other spellings: "Kirgisistan", "Kirgistan"."""
    return tuple(form for form in own if folded(form)[:_BEGINNING] == folded(own[0])[:_BEGINNING])


def _kept(bead: Bead, place: Place) -> Iterator[Exonym]:
    """The words of the target that are the place's name in the source."""
    name = folded(place.text)
    tag, other = bead.source.profile.tag, bead.target.profile.tag
    if place.text.isupper() and len(name) > 1:
        return
    at_home = name in at_home_in(other) or name in map(folded, place.forms)
    if is_city(place.text, other, tag) or (at_home and not _is_accented(place)):
        return
    if place.text not in bead.target.text and name not in folded(bead.target.text):
        return
    if _is_a_quarter(bead.source, place, other):
        return
    parts = place.text.split(" ")
    for word in words(bead.target):
        if folded(word.text.removesuffix("'s").removesuffix("’s")) != folded(parts[0]):
            continue
        start = word.span.start
        end = start + len(place.text)
        text = bead.target.document.text[start:end]
        found = Word(text, Span(start, end))
        exact = folded(text) == name and (text == place.text or not at_home)
        if exact and text[0].isupper() and stands_alone(bead, place, found):
            yield Exonym(place.span, found, place.forms[0])


def _is_accented(place: Place) -> bool:
    """Whether a name has marks that the other language’s has not, which has a usual one besides:
    “Téhéran” for Tehran, which some write Teheran.
    """
    name = folded(place.text)
    return (
        place.text.lower() != name != folded(place.forms[0])
        and place.text not in place.forms
        and place.large
    )


def stands_alone(bead: Bead, source: Place, target: Word) -> bool:
    """Whether a name is no part of a longer one, nor of a quotation, a link or a line of names."""
    if is_protected(bead.target, target.span) or any(
        quote.span.overlaps(target.span) and not _is_said(bead.target, quote.span)
        for quote in quoted(bead.target)
    ):
        return False
    # A train, a ship or a hotel is called so.
    if any(
        quote.span.overlaps(source.span)
        and quote.span.end - quote.span.start <= len(source.text) + 2
        for quote in quoted(bead.source)
    ):
        return False
    for name in names(bead.target):
        if name.span.overlaps(target.span) and any(
            not word.span.overlaps(target.span) for word in name.words
        ):
            return False
    common = bead.target.profile.function_words
    here, there = _beside(bead.target, target.span), _beside(bead.source, source.span)
    if _is_a_landmark(here, bead.target) or _is_a_landmark(there, bead.source):
        return False
    # What stands before it is the source's, too: “Opéra national du Rhin”.
    row = _TWO_BEFORE.search(bead.source.document.text, 0, source.span.start)
    if row and bead.target.document.text[: target.span.start].endswith(row.group()):
        return False
    return not any(
        mine and mine == theirs and mine.lower() not in common
        for mine, theirs in zip(here, there, strict=True)
    )


def _is_said(passage: Passage, quote: Span) -> bool:
    text = passage.document.text[slice(*quote)]
    return len(_SMALL_WORD.findall(text)) >= _SAID


def _is_a_quarter(source: Passage, place: Place, other: str) -> bool:
    """Whether a city stands behind a place that holds it: "Sajonia, en Asunción" is no Saxony."""
    behind = _WITHIN.match(source.document.text, place.span.end, source.span.end)
    if not behind or behind[1].lower() not in source.profile.function_words:
        return False
    cities = [city.span.start for city in city_names(source, other)]
    cities += [each.span.start for each in countries(source) if each.kind is Naming.PLACE]
    return behind.end() in cities


def _is_a_landmark(beside: tuple[str, str], passage: Passage) -> bool:
    """Whether a street, a hotel or a part of a town stands beside a name, which is its name."""
    profile = passage.profile
    known = profile.landmark_words if profile.has("landmark_words") else frozenset()
    return any(word.lower() in known for word in beside)


def _beside(passage: Passage, span: Span) -> tuple[str, str]:
    """The words right before and behind a span, where no mark stands between."""
    text = passage.document.text
    before = re.search(
        r"(\w+)[ \u00a0’'-]$", text[max(passage.span.start, span.start - 30) : span.start]
    )
    behind = re.match(r"[ \u00a0’'-](\w+)", text[span.end : min(passage.span.end, span.end + 30)])
    return before[1] if before else "", behind[1] if behind else ""


def _by_letters(bead: Bead, places: tuple[Place, ...]) -> Iterator[Exonym]:
    """The words of the target that write a place by the letters of the source's script."""
    text = folded(bead.target.text)
    for place in places:
        if any(folded(form) in text for form in place.forms):
            continue
        for found in _runs(bead.target, place.text.count(" ") + 1):
            if _is_by_letters(bead, place, found.text) and stands_alone(bead, place, found):
                yield Exonym(place.span, found, place.forms[0])


def _runs(passage: Passage, size: int) -> Iterator[Word]:
    """So many words of a name one behind the other, the first with the article before it."""
    text = passage.document.text
    for name in names(passage):
        for at in range(len(name.words) - size + 1):
            start, end = name.words[at].span.start, name.words[at + size - 1].span.end
            before = at and text[name.words[at - 1].span.start : start + 1]
            if before and _ARTICLE.match(before):
                start = name.words[at - 1].span.start
            yield Word(text[start:end], Span(start, end))


def damaged_places(bead: Bead) -> Iterator[Exonym]:
    """The words of the target that are a letter or two from what it calls a place of the source.

    Where the source's script is another one, `untranslated_exonyms` has them.
    """
    if not (_shares_script(bead) and may_miss_a_place(bead)):
        return
    there = _place_words(bead.target)
    profile = bead.target.profile
    heads = profile.country_heads if profile.has("country_heads") else frozenset()
    strange = [
        word
        for name in names(bead.target)
        for word in name.words
        if len(word.text) >= _SHORTEST
        and word.text not in heads
        and not word.shouted
        and folded(word.text) not in _place_words(bead.source)
    ]
    if not strange:
        return
    other, text = bead.target.profile.tag, folded(bead.target.text)
    missing = [
        place
        for place in _places(bead.source, other, _place_words(bead.source) - there)
        if not any(folded(form) in text for form in (*place.forms, place.text))
    ]
    for place in missing:
        if set(_codes(bead.target)) & _codes_of(place, bead.source):
            continue
        # "Zaporizhzhia" and "Zaporizhzhya" are two romanisations.
        right = {folded(form).replace("y", "i") for form in place.forms}
        for word in strange:
            if folded(word.text).replace("y", "i") in right:
                continue
            form = next((form for form in place.forms if _is_damaged(bead, word.text, form)), None)
            found = Word(word.text, word.span)
            if form and stands_alone(bead, place, found) and _is_whole(bead.source, place):
                yield Exonym(place.span, found, form)
                break


def _is_whole(passage: Passage, place: Place) -> bool:
    """Whether a place is no part of a longer name."""
    return not any(
        name.span.overlaps(place.span)
        and any(not word.span.overlaps(place.span) and not word.initial for word in name.words)
        for name in names(passage)
    )


def _is_damaged(bead: Bead, word: str, form: str) -> bool:
    found, right = folded(word), folded(form)
    if " " in right or found.startswith(right) or right.startswith(found) or not right.isalpha():
        return False
    most = 2 if len(right) >= _LONG else 1
    if not 0 < letters_apart(found, right, most) <= most or found in at_home_in(
        bead.target.profile.tag
    ):
        return False
    counts = word_counts(bead.target.document)
    return (
        not counts[word.lower()]
        and counts[word] == 1
        and not is_city(word, bead.target.profile.tag, bead.source.profile.tag)
    )


def _codes(passage: Passage) -> Iterator[str]:
    return (mention.code for mention in countries(passage) if mention.kind is not Naming.PLACE)


def _codes_of(place: Place, passage: Passage) -> set[str]:
    return {mention.code for mention in countries(passage) if mention.span == place.span}


def _is_by_letters(bead: Bead, place: Place, word: str) -> bool:
    if (
        len(word) < _SHORTEST
        or word.isupper()
        or folded(word) in at_home_in(bead.target.profile.tag)
    ):
        return False
    if word_counts(bead.target.document)[word.lower()]:
        return False
    form = in_latin(word)
    if form in map(in_latin, place.others):
        return False
    if form in map(in_latin, (place.text, *place.own)):
        return place.large or not any(in_latin(model).startswith(form) for model in place.forms)
    if _is_heard(bead, place, word):
        return True
    # "Catalans" is no Catalonia.
    if frequency(bead.target.profile, word.lower()):
        return False
    models = [
        model
        for model in place.forms
        if not form.startswith(in_latin(model)) and not in_latin(model).startswith(form)
    ]
    return bool(models) and is_like(word, models, bead.target.profile, _ALIKE)


def _is_heard(bead: Bead, place: Place, word: str) -> bool:
    """Whether a word has the consonants of a place’s name in a script that writes no others, and
    no other word of the source has them.
    """
    if not _NO_VOWELS.match(place.text):
        return False
    heard = _consonants(word)
    if len(heard) < _SHORTEST_PART or heard != _consonants(place.text):
        return False
    if heard in map(_consonants, place.forms):
        return False
    return sum(_consonants(each) == heard for each in word_set(bead.source)) <= 1


@lru_cache(maxsize=16_384)
def _consonants(word: str) -> str:
    """The consonants of a word letter by letter, without an article: those of "Tarabulus", "طرابلس"."""
    plain = _ARTICLE.sub("", word.removeprefix("و"), count=1)
    return _TWICE.sub(r"\1", _VOWELS.sub("", in_latin(plain)))
