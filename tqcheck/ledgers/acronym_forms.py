"""Acronyms that stand in the translation in the place of others."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.acronyms import Acronym, abbreviates, acronyms
from tqcheck.features.damage import in_latin
from tqcheck.features.words import words
from tqcheck.languages.acronyms import letters
from tqcheck.languages.tables import column
from tqcheck.ledgers.acronyms import distinct, learnt
from tqcheck.model import Bead, Pair, Passage, remembered

_TWO_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΡΣ-ΩЀ-Я]{2}")

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
    target no reason.
    """
    return tuple(found for bead in pair.complete_beads for found in _substitute(pair, bead))


def _substitute(pair: Pair, bead: Bead) -> Iterator[Substitute]:
    mine, others = distinct(bead.source), distinct(bead.target)
    if not mine or not others or len(mine) != len(others):
        return
    lost = [form for form in mine if not _right(pair, form) & others]
    right = {each for form in mine for each in _right(pair, form)}
    new = [form for form in others if form not in right and form not in mine]
    if len(lost) != 1 or len(new) != 1:
        return
    form, other = lost[0], new[0]
    usual = _usual(pair, form)
    if usual is None and not _is_another_body(pair, other):
        return
    if _is_spelt_out(bead.target, usual or form) or _is_explained(pair, bead, other):
        return
    source = next(each for each in acronyms(bead.source) if each.letters == form)
    target = next(each for each in acronyms(bead.target) if each.letters == other)
    if in_latin(form) == in_latin(other) or _is_a_country(pair, form, other):
        return
    yield Substitute(
        source,
        target,
        usual,
        other in _facts_of(pair.target.language) or other in _renderings(pair),
    )


def _is_a_country(pair: Pair, form: str, other: str) -> bool:
    """Whether either is short for a country: its name, inhabitants or money may stand for it."""
    facts = (
        _facts_of(pair.source.language).get(form, ()),
        _facts_of(pair.target.language).get(other, ()),
    )
    return any(fact in _COUNTRIES for found in facts for fact in found)


def _is_another_body(pair: Pair, other: str) -> bool:
    """Whether an acronym of the target means one thing only, of which the source's form is known."""
    facts = _facts_of(pair.target.language).get(other, ())
    known = _facts(pair.source.language)
    return len(facts) == 1 and not facts[0].endswith("?") and facts[0] in known


def _right(pair: Pair, form: str) -> set[str]:
    """What an acronym of the source may be in the target; itself, where nothing is known of it."""
    known = learnt(pair).get(form)
    found = {known.target} if known else set()
    targets = _facts(pair.target.language)
    for fact in _facts_of(pair.source.language).get(form, ()):
        found.update(targets.get(fact, ()))
    return found or {form}


def _usual(pair: Pair, form: str) -> str | None:
    """What should stand for an acronym of the source, where that is certain."""
    known = learnt(pair).get(form)
    if known:
        return known.target
    facts = _facts_of(pair.source.language).get(form, ())
    right = _right(pair, form)
    there = [each for each in right if _passages(pair)[each]]
    if there:
        return there[0]
    if len(facts) == 1 and not facts[0].endswith("?"):
        return next(iter(_facts(pair.target.language).get(facts[0], ())), None)
    return None


@remembered
def _passages(pair: Pair) -> Counter[str]:
    """Acronym of the target → in how many segments it stands."""
    return Counter(form for segment in pair.target.segments for form in distinct(segment))


@remembered
def _renderings(pair: Pair) -> frozenset[str]:
    return frozenset(each.target for each in learnt(pair).values())


def _is_spelt_out(passage: Passage, form: str) -> bool:
    """Whether words of a passage begin with the letters of an acronym."""
    text, start = passage.text, passage.span.start
    for word in words(passage):
        long_form = abbreviates(form, text[: word.span.end - start])
        if long_form and not _TWO_CAPITALS.search(long_form):
            return True
    return False


def _is_explained(pair: Pair, bead: Bead, other: str) -> bool:
    """Whether an acronym of the target abbreviates words, of the source or of its own text."""
    if any(_is_spelt_out(segment, other) for segment in pair.target.segments):
        return True
    forms = {other}
    sources = _facts(pair.source.language)
    for fact in _facts_of(pair.target.language).get(other, ()):
        forms.update(sources.get(fact, ()))
    return any(_is_spelt_out(bead.source, form) for form in forms)


@cache
def _facts(language: str) -> dict[str, tuple[str, ...]]:
    """Fact → its short forms in a language, by their letters."""
    return {
        fact: tuple(letters(form) for form in forms)
        for fact, forms in column("acronyms", language).items()
    }


@cache
def _facts_of(language: str) -> dict[str, tuple[str, ...]]:
    """Short form of a language, by its letters → the facts that it means."""
    found: dict[str, tuple[str, ...]] = {}
    for fact, forms in _facts(language).items():
        for form in forms:
            found[form] = (*found.get(form, ()), fact)
    return found


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
