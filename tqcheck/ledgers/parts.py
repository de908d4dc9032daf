"""Parts of sentences that only one of the two texts has."""

import re
from collections.abc import Iterator, Sequence

from tqcheck.alignment import support_of
from tqcheck.alignment.support import Support, Traces
from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded, may_be_near
from tqcheck.features.names import names
from tqcheck.features.numbers import Evidence as NumberEvidence
from tqcheck.features.numbers import numbers
from tqcheck.features.parts import parts
from tqcheck.features.words import words
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Segment, Span, remembered
from tqcheck.model.needs import pair_that

#: Below this the two sides of a bead may not be translations of each other.
_SURE = 0.7
#: A part leaves nothing by chance as seldom as this (nats), and lengths fit better without it.
_EXPECTED, _BETTER = 2.0, 1.0
#: In longer sentences, in letters, so little is lost that lengths do not tell it.
_LONGEST = 400
#: How seldom a number, and a word of a name, leaves nothing in a translation (nats).
_NUMBER, _NAME = 1.2, 0.7
_GLOSS = ("(", "[", "（", "［")
_SHORT_FORM, _LONGEST_SHORT_FORM = re.compile(r"\w{2,}"), 20


#: Only where sentences were aligned by their words is it known what stands for what.
ALIGNED = pair_that(lambda pair: support_of(pair) is not None)


@remembered
def lost_parts(pair: Pair) -> tuple[tuple[Span, Bead], ...]:
    """Parts of the source's sentences that left nothing in the target, each with its bead.

    Raises MissingFact where a language's pack does not say how it writes numbers.
    """
    return tuple(_alone(pair, target=False))


@remembered
def extra_parts(pair: Pair) -> tuple[tuple[Span, Bead], ...]:
    """Parts of the target's sentences that nothing in the source stands for, each with its bead.

    Raises MissingFact where a language's pack does not say how it writes numbers.
    """
    return tuple(_alone(pair, target=True))


def _alone(pair: Pair, *, target: bool) -> Iterator[tuple[Span, Bead]]:
    support = support_of(pair)
    if support is None:
        return  # rows without a text around them
    for number, bead in enumerate(pair.beads):
        own = bead.target if target else bead.source
        if not bead.complete or bead.confidence < _SURE or len(own.text) > _LONGEST:
            continue
        around = pair.beads[max(number - 1, 0) : number + 2]
        others = [side for b in around if not (side := b.source if target else b.target).empty]
        for part in parts(own):
            if target and _explains(part, bead.source):
                continue
            traces = _traces(support, part, others, target)
            if traces.found or traces.expected < _EXPECTED:
                continue
            gone = {"extra" if target else "lost": part.text}
            if support.better_without(bead.source.text, bead.target.text, **gone) > _BETTER:
                yield part.span, bead


def _explains(part: Passage, source: Segment) -> bool:
    """Whether a part of the target stands in brackets, or beside the short form in brackets that
    the source has alone: translators explain.
    """
    text = part.document.text
    if text[: part.span.start].endswith(_GLOSS):
        return True
    behind = text[part.span.end :].lstrip()[:_LONGEST_SHORT_FORM]
    if not behind.startswith(_GLOSS):
        return False
    short = _SHORT_FORM.match(behind, 1)
    return bool(short and short[0] in source.text)


def _traces(support: Support, part: Passage, others: Sequence[Segment], target: bool) -> Traces:
    """What a part has left in passages of the other text: words, and what needs no lexicon."""
    learned = (support.traces_of_target if target else support.traces_of_source)(part, others)
    if learned.found:
        return learned
    values = {value for other in others for number in numbers(other) for value in number.readings}
    clocks = {number.clock.minutes for other in others for number in numbers(other) if number.clock}
    words_there = {folded(word.text) for other in others for word in words(other)}
    expected = learned.expected
    for number in numbers(part):
        if not values.isdisjoint(number.readings) or (
            number.clock and number.clock.minutes in clocks
        ):
            return Traces(expected, found=True)
        expected += _NUMBER if number.evidence is NumberEvidence.STRONG else 0.0
    for name in names(part) if _keeps_names(part.profile, others[0].profile) else ():
        for word in name.words:
            if any(_alike(folded(word.text), other) for other in words_there):
                return Traces(expected, found=True)
            expected += _NAME
    return Traces(expected, found=False)


def _alike(name: str, word: str) -> bool:
    """Whether a word may be a name in another language's spelling."""
    most = len(name) // 3
    return may_be_near(name, word, most) and letters_apart(name, word, most) <= most


def _keeps_names(one: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether names can be told from nouns, and known again in the other language."""
    nouns = one.has("capitalised_nouns") and one.capitalised_nouns
    scripts = all(profile.has("scripts") for profile in (one, other))
    return not nouns and scripts and one.scripts[0] == other.scripts[0]
