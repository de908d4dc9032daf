"""Credits of both texts."""

from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.credits import Credit, credit, is_same_agency, reporting_agency
from tqcheck.features.folding import folded
from tqcheck.features.romanisation import Relation, relation
from tqcheck.features.words import words
from tqcheck.model import Bead, Pair, Span, remembered


class ChangedCredit(NamedTuple):
    """A part of a credit that the translation has otherwise."""

    source: Span
    target: Span
    text: str
    other: str


@remembered
def changed_credits(pair: Pair) -> tuple[ChangedCredit, ...]:
    """The agencies and persons of credits that are others in the translation, in order.

    Persons are compared where the two languages share a script: else they have to be transcribed.

    Raises MissingFact where a language's pack does not say how it is written.
    """
    return tuple(found for bead in pair.complete_beads for found in _changed(pair, bead))


def _changed(pair: Pair, bead: Bead) -> Iterator[ChangedCredit]:
    mine, other = credit(bead.source), credit(bead.target)
    if mine is None or other is None:
        yield from _changed_agency(bead)
        return
    if not is_same_agency(mine.agency, other.agency):
        yield ChangedCredit(mine.agency_span, other.agency_span, mine.agency, other.agency)
    share = set(pair.source.profile.scripts) & set(pair.target.profile.scripts)
    if share and not _is_same_person(pair, bead, mine, other):
        yield ChangedCredit(mine.person_span, other.person_span, mine.person, other.person)


def _changed_agency(bead: Bead) -> Iterator[ChangedCredit]:
    """The agency of a report, where each text names one, and they are two."""
    mine, other = reporting_agency(bead.source), reporting_agency(bead.target)
    if mine and other and mine.name != other.name:
        yield ChangedCredit(mine.span, other.span, mine.text, other.text)


def _is_same_person(pair: Pair, bead: Bead, mine: Credit, other: Credit) -> bool:
    """Whether the last words of both names are one, as they are or respelt for the language."""
    left, right = mine.person.split()[-1], other.person.split()[-1]
    there = {folded(word.text) for word in words(bead.target)}
    if folded(left) in there or folded(right) in {folded(word.text) for word in words(bead.source)}:
        return True
    profiles = pair.source.profile, pair.target.profile
    if not all(side.has("romanisation") for side in profiles):
        return False
    return relation(left.title(), right.title(), *profiles) is Relation.CONVERTED
