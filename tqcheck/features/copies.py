"""Sentences that a translation has from its source as they are."""

from tqcheck.features.leftovers import enclosed
from tqcheck.features.likeness import likeness, may_be_like
from tqcheck.features.protected import is_protected
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import Word, unspaced, words
from tqcheck.languages import known_languages, profile
from tqcheck.model import Bead

#: From this likeness on, a sentence is its source with other marks or a changed letter.
_COPY = 0.9
#: A quotation in a third language has so many of its function words; a name, or a phrase that
#: two languages have alike, one of the target's language.
_THIRD, _OWN = 0.25, 0.2
#: Different function words that a copy has, where those of its language are known.
_FEWEST = 2


def is_copy(bead: Bead, fewest: int) -> bool:
    """Whether the target is the source once more, with so many small words that it is no name,
    credit or title, and neither in its own language nor in a third one.
    """
    if not may_be_like(bead):
        return False
    small = [
        word
        for word in words(bead.target)
        if word.text.islower() and word.text.isalpha() and not is_protected(bead.target, word.span)
    ]
    if len(small) < fewest or 2 * len(small) < len(words(bead.target)):
        return False
    if any(unspaced(word.text) for word in small) or enclosed(bead.target, bead.target.span):
        return False
    return not _is_at_home(bead, [words(bead.target)[0], *small]) and likeness(bead) >= _COPY


def _is_at_home(bead: Bead, telling: list[Word]) -> bool:
    """Whether the words may be of the target's language, or of any but the source's."""
    source, target = bead.source.profile, bead.target.profile
    if not common_words(target):
        return True
    forms = {word.text.casefold() for word in telling}
    theirs = len(forms & common_words(source))
    if common_words(source) and theirs < _FEWEST:
        return True
    if len(forms & common_words(target)) > max(_OWN * len(forms), theirs - 1):
        return True
    others = (profile(tag) for tag in known_languages())
    return any(
        len(forms & common_words(other)) > max(_THIRD * len(forms), theirs)
        for other in others
        if other.tag not in (source.tag, target.tag)
    )
