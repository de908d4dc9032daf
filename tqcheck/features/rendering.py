"""How likely a word in Latin letters is for a name in another script.

A joint sequence model: a name is read as pieces of one or two letters, each with what stands for it
in Latin letters, and a piece is the likelier the oftener it follows the two before it in the names
of people that Wikidata has (CC0). No language’s convention is asked for: German, Turkish and
Georgian names in Cyrillic letters are in the data as well as Russian ones.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from tqcheck.features.distance import letters_apart
from tqcheck.features.known_names import nominatives
from tqcheck.features.sounds import sound_of
from tqcheck.features.transliteration import is_pinyin
from tqcheck.languages.renderings import has_renderings, table
from tqcheck.model import LanguageProfile

#: Letters of a name, and of its rendering.
Piece: TypeAlias = tuple[str, str]
BEGINNING: Piece = ("^", "")
END: Piece = ("$", "")
#: Longer words are no names.
LONGEST = 18
#: Languages that are read by their sounds first.
_READ = frozenset(("ja", "zh"))
#: One sound in what they are read as.
_SINGLE = {"zh": "ž", "ch": "č", "sh": "š", "ng": "ŋ", "ts": "c"}
_DIGRAPH = re.compile("|".join(_SINGLE))
_DOUBLE = {single: both for both, single in _SINGLE.items()} | {"ё": "yo"}
_NO_LETTER = re.compile(r"[^a-z]")
_MARKS = re.compile(r"[\u064b-\u0652\u0640'’ʼ]")
_ONE_FORM = str.maketrans({"أ": "ا", "إ": "ا", "ى": "ي", "і": "и", "ї": "и", "є": "е", "ґ": "г"})
#: What a piece has as its probability that nobody used.
_UNSEEN = 1e-5
#: So many ways to read a name are followed up, and to write its letters.
_BEAM, _READINGS, _CELL = 8, 12, 2
#: A rendering has so many letters for one of the name, and is so far from its place.
_MOST, _AWAY = 4, 4
#: So many letters may stand for one as they never did.
_ANY = 2
#: So large a share of what stands for a letter is usual.
_USUAL = 0.01
#: Two words that differ in more of their consonants are not compared.
_UNLIKE = 0.5
#: Of the cases a word may stand in, so many are tried.
_CASES = 2
#: Vowels of scripts of consonants, as they are read.
_VOWELS = re.compile("[aiu]")
_SILENT = re.compile("[aeiouy]+[dprstxz]{1,2}")
#: Letters that end French names and are not heard.
_MUTE = frozenset("dtpsxz")
_ABJADS = "\u0590"
_SOFT, _UNSURE = re.compile("(?<=u)gh|[aeiouyhwj]"), re.compile("[aeiouywj]")
_TWICE = re.compile(r"(.)\1+")
_OWN_SPELLING = re.compile("[sc]z|rz(?=[aeiouy])", re.IGNORECASE)
_READ_ALIKE = str.maketrans({"y": "i", "j": "i", "w": "u", "o": "u", "z": "s", "q": "k"})


class Rendering(NamedTuple):
    """How a word is written letter by letter, and how much less likely that is than the likeliest
    way, in nats: 0 is the likeliest.
    """

    pieces: tuple[Piece, ...]
    excess: float


def latin_letters(form: str) -> str:
    """The letters a to z of a word, marks left out."""
    from anyascii import anyascii

    return _NO_LETTER.sub("", anyascii(form).lower())


def own_letters(word: str, language: str) -> str:
    """The letters of a name as the tables have them; characters by how they are read."""
    if language in _READ:
        return _DIGRAPH.sub(lambda pair: _SINGLE[pair.group()], latin_letters(word))
    return _MARKS.sub("", word.lower()).translate(_ONE_FORM)


class _Model:
    """The counts of a language."""

    def __init__(self, language: str) -> None:
        self._lines = table(language)
        self._parsed: dict[str, tuple[float, int, dict[str, int]]] = {}
        self._known: dict[tuple[str, str, str], float] = {}
        self.renderings: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.share: dict[Piece, float] = {}
        for piece, count in self._counts("")[2].items():
            mine, _, its = piece.partition(":")
            self.renderings[mine].append((its, count))
        for mine, forms in self.renderings.items():
            forms.sort(key=lambda each: (-each[1], each[0]))
            total = sum(count for _, count in forms)
            self.share.update(((mine, its), count / total) for its, count in forms)

    def is_usual(self, piece: Piece, behind: Piece = END) -> bool:
        """Whether the letters often stand for the name’s; what is left out, before what stands behind
        it: Russian has two letters for “j”.
        """
        if self.share.get(piece, 0) < _USUAL:
            return False
        if piece[1] or not _hard(_read(piece[0])):
            return True
        total, _, counts = self._counts(f"{piece[0]}:")
        same = sum(count for each, count in counts.items() if each.startswith(f"{behind[0]}:"))
        return same >= _USUAL * total

    def cost(self, first: str, second: str, piece: str) -> float:
        """What a piece costs behind two others, in nats."""
        key = first, second, piece
        cost = self._known.get(key)
        if cost is None:
            chance = _UNSEEN
            for before in ("", second, f"{first} {second}"):
                total, kinds, counts = self._counts(before)
                if total:
                    chance = (counts.get(piece, 0) + kinds * chance) / (total + kinds)
            cost = self._known[key] = -math.log(chance)
        return cost

    def _counts(self, before: str) -> tuple[float, int, dict[str, int]]:
        found = self._parsed.get(before)
        if found is None:
            line = self._lines.get(before)
            if line is None:
                found = 0.0, 0, {}
            else:
                head, _, rest = line.partition("\t")
                total, kinds = head.split()
                told = rest.split(" ")
                found = (
                    float(total),
                    int(kinds),
                    dict(zip(told[::2], map(int, told[1::2]), strict=True)),
                )
            self._parsed[before] = found
        return found


@cache
def _model(language: str) -> _Model:
    return _Model(language)


#: What was paid, the two pieces before, and all.
_Path: TypeAlias = tuple[float, str, str, tuple[Piece, ...]]
#: The two pieces before → the cheapest way to them.
_Cell: TypeAlias = dict[tuple[str, str], _Path]


def _start() -> _Cell:
    before = ":".join(BEGINNING)
    return {(before, before): (0.0, before, before, ())}


def _go_on(model: _Model, cell: _Cell, path: _Path, piece: Piece) -> None:
    """Puts a way that goes on with a piece where it leads, if none is cheaper."""
    paid, first, second, pieces = path
    third = f"{piece[0]}:{piece[1]}"
    paid += model.cost(first, second, third)
    known = cell.get((second, third))
    if known is None or paid < known[0]:
        cell[second, third] = paid, second, third, (*pieces, piece)


def _cheapest(model: _Model, cell: _Cell) -> tuple[float, tuple[Piece, ...]] | None:
    end = ":".join(END)
    ends = ((path[0] + model.cost(path[1], path[2], end), path[3]) for path in cell.values())
    return min(ends, default=None)


@lru_cache(maxsize=65_536)
def likeliest(word: str, language: str) -> tuple[str, float]:
    """The likeliest rendering of a name, in small letters, and what it costs in nats; empty where
    letters are none of the script’s.
    """
    model = _model(language)
    rows: list[_Cell] = [_start(), *({} for _ in word)]
    for at in range(len(word)):
        for path in sorted(rows[at].values())[:_BEAM]:
            for mine in (word[at : at + 1], word[at : at + 2])[: len(word) - at]:
                for its, _ in model.renderings.get(mine, ())[:_READINGS]:
                    _go_on(model, rows[at + len(mine)], path, (mine, its))
    found = _cheapest(model, rows[-1])
    return ("".join(its for _, its in found[1]), found[0]) if found else ("", math.inf)


@lru_cache(maxsize=65_536)
def rendering(word: str, form: str, language: str) -> Rendering | None:
    """How a name is written in `form`; both as `own_letters` and `latin_letters` have them. None
    where the two are too unlike in length, or letters are none of the script’s.
    """
    if max(len(word), len(form)) > LONGEST or not form:
        return None
    usual, least = likeliest(word, language)
    if not usual:
        return None
    model, pace = _model(language), len(form) / len(word)
    rows: list[list[_Cell]] = [[{} for _ in range(len(form) + 1)] for _ in range(len(word) + 1)]
    rows[0][0] = _start()
    for at in range(len(word)):
        middle = int(at * pace)
        for to in range(max(0, middle - _AWAY), min(len(form), middle + _AWAY) + 1):
            for path in sorted(rows[at][to].values())[:_CELL]:
                for piece in _pieces(model, word[at : at + 2], form[to : to + _MOST]):
                    _go_on(model, rows[at + len(piece[0])][to + len(piece[1])], path, piece)
    found = _cheapest(model, rows[-1][-1])
    return Rendering(found[1], found[0] - least) if found else None


def _pieces(model: _Model, word: str, form: str) -> Iterator[Piece]:
    """What may be the next piece: any two letters for one, more only where they are known."""
    yield word[0], ""
    for size in range(1, len(form) + 1):
        # Vowels that the script leaves out may follow the letters of a consonant: “ghou”.
        told = form[:size].rstrip("aeiou")
        if size <= _ANY or (word[0], form[:size]) in model.share or (word[0], told) in model.share:
            yield word[0], form[:size]
        if len(word) > 1 and size <= _ANY and (word, form[:size]) in model.share:
            yield word, form[:size]


@cache
def has_model(profile: LanguageProfile) -> bool:
    """Whether there is a table for the names of a language."""
    return has_renderings(_language(profile))


def _language(profile: LanguageProfile) -> str:
    return profile.tag.partition("-")[0]


@lru_cache(maxsize=65_536)
def best_rendering(word: str, form: str, profile: LanguageProfile) -> Rendering | None:
    """How a word of a text in another script is written in a word of Latin letters, in whichever
    case it stands.
    """
    language, letters = _language(profile), latin_letters(form)
    read = {
        name: letters_apart(latin_letters(name), letters, LONGEST)
        for name in nominatives(word.lower(), profile)
        if consonants_apart(name, form) <= _UNLIKE or is_pinyin(form)
    }
    found = (
        rendering(own_letters(name, language), letters, language)
        for name in sorted(read, key=lambda name: (read[name], name))[:_CASES]
    )
    return min(filter(None, found), key=lambda each: each.excess, default=None)


@lru_cache(maxsize=65_536)
def consonants_apart(word: str, form: str) -> float:
    """In which share of their consonants two words differ, 0 to 1; much cheaper than a rendering."""
    mine, heard = sound_of(word).consonants, sound_of(form).consonants
    longer = max(len(mine), len(heard), 1)
    return letters_apart(mine, heard, longer) / longer


def may_be_lettered(word: str, form: str) -> bool:
    """Whether a word in another script has the consonants of the form, read one by one: much
    cheaper than a rendering.
    """
    return _UNSURE.sub("", latin_letters(form)) in _UNSURE.sub("", latin_letters(word))


def is_lettered(pieces: Sequence[Piece]) -> bool:
    """Whether letters stand for letters as their script is read, whosever name it is. The last vowel
    of a Chinese reading may be dropped.
    """
    closed = pieces[-1][1] or pieces[-1][0] > "z" or pieces[-1][0] not in "ieu"
    return all(map(_is_read, pieces if closed else pieces[:-1]))


def _is_read(piece: Piece) -> bool:
    mine, its = _plain(_read(piece[0])), _plain(piece[1])
    if piece[0] > _ABJADS:
        # Vowels are hardly written, and what writes them may be a consonant.
        return _VOWELS.sub("", mine) == _VOWELS.sub("", its) and len(its) <= len(mine) + 1
    return mine == its


def usual_rendering(pieces: Sequence[Piece], profile: LanguageProfile) -> str:
    """The likeliest rendering of a name that is given in pieces."""
    return likeliest("".join(mine for mine, _ in pieces), _language(profile))[0]


def is_other_consonants(form: str, usual: str) -> bool:
    """Whether two renderings differ in how they write consonants that are surely heard."""
    return _plain(_UNSURE.sub("", form)) != _plain(_UNSURE.sub("", usual))


def undamaged(pieces: Sequence[Piece], profile: LanguageProfile) -> float:
    """Which share of their letters two words have in common as spellings of one name; 1 where no
    consonant is lost, added or another. One that is added at the end may be silent.
    """
    model = _model(_language(profile))
    mine, its = pieces[-1]
    if not model.is_usual(pieces[-1]) and (
        _SILENT.fullmatch(its) or (its[-1:] in _MUTE and model.is_usual((mine, its[:-1])))
    ):
        pieces = pieces[:-1]
    strange = {
        at
        for at, piece in enumerate(pieces)
        if not (
            _is_usual_but_for_vowels(model, piece, *pieces[at + 1 : at + 2])
            or _is_greek(pieces, at)
        )
        and _hard(piece[1]) not in map(_hard, _around(pieces, at))
    }
    if not any(_hard(pieces[at][1]) or _hard(_read(pieces[at][0])) for at in strange):
        return 1.0
    every = sum(len("".join(piece)) for piece in pieces)
    return 1 - sum(len("".join(pieces[at])) for at in strange) / every


def _is_usual_but_for_vowels(model: _Model, piece: Piece, behind: Piece = END) -> bool:
    mine, its = piece
    return model.is_usual(piece, behind) or any(
        _hard(form) == _hard(its)
        for form, _ in model.renderings[mine]
        if model.is_usual((mine, form), behind)
    )


def _is_greek(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a consonant is one that Greek writes behind “m” as a “p”, and sounds as a “b”."""
    return pieces[at][1] == "b" and _read(pieces[at][0]) == "p" and pieces[at - 1][1] == "m"


def has_own_spelling(word: str) -> bool:
    """Whether a word is written with marks, or as Poles and Hungarians write, and not as it is heard."""
    return not word.isascii() or _OWN_SPELLING.search(word) is not None


def _around(pieces: Sequence[Piece], at: int) -> list[str]:
    return [
        its for _, its in (*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]) if _hard(its)
    ]


def _hard(letters: str) -> str:
    """The consonants that no spelling leaves out or puts in, one of each two."""
    return _TWICE.sub(r"\1", _SOFT.sub("", letters))


def _read(letters: str) -> str:
    """How letters of a name are read, as a reader of the script is taught."""
    return "".join(_DOUBLE.get(letter) or latin_letters(letter) for letter in letters)


def _plain(letters: str) -> str:
    return letters.translate(_READ_ALIKE)
