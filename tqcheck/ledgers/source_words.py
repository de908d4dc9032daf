"""The words of a source in another script that may be those of a name."""

from collections.abc import Iterator

from tqcheck.features.names import NameWord, names
from tqcheck.features.sounds import ABJADS
from tqcheck.features.transliteration import sounded
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import words
from tqcheck.ledgers.hearing import MEANINGS
from tqcheck.ledgers.person_words import Place, places
from tqcheck.model import Passage, Span, remembered

_SHORTEST = 3
#: A stretch of characters that write sounds; shorter ones may be a Chinese person's.
_STRETCH, _FEWEST, _MOST_CHARACTERS = range(3, 8), 2, 9


@remembered
def source_words(passage: Passage) -> tuple[NameWord, ...]:
    """The words of a source in another script that may be those of a name."""
    profile = passage.profile
    if profile.scripts[0] in MEANINGS:
        dotted = tuple(place.word for place in places(passage))
        parts = (part for place in places(passage) for part in _parts(place))
        return (*parts, *_stretches(passage, dotted))
    common = common_words(profile)
    if profile.scripts[0] in ABJADS:
        found = [NameWord(*word, initial=False) for word in words(passage)]
    else:
        found = [word for name in names(passage) for word in name.words]
    return tuple(
        word
        for word in found
        if len(word.text) >= _SHORTEST and word.text.isalpha() and word.text.lower() not in common
    )


def _parts(place: Place) -> Iterator[NameWord]:
    """What may be the part of a name beside a dot: other words stand before the first and behind
    the last without a space.
    """
    text, (start, end), _ = place.word
    yield place.word
    for size in range(_FEWEST, min(len(text), _MOST_CHARACTERS + 1)):
        if not place.beside(1):
            yield NameWord(text[:size], Span(start, start + size), initial=False)
        if not place.beside(-1):
            yield NameWord(text[-size:], Span(end - size, end), initial=False)


def _stretches(passage: Passage, dotted: tuple[NameWord, ...]) -> Iterator[NameWord]:
    """All that may be a name of what writes sounds, where no dot tells the parts."""
    at, script = 0, passage.profile.scripts[0]
    for run in sounded(passage.text, script):
        at = passage.text.index(run, at)
        whole = passage.at(at, at + len(run))
        if len(run) <= _MOST_CHARACTERS and not any(whole.overlaps(word.span) for word in dotted):
            for size in _STRETCH if script == "Hani" else (len(run),):
                for start in range(len(run) - size + 1):
                    span = passage.at(at + start, at + start + size)
                    yield NameWord(run[start : start + size], span, initial=False)
        at += len(run)
