"""Bodies that a translation names once too often, in the place of others."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tqcheck.features.acronyms import Acronym, acronyms
from tqcheck.features.bodies import bodies
from tqcheck.features.words import words
from tqcheck.languages.acronyms import facts_of, letters
from tqcheck.ledgers.right_acronyms import facts_meant, first_places, kept, right_forms, sources_of
from tqcheck.model import Bead, Pair, Segment


def uneven(
    pair: Pair, bead: Bead, sources: Mapping[str, Acronym], new: list[str]
) -> tuple[list[str], list[str]]:
    """What the target names less often than the source, and the acronyms that it has more often,
    where both have as many mentions of bodies, in letters or in full.
    """
    there = Counter(each.fact for each in bodies(bead.target))
    mine = _mentions(pair, bead.source, sources)
    said_there = Counter(letters(word.text) for word in words(bead.target))
    others = Counter({form: max(1, said_there[form]) for form in first_places(bead.target)})
    if mine.total() != others.total() + there.total():
        return [], []
    known = facts_of(pair.target.language)
    # One that the table has not got is another's only where the text has the right one elsewhere.
    new = [form for form in new if form in known or kept(pair) & sources.keys()]
    lost, often = [], set(new)
    for form, count in mine.items():
        right = right_forms(pair, form) | {form.upper()}
        said = sum(others[each] for each in right)
        said += sum(there[fact] for fact in facts_meant(pair, form))
        if said < count:
            lost.append(form)
        elif said > count:
            often.update(each for each in right if others[each] > 1)
    return lost, [form for form in others if form in often]


def _mentions(pair: Pair, passage: Segment, sources: Iterable[str]) -> Counter[str]:
    """How often a passage of the source names each body, in letters or in full."""
    full = bodies(passage)
    short = [*acronyms(passage), *sources_of(pair, passage).values()]
    places = {
        each.span: each.letters
        for each in short
        if not any(body.span == each.span for body in full)
    }
    found = Counter(places.values())
    for body in full:
        found[next((form for form in sources if body.fact in facts_meant(pair, form)), "")] += 1
    return found


def mention(pair: Pair, bead: Bead, source: Acronym, other: str) -> Acronym | None:
    """Which acronym of the target stands for one of the source: as many of the same are before it as
    the source has reasons for them.
    """
    before = sum(
        other in right_forms(pair, each.letters)
        for each in acronyms(bead.source)
        if each.span.start < source.span.start
    )
    places = [each for each in acronyms(bead.target) if each.letters == other]
    return places[min(before, len(places) - 1)] if places else None
