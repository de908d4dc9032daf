"""Reads the tables of countries, their inhabitants and their places."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.languages.tables import column

#: The row of what only looks like a country's name.
_NO_COUNTRY = "-"

#: Countries whose own names have another script than the Latin one, as CLDR has it, and three
#: whose names are known by their Russian forms.
_OTHER_SCRIPTS = """
    AE AF AM BD BG BH BT BY CN CY DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK
    LY MA MK MM MN MO MR MV NP OM PK PS QA RS RU SA SD SY TH TJ TN TW UA YE AZ TM UZ
"""
#: Those of them whose people's names Europe's languages romanise each in its own way, all of them:
#: former French colonies keep the French way, and India the English one.
_ROMANISED = """
AE AF AM BH BY EG GE IL IQ IR JO KG KW KZ LY OM PS QA RU SA SD SY TJ UA YE
"""


#: Countries that have a word of their names in common.
_NAMESAKES = (
    frozenset(("KP", "KR")),
    frozenset(("CD", "CG")),
    frozenset(("GN", "GQ", "GW")),
    frozenset(("DM", "DO")),
    frozenset(("SD", "SS")),
)


#: What is left of a word without its ending has so many letters, and the ending no more than these.
_STEM, _LONGEST_ENDING = 4, 3


class Naming(StrEnum):
    """How a country is named."""

    NAME = "countries"
    DEMONYM = "demonyms"
    PLACE = "places"


class CountryForm(NamedTuple):
    """One form: its text, the table and row that have it, and whether it means nothing else.

    `stem`: any ending may follow.
    """

    text: str
    naming: Naming
    fact: str
    sure: bool
    stem: bool

    @property
    def code(self) -> str:
        """The country's ISO 3166 code, empty for what only looks like a country's name.

        A place of no one country, such as a sea, speaks for itself: "-/danube".
        """
        code, _, place = self.fact.partition("/")
        return self.fact if place and code == _NO_COUNTRY else code.strip(_NO_COUNTRY)


@cache
def country_forms(language: str) -> tuple[CountryForm, ...]:
    """Every form of a language, table by table; nothing for a language without a column."""
    return tuple(_read(language))


@cache
def forms_of(naming: Naming, fact: str, language: str) -> tuple[str, ...]:
    """The forms of one row, the usual one first, without the signs of the table."""
    return tuple(form.rstrip("?*") for form in column(naming, language).get(fact, ()))


@cache
def codes_of(code: str) -> frozenset[str]:
    """The codes of three letters that tables of results have for a country: "NLD", "NED"."""
    return frozenset(column("country_codes", "codes").get(code, ()))


def are_namesakes(code: str, other: str) -> bool:
    """Whether two countries have a word of their names in common."""
    return any({code, other} <= group for group in _NAMESAKES)


@lru_cache(maxsize=4096)
def is_own_name(name: str, code: str, language: str) -> bool:
    """Whether no namesake of a country has a name in its own, endings aside; or it is what the
    country is always called, as only Sudan is “Sudan”.
    """
    if forms_of(Naming.NAME, code, language)[:1] == (name,):
        return True
    size = max(_STEM, len(name) - _LONGEST_ENDING) if name.isalpha() else len(name)
    stem = name.casefold()[:size]
    return not any(
        stem in form.casefold()
        for group in _NAMESAKES
        if code in group
        for other in group - {code}
        for naming in (Naming.NAME, Naming.DEMONYM)
        for form in forms_of(naming, other, language)
    )


@cache
def _read(language: str) -> Iterator[CountryForm]:
    for naming in Naming:
        for fact, forms in column(naming, language).items():
            for form in forms:
                text = form.rstrip("?*")
                yield CountryForm(text, naming, fact, form[-1] != "?", form[-1] == "*")


def is_part_of_a_place(word: str, language: str) -> bool:
    """Whether a country, place or inhabitant is called so in a language, or has the word in its name."""
    return word in _words_of_places(language)


def are_one_place(word: str, other: str, language: str, other_language: str) -> bool:
    """Whether two languages call one country, place or people by two words, or have the words in
    its names: "Misurata", "Misrata".
    """
    facts = _words_of_places(language).get(word, set())
    return not facts.isdisjoint(_words_of_places(other_language).get(other, ()))


def is_of_another_script(code: str) -> bool:
    """Whether a country's people write their names in another script than the Latin one."""
    return code in _of_other_scripts()


def is_romanised(code: str) -> bool:
    """Whether languages that write Latin letters spell the names of a country's people each in its
    own way.
    """
    return code in _romanised()


@cache
def _of_other_scripts() -> frozenset[str]:
    return frozenset(_OTHER_SCRIPTS.split())


@cache
def _romanised() -> frozenset[str]:
    return frozenset(_ROMANISED.split())


@cache
def _words_of_places(language: str) -> dict[str, set[tuple[Naming, str]]]:
    """The words of all forms, each with the rows that have it."""
    found: dict[str, set[tuple[Naming, str]]] = {}
    for form in country_forms(language):
        for word in form.text.replace("-", " ").split():
            found.setdefault(word, set()).add((form.naming, form.fact))
    return found
