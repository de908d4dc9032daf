"""Names whose letters the translation lost, swapped or replaced."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from tqcheck.features.cities import is_city
from tqcheck.features.countries import is_of_a_country
from tqcheck.features.distance import letters_apart
from tqcheck.features.figures import figure_words
from tqcheck.features.folding import folded, spelt_out
from tqcheck.features.known_names import known_in_latin
from tqcheck.features.names import NameWord, names
from tqcheck.features.romanisation import (
    Relation,
    is_settled,
    relation,
    respelt,
    skeleton,
)
from tqcheck.features.slips import Slip, slip
from tqcheck.features.vocabulary import frequency, has_vocabulary, is_known
from tqcheck.features.words import word_counts
from tqcheck.languages.countries import are_one_place, is_part_of_a_place
from tqcheck.languages.given_names import given_name_of
from tqcheck.ledgers.misheard import misheard
from tqcheck.ledgers.names import NamePlace, differing, folded_words, is_a_title
from tqcheck.ledgers.near_names import LONG, SHORTEST, distance_of, may_be_eligible, near
from tqcheck.ledgers.told_names import may_name_a_place
from tqcheck.model import Bead, Document, LanguageProfile, Pair, Span, remembered

_SHORTEST_OF_ALL = 3
#: Less alike than this, two words have nothing to do with each other.
_UNLIKE = 0.4
#: At the end of a word, inflection and the languages' own endings change letters.
_ENDING = 2
#: So many consonants tell names apart, an article before them aside.
_FEWEST_CONSONANTS, _ARTICLE = 3, 2


_LATIN = re.compile(rf"(?<![A-Za-z])[A-Z][a-z]{{{SHORTEST - 2},}}(?![A-Za-z])")


class Proof(Enum):
    """Why a name that differs is taken for one that was damaged."""

    ELSEWHERE = "the translation has the right form elsewhere"
    BESIDE = "the rest of the name is unchanged"
    KNOWN = "the language has the one and not the other"
    LETTERS = "no spelling convention changes these letters"
    LATIN = "the source has it in Latin letters"
    REPLACED = "another name stands beside the same given name"


class Altered(NamedTuple):
    """A damaged word of a name in the target, and the form that proves it.

    `source` is its place there, where the source is written in the same script. `verbatim` tells
    that the form can be put in as it stands.
    """

    target: NameWord
    form: str
    source: NameWord | None
    proof: Proof
    verbatim: bool = True


def may_be_altered(word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word that one text alone has may be a damaged name, or the name that it was."""
    return len(word) >= _SHORTEST_OF_ALL or may_name_a_place(word, profile, other)


def is_of_another_script(_word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether names are found by their sounds, so that no word tells where one may be."""
    return not (profile.has("romanisation") and set(profile.scripts) & set(other.scripts))


@remembered
def altered_names(pair: Pair) -> tuple[Altered, ...]:
    """The damaged names in order.

    Raises MissingFact where the target language has no convention for foreign names.
    """
    _ = pair.target.profile.romanisation
    found: dict[Span, Altered] = {}
    if pair.source.profile.has("romanisation"):
        for bead in pair.complete_beads:
            for altered in _by_letters(pair, bead):
                if not is_of_a_country(bead.target, altered.target.span):
                    found.setdefault(altered.target.span, altered)
    else:
        # A Latin-script language without conventions inflects its names; another script does not.
        foreign = "Latn" not in pair.source.profile.scripts
        for bead in pair.complete_beads if foreign else ():
            for altered in _of_latin_words(pair, bead):
                found.setdefault(altered.target.span, altered)
        for altered in _by_sound(pair):
            found.setdefault(altered.target.span, altered)
        for wrong in misheard(pair):
            source = wrong.source
            altered = Altered(wrong.target, source.text, source, Proof.LETTERS, verbatim=False)
            found.setdefault(altered.target.span, altered)
    return tuple(found.values())


def _by_letters(pair: Pair, bead: Bead) -> Iterator[Altered]:
    """Names of the source, in the same script, that the target writes with other letters."""
    sources, targets = (
        [place for place in places if _is_eligible(pair, place)] for places in differing(bead)
    )
    for source in sources:
        for target in targets:
            altered = _compared(pair, source, target)
            if altered and folded(target.word.text) not in figure_words(
                bead.source, pair.target.language
            ):
                yield altered
                break


def _of_latin_words(pair: Pair, bead: Bead) -> Iterator[Altered]:
    """Names that a source in another script has in Latin letters, and the target with others."""
    latin = [match.group() for match in _LATIN.finditer(bead.source.text)]
    if not latin:
        return
    there = folded_words(bead.target)
    missing = [word for word in latin if folded(word) not in there]
    for name in names(bead.target) if missing else ():
        for word in name.words:
            form = folded(word.text)
            if len(form) < SHORTEST - 1 or word.text in bead.source.text or word.shouted:
                continue
            for right in missing:
                most = 2 if min(len(right), len(form)) >= LONG else 1
                near = 0 < distance_of(folded(right), form, most) <= most
                ending = form.startswith(folded(right)) or folded(right).startswith(form)
                if near and not ending and not _is_common(pair.target, word.text):
                    yield Altered(word, right, None, Proof.LATIN)
                    break


def _is_eligible(pair: Pair, place: NamePlace) -> bool:
    return may_be_eligible(place.word.text, pair.source.profile, pair.target.profile)


def _compared(pair: Pair, source: NamePlace, target: NamePlace) -> Altered | None:
    mine, other = source.word, target.word
    if _is_replaced(pair, source, target):
        return Altered(other, mine.text, mine, Proof.REPLACED)
    near_form = near(mine.text, other.text, pair.source.profile, pair.target.profile)
    mine = mine._replace(text=near_form.text)
    if not near_form.may_be_one or _is_ordinary(pair, mine.text, other.text):
        return None
    form, found = near_form.form, near_form.found
    distance, verbatim = near_form.distance, near_form.verbatim
    # "Algeria" is no slip of "Argélia".
    if near_form.exchanged and not is_part_of_a_place(other.text, pair.target.language):
        return Altered(other, mine.text, mine, Proof.LETTERS, verbatim)
    if not near_form.close:
        return None
    change = slip(mine.text, other.text) if verbatim else slip(form, found)
    beside = _is_beside_the_same(source, target)
    proof = _proof(pair, mine, other, change, distance, verbatim, beside=beside)
    return Altered(other, mine.text, mine, proof, verbatim) if proof else None


def _proof(
    pair: Pair,
    mine: NameWord,
    other: NameWord,
    change: Slip,
    distance: int,
    verbatim: bool,
    *,
    beside: bool,
) -> Proof | None:
    profile = pair.target.profile
    # The capital of a sentence's first word proves no name, a word of no language does.
    opens = mine.initial and not _is_strange(profile, other.text)
    if (given := given_name_of(mine.text)) and given == given_name_of(other.text):
        return None
    # The target's language has the source's form, and has not got this one.
    known = len(mine.text) >= SHORTEST and frequency(profile, mine.text)
    if (
        verbatim
        and distance == 1
        and known
        and _is_strange(profile, other.text)
        and word_counts(pair.target)[other.text] == 1
        and not is_part_of_a_place(other.text, pair.target.language)
        and not is_city(other.text, pair.target.language, pair.source.language)
        and respelt(mine.text, pair.source.profile, profile) != folded(other.text)
    ):
        return Proof.KNOWN
    if beside and change.thinned and distance == 1 and change.left and change.at and verbatim:
        return Proof.BESIDE if _is_plain(pair, mine.text, other.text) else None
    if (
        beside
        and distance == 1
        and verbatim
        and _is_slight(change)
        and not opens
        and _is_plain(pair, mine.text, other.text)
        and not is_part_of_a_place(other.text, pair.target.language)
    ):
        return Proof.BESIDE
    # No convention swaps two letters; at the end of a word related languages do ("Centre").
    swap = verbatim and change.swapped and change.at > 0 and change.left >= _ENDING
    if swap and not opens and len(mine.text) >= SHORTEST:
        return Proof.LETTERS
    if _is_explained(pair, mine.text, other.text):
        return None
    inside = change.at > 0 and change.left > _ENDING
    counts = word_counts(pair.target)
    clear = change.hard or (inside and (change.gap or change.exchanged))
    if verbatim and distance == 1 and clear and counts[mine.text] and counts[other.text] == 1:
        return Proof.ELSEWHERE
    # At the beginning of a sentence any word may stand beside a name: "Hier Macron".
    if opens and other.initial and (change.left < _ENDING or not verbatim):
        return None
    short = min(len(mine.text), len(other.text)) < SHORTEST
    letter_lost = change.hard and not change.other and change.at > 0 and change.left > 1
    if distance == 1 and verbatim and letter_lost and len(mine.text) >= SHORTEST:
        return Proof.LETTERS
    if distance == 1 and verbatim and not short:
        cut = not change.left and not change.other
        if (change.hard and not cut) or (change.gap and inside):
            return Proof.LETTERS
    if not beside:
        return None
    if distance == 1:
        slight = inside and verbatim and not short and (change.gap or change.exchanged)
        found = change.hard or slight or (change.swapped and change.left > 0)
    else:
        lost = set(change.mine) ^ set(change.other)
        found = (
            change.left >= _ENDING
            and len(change.mine + change.other) <= 3
            and bool(lost - set("aeiouyhs"))
        )
    return Proof.BESIDE if found else None


def _is_strange(profile: LanguageProfile, word: str) -> bool:
    """Whether a language is known not to have a word."""
    return has_vocabulary(profile) and not is_known(profile, word)


def _is_slight(change: Slip) -> bool:
    """Whether a letter inside a word changed that languages leave alone in names of their script."""
    inside = change.at > 0 and change.left > 1
    return (
        inside
        and (change.exchanged or change.gap or change.swapped)
        and not ({change.mine, change.other} <= set("iyj"))
    )


def _is_plain(pair: Pair, source: str, target: str) -> bool:
    """Whether a name is spelt with letters that both languages write alike."""
    return (
        respelt(source, pair.source.profile, pair.target.profile) == folded(source)
        and "kh" not in folded(source)
        and not is_settled(target, pair.target.profile)
    )


def _is_ordinary(pair: Pair, source: str, target: str) -> bool:
    """Whether either is a word of its text and no name, the source itself writes both, or both are
    known to name one place.
    """
    return (
        _is_common(pair.source, source)
        or _is_common(pair.target, target)
        or word_counts(pair.source)[target] > 0
        or are_one_place(source, target, pair.source.language, pair.target.language)
    )


def _is_common(document: Document, word: str) -> bool:
    return word_counts(document)[word.lower()] > 0


def _is_explained(pair: Pair, source: str, target: str) -> bool:
    """Whether the two may be forms or spellings of one name."""
    left, right = folded(source), folded(target)
    if right.startswith(left) or (left.startswith(right) and not slip(source, target).hard):
        return True
    if spelt_out(source) == spelt_out(target) or is_settled(target, pair.target.profile):
        return True
    became = relation(source, target, pair.source.profile, pair.target.profile)
    return became is not Relation.OTHER


def _is_replaced(pair: Pair, source: NamePlace, target: NamePlace) -> bool:
    """Whether one of the two names of a person became another.

    Either the translation has the source's whole name elsewhere; or both names have two words,
    the given name is the same and the family names have nothing to do with each other.
    """
    return any(_is_other_name(pair, source, target, step) for step in (-1, 1))


def _is_other_name(pair: Pair, source: NamePlace, target: NamePlace, step: int) -> bool:
    mine, other = source.word, target.word
    same, there = source.beside(step), target.beside(step)
    if not (same and there) or same.shouted or len(same.text) < 3:
        return False
    if folded(same.text) != folded(there.text) or is_a_title(pair, same):
        return False
    if _is_ordinary(pair, mine.text, other.text) or _is_explained(pair, mine.text, other.text):
        return False
    if (given := given_name_of(mine.text)) and given == given_name_of(other.text):
        return False
    span = Span(min(mine.span.start, same.span.start), max(mine.span.end, same.span.end))
    if pair.source.text[slice(*span)] in pair.target.text:
        return word_counts(pair.target)[other.text] == 1
    if not len(source.name.words) == len(target.name.words) == 2 or step > 0:
        return False
    if mine.initial or other.initial:
        return False
    form, found = folded(mine.text), folded(other.text)
    longest = max(len(form), len(found))
    return 1 - letters_apart(form, found, longest) / longest < _UNLIKE


def _is_beside_the_same(source: NamePlace, target: NamePlace) -> bool:
    """Whether the word before it, or the one behind it, is the same in both texts."""
    for step in (-1, 1):
        mine, other = source.beside(step), target.beside(step)
        if mine and other and len(mine.text) > 2 and folded(mine.text) == folded(other.text):
            return True
    return False


def _by_sound(pair: Pair) -> Iterator[Altered]:
    """Names that stand once, close to another name of the target, which the source sounds like."""
    places: dict[str, list[tuple[NamePlace, Bead]]] = {}
    for bead in pair.complete_beads:
        for name in names(bead.target):
            for index in range(len(name.words)):
                place = NamePlace(name, index)
                if len(place.word.text) >= SHORTEST and _is_eligible(pair, place):
                    places.setdefault(folded(place.word.text), []).append((place, bead))
    # Few letters change, so the beginning or the end of two forms of a name is the same.
    alike: dict[str, list[str]] = {}
    for form in places:
        alike.setdefault(form[0], []).append(form)
        alike.setdefault(form[-2:], []).append(form)
    for form, found in places.items():
        place, bead = found[0]
        if len(found) > 1 or _is_common(pair.target, place.word.text):
            continue
        if form in figure_words(bead.source, pair.target.language) or form in known_in_latin(
            bead.source
        ):
            continue
        most = 2 if len(form) > SHORTEST + 1 else 1
        for other in dict.fromkeys(alike[form[0]] + alike[form[-2:]]):
            if not 0 < distance_of(form, other, most) <= most:
                continue
            near, _ = places[other][0]
            if not _is_name_of_both(place, near) or is_of_a_country(bead.target, place.word.span):
                continue
            right = near.word.text
            # What Russian writes with one letter is “j” in one language and “zh” in another.
            if _hushed(form) == _hushed(other):
                continue
            apart = all(there is not bead for _, there in places[other])
            if apart and _sounds(pair, bead, right, form):
                yield Altered(place.word, right, None, Proof.ELSEWHERE)
                break


def _hushed(form: str) -> str:
    for written in ("dzh", "zh", "dj"):
        form = form.replace(written, "j")
    return form


def _is_name_of_both(place: NamePlace, other: NamePlace) -> bool:
    """Whether two forms may be one name, and not forms of one word: "American", "Americans"."""
    form, right = folded(place.word.text), folded(other.word.text)
    if slip(form, right).left:
        return True
    before, there = place.beside(-1), other.beside(-1)
    same = before is not None and there is not None and before.text == there.text
    return same and not form.startswith(right) and not right.startswith(form)


def _sounds(pair: Pair, bead: Bead, right: str, wrong: str) -> bool:
    """Whether the source of a bead, read aloud, holds the one form and not the other."""
    from anyascii import anyascii

    heard = [folded(word) for word in anyascii(bead.source.text).split()]
    run = "".join(heard)
    if folded(right) in run:
        return wrong not in run
    profile = pair.target.profile
    mine, other = skeleton(right, profile), skeleton(wrong, profile)
    if len(mine) < _FEWEST_CONSONANTS or mine == other:
        return False
    consonants = [skeleton(word.strip(".,;:!?()\"'«»“”"), profile) for word in heard]

    def is_heard(form: str) -> bool:
        return any(word.endswith(form) and len(word) - len(form) <= _ARTICLE for word in consonants)

    return is_heard(mine) and not is_heard(other)
