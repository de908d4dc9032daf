"""Names that a document renders in one way, and otherwise in one place: both texts in Latin letters."""

from collections import Counter
from typing import NamedTuple

from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.names import NameWord, names
from tqcheck.features.sounds import sound_of
from tqcheck.features.words import word_counts
from tqcheck.ledgers.anchored_names import (
    is_cut,
    is_explained,
    is_one,
    is_personal,
    may_be_lost,
    may_be_wrong,
)
from tqcheck.ledgers.lone_words import SAINTS
from tqcheck.ledgers.names import NamePlace, differing, folded_words
from tqcheck.model import Bead, Pair, Span, remembered

#: Shorter names are too easily like another.
_SHORTEST = 4
#: What stands for a name has no larger share of other letters, and a little larger a one where it
#: begins as the name does.
_APART, _APART_BEHIND, _BEGINNING = 0.4, 0.45, 3


class Otherwise(NamedTuple):
    """A word of the target that stands for a name, the source's word, and the right form: the
    translation's own elsewhere, or else the source's.
    """

    target: NameWord
    source: NameWord
    form: str
    elsewhere: bool

    @property
    def cut(self) -> bool:
        """Whether it is the name without its end."""
        return is_cut(self.form, self.target.text)


@remembered
def rendered_otherwise(pair: Pair) -> tuple[Otherwise, ...]:
    """The words that are like a name's form elsewhere and stand where the source has it, in order."""
    if not (pair.running and _are_romanised(pair)):
        return ()
    found: dict[Span, Otherwise] = {}
    for mentions in _mentions(pair).values():
        told = [_told(bead, place.word) for bead, place in mentions]
        known = Counter(form for some in told for form in some)
        # Nowhere told as it should be, the name of a person is itself what it should be like.
        own = not known and any(_is_a_person(pair, *mention) for mention in mentions)
        forms = Counter(place.word.text for _, place in mentions) if own else known
        for (bead, place), some in zip(mentions, told, strict=True):
            other = None if some else _other(pair, bead, place, forms, own=own)
            if other:
                found.setdefault(other.target.span, other)
    return tuple(found[span] for span in sorted(found))


def _are_romanised(pair: Pair) -> bool:
    return all(side.profile.has("romanisation") for side in (pair.source, pair.target))


def _is_a_person(pair: Pair, bead: Bead, place: NamePlace) -> bool:
    """Whether a given name stands beside a word, which the target has too."""
    return any(
        is_one(bead, beside.text, other.text) and is_personal(pair, other, alike=False)
        for step in (-1, 1)
        if (beside := place.beside(step))
        for name in names(bead.target)
        for other in name.words
    )


def _mentions(pair: Pair) -> dict[str, list[tuple[Bead, NamePlace]]]:
    """The words of the source that may be names and stand in several beads, without a genitive."""
    found: dict[str, dict[Bead, NamePlace]] = {}
    for bead in pair.complete_beads:
        for name in names(bead.source):
            for at, word in enumerate(name.words):
                saint = at > 0 and folded(name.words[at - 1].text) in SAINTS
                if len(word.text) >= _SHORTEST and not (word.shouted or saint):
                    key = folded(word.text).removesuffix("s")
                    found.setdefault(key, {})[bead] = NamePlace(name, at)
    return {key: list(beads.items()) for key, beads in found.items() if len(beads) > 1}


def _told(bead: Bead, word: NameWord) -> set[str]:
    """The forms that the target has for a word."""
    key = folded(word.text).removesuffix("s")
    others = [other.text for name in names(bead.target) for other in name.words]
    same = {other for other in others if folded(other).startswith(key)}
    if same or any(form.startswith(key) for form in folded_words(bead.target)):
        return same or {word.text}
    return {other for other in others if is_one(bead, word.text, other)}


def _other(
    pair: Pair, bead: Bead, mention: NamePlace, forms: Counter[str], *, own: bool
) -> Otherwise | None:
    """What the target has in the place of a name, if it is like one of its forms."""
    _, targets = differing(bead)
    counts, written = word_counts(pair.target), word_counts(pair.source)
    near = [
        (apart, place.word, form)
        for place in targets
        for form, count in forms.items()
        if (apart := _apart(place.word.text, form)) is not None
        # What stands for a name again and again is how the translation spells it.
        and counts[place.word.text] <= (1 if own else count)
        and not written[place.word.text]
        and not (place.word.shouted or (own and is_explained(bead, mention, place)))
        and may_be_wrong(pair, bead, place.word, cut=is_cut(form, place.word.text))
    ]
    if not near or not may_be_lost(pair, bead, mention.word):
        return None
    _, other, form = min(near, key=lambda each: each[0])
    # Of two spellings that sound alike the source's own is none to go by.
    if folded(form) == folded(mention.word.text) and sound_of(form) == sound_of(other.text):
        return None
    return Otherwise(other, mention.word, form, elsewhere=not own)


def _apart(word: str, form: str) -> float | None:
    """Which share of the letters of a form a word has not; None where they are two names."""
    mine, other = folded(word), folded(form)
    if mine.removesuffix("s") == other.removesuffix("s"):
        return None  # a genitive
    if min(len(mine), len(other)) < _SHORTEST and not is_cut(form, word):
        return None
    longest = max(len(mine), len(other))
    apart = letters_apart(mine, other, longest) / longest
    most = _APART_BEHIND if mine[:_BEGINNING] == other[:_BEGINNING] else _APART
    return apart if 0 < apart <= most or is_cut(form, word) else None
