"""The numbers of both texts laid side by side: which were kept, which changed, which are gone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.numbers import Evidence, Number, NumberKind, Value, numbers, settled
from tqcheck.features.protected import protected
from tqcheck.features.units import Measure, comparable, converted, measure, names_imperial_units
from tqcheck.features.words import LETTERS
from tqcheck.model import Bead, Document, Pair, Segment, remembered


class About(StrEnum):
    """What a number that changed says."""

    AMOUNT = "amount"
    MAGNITUDE = "magnitude"  # the same figures, ten or a thousand times more or less
    PERCENT = "percent"
    TIME = "time"  # of the day


class NumberSlip(NamedTuple):
    """A number of the source without counterpart, and the number in its place, if there is one."""

    bead: Bead
    source: Number
    target: Number | None
    about: About = About.AMOUNT


class NumberMatch(NamedTuple):
    """A number of the source and the one of the target that says it."""

    bead: Bead
    source: Number
    target: Number


class _Balance(NamedTuple):
    """The numbers of a bead: all of both sides, those without counterpart, and the others."""

    source: tuple[Number, ...]
    target: tuple[Number, ...]
    lost: list[Number]
    left: list[Number]
    kept: list[tuple[Number, Number]]


class _Side(NamedTuple):
    """One side of a bead: its numbers, those of the beads around it, and which of these have no
    counterpart there.
    """

    segment: Segment
    own: tuple[Number, ...]
    around: tuple[Number, ...]
    unmatched_around: tuple[Number, ...]


#: Below this the two sides of a bead may not be translations of each other.
_SURE_BEAD = 0.5
#: Where one sentence has more numbers than this, it is no sentence.
_MOST = 150
#: A number may have moved to a sentence that is so many beads away.
_NEIGHBOURS = 2
#: Two numbers so near may be one, rounded.
_ROUNDED = 0.05
#: “18 months” and “a year and a half”, “48 hours” and “two days”.
_TIME_UNITS = frozenset((7, 12, 24, 52, 60))
#: So many small units of time make a great one.
_PARTS = (7, 12, 24, 60)
_RANKS = frozenset((NumberKind.ORDINAL, NumberKind.ROMAN))
_COLLECTED = frozenset((10, 100, 1000))
#: Smaller ones are said in too many ways.
_FEW = 3
_NOUN = re.compile(r"[ \u00a0][^\W\d_]{4,}")
_POWERS = frozenset(10**power for power in range(1, 16))
_NEAR = 30
_TIMES = re.compile(rf"[ \u00a0-]?({LETTERS.pattern})")
_FINEST = Fraction(1, 10**6)


@remembered
def number_slips(pair: Pair) -> tuple[NumberSlip, ...]:
    """The numbers that the translation changed or lost, as far as that is sure.

    Raises MissingFact where a language's pack does not say how it writes numbers.
    """
    balances = _balances(pair)
    sources = [balance.source for balance in balances]
    targets = [balance.target for balance in balances]
    lost = [balance.lost for balance in balances]
    left = [balance.left for balance in balances]
    slips: list[NumberSlip] = []
    for index, bead in enumerate(pair.beads):
        if lost[index] and bead.complete and bead.confidence >= _SURE_BEAD:
            source, target = (
                _Side(segment, found[index], _around(found, index), _around(alone, index))
                for segment, found, alone in (
                    (bead.source, sources, lost),
                    (bead.target, targets, left),
                )
            )
            slips += _slips(bead, source, target, lost[index], left[index])
    return tuple(slips)


@remembered
def number_matches(pair: Pair) -> tuple[NumberMatch, ...]:
    """The numbers that both texts state, as far as the two are in one bead.

    Raises MissingFact where a language's pack does not say how it writes numbers.
    """
    return tuple(
        NumberMatch(bead, source, target)
        for bead, balance in zip(pair.beads, _balances(pair), strict=True)
        for source, target in balance.kept
    )


def unmatched_numbers(pair: Pair, bead: Bead) -> tuple[list[Number], list[Number]]:
    """The sure numbers of both sides of a bead that have no counterpart in it."""
    index = pair.beads.index(bead)
    balance = _balances(pair)[index]
    return (
        [number for number in balance.lost if number.evidence],
        [number for number in balance.left if number.evidence],
    )


@remembered
def _balances(pair: Pair) -> tuple[_Balance, ...]:
    return tuple(_balance(bead) for bead in pair.beads)


def _balance(bead: Bead) -> _Balance:
    source = tuple(settled(bead.source.document, number) for number in numbers(bead.source))
    target = numbers(bead.target)
    if not (source or target) or len(source) > _MOST or len(target) > _MOST:
        return _Balance(source, target, [], [], [])
    return _Balance(source, target, *_unmatched(bead, source, target))


@remembered
def added_numbers(pair: Pair) -> tuple[tuple[Bead, Number], ...]:
    """The numbers that only the translation states, as far as that is sure.

    Raises MissingFact where a language's pack does not say how it writes numbers.
    """
    balances = _balances(pair)
    found: list[tuple[Bead, Number]] = []
    for index, bead in enumerate(pair.beads):
        balance = balances[index]
        if not balance.left or not bead.complete or bead.confidence < _SURE_BEAD:
            continue
        if any(number.evidence or _may_state(number) for number in balance.lost):
            continue  # one of them may have become it
        if names_imperial_units(bead.source) != names_imperial_units(bead.target):
            continue  # “about a mile” is 1.6 kilometres
        source = _Side(
            bead.source,
            balance.source,
            _around([each.source for each in balances], index),
            _around([each.lost for each in balances], index),
        )
        target = _Side(bead.target, balance.target, (), ())
        for number in balance.left:
            sure = number.evidence is Evidence.STRONG and number.in_digits
            if not sure or number.kind is not NumberKind.CARDINAL or _wholly(number, target):
                continue
            if _explained(number, target, source, balance.lost) or _said_twice(number, target):
                continue
            if not any(_says(there, number) for there in source.around):
                found.append((bead, number))
    return tuple(found)


def _around(found: Sequence[Sequence[Number]], index: int) -> tuple[Number, ...]:
    before = found[max(0, index - _NEIGHBOURS) : index]
    after = found[index + 1 : index + 1 + _NEIGHBOURS]
    return tuple(number for each in (*before, *after) for number in each)


def _slips(
    bead: Bead, source: _Side, target: _Side, lost: Sequence[Number], left: Sequence[Number]
) -> Iterator[NumberSlip]:
    lost, left = list(lost), list(left)
    for one, other in _shares(source, target, lost, left):
        lost.remove(one)
        left.remove(other)
        yield NumberSlip(bead, one, other, About.PERCENT)
    for one, other in _multiples(source, target, lost, left):
        lost.remove(one)
        left.remove(other)
        yield NumberSlip(bead, one, other)
    if not any(number.evidence for number in lost):
        return
    gone = [n for n in lost if n.evidence and not _explained(n, source, target, left)]
    new = [n for n in left if n.evidence and not _explained(n, target, source, lost)]
    rephrased = any(_may_state(number) for number in left)
    alone = len(gone) == 1 == len(new) and not (rephrased or any(map(_may_state, lost)))
    for one, other in _paired(gone, new):
        sure = one.evidence is Evidence.STRONG and other.evidence is Evidence.STRONG
        if (sure or alone) and _of_a_kind(one, source, other, target):
            yield NumberSlip(bead, one, other, _about(one, other))
    if new or rephrased or names_imperial_units(bead.source) != names_imperial_units(bead.target):
        return
    for number in gone:
        sure = number.evidence is Evidence.STRONG and number.in_digits
        sure = sure or _counts_few(number, source)
        if number.kind is NumberKind.DAY:
            continue  # often said by the weekday
        if any(_says(there, number) for there in target.around):
            continue  # said once for several sentences
        if sure and not _wholly(number, source) and not _said_twice(number, source):
            yield NumberSlip(bead, number, None)


def _counts_few(number: Number, side: _Side) -> bool:
    """Whether a small number counts things: “siete helicópteros”, no name, no compound."""
    if number.evidence is not Evidence.FAIR or number.kind is not NumberKind.CARDINAL:
        return False
    if number.clock or (number.value or 0) < _FEW or number.text != number.text.lower():
        return False
    profile, text = side.segment.profile, side.segment.document.text
    noun = _NOUN.match(text, number.span.end)
    if noun is None:
        return False
    capitals = profile.has("capitalised_nouns") and profile.capitalised_nouns
    return capitals or noun.group()[1].islower()


def _about(one: Number, other: Number) -> About:
    if NumberKind.TIME in (one.kind, other.kind):
        return About.TIME
    if one.value and other.value:
        ratio = Fraction(max(one.value, other.value)) / min(one.value, other.value)
        if ratio in _POWERS:
            return About.MAGNITUDE
    return About.AMOUNT


def _shares(
    source: _Side, target: _Side, lost: Sequence[Number], left: Sequence[Number]
) -> list[tuple[Number, Number]]:
    """The percentages of both sides without counterpart, where there are as many of each."""
    if not (lost and left):
        return []
    gone = [n for n in lost if _is_percentage(n, source.segment.document)]
    new = [n for n in left if gone and _is_percentage(n, target.segment.document)]
    if not gone or len(gone) != len(new):
        return []
    found = [
        (one, other)
        for one, other in zip(gone, new, strict=True)
        if not _explained(one, source, target, left) and not _explained(other, target, source, lost)
    ]
    return found if len(found) == len(gone) else []


def _multiples(
    source: _Side, target: _Side, lost: Sequence[Number], left: Sequence[Number]
) -> list[tuple[Number, Number]]:
    """“twice” of one text and “three times” of the other, where nothing else says how often."""
    gone = [n for n in lost if _is_multiple(n, source)]
    new = [n for n in left if gone and _is_multiple(n, target)]
    if len(gone) != 1 or len(new) != 1:
        return []
    if NumberKind.MULTIPLE not in (gone[0].kind, new[0].kind):
        return []
    around = (*source.unmatched_around, *target.unmatched_around)
    if any(_agree(number, there) for number in (*gone, *new) for there in around):
        return []
    return [(gone[0], new[0])]


def _is_multiple(number: Number, side: _Side) -> bool:
    if number.kind is NumberKind.MULTIPLE:
        return True
    profile, text = side.segment.profile, side.segment.document.text
    if number.kind is not NumberKind.CARDINAL or not profile.has("times_words"):
        return False
    if number.value in (0, 1):
        return False
    behind = _TIMES.match(text, number.span.end)
    return behind is not None and behind.group(1).lower() in profile.times_words


def _is_percentage(number: Number, document: Document) -> bool:
    label = measure(document, number)
    return label is not None and label.percent


def _unmatched(
    bead: Bead, source: Iterable[Number], target: Iterable[Number]
) -> tuple[list[Number], list[Number], list[tuple[Number, Number]]]:
    """What remains of both sides when equal numbers are struck out, each against one; and what
    was struck out as equal.
    """
    lost, left = list(source), list(target)
    kept: list[tuple[Number, Number]] = []
    for same in (_stated_alike, _agree, _alike):
        for number in tuple(lost):
            partner = next((other for other in left if same(number, other)), None)
            if partner is None:
                continue
            if same is _alike and _is_percentage_of_some(bead, number, partner):
                continue  # "dozens" is no "22%"
            lost.remove(number)
            left.remove(partner)
            if same is not _alike:
                kept.append((number, partner))
        if not lost:
            break
    for one, other in ((lost, left), (left, lost)):
        _strike_scores(one, other)
        _strike_shares(one, other)
        _strike_durations(one, other)
    return lost, left, kept


def _is_percentage_of_some(bead: Bead, source: Number, target: Number) -> bool:
    """Whether one number is vague and the other a percentage."""
    if NumberKind.COLLECTIVE not in (source.kind, target.kind):
        return False
    return _is_percentage(source, bead.source.document) or _is_percentage(
        target, bead.target.document
    )


def _stated_alike(one: Number, other: Number) -> bool:
    return bool(one.readings) and one.readings[0] == other.value and one.clock == other.clock


def _agree(one: Number, other: Number) -> bool:
    """Whether two numbers may have the same value."""
    if one.clock and other.clock:
        apart = one.clock.apart(other.clock)
        if apart == 0 or (apart == 720 and not (one.clock.half_known and other.clock.half_known)):
            return True
    return not frozenset(one.readings).isdisjoint(other.readings)


def _alike(one: Number, other: Number) -> bool:
    """Whether two numbers are ways of saying the same, one of them shortened."""
    return any(
        _part_of(short, full)
        or _stands_for(short, full)
        or any(_year_of(a, b) for a in short.readings for b in full.readings)
        for short, full in ((one, other), (other, one))
    )


def _says(there: Number, number: Number) -> bool:
    """Whether a number of another sentence may be this one, which moved there."""
    if _agree(number, there) or _stands_for(there, number) or _stands_for(number, there):
        return True
    if not there.evidence:
        return False  # “one” is no “1:30”
    return _part_of(there, number) or _part_of(number, there)


def _year_of(short: Value, full: Value) -> bool:
    """“’98” and “1998”, “the nineties” and “1990s”."""
    return 10 <= short <= 99 and 1000 <= full <= 2099 and full % 100 == short


def _part_of(part: Number, whole: Number) -> bool:
    """“a third” and “33”; an hour with its minutes and without."""
    if part.kind is NumberKind.FRACTION and part.value:
        return whole.value in (1 / part.value, int(100 * part.value), int(10 * part.value))
    if part.kind is NumberKind.TIME and part.clock:
        hour = part.clock.minutes // 60
        return whole.value in (hour, hour % 12 or 12)
    return False


def _stands_for(vague: Number, exact: Number) -> bool:
    """“millions of” and any number of millions, “dizaines” and any number of two digits."""
    if vague.evidence or vague.value is None or exact.value is None or vague.value < 10:
        return False
    collected = vague.kind is NumberKind.COLLECTIVE and vague.value in _COLLECTED
    step = 1000 if vague.value == vague.scale else 10 if collected else 0
    return vague.value <= exact.value < step * vague.value


def _strike_scores(times: list[Number], others: list[Number]) -> None:
    """Strike out what looks like a time in one text, “21:17”, and is two numbers in the other."""
    for time in tuple(times):
        if time.kind is not NumberKind.TIME or time.clock is None:
            continue
        hour, minute = divmod(time.clock.minutes, 60)
        first = next((number for number in others if hour in number.readings), None)
        second = next((n for n in others if minute in n.readings and n is not first), None)
        if first and second:
            times.remove(time)
            others.remove(first)
            others.remove(second)


def _strike_shares(parts: list[Number], others: list[Number]) -> None:
    """Strike out “four in ten” of one text with “40 %” of the other."""
    for part, whole in pairwise(tuple(parts)):
        if part.value is None or not whole.value or part.value >= whole.value:
            continue
        share = next((n for n in others if n.value == 100 * part.value / whole.value), None)
        if share and part in parts and whole.span.start - part.span.end < _NEAR:
            parts.remove(part)
            parts.remove(whole)
            others.remove(share)


def _strike_durations(parts: list[Number], others: list[Number]) -> None:
    """Strike out “1 hour 18 minutes” of one text with “78 minutes” of the other."""
    for great, small in pairwise(tuple(parts)):
        if great.value is None or small.value is None or great not in parts or small not in parts:
            continue
        if small.span.start - great.span.end > _NEAR:
            continue
        sums = {times * great.value + small.value for times in _PARTS if small.value < times}
        whole = next((n for n in others if n.value in sums), None)
        if whole:
            parts.remove(great)
            parts.remove(small)
            others.remove(whole)


def _explained(number: Number, own: _Side, other: _Side, unmatched: Iterable[Number]) -> bool:
    """Whether the other text, here or near, says why a number has no counterpart.

    `unmatched` are the numbers of the other text that have no counterpart either.
    """
    if any(_says(there, number) for there in other.unmatched_around):
        return True  # it moved there
    if any(_agree(number, there) or _century(number, own, there) for there in other.own):
        return True  # said twice, or "the 1970s" beside "the seventies of the 20th century"
    if _shielded(number, own) or (number.value == 2 and _says_two_by_ending(other)):
        return True
    documents = own.segment.document, other.segment.document
    # Another number may have been laid beside it: the one of “一座100万千瓦的” beside “a 1-GW”.
    if any(converted(number, documents[0], there, documents[1]) for there in other.own):
        return True
    return any(
        _rounded(number, own, there, other)
        or _time_units(number, there)
        or _elsewhere(number, there)
        for there in unmatched
    )


def _says_two_by_ending(side: _Side) -> bool:
    return side.segment.profile.has("dual") and side.segment.profile.dual


def _shielded(number: Number, side: _Side) -> bool:
    """Whether a number stands in a link, an address, a file name or code."""
    return any(
        stretch.kind != "figure" and stretch.span.overlaps(number.span)
        for stretch in protected(side.segment)
    )


def _century(number: Number, own: _Side, there: Number) -> bool:
    """Whether a number is the century of a year."""
    if number.value is None or there.value is None or there.value // 100 != number.value - 1:
        return False
    start, end = number.span
    around = own.segment.document.text[max(0, start - _NEAR) : end + _NEAR].lower()
    return any(word in around for word in own.segment.profile.century_words)


def _time_units(one: Number, other: Number) -> bool:
    """Whether two numbers may be one duration in two units."""
    if not one.value or not other.value or not other.evidence:
        return False
    return any(
        max(Fraction(a) / b, Fraction(b) / a) in _TIME_UNITS
        for a in one.readings
        for b in other.readings
        if a and b
    )


def _elsewhere(one: Number, other: Number) -> bool:
    """Whether two times may be one, said by the clocks of two zones: “18:40” and “1540 GMT”."""
    if not one.clock or not other.clock:
        return False
    zones = one.clock.zone, other.clock.zone
    return (zones[0] is None) != (zones[1] is None) and one.clock.apart(other.clock) % 30 == 0


def _rounded(one: Number, own: _Side, other: Number, there: _Side) -> bool:
    """Whether two numbers are near each other, and a text says that its number is not exact."""
    if not one.value or not other.value:
        return False
    if abs(float(one.value / other.value) - 1) > _ROUNDED:
        return False
    apart = abs(Fraction(one.value) - other.value)
    if apart > _precision(one.value) and apart > _precision(other.value):
        return False  # "nearly 18 million" may be 17.9, and "at least 612" is no 621
    return _approximate(one, own) or _approximate(other, there)


def _precision(value: Value) -> Fraction:
    """The size of the last digit that a value states: a million in 18,000,000."""
    size, value = Fraction(1), Fraction(value)
    while size > _FINEST and value % size:
        size /= 10
    while value % (size * 10) == 0:
        size *= 10
    return size


def _approximate(number: Number, side: _Side) -> bool:
    start = number.span.start
    before = side.segment.document.text[max(0, start - _NEAR) : start].lower()
    return not side.segment.profile.approximations.isdisjoint(LETTERS.findall(before)[-3:])


def _wholly(number: Number, side: _Side) -> bool:
    """“100 %” is also said without a number."""
    end = number.span.end
    after = side.segment.document.text[end : end + _NEAR].lstrip(" \u00a0\u202f-")
    return number.value == 100 and after.startswith(side.segment.profile.percent_words)


def _said_twice(number: Number, side: _Side) -> bool:
    """Whether a number says again, in other units, what stands beside it: “40°C (104°F)”."""
    document = side.segment.document
    return any(
        other is not number and converted(number, document, other, document) for other in side.own
    )


def _may_state(number: Number) -> bool:
    """Whether weak evidence may be a number that was rephrased; the article “un” is not."""
    if number.evidence or number.kind is NumberKind.MONTH:
        return False
    return any(value not in (0, 1) for value in number.readings)


def _of_a_kind(one: Number, source: _Side, other: Number, target: _Side) -> bool:
    """Whether one number can have become the other: “the third” does not become “two”."""
    if (one.kind in _RANKS) != (other.kind in _RANKS) and not (one.in_digits and other.in_digits):
        return False
    timed = one.kind is NumberKind.TIME, other.kind is NumberKind.TIME
    if timed[0] != timed[1] and not (one.clock and other.clock):
        return False
    if other.scale == 1 and target.segment.document.text.startswith(one.text, other.span.start):
        return False  # "£75m", with an abbreviation that the other language does not know
    return comparable(_measure(one, source), _measure(other, target))


def _measure(number: Number, side: _Side) -> Measure | None:
    return measure(side.segment.document, number)


def _paired(gone: Sequence[Number], new: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
    """What belongs together: in order where the counts agree, else the nearest values first."""
    if len(gone) == len(new):
        yield from zip(gone, new, strict=True)
        return
    free, free_new = list(gone), list(new)
    while free and free_new:
        one, other = min(
            ((a, b) for a in free for b in free_new), key=lambda both: _distance(*both)
        )
        yield one, other
        free.remove(one)
        free_new.remove(other)


def _distance(one: Number, other: Number) -> float:
    if not one.value or not other.value:
        return float("inf")
    return float(max(one.value / other.value, other.value / one.value))
