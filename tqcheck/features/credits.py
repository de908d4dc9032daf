"""Credits of pictures and reports: who made them, and for which agency."""

import re
from functools import cache
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.languages import profile
from tqcheck.model import Passage, Span, remembered

#: Longer passages end with no credit of their own.
_LONGEST = 1_000
#: Characters that a credit takes at most.
_WIDEST = 80
_PERSON = r"[^\W\d_a-z][\w’'.-]*(?: (?:[^\W\d_a-z][\w’'.-]*|de|van|von|al|el|bin|da|di|du|la)){0,4}"
#: Agencies of so few letters are words in small letters.
_SHORT = 2


class Credit(NamedTuple):
    """A credit at the end of a passage, with the person and the agency that it names."""

    person: str
    person_span: Span
    agency: str
    agency_span: Span


@remembered
def credit(passage: Passage) -> Credit | None:
    """The credit that a passage ends with: "HADI MIZBAN / AFP", "AFP - Hadi Mizban"."""
    text = passage.text
    if len(text) > _LONGEST or not any(mark in text for mark in "/,-–—|"):
        return None
    begin = max(0, len(text) - _WIDEST)
    for pattern in _patterns():
        match = pattern.search(text, begin)
        if match:
            person, agency = (passage.at(*match.span(group)) for group in ("person", "agency"))
            return Credit(match["person"], person, match["agency"], agency)
    return None


def is_same_agency(left: str, right: str) -> bool:
    """Whether two names of agencies are one, whatever their capitals."""
    return folded(left) == folded(right) or {folded(left), folded(right)} in _ONE


#: Names of one agency.
_ONE = ({"ap", "associated press"}, {"getty", "getty images"}, {"aa", "anadolu"})


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = sorted(profile("und").news_agencies, key=len, reverse=True)
    agency = "|".join(
        re.escape(name) if len(name) <= _SHORT else f"(?i:{re.escape(name)})" for name in names
    )
    return (
        re.compile(rf"(?<!\w)(?P<agency>{agency}) ?[/–—|-] ?(?P<person>{_PERSON})[)\]. ]*$"),
        re.compile(rf"(?<!\w)(?P<person>{_PERSON}) ?[/,–—|-] ?(?P<agency>{agency})[)\]. ]*$"),
    )
