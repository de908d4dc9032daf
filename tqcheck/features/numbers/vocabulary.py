"""Number words of a language: what each word, compound and inflected form is worth."""

import re
from fractions import Fraction
from typing import Any

from tqcheck.features.numbers.composition import Composition
from tqcheck.features.numbers.pieces import Entry, Grammar, Piece, Role
from tqcheck.features.numbers.values import Value
from tqcheck.model import LanguageProfile

_CACHED_WORDS = 20_000
_LONGEST_WORD = 60
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
#: Cyrillic letters that stand for Roman numerals.
_LATIN = str.maketrans("ХІСМ", "XICM")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
#: Vowel signs and the like, which are written as marks on letters.
_SIGNS = "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
_FIRST_SIGN, _LAST_SIGN = "\u0900", "\u0963"
#: Letters that are words or initials more often than numerals.
_NO_NUMERALS = frozenset(("", "I", "L", "C", "D", "M"))


class NumberVocabulary:
    """Looks up words; what was looked up once is remembered."""

    def __init__(self, profile: LanguageProfile) -> None:
        def stated(fact: str, otherwise: Any) -> Any:
            return getattr(profile, fact) if profile.has(fact) else otherwise

        def valued(fact: str) -> dict[str, Value]:
            return {word.lower(): _value(key) for word, key in stated(fact, {}).items()}

        self._joiners: frozenset[str] = stated("number_joiners", frozenset())
        tens_joiners: frozenset[str] = stated("tens_joiners", frozenset())
        self.grammar = Grammar(
            units_first=stated("units_before_tens", False),
            joins=bool(self._joiners),
            joins_tens=bool(tens_joiners),
            units_before_ten=stated("units_before_ten", False),
            teens_apart=stated("teens_apart", False),
            ordinal_tens=stated("ordinal_tens", False),
            scale_links=stated("scale_links", frozenset()),
        )
        self._variants: tuple[tuple[str, str], ...] = stated("letter_variants", ())
        self.suffixes: frozenset[str] = stated("ordinal_suffixes", frozenset())
        self._glued = profile.has("number_links")
        self._links: frozenset[str] = stated("number_links", frozenset())
        self._tails: tuple[str, ...] = tuple(stated("number_tails", ()))
        self._prefixes: tuple[str, ...] = stated("number_prefixes", ())
        self._endings = sorted(stated("ordinal_endings", ()), key=len, reverse=True)
        self._ordinal_stems = valued("ordinal_stems")
        self._doubtful: frozenset[str] = stated("doubtful_numbers", frozenset())
        self._listed: dict[str, Entry] = {}
        for word in self._joiners | tens_joiners:
            self._add(word, Role.JOINER, 0)
        clock_words = stated("clock_words", ())
        for word in stated("hour_words", ()):
            # Minutes may follow where the value is one: "18 h 30", not "10 hours 40".
            self._add(word.lower(), Role.HOUR, int(word in clock_words))
        # Where a word has several meanings the last one counts.
        for word, value in valued("collectives").items():
            self._add(word, Role.COLLECTIVE, value)
        for word, value in valued("multiples").items():
            self._add(word, Role.MULTIPLE, value)
        for word, value in valued("fraction_words").items():
            self._add(word, Role.FRACTION, 1 / Fraction(value))
        for word, value in valued("ordinal_words").items():
            self._add(word, Role.ORDINAL, value)
        for word, key in profile.number_words.items():
            self._add(word.lower(), Role.CARDINAL, _value(key))
        for word, power in valued("scales").items():
            self._add(word, Role.SCALE, 10 ** int(power))
        #: "yüzde" is no hundred, "století" no hundred years.
        self._percents = frozenset(word.lower() for word in stated("percent_words", ()))
        self._centuries: frozenset[str] = stated("century_words", frozenset())
        # What can be glued to one word: cardinals, scales, and forms that are only so found.
        self._parts = {
            word: entry
            for word, entry in self._listed.items()
            if entry.role in (Role.CARDINAL, Role.SCALE)
        }
        for word, value in valued("number_stems").items():
            role = Role.SCALE if value >= 1000 else Role.CARDINAL
            self._parts[word] = Entry(role, value)
        self._part_sizes = range(max(map(len, self._parts), default=0), 0, -1)
        self.known: dict[str, Entry | None] = {}
        self._cased: dict[str, Entry] = {}
        for number, line in enumerate(stated("months", ()), 1):
            for name in line.replace(".", "").split():
                month = Entry(Role.MONTH, number, doubtful=True)
                self._cased[name] = self._cased[name.capitalize()] = month
        for word, power in stated("scale_abbreviations", {}).items():
            self._cased[word] = Entry(Role.ABBREVIATION, 10 ** int(power))

    def _add(self, word: str, role: Role, value: Value) -> None:
        self._listed[word] = Entry(role, value, word in self._doubtful or value == 1)

    @property
    def letters(self) -> str:
        """A pattern for the words of the language: letters, and the marks inside its own."""
        marks = {mark for word in self._listed for mark in word if not mark.isalnum()}
        if not marks:
            return r"[^\W\d_]+"
        if any(_FIRST_SIGN <= mark <= _LAST_SIGN for mark in marks):
            return rf"(?:[^\W\d_]|[{_SIGNS}])+"
        marks.update(variant for variant, _ in self._variants)
        inside = re.escape("".join(sorted(marks)))
        return rf"[^\W\d_]+(?:[{inside}][^\W\d_]+)*"

    def entry(self, word: str) -> Entry | None:
        """What the language knows of a word as it stands in the text."""
        try:
            return self.known[word]
        except KeyError:
            if len(self.known) > _CACHED_WORDS:
                self.known.clear()
            found = self.known[word] = self._found(word)
            return found

    def _found(self, word: str) -> Entry | None:
        lower = word.lower()
        if len(word) > _LONGEST_WORD or lower in self._percents:
            return None
        for variant, usual in self._variants:
            lower = lower.replace(variant, usual)
        return (
            self._listed.get(lower)
            or self._cased.get(word)
            or self._roman(word)
            or self._ordinal(lower)
            or self._compound(lower)
            or self._prefixed(lower)
        )

    def _roman(self, word: str) -> Entry | None:
        word = numeral = word.translate(_LATIN)
        if word[0] not in _ROMAN_VALUES:
            return None
        for suffix in self.suffixes:
            if word.endswith(suffix) and suffix.islower():
                numeral = word[: -len(suffix)]
                break
        if len(word) < 2 or numeral in _NO_NUMERALS or not _ROMAN.match(numeral):
            return None
        values = [_ROMAN_VALUES[letter] for letter in numeral]
        total = sum(
            -value if value < max(values[index:]) else value for index, value in enumerate(values)
        )
        return Entry(Role.ROMAN, total, doubtful=True)

    def _ordinal(self, word: str) -> Entry | None:
        for ending in self._endings:
            if not word.endswith(ending) or len(word) == len(ending):
                continue
            stem = word[: -len(ending)]
            value = self._ordinal_stems.get(stem)
            if value is None and self._glued:
                cardinal = self._parts.get(stem) or self._compound(stem)
                if cardinal and cardinal.role is not Role.COMPOUND:
                    value = cardinal.value
            if value is not None:
                return Entry(Role.ORDINAL, value, doubtful=value == 1)
        return None

    def _compound(self, word: str) -> Entry | None:
        parts = self._split(word, 0, set()) if self._glued else None
        if parts is None:
            return None
        tail = parts[-1] == ""
        if tail and word in self._centuries:
            return None
        joiner = Entry(Role.JOINER, 0)
        entries = [self._parts.get(part, joiner) for part in parts if part]
        pieces = [Piece(0, 0, entry.role, entry.value) for entry in entries]
        composed = Composition(self.grammar, "", pieces).number(0)
        if composed is None or composed.last != len(pieces) - 1:
            return None
        doubtful = tail or word in self._doubtful
        return Entry(Role.COMPOUND if tail else Role.CARDINAL, composed.value, doubtful)

    def _split(self, word: str, start: int, dead: set[int]) -> list[str] | None:
        """The parts of a glued word, an empty one at the end for a tail."""
        if start == len(word):
            return []
        if start in dead:
            return None
        for size in self._part_sizes:
            part = word[start : start + size]
            if part in self._parts or (part in self._links and start):
                rest = self._split(word, start + size, dead)
                if rest is not None:
                    return [part, *rest]
        if start and word.startswith(self._tails, start):
            return [""]
        dead.add(start)
        return None

    def _prefixed(self, word: str) -> Entry | None:
        for prefix in self._prefixes:
            if word.startswith(prefix) and len(word) > len(prefix) + 1:
                found = self._listed.get(word[len(prefix) :])
                if found and found.role is not Role.JOINER:
                    joined = any(prefix.startswith(joiner) for joiner in self._joiners)
                    return found._replace(joined=joined)
        return None


def _value(key: str) -> Value:
    return int(key) if key.isdecimal() else Fraction(key)
