"""Credits of both texts."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tqcheck.features.bylines import is_byline, is_short_line, persons
from tqcheck.features.credits import (
    Agency,
    Credit,
    agencies,
    agencies_at_all,
    before_stroke,
    canonical,
    closing_letters,
    credit,
    is_same_agency,
    lettered_maker,
    makers,
    reporting_agency,
    shouted_author,
    signing_agency,
)
from tqcheck.features.damage import in_latin, is_like
from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.names import Name, NameWord
from tqcheck.features.romanisation import Relation, relation
from tqcheck.features.sounds import ABJADS
from tqcheck.features.vocabulary import has_vocabulary, is_known
from tqcheck.features.words import words
from tqcheck.languages.name_words import name_words
from tqcheck.ledgers.person_words import is_heard
from tqcheck.ledgers.titles import changed_titles
from tqcheck.model import Bead, Pair, Passage, Span, remembered

#: Scripts of which every name can be read letter by letter.
_LETTER_BY_LETTER = frozenset(("Latn", "Cyrl", "Grek"))
#: A person's name has so many words in a line of its own.
_FEWEST, _MOST = 2, 4
#: A family name that keeps so much of its letters is damaged, not another.
_ALIKE = 0.5


class ChangedCredit(NamedTuple):
    """A part of a credit that the translation has otherwise."""

    source: Span
    target: Span
    text: str
    other: str


@remembered
def changed_credits(pair: Pair) -> tuple[ChangedCredit, ...]:
    """The agencies, papers and persons of credits that are others in the translation, in order.

    Persons are compared where both scripts can be read letter by letter.

    Raises MissingFact where a language's pack does not say how it is written.
    """
    found = [each for bead in pair.complete_beads for each in _changed(pair, bead)]
    text = pair.target.text
    taken = {each.target for each in found}
    found += [
        ChangedCredit(each.source, each.target, each.form, text[slice(*each.target)])
        for each in changed_titles(pair)
        if each.target not in taken
    ]
    return tuple(sorted(found, key=lambda each: each.target))


def has_stroke_credit(pair: Pair) -> bool:
    """Whether a source has a line with a short form behind a stroke, or something before one."""
    return any(
        lettered_maker(each) or shouted_author(each) or before_stroke(each)
        for each in pair.source.segments
        if "/" in each.text or "|" in each.text
    )


def _changed(pair: Pair, bead: Bead) -> Iterator[ChangedCredit]:
    mine, other = credit(bead.source), credit(bead.target)
    if mine is None or other is None:
        found = next(chain(_changed_agency(bead), _changed_shouted(bead)), None)
        if found:
            yield found
        elif is_byline(bead.source) or is_byline(bead.target):
            yield from _changed_author(pair, bead)
        return
    if not is_same_agency(mine.agency, other.agency) and not _are_words(
        pair, mine.agency, other.agency
    ):
        yield ChangedCredit(mine.agency_span, other.agency_span, mine.agency, other.agency)
    share = set(pair.source.profile.scripts) & set(pair.target.profile.scripts)
    if share and not _is_same_person(pair, bead, mine, other):
        yield ChangedCredit(mine.person_span, other.person_span, mine.person, other.person)


def _changed_agency(bead: Bead) -> Iterator[ChangedCredit]:
    """The agency of a report, where each text names one, and they are two."""
    mine, other = reporting_agency(bead.source), reporting_agency(bead.target)
    if mine and other and mine.name != other.name:
        yield ChangedCredit(mine.span, other.span, mine.text, other.text)
    lines = makers(bead.source), makers(bead.target)
    if len(lines[0]) == len(lines[1]) > 1:
        yield from _one_of_several(*lines)
    made_by = lettered_maker(bead.source)
    if made_by and len(lines[1]) == 1 and not lines[0]:
        other = lines[1][0]
        if in_latin(made_by.text) != in_latin(other.text):
            yield ChangedCredit(made_by.span, other.span, made_by.text, other.text)
    if len(lines[0]) == 1 and not (mine and other):
        made = lines[0][0]
        if len(lines[1]) == 1 and lines[1][0].name != made.name:
            yield ChangedCredit(made.span, lines[1][0].span, made.text, lines[1][0].text)
        written = closing_letters(bead.target)
        if not lines[1] and written and _is_none(bead, made, written):
            yield ChangedCredit(made.span, written.span, made.name, written.text)
    yield from _changed_anywhere(bead)


def _is_none(bead: Bead, made: Agency, written: Agency) -> bool:
    """Whether letters are those of an agency's name but for one, or take its place and are no agency's
    in a line that says nothing else.
    """
    if letters_apart(made.name, written.name, 1) == 1:
        return True
    return is_short_line(bead.source) and is_short_line(bead.target) and written.name != made.name


def _changed_anywhere(bead: Bead) -> Iterator[ChangedCredit]:
    """The only agency that a passage of the source names and the target does not, and the only one
    that only the target names; of reports that end with a sign; of lines that begin with one.
    """
    mine, others = _named_anywhere(bead.source), _named_anywhere(bead.target)
    if not others:
        return
    here, there = agencies_at_all(bead.source), agencies_at_all(bead.target)
    lost = [each for each in mine if each.name not in there]
    new = [each for each in others if each.name not in here]
    if len({each.name for each in lost}) == len({each.name for each in new}) == 1:
        yield ChangedCredit(lost[0].span, new[0].span, lost[0].text, new[0].text)
    opening, other = before_stroke(bead.source), before_stroke(bead.target)
    if opening and other and opening.text.isupper() and other.name in there and not here:
        yield ChangedCredit(opening.span, other.span, opening.text, other.text)


def _named_anywhere(passage: Passage) -> tuple[Agency, ...]:
    """The agencies of a passage, or the one that its credit or sign is of."""
    found = agencies(passage)
    if found:
        return found
    own = credit(passage)
    if own:
        return (Agency(own.agency, canonical(own.agency), own.agency_span),)
    signed = signing_agency(passage)
    return (signed,) if signed else ()


def _one_of_several(mine: Sequence[Agency], others: Sequence[Agency]) -> Iterator[ChangedCredit]:
    """The only agency of a line that has become another."""
    names, there = {each.name for each in mine}, {each.name for each in others}
    lost = [each for each in mine if each.name not in there]
    new = [each for each in others if each.name not in names]
    if len(lost) == len(new) == 1:
        yield ChangedCredit(lost[0].span, new[0].span, lost[0].text, new[0].text)


def _changed_shouted(bead: Bead) -> Iterator[ChangedCredit]:
    """The author in capitals at the beginning of a line whose last name is another."""
    mine, other = shouted_author(bead.source), shouted_author(bead.target)
    if mine and other and mine.name.split()[-1] != other.name.split()[-1]:
        first = mine.name.split()[0] == other.name.split()[0]
        if first and _is_one_script(bead):
            yield ChangedCredit(mine.span, other.span, mine.text, other.text)


def _is_one_script(bead: Bead) -> bool:
    return bead.source.profile.scripts[0] == bead.target.profile.scripts[0]


def _changed_author(pair: Pair, bead: Bead) -> Iterator[ChangedCredit]:
    """The only author of a line who has become another, or an agency."""
    scripts = {side.profile.scripts[0] for side in (bead.source, bead.target)}
    if not all(map(is_short_line, (bead.source, bead.target))):
        return
    if not scripts <= _LETTER_BY_LETTER:
        yield from _unheard_author(bead)
        return
    mine, others = persons(bead.source), persons(bead.target)
    lost = [each for each in mine if not _has_family(pair, each, others)]
    if len(lost) != 1:
        return
    text, there = pair.source.text, pair.target.text
    new = [each.span for each in others if not _has_family(pair, each, mine, back=True)]
    named = {each.name for each in makers(bead.source)}
    new += [each.span for each in makers(bead.target) if each.name not in named]
    if len(new) != 1:
        return
    source, target = text[slice(*lost[0].span)], there[slice(*new[0])]
    if not (_is_translated(pair, bead, target) or _are_words(pair, source, target)):
        yield ChangedCredit(lost[0].span, new[0], source, target)


def _unheard_author(bead: Bead) -> Iterator[ChangedCredit]:
    """The only person of the target's line of whom the source's has no word, where a script is read
    by its consonants.
    """
    others, mine = persons(bead.target), words(bead.source)[1:]
    if (
        bead.source.profile.scripts[0] not in ABJADS
        or len(others) != 1
        or not _FEWEST <= len(mine) <= _MOST
    ):
        return
    named = [NameWord(word.text, word.span, initial=False) for word in mine]
    given, family = (named[0], others[0].words[0]), (named[-1], others[0].words[-1])
    if not any(is_heard(bead, one, word) for one, word in (given, family)):
        span = Span(mine[0].span.start, mine[-1].span.end)
        text = bead.source.document.text[slice(*span)]
        target = bead.target.document.text[slice(*others[0].span)]
        yield ChangedCredit(span, others[0].span, text, target)


def _are_words(pair: Pair, lost: str, new: str) -> bool:
    """Whether two names end in words of their languages: a button beside the credit, “Follow”, or
    what ends the report, “Ends”.
    """
    return all(
        has_vocabulary(side.profile) and is_known(side.profile, name.split()[-1].lower())
        for side, name in ((pair.source, lost), (pair.target, new))
    )


def _is_translated(pair: Pair, bead: Bead, name: str) -> bool:
    """Whether a name has a word that the source's line has in its language: a desk's, "Africa"."""
    meanings = name_words(pair.source.profile.tag, pair.target.profile.tag)
    line = folded(bead.source.text)
    return any(
        folded(form) in line
        for word in name.lower().split()
        if (known := meanings.get(word))
        for form in known.forms
    )


def _has_family(pair: Pair, name: Name, others: tuple[Name, ...], *, back: bool = False) -> bool:
    """Whether a name's last word is like any word of other names, as it is or respelt."""
    form = name.words[-1].text
    texts = [word.text for each in others for word in each.words]
    if folded(form) in map(folded, texts) or is_like(form, texts, pair.target.profile, _ALIKE):
        return True
    profiles = pair.source.profile, pair.target.profile
    if not all(side.has("romanisation") for side in profiles):
        return False
    kin = {Relation.CONVERTED, Relation.HALF}
    pairs = ((other, form) if back else (form, other) for other in texts)
    return any(relation(left, right, *profiles) in kin for left, right in pairs)


def _is_same_person(pair: Pair, bead: Bead, mine: Credit, other: Credit) -> bool:
    """Whether the last words of both names are one, as they are or respelt for the language."""
    left, right = mine.person.split()[-1], other.person.split()[-1]
    there = {folded(word.text) for word in words(bead.target)}
    if folded(left) in there or folded(right) in {folded(word.text) for word in words(bead.source)}:
        return True
    profiles = pair.source.profile, pair.target.profile
    if not all(side.has("romanisation") for side in profiles):
        return False
    return relation(left.title(), right.title(), *profiles) is Relation.CONVERTED
