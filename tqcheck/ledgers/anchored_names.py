"""Words of a name that differ though the word beside them in the name is the same in both texts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.countries import countries, is_of_a_country
from tqcheck.features.distance import letters_apart
from tqcheck.features.figures import figure_words
from tqcheck.features.folding import folded, own_marks, spelt_out
from tqcheck.features.names import NameWord, names
from tqcheck.features.romanisation import (
    Relation,
    are_alike,
    is_settled,
    relation,
    respelt,
    skeleton,
)
from tqcheck.features.slips import Slip, slip
from tqcheck.features.sounds import consonants_of
from tqcheck.features.vocabulary import common_words, frequency, has_vocabulary
from tqcheck.features.words import word_counts
from tqcheck.languages.countries import is_of_another_script, is_part_of_a_place
from tqcheck.languages.given_names import given_name_of
from tqcheck.ledgers.lone_words import is_a_word, looks_like_a_name, may_be_borne
from tqcheck.ledgers.names import NamePlace, differing, is_a_title
from tqcheck.model import Bead, LanguageProfile, Pair, Span, remembered

#: Shorter words are no anchor, and too easily like another.
_SHORTEST = 3
#: Two words that share fewer of their letters are two names.
_APART = 0.5
#: The given name is often a short form: so many letters are another's at most.
_GIVEN = 2
#: What was cut off has so many letters.
_CUT = 2
#: A language that uses a word oftener has it as a word.
_ORDINARY = 300
#: And what is left of a name is hardly ever a word that a language uses oftener than this.
_COMMON = 10_000
#: At the end of a word these sound alike: “Mehmed”, “Mehmet”.
_VOICED = frozenset(map(frozenset, ("dt", "bp", "gk", "sz", "vf")))
#: A person's country is told so few letters before the name or behind it.
_BESIDE = 40
#: What German writes to make a vowel long or short.
_UNHEARD = {"", "h", "l", "m", "n", "r", "t"}
#: From this length on a name has one spelling.
_LONG = 6
#: The Arabic article between two words, or joined to the first.
_ARTICLE = re.compile(r"[ -](?:a[lnrsdtz]|el|ul|ash|ou?l)[ -]")
_UNVOICED = str.maketrans("gdz", "kts")
_RESPELT = (Relation.CONVERTED, Relation.HALF)


class Anchored(NamedTuple):
    """A word of the target, the word of the source that it stands for, and whether its end is off."""

    target: NameWord
    source: NameWord
    cut: bool


@remembered
def anchored_names(pair: Pair) -> tuple[Anchored, ...]:
    """The words of names that no convention explains, beside one that both texts have, in order.

    None where one of the texts is not in Latin letters.
    """
    if not all(side.profile.has("romanisation") for side in (pair.source, pair.target)):
        return ()
    found: dict[Span, Anchored] = {}
    for bead in pair.complete_beads:
        for each in _of_bead(pair, bead):
            found.setdefault(each.target.span, each)
    return tuple(found[span] for span in sorted(found))


def _of_bead(pair: Pair, bead: Bead) -> Iterator[Anchored]:
    sources, targets = differing(bead)
    for source in sources if targets else ():
        right = respelt(source.word.text, pair.source.profile, pair.target.profile)
        near = [
            (apart, target)
            for target in targets
            if (apart := _apart(source.word.text, right, target.word.text)) is not None
            and _is_beside_the_same(pair, bead, source, target)
        ]
        if not near or not may_be_lost(pair, bead, source.word):
            continue
        _, target = min(near, key=lambda each: each[0])
        cut = is_cut(source.word.text, target.word.text)
        wrong = may_be_wrong(pair, bead, target.word, cut=cut)
        if (
            wrong
            and not is_explained(bead, source, target)
            and not _is_usual(pair, source.word.text, target.word.text)
        ):
            yield Anchored(target.word, source.word, cut)


def _is_usual(pair: Pair, source: str, target: str) -> bool:
    """Whether a translation spells the vowels of a name otherwise each time, as is its right."""
    told = word_counts(pair.target)[target]
    return (
        told > 1 and told >= word_counts(pair.source)[source] and _heard(source) == _heard(target)
    )


def _apart(source: str, right: str, target: str) -> float | None:
    """Which share of the letters of a word, as it stands or respelt, a word of the target has not;
    None where they are two names.
    """
    other = folded(target)
    letters, apart = set(other), 2.0
    for form in {folded(source), right}:
        longest = max(len(form), len(other))
        most = int(_APART * longest)
        # So many letters that the target has not differ at least.
        if len(set(form) - letters) <= most and len(letters - set(form)) <= most:
            apart = min(apart, letters_apart(form, other, most) / longest)
    return apart if apart <= _APART or is_cut(source, target) else None


def is_cut(source: str, target: str) -> bool:
    """Whether the end of a word is gone, and nothing else."""
    mine, other = folded(source), folded(target)
    return mine.startswith(other) and len(mine) - len(other) >= _CUT


def _is_beside_the_same(pair: Pair, bead: Bead, source: NamePlace, target: NamePlace) -> bool:
    """Whether a personal name stands on the same side of both, the same or respelt."""
    word = source.word.text
    forms = (folded(word), respelt(word, pair.source.profile, pair.target.profile))
    for step in (-1, 1):
        mine, other = source.beside(step), target.beside(step)
        if mine and other and is_personal(pair, other, alike=target.word.shouted):
            became = _relation(bead, mine.text, other.text)
            if became is not Relation.OTHER and (
                step < 0 or any(_is_given(form, target.word.text) for form in forms)
            ):
                return True
    return False


def _is_given(mine: str, target: str) -> bool:
    """Whether a given name lost or changed a letter and is no short form: "Dave" for "David"."""
    other = folded(target)
    if mine.startswith(other) or other.startswith(mine):
        return False
    return letters_apart(mine, other, _GIVEN) < _GIVEN or (
        mine[-_CUT:] == other[-_CUT:] and letters_apart(mine, other, _GIVEN) <= _GIVEN
    )


def is_personal(pair: Pair, word: NameWord, *, alike: bool) -> bool:
    """Whether a word of the target may be a person's name, and nothing else."""
    profile = pair.target.profile
    return (
        len(word.text.lower()) >= _SHORTEST
        and word.shouted is alike
        and not is_a_title(pair, word)
        and not is_part_of_a_place(word.text, profile.tag)
        and may_be_borne(word.text, profile)
    )


def may_be_lost(pair: Pair, bead: Bead, word: NameWord) -> bool:
    """Whether a word of the source is no title, place or people, and nowhere in the target."""
    profile = pair.source.profile
    return (
        not is_a_title(pair, word)
        and word.text.lower() not in common_words(profile)
        and not (
            (word.initial or not has_vocabulary(pair.target.profile))
            and _is_word(profile, word.text.lower())
            and frequency(profile, word.text.lower()) > _ORDINARY
        )
        and not is_part_of_a_place(word.text, profile.tag)
        and not is_of_a_country(bead.source, word.span)
        and not any(
            is_one(bead, word.text, other.text)
            for name in names(bead.target)
            for other in name.words
        )
    )


def may_be_wrong(pair: Pair, bead: Bead, word: NameWord, *, cut: bool) -> bool:
    """Whether a word of the target is no word, title, place or people, nor another of the source."""
    profile, form = pair.target.profile, word.text.lower()
    return (
        looks_like_a_name(word.text.capitalize() if word.shouted else word.text, profile)
        and not is_part_of_a_place(word.text, profile.tag)
        and not (_is_word(profile, form) and (not cut or frequency(profile, form) > _COMMON))
        and not is_of_a_country(bead.target, word.span)
        and not any(
            is_one(bead, other.text, word.text)
            for name in names(bead.source)
            for other in name.words
        )
    )


def _is_word(profile: LanguageProfile, form: str) -> bool:
    """Whether a language is known to have a word, as one that is no name."""
    return has_vocabulary(profile) and is_a_word(form, profile)


def is_one(bead: Bead, source: str, target: str) -> bool:
    """Whether a convention, or a table, has the one word for the other."""
    became = _relation(bead, source, target)
    if became is Relation.CONVERTED and not given_name_of(source):
        right = respelt(source, bead.source.profile, bead.target.profile)
        return not _is_gap(slip(right, target))
    if became is Relation.VARIANT and not _is_half_vowel(source, target):
        return not (_is_slip(source, target) or _is_settled_here(bead, source, target))
    return became is not Relation.OTHER


def _is_settled_here(bead: Bead, source: str, target: str) -> bool:
    """Whether the translation has the source's own form elsewhere, as often as this one."""
    counts = word_counts(bead.target.document)
    return source != target and 0 < counts[source] >= counts[target]


def _is_half_vowel(source: str, target: str) -> bool:
    """Whether two words differ in “i” and “y”, or “u” and “ou”, alone."""
    return _in_one_way(source) == _in_one_way(target)


def _in_one_way(word: str) -> str:
    return folded(word).replace("y", "i").replace("ou", "u")


def _is_gap(change: Slip) -> bool:
    """Whether a vowel between consonants is gone, and a syllable with it."""
    return change.gap and change.left > 0


def _is_unlike(change: Slip) -> bool:
    """Whether a vowel stands for one that no ear takes for it: “a” for “u”, “i” for “o”."""
    exchanged = change.exchanged and len(change.mine) == len(change.other) == 1
    return exchanged and not are_alike(change.mine, change.other)


def _is_slip(source: str, target: str) -> bool:
    """Whether a vowel, or a letter that is not heard, changed in a name that kept all its other
    letters, foreign ones and all.
    """
    change = slip(source, target)
    exchanged = change.exchanged and len(change.mine) == len(change.other) == 1
    beside = len(change.mine) == 1 and change.mine in "aei" and not change.other
    if exchanged or _is_gap(change) or (beside and change.at and change.left > 1):
        return True
    before = folded(source)[change.at - 1 : change.at]
    unheard = {change.mine, change.other} <= _UNHEARD and before in {*"aeiou", change.mine}
    return unheard and change.left > 1 and len(source) >= _LONG


def is_explained(bead: Bead, source: NamePlace, target: NamePlace) -> bool:
    """Whether the languages write one name in these two ways."""
    mine, other = source.word.text, target.word.text
    if source.word.shouted is not target.word.shouted:
        return True
    if folded(mine).removesuffix("s") == folded(other).removesuffix("s"):
        return True  # a genitive
    # "Abd al-Khalek" is "Abdel Khalek".
    if _ARTICLE.match(bead.source.document.text, source.word.span.end) and _ARTICLE.fullmatch(
        f" {folded(other).removeprefix(folded(mine))} "
    ):
        return True
    # No machine puts in the marks of a third language; they are the bearer’s own.
    if own_marks(other) - set(mine):
        return True
    if _is_half_vowel(mine, other) or (mine.endswith("s") and is_one(bead, mine[:-1], other)):
        return True
    if _is_settled_here(bead, mine, other):
        return False
    right = respelt(mine, bead.source.profile, bead.target.profile)
    # A settled name stands for one that is spelt otherwise here, and for no other person's.
    another = right == folded(mine) and _heard(mine) != _heard(other)
    if is_settled(other, bead.target.profile) and not another:
        return True
    if folded(other) in figure_words(bead.source, bead.target.document.language):
        return True
    given = given_name_of(mine)
    if (given and given == given_name_of(other)) or spelt_out(mine) == spelt_out(other):
        return True
    if mine[:-1] == other[:-1] and frozenset((mine[-1], other[-1])) in _VOICED:
        return True
    from_another = _is_of_another_script(bead, source, target)
    if not from_another and (right == folded(mine) or _is_slip(mine, other)):
        return False
    # The vowels of what comes from another script are spelt in several ways; what was not respelt
    # has at most one other.
    change = slip(right, other)
    if (_is_gap(change) and change.mine) or _is_unlike(change):
        return False
    forms, there = (folded(mine), right), folded(other)
    own, its = (letters_apart(form, there, len(form)) for form in forms)
    return (
        its <= max(own, 1)
        and _heard(other) in map(_heard, forms)
        and _size(mine, bead.source.profile) <= _size(other, bead.target.profile)
    )


def _heard(word: str) -> str:
    """The consonants of a word, those that scripts and ears tell apart in different ways as one."""
    return consonants_of(word).translate(_UNVOICED)


def _size(word: str, profile: LanguageProfile) -> int:
    """How many consonants a language's readers hear in a word, however they are written."""
    return len(skeleton(word, profile).replace("dj", "j").replace("tč", "č"))


def _is_of_another_script(bead: Bead, source: NamePlace, target: NamePlace) -> bool:
    """Whether a name may come from another script, by its country or a word of it."""
    at = source.word.span
    if any(
        is_of_another_script(each.code)
        and max(at.start - each.span.end, each.span.start - at.end) < _BESIDE
        for each in countries(bead.source)
    ):
        return True
    if any(given_name_of(word.text) for word in source.name.words):
        return True
    return any(
        _relation(bead, word.text, other.text) in _RESPELT
        for word in source.name.words
        for other in target.name.words
    )


def _relation(bead: Bead, source: str, target: str) -> Relation:
    return relation(source, target, bead.source.profile, bead.target.profile)
