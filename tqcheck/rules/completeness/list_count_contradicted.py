from collections.abc import Iterator, Sequence
from itertools import takewhile

from tqcheck.features.numbers import Number, NumberKind, numbers
from tqcheck.model import Block, Document, Finding, Kind, Origin, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS

_COLONS = (":", "：")
_SIZES = range(2, 21)
_LONGEST_TO_COLON = 60


@rule(severity="major", mqm="accuracy/omission", needs=(SEVERAL_BEADS,))
def list_count_contradicted(pair: Pair) -> Iterator[Finding]:
    """A sentence announces so many points, and another number of items follows.

    Either the number was changed or an item is gone. A list that contradicts itself in the same
    way in the source is the source’s mistake.

    Flagged:
        fr: Le conseil étudie trois points :
        fr: - le budget de la ville
        fr: - les écoles du centre
        fr: - la rénovation du pont
        en: The council is studying [[three]] points:
        en: - the city’s budget
        en: - the renovation of the bridge

        es: El plan tiene 2 objetivos:
        es: - bajar los precios
        es: - crear empleo
        en: The plan has [[3]] aims:
        en: - to lower prices
        en: - to create jobs
    Accepted:
        de: Der Rat berät über drei Punkte:
        de: - den Haushalt
        de: - die Schulen
        de: - die Brücke
        en: The council is discussing three points:
        en: - the budget
        en: - the schools
        en: - the bridge
    """
    announced = {
        block.span: number for block, number, count in _lists(pair.source) if number.value == count
    }
    for block, number, count in _lists(pair.target):
        if number.value == count:
            continue
        sides = {pair.source.block_of(each).span for each in pair.counterpart(block)}
        right = [announced[span] for span in sides if span in announced]
        yield Finding(
            f"“{number.text}” are announced, {count} follow",
            target=number.span,
            source=right[0].span if right else None,
            origin=Origin.TRANSLATION if right else Origin.SOURCE,
        )


def _lists(document: Document) -> Iterator[tuple[Block, Number, int]]:
    """The blocks that announce a list, with the number that they say and the number of items."""
    for index, block in enumerate(document.blocks[:-1]):
        if block.kind is Kind.ITEM or not block.text.rstrip().endswith(_COLONS):
            continue
        items = list(takewhile(lambda each: each.kind is Kind.ITEM, document.blocks[index + 1 :]))
        number = _announced(numbers(block), block.span.end) if items else None
        if number is not None:
            yield block, number, len(items)


def _announced(found: Sequence[Number], end: int) -> Number | None:
    """The number of the last words before the colon, where it is the only one there."""
    near = [number for number in found if end - number.span.end < _LONGEST_TO_COLON]
    if len(near) != 1 or near[0].kind is not NumberKind.CARDINAL:
        return None
    return near[0] if near[0].evidence and near[0].value in _SIZES else None
