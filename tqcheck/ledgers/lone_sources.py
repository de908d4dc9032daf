"""Names of the source that the target has not got."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from tqcheck.features.acronyms import acronyms
from tqcheck.features.countries import CountryName, countries
from tqcheck.features.damage import in_latin
from tqcheck.features.folding import folded
from tqcheck.features.names import Name, NameWord, is_title, names
from tqcheck.features.transliteration import sounded
from tqcheck.features.vocabulary import (
    common_words,
    frequency,
    has_vocabulary,
    is_composed,
    is_known,
)
from tqcheck.features.words import LETTERS, texts_of_words, unspaced, word_set, words
from tqcheck.languages.acronyms import facts_of, short_forms
from tqcheck.languages.countries import Naming, forms_of, is_part_of_a_place
from tqcheck.languages.lexicon import lexicon
from tqcheck.languages.name_words import Meaning, name_words
from tqcheck.languages.proper_words import proper_words
from tqcheck.ledgers.hearing import OtherText
from tqcheck.ledgers.lone_acronyms import lone_acronyms
from tqcheck.ledgers.lone_words import (
    LoneName,
    are_apart,
    is_determined,
    is_named,
    lone_name,
    may_be_a_name,
    own_short_forms,
    word_before,
)
from tqcheck.ledgers.lost_names import lost_names
from tqcheck.ledgers.lost_persons import lost_persons
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Span

#: Scripts with capitals.
_WITH_CAPITALS = frozenset(("Latn", "Cyrl", "Grek", "Armn"))
_WITHOUT_CAPITALS = frozenset(("Deva", "Arab", "Hang"))
#: A word of the source that its language uses oftener than this is a word.
ORDINARY_THERE = 300
#: A name that is frequent there is a word, too.
_RARE_THERE = 110
_NO_MEANING = Meaning((), alone=False)
#: A noun's last part: how short it may be, and from which frequency or length on its first part
#: need not be known.
#: The script that writes a foreign name in several ways.
_BY_MEANING = "Hani"
#: Two writings of one name differ in less of their sounds.
_ONE_NAME = 0.35
_SHORTEST_PART, _COMMON_PART, _LONG_PART = 3, 1000, 6
#: Translations put a name of several words no further on or back.
_AS_FAR = 0.25
_CASES = ("", "a", "u", "om", "em", "y", "e", "i", "oi")
#: Behind a country in characters: its language, its time.
_NOT_THE_PLACE = re.compile(r"[語语文时時人]|洲|时间|時間|标准|東部|东部")
#: In characters: what ends the name of a paper, an office, a company that a place stands before.
_OF_A_BODY = re.compile(r"\w{0,4}?(?:报|厅|局|院|社|部|署|大学|公司|银行|集团|委员会)")
#: A word with a capital and small ones before a place: "Coupe de la Ligue d’".
_OF_WHAT = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]{3,}(?:[ \u00a0][a-zà-ÿ]{1,3}(?=[ \u00a0’'])){1,2}[ \u00a0’']$"
)
_WIDEST = 30
#: A person's whole name has so many words.
_PERSON = 2
#: Bodies for which papers name the city that they sit in.
_SEATS = {
    "BE/brussels": frozenset(("european-union", "nato")),
    "CH/geneva": frozenset(("united-nations",)),
}
_LATIN = re.compile(r"(?<![A-Za-z@#./\d])[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,})*(?![A-Za-z@./\d])")


def lone_sources(pair: Pair, bead: Bead, near: Sequence[Bead]) -> Iterator[LoneName]:
    """What the source of a bead names and the target, there and near it, does not."""
    profile = pair.source.profile
    other = OtherText([each.target for each in near if not each.target.empty])
    across = not set(profile.scripts) & set(pair.target.profile.scripts)
    persons = list(lost_persons(bead, near))
    yield from persons
    places = [
        place
        for place in _lost_places(bead, other, across=across)
        if not any(person.span.overlaps(place.span) for person in persons)
    ]
    yield from places
    yield from _addressed(bead, other)
    if "Latn" not in profile.scripts and "Latn" in pair.target.profile.scripts:
        yield from _in_foreign_letters(bead, other)
    if profile.scripts[0] not in _WITH_CAPITALS:
        return
    yield from lone_acronyms(pair, bead.source, other)
    short = short_forms(pair.source.language, pair.target.language)
    for name in names(bead.source):
        if not any(each.span.overlaps(name.span) for each in (*persons, *places)):
            yield from _lone(bead, name, other, short, across=across)


def may_be_lost(bead: Bead) -> Iterator[LoneName]:
    """The names of a bead's source that the target may have lost, where it has a gap for them:
    generous, since a word that only begins a sentence may be one, and an acronym.
    """
    profile = bead.source.profile
    if profile.scripts[0] not in _WITH_CAPITALS:
        return
    other = OtherText([bead.target])
    across = not set(profile.scripts) & set(bead.target.profile.scripts)
    short = short_forms(profile.tag, bead.target.profile.tag)
    for name in names(bead.source):
        lone = [word for word in name.words if _may_be_lost(bead, word, other, short, across)]
        if lone:
            yield lone_name(bead.source, lone, sure=False, likely=False)


def _may_be_lost(
    bead: Bead, word: NameWord, other: OtherText, short: Container[str], across: bool
) -> bool:
    profile = bead.source.profile
    if not (word.shouted or may_be_a_name(bead.source, word)) or word.text.upper() in short:
        return False
    if word.shouted and _has_other_acronyms(bead):
        return False
    if word.initial and lexicon(profile.tag) is None:
        return False
    ordinary = 0 if word.initial else ORDINARY_THERE
    nouns = profile.has("capitalised_nouns") and profile.capitalised_nouns
    return not (
        (nouns and _is_a_word(word, profile))
        or _is_frequent(profile, word.text, ordinary)
        or _is_translated(word.text, bead)
        or _is_of_a_country(word.text, bead)
        or other.has(word.text, across=across)
    )


def _has_other_acronyms(bead: Bead) -> bool:
    """Whether the target has an acronym that the source has not, which may be one of its own for it."""
    own = {each.letters for each in acronyms(bead.source)}
    return any(each.letters not in own for each in acronyms(bead.target))


def _addressed(bead: Bead, other: OtherText) -> Iterator[LoneName]:
    """The names behind "Mr" and the like in an alphabet without capitals."""
    profile = bead.source.profile
    if profile.scripts[0] not in _WITHOUT_CAPITALS or not profile.has("courtesies"):
        return
    for one, word in pairwise(words(bead.source)):
        if one.text in profile.courtesies and not (
            word.text in common_words(profile) or other.has(word.text, across=True)
        ):
            yield LoneName(word.text, word.span, sure=True, size=1, likely=True)


def _in_foreign_letters(bead: Bead, other: OtherText) -> Iterator[LoneName]:
    """The names that a text in another script has in Latin letters."""
    for match in _LATIN.finditer(bead.source.text):
        parts = match.group().split()
        if not any(
            part.lower() in common_words(bead.target.profile) or other.has(part, across=True)
            for part in parts
        ):
            span = bead.source.at(*match.span())
            yield LoneName(match.group(), span, sure=True, size=len(parts), likely=True)


def _lone(
    bead: Bead, name: Name, other: OtherText, short: Container[str], *, across: bool
) -> Iterator[LoneName]:
    """A name, unless anything of it is in the target."""
    profile = bead.source.profile
    lone: list[NameWord] = []
    told = 0
    nouns = profile.has("capitalised_nouns") and profile.capitalised_nouns
    # Part of a whole name is not what only sounds like it in another sentence.
    heard = OtherText([bead.target]) if len(name.words) > 1 else other
    listed = profile.scripts[0] == "Latn" and lexicon(profile.tag) is not None
    sure = listed
    for word in name.words:
        if not may_be_a_name(bead.source, word):
            continue
        if word.text.upper() in short:
            return
        if is_part_of_a_place(word.text, profile.tag):
            return
        if _is_a_word(word, profile):
            sure = sure and nouns
        elif _is_translated(word.text, bead) or _is_of_a_country(word.text, bead):
            return
        elif other.tells(word.text, across=across) or heard.has(word.text, across=across):
            # Whoever has two names and is called by the first has lost the family's.
            if lone or word.initial:
                return
            told += 1
        else:
            lone.append(word)
    if not lone or _may_be_short(bead, name, lone) or (told and len(lone) > 1):
        return
    if told and (_has_open_name(bead) or not is_proper_anywhere(lone[0].text.lower())):
        return
    if len(lone) > 1 and not sure and any(is_proper_anywhere(word.text.lower()) for word in lone):
        sure = not all(word.initial for word in lone)
    if not sure and not all(word.initial for word in lone):
        # Languages translate names of bodies and days, but hardly any without a capital.
        sure = not _has_open_name(bead, lone if len(lone) > 1 else ())
    noun = _is_a_noun(bead.source, lone)
    sure = sure and not (len(lone) == 1 and _is_an_inhabitant(bead.source, lone[0]))
    if len(lone) == 1:
        # A single word may be any that the list has not got, or its inflection.
        only, plain = lone[0].text, has_vocabulary(profile) and is_known(profile, lone[0].text)
        # "La" with a capital begins the title of a book or film, and those are translated.
        titled = _is_titled(bead.source, lone[0])
        told_by_list = listed and not (nouns or titled or lone[0].initial)
        sure = sure and not plain and (told_by_list or is_proper_anywhere(only.lower()))
        sure = sure and not _has_open_name(bead, lone)
    likely = sure or (nouns and not noun) or any(not word.initial for word in lone)
    yield lone_name(bead.source, lone, sure=sure, likely=likely)


def _is_an_inhabitant(passage: Passage, word: NameWord) -> bool:
    """Whether a word behind an article says where somebody lives, which may be told otherwise."""
    profile = passage.profile
    return (
        profile.has("inhabitant_endings")
        and word.text.endswith(profile.inhabitant_endings)
        and is_determined(passage, word)
    )


def _is_translated(word: str, bead: Bead) -> bool:
    """Whether the target has a word that means the same: "European" for "Evropské"."""
    meanings = name_words(bead.source.profile.tag, bead.target.profile.tag)
    form = folded(word)
    return any(
        folded(stem) in form and len(stem) > 1
        for each in texts_of_words(bead.target.text.lower() if meanings else "")
        for stem in meanings.get(each, _NO_MEANING).forms
    )


def _is_of_a_country(word: str, bead: Bead) -> bool:
    """Whether a word has the name of a country, or of its people, that the target names."""
    form = folded(word)
    return any(
        len(name) > _SHORTEST_PART and folded(name) in form
        for mention in countries(bead.target)
        for naming in Naming
        for name in forms_of(naming, mention.code, bead.source.profile.tag)
    )


def _may_be_short(bead: Bead, name: Name, lone: Sequence[NameWord]) -> bool:
    """Whether the target has capitals that may stand for a name: "LSU" for "Louisiana"."""
    initials = "".join(in_latin(word.text)[:1] for word in lone)
    forms = [form.lower() for form in own_short_forms([bead.target], bead.source)]
    if any(initials in form for form in forms):
        return True
    if any(set(initials) & set(form) for form in forms if len(form) > len(lone)):
        return True
    # "the NSF" of “the National Science Foundation (NSF)”
    whole = "".join(in_latin(word.text)[:1] for word in name.words)
    return len(whole) > 1 and any(
        whole in acronym.letters.lower() for acronym in acronyms(bead.target)
    )


def _has_open_name(bead: Bead, lone: Sequence[NameWord] = ()) -> bool:
    """Whether the target has a name that nothing in the source explains, and that may be that of
    some words of it: about as far on.
    """
    other, target = OtherText([bead.source]), bead.target.profile
    across = not set(bead.source.profile.scripts) & set(bead.target.profile.scripts)
    named = [each.span for each in countries(bead.target) if is_named(each.code, bead.source)]
    return bool(own_short_forms([bead.target], bead.source)) or any(
        not (len(name.words) == 1 and word.initial and is_known(target, word.text.lower()))
        and not any(span.overlaps(word.span) for span in named)
        and not other.has(word.text, across=across)
        and (not lone or are_apart(bead, lone[0].span, word.span) <= _AS_FAR)
        for name in names(bead.target)
        for word in name.words
        if may_be_a_name(bead.target, word)
    )


def _is_a_noun(passage: Passage, lone: Sequence[NameWord]) -> bool:
    """Whether a word may be a noun of a language that gives every noun a capital."""
    profile = passage.profile
    if len(lone) > 1 or not (profile.has("capitalised_nouns") and profile.capitalised_nouns):
        return False
    return _has_determiner(passage, lone[0]) or _is_of_two(lone[0].text.lower(), profile)


@lru_cache(maxsize=20_000)
def _is_of_two(form: str, profile: LanguageProfile) -> bool:
    """Whether a word ends as nouns do that are made of two."""
    for at in range(_SHORTEST_PART, len(form) - _SHORTEST_PART + 1):
        tail, count = form[at:], frequency(profile, form[at:])
        if tail in profile.landmark_words if profile.has("landmark_words") else ():
            return False
        if count and (
            len(tail) >= _LONG_PART
            or (len(tail) > _SHORTEST_PART and count >= _COMMON_PART)
            or any(frequency(profile, form[: at - cut]) for cut in (0, 1))
        ):
            return True
    return False


def _is_titled(passage: Passage, word: NameWord) -> bool:
    """Whether a small word with a capital that no sentence's beginning gives it stands before."""
    before = word_before(passage, word)
    at = word.span.start - len(before) - 2
    beside = passage.document.text[at - 1 : at] if at > passage.span.start else ""
    small = before.istitle() and before.lower() in common_words(passage.profile)
    return small and beside.isalnum()


def _has_determiner(passage: Passage, noun: NameWord) -> bool:
    """Whether an article stands before a word."""
    profile, word = passage.profile, word_before(passage, noun).lower()
    return any(
        word in getattr(profile, fact)
        for fact in ("determiners", "noun_openers")
        if profile.has(fact)
    )


def _is_a_word(word: NameWord, profile: LanguageProfile) -> bool:
    """Whether a word of the source's language may stand with a capital here, and be no name."""
    form = word.text.lower()
    known = lexicon(profile.tag)
    count = known.frequency(form) if known else 0
    whole = has_vocabulary(profile)
    # A short list has not got every form of a word.
    forms = (form, form[:-1], form[:-2])
    inflected = max(known.frequency(each) if known and each else 0 for each in forms)
    if word.initial and not whole and inflected > _RARE_THERE:
        return True
    rare = count <= _RARE_THERE if form.isascii() else not word.initial
    if rare and (known or not word.initial) and is_proper_anywhere(form):
        return False
    if whole:
        if profile.has("capitalised_nouns") and is_composed(profile, word.text):
            return True
        return count > (0 if word.initial else ORDINARY_THERE)
    # So the beginning of a sentence proves nothing.
    return word.initial or bool(inflected)


@lru_cache(maxsize=20_000)
def is_proper_anywhere(form: str) -> bool:
    """Whether a word in any script is a name in English, its case ending aside."""
    if form.isascii():
        return form in proper_words()
    plain = in_latin(form)
    return any(plain.removesuffix(ending) in proper_words() for ending in _CASES)


def _lost_places(bead: Bead, other: OtherText, *, across: bool) -> Iterator[LoneName]:
    """The countries, places and persons of the tables that the target does not name."""
    named = {mention.span: mention for mention in countries(bead.source)}
    # What may only begin a sentence, and small words, are no place where they are frequent words.
    plain = {w.span.start for name in names(bead.source) for w in name.words if not w.initial}
    for lost in lost_names(bead):
        within = any(span.overlaps(lost.span) and span != lost.span for span in named)
        if within and lost.size < _PERSON:
            continue
        if lost.span.start not in plain and _is_frequent(bead.source.profile, lost.text):
            continue
        if (
            lost.text.islower()
            or _is_translated(lost.text, bead)
            or _is_spelt_on(bead.source, lost.span)
        ):
            continue
        mention = named.get(lost.span)
        if mention and _has_a_time_zone(bead.target):
            continue  # “British time” is BST
        # Texts leave out their own country, and those of America hardly name it.
        if mention and (
            mention.code == "US"
            or any(is_named(mention.code, passage) for passage in other.passages)
            or _sits_there(mention, bead)
        ):
            continue
        if not _may_be_heard(other, lost.text, bead.source.profile.scripts[0], across=across):
            sure = not (_is_titled_there(bead) if lost.size else _is_referred_to(bead))
            sure = sure and (lost.size > 0 or not _is_of_a_longer_name(bead, lost.span))
            yield LoneName(lost.text, lost.span, sure=sure, size=lost.size, likely=True)


def _may_be_heard(other: OtherText, name: str, here: str, *, across: bool) -> bool:
    """Whether the target has a word that may be one of a name of which no known form stands there."""
    if other.script != "Latn" or not across or here == _BY_MEANING:
        return other.has(name, across=across)
    return any(
        other.tells(word, across=across) or other.apart(word) < _ONE_NAME
        for word in LETTERS.findall(name)
    )


def _has_a_time_zone(passage: Passage) -> bool:
    profile = passage.profile
    return profile.has("time_zones") and not word_set(passage).isdisjoint(profile.time_zones)


def _sits_there(place: CountryName, bead: Bead) -> bool:
    """Whether the target names a body for the city that it sits in: the EU for Brussels."""
    bodies = _SEATS.get(place.fact)
    if bodies is None:
        return False
    known = facts_of(bead.target.profile.tag)
    return any(not bodies.isdisjoint(known.get(each.letters, ())) for each in acronyms(bead.target))


def _is_frequent(profile: LanguageProfile, word: str, most: int = ORDINARY_THERE) -> bool:
    known = lexicon(profile.tag)
    return known is not None and known.frequency(word.lower()) > most


def _is_spelt_on(passage: Passage, span: Span) -> bool:
    """Whether a name in characters is part of a longer one, or names a language or a time."""
    text = passage.document.text
    before, behind = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 2]
    inside = text[slice(*span)]
    if _NOT_THE_PLACE.match(behind) or inside[-1:] + behind[:1] == "共和":
        return unspaced(inside)
    script = passage.profile.scripts[0]
    return script == "Hani" and any(
        len(run) > len(inside) and inside in run
        for run in sounded(before + inside + behind[:1], script)
    )


def _is_referred_to(bead: Bead) -> bool:
    """Whether the target may say "the country" or "the city" for a place."""
    profile = bead.target.profile
    known = profile.place_words if profile.has("place_words") else frozenset()
    return any(
        word.lower().removesuffix("'s").removesuffix("’s") in known
        for word in texts_of_words(bead.target.text)
    )


def _is_titled_there(bead: Bead) -> bool:
    """Whether the target may call a public figure by the office, "the president", as the source does
    not beside the name.
    """
    mine, its = (
        sum(is_title(word, side.profile) for word in texts_of_words(side.text))
        for side in (bead.source, bead.target)
    )
    return its > 0 == mine


def _is_of_a_longer_name(bead: Bead, span: Span) -> bool:
    """Whether a place is part of the name of something else, which may be translated without it:
    a party, a cup, a paper.
    """
    text = bead.source.document.text
    before = text[max(bead.source.span.start, span.start - _WIDEST) : span.start]
    if before.endswith("《") or _OF_WHAT.search(before) or _OF_A_BODY.match(text, span.end):
        return True
    return any(
        name.span.overlaps(span)
        and any(not (word.span.overlaps(span) or word.initial) for word in name.words)
        for name in names(bead.source)
    )
