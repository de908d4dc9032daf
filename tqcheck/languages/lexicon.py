"""Which words a language has and how often it uses them, as pyspellchecker's lists count them."""

import gzip
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

#: The lists that are long enough to hold the inflected forms of their language, too.
LISTS = ("de", "en", "fr", "nl", "pt")


class Lexicon:
    """A list of words with their frequencies, searched where it lies.

    The list is JSON, one word a line, in the order of the code points. Searching its bytes
    takes ten milliseconds to open and no more memory than its text; reading it into a
    dictionary takes ten times as much of both, which the check of one article does not need.
    It is read when so many words were looked up that searching would take longer.
    """

    _MANY = 5_000

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._start, self._end = data.find(b"\n") + 1, data.rfind(b"\n") + 1
        self._known: dict[str, int] = {}

    def __contains__(self, word: str) -> bool:
        return self.frequency(word) > 0

    def frequency(self, word: str) -> int:
        """How often a lower-case word stands in the texts that were counted, 0 for no word."""
        found = self._known.get(word)
        if found is None:
            if not self._data:
                return 0
            if len(self._known) >= self._MANY:
                self._known, self._data = json.loads(self._data), b""
                return self._known.get(word, 0)
            found = self._known[word] = self._found(word)
        return found

    def _found(self, word: str) -> int:
        data, low, high = self._data, self._start, self._end
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.index(b"\n", start)
            entry, _, value = data[start:end].decode().partition('": ')
            entry = entry.lstrip()[1:]
            if entry == word:
                return int(value.rstrip(","))
            if entry < word:
                low = end + 1
            else:
                high = start
        return 0


@cache
def lexicon(name: str) -> Lexicon | None:
    """The list of words of that name; None where the package has none."""
    package = find_spec("spellchecker")
    if package is None or package.origin is None:
        return None
    path = Path(package.origin).parent / "resources" / f"{name}.json.gz"
    return Lexicon(gzip.decompress(path.read_bytes())) if path.is_file() else None
