"""The tags of both texts, laid side by side: those lost, added, misplaced or without a partner."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tqcheck.features.inline_tags import (
    STYLES,
    Paired,
    Tag,
    inline_tags,
    of_mark,
    paired,
    unpaired,
    without_tags,
)
from tqcheck.features.markup import changes, marks, marks_of, surplus
from tqcheck.features.messages import messages, plural
from tqcheck.model import Bead, Document, Mark, Pair, Passage, remembered

#: Markup within sentences of articles that has to stay.
_KINDS = ("tag", "footnote", "shortcode", "expression")

#: Elements that are something only within certain others.
_INNER = frozenset(["caption", "dd", "dt", "li", "option", "tbody", "td", "th", "thead", "tr"])


class TagChange(NamedTuple):
    """A tag that only one side has; or one of the source, and what stands in its place."""

    source: Tag | None
    target: Tag | None


@remembered
def tag_changes(pair: Pair) -> tuple[TagChange, ...]:
    """How the tags of the two texts differ, message by message or sentence by sentence. Of pairs
    of tags the opening one is told; those without a partner are left to `unpaired_tags`.
    """
    if pair.keyed:
        return tuple(change for bead in messages(pair) for change in _of_message(bead))
    return tuple(
        TagChange(here and of_mark(here), there and of_mark(there))
        for _, here, there in changes(pair, _value, *_KINDS)
    )


def _value(mark: Mark, _pair: Pair) -> str | None:
    """What has to be the same of markup in an article, None where nothing has."""
    if mark.kind == "expression":
        return None if '"' in mark.value or "'" in mark.value else mark.value
    if mark.kind == "shortcode":
        return " ".join(mark.value.split()[:2])
    if mark.kind == "footnote":
        return f"[^{mark.value}]"
    tag = of_mark(mark)
    return None if tag.closing or tag.name in STYLES else tag.value


def _of_message(bead: Bead) -> Iterator[TagChange]:
    here, there = inline_tags(bead.source), inline_tags(bead.target)
    if not here and not there:
        return
    gone, come = surplus(here, there), surplus(there, here)
    if form := plural(bead):
        both = inline_tags(form.singular), inline_tags(form.plural)
        gone = min((surplus(side, there) for side in both), key=len)
        come = min((surplus(there, side) for side in both), key=len)
    alone = {tag.name for tag in unpaired(there)}
    gone, come = (
        [tag for tag in side if not tag.closing and tag.name not in alone] for side in (gone, come)
    )
    for number in range(max(len(gone), len(come))):
        yield TagChange(
            gone[number] if number < len(gone) else None,
            come[number] if number < len(come) else None,
        )


def misplaced_tags(pair: Pair) -> Iterator[tuple[Tag, str]]:
    """The tags of messages that stand where they have no effect, or another; and what is wrong."""
    for bead in messages(pair):
        here, there = inline_tags(bead.source), inline_tags(bead.target)
        if not here or Counter(tag.value for tag in here) != Counter(tag.value for tag in there):
            continue  # what is lost or added is another fact
        ours, theirs = paired(here), paired(there)
        if ours.alone or theirs.alone:
            continue
        full = {one.opening.name for one in ours.pairs if _holds(bead.source, one)}
        empty = {one.opening.name for one in ours.pairs if not _holds(bead.source, one)}
        for one in theirs.pairs:
            if one.opening.name in full - empty and not _holds(bead.target, one):
                yield one.opening, "has nothing in it"
        yield from _outside(ours.pairs, theirs.pairs)
        yield from _moved(bead)


def _holds(passage: Passage, pair: Paired) -> bool:
    """Whether there is anything but other tags between two tags."""
    text = passage.document.text[pair.opening.span.end : pair.closing.span.start]
    return bool(without_tags(text).strip())


def _outside(ours: Sequence[Paired], theirs: Sequence[Paired]) -> Iterator[tuple[Tag, str]]:
    """The items and rows that stand outside of the lists and tables that hold them."""
    known = {(one.opening.name, one.parent) for one in ours}
    for one in theirs:
        if one.opening.name in _INNER and (one.opening.name, one.parent) not in known:
            where = f"in “<{one.parent}>”" if one.parent else "in no other"
            yield one.opening, f"stands {where}, and the source’s does not"


def _moved(bead: Bead) -> Iterator[tuple[Tag, str]]:
    """The first of the codes that may not be moved which stands elsewhere."""
    here, there = (marks(side, "fixed") for side in (bead.source, bead.target))
    for ours, theirs in zip(here, there, strict=False):
        if ours.value != theirs.value:
            yield of_mark(theirs), "must stay in its place"
            return


def unpaired_tags(pair: Pair) -> Iterator[Tag]:
    """The tags of the target without a partner, where the source’s are all in pairs: of each
    message, or of a whole article, whose elements may hold several sentences.
    """
    if pair.keyed:
        for bead in messages(pair):
            tags = inline_tags(bead.target)
            if tags and not unpaired(inline_tags(bead.source)):
                yield from unpaired(tags)
    elif not unpaired(_tags_of(pair.source)):
        yield from unpaired(_tags_of(pair.target))


def _tags_of(document: Document) -> list[Tag]:
    return [of_mark(mark) for mark in marks_of(document, "tag")]
