"""The words and digits that numbers are made of."""

from enum import Enum, auto
from typing import NamedTuple

from tqcheck.features.numbers.values import Value


class Role(Enum):
    """What a word does in a number."""

    DIGITS = auto()
    CARDINAL = auto()
    ORDINAL = auto()
    FRACTION = auto()
    COLLECTIVE = auto()
    MULTIPLE = auto()
    SCALE = auto()
    ABBREVIATION = auto()  # of a scale; counts behind digits alone
    COMPOUND = auto()  # a number inside another word: "fünfjährig"
    ROMAN = auto()
    MONTH = auto()
    HOUR = auto()
    JOINER = auto()


class Entry(NamedTuple):
    """What a pack knows of a word."""

    role: Role
    value: Value
    #: Mostly means something else: "un", "second".
    doubtful: bool = False
    #: Carries the joiner in itself: Arabic "و".
    joined: bool = False


class Piece(NamedTuple):
    """A word of a number at its place in the text."""

    start: int
    end: int
    role: Role
    value: Value
    doubtful: bool = False
    joined: bool = False
    readings: tuple[Value, ...] = ()


class Grammar(NamedTuple):
    """How a language puts the words of a number together."""

    #: “fünfundzwanzig”
    units_first: bool = False
    #: Whether words join hundreds and thousands with what follows, and tens with units.
    joins: bool = False
    joins_tens: bool = False
    #: “שלוש עשרה”
    units_before_ten: bool = False
    #: “on yedi”
    teens_apart: bool = False
    #: “dwudziesty pierwszy”
    ordinal_tens: bool = False
    #: “20 de milioane”
    scale_links: frozenset[str] = frozenset()
