"""Names that only one of the two texts has: added, missing, or put for one another."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from tqcheck.features.cities import city_names
from tqcheck.features.countries import countries
from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import own_marks
from tqcheck.features.sounds import sound_of
from tqcheck.features.vocabulary import is_known
from tqcheck.features.words import LETTERS, words
from tqcheck.languages.countries import Naming
from tqcheck.ledgers.lone_sources import lone_sources, may_be_lost
from tqcheck.ledgers.lone_targets import lone_targets, may_be_new
from tqcheck.ledgers.lone_words import LoneName, are_apart, is_named, share_before
from tqcheck.ledgers.missed_names import may_miss_a_name
from tqcheck.model import Bead, Pair, Passage, Span, remembered

#: A bead that the aligner is less sure of proves nothing.
_SURE_BEAD = 0.5
#: Translations put words as much further on or back.
_AS_FAR = 0.25
#: And a name that was put for another is no further from its place, in whatever order.
_IN_ITS_PLACE = 0.4
#: So many beads before and behind may have taken a name.
_NEIGHBOURS = 2
#: From so many words on a name is a whole one.
_WHOLE_NAME = 2
#: Two spellings of one name differ in a smaller share of their sounds.
_ONE_NAME = 0.6


class Lone:
    """What only one side of a bead names; each side is looked at when it is asked for."""

    def __init__(self, pair: Pair, bead: Bead, near: Sequence[Bead]) -> None:
        self.bead = bead
        self._pair, self._near = pair, near

    @cached_property
    def sources(self) -> tuple[LoneName, ...]:
        return tuple(lone_sources(self._pair, self.bead, self._near))

    @cached_property
    def targets(self) -> tuple[LoneName, ...]:
        return tuple(lone_targets(self._pair, self.bead, self._near))

    @property
    def replaced(self) -> tuple[LoneName, LoneName] | None:
        """A name of the source and the other one that the target has about as far on."""
        found = max(self._pairs(self.sources, _IN_ITS_PLACE), key=_sureness, default=None)
        if found or not any(target.sure for target in self.targets):
            return found
        # What can be nothing but a name here needs no more than something like one there.
        maybe = tuple(name for name in may_be_lost(self.bead) if not name.text.isupper())
        return next(self._pairs(maybe, _AS_FAR), None)

    def _pairs(
        self, sources: Sequence[LoneName], most: float
    ) -> Iterator[tuple[LoneName, LoneName]]:
        """The names of which one may stand for the other, no further apart than this."""
        for source in sources:
            for target in self.targets:
                apart = are_apart(self.bead, source.span, target.span)
                near = target.opens or not (target.sure or source.likely)
                if (
                    (target.sure or (target.likely and self._is_rather_a_name(source)))
                    and apart <= (min(most, _AS_FAR) if near else most)
                    and not (_may_be_one(target, source) or self._is_its_city(source, target))
                    # No machine puts such in for another: the place has two names.
                    and not own_marks(target.text)
                ):
                    yield source, target

    def _is_rather_a_name(self, source: LoneName) -> bool:
        """Whether words of the source are rather a name: none of them is one of its language."""
        profile = self.bead.source.profile
        return source.likely or not any(
            is_known(profile, word.lower()) for word in LETTERS.findall(source.text)
        )

    def _is_its_city(self, source: LoneName, target: LoneName) -> bool:
        """Whether a country stands for a city of it, as papers name a government by either."""
        lands = {
            each.code for each in countries(self.bead.target) if each.span.overlaps(target.span)
        }
        return bool(lands) and any(
            city.city.country in lands and city.span.overlaps(source.span)
            for city in city_names(self.bead.source, self.bead.target.profile.tag)
        )

    def is_referred_to(self, name: LoneName) -> bool:
        """Whether something in the target may stand for a name of the source: a pronoun, a
        nationality that the source does not tell ("the Russian president"). A name of several words
        introduces somebody, so it would have to be told before, and stand about as far on.
        """
        if name.size >= _WHOLE_NAME and not _is_told_before(self.bead.source, name):
            return False
        spans = [
            mention.span
            for mention in countries(self.bead.target)
            if mention.kind is Naming.DEMONYM and not is_named(mention.code, self.bead.source)
        ]
        spans += _pronouns(self.bead.target, place=not name.size)
        if name.size < _WHOLE_NAME:
            return bool(spans)
        return _is_as_far(self.bead.source, name.span, self.bead.target, spans)

    def refers(self, name: LoneName) -> bool:
        """Whether a pronoun of the source may stand for a name of the target."""
        source = self.bead.source
        return _is_as_far(self.bead.target, name.span, source, _pronouns(source))


def _is_told_before(passage: Passage, name: LoneName) -> bool:
    """Whether a word of a name stands further up in the document, or might in what it is part of."""
    if len(passage.document.segments) == 1:
        return True
    before = set(LETTERS.findall(passage.document.text[: name.span.start]))
    return any(word in before for word in LETTERS.findall(name.text))


def _sureness(pair: tuple[LoneName, LoneName]) -> tuple[bool, ...]:
    source, target = pair
    return target.sure, source.sure, target.likely, source.likely


def _pronouns(passage: Passage, *, place: bool = False) -> list[Span]:
    """The pronouns of a passage; of a `place` those that do not stand for people alone."""
    profile = passage.profile
    known = profile.pronouns if profile.has("pronouns") else frozenset()
    if place and profile.has("person_pronouns"):
        known -= profile.person_pronouns
    return [word.span for word in words(passage) if word.text.lower() in known]


def _is_as_far(passage: Passage, span: Span, other: Passage, spans: Sequence[Span]) -> bool:
    """Whether one of the spans stands as far on in the other passage."""
    there = share_before(passage, span)
    return any(abs(share_before(other, each) - there) <= _AS_FAR for each in spans)


def _may_be_one(name: LoneName, other: LoneName) -> bool:
    """Whether two names may be one in two spellings that no convention tells."""
    sounds = [[sound_of(word) for word in each.text.split()] for each in (name, other)]
    return any(
        _apart(mine.consonants, its.consonants) <= _ONE_NAME
        and _apart(mine.spoken, its.spoken) <= _ONE_NAME
        for mine in sounds[0]
        for its in sounds[1]
    )


def _apart(left: str, right: str) -> float:
    """Which share of the longer of two words differs."""
    longest = max(len(left), len(right), 1)
    return letters_apart(left, right, longest) / longest


def lone_names(pair: Pair) -> Iterator[Lone]:
    """The beads of which a side names somebody or something that the other text never does.

    Raises MissingFact where the words of the target language are not known: without them a
    capital proves no name.
    """
    return (each for each in _looked_at(pair) if each.targets or each.sources)


def lone_additions(pair: Pair) -> Iterator[Lone]:
    """Those of which the target names something that the source never does: much cheaper where
    there are none.

    Raises MissingFact as `lone_names` does.
    """
    return (each for each in _looked_at(pair) if each.targets)


def may_be_replaced(bead: Bead) -> bool:
    """Whether `replacements` may have anything of a bead."""
    return may_miss_a_name(bead) and may_be_new(bead)


def replacements(pair: Pair) -> Iterator[tuple[LoneName, LoneName]]:
    """The names of the source, each with the one that the target has in its place.

    Raises MissingFact as `lone_names` does.
    """
    for each in _looked_at(pair):
        replaced = each.replaced if may_be_replaced(each.bead) and each.targets else None
        if replaced:
            yield replaced


@remembered
def _looked_at(pair: Pair) -> tuple[Lone, ...]:
    # Asked for here, so that a rule is told what it lacks whatever the texts are.
    for side in (pair.source, pair.target):
        _ = side.profile.scripts
    _ = pair.target.profile.lexicon
    beads = pair.beads
    return tuple(
        Lone(pair, bead, beads[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1])
        for index, bead in enumerate(beads)
        if _is_sure(bead)
    )


def _is_sure(bead: Bead) -> bool:
    return bead.complete and bead.confidence >= _SURE_BEAD and not bead.moved
