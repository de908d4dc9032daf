"""The terms of a user's glossary in both texts."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import zip_longest
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.terms import Forms, Found, form, found, keeps, renders
from tqcheck.model import Bead, Pair, Passage, Segment, Span, remembered
from tqcheck.model.glossary import Concept, Glossary, MissingTerms, Term

#: The distance of two languages.
_FAR = 3


class Agreed(NamedTuple):
    """What a glossary says of a term of the source: its right renderings, the first preferred,
    and the forbidden ones. A `kept` term is to stay as it is.
    """

    right: tuple[str, ...]
    forbidden: tuple[str, ...]
    kept: bool = False


class TermPlace(NamedTuple):
    """A term of the source at its place, with what was agreed on it."""

    source: Span
    text: str
    agreed: Agreed


class ForbiddenPlace(NamedTuple):
    """A forbidden form in the target; `term` is what it stands for, where that matters.

    `source` is a mention of that term, another for each form as far as there are some.
    """

    target: Span
    text: str
    term: TermPlace | None = None
    source: Span | None = None


class _Index(NamedTuple):
    """A glossary made ready for two languages."""

    agreed: Mapping[str, Agreed]
    sources: Forms
    kept: Forms
    #: Forms that are forbidden whatever the source says.
    never: Forms
    right: Forms


@remembered
def missing_terms(pair: Pair) -> tuple[TermPlace, ...]:
    """The terms of the source of which no right rendering stands in the translation.

    Raises MissingTerms where the glossary has no terms in the two languages.
    """
    return tuple(place for place in _unrendered(pair) if not place.agreed.kept)


@remembered
def translated_terms(pair: Pair) -> tuple[TermPlace, ...]:
    """The terms of the source that were to be kept and do not stand in the translation.

    Raises MissingTerms where the glossary has no terms in the two languages.
    """
    return tuple(place for place in _unrendered(pair) if place.agreed.kept)


@remembered
def forbidden_terms(pair: Pair) -> tuple[ForbiddenPlace, ...]:
    """The forms of the target that are forbidden, or forbidden for a term of the source.

    Raises MissingTerms where the glossary has no terms in the two languages.
    """
    return tuple(place for places in _forbidden_in(pair).values() for place in places)


@remembered
def _forbidden_in(pair: Pair) -> dict[Span, list[ForbiddenPlace]]:
    """Segment of the target → the forbidden forms in it."""
    index = _index_of(pair)
    return dict(_forbidden(pair, index)) if index else {}


@remembered
def right_places(pair: Pair) -> tuple[Span, ...]:
    """Where the target has what was agreed on, letter for letter, for a term of its source."""
    try:
        index = _index_of(pair)
    except MissingTerms:
        return ()
    return tuple(_right(pair, index)) if index else ()


def _index_of(pair: Pair) -> _Index | None:
    if not pair.glossary:
        return None
    index = _index(pair.glossary, pair.source.language, pair.target.language)
    if not (index.agreed or index.never):
        raise MissingTerms(pair.glossary, pair.source.language, pair.target.language)
    return index


@lru_cache(maxsize=32)
def _index(glossary: Glossary, source_language: str, target_language: str) -> _Index:
    agreed: dict[str, Agreed] = {}
    kept: dict[str, None] = {}
    never: dict[str, None] = {}
    for concept in glossary.concepts:
        sources = _terms(concept, source_language)
        right = _terms(concept, target_language)
        forbidden = _terms(concept, target_language, forbidden=True)
        if concept.kept:
            sources = tuple(term.text for term in concept.terms)
        for each in sources:
            stays = concept.kept or _is_a_name(each, right)
            told = Agreed((each,) if stays else right, forbidden, stays)
            if told.right or told.forbidden:
                agreed[each] = _both(agreed.get(each), told)
                if stays:
                    kept[each] = None
        if not any(_names_in_another(term, target_language) for term in concept.terms):
            never |= dict.fromkeys(forbidden)
    return _Index(
        agreed,
        Forms(source_language, (each for each in agreed if each not in kept)),
        Forms(source_language, kept),
        Forms(target_language, never),
        Forms(target_language, {each: None for told in agreed.values() for each in told.right}),
    )


def _is_a_name(source: str, right: Sequence[str]) -> bool:
    """Whether a term is no common word, and the target language has it the same."""
    return set(right) == {source} and source != source.lower()


def _names_in_another(term: Term, language: str) -> bool:
    return not term.forbidden and term.language.split("-")[0] != language.split("-")[0]


def _both(old: Agreed | None, new: Agreed) -> Agreed:
    """What two concepts say of one term: either is right."""
    if old is None:
        return new
    right = dict.fromkeys(old.right + new.right)
    forbidden = dict.fromkeys(old.forbidden + new.forbidden)
    return Agreed(
        tuple(right),
        tuple(each for each in forbidden if each not in right),
        old.kept and new.kept,
    )


def _terms(concept: Concept, language: str, *, forbidden: bool = False) -> tuple[str, ...]:
    """A concept's terms in a language: those of its very tag where there are some, else those of
    a wider or, for a tag without a region, of any narrower one.
    """
    nearest = _FAR
    chosen: list[str] = []
    for term in concept.terms:
        nearness = _nearness(term.language, language)
        if term.forbidden is forbidden and nearness < _FAR and nearness <= nearest:
            chosen = [*chosen, term.text] if nearness == nearest else [term.text]
            nearest = nearness
    return tuple(chosen)


@cache
def _nearness(tag: str, language: str) -> int:
    """How near a tag is to the language of a text: 0 the same, 1 wider, 2 narrower, or far."""
    mine, wanted = tag.casefold(), language.casefold()
    if mine == wanted:
        return 0
    if wanted.startswith(mine + "-"):
        return 1
    return 2 if mine.startswith(wanted + "-") else _FAR


@remembered
def _places(pair: Pair) -> dict[Span, tuple[TermPlace, ...]]:
    """Segment of the source → the glossary's terms in it."""
    index = _index_of(pair)
    segments = [bead.source for bead in pair.beads if not bead.source.empty]
    return {each.span: tuple(_terms_in(index, each)) for each in segments} if index else {}


def _terms_in(index: _Index, source: Passage) -> Iterator[TermPlace]:
    """The terms in a passage, those within longer ones left out."""
    kept = list(found(source, index.kept, exactly=True))
    others = list(found(source, index.sources))
    for hits, rivals in ((kept, others), (others, kept)):
        longer = [rival.span for rival in rivals]
        for hit in hits:
            if not _is_part(hit.span, longer):
                text = source.document.text[slice(*hit.span)]
                yield TermPlace(hit.span, text, index.agreed[hit.form.text])


@remembered
def _unrendered(pair: Pair) -> tuple[TermPlace, ...]:
    places = _places(pair)
    forbidden = {
        (segment, place.term.agreed)
        for segment, places_in in _forbidden_in(pair).items()
        for place in places_in
        if place.term
    }
    rendered = _Rendered(pair)
    return tuple(
        place
        for bead in pair.complete_beads
        for place in places.get(bead.source.span, ())
        if place.agreed.right
        and (bead.target.span, place.agreed) not in forbidden
        and not rendered.within(bead.target, place.agreed)
        and not rendered.nearby(bead, place.agreed)
    )


class _Rendered:
    """Which passages of the target render a term; each is looked at once."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._within: dict[tuple[Span, Agreed], bool] = {}
        self._nearby: dict[tuple[Span, Agreed], bool] = {}

    def within(self, target: Segment, agreed: Agreed) -> bool:
        """Whether a passage renders a term."""
        key = target.span, agreed
        if key not in self._within:
            test = keeps if agreed.kept else renders
            forms = (form(target.profile.tag, text) for text in agreed.right)
            self._within[key] = any(test(target, each) for each in forms)
        return self._within[key]

    def nearby(self, bead: Bead, agreed: Agreed) -> bool:
        """Whether the paragraph has as many renderings as the source's has terms: a neighbouring
        sentence may say it.
        """
        block = self._pair.source.block_of(bead.source)
        key = block.span, agreed
        if key not in self._nearby:
            places = _places(self._pair)
            mentions = sum(
                place.agreed == agreed
                for near in self._pair.beads_of(block)
                for place in places.get(near.source.span, ())
            )
            near = self._pair.counterpart(block)
            self._nearby[key] = sum(self.within(each, agreed) for each in near) >= mentions
        return self._nearby[key]


def _forbidden(pair: Pair, index: _Index) -> Iterator[tuple[Span, list[ForbiddenPlace]]]:
    places = _places(pair)
    for bead in pair.beads:
        if bead.target.empty:
            continue
        terms = [term for term in places.get(bead.source.span, ()) if term.agreed.forbidden]
        hits: dict[Span, ForbiddenPlace] = {}
        for hit in found(bead.target, index.never):
            hits[hit.span] = _forbidden_at(bead.target, hit)
        mentions: dict[Agreed, list[TermPlace]] = {}
        for term in terms:
            mentions.setdefault(term.agreed, []).append(term)
        for agreed, told in mentions.items():
            forms = Forms(bead.target.profile.tag, agreed.forbidden)
            for hit, term in zip_longest(found(bead.target, forms), told):
                if hit is None:
                    break
                hits[hit.span] = _forbidden_at(bead.target, hit, told[0], term)
        if hits:
            right = [hit.span for hit in found(bead.target, index.right)]
            left = [hits[span] for span in sorted(hits) if not _is_part(span, right)]
            yield bead.target.span, left


def _forbidden_at(
    target: Segment, hit: Found, term: TermPlace | None = None, mention: TermPlace | None = None
) -> ForbiddenPlace:
    text = target.document.text[slice(*hit.span)]
    return ForbiddenPlace(hit.span, text, term, mention.source if mention else None)


def _is_part(span: Span, longer: Sequence[Span]) -> bool:
    """Whether a span is a part of one of others, which are in order and do not overlap."""
    index = bisect_right(longer, span.start, key=lambda one: one.start) - 1
    return index >= 0 and span.end <= longer[index].end and span != longer[index]


def _right(pair: Pair, index: _Index) -> Iterator[Span]:
    places = _places(pair)
    for bead in pair.complete_beads:
        wanted = {
            folded(text)
            for place in places.get(bead.source.span, ())
            for text in place.agreed.right
        }
        for hit in found(bead.target, index.right) if wanted else ():
            text = folded(pair.target.text[slice(*hit.span)])
            if text in wanted and text == folded(hit.form.text):
                yield hit.span
