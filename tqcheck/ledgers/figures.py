"""Public figures of the source, and how the target writes their names."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from tqcheck.features.countries import countries
from tqcheck.features.damage import in_latin, is_like
from tqcheck.features.figures import FigureName, figure_names, parted
from tqcheck.features.folding import folded
from tqcheck.features.names import Name, is_title, names
from tqcheck.features.words import word_counts
from tqcheck.languages.given_names import given_name_of
from tqcheck.languages.spelling import written_letters
from tqcheck.ledgers.names import folded_words
from tqcheck.model import Bead, Pair, Span, remembered

#: So much of its letters a damaged name shares with one of its right forms, or of its sounds.
_ALIKE, _ALIKE_BESIDE = 0.6, 0.4
#: Shorter words are too easily like a name.
_SHORTEST = 4
#: Two words of so many letters that spell a name are it.
_TELLING = 6
#: A name in the target has fewer words than this.
_LONGEST_REST = 5


class How(Enum):
    """What is wrong with a name."""

    LEFT = "spelt as in the source"
    HALF = "one part respelt, another left"
    ALTERED = "spelt as in no language"


class Misnamed(NamedTuple):
    """A public figure whom the target calls by a name that its language does not use."""

    source: Span
    target: Span
    form: str
    how: How


@remembered
def misnamed(pair: Pair) -> tuple[Misnamed, ...]:
    """The public figures with a wrong name, in order."""
    if "Latn" not in pair.target.profile.scripts:
        return ()
    found: dict[Span, Misnamed] = {}
    for bead in pair.complete_beads:
        mentions = list(figure_names(bead.source, pair.target.language))
        if not mentions:
            continue
        right = {word for mention in mentions for word in _families(mention)}
        for mention in mentions:
            for wrong in _misnamed(bead, mention, right):
                found.setdefault(wrong.target, wrong)
                break
    return tuple(found.values())


def _families(mention: FigureName) -> set[str]:
    """The words by which the target may call a person, without marks."""
    figure = mention.figure
    return {folded(parted(form, figure)[1][-1]) for form in figure.target}


def _misnamed(bead: Bead, mention: FigureName, right: set[str]) -> Iterator[Misnamed]:
    there = folded_words(bead.target) | _parts_of(folded_words(bead.target))
    if _families(mention) & there:
        yield from _marks_left(bead, mention)
        yield from _given_left(bead, mention)
        return
    runs = names(bead.target)
    yield from _beside_given(bead, mention, runs, right)
    yield from _alone(bead, mention, runs, right)


def _parts_of(forms: frozenset[str]) -> frozenset[str]:
    """What is left of words without a genitive: "putin's" and "putins" are "putin" too."""
    return frozenset(form.partition("'")[0].removesuffix("s") for form in forms)


def _text(bead: Bead, span: Span) -> str:
    return bead.source.document.text[slice(*span)]


def _marks_left(bead: Bead, mention: FigureName) -> Iterator[Misnamed]:
    """The family name with the source's own marks, which the target's language does not write."""
    family = _text(bead, mention.family)
    forms = mention.figure.target
    if family.isascii() or not folded(family).isascii() or any(family in form for form in forms):
        return
    # Marks that the source's language does not write either are the bearer's own: "Vučić".
    if not written_letters(bead.source.profile.tag).issuperset(family.lower()):
        return
    for name in names(bead.target):
        for word in name.words:
            if word.text == family:
                form = parted(forms[0], mention.figure)[1][-1]
                yield Misnamed(mention.span, word.span, form, How.LEFT)


def _given_left(bead: Bead, mention: FigureName) -> Iterator[Misnamed]:
    """The given name as the source spells it, before a family name that is right."""
    given = _text(bead, mention.given).replace("-", " ").partition(" ")[0]
    figure = mention.figure
    if not given or figure.family_first or not folded(given).isascii():
        return
    if any(form.startswith((f"{given} ", f"{given}-")) for form in figure.target):
        return
    families = _families(mention)
    for name in names(bead.target):
        for at, first in enumerate(name.words[:-1]):
            rest = name.words[at + 1 : at + _LONGEST_REST]
            last = next((word for word in rest if folded(word.text) in families), None)
            if first.text == given and last:
                span = Span(first.span.start, last.span.end)
                yield Misnamed(mention.span, span, figure.target[0], How.LEFT)


def _beside_given(
    bead: Bead, mention: FigureName, runs: tuple[Name, ...], right: set[str]
) -> Iterator[Misnamed]:
    """What stands in the place of the rest of the name behind the right given name."""
    if not mention.whole:
        return
    figure = mention.figure
    own = folded(_text(bead, mention.given))
    rests = _rests(mention)
    for run in runs:
        for at, word in enumerate(run.words[:-1]):
            form = folded(word.text)
            models = rests.get(form, []) or (rests[""] if form == own else [])
            rest = run.words[at + 1 :]
            if not models or any(folded(each.text) in right for each in rest):
                continue
            span = Span(rest[0].span.start, rest[-1].span.end)
            written = bead.target.document.text[slice(*span)]
            left = _is_as_in_the_source(bead, mention, written)
            models = [*models, _text(bead, mention.family)]
            if not left and not is_like(written, models, bead.target.profile, _ALIKE_BESIDE):
                continue
            how = How.ALTERED
            if left:
                how = How.LEFT if form == own else How.HALF
            first = (
                word.span.start if figure.target[0].startswith(word.text) else rest[0].span.start
            )
            whole = figure.target[0].partition(f"{word.text} ")
            fix = figure.target[0] if first == word.span.start else whole[2] or figure.target[0]
            yield Misnamed(mention.span, Span(first, span.end), fix, how)


def _is_a_variant(word: str, mention: FigureName) -> bool:
    """Whether a word is another spelling of the family name that people bear: “Ahmad”, “Ahmed”."""
    known = given_name_of(word)
    return known is not None and any(
        known == given_name_of(part) for form in mention.figure.target for part in form.split()
    )


def _rests(mention: FigureName) -> dict[str, list[str]]:
    """A word of a right name, folded → what may stand behind it; under "" the family name."""
    found: dict[str, list[str]] = {"": []}
    for form in mention.figure.target:
        given, family = parted(form, mention.figure)
        found[""].append(family[-1])
        for at, word in enumerate(given):
            found.setdefault(folded(word), []).append("".join((*given[at + 1 :], *family)))
    return found


def _givens(mention: FigureName) -> set[str]:
    figure = mention.figure
    return {folded(given[-1]) for form in figure.target if (given := parted(form, figure)[0])}


def _alone(
    bead: Bead, mention: FigureName, runs: tuple[Name, ...], right: set[str]
) -> Iterator[Misnamed]:
    """A word of the target that is like the family name and stands for nothing else."""
    in_source = folded_words(bead.source)
    places = [each.span for each in countries(bead.target)]
    common = word_counts(bead.target.document)
    size = len(parted(mention.figure.target[0], mention.figure)[0])
    for run in runs:
        for one, other in zip(run.words, run.words[1:], strict=False):
            joined = in_latin(one.text + other.text)
            if len(joined) >= _TELLING and joined == in_latin(_text(bead, mention.family)):
                span = Span(one.span.start, other.span.end)
                yield Misnamed(mention.span, span, mention.figure.target[0], How.LEFT)
        for at, word in enumerate(run.words):
            form = folded(word.text)
            if len(form) < _SHORTEST or form in right or common[word.text.lower()]:
                continue
            if any(place.overlaps(word.span) for place in places):
                continue
            left = _is_as_in_the_source(bead, mention, word.text)
            if not left and (form in in_source or not _is_like(bead, mention, word.text, _ALIKE)):
                continue
            first = _first_of_name(bead, mention, run, at, size)
            if first is None or _is_a_variant(word.text, mention):
                continue
            figure = mention.figure
            whole = (
                figure.target[0] if first < at else " ".join(parted(figure.target[0], figure)[1])
            )
            span = Span(run.words[first].span.start, word.span.end)
            yield Misnamed(mention.span, span, whole, How.LEFT if left else How.ALTERED)


def _first_of_name(bead: Bead, mention: FigureName, run: Name, at: int, size: int) -> int | None:
    """From which word on a run is the person's name; None where it is another person's.

    Where the source has the whole name, what stands before the family name is the given name.
    """
    first = at
    whole = mention.whole and not mention.figure.family_first
    while first and not is_title(run.words[first - 1].text, bead.target.profile):
        if not whole:
            return at if folded(run.words[first - 1].text) in _givens(mention) else None
        if at - first == size:
            break
        first -= 1
    return first


def _is_as_in_the_source(bead: Bead, mention: FigureName, written: str) -> bool:
    """Whether a word spells the family name letter by letter; of a name in one, its beginning."""
    form, own = in_latin(written), in_latin(_text(bead, mention.family))
    return form == own or (
        mention.whole
        and mention.given.start == mention.given.end
        and len(form) >= _SHORTEST
        and own.startswith(form)
    )


def _is_like(bead: Bead, mention: FigureName, written: str, share: float) -> bool:
    """Whether what stands in the target is a damaged form of the name."""
    models = ["".join(parted(form, mention.figure)[1]) for form in mention.figure.target]
    return is_like(written, [*models, _text(bead, mention.family)], bead.target.profile, share)
