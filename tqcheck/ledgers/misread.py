"""Foreign names in Chinese characters that the target has in their Chinese reading."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.alternatives import any_of
from tqcheck.features.countries import countries
from tqcheck.features.damage import in_latin
from tqcheck.features.folding import folded
from tqcheck.features.names import NameWord, names
from tqcheck.features.vocabulary import frequency
from tqcheck.features.words import unspaced
from tqcheck.model import Bead, LanguageProfile, Span

#: A given name has so many characters at most.
_GIVEN = 3
#: Shorter runs of characters may be anything.
_SHORTEST = 3
#: What may stand between a country and its citizen: an office, no mark and nobody else's country.
_OFFICE = r"[^，。；：、“”《》（）\s驻对与和同访在中]{0,8}?"
#: The name of a place, with what says that it is one.
_PLACE = re.compile(r"([\u4e00-\u9fff]{3,8}?)[州省市县区郡镇村岛]")
#: Family names that are read otherwise than the same characters in other words.
_AS_A_NAME = {"朴": "piao", "单": "shan", "曾": "zeng"}
_AT_HOME = frozenset(("CN", "TW", "HK", "MO", "SG"))


class Misread(NamedTuple):
    """A name of the source and the words of the target that read it as Chinese."""

    source: Span
    target: Span


def may_be_misread(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may hold a foreign name in Chinese characters."""
    return unspaced(word) and profile.has("family_names_elsewhere")


def misread_names(bead: Bead) -> Iterator[Misread]:
    """The persons and places whose names are read character by character, in no order.

    Japanese family names are nobody else's; for Korean and Vietnamese ones the country has to be
    named right before. Of places those that are written by their sounds.
    """
    profile = bead.source.profile
    if not profile.has("family_names_elsewhere"):
        return
    row = [word for name in names(bead.target) for word in name.words if not word.shouted]
    yield from _persons(bead, row)
    if profile.has("transcription_letters") and _is_abroad(bead):
        for word in row:
            at = _sounds(bead, word)
            if at:
                yield Misread(at, word.span)


def _persons(bead: Bead, row: list[NameWord]) -> Iterator[Misread]:
    text, there = bead.source.text, bead.target.document.text
    pairs = [
        (one, other)
        for one, other in pairwise(row)
        if there[one.span.end : other.span.start] in {" ", "\u00a0"}
    ]
    for match in _persons_pattern(bead.source.profile).finditer(text) if pairs else ():
        family = match["alone"] or match["family"]
        start = match.start("alone" if match["alone"] else "family")
        given = {
            _reading(text[start + len(family) : start + len(family) + size]): size
            for size in range(_GIVEN, 0, -1)
        }
        for one, other in pairs:
            for first, last in ((one, other), (other, one)):
                size = given.get(folded(last.text))
                if size and folded(first.text) in (_reading(family), _AS_A_NAME.get(family)):
                    source = bead.source.at(start, start + len(family) + size)
                    yield Misread(source, Span(one.span.start, other.span.end))


@cache
def _persons_pattern(profile: LanguageProfile) -> re.Pattern[str]:
    known = profile.family_names_elsewhere
    countries = [
        rf"(?<![驻对与和同访在中])(?:{any_of(places.split())}){_OFFICE}(?={any_of(line)})"
        for places, line in known.items()
        if places
    ]
    family = any_of(name for country, line in known.items() if country for name in line)
    alone = any_of(known.get("", ()))
    return re.compile(rf"(?P<alone>{alone})|(?:{'|'.join(countries)})(?P<family>{family})")


def _sounds(bead: Bead, word: NameWord) -> Span | None:
    """Where the source has the characters of which a word is the reading, all but one for sounds.

    Behind them stands what kind of place it is, and a foreign country near them.
    """
    profile, form = bead.source.profile, folded(word.text)
    if not form.isascii() or frequency(bead.target.profile, form):
        return None
    for match in _PLACE.finditer(bead.source.text):
        for size in range(_SHORTEST, len(match[1]) + 1):
            run = match[1][-size:]
            if _reading(run) == form and _is_for_sounds(run, profile):
                return bead.source.at(match.end(1) - size, match.end(1))
    return None


def _is_for_sounds(run: str, profile: LanguageProfile) -> bool:
    known = sum(character in profile.transcription_letters for character in run)
    closing = any(character in profile.transcription_closings for character in run)
    return closing and known >= len(run) - 1


def _is_abroad(bead: Bead) -> bool:
    """Whether the source names a country other than those where its script is at home."""
    return any(mention.code not in _AT_HOME for mention in countries(bead.source))


@lru_cache(maxsize=65_536)
def _reading(characters: str) -> str:
    """The characters one by one in pinyin, written together without tones."""
    return in_latin(characters)
