"""How a language spells names that it takes from another script, and what two spellings share.

A convention is a list of graphemes with the sound that each stands for. It says how a name
sounds to its readers, and how another language would have spelt it: French `ch` is the sound
`š`, which English spells `sh`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded, may_be_near
from tqcheck.languages.given_names import given_names
from tqcheck.model import LanguageProfile

#: Sounds that conventions and ears hear alike: changing one for the other costs little.
_ALIKE = frozenset(
    frozenset(pair)
    for pair in (
        *("ae", "ei", "ai", "ou", "ao", "oe", "eu", "iu", "ij", "ïi", "ɣg", "xk", "xh", "hɣ", "kɣ"),
        *("vu", "vf", "uv", "jž", "šj", "šč", "jč", "sz", "cs", "cz", "kg", "td", "bp", "bv", "gj"),
    )
)
#: Letters that one convention writes and another leaves out.
_SILENT = frozenset("eihu")
_LIGHT = 0.3
#: Sounds that Europe's languages spell differently in their common words ("Detective", "Detektiv").
_EUROPEAN = frozenset(("k", "f", "i", "s", "se", "si", "ks"))
#: What two spellings of one name may cost, in all and for each letter.
_LARGEST_COST, _LARGEST_SHARE = 0.95, 0.16
#: A token with more convertible graphemes is taken as converted or kept as a whole.
_MOST_GRAPHEMES = 5
#: So many letters differ at most between a name and one that is half respelt.
_MOST_LEFT = 3
#: A grapheme of so many letters ("tsch") stands in no other name by chance.
_SURE_SIGN = 3
_PARTS = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


class Relation(Enum):
    """What became of one word of a name."""

    SAME = "same"  # spelt alike, and no convention would change it
    KEPT = "kept"  # spelt alike, though the target language spells its sounds differently
    CONVERTED = "converted"  # respelt in the target language's convention
    HALF = "half"  # respelt in one place and left in another
    VARIANT = "variant"  # another spelling of the same sounds
    OTHER = "other"  # spelt differently, and no convention explains it


class Piece(NamedTuple):
    """A grapheme of a name, and the sound it stands for."""

    letters: str
    sound: str
    final: bool = False


@dataclass(frozen=True, eq=False)
class Convention:
    """The graphemes of a language, longest first, and the usual spelling of each sound."""

    graphemes: Mapping[str, str]
    longest: int
    spellings: Mapping[str, str]

    def pieces(self, name: str) -> tuple[Piece, ...]:
        """A name in lower case cut into graphemes; what belongs to none has its marks taken off."""
        return tuple(self._pieces(name))

    def _pieces(self, name: str) -> Iterator[Piece]:
        plain = [folded(letter) for letter in name]
        at, end = 0, len(name)
        while at < end:
            for length in range(min(self.longest, end - at), 0, -1):
                last = at + length == end and at > 0
                written = name[at : at + length], "".join(plain[at : at + length])
                letters = next((each for each in written if each in self.graphemes), "")
                if last and f"{written[1]}$" in self.graphemes:
                    yield Piece(written[1], self.graphemes[f"{written[1]}$"], final=True)
                    break
                if letters:
                    yield Piece(letters, self.graphemes[letters])
                    break
            else:
                length = 1
                yield Piece(plain[at], plain[at])
            at += length

    def spelt(self, sound: str) -> str:
        """How this convention spells a sound."""
        if sound in self.spellings:
            return self.spellings[sound]
        return "".join(self.spellings.get(each, each) for each in sound)

    def reads(self, letters: str, sound: str) -> bool:
        """Whether readers of this convention hear the sound in these letters."""
        return self.graphemes.get(letters, letters) == sound


@lru_cache(maxsize=65_536)
def relation(
    source: str, target: str, source_profile: LanguageProfile, target_profile: LanguageProfile
) -> Relation:
    """What became of a word of a name in the translation."""
    became = _became(source, target, source_profile, target_profile)
    if became is Relation.OTHER and source_profile.has("name_beginnings"):
        for own, other in source_profile.name_beginnings:
            if source[: len(own)].lower() == own and _became(
                (other + source[len(own) :]).title(), target, source_profile, target_profile
            ) not in (Relation.OTHER, Relation.HALF):
                return Relation.CONVERTED
    return became


def _became(
    source: str, target: str, source_profile: LanguageProfile, target_profile: LanguageProfile
) -> Relation:
    left, right = folded(source), folded(target)
    if left == right:
        kept = _is_kept(source, target, source_profile, target_profile)
        return Relation.KEPT if kept else Relation.SAME
    usual = given_names(source_profile.tag, target_profile.tag).get(source, ())
    if target in usual:
        return Relation.CONVERTED
    if not (source_profile.has("romanisation") and target_profile.has("romanisation")):
        return Relation.OTHER
    own = left in _known(source_profile, "own_names")
    here, there = convention(source_profile), convention(target_profile)
    mine, other = _key(source, here), _key(target, there)
    alike = cost(mine, other) if _is_near(mine, other) else float("inf")
    near = _is_low(alike, left, right)
    # What was left of the source's spelling is another sound to the target's readers.
    if not near and (own or not may_be_near(left, right, _MOST_LEFT)):
        return Relation.OTHER
    pieces = here.pieces(source.lower())
    changing = _changing(pieces, there)
    foreign = {index for index in changing if _is_foreign(pieces[index], there)}
    if not near and _is_told_apart(pieces, changing, there, right):
        return Relation.VARIANT
    if not near:
        mixed = _is_mixed(pieces, changing, foreign, there, right)
        half = mixed and not is_settled(target, target_profile)
        return Relation.HALF if half else Relation.OTHER
    if changing:
        price, converted = _best(pieces, changing, there, right)
        telling = not own and any(_is_telling(pieces[index]) for index in converted)
        if telling and foreign <= set(converted):
            return Relation.CONVERTED
        if telling and foreign & set(converted) and price == 0:
            unchanged = {pieces[index].letters for index in foreign - set(converted)}
            settled = is_settled(target, target_profile)
            # German writes “z” in names of other origins than Russian, too.
            usual_mix = unchanged <= _known(target_profile, "kept_graphemes") | _known(
                source_profile, "doubtful_graphemes"
            )
            usual_mix = usual_mix or _is_told_apart(pieces, changing, there, right)
            return Relation.VARIANT if settled or usual_mix else Relation.HALF
    return Relation.VARIANT if foreign or alike == 0 else Relation.OTHER


def _is_told_apart(
    pieces: tuple[Piece, ...], changing: tuple[int, ...], there: Convention, target: str
) -> bool:
    """Whether all that is left of a name's spelling is respelt elsewhere in it, and so has another
    sound: “Javakhishvili” for Spanish “Javajishvili”.
    """
    if len(changing) > _MOST_GRAPHEMES:
        return False
    price, converted = _best(pieces, changing, there, target)
    left = {pieces[index].letters for index in set(changing) - set(converted)}
    return not price and bool(left) and left <= {pieces[index].letters for index in converted}


def _is_mixed(
    pieces: tuple[Piece, ...],
    changing: tuple[int, ...],
    foreign: set[int],
    there: Convention,
    target: str,
) -> bool:
    """Whether a name is spelt letter for letter in both ways at once ("Tschukowskaya")."""
    if not foreign or len(changing) > _MOST_GRAPHEMES:
        return False
    price, converted = _best(pieces, changing, there, target)
    left = foreign - set(converted)
    if price or not converted or not any(_is_telling(pieces[index]) for index in left):
        return False
    return any(_is_telling(pieces[index]) for index in converted) or any(
        len(pieces[index].letters) >= _SURE_SIGN for index in left
    )


def may_be_respelt(word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word of a name, or a part of it, may be `CONVERTED` or `HALF` in a language."""
    if not (profile.has("romanisation") and other.has("romanisation")):
        return False
    there = convention(other)
    usual = given_names(profile.tag, other.tag)
    for part in _PARTS.findall(word):
        if part in usual:
            return True
        if part[0].isupper():
            pieces = convention(profile).pieces(part.lower())
            if any(_is_telling(pieces[at]) for at in _changing(pieces, there)):
                return True
    return False


@lru_cache(maxsize=65_536)
def respelt(name: str, source_profile: LanguageProfile, target_profile: LanguageProfile) -> str:
    """How the target language's convention would spell a name, in lower case.

    The name itself, folded, where nothing in it is foreign to that convention.
    """
    there = convention(target_profile)
    pieces = convention(source_profile).pieces(name.lower())
    if not any(_is_foreign(piece, there) for piece in pieces):
        return folded(name)
    return "".join(there.spelt(piece.sound) for piece in pieces)


def skeleton(name: str, profile: LanguageProfile) -> str:
    """The consonants of a name as its readers hear them."""
    heard = sounds(name, profile)
    return "".join(sound for sound in heard if sound.isalpha() and sound not in "aeiouh")


def sounds(name: str, profile: LanguageProfile) -> str:
    """A name as its readers hear it, a letter for each sound."""
    return _key(name, convention(profile))


def is_settled(name: str, profile: LanguageProfile) -> bool:
    """Whether the language writes a name so, whatever its conventions say."""
    return folded(name) in _known(profile, "settled_names")


@cache
def convention(profile: LanguageProfile) -> Convention:
    """The convention of a language.

    Raises MissingFact where its pack has none.
    """
    graphemes = dict(profile.romanisation)
    spellings: dict[str, str] = {}
    for letters, sound in profile.romanisation:
        if not letters.endswith("$"):
            spellings.setdefault(sound, letters)
    return Convention(graphemes, max(len(each.rstrip("$")) for each in graphemes), spellings)


def cost(left: str, right: str) -> float:
    """How far two strings of sounds are apart: edits count 1, or little where sounds are alike."""
    row = [0.0]
    for letter in right:
        row.append(row[-1] + _dropped(letter))
    for mine in left:
        diagonal, row[0] = row[0], row[0] + _dropped(mine)
        for index, other in enumerate(right, 1):
            best = min(
                diagonal + _changed(mine, other),
                row[index] + _dropped(mine),
                row[index - 1] + _dropped(other),
            )
            diagonal, row[index] = row[index], best
    return row[-1]


def _is_kept(
    source: str, target: str, source_profile: LanguageProfile, target_profile: LanguageProfile
) -> bool:
    """Whether a name that was left as it is has another spelling in the target language."""
    usual = given_names(source_profile.tag, target_profile.tag).get(source)
    if usual:
        return target not in usual
    if not (source_profile.has("romanisation") and target_profile.has("romanisation")):
        return False
    if folded(source) in _known(source_profile, "own_names") or is_settled(target, target_profile):
        return False
    there = convention(target_profile)
    doubtful = _known(source_profile, "doubtful_graphemes")
    # The end of a word ("Palestine", "Antoine") says nothing by itself.
    return any(
        _is_foreign(piece, there)
        and _is_telling(piece)
        and not piece.final
        and piece.letters not in doubtful
        for piece in convention(source_profile).pieces(target.lower())
    )


@cache
def _known(profile: LanguageProfile, fact: str) -> frozenset[str]:
    return frozenset(map(folded, getattr(profile, fact))) if profile.has(fact) else frozenset()


def _changing(pieces: tuple[Piece, ...], there: Convention) -> tuple[int, ...]:
    """Which graphemes the other convention usually writes in another way."""
    return tuple(
        index for index, piece in enumerate(pieces) if there.spelt(piece.sound) != piece.letters
    )


def _is_foreign(piece: Piece, there: Convention) -> bool:
    """Whether the other convention never writes a grapheme for its sound."""
    return there.spelt(piece.sound) != piece.letters and not there.reads(piece.letters, piece.sound)


def _is_telling(piece: Piece) -> bool:
    """Whether a grapheme shows where a name comes from: related words exchange the others too."""
    return piece.sound not in _EUROPEAN or not piece.letters.isascii()


def _best(
    pieces: tuple[Piece, ...], changing: tuple[int, ...], there: Convention, target: str
) -> tuple[float, tuple[int, ...]]:
    """Which graphemes were converted: the choice that comes nearest to the target's spelling."""
    whole = len(changing) > _MOST_GRAPHEMES
    sizes = (0, len(changing)) if whole else range(len(changing) + 1)
    best: tuple[float, tuple[int, ...]] = (float("inf"), ())
    for size in sizes:
        for chosen in combinations(changing, size):
            spelling = "".join(
                there.spelt(piece.sound) if index in chosen else piece.letters
                for index, piece in enumerate(pieces)
            )
            price = cost(_single(spelling), _single(target))
            if price < best[0]:
                best = (price, chosen)
    return best


def _is_near(left: str, right: str) -> bool:
    """Whether `cost` can be low at all: a cheap test before the dear one."""
    most = int(_LARGEST_COST / _LIGHT)
    return may_be_near(left, right, most) and letters_apart(left, right, most) <= most


def _is_low(price: float, left: str, right: str) -> bool:
    return price <= min(_LARGEST_COST, _LARGEST_SHARE * max(len(left), len(right)))


@lru_cache(maxsize=65_536)
def _key(name: str, spelling: Convention) -> str:
    """The sounds of a name: doubled letters once, half vowels as vowels, no silent h."""
    key = _single("".join(piece.sound for piece in spelling.pieces(name.lower())))
    return "".join(
        sound
        for index, sound in enumerate(key)
        if sound != "h" or (index + 1 < len(key) and key[index + 1] in "aeiou" and index == 0)
    )


def _single(letters: str) -> str:
    """Letters with half vowels as vowels, and doubled ones once."""
    letters = letters.replace("w", "u").replace("y", "i")
    return "".join(
        letter for index, letter in enumerate(letters) if index == 0 or letters[index - 1] != letter
    )


def are_alike(left: str, right: str) -> bool:
    """Whether two letters or sounds are often heard, or written, for one another."""
    return frozenset((left, right)) in _ALIKE


def _changed(left: str, right: str) -> float:
    if left == right:
        return 0.0
    return _LIGHT if are_alike(left, right) else 1.0


def _dropped(letter: str) -> float:
    return _LIGHT if letter in _SILENT else 1.0
