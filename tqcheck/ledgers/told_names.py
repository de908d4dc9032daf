"""Whether the target tells each country, place and person that words of the source may name: asked
before the names themselves are looked for.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.cities import may_name_a_city, possible_cities
from tqcheck.features.countries import is_wide, may_name_a_land, possible_lands
from tqcheck.features.figures import may_be_a_figure, possible_figures
from tqcheck.features.folding import folded
from tqcheck.features.telling import Known, Telling
from tqcheck.features.words import unspaced, word_set
from tqcheck.languages.countries import country_forms, forms_of
from tqcheck.ledgers.hearing import folded_text
from tqcheck.model import Bead, LanguageProfile, Passage

#: Shorter words of a person's name stand in too many others.
SHORTEST_OF_A_PERSON = 3
#: Before this letter a word is in Latin script, and has no endings in the tables.
_NO_LATIN = "\u0250"


class _Possible(NamedTuple):
    """What a word may name, all folded: the word itself, the words that have to stand there, too,
    as far as they are in Latin letters, and the forms of which the target has one that tells it.
    """

    first: str
    rest: tuple[str, ...]
    forms: tuple[str, ...]
    #: Whether the name is but this word, and whether the target may have it as it is.
    alone: bool
    own: bool = False


class _Names(NamedTuple):
    """The words that may name something, and what each may name."""

    telling: Telling
    possible: Known[tuple[_Possible, ...]]

    def in_(self, passage: Passage) -> Iterator[_Possible]:
        for word in self.telling.among(word_set(passage)):
            yield from self.possible[word]


def may_name_a_place(word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word may begin the name of a country, a place or a city."""
    return may_name_a_land(word, profile) or may_name_a_city(word, profile, other)


def may_miss_a_place(bead: Bead) -> bool:
    """Whether the source may name a country, a place or a city by no form of which, nor by its own,
    the target calls it.
    """
    return _may_miss(bead, _places(bead.source.profile, bead.target.profile))


def may_miss_a_person(bead: Bead) -> bool:
    """Whether the source may name a public figure of whom the target has no word."""
    return _may_miss(bead, _figures(bead.source.profile, bead.target.profile))


def _may_miss(bead: Bead, names: _Names) -> bool:
    def is_missed(possible: _Possible, here: str, there: str) -> bool:
        return (
            not _is_any(possible.forms, there)
            and not (possible.own and possible.first in there)
            and _are_all(possible.rest, here)
        )

    return _may_be_any(bead, names, is_missed)


def _may_be_any(bead: Bead, names: _Names, fits: Callable[[_Possible, str, str], bool]) -> bool:
    """Whether one of the names fits that the source may have, given the texts of both sides; true
    where words do not tell names.
    """
    if not names.telling.among(word_set(bead.source)):
        return False
    if _is_wide(bead.source):
        return True
    here, there = text_of(bead.source), text_of(bead.target)
    return any(fits(possible, here, there) for possible in names.in_(bead.source))


def may_add_a_place(bead: Bead) -> bool:
    """Whether the target may name a country, a place or a city by no form of which, nor by the
    target's own, the source calls it. True where the source's language has no table.
    """
    if not country_forms(bead.source.profile.tag):
        return True
    turned = Bead(bead.target, bead.source)
    names = _places(bead.target.profile, bead.source.profile, True)
    return _may_miss(turned, names)


def may_keep_a_place(bead: Bead) -> bool:
    """Whether the target may have a country, a place or a city by the source's name for it, which
    is another than its own.
    """
    at_home = at_home_in(bead.target.profile.tag)

    def is_kept(possible: _Possible, here: str, there: str) -> bool:
        return (
            possible.first in there
            and not (possible.alone and _is_usual(possible, at_home))
            and _are_all(possible.rest, here)
            and _are_all(possible.rest, there)
        )

    return _may_be_any(bead, _places(bead.source.profile, bead.target.profile), is_kept)


def _is_usual(possible: _Possible, at_home: frozenset[str]) -> bool:
    """Whether the other language has a name as it is, other than in second place."""
    first, *others = possible.forms or ("",)
    return possible.first == first or (possible.first not in others and possible.first in at_home)


def may_mix_a_place(bead: Bead) -> bool:
    """Whether the target may have a word of the source's name for a place of several words."""

    def is_mixed(possible: _Possible, here: str, there: str) -> bool:
        return (
            not possible.alone
            and _are_all(possible.rest, here)
            and (not possible.rest or _is_any((possible.first, *possible.rest), there))
        )

    return _may_be_any(bead, _places(bead.source.profile, bead.target.profile), is_mixed)


@cache
def at_home_in(language: str) -> frozenset[str]:
    """What a language calls any country or place, be the word of two meanings."""
    return frozenset(folded(form.text) for form in country_forms(language))


def text_of(passage: Passage) -> str:
    """The text of a passage, folded."""
    if len(passage.document.segments) == 1:
        return folded_text(passage.document)
    return folded(passage.text)


def _is_wide(passage: Passage) -> bool:
    """Whether words do not tell names, as none are parted."""
    return is_wide(passage.profile) or unspaced(passage.text)


def _is_any(forms: Iterable[str], text: str) -> bool:
    return any(form in text for form in forms)


def _are_all(words: Iterable[str], text: str) -> bool:
    return all(word in text for word in words)


@cache
def _places(profile: LanguageProfile, other: LanguageProfile, nameless: bool = False) -> _Names:
    """Of places that the other language has no name for those that it may be asked for, too, where
    they are `nameless`.
    """

    def possible(word: str) -> tuple[_Possible, ...]:
        found = []
        for first, rest, form in possible_lands(word, profile):
            forms = forms_of(form.naming, form.fact, other.tag)
            if forms or nameless:
                found.append(_possible(first, rest, forms))
        for first, rest, city in possible_cities(word, profile, other):
            own = not rest and first < _NO_LATIN
            found.append(_possible(first, rest, city.target)._replace(own=own))
        return tuple(dict.fromkeys(found))

    return _Names(Telling(lambda word: may_name_a_place(word, profile, other)), Known(possible))


@cache
def _figures(profile: LanguageProfile, other: LanguageProfile) -> _Names:
    def possible(word: str) -> tuple[_Possible, ...]:
        found = []
        for given, figure in possible_figures(word, profile, other):
            parts = [part for form in figure.target for part in form.split()]
            long = [part for part in parts if len(part) >= SHORTEST_OF_A_PERSON]
            found.append(_possible(word, given, long))
        return tuple(dict.fromkeys(found))

    return _Names(Telling(lambda word: may_be_a_figure(word, profile, other)), Known(possible))


def _possible(first: str, rest: Iterable[str], forms: Iterable[str]) -> _Possible:
    words = tuple(rest)
    told = tuple(folded(word) for word in words if word < _NO_LATIN)
    return _Possible(folded(first), told, tuple(map(folded, forms)), not words)
