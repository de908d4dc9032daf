"""The terms of a user's glossary in both texts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.terms import Form, Found, by_beginning, form, found, keeps, renders
from tqcheck.model import Bead, Pair, Passage, Segment, Span, remembered
from tqcheck.model.glossary import Concept, Glossary, MissingTerms, Term


class Agreed(NamedTuple):
    """What a glossary says of a term of the source: its right renderings, the first preferred,
    and the forbidden ones. A `kept` term is to stay as it is.
    """

    right: tuple[Form, ...]
    forbidden: tuple[Form, ...]
    kept: bool = False


class TermPlace(NamedTuple):
    """A term of the source at its place, with what was agreed on it."""

    source: Span
    text: str
    agreed: Agreed


class ForbiddenPlace(NamedTuple):
    """A forbidden form in the target; `term` is what it stands for, where that matters."""

    target: Span
    text: str
    term: TermPlace | None = None


class _Index(NamedTuple):
    """A glossary made ready for two languages."""

    agreed: Mapping[str, Agreed]
    sources: Mapping[str, Sequence[Form]]
    kept: Mapping[str, Sequence[Form]]
    #: Forms that are forbidden whatever the source says.
    never: Mapping[str, Sequence[Form]]
    right: Mapping[str, Sequence[Form]]


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
    index = _index_of(pair)
    return tuple(_forbidden(pair, index)) if index else ()


@remembered
def right_places(pair: Pair) -> tuple[Span, ...]:
    """Where the target has what was agreed on, letter for letter, for a term of its source."""
    index = _index_of(pair, required=False)
    return tuple(_right(pair, index)) if index else ()


def _index_of(pair: Pair, *, required: bool = True) -> _Index | None:
    if not pair.glossary:
        return None
    index = _index(pair.glossary, pair.source.language, pair.target.language)
    if not (index.agreed or index.never):
        if not required:
            return None
        raise MissingTerms(pair.glossary, pair.source.language, pair.target.language)
    return index


@lru_cache(maxsize=32)
def _index(glossary: Glossary, source_language: str, target_language: str) -> _Index:
    agreed: dict[str, Agreed] = {}
    kept: list[Form] = []
    never: list[Form] = []
    for concept in glossary.concepts:
        sources = _forms(concept, source_language)
        right, forbidden = (
            _forms(concept, target_language, forbidden=each) for each in (False, True)
        )
        if concept.kept:
            sources = tuple(form(source_language, term.text) for term in concept.terms)
        for each in sources:
            stays = concept.kept or _is_a_name(each, right)
            told = Agreed((each,) if stays else right, forbidden, stays)
            if told.right or told.forbidden:
                agreed[each.text] = _both(agreed.get(each.text), told)
                if stays:
                    kept.append(each)
        if not any(_names_in_another(term, target_language) for term in concept.terms):
            never += forbidden
    listed = [form(source_language, text) for text in agreed]
    kept_texts = {each.text for each in kept}
    return _Index(
        agreed,
        by_beginning(each for each in listed if each.text not in kept_texts),
        by_beginning(kept),
        by_beginning(never),
        by_beginning(each for told in agreed.values() for each in told.right),
    )


def _is_a_name(source: Form, right: Sequence[Form]) -> bool:
    """Whether a term is no common word, and the target language has it the same."""
    same = {form.text for form in right} == {source.text}
    return same and source.text != source.text.lower()


def _names_in_another(term: Term, language: str) -> bool:
    return not term.forbidden and term.language.split("-")[0] != language.split("-")[0]


def _both(old: Agreed | None, new: Agreed) -> Agreed:
    """What two concepts say of one term: either is right."""
    if old is None:
        return new
    right = tuple(dict.fromkeys(old.right + new.right))
    texts = {each.text for each in right}
    forbidden = dict.fromkeys(old.forbidden + new.forbidden)
    return Agreed(
        right, tuple(each for each in forbidden if each.text not in texts), old.kept and new.kept
    )


def _forms(concept: Concept, language: str, *, forbidden: bool = False) -> tuple[Form, ...]:
    """A concept's terms in a language: those of its very tag where there are some, else those of
    a wider or, for a tag without a region, of any narrower one.
    """
    terms = [term for term in concept.terms if term.forbidden is forbidden]
    for fits in (_is, _holds, _is_held_by):
        chosen = [term for term in terms if fits(term.language, language)]
        if chosen:
            return tuple(form(language, term.text) for term in chosen)
    return ()


def _is(tag: str, language: str) -> bool:
    return tag.casefold() == language.casefold()


def _holds(tag: str, language: str) -> bool:
    return language.casefold().startswith(tag.casefold() + "-")


def _is_held_by(tag: str, language: str) -> bool:
    return _holds(language, tag)


def _places(index: _Index, source: Passage) -> Iterator[TermPlace]:
    """The glossary's terms in a passage of the source, those within longer ones left out."""
    hits = [*found(source, index.kept, exactly=True), *found(source, index.sources)]
    for hit in hits:
        if not any(_lies_in(hit, other) for other in hits):
            text = source.document.text[slice(*hit.span)]
            yield TermPlace(hit.span, text, index.agreed[hit.form.text])


def _lies_in(hit: Found, other: Found) -> bool:
    return (
        hit.span != other.span
        and other.span.start <= hit.span.start <= hit.span.end <= other.span.end
    )


@remembered
def _unrendered(pair: Pair) -> tuple[TermPlace, ...]:
    index = _index_of(pair)
    if index is None:
        return ()
    forbidden = {place.term.source for place in forbidden_terms(pair) if place.term}
    return tuple(
        place
        for bead in pair.complete_beads
        for place in _places(index, bead.source)
        if place.agreed.right
        and place.source not in forbidden
        and not _is_rendered(bead.target, place.agreed)
        and not _is_rendered_nearby(pair, index, bead, place)
    )


def _is_rendered(target: Passage, agreed: Agreed) -> bool:
    if agreed.kept:
        return any(keeps(target, each) for each in agreed.right)
    return any(renders(target, each) for each in agreed.right)


def _is_rendered_nearby(pair: Pair, index: _Index, bead: Bead, place: TermPlace) -> bool:
    """Whether the paragraph has as many renderings as the source's has terms: a neighbouring
    sentence may say it.
    """
    source = pair.source.block_of(bead.source)
    mentions = sum(
        other.agreed is place.agreed
        for near in pair.beads_of(source)
        if not near.source.empty
        for other in _places(index, near.source)
    )
    near = pair.counterpart(source)
    return sum(_is_rendered(segment, place.agreed) for segment in near) >= mentions


def _forbidden(pair: Pair, index: _Index) -> Iterator[ForbiddenPlace]:
    for bead in pair.beads:
        if bead.target.empty:
            continue
        covered = [hit.span for hit in found(bead.target, index.right)]
        for hit in found(bead.target, index.never):
            yield from _uncovered(bead.target, hit, covered)
        if bead.source.empty:
            continue
        for term in _places(index, bead.source):
            if term.agreed.forbidden:
                for hit in found(bead.target, by_beginning(term.agreed.forbidden)):
                    yield from _uncovered(bead.target, hit, covered, term)


def _uncovered(
    target: Segment, hit: Found, covered: Sequence[Span], term: TermPlace | None = None
) -> Iterator[ForbiddenPlace]:
    """The hit, unless it is a part of a longer term that is right."""
    if not any(
        span.start <= hit.span.start and hit.span.end <= span.end and span != hit.span
        for span in covered
    ):
        yield ForbiddenPlace(hit.span, target.document.text[slice(*hit.span)], term)


def _right(pair: Pair, index: _Index) -> Iterator[Span]:
    for bead in pair.complete_beads:
        wanted = Counter(
            folded(each.text)
            for place in _places(index, bead.source)
            for each in place.agreed.right
        )
        for hit in found(bead.target, index.right) if wanted else ():
            text = pair.target.text[slice(*hit.span)]
            if folded(hit.form.text) in wanted and folded(text) == folded(hit.form.text):
                yield hit.span
