"""Words of the source that recur, and the words of the target that recur with them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.stems import is_inflected
from tqcheck.features.terms import Token, keys_of, tokens
from tqcheck.features.vocabulary import common_words, frequency
from tqcheck.features.words import unspaced
from tqcheck.model import LanguageProfile, Pair, Passage, Segment, remembered

#: A term recurs in so many passages, and each of its renderings in so many.
_FEWEST, _FEWEST_EACH = 4, 2
#: What stands in more than this share of all passages is the subject, and takes many words.
_LARGEST_SHARE = 0.4
_SHORTEST = 4
#: A word that films use so often is no term.
_EVERYDAY = 50_000
#: Words of one root have so many of their letters in common.
_COMMON_LETTERS = 0.75

#: Stem → the numbers of the passages that have it.
_Index = Mapping[str, frozenset[int]]


class TwoRenderings(NamedTuple):
    """A word of the source with two words that share its passages out between them.

    `usual` and `other` are the places of each in the target, in order; `sources` those of the
    term beside `other`.
    """

    sources: tuple[Token, ...]
    usual: tuple[Token, ...]
    other: tuple[Token, ...]


@remembered
def two_renderings(pair: Pair) -> tuple[TwoRenderings, ...]:
    """The terms with two renderings. There are none in texts of a script without spaces.

    A word renders a term where it stands in passages with the term alone, and no other word of
    the source stands in all of these; no word of the target may stand with the term everywhere.
    """
    beads = list(pair.complete_beads)
    if len(beads) < _FEWEST or unspaced(pair.source.text) or unspaced(pair.target.text):
        return ()
    sources = _index([bead.source for bead in beads])
    targets = _index([bead.target for bead in beads])
    found = (
        TwoRenderings(
            _places([beads[at].source for at in sorted(where[0] | where[1])], term),
            _places([beads[at].target for at in sorted(where[0])], both[0]),
            _places([beads[at].target for at in sorted(where[1])], both[1]),
        )
        for term, both, where in _found(sources, targets, len(beads))
    )
    return tuple(each for each in found if _are_terms(pair, each))


def _are_terms(pair: Pair, found: TwoRenderings) -> bool:
    """Whether it is one noun that became two: no name, no everyday word, no two words of one root."""
    mine = pair.source.profile
    return (
        all(_are_one_noun(pair.target.language, each) for each in (found.usual, found.other))
        and _are_one_noun(mine.tag, found.sources)
        and all(frequency(mine, token.text.lower()) < _EVERYDAY for token in found.sources)
        and not _share_a_root(folded(found.usual[0].text), folded(found.other[0].text))
        and (
            _takes_capitals(pair.target.profile)
            or not any(_is_a_name(each) for each in (found.usual, found.other))
        )
    )


def _are_one_noun(language: str, places: tuple[Token, ...]) -> bool:
    first = places[0].text
    return all(is_inflected(language, first, token.text) for token in places)


def _takes_capitals(profile: LanguageProfile) -> bool:
    return profile.has("capitalised_nouns") and profile.capitalised_nouns


def _is_a_name(places: tuple[Token, ...]) -> bool:
    return all(token.text[0].isupper() for token in places)


def _share_a_root(word: str, other: str) -> bool:
    """Whether two words begin alike, hold one another, or have most letters in common."""
    shorter = min(len(word), len(other))
    if word[:_SHORTEST] == other[:_SHORTEST] or word in other or other in word:
        return True
    return (Counter(word) & Counter(other)).total() >= _COMMON_LETTERS * shorter


def _found(
    sources: _Index, targets: _Index, size: int
) -> Iterator[tuple[str, tuple[str, str], tuple[frozenset[int], frozenset[int]]]]:
    for term, places in sources.items():
        if not _FEWEST <= len(places) <= max(_FEWEST, _LARGEST_SHARE * size):
            continue
        if any(places <= there for there in targets.values()):
            continue
        parts = [
            (word, there)
            for word, there in targets.items()
            if len(there) >= _FEWEST_EACH
            and there <= places
            and not _is_of_another(there, term, sources)
        ]
        for (word, there), (other, rest) in combinations(parts, 2):
            if there | rest == places and not there & rest:
                first, second = sorted(
                    ((word, there), (other, rest)), key=lambda one: (-len(one[1]), min(one[1]))
                )
                yield term, (first[0], second[0]), (first[1], second[1])


def _is_of_another(there: frozenset[int], term: str, sources: _Index) -> bool:
    """Whether another word of the source stands wherever a word of the target does."""
    return any(there <= others for other, others in sources.items() if other != term)


def _index(segments: list[Segment]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, segment in enumerate(segments):
        for token, key in zip(tokens(segment), keys_of(segment), strict=True):
            if _is_content(token.text, segment):
                found.setdefault(key, set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _is_content(word: str, passage: Passage) -> bool:
    return (
        len(word) >= _SHORTEST
        and word.isalpha()
        and word.lower() not in common_words(passage.profile)
    )


def _places(segments: list[Segment], wanted: str) -> tuple[Token, ...]:
    return tuple(
        token
        for segment in segments
        for token, key in zip(tokens(segment), keys_of(segment), strict=True)
        if key == wanted
    )
