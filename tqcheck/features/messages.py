"""What a catalogue says of its messages: flags, limits, plural forms."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.markup import marks, marks_of
from tqcheck.languages.plurals import PluralForms, plural_forms
from tqcheck.model import Bead, Block, Document, Pair, Passage, Segment, Span, remembered


class Plural(NamedTuple):
    """A translation's form of a message that has a singular and a plural."""

    singular: Block
    plural: Block
    #: Which form this is, and how many of the numbers from 0 to 1000 take it; 0: nobody knows.
    form: int
    numbers: int
    #: Whether only one number takes it, or nought and one.
    few: bool = False


def messages(pair: Pair) -> Iterator[Bead]:
    """The messages of a catalogue with their translations, whole; sentences of a paragraph
    together.
    """
    if not pair.running:
        yield from pair.complete_beads
        return
    theirs = dict(zip(pair.source.keys, pair.source.blocks, strict=True))
    for key, block in zip(pair.target.keys, pair.target.blocks, strict=True):
        if (own := theirs.get(key)) is not None:
            yield Bead(
                Segment(pair.source, own.span, own.kind),
                Segment(pair.target, block.span, block.kind),
            )


@remembered
def flags(passage: Passage) -> frozenset[str]:
    """The flags of a message, as `python-format`."""
    return frozenset(mark.value for mark in marks(passage, "flag"))


def plural(bead: Bead) -> Plural | None:
    """Which plural form the target is; None where the message has none."""
    form = next(iter(marks(bead.target, "plural form")), None)
    both = _plurals(bead.source.document).get(bead.source.span.start)
    if form is None or both is None:
        return None
    forms = forms_of(bead.target.document)
    number = int(form.value)
    if forms is None:
        return Plural(*both, number, 0)
    return Plural(*both, number, forms.numbers(number), forms.is_for_one(number))


def plural_groups(pair: Pair) -> list[list[tuple[Bead, Plural]]]:
    """The beads of each message that has plural forms, with what each is a form of."""
    groups: dict[Span, list[tuple[Bead, Plural]]] = {}
    for bead in pair.complete_beads:
        if (form := plural(bead)) is not None:
            groups.setdefault(form.singular.span, []).append((bead, form))
    return list(groups.values())


def forms_of(document: Document) -> PluralForms | None:
    """The plural forms that a catalogue states; None where it states none."""
    return plural_forms(document.about.get("plural-forms", ""))


@remembered
def _plurals(document: Document) -> dict[int, tuple[Block, Block]]:
    """Where a message with a plural begins, and where its plural does → both."""
    starts = [block.span.start for block in document.blocks]
    found: dict[int, tuple[Block, Block]] = {}
    for mark in marks_of(document, "plural"):
        at = bisect_right(starts, mark.span.start) - 1
        both = document.blocks[at], document.blocks[at + 1]
        found |= {block.span.start: both for block in both}
    return found
