"""Acronyms that lost a letter or two: "INSRM" of “Inserm”."""

from tqcheck.features.acronyms import Acronym
from tqcheck.features.folding import folded
from tqcheck.features.names import names
from tqcheck.features.vocabulary import has_vocabulary, is_known
from tqcheck.languages.lexicon import lexicon
from tqcheck.ledgers.names import folded_words
from tqcheck.model import Bead, LanguageProfile

#: What is left of a short form has so many letters at least, and lost so many at most where the
#: source writes it as a name, and where it writes it in capitals.
_FEWEST, _MOST_LOST, _MOST_LOST_CAPITALS = 3, 2, 1
#: A short form has so many letters at least, and one that is written as a name: "Inserm".
_SHORTEST, _SHORTEST_NAME = 4, 5


def whole_of(bead: Bead, other: str) -> Acronym | None:
    """The short form of the source that the target has not got, and of which a new acronym of the
    target has the letters in order; only in one script.
    """
    profile = bead.source.profile
    if len(other) < _FEWEST or "Latn" not in profile.scripts:
        return None
    told = folded_words(bead.target)
    for name in names(bead.source):
        for word in name.words:
            form = folded(word.text)
            most = _MOST_LOST_CAPITALS if word.shouted else _MOST_LOST
            alone = len(name.words) == 1 and not word.initial and len(form) >= _SHORTEST_NAME
            if (
                (word.shouted or (alone and not _is_a_word(profile, form)))
                and len(form) >= _SHORTEST
                and form not in told
                and 0 < len(form) - len(other) <= most
                and _is_within(other.lower(), form)
            ):
                return Acronym(word.text, word.span)
    return None


def _is_a_word(profile: LanguageProfile, form: str) -> bool:
    """Whether a language has a word, by the longest list of its words that there is."""
    if has_vocabulary(profile):
        return is_known(profile, form)
    known = lexicon(profile.tag)
    return known is None or known.frequency(form) > 0


def _is_within(part: str, whole: str) -> bool:
    """Whether a word begins and goes on with the letters of another one, in order."""
    rest = iter(whole)
    return part[0] == whole[0] and all(letter in rest for letter in part)
