"""Which lines of a translation belong to the page around the article."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from tqcheck.features.chrome import Label, chrome_label
from tqcheck.features.words import units, words
from tqcheck.model import Block, Kind, Pair, remembered

#: Labels that articles have as well, as headings and tags: they count beside other furniture.
_ALSO_IN_ARTICLES = frozenset(
    {"newsletter", "share", "follow", "print", "comments", "log_in"}
    | {"related", "tags", "menu", "advertising", "reuse"}
)
#: A newsletter box has a title, what it offers, and a button.
_BOX_TITLES = frozenset({"newsletter", "newsletter_offer", "app_offer"})
_BOX_BUTTONS = frozenset({"subscribe", "sign_up", "newsletter_offer", "app_offer"})
_LONGEST_OFFER = 30  # words
_LONGEST_LABEL = 12
_LEAST_CONFIDENCE = 0.5


class Furniture(NamedTuple):
    """A line of the target that belongs to its page, with the line of the source behind it."""

    block: Block
    source: Block | None
    label: Label | None
    source_label: Label | None


@remembered
def furniture(pair: Pair) -> tuple[tuple[Furniture, ...], ...]:
    """The page furniture of the target, as runs of lines that follow each other.

    One sign is not enough: a line counts where both languages' phrases know it, where its
    phrase has several words, or where it stands beside other furniture.
    """
    blocks = (*pair.target.blocks, *pair.source.blocks)
    if not any(map(chrome_label, blocks)):
        return ()
    lines = [_line(pair, block) for block in pair.target.blocks]
    kept = [_sure(line) or _in_company(lines, index) for index, line in enumerate(lines)]
    for before in range(len(lines) - 2):
        after = before + 2
        if kept[after] and _is_offer(*lines[before : after + 1]):
            kept[before : after + 1] = [True] * 3
    runs = groupby(zip(lines, kept, strict=True), key=lambda entry: entry[1])
    return tuple(tuple(line for line, _ in run) for is_furniture, run in runs if is_furniture)


def _line(pair: Pair, block: Block) -> Furniture:
    source = _source_block(pair, block)
    return Furniture(block, source, chrome_label(block), chrome_label(source) if source else None)


def _source_block(pair: Pair, block: Block) -> Block | None:
    """The one block of the source that a block translates."""
    beads = pair.beads_of(block)
    if any(bead.confidence < _LEAST_CONFIDENCE for bead in beads):
        return None
    sources = {
        pair.source.block_of(bead.source).span.start: bead.source
        for bead in beads
        if not bead.source.empty
    }
    if len(sources) != 1:
        return None
    source = pair.source.block_of(next(iter(sources.values())))
    return source if all(source.holds(bead.source.span) for bead in beads) else None


def _sure(line: Furniture) -> bool:
    """Whether two signs prove a line on its own."""
    if line.label and line.source_label:
        return not {line.label.id, line.source_label.id} <= _ALSO_IN_ARTICLES
    label = line.label or line.source_label
    if not label or not label.whole or label.id in _ALSO_IN_ARTICLES:
        return False
    known = line.block if line.label or not line.source else line.source
    return len(units(known)) > 1 and len(words(line.block)) <= _LONGEST_LABEL


def _in_company(lines: Sequence[Furniture], index: int) -> bool:
    """Whether a line that may be furniture stands beside another one."""
    neighbours = [lines[other] for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    return _possible(lines[index]) and any(
        _possible(other) and other.block.text != lines[index].block.text for other in neighbours
    )


def _possible(line: Furniture) -> bool:
    return line.block.kind is not Kind.ITEM and bool(line.label or line.source_label)


def _is_offer(title: Furniture, line: Furniture, button: Furniture) -> bool:
    """Whether a line is what a box offers between its title and its button."""
    return (
        _says(title, _BOX_TITLES)
        and _says(button, _BOX_BUTTONS)
        and len(words(line.block)) <= _LONGEST_OFFER
    )


def _says(line: Furniture, labels: frozenset[str]) -> bool:
    return any(label and label.id in labels for label in (line.label, line.source_label))
