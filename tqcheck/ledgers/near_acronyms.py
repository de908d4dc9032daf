"""Acronyms of the target that are another language's, or have the letters of a right one in disorder."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.acronyms import Acronym, acronyms, definitions
from tqcheck.features.damage import in_latin
from tqcheck.features.distance import letters_apart
from tqcheck.languages.acronyms import facts_of, in_any_language
from tqcheck.ledgers.acronyms import distinct, learnt
from tqcheck.ledgers.right_acronyms import (
    facts_meant,
    forms_of_facts,
    named_bodies,
    shares_script,
)
from tqcheck.ledgers.spelt_acronyms import in_another_script
from tqcheck.model import Bead, Pair, remembered

#: Shorter ones are too easily near another.
_SHORTEST = 3
#: From so many letters on one of them may be gone.
_LONG = 4


class Near(NamedTuple):
    """An acronym of the target, the one that should stand there, and where the source has that;
    `known` whether it is the acronym of something else.
    """

    target: Acronym
    right: str
    source: Acronym | None
    known: bool


class _Named(NamedTuple):
    """What should stand for an acronym of the source, and whether it can mean nothing else; the fact
    of the table, if it has only one.
    """

    right: str
    source: Acronym
    sure: bool
    fact: str = ""


@remembered
def near_acronyms(pair: Pair) -> tuple[Near, ...]:
    """The acronyms that neither text defines and that stand for a right one, in order.

    It is another language's for a body whose right short form the target has elsewhere, or that the
    passage of the source names; or its letters are those of the right one in another order; or,
    where the source has the right one there, a letter is gone.
    """
    if "Latn" not in pair.target.profile.scripts:
        return ()
    return tuple(found for bead in pair.complete_beads for found in _near(pair, bead))


def _near(pair: Pair, bead: Bead) -> Iterator[Near]:
    here = Counter(each.letters for each in acronyms(bead.target))
    strange = [
        each
        for each in acronyms(bead.target)
        if len(each.letters) >= _SHORTEST
        and each.letters.isalpha()
        and each.letters not in _all_sources(pair)
        and each.letters not in _defined(pair)
    ]
    for acronym in strange:
        form = acronym.letters
        known = form in facts_of(pair.target.language)
        named = list(_named(pair, bead))
        counts = Counter(each.right for each in named)
        right = next(
            (
                each
                for each in named
                # Where the source says it twice, so may the target.
                if here[each.right] < counts[each.right]
                and _is_near(pair.target.language, form, each, known=known)
            ),
            None,
        )
        if right:
            yield Near(acronym, right.right, right.source, known)
        elif not known:
            other = _of_another_language(pair, form, here) or _in_disorder(pair, form, here)
            if other:
                yield Near(acronym, other, None, known=False)


def _is_near(language: str, form: str, named: _Named, *, known: bool) -> bool:
    """Whether an acronym is the right one, or the source's, in disorder, without a letter or with
    another one; of one that means something else, or may stand for it, only in disorder, or a letter
    more or less. Or it is what another language calls the same body.
    """
    right, own = named.right, named.source.letters
    if form in (own, right) or len(right) < _SHORTEST:
        return False
    if named.fact in in_any_language(form):
        return form not in forms_of_facts(language)[named.fact]
    if sorted(form) == sorted(right) or sorted(form) == sorted(own):
        return True
    if not named.sure:
        return False
    if known:
        return len(right) != len(form) and letters_apart(form, right, 1) == 1
    if len(right) < _LONG or form[0] != right[0]:
        return False
    return _is_part(form, right) or any(
        len(each) == len(form) and letters_apart(form, each, 1) == 1 for each in (right, own)
    )


def _is_part(form: str, whole: str) -> bool:
    """Whether letters are the whole's in order, a third of them left out at most."""
    rest = iter(whole)
    return 0 < 3 * (len(whole) - len(form)) <= len(whole) and all(each in rest for each in form)


def _named(pair: Pair, bead: Bead) -> Iterator[_Named]:
    """What should stand for the bodies that a passage of the source names, as far as that is known."""
    for source in acronyms(bead.source):
        form = source.letters if source.letters.isascii() else in_latin(source.text).upper()
        facts = facts_meant(pair, source.letters)
        if known := learnt(pair).get(source.letters):
            fact = facts[0] if len(facts) == 1 else ""
            yield _Named(known.target, source, sure=True, fact=fact)
        elif facts:
            yield from _only_right(pair, source, facts)
        elif form in _everywhere(pair):
            yield _Named(form, source, sure=True)
    if not shares_script(pair):
        for source in in_another_script(pair, bead.source):
            yield from _only_right(pair, source, facts_meant(pair, source.letters))
    for fact, source in named_bodies(bead.source).items():
        yield from _only_right(pair, source, (fact,))


def _only_right(pair: Pair, source: Acronym, facts: tuple[str, ...]) -> Iterator[_Named]:
    """The usual short form in the target of the only body that a source's name means."""
    right = forms_of_facts(pair.target.language).get(facts[0], ()) if len(facts) == 1 else ()
    if right:
        there = [each for each in right if each in _everywhere(pair)]
        sure = bool(there) or not facts[0].endswith("?")
        yield _Named(there[0] if there else right[0], source, sure, facts[0])


def _of_another_language(pair: Pair, form: str, here: Counter[str]) -> str | None:
    """What the target has elsewhere for the body that another language calls so."""
    targets = forms_of_facts(pair.target.language)
    there = _everywhere(pair)
    right = {
        other
        for fact in in_any_language(form)
        for other in targets.get(fact, ())
        if other in there and not here[other]
    }
    return right.pop() if len(right) == 1 else None


def _in_disorder(pair: Pair, form: str, here: Counter[str]) -> str | None:
    """The only acronym defined in the target that has the same letters."""
    same = {
        other
        for other in _defined(pair)
        if sorted(other) == sorted(form) and other not in here and other != form
    }
    return same.pop() if len(same) == 1 else None


@remembered
def _defined(pair: Pair) -> frozenset[str]:
    """The acronyms that the target puts beside the words that they stand for."""
    return frozenset(
        each.acronym.letters for segment in pair.target.segments for each in definitions(segment)
    )


@remembered
def _everywhere(pair: Pair) -> frozenset[str]:
    return frozenset(form for segment in pair.target.segments for form in distinct(segment))


@remembered
def _all_sources(pair: Pair) -> frozenset[str]:
    """The source's acronyms, as they are and letter by letter."""
    forms = {form for segment in pair.source.segments for form in distinct(segment)}
    return frozenset(forms | {in_latin(form).upper() for form in forms if not form.isascii()})
