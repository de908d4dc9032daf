"""Acronyms that stand in the translation in the place of others."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.acronyms import Acronym, acronyms, bracketed, stands_in_brackets
from tqcheck.features.damage import in_latin
from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.initials import has_initials, spells
from tqcheck.features.words import words
from tqcheck.languages.acronyms import facts_of, letters
from tqcheck.languages.tables import column
from tqcheck.ledgers.acronyms import distinct, learnt
from tqcheck.ledgers.spelt_acronyms import in_another_script
from tqcheck.ledgers.thinned_acronyms import whole_of
from tqcheck.model import Bead, Pair, Passage, Segment, remembered

#: Two letters that are turned are another word.
_SHORTEST = 3
#: So many facts are no chance.
_SEVERAL = 6
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


class Substitute(NamedTuple):
    """An acronym of the target that stands where another should.

    `right` is what should stand there, if that is known; `known` whether it is the acronym of something else.
    """

    source: Acronym
    target: Acronym
    right: str | None
    known: bool


class Variant(NamedTuple):
    """An acronym of the target that is another right form of one it has elsewhere."""

    source: Acronym
    target: Acronym
    usual: str


@remembered
def substitutes(pair: Pair) -> tuple[Substitute, ...]:
    """The acronyms that took the place of others, in order.

    Told only of passages in which one acronym of the source has no rendering, and one of the
    target no reason; and of letters that changed their places.
    """
    return tuple(found for bead in pair.complete_beads for found in _substitute(pair, bead))


def _substitute(pair: Pair, bead: Bead) -> Iterator[Substitute]:
    targets = _first_places(bead.target)
    sources = _sources(pair, bead.source) if targets else {}
    right = {each for form in sources for each in _right(pair, form)}
    there = {folded(word.text) for word in words(bead.target)}
    lost = [
        form
        for form in sources
        if not _right(pair, form) & targets.keys()
        and not there.intersection(map(folded, _right(pair, form)))
    ]
    common, known = bead.target.profile.function_words, facts_of(pair.target.language)
    new = [
        form
        for form in targets
        if form not in right
        and form not in sources
        and (form in known or form.lower() not in common)
    ]
    strange = [form for form in new if not (form in known or _is_explained(pair, bead, form))]
    for other in strange:
        if word := whole_of(bead, other):
            yield Substitute(word, targets[other], word.text, known=False)
            return
    if not lost or not new:
        return
    for form in lost:
        for other in new:
            swapped = _turned(pair, form, other)
            if swapped and not _is_spelt_anywhere(pair, bead, other):
                yield Substitute(sources[form], targets[other], swapped, known=False)
                return
    placed = _in_one_place(pair, bead, lost, new)
    if placed:
        form, other = placed
        yield Substitute(sources[form], targets[other], _usual(pair, form), known=True)
        return
    # A word of a script without capitals ("联合国") may be the first of a longer name.
    lost = [form for form in lost if form.isupper() or not _opens_names(pair, form)]
    one = _the_one(pair, bead, lost, new, same=_bodies(pair, sources, targets))
    if one is None:
        return
    form, other = one
    usual = _usual(pair, form) or _kept_elsewhere(pair, form, other)
    if usual is None and not _is_another_body(pair, form, other):
        return
    # "IC95" is "IC" with a figure, which is no letter of its name.
    if in_latin(form) == in_latin(other) or _is_a_country(pair, form, other):
        return
    means = other in known or other in _renderings(pair)
    yield Substitute(sources[form], targets[other], usual, means)


def _kept_elsewhere(pair: Pair, form: str, other: str) -> str | None:
    """An acronym that nothing is known of but that the target has it elsewhere, and here nearly."""
    if len(form) < _SHORTEST or not _passages(pair)[form]:
        return None
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
        sure = len(facts) == 1 and not facts[0].endswith("?") and form in _right(pair, form)
        if form in lost and other.letters in new and sure and len(form) >= _TELLING:
            return form, other.letters
    return _in_brackets_across(pair, bead, lost, new)


def _in_brackets_across(
    pair: Pair, bead: Bead, lost: list[str], new: list[str]
) -> tuple[str, str] | None:
    """The only acronym in brackets of a source in another script, of one body alone, and the only
    one of the target, which is another's.
    """
    if set(pair.source.profile.scripts) & set(pair.target.profile.scripts):
        return None
    mine = [
        each.letters
        for each in in_another_script(pair, bead.source)
        if stands_in_brackets(bead.source, each.span)
    ]
    others = [each.letters for each in bracketed(bead.target)]
    if len(mine) == len(others) == 1 and mine[0] in lost and others[0] in new:
        sure = _usual(pair, mine[0]) and others[0] in facts_of(pair.target.language)
        return (mine[0], others[0]) if sure else None
    return None


def _sources(pair: Pair, passage: Segment) -> dict[str, Acronym]:
    """The different acronyms of a passage of the source, each with its first place.

    In a script without capitals they are the forms of the table.
    """
    found = _first_places(passage)
    if not set(pair.source.profile.scripts) & set(pair.target.profile.scripts):
        for each in in_another_script(pair, passage):
            found.setdefault(each.letters, each)
    return found


def _bodies(pair: Pair, sources: Iterable[str], targets: Iterable[str]) -> bool:
    """Whether both sides have as many acronyms, those of countries left out."""
    mine = [form for form in sources if not _names_a_country(pair.source.language, form)]
    others = [form for form in targets if not _names_a_country(pair.target.language, form)]
    return len(mine) == len(others)


def _the_one(
    pair: Pair, bead: Bead, lost: list[str], new: list[str], *, same: bool
) -> tuple[str, str] | None:
    """The only acronym that was lost and the only one that is new, for which no words stand.

    Where one side has more of them, `same` is false, and nothing else may speak for the new one.
    """
    lost = [form for form in lost if not spells(bead.target, _usual(pair, form) or form)]
    new = [form for form in new if not _is_explained(pair, bead, form)]
    if len(lost) != 1 or len(new) != 1 or (not same and _is_known_here(pair, new[0])):
        return None
    return lost[0], new[0]


def _is_known_here(pair: Pair, other: str) -> bool:
    """Whether an acronym of the target stands in it twice, or the source speaks of what it means."""
    if _passages(pair)[other] > 1:
        return True
    sources = _facts(pair.source.language)
    forms = {
        form
        for fact in facts_of(pair.target.language).get(other, ())
        for form in sources.get(fact, ())
    }
    return bool(forms & _all_sources(pair))


@remembered
def _all_sources(pair: Pair) -> frozenset[str]:
    return frozenset(form for segment in pair.source.segments for form in _sources(pair, segment))


def _turned(pair: Pair, form: str, other: str) -> str | None:
    """What should stand for an acronym of the source, if two neighbouring letters of it are turned."""
    if other in facts_of(pair.target.language) or len(other) < _SHORTEST:
        return None
    usual = _usual(pair, form)
    if usual is None and _may_stay(pair, form, other):
        usual = form
    return usual if usual and _are_turned(letters(usual), other) else None


def _may_stay(pair: Pair, form: str, other: str) -> bool:
    """Whether an acronym that no table has is the same in the target, as far as can be told.

    Between languages that turn noun and adjective the first letters of a short one turn too.
    """
    if not form.isascii() or _right(pair, form) != {form}:
        return False
    if _passages(pair)[form] or len(form) > _SHORTEST or form[0] == other[0]:
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
    targets = _facts(target_language)
    turned = (
        fact
        for fact, forms in _facts(source_language).items()
        if any(
            sorted(form) == sorted(other) and form != other
            for form in forms
            for other in targets.get(fact, ())
        )
    )
    return len(tuple(turned)) >= _SEVERAL


def _opens_names(pair: Pair, form: str) -> bool:
    facts = facts_of(pair.source.language).get(form, ())
    return not facts or any(fact in _OPENERS or fact.endswith("?") for fact in facts)


@cache
def _names_a_country(language: str, form: str) -> bool:
    """Whether a short form is a country’s: its name, inhabitants or money may stand for it."""
    return any(fact in _COUNTRIES for fact in facts_of(language).get(form, ()))


def _is_a_country(pair: Pair, form: str, other: str) -> bool:
    return _names_a_country(pair.source.language, form) or _names_a_country(
        pair.target.language, other
    )


def _is_another_body(pair: Pair, form: str, other: str) -> bool:
    """Whether an acronym of the target means one thing only, of which the source's form is known.

    It may mean others too where it, or the source's acronym, is the same in both languages.
    """
    facts = facts_of(pair.target.language).get(other, ())
    known = _facts(pair.source.language)
    if len(facts) != 1 or facts[0] not in known:
        return False
    kept = len(facts_of(pair.source.language).get(form, ())) == 1 and form in _right(pair, form)
    return not facts[0].endswith("?") or other in known[facts[0]] or kept


def _right(pair: Pair, form: str) -> set[str]:
    """What an acronym of the source may be in the target; itself, where nothing is known of it."""
    known = learnt(pair).get(form)
    found = {known.target} if known else set()
    targets = _facts(pair.target.language)
    for fact in facts_of(pair.source.language).get(form, ()):
        found.update(targets.get(fact, ()))
    return found or {form}


def _usual(pair: Pair, form: str) -> str | None:
    """What should stand for an acronym of the source, where that is certain."""
    known = learnt(pair).get(form)
    if known:
        return known.target
    facts = facts_of(pair.source.language).get(form, ())
    if not facts:
        return None
    right = _right(pair, form)
    there = [each for each in right if _passages(pair)[each]]
    if there:
        return there[0]
    if len(facts) != 1:
        return None
    if not facts[0].endswith("?"):
        return next(iter(_facts(pair.target.language).get(facts[0], ())), None)
    return None


@remembered
def _passages(pair: Pair) -> Counter[str]:
    """Acronym of the target → in how many segments it stands."""
    return Counter(form for segment in pair.target.segments for form in distinct(segment))


@remembered
def _renderings(pair: Pair) -> frozenset[str]:
    return frozenset(each.target for each in learnt(pair).values())


def _is_explained(pair: Pair, bead: Bead, other: str) -> bool:
    """Whether an acronym of the target abbreviates words, of the source or of its own text.

    Of one that the table has the words must be a name.
    """
    if has_initials(bead.source, other, named=other in facts_of(pair.target.language)):
        return True
    return _is_spelt_anywhere(pair, bead, other)


def _is_spelt_anywhere(pair: Pair, bead: Bead, other: str) -> bool:
    """Whether an acronym, or what the source's language has for it, abbreviates words in order."""
    if any(spells(segment, other) for segment in pair.target.segments):
        return True
    forms = {other}
    sources = _facts(pair.source.language)
    for fact in facts_of(pair.target.language).get(other, ()):
        forms.update(sources.get(fact, ()))
    return any(spells(bead.source, form) for form in forms)


@cache
def _facts(language: str) -> dict[str, tuple[str, ...]]:
    """Fact → its short forms in a language, by their letters."""
    return {
        fact: tuple(letters(form) for form in forms)
        for fact, forms in column("acronyms", language).items()
    }


@remembered
def variants(pair: Pair) -> tuple[Variant, ...]:
    """The acronyms of the target that are written otherwise in most places, in order.

    "US" and "USA", one of them as an adjective, are one.
    """
    met: dict[str, list[tuple[Acronym, Acronym]]] = {}
    for bead in pair.complete_beads:
        here = _first_places(bead.target)
        for form, source in _first_places(bead.source).items() if here else ():
            right = (_right(pair, form) - {form}) & here.keys()
            if len(right) == 1:
                met.setdefault(form, []).append((source, here[right.pop()]))
    return tuple(found for places in met.values() for found in _variants(places))


def _first_places(passage: Passage) -> dict[str, Acronym]:
    """The different acronyms of a passage, each with its first place."""
    found: dict[str, Acronym] = {}
    for each in acronyms(passage):
        found.setdefault(each.letters, each)
    return found


def _variants(places: list[tuple[Acronym, Acronym]]) -> Iterator[Variant]:
    counts = Counter(target.letters for _, target in places)
    # The first form is the usual one where two are as frequent.
    usual = max(counts, key=lambda form: counts[form])
    for source, target in places:
        form = target.letters
        if form != usual and not _is_a_shorter(form, usual):
            yield Variant(source, target, usual)


def _is_a_shorter(form: str, other: str) -> bool:
    shorter, longer = sorted((form, other), key=len)
    return longer.startswith(shorter) and len(longer) - len(shorter) == 1
