"""Words that a rule has to look at, told from the many that never tell it anything."""

from collections.abc import Callable, Collection, Set
from typing import Generic, TypeVar

Value = TypeVar("Value")
#: From so many words on what is remembered begins anew, so that memory has a bound.
_MOST = 200_000


class Known(dict[str, Value], Generic[Value]):
    """Word → what a function says of it, asked once a word.

    `asked` must depend on nothing but the word.
    """

    def __init__(self, asked: Callable[[str], Value]) -> None:
        super().__init__()
        self._asked = asked

    def __missing__(self, word: str) -> Value:
        if len(self) > _MOST:
            self.clear()
        value = self[word] = self._asked(word)
        return value


class Bits:
    """What several words together tell, a bit for each thing, asked once a word.

    `asked` must depend on nothing but the word.
    """

    def __init__(self, asked: Callable[[str], int]) -> None:
        self._asked = asked
        self._telling: dict[str, int] = {}
        self._dull: set[str] = set()

    def of(self, words: Set[str]) -> int:
        """All bits of some words. Most tell nothing, and are done with at once."""
        met = 0
        for word in words - self._dull:
            met |= self._telling.get(word) or self._of_new(word)
        return met

    def _of_new(self, word: str) -> int:
        if len(self._dull) + len(self._telling) > _MOST:
            self._dull.clear()
            self._telling.clear()
        bits = self._asked(word)
        if bits:
            self._telling[word] = bits
        else:
            self._dull.add(word)
        return bits


class Gathered:
    """What several words together have, asked once a word.

    `asked` must depend on nothing but the word.
    """

    def __init__(self, asked: Callable[[str], Collection[str]]) -> None:
        self._asked = asked
        self._having: dict[str, Collection[str]] = {}
        self._empty: set[str] = set()

    def of(self, words: Set[str]) -> frozenset[str]:
        """All that some words have. Most have nothing, and are done with at once."""
        found: set[str] = set()
        for word in words - self._empty:
            found.update(self._having.get(word) or self._of_new(word))
        return frozenset(found)

    def _of_new(self, word: str) -> Collection[str]:
        if len(self._empty) + len(self._having) > _MOST:
            self._empty.clear()
            self._having.clear()
        parts = self._asked(word)
        if parts:
            self._having[word] = parts
        else:
            self._empty.add(word)
        return parts


class Telling:
    """Remembers the words that tell nothing, so that a text of such words is done at once.

    `tells` must depend on nothing but the word.
    """

    def __init__(self, tells: Callable[[str], bool]) -> None:
        self.tells = tells
        self._dull: set[str] = set()

    def among(self, words: Collection[str]) -> frozenset[str]:
        """The words that tell something."""
        if self._dull.issuperset(words):
            return frozenset()
        if len(self._dull) > _MOST:
            self._dull.clear()
        new = set(words) - self._dull
        found = frozenset(filter(self.tells, new))
        self._dull |= new - found
        return found
