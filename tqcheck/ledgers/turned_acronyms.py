"""Acronyms of which two letters beside each other changed their places."""

from functools import cache

from tqcheck.languages.acronyms import facts_of, letters
from tqcheck.ledgers.right_acronyms import forms_of_facts, passages_with, right_forms, usual_form
from tqcheck.model import Pair

#: Two letters that are turned are another word.
_SHORTEST = 3
#: So many facts are no chance.
_SEVERAL = 6


def turned(pair: Pair, form: str, other: str) -> str | None:
    """What should stand for an acronym of the source, if two neighbouring letters of it are turned."""
    if other in facts_of(pair.target.language) or len(other) < _SHORTEST:
        return None
    usual = usual_form(pair, form)
    if usual is None and _may_stay(pair, form, other):
        usual = form
    return usual if usual and _are_turned(letters(usual), other) else None


def _may_stay(pair: Pair, form: str, other: str) -> bool:
    """Whether an acronym that no table has is the same in the target, as far as can be told.

    Between languages that turn noun and adjective the first letters of a short one turn too.
    """
    if not form.isascii() or right_forms(pair, form) != {form}:
        return False
    if passages_with(pair)[form] or len(form) > _SHORTEST or form[0] == other[0]:
        return True
    return not _turn_letters(pair.source.language, pair.target.language)


def _are_turned(form: str, other: str) -> bool:
    if len(form) != len(other) or form == other:
        return False
    places = [at for at, letter in enumerate(form) if letter != other[at]]
    return (
        len(places) == 2
        and places[1] - places[0] == 1
        and form[places[0]] == other[places[1]]
        and form[places[1]] == other[places[0]]
    )


@cache
def _turn_letters(source_language: str, target_language: str) -> bool:
    """Whether several facts of the table have their letters in another order in another language."""
    targets = forms_of_facts(target_language)
    turned = (
        fact
        for fact, forms in forms_of_facts(source_language).items()
        if any(
            sorted(form) == sorted(other) and form != other
            for form in forms
            for other in targets.get(fact, ())
        )
    )
    return len(tuple(turned)) >= _SEVERAL
