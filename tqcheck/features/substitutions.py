"""The placeholders of a message, laid beside those of its translation."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tqcheck.features.icu import icu_message
from tqcheck.features.messages import flags, plural
from tqcheck.features.placeholders import Placeholder, placeholders
from tqcheck.model import Bead, Passage, Span

#: Types of figures; a form for one number may spell its number out.
_FIGURES = ("d", "i", "u", "s", "}")


class Difference(NamedTuple):
    """Placeholders that only the source has, that only the target has, and the first of the
    target that stands in another’s place, where their order counts.
    """

    lost: tuple[Placeholder, ...] = ()
    added: tuple[Placeholder, ...] = ()
    misplaced: Placeholder | None = None


_NONE = Difference()


def difference(bead: Bead) -> Difference:
    """How the placeholders of a bead’s sides differ. Those with names or numbers of their own
    count once; those of a plural form are compared with singular and plural of the source.
    """
    if not any(sign in side.text for side in (bead.source, bead.target) for sign in "%{"):
        return _NONE
    told = flags(bead.source)
    target = _of(bead.target, told)
    form = plural(bead)
    if form is None:
        return _compared(_of(bead.source, told), target)
    singular, several = _of(form.singular, told), _of(form.plural, told)
    against_plural = _compared(several, target)
    against_singular = _compared(singular, target)
    known = {one.value for one in (*singular, *several)}
    if form.numbers == 0 or form.few:
        lost = min((against_singular.lost, against_plural.lost), key=len)
        if len(lost) == 1 and lost[0].value.endswith(_FIGURES):
            lost = ()
    else:
        lost = against_plural.lost
    return Difference(
        lost,
        tuple(one for one in against_plural.added if one.value not in known),
        against_plural.misplaced and against_singular.misplaced,
    )


def kept(bead: Bead) -> frozenset[Span]:
    """The places of the target’s placeholders that stand for some of the source."""
    target = _of(bead.target, flags(bead.source))
    added = {one.span for one in difference(bead).added}
    return frozenset(one.span for one in target) - added


def _of(passage: Passage, told: frozenset[str]) -> list[Placeholder]:
    """The placeholders of a side; of an ICU message its arguments."""
    found = placeholders(passage, told)
    message = icu_message(passage)
    if message is None:
        return list(found)
    start = passage.span.start
    return [
        Placeholder(
            "brace",
            f"{{{one.name}}}",
            False,
            passage.text[one.span.start - start : one.span.end - start],
            one.span,
        )
        for one in message.arguments
    ]


def _compared(source: Sequence[Placeholder], target: Sequence[Placeholder]) -> Difference:
    if [one.value for one in source] == [one.value for one in target]:
        return _NONE
    if any(one.counted for one in (*source, *target)) and _numbered((*source, *target)):
        source, target = _with_numbers(source), _with_numbers(target)
    lost, added = _missing(source, target), _missing(target, source)
    misplaced = None
    if not lost and not added:
        sequences = zip(_counted(source), _counted(target), strict=False)
        misplaced = next((there for here, there in sequences if here.value != there.value), None)
    return Difference(lost, added, misplaced)


def _numbered(found: Iterable[Placeholder]) -> bool:
    return any("$" in one.value or one.value[1:-1].isdigit() for one in found if not one.counted)


def _with_numbers(found: Sequence[Placeholder]) -> list[Placeholder]:
    """The placeholders, those that are counted with their numbers: %s → %1$s, {} → {0}."""
    result, number = [], 0
    for one in found:
        if one.counted:
            value = f"{{{number}}}" if one.value == "{}" else f"%{number + 1}${one.value[1:]}"
            result.append(one._replace(value=value, counted=False))
            number += 1
        else:
            result.append(one)
    return result


def _missing(here: Sequence[Placeholder], there: Sequence[Placeholder]) -> tuple[Placeholder, ...]:
    """What one side has and the other has not, in order; of counted ones the last."""
    counts = Counter(one.value for one in there if one.counted)
    named = {one.value for one in there if not one.counted}
    missing, seen = [], set()
    for one in here:
        if not one.counted:
            if one.value not in named and one.value not in seen:
                missing.append(one)
            seen.add(one.value)
        elif counts[one.value] > 0:
            counts[one.value] -= 1
        else:
            missing.append(one)
    return tuple(missing)


def _counted(found: Iterable[Placeholder]) -> list[Placeholder]:
    return [one for one in found if one.counted]
