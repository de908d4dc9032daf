"""What words of a passage mean, by a table of words that are often denied, and by likeness."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.features.alternatives import any_of
from tqcheck.features.sounds import sound_of
from tqcheck.features.words import unspaced, words
from tqcheck.languages.tables import column
from tqcheck.model import LanguageProfile, Passage, Span, remembered

_TABLE = "meanings"
_JOINT = re.compile("['’-]")
#: What is left of a verb without its beginning.
_SHORTEST = 2
#: Letters that words of one origin begin with alike, and of those that many words begin with.
_ALIKE, _ALIKE_PREFIXED = 5, 8
_PREFIXES = ("inter", "contr", "kontr", "trans", "super", "cons", "kons", "conte", "konte", "repre")
_ORIGIN = "~"
_NOUN = "noun:"


class Said(NamedTuple):
    """A meaning, and the word that has it. A meaning that is no line of the table is what words
    of one origin have in common (“~toler”).
    """

    meaning: str
    span: Span

    @property
    def alike(self) -> bool:
        """Whether the meaning is told from the letters alone."""
        return self.meaning.startswith(_ORIGIN)

    @property
    def noun(self) -> bool:
        """Whether the meaning is one of a thing: “no idea” denies it, “the idea is not” does not."""
        return self.meaning.startswith(_NOUN)


@remembered
def said(passage: Passage) -> tuple[Said, ...]:
    """What the words of a passage mean, in their order, as far as it is known. Names are left
    out, and every word with a capital in languages where nouns have none.
    """
    profile = passage.profile
    if unspaced(passage.text):
        exact = _table(profile).exact
        return tuple(
            Said(meaning, passage.at(*match.span()))
            for match in _any_form(profile).finditer(passage.text)
            for meaning in sorted(exact[match.group()])
        )
    capitals = profile.has("capitalised_nouns") and profile.capitalised_nouns
    found: list[Said] = []
    for number, word in enumerate(words(passage)):
        form = word.text.replace("'", "’")
        negation = form.casefold() in profile.negation_words
        for part in [form] if negation else _JOINT.split(form):
            if capitals or not number or not part[:1].isupper():
                found.extend(Said(each, word.span) for each in _meanings(profile, part.casefold()))
    return tuple(dict.fromkeys(found))


def means(profile: LanguageProfile, form: str) -> bool:
    """Whether the table knows what a lower-case word means."""
    return any(not meaning.startswith(_ORIGIN) for meaning in _meanings(profile, form))


@lru_cache(maxsize=50_000)
def _meanings(profile: LanguageProfile, form: str) -> tuple[str, ...]:
    exact, stems, sizes = _table(profile)
    beginnings = ("", *(profile.verb_beginnings if profile.has("verb_beginnings") else ()))
    forms = [
        form[len(beginning) :]
        for beginning in beginnings
        if form.startswith(beginning) and len(form) - len(beginning) >= _SHORTEST
    ]
    found = {meaning for each in forms for meaning in exact.get(each, ())}
    found |= {meaning for each in forms for size in sizes for meaning in stems.get(each[:size], ())}
    sound = sound_of(form).spoken
    size = _ALIKE_PREFIXED if sound.startswith(_PREFIXES) else _ALIKE
    if len(sound) > size:
        found.add(_ORIGIN + sound[:size])
    return tuple(sorted(found))


class _Table(NamedTuple):
    """Forms, and beginnings of forms, with their meanings; and how long beginnings are."""

    exact: dict[str, set[str]]
    stems: dict[str, set[str]]
    sizes: tuple[int, ...]


@cache
def _table(profile: LanguageProfile) -> _Table:
    exact: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for meaning, forms in column(_TABLE, profile.tag).items():
        for form in forms:
            known = stems if form.endswith("*") else exact
            known.setdefault(form.removesuffix("*"), set()).add(meaning)
    return _Table(exact, stems, tuple(sorted({*map(len, stems)})))


@cache
def _any_form(profile: LanguageProfile) -> re.Pattern[str]:
    return re.compile(any_of(_table(profile).exact))
