"""Which token types of two documents translate each other: by their looks, and as learned."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import NamedTuple

from tqcheck.alignment.tokens import Reading, stem

#: Type → its counterparts, each with a weight from 0 to 1.
Table = list[list[tuple[int, float]]]

#: How surely the same token is its own translation: a word by its length.
_SAME_WORD = (0.0, 0.05, 0.15, 0.6, 0.85)
_SAME_NUMBER, _SAME_DIGIT = 0.9, 0.6
_SAME_MARK = {"?": 0.6, "!": 0.5, "%": 0.7, "(": 0.5, ")": 0.5, '"': 0.5, ":": 0.4}
_OTHER_MARK = 0.3
#: Words less alike than this are no evidence; those of a script of meanings; full likeness.
_LEAST_LIKE, _LEAST_LIKE_NAME, _LIKENESS = 0.45, 0.6, 0.65
#: How surely a dictionary's only translation in the text is the one.
_IN_DICTIONARY = 0.3
_SHORTEST = 3
_LOOKALIKES = 4
#: A part that more words share than this tells nothing.
_COMMON_PART = 60
#: Types that meet are linked when they meet in this share of their places at least, and so
#: much more often than by chance (log-likelihood ratio).
_REGULAR, _SURPRISING = 0.12, 16.0
#: Taken off each count, so that a chance meeting does not prove itself.
_DISCOUNT = 0.8
#: How many sightings the looks of two types weigh as much as; a reliability guessed from them.
_LOOKS, _GUESS = 1.5, 3.0
_LEAST_WEIGHT = 0.01
_MOST_RELIABLE = 0.95


@dataclass(eq=False)
class Lexicon:
    """What each type of a document may be on the other side, and how far its absence tells.

    A word that nothing on the other side could explain says nothing: its reliability is 0.
    """

    forward: Table
    backward: Table
    source_reliability: list[float]
    target_reliability: list[float]


class Match(NamedTuple):
    """Segments held for translations of each other, and how surely."""

    source: range
    target: range
    weight: float


def lookalikes(
    source: Reading, target: Reading, dictionary: Mapping[str, Sequence[str]]
) -> Lexicon:
    """The lexicon of what looks the same: numbers, marks, names, words of one root; and of what
    a user's dictionary says.
    """
    links = _same(source.types, target.types)
    for kind, other, weight in _listed(source, target, dictionary):
        links[kind][other] = max(weight, links[kind].get(other, 0.0))
    for kind, other, weight in _similar(source, target):
        links[kind].setdefault(other, weight)
    forward: Table = [list(found.items()) for found in links]
    backward: Table = [[] for _ in target.types]
    for kind, found in enumerate(forward):
        for other, weight in found:
            backward[other].append((kind, weight))
    return Lexicon(forward, backward, _trust(forward), _trust(backward))


def _trust(table: Table) -> list[float]:
    return [max((weight for _, weight in found), default=0.0) ** 2 for found in table]


def _same(source: Sequence[str], target: Sequence[str]) -> list[dict[int, float]]:
    index = {text: number for number, text in enumerate(target)}
    return [{index[text]: _sameness(text)} if text in index else {} for text in source]


def _sameness(text: str) -> float:
    if text[0].isdigit():
        return _SAME_NUMBER if len(text) > 1 else _SAME_DIGIT
    if not text[0].isalpha():
        return _SAME_MARK.get(text, _OTHER_MARK)
    length = len(text) if ord(text[0]) < 0x2E80 else 2 * len(text)
    return _SAME_WORD[min(length, len(_SAME_WORD) - 1)]


def _similar(source: Reading, target: Reading) -> Iterator[tuple[int, int, float]]:
    """Pairs of words that look alike, the best few of each source word."""
    words: tuple[list[str], list[str]] = source.types, target.types
    least = _LEAST_LIKE
    if _script(source) != _script(target):
        from tqcheck.alignment.sounds import sounds, writes_meanings

        words = sounds(source, target)
        if writes_meanings(source) or writes_meanings(target):
            least = _LEAST_LIKE_NAME
    parts, others = (
        [_parts(word) for word in words[0]],
        [_parts(word) for word in words[1]],
    )
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(others):
        for part in held:
            index[part].append(number)
    for number, held in enumerate(parts):
        found = (index[part] for part in held if part in index)
        shared = Counter(chain.from_iterable(n for n in found if len(n) <= _COMMON_PART))
        likeness = sorted(
            (-2 * count / (len(held) + len(others[other])), other)
            for other, count in shared.items()
            if 2 * count >= least * (len(held) + len(others[other]))
        )
        for negative, other in likeness[:_LOOKALIKES]:
            yield number, other, _LIKENESS * -negative


def _listed(
    source: Reading, target: Reading, dictionary: Mapping[str, Sequence[str]]
) -> Iterator[tuple[int, int, float]]:
    """What a dictionary holds of two documents: the more translations are there, the less each
    of them tells.
    """
    index = {text: number for number, text in enumerate(target.types)}
    kinds = {text: number for number, text in enumerate(source.types)}
    found: defaultdict[int, set[int]] = defaultdict(set)
    for headword, translations in dictionary.items():
        kind = kinds.get(stem(headword))
        if kind is not None:
            stems = (stem(word) for word in translations)
            found[kind].update(index[text] for text in stems if text in index)
    for kind, others in found.items():
        for other in others:
            yield kind, other, _IN_DICTIONARY / len(others) ** 0.5


def _script(reading: Reading) -> int:
    """A number of the range of letters that most words begin with: 0 where they are Latin."""
    seen = Counter(max(ord(t[0]) - 0x250, 0) >> 8 for t in reading.types if t[0].isalpha())
    return seen.most_common(1)[0][0] if seen else 0


def _parts(word: str) -> frozenset[str]:
    """The trigrams of a word, its beginning told apart; none where it has too few letters."""
    if len(word) < _SHORTEST or not word[0].isalpha():
        return frozenset()
    padded = f"  {word}"
    return frozenset(padded[i : i + 3] for i in range(len(word)))


class _Seen(NamedTuple):
    """The tokens of a match."""

    given: dict[int, float]
    told: dict[int, float]
    weight: float


def learned(looks: Lexicon, source: Reading, target: Reading, matches: Sequence[Match]) -> Lexicon:
    """The lexicon as the matches of a first alignment tell it; looks are where it begins."""
    seen = [
        _Seen(
            _together(source, match.source),
            _together(target, match.target),
            match.weight,
        )
        for match in matches
    ]
    forward, told = _translations(looks.forward, target, seen)
    turned = [_Seen(match.told, match.given, match.weight) for match in seen]
    backward, telling = _translations(looks.backward, source, turned)
    return Lexicon(forward, backward, telling, told)


def _together(reading: Reading, segments: range) -> dict[int, float]:
    if len(segments) == 1:
        return reading.counts[segments[0]]
    held: dict[int, float] = {}
    for number in segments:
        for kind, weight in reading.counts[number].items():
            held[kind] = held.get(kind, 0.0) + weight
    return held


def _translations(looks: Table, told: Reading, seen: Sequence[_Seen]) -> tuple[Table, list[float]]:
    """What each type becomes, and how reliably each type of `told` has a word it comes from.

    One round of expectation and maximisation: the types of a match share out its tokens.
    """
    links = _linked(looks, seen)
    found: list[dict[int, float]] = [{} for _ in links]
    given, held, explained = (
        [0.0] * len(links),
        [0.0] * len(told.types),
        [0.0] * len(told.types),
    )
    total = max(told.total, 1.0)
    for match in seen:
        claims: list[tuple[int, int, float]] = []
        for s, count in match.given.items():
            given[s] += count * match.weight
            if links[s]:
                claims += [(s, t, count * w) for t, w in links[s].items() if t in match.told]
        claimed: dict[int, float] = {}
        for _, t, claim in claims:
            claimed[t] = claimed.get(t, told.frequency[t] / total) + claim
        for s, t, claim in claims:
            share = match.weight * match.told[t] * claim / claimed[t]
            found[s][t] = found[s].get(t, 0.0) + share
            explained[t] += share
        for t, count in match.told.items():
            held[t] += count * match.weight
    table: Table = []
    strongest = [0.0] * len(told.types)
    for s, counts in enumerate(found):
        weights = {t: count - _DISCOUNT for t, count in counts.items() if count > _DISCOUNT}
        for t, weight in looks[s]:
            weights[t] = weights.get(t, 0.0) + _LOOKS * weight
        row = []
        for t, weight in weights.items():
            chance = weight / (given[s] + _LOOKS)
            if chance > _LEAST_WEIGHT:
                row.append((t, chance))
                strongest[t] = max(strongest[t], chance)
        table.append(row)
    return table, [
        min((_GUESS * guess + part) / (_GUESS + count), _MOST_RELIABLE) if guess else 0.0
        for guess, part, count in zip(strongest, explained, held, strict=True)
    ]


def _linked(looks: Table, seen: Sequence[_Seen]) -> list[dict[int, float]]:
    """The types that meet more regularly than by chance, or look alike."""
    told = [match.told for match in seen]
    held = Counter(chain.from_iterable(told))
    where: defaultdict[int, list[dict[int, float]]] = defaultdict(list)
    for match in seen:
        for s in match.given:
            where[s].append(match.told)
    links: list[dict[int, float]] = [{} for _ in looks]
    for s, places in where.items():
        size = len(places)
        if size > 1:
            for t, both in Counter(chain.from_iterable(places)).items():
                if (
                    both > 1
                    and both >= _REGULAR * (size + held[t])
                    and _surprise(both, size, held[t], len(seen)) > _SURPRISING
                ):
                    links[s][t] = both * both / (size * held[t])
    for s, found in enumerate(looks):
        for t, weight in found:
            links[s][t] = links[s].get(t, 0.0) + weight
    return links


def _surprise(both: int, one: int, other: int, whole: int) -> float:
    """The log-likelihood ratio of meeting as often as this, against meeting by chance."""
    ratio = 0.0
    for count, row, column in (
        (both, one, other),
        (one - both, one, whole - other),
        (other - both, whole - one, other),
        (whole - one - other + both, whole - one, whole - other),
    ):
        if count > 0:
            ratio += count * log(count * whole / (row * column))
    return 2 * ratio
