"""Given and family names that the target takes for words: "Noble al-Gohary", "Anna Tailor"."""

from collections.abc import Iterator

from tqcheck.features.damage import in_latin
from tqcheck.features.folding import folded
from tqcheck.features.sounds import consonants_of, sound_alike, sound_of
from tqcheck.features.words import Word, words
from tqcheck.languages.tables import column
from tqcheck.ledgers.retold_names import Retold
from tqcheck.model import Bead, LanguageProfile

#: Shorter words are no names.
_SHORTEST = 3
_ALIKE = str.maketrans("j", "g", "wy")
#: So many consonants tell names of two scripts apart.
_FEWEST = 2
#: Names from this letter on are of another script: how to write them is not told.
_NO_LATIN = "\u0250"


def may_be_a_word_name(word: str, _: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word of the source is a name that the other language has a word for."""
    return word in column("name_meanings", other.tag)


def names_made_words(bead: Bead) -> Iterator[Retold]:
    """The names that became words, told by the other half of the person's name beside them."""
    known = column("name_meanings", bead.target.profile.tag)
    here = words(bead.source)
    if not any(word.text in known for word in here):
        return
    there = words(bead.target)
    said = {consonants_of(_plain(word)) for word in there}
    texts = bead.source.document.text, bead.target.document.text
    across = bead.source.profile.scripts[0] != bead.target.profile.scripts[0]
    for at, name in enumerate(here):
        if name.text not in known or consonants_of(in_latin(name.text)) in said:
            continue
        for place, word in enumerate(there):
            if _plain(word) not in known[name.text]:
                continue
            for step in (1, -1):
                mine = _beside(texts[0], here, at, step)
                other = _beside(texts[1], there, place, step)
                if mine and other and _is_same(mine, other, across=across):
                    yield Retold(
                        name.span, word.span, name.text if name.text[0] < _NO_LATIN else ""
                    )


def _plain(word: Word) -> str:
    return word.text.removesuffix("'s").removesuffix("’s")


def _beside(text: str, row: tuple[Word, ...], at: int, step: int) -> str | None:
    """The word before or behind one, where but a space stands between and it has a capital."""
    if not 0 <= at + step < len(row):
        return None
    one, other = sorted((row[at], row[at + step]), key=lambda word: word.span)
    if text[one.span.end : other.span.start] not in {" ", "\u00a0"}:
        return None
    form = _plain(row[at + step])
    first = form.rpartition("-")[2][:1]
    return form if len(form) >= _SHORTEST and first == first.upper() else None


def _is_same(mine: str, other: str, *, across: bool) -> bool:
    """Whether two words are one name, as it is or respelt."""
    if folded(mine) == folded(other):
        return True
    if not across:
        return sound_alike(sound_of(mine), sound_of(other), across=False)
    heard, written = _consonants(mine), _consonants(other)
    shorter, longer = sorted((heard, written), key=len)
    return len(shorter) >= _FEWEST and longer.endswith(shorter)


def _consonants(word: str) -> str:
    """The consonants of a word as they sound: "j" as "g", which Egyptians say for it, and none that
    may be a long vowel.
    """
    return consonants_of(in_latin(word).translate(_ALIKE))
