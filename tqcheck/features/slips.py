"""How one word differs from another that it should be: letters lost, swapped, replaced."""

from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.romanisation import are_alike

#: Letters that related languages write for one another in words of one origin.
_COGNATE = frozenset(
    map(
        frozenset,
        [
            "ct",
            "cz",
            "ts",
            "tz",
            "gw",
            "uw",
            "jy",
            "ck",
            "cq",
            "kq",
            "iy",
            "gj",
            "xs",
            "wv",
            "fv",
            "gh",
        ],
    )
)
_VOWELS = frozenset("aeiouy")
#: How far two letters that are exchanged are from one another, and how long a name is then.
_EXCHANGE, _SHORTEST = range(2, 4), 5
_CIRCUMFLEX = frozenset("âêîôûÂÊÎÔÛ")
#: Two letters for one sound, of which another spelling has only the second.
_DIGRAPHS = frozenset(
    ("kh", "gh", "sh", "zh", "ch", "dh", "th", "dj", "zj", "sj", "ts", "tc", "ck", "ct", "pt")
)
#: Letters that no inflection and no language's own ending puts at the end of a word, or takes off.
_UNUSUAL_LAST = frozenset("bcdfgjkpqvwxz")


class Slip(NamedTuple):
    """Where two words part, `at` letters from the front and `left` letters from the end.

    The source has `mine` there, the target `other`.
    """

    at: int
    left: int
    mine: str
    other: str
    #: Whether no two languages would write one for the other: a consonant lost, added or replaced
    #: by one that sounds otherwise, or two letters swapped.
    hard: bool
    #: Whether a vowel between consonants was lost.
    gap: bool

    @property
    def exchanged(self) -> bool:
        """Whether vowels stand for other vowels."""
        return bool(self.mine and self.other) and set(self.mine + self.other) <= _VOWELS

    @property
    def swapped(self) -> bool:
        """Whether two neighbouring letters changed places."""
        return len(self.mine) == 2 and self.mine == self.other[::-1]

    @property
    def thinned(self) -> bool:
        """Whether the target lost one consonant that is not heard: of a pair, or a silent h."""
        lost = self.mine not in {"", "s"} and not self.hard and not self.other
        return lost and len(self.mine) == 1 and self.mine not in _VOWELS


def slip(source: str, target: str) -> Slip:
    """How two words that differ in one place differ."""
    left, right = folded(source), folded(target)
    at = 0
    while at < min(len(left), len(right)) and left[at] == right[at]:
        at += 1
    rest = 0
    while rest < min(len(left), len(right)) - at and left[-1 - rest] == right[-1 - rest]:
        rest += 1
    mine, other = left[at : len(left) - rest], right[at : len(right) - rest]
    hard = _is_hard(mine, other, left if mine else right, at)
    if "s" in {mine, other} and not (mine and other) and set(source + target) & _CIRCUMFLEX:
        hard = False  # "Hôpital" was "Hospital"
    around = {*left[max(at - 1, 0) : at], *left[at + len(mine) : at + len(mine) + 1]}
    gap = bool(mine) and not other and set(mine) <= _VOWELS and not around & _VOWELS
    return Slip(at, rest, mine, other, hard, gap)


def _is_hard(mine: str, other: str, word: str, at: int) -> bool:
    rest = len(word) - at - len(mine or other)
    if len(mine) == len(other) == 2 and mine == other[::-1]:
        # "Bibel" and "Bible", "Territoires" and "Territories": endings of two languages.
        near_end = rest < 2 or (rest == 2 and word.endswith("s"))
        return not (near_end and set(mine) & set("ei") and set(mine) <= set("eilnr"))
    if len(mine) == len(other) == 1:
        ending = rest == 0 or (rest == 1 and word.endswith("s"))
        if ending and ({mine, other} & _VOWELS or not {mine, other} & _UNUSUAL_LAST):
            return False
        return not ({mine, other} <= _VOWELS or _is_alike(mine, other))
    if len(mine) + len(other) == 1:
        letter, after = mine or other, word[at + 1 : at + 2]
        if rest == 0:
            return bool(mine) and letter in _UNUSUAL_LAST
        before = word[at - 1 : at]
        doubled = letter in (before, after)
        digraph = letter + after in _DIGRAPHS or before + letter == "ct"
        return letter not in _VOWELS and letter != "h" and not doubled and not digraph
    return False


def _is_alike(mine: str, other: str) -> bool:
    return are_alike(mine, other) or frozenset((mine, other)) in _COGNATE


def is_exchanged(left: str, right: str) -> bool:
    """Whether two letters of a name, of neighbouring syllables, changed places: "Wanjiku", "Wanjuki".

    `left` and `right` are folded.
    """
    if len(left) != len(right) or len(left) < _SHORTEST or sorted(left) != sorted(right):
        return False
    apart = [at for at, (one, other) in enumerate(zip(left, right, strict=True)) if one != other]
    return len(apart) == 2 and apart[1] - apart[0] in _EXCHANGE
