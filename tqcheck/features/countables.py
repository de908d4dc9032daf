"""Which words are nouns that are counted, as the list of a language's words tells by their forms."""

from collections.abc import Iterator, Mapping

from tqcheck.features.vocabulary import common_words, frequency, has_vocabulary
from tqcheck.languages.agreement import Classes, other_form
from tqcheck.model import LanguageProfile

_SHORTEST = 4
#: How frequent a noun is, and its plural, alone and beside it.
_FREQUENT, _FREQUENT_PLURAL, _SHARE = 300, 100, 0.12
#: A verb has its other forms more often than this beside the plain one; a noun has them by chance.
_BY_CHANCE = 0.01


class Countables:
    """The nouns of a language that are no verbs: words with a plural, and no forms of verbs.

    `plurals` are the endings that make a plural ("y:ies"), `verb_forms` those that make other
    forms of verbs ("e:ing"), and words of `never` are no nouns.
    """

    def __init__(
        self,
        profile: LanguageProfile,
        plurals: Mapping[str, Classes],
        verb_forms: Mapping[str, Classes],
        never: Mapping[str, Classes],
    ) -> None:
        self._profile = profile
        self._plurals, self._verb_forms = list(plurals), list(verb_forms)
        self._never = never
        self._knows = bool(verb_forms) and has_vocabulary(profile)

    def singular(self, word: str) -> bool:
        """Whether a word is such a noun in the singular."""
        if not self._knows or len(word) < _SHORTEST or not (word.isalpha() and word.islower()):
            return False
        count = frequency(self._profile, word)
        if count < _FREQUENT or word[-1] == "s" or word in self._never:
            return False
        plural = frequency(self._profile, other_form(word, self._plurals))
        if plural < max(_FREQUENT_PLURAL, _SHARE * count) or word in common_words(self._profile):
            return False
        return all(
            frequency(self._profile, form) <= _BY_CHANCE * count for form in self._forms(word)
        )

    def plural(self, word: str) -> bool:
        """Whether a word is the plural of such a noun."""
        return any(
            self.singular(base) and other_form(base, self._plurals) == word
            for base in self.bases(word)
        )

    def bases(self, word: str) -> Iterator[str]:
        """What a word may be the plural of."""
        for ending in self._plurals:
            old, _, new = ending.partition(":")
            if word.endswith(new) and new:
                yield word[: len(word) - len(new)] + old

    def _forms(self, word: str) -> Iterator[str]:
        for ending in self._verb_forms:
            old, _, new = ending.partition(":")
            if word.endswith(old):
                yield word[: len(word) - len(old)] + new
                if not old:
                    yield word + word[-1] + new  # “planned”
