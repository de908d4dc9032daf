"""Gaps of the target where a name of the source should stand."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tqcheck.features.gaps import Sign, WordGap, plain_gaps, word_gaps
from tqcheck.ledgers.lone_names import lone_names
from tqcheck.ledgers.lone_sources import may_be_lost
from tqcheck.ledgers.lone_words import are_apart
from tqcheck.ledgers.lost_names import Lost, lost_names
from tqcheck.ledgers.missed_names import may_miss_a_name
from tqcheck.model import Bead, Pair, Passage, remembered

#: A name that is gone left its gap no further from its place, whatever the order of words.
_IN_ITS_PLACE = 0.3
#: A past tense that a sentence begins with, and how far on a topic stands at its beginning.
_PAST, _FAR = re.compile(r"[A-Z][a-z]+ed"), 20
#: Where its sign is faint.
_NEAR = 0.15


class NameGap(NamedTuple):
    """A gap, and the name of the source that may belong there; None where it speaks for itself."""

    gap: WordGap
    lost: Lost | None


@remembered
def name_gaps(pair: Pair) -> tuple[NameGap, ...]:
    """The gaps that the grammar shows by itself, and those where a name of the source is gone.

    Raises MissingFact where the pack of the target's language does not tell its small words.
    """
    return tuple(found for bead in pair.complete_beads for found in _of_bead(pair, bead))


def _of_bead(pair: Pair, bead: Bead) -> Iterator[NameGap]:
    if not may_miss_a_name(bead):
        yield from (NameGap(gap, None) for gap in plain_gaps(bead.target))
        return
    gaps = word_gaps(bead.target)
    unsure = [gap for gap in gaps if gap.sign is not Sign.PLAIN]
    lone = list(_lone(pair, bead)) if unsure else []
    told = [*lost_names(bead), *lone] if unsure else []
    maybe = list(_maybe(bead)) if unsure else []
    for gap in gaps:
        if gap.sign is Sign.PLAIN or (_opens(bead, gap) and _has_a_topic(bead.source)):
            yield NameGap(gap, None)
        elif gap.sign is Sign.DOUBTFUL:
            yield from _in_its_place(bead, gap, told + maybe, _IN_ITS_PLACE)
        else:
            yield from _in_its_place(bead, gap, lone, _NEAR)


def _opens(bead: Bead, gap: WordGap) -> bool:
    """Whether a gap is a verb that begins the target."""
    opens = gap.sign is Sign.DOUBTFUL and gap.span.start == bead.target.span.start
    return opens and _PAST.fullmatch(gap.text) is not None


def _has_a_topic(passage: Passage) -> bool:
    """Whether a source that marks its topic begins with one, which the target has to name."""
    profile = passage.profile
    marks = profile.topic_marks if profile.has("topic_marks") else ()
    return any(mark in passage.text[1:_FAR] for mark in marks)


def _in_its_place(
    bead: Bead, gap: WordGap, names: Iterable[Lost], most: float
) -> Iterator[NameGap]:
    """The gap with the name that stands as far on as it, if there is one."""
    apart = {name: are_apart(bead, name.span, gap.span) for name in names}
    nearest = min(apart, key=apart.__getitem__, default=None)
    if nearest and apart[nearest] <= most:
        yield NameGap(gap, nearest)


def _lone(pair: Pair, bead: Bead) -> Iterator[Lost]:
    """The names of the source that can be nothing else, and that the target has not got."""
    for lone in lone_names(pair):
        if lone.bead == bead:
            yield from (
                Lost(name.text, name.span) for name in lone.sources if name.sure and name.size
            )


def _maybe(bead: Bead) -> Iterator[Lost]:
    return (Lost(name.text, name.span) for name in may_be_lost(bead))
