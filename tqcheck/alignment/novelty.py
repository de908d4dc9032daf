"""How much of a segment is new: words, names and numbers that nothing in the other text looks like."""

from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from tqcheck.alignment.lexicon import Table
from tqcheck.alignment.tokens import Reading

#: How often something unrelated has a lookalike by chance, as a share of how often what was
#: translated has one.
_BY_CHANCE = 0.3
#: How many tokens of the document weigh as much as all of those of beads.
_USUAL = 20.0
#: Tokens do not come one by one, so sums claim too much: their share that counts, and the most.
_WEIGHT, _CAP = 0.5, 3.0
_MOST_KNOWN = 0.95


class _Token(NamedTuple):
    """A token that its document has in one segment only."""

    #: A number, a word with a capital, another word.
    sort: int
    known: bool


def novelty(reading: Reading, table: Table, beads: Iterable[tuple[range, float]]) -> list[float]:
    """Per segment, how much likelier it stands for nothing in the other text: a log-likelihood
    ratio, at least 0.

    A text says what has counterparts, and how often its rare words have any is learned from the
    `beads`, segments with a confidence. What stands alone has fewer.
    """
    rare = [
        [_Token(_sort(reading, kind), bool(table[kind])) for kind in held if _tells(reading, kind)]
        for held in reading.counts
    ]
    missed = _missed(rare, beads)
    hit = -log(_BY_CHANCE)
    return [
        min(_CAP, _WEIGHT * max(0.0, -sum(hit if t.known else missed[t.sort] for t in held)))
        for held in rare
    ]


def _tells(reading: Reading, kind: int) -> bool:
    return len(reading.places[kind]) == 1 and reading.types[kind][0].isalnum()


def _sort(reading: Reading, kind: int) -> int:
    text = reading.types[kind]
    return 0 if text[0].isdigit() else 1 if text in reading.capitalised else 2


def _missed(rare: Sequence[Sequence[_Token]], beads: Iterable[tuple[range, float]]) -> list[float]:
    """Per sort, the log ratio of having no counterpart: translated, against unrelated."""
    known, whole = [0.5] * 3, [1.0] * 3
    for held in rare:
        for token in held:
            known[token.sort] += token.known
            whole[token.sort] += 1
    shares = [part / all_ for part, all_ in zip(known, whole, strict=True)]
    sure, seen = [_USUAL * share for share in shares], [_USUAL] * 3
    for segments, confidence in beads:
        for number in segments:
            for token in rare[number]:
                sure[token.sort] += confidence * token.known
                seen[token.sort] += confidence
    ratios = []
    for part, all_ in zip(sure, seen, strict=True):
        share = min(part / all_, _MOST_KNOWN)
        ratios.append(log((1 - share) / (1 - share * _BY_CHANCE)))
    return ratios
