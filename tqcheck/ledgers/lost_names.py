"""Names of the source of which nothing is left in the target."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqcheck.features.cities import city_names
from tqcheck.features.countries import countries
from tqcheck.features.figures import figure_names
from tqcheck.features.folding import folded
from tqcheck.languages.countries import Naming, forms_of
from tqcheck.model import Bead, Span

#: Shorter words of a person's name, and names of cities, stand in too many others.
_SHORTEST, _SHORTEST_CITY = 3, 3
#: A whole name has so many words at least.
_WHOLE = 2


class Lost(NamedTuple):
    """A name of the source, by its text and span; `size` words of a person's, 0 of a place's."""

    text: str
    span: Span
    size: int = 0


def lost_names(bead: Bead) -> Iterator[Lost]:
    """The countries, places and persons of the tables that the target calls by no form of theirs."""
    source, target = bead.source, bead.target
    other, text = target.profile.tag, folded(target.text)
    codes = {mention.code for mention in countries(target)}
    for mention in countries(source):
        forms = forms_of(mention.kind, mention.fact, other)
        named = mention.sure and mention.kind is not Naming.DEMONYM
        if named and mention.code not in codes and forms and not _has_any(text, forms):
            yield Lost(mention.text, mention.span)
    # A government is called by its city, or by its country.
    instead = codes - {mention.code for mention in countries(source)}
    for city in city_names(source, other):
        long = len(city.text) >= _SHORTEST_CITY
        if (
            long
            and city.city.country not in instead
            and not _has_any(text, (*city.city.target, city.text))
        ):
            yield Lost(city.text, city.span)
    for person in figure_names(source, other):
        parts = [part for form in person.figure.target for part in form.split()]
        if not _has_any(text, [part for part in parts if len(part) >= _SHORTEST]):
            size = _WHOLE if person.whole else 1
            yield Lost(source.document.text[slice(*person.span)], person.span, size)


def _has_any(text: str, forms: Sequence[str]) -> bool:
    return any(folded(form) in text for form in forms)
