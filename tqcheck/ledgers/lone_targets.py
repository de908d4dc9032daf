"""Names of the target that the source has not got."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tqcheck.features.alternatives import any_of
from tqcheck.features.bodies import bodies
from tqcheck.features.cities import CityName, city_names, may_name_a_city
from tqcheck.features.countries import CountryName, countries, may_name_a_land
from tqcheck.features.folding import folded
from tqcheck.features.names import Name, NameWord, names, parts_of_names
from tqcheck.features.telling import Telling
from tqcheck.features.transliteration import is_east_asian, is_pinyin
from tqcheck.features.units import labels_of
from tqcheck.features.vocabulary import (
    corrections,
    frequency,
    glued_words,
    is_compound,
    is_known,
)
from tqcheck.features.words import LETTERS, word_counts, word_set
from tqcheck.languages.acronyms import short_forms
from tqcheck.languages.countries import (
    Naming,
    country_forms,
    forms_of,
    is_part_of_a_place,
)
from tqcheck.languages.name_words import Meaning, name_words
from tqcheck.ledgers.hearing import MEANINGS, OtherText, folded_text
from tqcheck.ledgers.lone_acronyms import lone_acronyms
from tqcheck.ledgers.lone_words import (
    SAINTS,
    LoneName,
    is_named,
    is_proper,
    lone_name,
    looks_like_a_name,
    may_be_a_name,
    own_short_forms,
)
from tqcheck.ledgers.told_names import may_add_a_place
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Span

#: A word that films use oftener than this is a word, whatever its capital.
_ORDINARY = 1500
#: One that films use as rarely may be none.
_RARE = 100
#: Countries that Chinese and Japanese papers call by one character.
_ONE_CHARACTER = (
    "US GB FR DE RU JP KR KP CN IN ID IT CA AU VN IR IQ IL LA TH MM MN PK BD NP LK UA EG ES PT TR"
)
_OF = re.compile(r"[ \u00a0]of(?: the)?[ \u00a0]")
#: So many letters of a name of several words, in their order, are its short form: “ZKB”.
_SHORTEST_INITIALS = 3
#: A comparison with somebody: "his Taliban-like fury".
_LIKENED = re.compile(r"[-‑](?:like|style|esque|type)\b")
_SYLLABLE, _SYLLABIC = 4, "Hang"
_TITLE_MARKS = frozenset("《〈『")
_QUOTED_SHORT = re.compile(r"[„“”«\"]([^\W\d_]{2,4})[”“»\"]")
#: So far from a name is all that is heard where nothing stands for it, and less far what is it.
_UNHEARD, _ONE_NAME = 0.72, 0.35
_SYLLABLES = re.compile(r"[-‑][a-z]")
_NEAR, _SAINT = 8, re.compile(rf"\b(?:{'|'.join(sorted(SAINTS))})\.?[ \u00a0-]$")
#: Capitals, and what they may stand for.
_CAPITALS = {"E": "EÉÈÊ", "A": "AÀÂ", "I": "IÎ", "O": "OÔ", "U": "UÛÙ", "C": "CÇ"}


class _Sought(NamedTuple):
    """What a bead's names are looked for in: the source, there and near it; the mentions of
    places in the target, and those of them that the source has not got.
    """

    bead: Bead
    other: OtherText
    across: bool
    counts: Mapping[str, int]
    taken: Sequence[CountryName | CityName]
    places: Sequence[LoneName]
    #: The words in capitals that the source alone has.
    shortened: Sequence[str]


def may_be_lone(word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word that the target alone has may be a name that the source has not got."""
    if not looks_like_a_name(word, profile):
        return False
    if word.lower() in name_words(other.tag, profile.tag) or is_proper(word, profile):
        return True
    rare = frequency(profile, word.lower()) <= _ORDINARY
    return rare and not is_part_of_a_place(word, profile.tag)


@cache
def _telling(profile: LanguageProfile, other: LanguageProfile) -> tuple[Telling, Telling]:
    """The words that may begin the names of places, and those that may be other lone names."""
    return (
        Telling(
            lambda word: may_name_a_land(word, profile) or may_name_a_city(word, profile, other)
        ),
        Telling(
            lambda word: any(may_be_lone(part, profile, other) for part in parts_of_names(word))
        ),
    )


def may_be_sure(bead: Bead) -> bool:
    """Whether something that can be nothing but a name may stand in the target alone: much cheaper
    to ask. What is a place is left to others, so the source has to have capitals.
    """
    target, source = bead.target.profile, bead.source.profile
    there = word_set(bead.target)
    places, lone = _telling(target, source)
    words = lone.among(there - word_set(bead.source))
    text = folded_text(bead.source.document) if words else ""
    parts = [part for word in words for part in parts_of_names(word) if folded(part) not in text]
    if any(is_proper(part, target) or not is_known(target, part) for part in parts):
        return True
    meanings = name_words(source.tag, target.tag)
    alien = [
        known
        for part in parts
        if (known := meanings.get(part.lower()))
        and not any(folded(form) in text for form in known.forms)
    ]
    return (
        len(alien) > 1 or any(known.alone for known in alien) or bool(alien and places.among(there))
    )


def may_be_new(bead: Bead) -> bool:
    """Whether the target may name anything that the source does not: `lone_targets` has nothing
    where not.
    """
    places, lone = _telling(bead.target.profile, bead.source.profile)
    there = word_set(bead.target)
    words = lone.among(there - word_set(bead.source))
    text = folded_text(bead.source.document) if words else ""
    if any(folded(part) not in text for word in words for part in parts_of_names(word)):
        return True
    if not (words or places.among(there)):
        return False
    shouted = any(len(word) > 1 and word.isupper() for word in there)
    return shouted or may_add_a_place(bead)


def lone_targets(pair: Pair, bead: Bead, near: Sequence[Bead]) -> Iterator[LoneName]:
    """What the target of a bead names and the source, there and near it, does not."""
    # Korean joins what a name is to it, and writes many by one syllable: nobody hears “Kim” in 김.
    if bead.source.profile.scripts[0] == _SYLLABIC:
        return
    telling_places, telling_names = _telling(bead.target.profile, bead.source.profile)
    there = word_set(bead.target)
    lone = telling_names.among(there - word_set(bead.source))
    if not (lone or telling_places.among(there)):
        return
    other = OtherText([each.source for each in near if not each.source.empty])
    across = not set(pair.source.profile.scripts) & set(pair.target.profile.scripts)
    taken: list[CountryName | CityName] = []
    places = list(_added_places(pair, bead, other, taken, across=across))
    met: set[LoneName] = set()
    if any(folded(part) not in other.text for word in lone for part in parts_of_names(word)):
        shortened = own_short_forms(other.passages, bead.target)
        sought = _Sought(bead, other, across, word_counts(pair.target), taken, places, shortened)
        yield from _named(pair, sought, met)
    yield from (place for place in places if place not in met)
    if not across:
        yield from lone_acronyms(pair, bead.target, other)


def _named(pair: Pair, sought: _Sought, met: set[LoneName]) -> Iterator[LoneName]:
    """The names that are no places alone; the places in them, and those that the source tells by
    what they mean, are put into `met`.
    """
    target, other = sought.bead.target, sought.other
    meanings = name_words(pair.source.profile.tag, pair.target.profile.tag)
    short = short_forms(pair.source.language, pair.target.language)
    if sought.shortened or any(
        word.upper() in short for each in other.passages for word in LETTERS.findall(each.text)
    ):
        meanings = {}
    before, between = target.span.start, _between(target.profile)
    for name in names(target):
        for part in _parts(pair.target.text, name):
            # What goes on with another name may mean something with it alone.
            apart = between.fullmatch(pair.target.text, before, part[0].span.start) is None
            before = part[-1].span.end
            if inserted := _inserted(sought, part):
                yield inserted
                continue
            yield from _lone(sought, part, meanings if apart else {}, met)


def _inserted(sought: _Sought, part: Sequence[NameWord]) -> LoneName | None:
    """A word amid a name whose others the source has side by side: "Denise Marie Whitlock"."""
    passage, source = sought.bead.target, sought.other.text
    for first, word, last in zip(part, part[1:], part[2:], strict=False):
        if (
            f"{folded(first.text)} {folded(last.text)}" in source
            and passage.document.text[first.span.start : last.span.end]
            == f"{first.text} {word.text} {last.text}"
            and may_be_a_name(passage, word)
            and _is_foreign(word, passage.profile)
            and not sought.other.has(word.text, across=sought.across)
        ):
            return lone_name(passage, [word], sure=True, likely=True)._replace(amid=True)
    return None


def _parts(text: str, name: Name) -> Iterator[list[NameWord]]:
    """A name, cut where "of" stands in it."""
    part = [name.words[0]]
    for word in name.words[1:]:
        if _OF.fullmatch(text, part[-1].span.end, word.span.start):
            yield part
            part = []
        part.append(word)
    yield part


def _lone(
    sought: _Sought,
    part: Sequence[NameWord],
    meanings: Mapping[str, Meaning],
    met: set[LoneName],
) -> Iterator[LoneName]:
    """Words in a row, unless anything of them is in the source; a place alone is none of them."""
    passage, other, profile = sought.bead.target, sought.other, sought.bead.target.profile
    lone: list[NameWord] = []
    alien: list[NameWord] = []
    ordinary: list[NameWord] = []
    places: list[LoneName] = []
    spelt: list[LoneName] = []
    alone = told = False
    if _is_shortened("".join(folded(word.text) for word in part), sought, _SHORTEST_INITIALS):
        return
    if _is_a_body_of_both(sought, part) or _is_a_saint(passage, part[0]):
        return
    # “Tam Kam-tong”: characters are read otherwise in Hong Kong and Taiwan.
    if other.script in MEANINGS and _SYLLABLES.match(passage.document.text, part[-1].span.end):
        return
    for word in part:
        if not may_be_a_name(passage, word) or _is_explained(passage, word.span):
            continue
        known = meanings.get(word.text.lower())
        # "Red Sea" may be told by what its words mean, and "Baltic" by more than a sea.
        mention = next((m for m in sought.taken if m.span.overlaps(word.span)), None)
        place = next((p for p in sought.places if p.span.overlaps(word.span)), None)
        meant = known is not None and _is_of_meaning(mention, told=place is None)
        if place and not meant:
            places.append(place)
            continue
        if mention and not meant:
            if isinstance(mention, CityName) or mention.kind is not Naming.DEMONYM:
                return
            told = True
            continue
        spelt += [place] if place else []
        alone = alone or (known is not None and known.alone)
        if folded(word.text) in other.text or _is_meant(sought, word.text):
            met.update(spelt)
            return
        if word.text.lower() in _units(profile):
            continue
        if known and not word.initial:
            alien.append(word)
        elif is_part_of_a_place(word.text, profile.tag) and not known:
            return
        elif (
            sought.counts[word.text] > 1
            or sought.counts[word.text.lower()]
            or _is_ordinary(word, profile)
        ):
            ordinary.append(word)
        elif (
            other.has(word.text, across=sought.across)
            or _is_shortened(word.text, sought)
            or _is_quoted_short(word.text, other)
        ):
            return
        else:
            lone.append(word)
    # "Baton" of “Baton Rouge” is a word, and heard in the source all the same.
    heard = ordinary if other.script in MEANINGS else alien + ordinary
    if any(other.has(word.text, across=sought.across) for word in heard):
        return
    if told:
        alien, alone = [], False
    if not (lone or alien):
        return
    sure = any(_is_foreign(word, profile) for word in lone)
    # Papers, films and books are told by what their titles mean.
    sure = sure and not (other.script in MEANINGS and _TITLE_MARKS.intersection(other.near))
    if other.script in MEANINGS and not all(is_pinyin(word.text) for word in lone):
        # Firms and the like are translated where characters have meanings.
        several = len(lone + ordinary + places) > 1
        apart = sure and other.script == "Hira" and all(_is_unheard(other, word) for word in lone)
        sure = sure and not other.may_sound and (several or is_proper(lone[0].text, profile))
        sure = sure or apart
        # A syllable may be what Cantonese makes of a character.
        sure = sure and any(len(word.text) >= _SYLLABLE for word in (*lone, *alien))
    sure = sure or len(alien) > 1 or alone or bool(alien and places)
    # What the table does not tell of a place may be half of it: "Baja" of “Baja California”.
    sure = sure and (len(lone + alien) > 1 or all(place.sure for place in places))
    rare = any(_is_rare(word, profile) for word in lone) and not other.may_sound
    if sure or not lone[:1] or not lone[0].initial:
        met.update(places + spelt)
        words = sorted(lone + alien, key=lambda each: each.span)
        yield lone_name(passage, words, sure=sure, likely=sure or rare or bool(alien))


def _may_be_written(other: OtherText, name: str, *, across: bool) -> bool:
    """Whether the source may have a place by a name that the table lacks. Hindi writes every sound, so
    that it is much like it.
    """
    if other.script != "Deva":
        return other.has(name, across=across)
    return any(
        other.tells(word, across=across) or other.apart(word) < _ONE_NAME
        for word in LETTERS.findall(name)
    )


def _is_unheard(other: OtherText, word: NameWord) -> bool:
    """Whether no katakana sounds like a word, which can be no Japanese one."""
    return not is_east_asian(word.text) and other.apart(word.text) >= _UNHEARD


def _is_a_body_of_both(sought: _Sought, part: Sequence[NameWord]) -> bool:
    """Whether words are of a body’s name in full, which the source has in its language."""
    named = [
        each.fact
        for each in bodies(sought.bead.target)
        if any(each.span.overlaps(word.span) for word in part)
    ]
    return bool(named) and any(
        each.fact in named for passage in sought.other.passages for each in bodies(passage)
    )


@cache
def _units(profile: LanguageProfile) -> frozenset[str]:
    """The words of units, some of which have a capital: “Celsius”."""
    return frozenset(word for label, *_ in labels_of(profile) for word in label.lower().split())


def _is_a_saint(passage: Passage, word: NameWord) -> bool:
    """Whether a name is a saint’s, which each language has in its own way."""
    before = passage.document.text[
        max(passage.span.start, word.span.start - _NEAR) : word.span.start
    ]
    return folded(word.text) in SAINTS or _SAINT.search(folded(before)) is not None


def _is_of_meaning(mention: CountryName | CityName | None, *, told: bool) -> bool:
    """Whether the words of a place have to tell that the source names it, as its name does not."""
    if not isinstance(mention, CountryName) or mention.kind is not Naming.PLACE:
        return False
    return not mention.sure or (not told and " " in mention.text)


def _is_meant(sought: _Sought, word: str) -> bool:
    """Whether the source has a word that means the same."""
    source, target = sought.other.passages[0].profile, sought.bead.target.profile
    known = name_words(source.tag, target.tag).get(word.lower())
    return known is not None and any(folded(form) in sought.other.near for form in known.forms)


def _is_explained(passage: Passage, span: Span) -> bool:
    """Whether what stands behind a word tells why the source has not got it."""
    text, end = passage.document.text, span.end
    explained = (_spelt_out(passage.profile), _LIKENED)
    return any(pattern.match(text, end) is not None for pattern in explained)


@cache
def _spelt_out(profile: LanguageProfile) -> re.Pattern[str]:
    """The rest of a name whose short form follows in brackets: the source may have that alone."""
    links = any_of(profile.name_links)
    return re.compile(rf"(?:[ -](?:[A-Z]\w*|{links})){{0,8}} \([A-Z]{{2,}}\w{{0,2}}\)")


@cache
def _between(profile: LanguageProfile) -> re.Pattern[str]:
    """What joins the parts of one name: "Ministry of Health and Education", "People's Court"."""
    links = any_of(profile.name_links)
    return re.compile(rf"(?:['’]s?|[ \u00a0-]|&|,?[ \u00a0](?:{links})\b)+")


def _is_shortened(word: str, sought: _Sought, fewest: int = 1) -> bool:
    """Whether the source has a short form of a word, of so many letters at least: "AZ" for Arizona."""
    forms = (form.replace(".", "").lower() for form in sought.shortened)
    return any(len(form) >= fewest and _is_in_order(form, word.lower()) for form in forms)


def _is_quoted_short(word: str, other: OtherText) -> bool:
    """Whether the source has in quotation marks how a word begins: „Rz” for Rzeczpospolita."""
    return any(
        folded(word).startswith(folded(match[1]))
        for passage in other.passages
        for match in _QUOTED_SHORT.finditer(passage.text)
    )


def _is_in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return letters[:1] == word[:1] and all(letter in rest for letter in letters)


def _is_rare(word: NameWord, profile: LanguageProfile) -> bool:
    """Whether a word that may be a name is hardly a word."""
    return not word.initial and frequency(profile, word.text.lower()) <= _RARE


def _is_foreign(word: NameWord, profile: LanguageProfile) -> bool:
    """Whether a word is none of the language, nor what a slip made of one."""
    nouns = profile.has("capitalised_nouns") and profile.capitalised_nouns
    if nouns:
        return False
    # French may leave the accents of capitals out: “Etat”.
    if any(
        is_known(profile, first + word.text[1:])
        for first in _CAPITALS.get(word.text[0], word.text[0])
    ):
        return is_proper(word.text, profile)
    form = word.text.lower()
    slip = word.initial and next(corrections(profile, form), None)
    return not slip and glued_words(profile, word.text) is None


def _is_ordinary(word: NameWord, profile: LanguageProfile) -> bool:
    """Whether a word of the target's language may stand with a capital here, and be no name."""
    form = word.text.lower()
    if is_proper(word.text, profile):
        return False
    if word.initial and (is_known(profile, form) or is_compound(profile, form)):
        return True
    return frequency(profile, form) > _ORDINARY


def _added_places(
    pair: Pair, bead: Bead, other: OtherText, taken: list[CountryName | CityName], *, across: bool
) -> Iterator[LoneName]:
    """The countries and places of the tables that the source does not name; where there are any
    is put into `taken`.
    """
    profile = pair.source.profile
    tag, table = profile.tag, bool(country_forms(profile.tag))
    home = profile.home_countries if profile.has("home_countries") else ()
    for mention in countries(bead.target):
        taken.append(mention)
        doubtful = mention.kind is Naming.DEMONYM or not mention.sure
        doubtful = doubtful or mention.code in home
        if (
            doubtful
            or folded(mention.text) in other.text
            or _is_explained(bead.target, mention.span)
        ):
            continue
        there = table and any(is_named(mention.code, passage) for passage in other.passages)
        # A table of countries has no cities: those are heard.
        if not table or (not there and not forms_of(mention.kind, mention.fact, tag)):
            there = other.has(mention.text, across=across)
        if not there:
            heard = mention.kind is not Naming.NAME and other.script != "Deva"
            sure = table and not heard and not _is_doubtful(mention, other)
            own = mention.code == "US" and mention.kind is not Naming.PLACE
            sure = sure and not own and not _may_be_written(other, mention.text, across=across)
            yield LoneName(mention.text, mention.span, sure=sure, likely=True)
    for city in city_names(bead.target, tag):
        if any(each.span.overlaps(city.span) for each in taken):
            continue
        taken.append(city)
        forms = (city.text, *city.city.target)
        if not any(folded(form) in other.text for form in forms) and not other.has(
            city.text, across=across
        ):
            yield LoneName(city.text, city.span, sure=False, likely=True)


def _is_doubtful(mention: CountryName, other: OtherText) -> bool:
    """Whether a country may be told by one character, as Chinese and Japanese papers do."""
    if other.script not in MEANINGS or mention.code not in _ONE_CHARACTER.split():
        return False
    forms = forms_of(mention.kind, mention.fact, other.passages[0].profile.tag)
    return any(form[0] in other.near for form in forms)
