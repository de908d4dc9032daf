"""Which words a language has and how often it uses them, as pyspellchecker's lists count them."""

import gzip
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

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
        self._entries: dict[int, tuple[int, int, str, int]] = {}

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
                self._entries.clear()
                return self._known.get(word, 0)
            found = self._known[word] = self._found(word)
        return found

    def _found(self, word: str) -> int:
        low, high = self._start, self._end
        while low < high:
            middle = (low + high) // 2
            # Every search begins with the same steps.
            start, end, entry, frequency = self._entries.get(middle) or self._entry(low, middle)
            if entry == word:
                return frequency
            if entry < word:
                low = end + 1
            else:
                high = start
        return 0

    def _entry(self, low: int, middle: int) -> tuple[int, int, str, int]:
        """The entry around a place: its start, its end, its word and how often that stands."""
        start = self._data.rfind(b"\n", low, middle) + 1 or low
        end = self._data.index(b"\n", start)
        word, _, value = self._data[start:end].decode().partition('": ')
        entry = self._entries[middle] = start, end, word.lstrip()[1:], int(value.rstrip(","))
        return entry


@cache
def lexicon(name: str) -> Lexicon | None:
    """The list of words of that name; None where the package has none."""
    unpacked = unpacking(name)
    unpacked.join()
    return Lexicon(unpacked.data) if unpacked.data else None


@cache
def unpacking(name: str) -> "_Unpacking":
    """Begin to unpack a list that will be asked for, while other work goes on."""
    begun = _Unpacking(name)
    begun.start()
    return begun


class _Unpacking(Thread):
    """Unpacks a list: ten milliseconds in which nothing else has to wait."""

    def __init__(self, name: str) -> None:
        super().__init__(daemon=True)
        self._list = name
        self.data = b""

    def run(self) -> None:
        package = find_spec("spellchecker")
        if package is None or package.origin is None:
            return
        path = Path(package.origin).parent / "resources" / f"{self._list}.json.gz"
        if path.is_file():
            # One of the lists has the line ends of another system.
            self.data = gzip.decompress(path.read_bytes()).replace(b"\r\n", b"\n")
