"""What one passage denies and the other affirms."""

import re
from collections import Counter
from typing import NamedTuple

from tqcheck.features.meanings import said
from tqcheck.features.negations import (
    denials,
    is_parted,
    negative_places,
    negatives_near,
    negators,
    times_denied,
)
from tqcheck.features.words import Word, form_set, share, units, unspaced, words
from tqcheck.model import Passage, Span

#: A word that may say no within so many words, or characters, may be the negation; and of how
#: much of their sentences the places of what is said and what is denied may differ.
_NEAR, _NEAR_UNSPACED, _APART = 8, 20, 0.3
_QUESTION = frozenset("?？؟")
#: Where a place in one sentence tells nothing of the place in the other, only what has no more
#: words, or characters, than this says but one thing.
_LONGEST = 60
_SENTENCE = re.compile(r"[.!।]\s+\S|[。！](?=[^」』”）)\s])")


class Contradiction(NamedTuple):
    """The word that says no in one passage, and the one that the other passage affirms."""

    negation: Word
    affirmed: Span


def contradiction(denying: Passage, affirming: Passage) -> Contradiction | None:
    """A word that the first passage denies, whose only translation the second affirms, with
    nothing near it that could say no; the first one, or None. A passage that says no as often as
    the other is not looked at.
    """
    for side in (denying, affirming):
        _ = side.profile.negation_words
    # The cheapest first.
    if _asks(denying) or _asks(affirming) or not negators(denying):
        return None
    anywhere = any(
        side.profile.has("verb_final") and side.profile.verb_final for side in (denying, affirming)
    )
    if anywhere and (_is_several(denying) or _is_several(affirming)):
        return None
    others = times_denied(affirming)
    if others >= len(negators(denying)) or others >= len(denials(denying)):
        return None
    here, there = (Counter(each.meaning for each in said(side)) for side in (denying, affirming))
    kept = form_set(affirming)
    for denial in denials(denying):
        if denial.word.text.casefold() in kept:
            continue  # untranslated
        # Where the translation says no elsewhere, which word it denies has to be plain.
        for denied in denial.nearest if others else denial.of:
            if not _is_only(denying, here[denied.meaning], there[denied.meaning]):
                continue
            places = [share(denying, span) for span in (denial.word.span, denied.span)]
            for each in said(affirming):
                if (
                    each.meaning == denied.meaning
                    and (
                        anywhere
                        or min(abs(share(affirming, each.span) - place) for place in places)
                        <= _APART
                    )
                    and _is_plain(affirming, each.span)
                    and (not others or _is_alone(affirming, each.span))
                ):
                    return Contradiction(denial.word, _with_auxiliaries(affirming, each.span))
    return None


def _with_auxiliaries(passage: Passage, span: Span) -> Span:
    """A word with the auxiliaries right before it: “would have come”."""
    if not passage.profile.has("auxiliaries"):
        return span
    before = [word for word in words(passage) if word.span.end <= span.start]
    start = span.start
    for word in reversed(before):
        if word.text.casefold() not in passage.profile.auxiliaries:
            break
        start = word.span.start
    return Span(start, span.end)


def _is_only(denying: Passage, here: int, there: int) -> bool:
    """Whether a word can only be the translation of another; characters that stand for a word
    are part of others, too.
    """
    return there == 1 and (here == 1 or unspaced(denying.text))


def _asks(passage: Passage) -> bool:
    """Whether a question stands there: “Won’t you come?” asks what “Will you come?” asks."""
    return not _QUESTION.isdisjoint(passage.text)


def _is_several(passage: Passage) -> bool:
    """Whether several sentences stand there, or one so long that it says several things."""
    return len(units(passage)) > _LONGEST or bool(_SENTENCE.search(passage.text))


def _is_plain(passage: Passage, span: Span) -> bool:
    """Whether nothing near a word says no."""
    return not negatives_near(passage, span, _NEAR, _NEAR_UNSPACED)


def _is_alone(passage: Passage, span: Span) -> bool:
    """Whether nothing in the clause of a word says no: “neither in spring nor in autumn” reaches
    far.
    """
    row = units(passage)
    return all(is_parted(passage, row[place].span, span) for place in negative_places(passage))
