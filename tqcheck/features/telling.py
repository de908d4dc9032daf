"""Words that a rule has to look at, told from the many that never tell it anything."""

from collections.abc import Callable, Collection


class Telling:
    """Remembers the words that tell nothing, so that a text of such words is done at once.

    `tells` must depend on nothing but the word.
    """

    #: From so many words on it begins anew, so that memory has a bound.
    _MOST = 200_000

    def __init__(self, tells: Callable[[str], bool]) -> None:
        self._tells = tells
        self._dull: set[str] = set()

    def among(self, words: Collection[str]) -> frozenset[str]:
        """The words that tell something."""
        if self._dull.issuperset(words):
            return frozenset()
        if len(self._dull) > self._MOST:
            self._dull.clear()
        new = set(words) - self._dull
        found = frozenset(filter(self._tells, new))
        self._dull |= new - found
        return found
