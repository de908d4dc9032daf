"""Countries of both texts, laid side by side."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.countries import CountryName, countries
from tqcheck.features.folding import folded
from tqcheck.features.names import names
from tqcheck.features.protected import is_protected
from tqcheck.features.quotes import quoted
from tqcheck.features.words import Word, unspaced, words
from tqcheck.languages.countries import Naming, country_forms, forms_of
from tqcheck.model import Bead, Pair, Passage, Span, remembered

#: Countries that are named for each other, or by one name.
_KIN = (
    {"GB", "IE"},
    {"CN", "TW", "HK", "MO"},
    {"KP", "KR"},
    {"CD", "CG"},
    {"GN", "GQ", "GW"},
    {"DM", "DO"},
    {"SD", "SS"},
    {"IL", "PS"},
)
#: So many sentences before and behind may have taken the mention.
_NEIGHBOURS = 2
#: Shorter stems stand in too many words to prove anything.
_SHORTEST_STEM = 4


class CountryChange(NamedTuple):
    """A country of the source, and the other one that the target names in its place."""

    source: CountryName
    target: CountryName


@remembered
def changed_countries(pair: Pair) -> tuple[CountryChange, ...]:
    """The sentences in which just one country became just one other."""
    beads = [bead for bead in pair.beads if bead.complete]
    return tuple(
        change for index, bead in enumerate(beads) for change in _changed(beads, index, bead)
    )


class Exonym(NamedTuple):
    """A name of the source's language in both texts, and the target language's name for it."""

    source: CountryName
    target: Word
    form: str


def untranslated_exonyms(bead: Bead) -> Iterator[Exonym]:
    """The countries and places that the target calls as only the source's language does."""
    language, other = bead.source.profile.tag, bead.target.profile.tag
    seen: set[str] = set()
    for mention in countries(bead.source):
        name = mention.text
        if not mention.sure or mention.kind is Naming.DEMONYM or name in seen:
            continue
        seen.add(name)
        forms = forms_of(mention.kind, mention.fact, other)
        if (
            not forms
            or not name[0].isupper()
            or name.isupper()
            or folded(name) in _at_home(other)
            or name not in bead.target.text
            # Only usual names correspond: Scotland shares its row with the United Kingdom.
            or name != forms_of(mention.kind, mention.fact, language)[0]
        ):
            continue
        for word in words(bead.target):
            if word.text in (name, f"{name}'s", f"{name}’s") and _stands_alone(bead, mention, word):
                end = word.span.start + len(name)
                yield Exonym(mention, Word(name, Span(word.span.start, end)), forms[0])


@cache
def _at_home(language: str) -> frozenset[str]:
    """What a language calls any country or place, be the word of two meanings."""
    return frozenset(folded(form.text) for form in country_forms(language))


def _stands_alone(bead: Bead, source: CountryName, target: Word) -> bool:
    """Whether a name is no part of a longer one, nor of a quotation, a link or a line of names."""
    if is_protected(bead.target, target.span) or any(
        quote.span.overlaps(target.span) for quote in quoted(bead.target)
    ):
        return False
    for name in names(bead.target):
        if name.span.overlaps(target.span) and any(
            not word.span.overlaps(target.span) for word in name.words
        ):
            return False
    common = bead.target.profile.function_words
    here, there = _beside(bead.target, target.span), _beside(bead.source, source.span)
    return not any(
        mine and mine == theirs and mine.lower() not in common
        for mine, theirs in zip(here, there, strict=True)
    )


def _beside(passage: Passage, span: Span) -> tuple[str, str]:
    """The words right before and behind a span, where no mark stands between."""
    text = passage.document.text
    before = re.search(
        r"(\w+)[ \u00a0’'-]$", text[max(passage.span.start, span.start - 30) : span.start]
    )
    behind = re.match(r"[ \u00a0’'-](\w+)", text[span.end : min(passage.span.end, span.end + 30)])
    return before[1] if before else "", behind[1] if behind else ""


def _changed(beads: list[Bead], index: int, bead: Bead) -> Iterator[CountryChange]:
    mine, others = countries(bead.source), countries(bead.target)
    if not mine or not others:
        return
    missing = _only(mine, others)
    added = _only(others, mine)
    if len({each.code for each in missing}) != 1 or len({each.code for each in added}) != 1:
        return
    source, target = missing[0], added[0]
    if not (source.sure and target.sure) or Naming.PLACE in {source.kind, target.kind}:
        return
    if _kin(source.code, target.code):
        return
    near = beads[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
    if any(_stands(target.code, other.source) for other in near):
        return
    if _stands(source.code, bead.target):
        return
    yield CountryChange(source, target)


def _only(here: tuple[CountryName, ...], there: tuple[CountryName, ...]) -> list[CountryName]:
    """The mentions of countries that the other side does not mention at all.

    A city that both sides name speaks for no country beside it: “in Naples, Italy”.
    """
    both = {each.fact for each in here if each.kind is Naming.PLACE} & {each.fact for each in there}
    codes = {each.code for each in there if each.fact not in both}
    here = tuple(each for each in here if each.fact not in both)
    return [
        each
        for each in here
        if not any(code == each.code or _kin(code, each.code) for code in codes)
    ]


def _kin(left: str, right: str) -> bool:
    return left == right or any(left in group and right in group for group in _KIN)


def _stands(code: str, passage: Passage) -> bool:
    """Whether a passage has a form of a country, be it inside another word."""
    named = countries(passage)
    if any(_kin(each.code, code) for each in named if each.kind is not Naming.PLACE):
        return True
    text = passage.text
    for each in named:
        text = text.replace(each.text, " ")
    text = text.casefold()
    return any(
        form.casefold() in text
        for naming in (Naming.NAME, Naming.DEMONYM)
        for form in forms_of(naming, code, passage.profile.tag)
        if len(form) >= _SHORTEST_STEM or unspaced(form)
    )
