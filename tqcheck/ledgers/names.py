"""Names of both texts, laid side by side word by word."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from tqcheck.features.countries import countries
from tqcheck.features.folding import folded
from tqcheck.features.known_names import has_foreign_shape, would_be_respelt
from tqcheck.features.names import Name, NameWord, capitalised, is_title, names
from tqcheck.features.romanisation import Relation, relation
from tqcheck.features.scripts import script_runs
from tqcheck.features.words import word_set
from tqcheck.languages.given_names import given_names
from tqcheck.model import Bead, Pair, Passage, Span, remembered

_BLANK = frozenset((" ", "\u00a0", "-"))
_RESPELT = (Relation.CONVERTED, Relation.HALF)
#: Shorter words of names are passed over.
_SHORTEST = 3
#: So many comparisons are made for one bead.
_MOST_PAIRS = 10_000
#: More take longer than a look at the names.
_FEW_PAIRS = 400
#: Words of one name differ by fewer letters than this.
_LARGEST_DIFFERENCE = 4


class NamePlace(NamedTuple):
    """One word of a name, with the name around it."""

    name: Name
    at: int

    @property
    def word(self) -> NameWord:
        return self.name.words[self.at]

    def beside(self, step: int) -> NameWord | None:
        """The word of the name that stands `step` words further."""
        index = self.at + step
        return self.name.words[index] if 0 <= index < len(self.name.words) else None


class Mention(NamedTuple):
    """One name as both texts write it, word by word."""

    source: tuple[NameWord, ...]
    target: tuple[NameWord, ...]
    relations: tuple[Relation, ...]

    @property
    def source_span(self) -> Span:
        return Span(self.source[0].span.start, self.source[-1].span.end)

    @property
    def target_span(self) -> Span:
        return Span(self.target[0].span.start, self.target[-1].span.end)


@remembered
def respelt_names(pair: Pair) -> tuple[Mention, ...]:
    """The mentions of names of which the target respells at least one word, in order.

    There are none where a language has no convention for foreign names.
    """
    if not all(side.profile.has("romanisation") for side in (pair.source, pair.target)):
        return ()
    found: dict[Span, Mention] = {}
    for bead in pair.complete_beads:
        for mention in _respelt(pair, bead):
            found.setdefault(mention.target_span, mention)
    return tuple(found.values())


@remembered
def names_in_two_scripts(pair: Pair) -> tuple[Span, ...]:
    """The names in the target of which a word was left in the source's script."""
    foreign = set(pair.source.profile.scripts) - set(pair.target.profile.scripts)
    if not foreign or "Latn" not in pair.target.profile.scripts:
        return ()
    return tuple(
        span
        for bead in pair.complete_beads
        for run in script_runs(bead.target)
        if run.script in foreign and not run.text[0].islower() and run.text in bead.source.text
        for span in _with_a_name(bead.target, run.span)
    )


def _with_a_name(passage: Passage, left: Span) -> Iterator[Span]:
    """The stretch from a name in the target's script to a word in another right beside it."""
    text = passage.document.text
    for word in (word for name in names(passage) for word in name.words if _is_latin(word.text)):
        start, end = word.span
        if end < left.start and text[end : left.start] in _BLANK:
            yield Span(start, left.end)
        elif left.end < start and text[left.end : start] in _BLANK:
            yield Span(left.start, end)


def _is_latin(word: str) -> bool:
    return folded(word).isascii()


def is_half_converted(pair: Pair, mention: Mention) -> bool:
    """Whether one part of a name follows the target's convention and another the source's."""
    if len(mention.relations) < 2:
        return False
    profiles = pair.source.profile, pair.target.profile
    # What is Slavic or Georgian has none of the letters that names of Africa keep.
    shaped = any(
        became is Relation.CONVERTED and has_foreign_shape(word.text, pair.source.profile)
        for word, became in zip(mention.source, mention.relations, strict=True)
    )
    left = any(
        became is Relation.KEPT
        and (
            shaped
            or word.text in given_names(*(each.tag for each in profiles))
            or would_be_respelt(word.text, *profiles)
        )
        for word, became in zip(mention.source, mention.relations, strict=True)
    )
    return Relation.HALF in mention.relations or (left and Relation.CONVERTED in mention.relations)


def mended(pair: Pair, mention: Mention) -> str | None:
    """The name with each word as the target language or this translation writes it elsewhere.

    None where a word is nowhere to be had: a convention alone proposes nothing.
    """
    usual = given_names(pair.source.language, pair.target.language)
    elsewhere = _renderings(pair)
    text = pair.target.text[slice(*mention.target_span)]
    for source, target, became in reversed(
        list(zip(mention.source, mention.target, mention.relations, strict=True))
    ):
        if became not in {Relation.KEPT, Relation.HALF}:
            continue
        form = elsewhere.get(folded(source.text)) or next(iter(usual.get(source.text, ())), None)
        if not form:
            return None
        start = target.span.start - mention.target_span.start
        text = text[:start] + form + text[start + len(target.text) :]
    return text


def _only_here(passage: Passage, other: Passage) -> list[NamePlace]:
    """The words of names that the other text lacks."""
    there = folded_words(other)
    return [
        NamePlace(name, index)
        for name in names(passage)
        for index, word in enumerate(name.words)
        if len(word.text) >= _SHORTEST and folded(word.text) not in there
    ]


def is_a_title(pair: Pair, word: NameWord) -> bool:
    """Whether a word is a rank or an office in either language."""
    return any(is_title(word.text, side.profile) for side in (pair.source, pair.target))


def _is_no_name(pair: Pair, bead: Bead, word: NameWord) -> bool:
    """Whether a word is a rank, a country or its people: "Nigerian" is no part of a name."""
    return is_a_title(pair, word) or any(
        word.text in each.text.split()
        for side in (bead.source, bead.target)
        for each in countries(side)
    )


@remembered
def _renderings(pair: Pair) -> dict[str, str]:
    """Word of a source name → how the target respells it where it does."""
    return {
        folded(source.text): target.text
        for mention in respelt_names(pair)
        for source, target, became in zip(
            mention.source, mention.target, mention.relations, strict=True
        )
        if became is Relation.CONVERTED
    }


class Inconsistent(NamedTuple):
    """A word of a name that stands respelt in one place and as in the source in another."""

    source: NameWord
    target: NameWord
    form: str


@remembered
def inconsistent_names(pair: Pair) -> tuple[Inconsistent, ...]:
    """The words of names that this translation keeps here and respells elsewhere, in order."""
    elsewhere = _renderings(pair)
    return tuple(
        found
        for bead in (pair.complete_beads if elsewhere else ())
        for found in _inconsistent(bead, elsewhere)
    )


def _inconsistent(bead: Bead, elsewhere: Mapping[str, str]) -> Iterator[Inconsistent]:
    there = folded_words(bead.target)
    respelt = {
        word.text: word
        for name in names(bead.source)
        for word in name.words
        if (form := elsewhere.get(folded(word.text))) and folded(form) not in there
    }
    for name in names(bead.target) if respelt else ():
        for word in name.words:
            if word.text in respelt:
                form = elsewhere[folded(word.text)]
                yield Inconsistent(respelt[word.text], word, form)


def _may_differ(words: Iterable[str], other: Passage) -> bool:
    """Whether there may be words of names that the other text lacks: much cheaper to ask."""
    there = folded_set(other)
    return any(len(word) >= _SHORTEST and folded(word) not in there for word in words)


def differing(bead: Bead) -> tuple[list[NamePlace], list[NamePlace]]:
    """The words of names that only the source has, and those that only the target has.

    None where there are more than a sentence holds: lists cannot be compared word by word.
    """
    here, there = capitalised(bead.source), capitalised(bead.target)
    if not (_may_differ(here - there, bead.target) and _may_differ(there - here, bead.source)):
        return [], []
    sources, targets = _only_here(bead.source, bead.target), _only_here(bead.target, bead.source)
    if len(sources) * len(targets) > _MOST_PAIRS:
        return [], []
    return sources, targets


def _respelt(pair: Pair, bead: Bead) -> Iterator[Mention]:
    sources, targets = (
        [place for place in places if not _is_no_name(pair, bead, place.word)]
        for places in differing(bead)
    )
    for source in sources:
        for target in targets:
            if _may_match(source.word.text, target.word.text) and (
                _relation(pair, source.word, target.word) in _RESPELT
            ):
                yield _widened(pair, bead, source, target)
                break


def may_be_respelt_here(bead: Bead) -> bool:
    """Whether a word that the target alone has may be a respelt name of the source: `respelt_names`
    has none where not.
    """
    here, there = bead.source.profile, bead.target.profile
    mine, its = capitalised(bead.source), capitalised(bead.target)
    sources, targets = (
        [word for word in words if len(word) >= _SHORTEST] for words in (mine - its, its - mine)
    )
    return len(sources) * len(targets) > _FEW_PAIRS or any(
        _may_match(source, target) and _became(source, target, here, there) in _RESPELT
        for source in sources
        for target in targets
    )


def _may_match(source: str, target: str) -> bool:
    return abs(len(source) - len(target)) < _LARGEST_DIFFERENCE


def _relation(pair: Pair, source: NameWord, target: NameWord) -> Relation:
    return _became(source.text, target.text, pair.source.profile, pair.target.profile)


_became = lru_cache(maxsize=65_536)(relation)


def _widened(pair: Pair, bead: Bead, source: NamePlace, target: NamePlace) -> Mention:
    """The mention around a word that was respelt: as far as the words beside it correspond."""
    found = [(source.word, target.word, _relation(pair, source.word, target.word))]
    for step in (-1, 1):
        at = step
        while (mine := source.beside(at)) and (other := target.beside(at)):
            became = _relation(pair, mine, other)
            if became is Relation.OTHER or any(
                _is_no_name(pair, bead, word) for word in (mine, other)
            ):
                break
            found.insert(0 if step < 0 else len(found), (mine, other, became))
            at += step
    mines, others, relations = zip(*found, strict=True)
    return Mention(mines, others, relations)


@remembered
def folded_words(passage: Passage) -> frozenset[str]:
    """The passage's words, and those of its names, which hyphens and elisions part."""
    return folded_set(passage).union(
        folded(word.text) for name in names(passage) for word in name.words
    )


@remembered
def folded_set(passage: Passage) -> frozenset[str]:
    """The passage's words alone."""
    return frozenset(map(folded, word_set(passage)))
