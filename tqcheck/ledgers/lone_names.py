"""Names that only one of the two texts has: added, missing, or put for one another."""

from collections.abc import Sequence
from typing import NamedTuple

from tqcheck.features.countries import countries
from tqcheck.features.words import words
from tqcheck.languages.countries import Naming
from tqcheck.ledgers.lone_sources import lone_sources
from tqcheck.ledgers.lone_targets import lone_targets
from tqcheck.ledgers.lone_words import LoneName, is_named
from tqcheck.model import Bead, Pair, remembered

#: A bead that the aligner is less sure of proves nothing.
_SURE_BEAD = 0.5
#: So many beads before and behind may have taken a name.
_NEIGHBOURS = 2


class Lone(NamedTuple):
    """What only one side of a bead names."""

    bead: Bead
    sources: tuple[LoneName, ...]
    targets: tuple[LoneName, ...]

    @property
    def referred(self) -> bool:
        """Whether something in the target may stand for a name: a pronoun, or a nationality that
        the source does not tell ("the Russian president").
        """
        profile, target = self.bead.target.profile, self.bead.target
        pronouns = profile.pronouns if profile.has("pronouns") else frozenset()
        return any(word.text.lower() in pronouns for word in words(target)) or any(
            mention.kind is Naming.DEMONYM and not is_named(mention.code, self.bead.source)
            for mention in countries(target)
        )


def surest(found: Sequence[LoneName]) -> LoneName | None:
    """The first of the surest of some names."""
    return max(found, key=lambda each: (each.sure, each.likely), default=None)


@remembered
def lone_names(pair: Pair) -> tuple[Lone, ...]:
    """The beads of which a side names somebody or something that the other text never does.

    Raises MissingFact where the words of the target language are not known: without them a
    capital proves no name.
    """
    _ = pair.target.profile.lexicon
    beads = list(pair.beads)
    found = []
    for index, bead in enumerate(beads):
        if not bead.complete or bead.confidence < _SURE_BEAD or bead.moved:
            continue
        near = beads[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
        targets = tuple(lone_targets(pair, bead, near))
        sources = tuple(lone_sources(pair, bead, near))
        if sources or targets:
            found.append(Lone(bead, sources, targets))
    return tuple(found)
