"""Countries of both texts, laid side by side."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.countries import CountryName, countries
from tqcheck.features.words import Word, share, unspaced, word_set, words
from tqcheck.languages.countries import Naming, are_namesakes, codes_of, forms_of
from tqcheck.model import Bead, Pair, Passage, remembered

#: Countries that are named for each other.
_KIN = (
    {"GB", "IE"},
    {"CN", "TW", "HK", "MO"},
    {"IL", "PS"},
)
#: So many sentences before and behind may have taken the mention.
_NEIGHBOURS = 2
#: Of several countries that the target alone names, the one stands for another that is no further
#: from its place than this share of the sentence.
_APART = 0.15
#: The word before a place, and what stands behind a word that is no compound or genitive: another
#: word, and the one behind that or an amount.
_BEFORE = re.compile(r"([^\W\d_][\w'’]*)[ \u00a0]$")
_BEHIND = re.compile(
    r"(?![\w’'‑-])(?:[ \u00a0](?P<next>[^\W\d_][\w'’-]*)"
    r"(?:[ \u00a0](?P<amount>[$€£¥\d])|(?P<last>[ \u00a0])(?=\w))?)?"
)
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


class Truncated(NamedTuple):
    """The first word of a country's name that stands for the whole, and that whole."""

    source: CountryName
    head: Word
    form: str


def truncated_countries(bead: Bead) -> Iterator[Truncated]:
    """The countries of which the target only has the first word: "Business with the United fell".

    Raises MissingFact where the target's pack knows no such words.
    """
    heads = bead.target.profile.country_heads
    here = [word for word in words(bead.target) if word.text in heads]
    if not here:
        return
    starts = {word.span.start for word in here}
    named = countries(bead.target)
    others = [each for each in named if each.span.start not in starts or " " in each.text]
    taken = {each.span.start for each in others}
    for mention in countries(bead.source):
        if mention.kind is not Naming.NAME or not mention.sure:
            continue
        if any(kin(each.code, mention.code) for each in others):
            continue
        usual = forms_of(Naming.NAME, mention.code, bead.target.profile.tag)
        for word in here:
            whole = next((form for form in usual if form.startswith(f"{word.text} ")), "")
            if whole and word.span.start not in taken and _is_lone_head(bead, word, named):
                yield Truncated(mention, word, whole)
                break


def _is_lone_head(bead: Bead, word: Word, named: tuple[CountryName, ...]) -> bool:
    """Whether no name goes on behind a word, nor a noun that it describes."""
    text, profile = bead.target.document.text, bead.target.profile
    behind = _BEHIND.match(text, word.span.end, bead.target.span.end)
    if behind is None:
        return False
    before = _BEFORE.search(
        text, max(bead.target.span.start, word.span.start - 30), word.span.start
    )
    opener = before[1].lower() if before else ""
    after = behind["next"] or ""
    common = profile.function_words
    kinds = {each.span.start: each.kind for each in named}
    if kinds.get(word.span.start) is Naming.DEMONYM:
        further = behind.end("last")
        if opener in profile.determiners or (
            text[further : further + 1].isupper() and kinds.get(further) is not Naming.NAME
        ):
            return False
        return not after or after in common or bool(behind["amount"])
    whole = profile.name_heads.get(word.text)
    if after[:1].isupper():
        known = {line.split()[0] for line in whole or ()}
        same = "Latn" in bead.source.profile.scripts and word.text not in bead.source.text
        return bool(whole) and same and after not in known and after not in bead.source.text
    return bool(whole) or opener not in profile.determiners


def _changed(beads: list[Bead], index: int, bead: Bead) -> Iterator[CountryChange]:
    mine, others = countries(bead.source), countries(bead.target)
    if not mine or not others:
        return
    added = _named_only(others, mine)
    if not added:
        return
    missing = _named_only(mine, others)
    rarer = [] if missing else _peoples_named_less_often(mine, others)
    # A word that means other things too may be no country.
    sure = [each for each in missing if each.sure]
    doubtful = 0 < len(sure) < len(missing)
    missing = sure or missing
    if len({each.code for each in missing or rarer}) != 1:
        return
    apart, source, target = min(
        (abs(share(bead.target, other.span) - share(bead.source, each.span)), each, other)
        for each in (missing[:1] or rarer)
        for other in added
    )
    if (rarer or doubtful or len({each.code for each in added}) > 1) and (
        target.kind is not source.kind or apart > _APART
    ):
        return
    if not (source.sure and target.sure) or _may_be_one(source, target):
        return
    near = beads[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
    if any(_came_from(other, target) for other in near if other is not bead):
        return
    if _is_named(target, bead.source) or (missing and _is_named(source, bead.target)):
        return
    yield CountryChange(source, target)


def _named_only(here: tuple[CountryName, ...], there: tuple[CountryName, ...]) -> list[CountryName]:
    """The mentions of countries by their names that the other side does not mention at all."""
    return [each for each in _only(here, there) if each.kind is not Naming.PLACE]


def _peoples_named_less_often(
    here: tuple[CountryName, ...], there: tuple[CountryName, ...]
) -> list[CountryName]:
    """The peoples that the other side names too, but not as often."""
    times = Counter((each.code, each.kind) for each in here)
    times.subtract((each.code, each.kind) for each in there)
    return [
        each for each in here if each.kind is Naming.DEMONYM and times[each.code, each.kind] == 1
    ]


def _came_from(bead: Bead, mention: CountryName) -> bool:
    """Whether a mention of a country may have moved out of a sentence, which names it in the source
    alone.
    """
    return _is_named(mention, bead.source) and not _is_named(mention, bead.target)


def _only(here: tuple[CountryName, ...], there: tuple[CountryName, ...]) -> list[CountryName]:
    """The mentions of countries that the other side does not mention at all.

    A city that both sides name speaks for no country beside it: “in Naples, Italy”.
    """
    both = {each.fact for each in here if each.kind is Naming.PLACE} & {each.fact for each in there}
    others = [each for each in there if each.fact not in both]
    return [
        each
        for each in here
        if each.fact not in both and not any(_may_be_one(each, other) for other in others)
    ]


def kin(left: str, right: str) -> bool:
    """Whether two countries are one, or named for each other, or may be called alike."""
    return (
        left == right
        or are_namesakes(left, right)
        or any(left in group and right in group for group in _KIN)
    )


def _may_be_one(left: CountryName, right: CountryName) -> bool:
    """Whether two mentions may be of one country: “Korea” is of both, “North Korea” of one."""
    told_apart = left.own and right.own and are_namesakes(left.code, right.code)
    return kin(left.code, right.code) and (left.code == right.code or not told_apart)


def stands_in(code: str, passage: Passage) -> bool:
    """Whether a passage has a form of a country, be it inside another word."""
    return any(
        kin(each.code, code) for each in countries(passage) if each.kind is not Naming.PLACE
    ) or _has_a_form(code, passage)


def _is_named(mention: CountryName, passage: Passage) -> bool:
    """The same for a mention in the other language."""
    return any(
        _may_be_one(each, mention) for each in countries(passage) if each.kind is not Naming.PLACE
    ) or _has_a_form(mention.code, passage)


def _has_a_form(code: str, passage: Passage) -> bool:
    if not codes_of(code).isdisjoint(word_set(passage)):
        return True
    text = passage.text
    for each in countries(passage):
        text = text.replace(each.text, " ")
    text = text.casefold()
    return any(
        form.casefold() in text
        for naming in (Naming.NAME, Naming.DEMONYM)
        for form in forms_of(naming, code, passage.profile.tag)
        if len(form) >= _SHORTEST_STEM or unspaced(form)
    )
