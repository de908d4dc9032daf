"""Acronyms that only one text has, and that nothing in the other spells out."""

from collections.abc import Iterator, Sequence
from functools import cache

from tqcheck.features.acronyms import acronyms
from tqcheck.features.countries import countries
from tqcheck.features.folding import folded
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import LETTERS
from tqcheck.languages.tables import column
from tqcheck.ledgers.hearing import OtherText
from tqcheck.ledgers.lone_words import LoneName, own_short_forms
from tqcheck.model import Pair, Passage

#: Shorter ones mean too much.
_SHORTEST = 3


def lone_acronyms(pair: Pair, passage: Passage, other: OtherText) -> Iterator[LoneName]:
    """The acronyms of a passage in Latin letters; none where the other text has some of its own.

    Never sure: small letters may spell them out.
    """
    found = acronyms(passage)
    if not found or own_short_forms(other.passages, passage):
        return
    places = [mention.span for mention in countries(passage)]
    text = passage.document.text
    for acronym in found:
        form, span = acronym.letters, acronym.span
        beside = text[max(0, span.start - 2) : span.start] + text[span.end : span.end + 2]
        if (
            len(form) < _SHORTEST
            or not (form.isascii() and form.isalpha())
            # A code of money, a time zone, a unit.
            or any(map(str.isdigit, beside))
            or folded(form) in other.text
            # What the table has is told from its translations elsewhere.
            or any(form in _known(side.language) for side in (pair.source, pair.target))
            or any(place.overlaps(span) for place in places)
            or _is_spelt_out(form, other.passages)
        ):
            continue
        yield LoneName(acronym.text, span, sure=False, size=1, likely=True)


@cache
def _known(language: str) -> frozenset[str]:
    """The acronyms that the table has of a language, without stops."""
    forms = column("acronyms", language).values()
    return frozenset(form.replace(".", "") for each in forms for form in each)


def _is_spelt_out(form: str, passages: Sequence[Passage]) -> bool:
    """Whether words in a row, small ones aside, begin with its letters."""
    return any(
        form.lower()
        in "".join(
            word[0].lower()
            for word in LETTERS.findall(passage.text)
            if word.lower() not in common_words(passage.profile)
        )
        for passage in passages
    )
