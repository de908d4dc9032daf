"""Acronyms that stand in the translation in the place of others."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from tqcheck.features.acronyms import Acronym, bracketed, stands_in_brackets
from tqcheck.features.damage import in_latin
from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.initials import has_initials, is_short_for_a_name, spells
from tqcheck.features.words import words
from tqcheck.languages.acronyms import facts_of
from tqcheck.languages.tables import column
from tqcheck.ledgers.right_acronyms import (
    facts_meant,
    first_places,
    forms_of_facts,
    is_quoted,
    kept,
    learnt_forms,
    named_bodies,
    passages_with,
    right_forms,
    shares_script,
    sources_of,
    usual_form,
)
from tqcheck.ledgers.short_words import short_words
from tqcheck.ledgers.spelt_acronyms import in_another_script
from tqcheck.ledgers.thinned_acronyms import whole_of
from tqcheck.ledgers.turned_acronyms import turned
from tqcheck.ledgers.uneven_acronyms import mention, uneven
from tqcheck.model import Bead, Pair, Segment, remembered

#: Shorter ones are too easily near another.
_SHORTEST = 3
#: From so many letters an acronym is a word that no language translates.
_TELLING = 5
#: Short forms of countries.
_COUNTRIES = frozenset(
    {
        "central-african-republic?",
        "democratic-republic-of-the-congo?",
        "federal-republic-of-germany?",
        "german-democratic-republic?",
        "north-korea?",
        "peoples-republic-of-china?",
        "soviet-union",
        "united-arab-emirates?",
        "united-kingdom?",
        "united-states",
    }
)
#: Bodies whose short forms open the names of many others: "联合国难民署".
_OPENERS = frozenset({"united-nations", "european-union"}) | _COUNTRIES
#: How the facts of their own bodies begin, which may be told by them: "the UN health agency".
_OWN = {
    "european-union": ("court-of-justice-eu", "eu-", "euro", "frontex"),
    "united-nations": (
        *("aids-", "development-", "drugs-", "environment-", "food-and-", "human", "industrial-"),
        *("international-", "minus", "mission-", "monusco", "palestine-refugees", "panel-"),
        *("postal-", "telecom", "tourism-", "trade-and-", "un", "who-", "world-"),
    ),
}


class Substitute(NamedTuple):
    """An acronym of the target that stands where another should.

    `right` is what should stand there, if that is known; `known` whether it is the acronym of something else.
    """

    source: Acronym
    target: Acronym
    right: str | None
    known: bool


@remembered
def substitutes(pair: Pair) -> tuple[Substitute, ...]:
    """The acronyms that took the place of others, in order.

    Told only of passages in which one acronym of the source has no rendering, and one of the
    target no reason; and of letters that changed their places.
    """
    return tuple(found for bead in pair.complete_beads for found in _substitute(pair, bead))


def _substitute(pair: Pair, bead: Bead) -> Iterator[Substitute]:
    targets = first_places(bead.target)
    sources = _all_named(pair, bead.source) if targets else {}
    right = {each for form in sources for each in right_forms(pair, form)}
    lost = _lost(pair, bead, sources, targets)
    common, known = bead.target.profile.function_words, facts_of(pair.target.language)
    new = [
        form
        for form in targets
        if form not in right
        and form not in sources
        and form not in map(str.upper, sources)
        and (form in known or form.lower() not in common)
    ]
    strange = [form for form in new if not (form in known or _is_explained(pair, bead, form))]
    for other in strange:
        if word := whole_of(bead, other):
            yield Substitute(word, targets[other], word.text, known=False)
            return
    odd = bool(lost) != bool(new)
    if odd:
        lost, new = uneven(pair, bead, sources, new)
    if not lost or not new:
        return
    for form in lost:
        for other in new:
            swapped = turned(pair, form, other)
            if swapped and not _is_spelt_anywhere(pair, bead, other):
                yield Substitute(sources[form], targets[other], swapped, known=False)
                return
    placed = _in_one_place(pair, bead, lost, new)
    if placed:
        form, other = placed
        own = form if is_quoted(pair, form) else None
        yield Substitute(sources[form], targets[other], usual_form(pair, form) or own, known=True)
        return
    # A word of a script without capitals ("联合国") may be the first of a longer name.
    lost = [form for form in lost if form[0].isupper() or not _opens_names(pair, form)]
    same = odd or _bodies(pair, bead, sources, targets)
    if not odd:
        lost = [form for form in lost if not spells(bead.target, usual_form(pair, form) or form)]
    one = _the_one(pair, bead, lost, new, same=same)
    if one is None:
        return
    form, other = one
    usual = usual_form(pair, form) or _kept_elsewhere(pair, form, other)
    if usual is None and other in known and is_quoted(pair, form):
        usual = form
    if usual is None and not _is_another_body(pair, form, other):
        return
    if _tells_of_it(pair, form, other):
        return
    # "IC95" is "IC" with a figure, which is no letter of its name.
    if in_latin(form) == in_latin(other) or _is_a_country(pair, form, other):
        return
    means = other in known or other in learnt_forms(pair)
    place = mention(pair, bead, sources[form], other) or targets[other]
    yield Substitute(sources[form], place, usual, means)


def _all_named(pair: Pair, passage: Segment) -> dict[str, Acronym]:
    """The acronyms of a passage of the source, and the facts of the other bodies that it names in
    full, each with its first place.
    """
    found = sources_of(pair, passage)
    meant = {fact for form in found for fact in facts_meant(pair, form)}
    found.update(
        (fact, place) for fact, place in named_bodies(passage).items() if fact not in meant
    )
    return found


def _lost(
    pair: Pair, bead: Bead, sources: Mapping[str, Acronym], targets: Mapping[str, Acronym]
) -> list[str]:
    """What the source names and a passage of the target does not, in letters or in full."""
    there = {folded(word.text) for word in words(bead.target)} if sources else set()
    full = named_bodies(bead.target)
    return [
        form
        for form in sources
        if not (right_forms(pair, form) | {form.upper()}) & targets.keys()
        and not there.intersection(map(folded, right_forms(pair, form)))
        and not any(fact in full for fact in facts_meant(pair, form))
    ]


def _kept_elsewhere(pair: Pair, form: str, other: str) -> str | None:
    """An acronym that nothing is known of but that the target has it elsewhere, and here nearly."""
    if len(form) < _SHORTEST or not passages_with(pair)[form]:
        return None
    if form in kept(pair):
        return form
    near = letters_apart(form, other, 1) == 1 or sorted(form) == sorted(other)
    return form if near else None


def _in_one_place(
    pair: Pair, bead: Bead, lost: list[str], new: list[str]
) -> tuple[str, str] | None:
    """An acronym that is the same in both languages, and another in the same one of the brackets.

    The words before the brackets may explain the other one, but not their initials.
    """
    mine, others = bracketed(bead.source), bracketed(bead.target)
    for one, other in zip(mine, others, strict=True) if len(mine) == len(others) else ():
        form = one.letters
        facts = facts_of(pair.source.language).get(form, ())
        sure = len(facts) == 1 and not facts[0].endswith("?") and form in right_forms(pair, form)
        sure = sure or is_quoted(pair, form)
        if form in lost and other.letters in new and sure and len(form) >= _TELLING:
            return form, other.letters
    return _in_brackets_across(pair, bead, lost, new)


def _in_brackets_across(
    pair: Pair, bead: Bead, lost: list[str], new: list[str]
) -> tuple[str, str] | None:
    """The only acronym in brackets of a source in another script, of one body alone, and the only
    one of the target, which is another's.
    """
    if shares_script(pair):
        return None
    mine = [
        each.letters
        for each in in_another_script(pair, bead.source)
        if stands_in_brackets(bead.source, each.span)
    ]
    others = [each.letters for each in bracketed(bead.target)]
    if len(mine) == len(others) == 1 and mine[0] in lost and others[0] in new:
        sure = usual_form(pair, mine[0]) and others[0] in facts_of(pair.target.language)
        return (mine[0], others[0]) if sure else None
    return None


def _bodies(pair: Pair, bead: Bead, sources: Iterable[str], targets: Iterable[str]) -> bool:
    """Whether both sides name as many bodies, those of countries left out."""
    mine = [form for form in sources if not _names_a_country(pair.source.language, form)]
    others = [form for form in targets if not _names_a_country(pair.target.language, form)]
    known = facts_of(pair.target.language)
    short = {fact for form in others for fact in known.get(form, ())}
    return len(mine) == len(others) + len(named_bodies(bead.target).keys() - short)


def _the_one(
    pair: Pair, bead: Bead, lost: list[str], new: list[str], *, same: bool
) -> tuple[str, str] | None:
    """The only acronym that was lost and the only one that is new, for which no words stand.

    Where one side has more of them, `same` is false, and nothing else may speak for the new one.
    """
    new = [form for form in new if not _is_explained(pair, bead, form)]
    if len(new) > 1:
        new = [form for form in new if _means_one_thing(pair.target.language, form)]
    if len(lost) != 1 or len(new) != 1 or (not same and _is_known_here(pair, new[0])):
        return None
    return lost[0], new[0]


@cache
def _means_one_thing(language: str, form: str) -> bool:
    """Whether the table has an acronym as that of one body only, and of nothing else."""
    facts = facts_of(language).get(form, ())
    return len(facts) == 1 and not facts[0].endswith("?")


def _is_known_here(pair: Pair, other: str) -> bool:
    """Whether an acronym of the target stands in it twice, or the source speaks of what it means."""
    if passages_with(pair)[other] > 1:
        return True
    sources = forms_of_facts(pair.source.language)
    forms = {
        form
        for fact in facts_of(pair.target.language).get(other, ())
        for form in sources.get(fact, ())
    }
    return bool(forms & _all_sources(pair))


@remembered
def _all_sources(pair: Pair) -> frozenset[str]:
    return frozenset(form for segment in pair.source.segments for form in sources_of(pair, segment))


def _opens_names(pair: Pair, form: str) -> bool:
    if form in short_words(pair):
        return False
    facts = facts_meant(pair, form)
    if form in facts:
        return form in _OPENERS
    return not facts or any(fact in _OPENERS or fact.endswith("?") for fact in facts)


def _tells_of_it(pair: Pair, form: str, other: str) -> bool:
    """Whether an acronym of the target may tell whose body it is that the source names."""
    own = facts_meant(pair, form)
    return any(
        fact.startswith(_OWN.get(whole, ()))
        for whole in facts_of(pair.target.language).get(other, ())
        for fact in own
    )


@cache
def _names_a_country(language: str, form: str) -> bool:
    """Whether a short form is a country’s: its name, inhabitants or money may stand for it."""
    return any(fact in _COUNTRIES for fact in (form, *facts_of(language).get(form, ())))


def _is_a_country(pair: Pair, form: str, other: str) -> bool:
    return _names_a_country(pair.source.language, form) or _names_a_country(
        pair.target.language, other
    )


def _is_another_body(pair: Pair, form: str, other: str) -> bool:
    """Whether an acronym of the target means one thing only, of which the source's form is known.

    It may mean others too where it, or the source's acronym, is the same in both languages.
    """
    facts = facts_of(pair.target.language).get(other, ())
    known = forms_of_facts(pair.source.language)
    if len(facts) != 1 or facts[0] not in known:
        return False
    kept = len(facts_of(pair.source.language).get(form, ())) == 1 and form in right_forms(
        pair, form
    )
    return not facts[0].endswith("?") or other in known[facts[0]] or kept


def _is_explained(pair: Pair, bead: Bead, other: str) -> bool:
    """Whether an acronym of the target abbreviates words, of the source or of its own text.

    Of one that the table has the words must be a name; where the table has the name in full, the
    source must have that.
    """
    facts = facts_of(pair.target.language).get(other, ())
    if has_initials(bead.source, other, named=bool(facts)):
        return True
    if len(facts) == 1 and facts[0] in column("bodies", pair.source.language):
        return facts[0] in named_bodies(bead.source)
    return _is_spelt_anywhere(pair, bead, other)


def _is_spelt_anywhere(pair: Pair, bead: Bead, other: str) -> bool:
    """Whether an acronym, or what the source's language has for it, abbreviates words in order."""
    if any(is_short_for_a_name(segment, other) for segment in pair.target.segments):
        return True
    forms = {other}
    sources = forms_of_facts(pair.source.language)
    for fact in facts_of(pair.target.language).get(other, ()):
        forms.update(sources.get(fact, ()))
    return any(is_short_for_a_name(bead.source, form) for form in forms)
