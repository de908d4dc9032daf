"""How number words and digits compose to one value."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from tqcheck.features.numbers.pieces import Grammar, Piece, Role
from tqcheck.features.numbers.values import LARGEST, Value

#: What may stand between the words of one number.
_GAPS = frozenset(
    ("", " ", "\u00a0", "\u202f", "\u2009", "-", "‑", " -", "\u200c", "\u064b ", "\u064d ")
)
_HYPHENS = frozenset("-‑")
_TENS = frozenset(range(20, 100, 10))
_HALF = Fraction(1, 2)
_THOUSAND = 1000


class Composed(NamedTuple):
    """A number of one or more pieces: its value and its last piece."""

    value: Value
    last: int
    ordinal: bool = False
    doubtful: bool = False
    #: What the value was last multiplied by.
    scale: int = 1


class Composition:
    """Reads numbers off a row of pieces of one text."""

    def __init__(self, grammar: Grammar, text: str, pieces: Sequence[Piece]) -> None:
        self.grammar = grammar
        self.text = text
        self.pieces = pieces

    def gap(self, index: int) -> str:
        """What stands between a piece and the next one; a line end where there is none."""
        if index + 1 >= len(self.pieces):
            return "\n"
        return self.text[self.pieces[index].end : self.pieces[index + 1].start]

    def following(self, index: int) -> tuple[int, bool] | None:
        """The next piece of the same number, and whether a joiner stands before it."""
        if self.gap(index) not in _GAPS:
            return None
        if self.pieces[index + 1].role is not Role.JOINER:
            return index + 1, self.pieces[index + 1].joined
        if self.gap(index + 1) in _GAPS and self.pieces[index + 2].role is not Role.JOINER:
            return index + 2, True
        return None

    def number(self, index: int) -> Composed | None:
        """The number that begins with a piece, as far as it goes."""
        found: Composed | None = None
        at: int | None = index
        while at is not None:
            addend = self._addend(at)
            if addend is None or not (found is None or self._adds(found, addend)):
                break
            if found and addend.scale == 1 and not self._is_rest(index, at):
                break
            if found is None:
                found = addend
            elif addend.scale > found.scale:
                # "mil quinientos millones": the scale holds for all that stands before it.
                value = (found.value + addend.value // addend.scale) * addend.scale
                found = addend._replace(value=value)
            else:
                found = addend._replace(value=found.value + addend.value, doubtful=False)
            open_end = addend.scale > 1 and not addend.ordinal and found.value < LARGEST
            step = self.following(addend.last) if open_end else None
            at = step[0] if step and (self.grammar.joins or not step[1]) else None
        return found

    def _is_rest(self, index: int, at: int) -> bool:
        """Whether what stands behind a scale belongs to its number: not in “2,6 milliards deux
        jours plus tard”, but in “3 bin 400”.
        """
        first, rest = self.pieces[index], self.pieces[at]
        if first.role is Role.DIGITS and rest.role is Role.DIGITS:
            whole = first.value == int(first.value)
            return whole and self.pieces[at - 1].value == _THOUSAND and rest.end - rest.start == 3
        return Role.DIGITS not in (first.role, rest.role)

    def _adds(self, found: Composed, addend: Composed) -> bool:
        """Whether an amount goes on with a number: “two thousand three hundred” is one number,
        “two thousand three thousand” are two.
        """
        if addend.scale > found.scale:
            return addend.value // addend.scale < found.scale <= found.value < addend.scale
        return addend.value < found.scale

    def _addend(self, index: int) -> Composed | None:
        """An amount with the scales behind it, or a scale alone."""
        piece = self.pieces[index]
        if piece.role is Role.SCALE:
            amount = Composed(1, index - 1, doubtful=True)
        else:
            below = self._amount(index)
            if below is None:
                return None
            amount = below
        scale, last = 1, amount.last
        while last + 1 < len(self.pieces) and (last < index or self._is_before_scale(last)):
            piece = self.pieces[last + 1]
            abbreviated = piece.role is Role.ABBREVIATION and last == index
            if abbreviated and self.pieces[index].role is not Role.DIGITS:
                break
            if not abbreviated and not self._is_scale(last + 1):
                break
            if piece.value < scale or scale > LARGEST or amount.ordinal:
                break
            if piece.value == scale == _THOUSAND:
                break  # "dix mille mille" stutters
            scale, last = scale * int(piece.value), last + 1
        first = self.pieces[index]
        if scale == 1 and last == index and first.role is Role.CARDINAL:
            # "drieduizend" is one word, and what is less than a thousand may follow.
            glued = first.value >= 1000 and first.value % 1000 == 0
            return amount._replace(scale=1000) if glued else amount
        doubtful = amount.doubtful and (scale == 1 or amount.last < index)
        return Composed(amount.value * scale, last, amount.ordinal, doubtful, scale)

    def _is_scale(self, index: int) -> bool:
        """Whether a piece is a scale, or one with an ending behind digits: “50-миллионный”."""
        piece = self.pieces[index]
        hyphened = (
            piece.role is Role.ORDINAL and piece.value >= 1000 and self.gap(index - 1) in _HYPHENS
        )
        return piece.role is Role.SCALE or (hyphened and self.pieces[index - 1].role is Role.DIGITS)

    def _is_before_scale(self, index: int) -> bool:
        gap = self.gap(index)
        return gap in _GAPS or gap.strip() in self.grammar.scale_links

    def _amount(self, index: int) -> Composed | None:
        """Digits, or words for less than a thousand, or one glued word of any value."""
        piece = self.pieces[index]
        if piece.role is Role.DIGITS:
            return Composed(piece.value, index)
        if not self._numeral(index):
            return None
        if piece.value >= 100:
            ordinal = piece.role is Role.ORDINAL
            found = Composed(piece.value, index, ordinal, piece.doubtful)
        else:
            found = self._below_hundred(index)
            step = None if found.ordinal else self.following(found.last)
            if step is None or step[1] or self.pieces[step[0]].value != 100 or found.value < 2:
                return found
            ordinal = self.pieces[step[0]].role is Role.ORDINAL
            found = Composed(found.value * 100, step[0], ordinal)
        step = self.following(found.last)
        if (
            step is None
            or found.ordinal
            or found.value % 100
            or (step[1] and not self.grammar.joins)
        ):
            return found
        if not self._numeral(step[0]) or self.pieces[step[0]].value >= 100:
            return found
        tail = self._below_hundred(step[0])
        beyond = self.following(tail.last)
        if step[1] and beyond and self.pieces[beyond[0]].value == 100:
            return found  # "two hundred and five hundred"
        return Composed(found.value + tail.value, tail.last, tail.ordinal)

    def _below_hundred(self, index: int) -> Composed:
        piece = self.pieces[index]
        found = Composed(piece.value, index, piece.role is Role.ORDINAL, piece.doubtful)
        while step := self.following(found.last):
            at, joined = step
            if found.ordinal and not self._goes_on_behind_ordinal(found):
                break
            if not self._numeral(at):
                break
            hyphen = self.gap(at - 1) in ("-", "‑")
            other = self.pieces[at]
            if other.role is Role.ORDINAL and other.doubtful and other.value != 1 and not hyphen:
                break  # "vingt secondes"
            value = self._sum(found.value, other.value, joined, hyphen)
            if value is None:
                break
            found = Composed(value, at, other.role is Role.ORDINAL)
        return found

    def _goes_on_behind_ordinal(self, found: Composed) -> bool:
        return self.grammar.units_first or (self.grammar.ordinal_tens and found.value in _TENS)

    def _sum(self, first: Value, second: Value, joined: bool, hyphen: bool) -> Value | None:
        """The value of two words below a hundred, where they make one number."""
        if second == _HALF:
            return first + second  # "zwei-einhalb"
        if joined and not self.grammar.joins_tens:
            return None
        tens = second if self.grammar.units_first else first
        units = first if self.grammar.units_first else second
        if tens in _TENS and 1 <= units <= 9 and joined >= self.grammar.units_first:
            return first + second
        if self.grammar.units_before_ten:
            return first + 10 if second == 10 and first <= 9 and not joined else None
        if self.grammar.units_first:
            return None  # "een tiende" is a tenth
        if self.grammar.teens_apart and first == 10 and 1 <= second <= 9 and not joined:
            return first + second
        if first in (60, 80) and 10 <= second <= 19:
            return first + second
        if hyphen and (first, second) == (4, 20):
            return 80
        return first + second if hyphen and first == 10 and 7 <= second <= 9 else None

    def _numeral(self, index: int) -> bool:
        return self.pieces[index].role in (Role.CARDINAL, Role.ORDINAL)
