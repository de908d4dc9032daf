"""Words of a passage that say no."""

import re
from functools import cache
from typing import NamedTuple

from tqcheck.features.vocabulary import is_known
from tqcheck.features.words import Word, unspaced, words
from tqcheck.model import LanguageProfile, Passage, Span, remembered

_SHORTEST_REST = 4


class Negations(NamedTuple):
    """The words that say no, and whether one of them may mean something else ("not only")."""

    words: tuple[Word, ...]
    doubtful: bool


@remembered
def negations(passage: Passage) -> Negations:
    """The plain negations of a passage; those that repeat another one are left out."""
    profile, text = passage.profile, passage.text.casefold().replace("'", "’")
    forms = [(word, _form(word)) for word in words(passage)]
    partners = profile.negation_partners if profile.has("negation_partners") else frozenset()
    if partners and not any(form.startswith(tuple(partners)) for _, form in forms):
        return Negations((), doubtful=False)
    found = _stating(passage, profile.negation_words)
    if not found and profile.has("negation_pronouns"):
        found = _stating(passage, profile.negation_pronouns)
    doubtful = bool(found) and any(idiom.casefold() in text for idiom in profile.negation_idioms)
    return Negations(found, doubtful)


def _stating(passage: Passage, signs: frozenset[str]) -> tuple[Word, ...]:
    if unspaced(passage.text):
        return tuple(
            Word(match.group(), passage.at(*match.span()))
            for match in _any_of(signs).finditer(passage.text)
        )
    return tuple(word for word in words(passage) if _form(word) in signs)


@cache
def _any_of(signs: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, signs), key=len, reverse=True)))


@remembered
def negatives(passage: Passage) -> int:
    """How many words of a passage may say no in one way or another."""
    profile = passage.profile
    return sum(_is_negative(profile, part) for word in words(passage) for part in _parts(word))


def _parts(word: Word) -> list[str]:
    form = _form(word)
    return [form] if "-" not in form else [form, *form.split("-")]


def _is_negative(profile: LanguageProfile, form: str) -> bool:
    if form in profile.negation_words or form in profile.negative_words:
        return True
    if profile.has("negative_endings") and form.endswith(profile.negative_endings):
        return True
    return any(
        form.startswith(beginning)
        and len(form) - len(beginning) >= _SHORTEST_REST
        and is_known(profile, form[len(beginning) :])
        for beginning in profile.negative_beginnings
    )


def _form(word: Word) -> str:
    return word.text.casefold().replace("'", "’").removesuffix("’s")


def verb_near(passage: Passage, place: float) -> Span:
    """The words around the verb that stands nearest to a place, given as a share of a passage."""
    row = words(passage)
    at = min(int(place * len(row)), len(row) - 1)
    if passage.profile.has("auxiliaries"):
        verbs = [
            index for index, word in enumerate(row) if word.text in passage.profile.auxiliaries
        ]
        at = min(verbs, key=lambda index: abs(index - at), default=at)
    return Span(row[at].span.start, row[min(at + 1, len(row) - 1)].span.end)
