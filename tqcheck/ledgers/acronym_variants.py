"""Acronyms that a translation writes in two right ways."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.acronyms import Acronym
from tqcheck.ledgers.right_acronyms import first_places, right_forms, sources_of
from tqcheck.model import Pair, remembered


class Variant(NamedTuple):
    """An acronym of the target that is another right form of one it has elsewhere."""

    source: Acronym
    target: Acronym
    usual: str


@remembered
def variants(pair: Pair) -> tuple[Variant, ...]:
    """The acronyms of the target that are written otherwise in most places, in order.

    "US" and "USA", one of them as an adjective, are one.
    """
    met: dict[str, list[tuple[Acronym, Acronym]]] = {}
    for bead in pair.complete_beads:
        here = first_places(bead.target)
        for form, source in sources_of(pair, bead.source).items() if here else ():
            right = right_forms(pair, form) & here.keys()
            if len(right) == 1:
                met.setdefault(form, []).append((source, here[right.pop()]))
    return tuple(found for places in met.values() for found in _variants(places))


def _variants(places: list[tuple[Acronym, Acronym]]) -> Iterator[Variant]:
    counts = Counter(target.letters for _, target in places)
    # The first form is the usual one where two are as frequent.
    usual = max(counts, key=lambda form: counts[form])
    for source, target in places:
        form = target.letters
        if form != usual and not _is_a_shorter(form, usual):
            yield Variant(source, target, usual)


def _is_a_shorter(form: str, other: str) -> bool:
    shorter, longer = sorted((form, other), key=len)
    return longer.startswith(shorter) and len(longer) - len(shorter) == 1
