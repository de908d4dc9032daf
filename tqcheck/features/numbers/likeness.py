"""Whether two numbers may be one, said in two ways."""

from tqcheck.features.numbers.values import Number, NumberKind, Value

_COLLECTED = frozenset((10, 100, 1000))


def stated_alike(one: Number, other: Number) -> bool:
    """Whether two numbers have the same value in their likeliest readings."""
    return bool(one.readings) and one.readings[0] == other.value and one.clock == other.clock


def agree(one: Number, other: Number) -> bool:
    """Whether two numbers may have the same value."""
    if one.clock and other.clock:
        apart = one.clock.apart(other.clock)
        if apart == 0 or (apart == 720 and not (one.clock.half_known and other.clock.half_known)):
            return True
    return not frozenset(one.readings).isdisjoint(other.readings)


def alike(one: Number, other: Number) -> bool:
    """Whether two numbers are ways of saying the same, one of them shortened."""
    return any(
        _part_of(short, full)
        or _stands_for(short, full)
        or any(_year_of(a, b) for a in short.readings for b in full.readings)
        for short, full in ((one, other), (other, one))
    )


def may_say(there: Number, number: Number) -> bool:
    """Whether a number of another sentence may be this one, which moved there."""
    if agree(number, there) or _stands_for(there, number) or _stands_for(number, there):
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
        if whole.clock and part.clock.half_known and whole.clock.half_known:
            return whole.clock.minutes // 60 == hour
        return whole.value in (hour, hour % 12 or 12)
    return False


def _stands_for(vague: Number, exact: Number) -> bool:
    """“millions of” and any number of millions, “dizaines” and any number of two digits."""
    if vague.evidence or vague.value is None or exact.value is None or vague.value < 10:
        return False
    collected = vague.kind is NumberKind.COLLECTIVE and vague.value in _COLLECTED
    step = 1000 if vague.value == vague.scale else 10 if collected else 0
    return vague.value <= exact.value < step * vague.value
