"""Whether a target may have lost a name of its source: asked before the names are looked for."""

from functools import cache

from tqcheck.features.folding import folded
from tqcheck.features.names import parts_of_names
from tqcheck.features.telling import Telling
from tqcheck.features.vocabulary import frequency, has_vocabulary
from tqcheck.features.words import word_set
from tqcheck.ledgers.hearing import folded_text
from tqcheck.ledgers.lone_sources import ORDINARY_THERE, is_proper_anywhere
from tqcheck.ledgers.lone_words import looks_like_a_name
from tqcheck.ledgers.told_names import may_miss_a_person, may_miss_a_place
from tqcheck.model import Bead, LanguageProfile


def may_miss_a_name(bead: Bead) -> bool:
    """Whether there may be a name that `lone_sources`, `lost_names` or `may_be_lost` tell of. True
    where the source is not in Latin letters.
    """
    memory, key = bead.source.memory, (may_miss_a_name, bead.target.span)
    if key not in memory:
        memory[key] = _may_miss(bead)
    answer: bool = memory[key]
    return answer


def _may_miss(bead: Bead) -> bool:
    source = bead.source.profile
    if not (source.has("scripts") and source.scripts[0] == "Latn"):
        return True
    there = word_set(bead.source)
    words = _telling(source).among(there - word_set(bead.target))
    text = folded_text(bead.target.document) if words else ""
    if any(folded(part) not in text for word in words for part in _parts(word)):
        return True
    return may_miss_a_place(bead) or may_miss_a_person(bead)


@cache
def _telling(profile: LanguageProfile) -> Telling:
    """The words that may be a name which no table has to know."""

    def may_be_one(part: str) -> bool:
        if len(part) > 1 and part.isupper():
            return True
        if not looks_like_a_name(part, profile):
            return False
        rare = frequency(profile, part.lower()) <= ORDINARY_THERE
        return rare or not has_vocabulary(profile) or is_proper_anywhere(part.lower())

    return Telling(lambda word: any(map(may_be_one, _parts(word))))


def _parts(word: str) -> tuple[str, ...]:
    """The parts of a word that may be words of names, and the whole of a short form with stops."""
    return (*parts_of_names(word), word) if word.isupper() else parts_of_names(word)
