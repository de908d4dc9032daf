"""Names from another alphabet in which one consonant became another."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.damage import in_latin
from tqcheck.features.folding import folded
from tqcheck.features.known_names import known_in_latin, without_prefixes
from tqcheck.features.names import NameWord, names
from tqcheck.features.rendering import has_own_spelling
from tqcheck.features.slips import is_exchanged
from tqcheck.features.sounds import skeleton_across
from tqcheck.features.vocabulary import is_known
from tqcheck.features.words import words
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.ledgers.character_readings import slipped_readings
from tqcheck.ledgers.hearing import MEANINGS
from tqcheck.ledgers.read_names import is_spelling
from tqcheck.ledgers.rendered_names import Wrong, misrendered
from tqcheck.ledgers.source_words import source_words
from tqcheck.model import Bead, Pair, remembered

#: Scripts that write all the sounds of a name, or of these all consonants, so that few are in
#: doubt.
_SURE = frozenset(("Arab", "Armn", "Cyrl", "Grek"))
#: Scripts whose letters English names keep one for one, vowels too.
_LETTERWISE = frozenset(("Cyrl",))
#: Consonants that stand for one another between languages: Themistocles is Фемистокл, Djoković
#: Джокович, György Дьёрдь, Georges Жорж; Greek and Hebrew “ch” is no “sh”.
_EXCHANGED = frozenset(
    frozenset(each)
    for each in ("ks", "ts", "gd", "nm", "gk", "dt", "ng", "ds", "tv", "gs", "fb", "sh")
)
#: So many consonants tell a name, so many letters are long enough to be sure of it.
_FEWEST, _ANCHOR, _SHORTEST = 3, 2, 6
#: Cases and genitives put so many consonants behind a name.
_ENDING = 2


class Misheard(NamedTuple):
    """A word of the target that has one consonant other than its name, and that name."""

    target: NameWord
    source: NameWord


@remembered
def misheard(pair: Pair) -> tuple[Misheard, ...]:
    """The names of two words of which one is the source's, and the other with one consonant wrong.

    Where a model of renderings tells what no spelling of a name has, more may be wrong with it.
    """
    scripts = set(pair.source.profile.scripts)
    if "Latn" in scripts or "Latn" not in pair.target.profile.scripts:
        return ()
    damaged = (each for each in misrendered(pair) if each.wrong is Wrong.DAMAGED)
    found = [Misheard(each.target, each.source) for each in damaged]
    for bead in pair.complete_beads:
        if scripts & MEANINGS:
            found += (Misheard(*each) for each in slipped_readings(bead))
        if scripts & _SURE:
            found += _misheard(pair, bead)
        if scripts & _LETTERWISE:
            found += _miswritten(pair, bead)
    return tuple(found)


def _miswritten(pair: Pair, bead: Bead) -> Iterator[Misheard]:
    """The names that have all letters of the source's, two of them in each other's place."""
    targets = [word for name in names(bead.target) for word in name.words if _is_a_name(pair, word)]
    sources = [word for name in names(bead.source) for word in name.words] if targets else []
    # “Kotsiubynskyi” and “Kotsyubinskiy” are one name.
    written = [(word, in_latin(word.text).replace("y", "i")) for word in sources]
    for target in targets:
        form = in_latin(target.text).replace("y", "i")
        size = len(form) - _ENDING
        for word, letters in written:
            if len(letters) >= len(form) - 1 and is_exchanged(letters[:size], form[:size]):
                yield Misheard(target, word)
                break


def _misheard(pair: Pair, bead: Bead) -> Iterator[Misheard]:
    couples = [
        couple
        for name in names(bead.target)
        for one, other in pairwise(name.words)
        for couple in ((one, other), (other, one))
    ]
    if not couples:
        return
    skeleton = skeleton_across(bead.source.profile.scripts[0])
    heard = [
        (word, [skeleton(form) for form in without_prefixes(word.text, bead.source.profile)])
        for word in words(bead.source)
    ]
    there = {skeleton(word.text) for name in names(bead.target) for word in name.words}
    there = {form for form in there if len(form) >= _FEWEST}
    for anchor, target in couples:
        known, form = skeleton(anchor.text), skeleton(target.text)
        if folded(target.text) in known_in_latin(bead.source) or has_own_spelling(target.text):
            continue
        if len(known) < _ANCHOR or len(form) < _FEWEST or not _is_a_name(pair, target):
            continue
        if any(_begins(consonants, form) for _, consonants in heard) or any(
            is_spelling(bead, word, target) for word in source_words(bead.source)
        ):
            continue
        for (left, mine), (right, other) in pairwise(heard):
            for beside, source, consonants in ((mine, right, other), (other, left, mine)):
                if (
                    _begins(beside, known)
                    and any(_is_another(form, each) for each in consonants)
                    and not any(_begins(consonants, each) for each in there)
                ):
                    yield Misheard(target, NameWord(*source, initial=False))
                    return


def _begins(heard: Iterable[str], form: str) -> bool:
    """Whether a word of the source may be a name of the target, with an ending of its language."""
    return any(each.startswith(form) and len(each) - len(form) <= _ENDING for each in heard)


def _is_another(form: str, consonants: str) -> bool:
    """Whether a form has one consonant of a name as another, which no two languages exchange, or
    two neighbours turned.
    """
    if not len(form) <= len(consonants) <= len(form) + _ENDING:
        return False
    apart = [
        (at, one, other)
        for at, (one, other) in enumerate(zip(form, consonants, strict=False))
        if one != other
    ]
    if len(apart) == 1:
        return frozenset(apart[0][1:]) not in _EXCHANGED
    if len(apart) != 2 or apart[1][0] - apart[0][0] != 1:
        return False
    return apart[0][1:] == apart[1][:0:-1]


def _is_a_name(pair: Pair, word: NameWord) -> bool:
    text = word.text
    return (
        len(text) >= _SHORTEST
        and not word.shouted
        and not is_known(pair.target.profile, text.lower())
        and not is_part_of_a_place(text, pair.target.language)
    )
