"""Names that went wrong, whatever tells it: what several ledgers find, in one row."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.names import NameWord
from tqcheck.ledgers.altered_names import Altered, altered_names
from tqcheck.ledgers.anchored_names import Anchored, anchored_names
from tqcheck.ledgers.character_readings import split_surnames
from tqcheck.ledgers.cut_names import cut_names
from tqcheck.ledgers.exonyms import damaged_places
from tqcheck.ledgers.figures import How, misnamed
from tqcheck.ledgers.later_mentions import later_mentions
from tqcheck.ledgers.lettered_names import damaged_names
from tqcheck.ledgers.lone_names import may_be_replaced, replacements
from tqcheck.ledgers.near_names import may_be_altered_by_letters
from tqcheck.ledgers.persons import Fate, may_change_a_person, persons
from tqcheck.ledgers.renderings import Otherwise, rendered_otherwise
from tqcheck.ledgers.told_names import may_miss_a_place
from tqcheck.model import Pair, Span

#: The word behind a name, and of how many letters more the name's rest is told.
_NEXT, _MORE = re.compile(r"[ \u00a0‑-]([^\W\d_]+)"), 2


class Misspelt(NamedTuple):
    """A stretch of the target, the form that a table has for it, and its place in the source."""

    target: Span
    form: str
    source: Span


class Replaced(NamedTuple):
    """A name of the target that the source has not got, and the one that it has in its place."""

    text: str
    target: Span
    form: str
    source: Span


class Endless(NamedTuple):
    """A name of the target without its end, and the source's word, where it is known."""

    text: str
    target: Span
    source: NameWord | None


def may_be_damaged(pair: Pair) -> bool:
    """Whether a name of a pair of one bead may be damaged or replaced: much cheaper to ask."""
    (bead,) = pair.beads
    return (
        may_be_altered_by_letters(bead)
        or may_change_a_person(bead)
        or may_miss_a_place(bead)
        or may_be_replaced(bead)
    )


def altered(pair: Pair) -> Iterator[Altered]:
    """The names with letters that no convention changes; the capital of a message's first word says
    nothing of a name.
    """
    begins = _beginnings(pair)
    return (each for each in altered_names(pair) if each.target.span.start not in begins)


def replaced_names(pair: Pair) -> Iterator[Replaced]:
    """The names that stand in the place of others."""
    for person in persons(pair):
        if person.fate is Fate.REPLACED:
            yield Replaced(person.text, person.target, person.form, person.source)
    begins = _beginnings(pair)
    for mine, name in replacements(pair) if pair.target.profile.has("lexicon") else ():
        if name.span.start not in begins:
            yield Replaced(name.text, name.span, mine.text, mine.span)


def _beginnings(pair: Pair) -> frozenset[int]:
    if pair.running:
        return frozenset()
    return frozenset(bead.target.span.start for bead in pair.beads)


def misspelt_names(pair: Pair) -> Iterator[Misspelt]:
    """The public figures, places and people's names that the tables spell otherwise."""
    for found in misnamed(pair):
        if found.how is How.ALTERED:
            yield Misspelt(found.target, found.form, found.source)
    for bead in pair.complete_beads:
        for place in damaged_places(bead):
            yield Misspelt(place.target.span, place.form, place.source)
        for source, target, form in damaged_names(bead):
            yield Misspelt(target.span, form, source)
        for own, span, form in split_surnames(bead):
            yield Misspelt(span, form, own)


def endless_names(pair: Pair) -> Iterator[Endless]:
    """The names whose last word lost its end, or is gone."""
    found: list[Anchored | Otherwise] = [*anchored_names(pair), *rendered_otherwise(pair)]
    for each in found:
        if each.cut and not _goes_on(pair, each.target.span, each.source):
            yield Endless(each.target.text, each.target.span, each.source)
    for name in cut_names(pair):
        if not _goes_on(pair, name.span, name.source):
            yield Endless(name.text, name.span, name.source)


def _goes_on(pair: Pair, span: Span, whole: NameWord | None) -> bool:
    """Whether the next word has the rest of a name: “Abdel Ghaffar” for “Abdelghaffar”."""
    behind = _NEXT.match(pair.target.text, span.end)
    if behind is None or whole is None:
        return False
    left = folded(pair.target.text[slice(*span)])
    size = len(left) + _MORE
    return folded(whole.text)[:size] == (left + folded(behind[1]))[:size]


def shortened_mentions(pair: Pair) -> Iterator[tuple[NameWord, Span, str]]:
    """The names that are whole elsewhere and lost their end here, where nothing else tells it: the
    word, the source's place, and the whole.
    """
    told = {name.span for name in cut_names(pair)}
    for mention in later_mentions(pair):
        if mention.target and mention.cut and mention.target.span not in told:
            yield mention.target, mention.source, mention.form
