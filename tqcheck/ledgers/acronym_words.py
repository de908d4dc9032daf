"""Acronyms that stand behind the words of others."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tqcheck.features.acronyms import Acronym, abbreviates, acronyms, bracketed, words_before
from tqcheck.features.bodies import bodies
from tqcheck.features.damage import in_latin
from tqcheck.features.distance import letters_apart
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import LETTERS
from tqcheck.languages.acronyms import facts_of, in_any_language, letters
from tqcheck.languages.tables import column
from tqcheck.ledgers.right_acronyms import facts_meant, sources_of
from tqcheck.model import Bead, Pair, Passage, remembered

#: Shorter ones abbreviate words by chance.
_SHORTEST = 3
#: What may stand between a name and the bracket behind it.
_BETWEEN = " \u00a0'’s»”\""
#: From so many letters the order of initials is no chance.
_LONG = 4


class Misnamed(NamedTuple):
    """An acronym of the target, the one that the words before its bracket stand for, and where the
    source has that, if the table tells.
    """

    target: Acronym
    right: str
    source: Acronym | None = None


@remembered
def misnamed(pair: Pair) -> tuple[Misnamed, ...]:
    """The acronyms in brackets behind words that they do not stand for, in order.

    The words are another body's of the table; or an acronym that the source has in brackets stands
    for them, or is a letter away; or the letters are theirs in another order. What the source has
    too is the source's, and what leaves out a letter is another habit ("IDB" for "IADB").
    """
    return tuple(found for bead in pair.complete_beads for found in _misnamed(pair, bead))


def _misnamed(pair: Pair, bead: Bead) -> Iterator[Misnamed]:
    for acronym in acronyms(bead.target):
        form = acronym.letters
        if len(form) < _SHORTEST or not form.isalpha():
            continue
        clause = words_before(bead.target, acronym)
        full = _named_before(bead.target, acronym) if clause else None
        if full and full not in in_any_language(form):
            usual = _all_forms(pair.target.language, full)
            if usual and not _is_the_sources(bead, form):
                yield Misnamed(acronym, usual[0], _place_of(pair, bead, full))
                continue
        if not clause or abbreviates(form, clause):
            continue
        if _is_the_sources(bead, form):
            continue
        sources = [other.letters for other in bracketed(bead.source)]
        initials = _initials(clause, bead.target)
        right = _body(initials, pair.target.language)
        # A body may be called by its initials in another language’s order: “UCI”.
        if sorted(form) == sorted(initials) and form in facts_of(pair.target.language):
            continue
        if right and form not in right and not any(_is_within(form, one) for one in right):
            yield Misnamed(acronym, right[0])
            continue
        own = _own(bead, form, clause, sources) or _in_order(form, initials)
        if own and not right:
            yield Misnamed(acronym, own)


def _named_before(passage: Passage, acronym: Acronym) -> str | None:
    """The body of the table whose name in full ends before the bracket of an acronym."""
    end = acronym.span.start - 1
    text = passage.document.text
    return next(
        (
            body.fact
            for body in bodies(passage)
            if body.span.end <= end and not text[body.span.end : end].strip(_BETWEEN)
        ),
        None,
    )


def _place_of(pair: Pair, bead: Bead, fact: str) -> Acronym | None:
    """Where the source has a short form of a body."""
    found = sources_of(pair, bead.source)
    return next((found[form] for form in found if fact in facts_meant(pair, form)), None)


@lru_cache(maxsize=1024)
def _all_forms(language: str, fact: str) -> tuple[str, ...]:
    return tuple(map(letters, column("acronyms", language).get(fact, ())))


def _is_the_sources(bead: Bead, form: str) -> bool:
    """Whether the source has an acronym, as it is or, in brackets, letter by letter."""
    return form in (other.letters for other in acronyms(bead.source)) or form in (
        _romanised(other.letters) for other in bracketed(bead.source)
    )


def _own(bead: Bead, form: str, clause: str, sources: list[str]) -> str | None:
    """The only acronym in brackets of the source, where it stands for the words or is near."""
    if len(sources) != 1 or len(bracketed(bead.target)) != 1:
        return None
    own = _romanised(sources[0])
    near = own[:1] == form[:1] and (letters_apart(own, form, 1) == 1 or sorted(own) == sorted(form))
    if near or (len(own) >= _SHORTEST and abbreviates(own, clause)):
        return own
    # Neither text has words for it: no translation of a short form is made of other letters alone.
    strange = form not in facts_of(bead.target.profile.tag) and len(set(form) - set(own)) == 1
    return own if sources[0].isascii() and len(own) == len(form) and strange else None


def _in_order(form: str, initials: str) -> str | None:
    """The initials of some words, where an acronym has their letters in another order."""
    if len(initials) < _LONG or form[0] != initials[0] or len(initials) - len(form) not in (0, 1):
        return None
    if Counter(form) - Counter(initials) or _is_within(form, initials):
        return None
    return initials


@lru_cache(maxsize=4096)
def _romanised(form: str) -> str:
    return in_latin(form).upper()


def _initials(clause: str, passage: Passage) -> str:
    """The first letters of the words with a capital that a clause ends with, small words left out."""
    small = common_words(passage.profile)
    found = ""
    for word in reversed(LETTERS.findall(clause)):
        if word.lower() in small:
            continue
        if not word[0].isupper():
            break
        found = word[0] + found
    return found


def _body(initials: str, language: str) -> tuple[str, ...]:
    """The short forms of the only body of the table that some initials stand for."""
    found = [
        forms
        for forms in column("acronyms", language).values()
        if any(letters(form) == initials for form in forms)
    ]
    return tuple(map(letters, found[0])) if len(found) == 1 else ()


def _is_within(form: str, other: str) -> bool:
    """Whether the letters of one acronym are those of the other, some left out."""
    shorter, longer = sorted((form, other), key=len)
    rest = iter(longer)
    return all(letter in rest for letter in shorter)
