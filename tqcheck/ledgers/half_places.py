"""Places of several words of which the target has one in the source’s language and one in its own."""

import re
from collections.abc import Iterator

from tqcheck.features.folding import folded
from tqcheck.features.words import Word
from tqcheck.ledgers.exonyms import Exonym, Place, shared_places, stands_alone
from tqcheck.model import Bead, Pair, remembered

_PARTS = re.compile(r"[^\W\d_]+")


@remembered
def half_places(pair: Pair) -> tuple[Exonym, ...]:
    """The places whose names are half translated ("Nizhny Nowgorod"), in order of the source."""
    return tuple(found for bead, places in shared_places(pair) for found in _of_bead(bead, places))


def _of_bead(bead: Bead, shared: tuple[Place, ...]) -> Iterator[Exonym]:
    places = [place for place in shared if len(_PARTS.findall(place.text)) > 1]
    if not places:
        return
    tokens = list(_PARTS.finditer(bead.target.text))
    parts = [folded(token.group()) for token in tokens]
    for place in places:
        for at, size, form in _mixed(parts, place):
            span = bead.target.at(tokens[at].start(), tokens[at + size - 1].end())
            word = Word(bead.target.document.text[slice(*span)], span)
            if word.text[:1].isupper() and stands_alone(bead, place, word):
                yield Exonym(place.span, word, form)


def _mixed(parts: list[str], place: Place) -> Iterator[tuple[int, int, str]]:
    """Where words of two languages make a place’s name: the first one, how many, the right form.

    A word of the source that the target’s language has in any form of the name is its own.
    """
    own = list(map(folded, _PARTS.findall(place.text)))
    forms = [list(map(folded, _PARTS.findall(form))) for form in place.forms]
    known = {part for form in forms for part in form}
    foreign = set(own) - known
    if own in forms:
        return
    for form, right in zip(forms, place.forms, strict=True):
        size = len(form)
        if size != len(own):
            continue
        for at in range(len(parts) - size + 1):
            here = parts[at : at + size]
            pairs = list(zip(here, own, form, strict=True))
            if (
                all(word in (mine, other) for word, mine, other in pairs)
                and any(word == mine and word in foreign for word, mine, _ in pairs)
                and any(word == other != mine for word, mine, other in pairs)
            ):
                yield at, size, right
                return
