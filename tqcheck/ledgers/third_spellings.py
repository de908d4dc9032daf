"""Names of another script that the target spells as a third language does: "Uschakow" for Ушаков."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.damage import in_latin
from tqcheck.features.folding import folded
from tqcheck.features.known_names import known_spellings
from tqcheck.features.names import NameWord, names
from tqcheck.features.romanisation import cost, is_settled, skeleton
from tqcheck.languages import known_languages, profile
from tqcheck.languages.proper_words import proper_words
from tqcheck.model import Bead, LanguageProfile, Span

#: What shows that a name in Cyrillic script is no German’s or Frenchman’s; its case may follow.
_SLAVIC = re.compile(
    r"(?:[оеё]в|ин|[сц]к[иі]й|енко|чук|[оеё]вич|дзе|швили|швілі)(?:а|у|ом|ым|им|ой|ая|ого|ому|ою)?$"
)
#: The same in Latin letters, whatever the ending: sounds that neither has.
_FOREIGN = re.compile("kh|dj|dzh|dsch|tch|tsch|ouv|zad[ée]$")
#: The ending of a Pole, whose own spelling it is.
_POLISH = re.compile(r"(?:[sc]k[ia]|icz|czyk|wna)$")
#: What Spanish stresses so, it writes so in the names of its own people.
_STRESSED = re.compile("[áíóú]")
#: So many consonants tell names apart.
_FEWEST = 3
#: What consonants cost that are the same but for one heard alike ("s" and "z"), and other ones.
_SAME, _ANOTHER = 0.3, 1.0


class ThirdSpelling(NamedTuple):
    """A name of the source, the word of the target for it, and the language that spells it so."""

    source: Span
    target: Span
    language: str


def third_spellings(bead: Bead) -> Iterator[ThirdSpelling]:
    """The names in Cyrillic script that the target has in a third language’s convention, in order.

    Readers of the target hear other consonants, those of the third language the name’s own.
    """
    here, there = bead.source.profile, bead.target.profile
    if "Cyrl" not in here.scripts or not there.has("romanisation"):
        return
    doubtful = [
        word
        for name in names(bead.target)
        for word in name.words
        if not (word.shouted or is_settled(word.text, there) or _POLISH.search(word.text))
        and not _STRESSED.search(word.text)
        and word.text.lower() not in proper_words()
        and _conventions(word.text, there)
    ]
    if not doubtful:
        return
    sources = [word for name in names(bead.source) for word in name.words]
    for word in doubtful:
        foreign = _FOREIGN.search(word.text.lower()) is not None
        slavic = [each for each in sources if foreign or _SLAVIC.search(each.text.lower())]
        yield from _of_word(word, slavic, here, there, least=_SAME if foreign else _ANOTHER)


def _of_word(
    word: NameWord,
    sources: list[NameWord],
    here: LanguageProfile,
    there: LanguageProfile,
    *,
    least: float,
) -> Iterator[ThirdSpelling]:
    """The names of the source that a word is in a third convention; to its readers it has to sound
    so much otherwise.
    """
    read = skeleton(word.text, there)
    for source in sources:
        heard = skeleton(in_latin(source.text), there)
        if len(heard) < _FEWEST or cost(heard, read) < least or _is_borne(word, source, here):
            continue
        for third in _conventions(word.text, there):
            if cost(skeleton(word.text, third), heard) <= _SAME:
                yield ThirdSpelling(source.span, word.span, third.name)
                return


def _is_borne(word: NameWord, source: NameWord, here: LanguageProfile) -> bool:
    """Whether people with the source’s name write it so: Germans with a Slavic one."""
    spellings = known_spellings(source.text, here)
    return any(folded(word.text) in map(folded, spelling.forms) for _, spelling in spellings)


def _conventions(word: str, there: LanguageProfile) -> tuple[LanguageProfile, ...]:
    """The languages of which a word has a grapheme that the target’s convention lacks."""
    low = word.lower()
    return tuple(third for third, signs in _signs(there.tag) if any(sign in low for sign in signs))


@cache
def _signs(target: str) -> tuple[tuple[LanguageProfile, tuple[str, ...]], ...]:
    """The languages with a convention of their own, and the graphemes that show it."""
    there = dict(profile(target).romanisation)
    found = []
    for tag in sorted(known_languages()):
        third = profile(tag)
        if tag != target and third.has("romanised_shapes") and third.has("romanisation"):
            signs = tuple(
                letters
                for letters, sound in third.romanisation
                if letters.isalpha() and len(sound) == 1 and there.get(letters, letters) != sound
            )
            found.append((third, signs))
    return tuple(found)
