"""Names of several words of which the target has the last one without its end."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.known_names import without_prefixes
from tqcheck.features.names import NameWord, capitalised, is_title, names, particles
from tqcheck.features.romanisation import Relation, relation, sounds
from tqcheck.features.sounds import (
    Sound,
    consonants_of,
    readings_of,
    sound_alike,
    sound_of,
)
from tqcheck.features.vocabulary import common_words, frequency, is_known
from tqcheck.features.words import Word, words
from tqcheck.ledgers.names import folded_words
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Span, remembered

#: So many sounds have to be lost of a name that is written with all its sounds; across scripts,
#: where cases add an ending of one consonant, so many consonants; more are of another word.
_LOST_SOUNDS, _LOST_CONSONANTS = 2, range(2, 5)
#: One sound is written in so many letters at most.
_DIGRAPH = 3
#: What joins a particle to a word.
_HYPHEN = re.compile(r"[-‑]")
#: Consonants that tell the word before it, and that are left of a name; more where one is left.
_ANCHOR, _SURE_ANCHOR = 2, 4
#: What is left of a name has no more letters, where its sounds are all that is known of it.
_LONGEST_REST = 4
#: A word that a language uses oftener is a word and no rest of a name.
_ORDINARY = 5_000
#: Scripts that write every consonant of a name, and part their words.
_CONSONANTS = frozenset(("Arab", "Armn", "Cyrl", "Grek", "Hebr"))
#: The article inside a word: two words written together.
_GLUED = re.compile(r"(?<=\w{3})ال(?=\w{2})")
_ENDS = re.compile(r"[ \u00a0]?(?:[,;:!?)\"”»\n]|\.(?!\w)|$)")
_PARTICLE = re.compile(r"[ \u00a0-]([a-z]{2,4})(?![\w'’-])")
_LONE = re.compile(r"[ \u00a0][A-Z](?![\w.'’&+-])")


#: A given name before a family name of the kind "Abd al-Ghaffar", and how Latin letters begin that.
_SERVANT = re.compile(
    r"(?<!\w)[وفبل]?(?P<given>[^\W\d_]{3,}) (?P<family>عبد ?ال[^\W\d_]{3,})(?!\w)"
)
_SERVANT_THERE, _LONG_GIVEN = re.compile(r"\b[AE]bd|[AE]bdou|\bAbed", re.IGNORECASE), 4


class Cut(NamedTuple):
    """What is left of a word of a name, and the source's word where it is known."""

    text: str
    span: Span
    source: NameWord | None


def may_be_a_particle(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word of the target, or what a hyphen joins to one, stands inside names and is no
    word of the language.
    """
    return any(
        part in particles(profile) and part not in common_words(profile)
        for part in _HYPHEN.split(word)
    )


def may_be_cut(bead: Bead) -> bool:
    """Whether the target has a word with a capital that may be the beginning of a longer one of the
    source: a cheap test before the dear one.
    """
    new = capitalised(bead.target) - capitalised(bead.source)
    if not all(side.profile.has("scripts") for side in (bead.source, bead.target)):
        return False
    if not set(bead.source.profile.scripts) & set(bead.target.profile.scripts):
        return any(len(word) <= _LONGEST_REST for word in new)
    here, there = bead.source.profile, bead.target.profile
    if not (here.has("romanisation") and there.has("romanisation")):
        return bool(_CONSONANTS & set(here.scripts))
    lost = capitalised(bead.source) - capitalised(bead.target)
    return any(
        len(whole) - len(word) >= _LOST_SOUNDS
        and word[0].lower() in folded(whole[:_DIGRAPH])
        and _is_cut(whole, word, here, there)
        for word in new
        for whole in lost
    )


@remembered
def cut_names(pair: Pair) -> tuple[Cut, ...]:
    """The names whose last word lost its end, or that end in a particle or a letter, in order."""
    here, there = pair.source.profile, pair.target.profile
    if not (here.has("scripts") and there.has("scripts")) or "Latn" not in there.scripts:
        return ()
    found: dict[Span, Cut] = {}
    for bead in pair.complete_beads:
        if here.has("romanisation") and there.has("romanisation"):
            cuts = _by_letters(bead, here, there)
        elif _CONSONANTS & set(here.scripts):
            cuts = chain(_by_consonants(bead), _without_servant(bead))
        else:
            cuts = iter(())
        for cut in (*cuts, *_dangling(bead)):
            found.setdefault(cut.span, cut)
    return tuple(found[span] for span in sorted(found))


def _last_words(passage: Passage) -> Iterator[tuple[NameWord, NameWord]]:
    """The last word of each name with the one before it; a small word of the language ends one too."""
    common, text, offset = common_words(passage.profile), passage.text, passage.span.start
    for name in names(passage):
        for at in range(1, len(name.words)):
            before, last = name.words[at - 1 : at + 1]
            behind = text[last.span.end - offset : name.span.end - offset].split()
            if last.text.isalpha() and (not behind or behind[0] in common):
                yield before, last


def _new_words(bead: Bead) -> list[tuple[NameWord, NameWord]]:
    """Those of the target's that the source lacks."""
    known = folded_words(bead.source)
    return [
        (before, last)
        for before, last in _last_words(bead.target)
        if not last.shouted and folded(last.text) not in known
    ]


def _by_letters(bead: Bead, here: LanguageProfile, there: LanguageProfile) -> Iterator[Cut]:
    found = _new_words(bead)
    for before, last in found:
        for anchor, whole in _last_words(bead.source):
            if (
                _is_cut(whole.text, last.text, here, there)
                and not is_title(anchor.text, here)
                and relation(anchor.text, before.text, here, there) is not Relation.OTHER
            ):
                yield Cut(last.text, last.span, whole)


@lru_cache(maxsize=65_536)
def _is_cut(whole: str, left: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    mine, other = sounds(whole, here), sounds(left, there)
    rest = mine.removeprefix(other)
    return (
        rest != mine
        and len(folded(whole)) - len(folded(left)) >= _LOST_SOUNDS
        and len(rest) >= _LOST_SOUNDS
        and not set(rest) <= set("aeiouy")
    )


def _by_consonants(bead: Bead) -> Iterator[Cut]:
    found = [
        (before, last)
        for before, last in _new_words(bead)
        if len(last.text) <= _LONGEST_REST
        and last.text not in bead.source.text
        and frequency(bead.target.profile, last.text.lower()) < _ORDINARY
    ]
    heard = [_heard(word, bead.source.profile) for word in words(bead.source)] if found else []
    heard = [each for each in heard if not _GLUED.search(each.word.text)]
    for before, last in found:
        anchor, left = sound_of(before.text), consonants_of(last.text)
        fewest = _ANCHOR if len(left) >= _ANCHOR else _SURE_ANCHOR
        if not left or len(anchor.consonants) < fewest:
            continue
        behind = [
            (other.word, whole)
            for one, other in pairwise(heard)
            if any(sound_alike(each, anchor, across=True) for each in one.sounds)
            for whole in other.wholes
        ]
        cut = [
            word
            for word, whole in behind
            if whole.startswith(left) and len(whole) - len(left) in _LOST_CONSONANTS
        ]
        if cut and not any(whole == left for _, whole in behind):
            yield Cut(last.text, last.span, NameWord(*cut[0], initial=False))


def _without_servant(bead: Bead) -> Iterator[Cut]:
    """The given names of which the source goes on with “Abd al-” somebody, and the target not."""
    if "Arab" not in bead.source.profile.scripts or _SERVANT_THERE.search(bead.target.text):
        return
    for match in _SERVANT.finditer(bead.source.text):
        heard = readings_of(match["given"])
        for name in names(bead.target):
            last = name.words[-1]
            if consonants_of(last.text) in heard and len(last.text) >= _LONG_GIVEN:
                place = bead.source.at(*match.span("family"))
                yield Cut(last.text, last.span, NameWord(match["family"], place, initial=False))


class _Heard(NamedTuple):
    """A word of the source, its sounds and all its consonants, with and without its article."""

    word: Word
    sounds: tuple[Sound, ...]
    wholes: frozenset[str]


def _heard(word: Word, here: LanguageProfile) -> _Heard:
    forms = tuple(without_prefixes(word.text, here))
    wholes = frozenset(reading for form in forms for reading in readings_of(form))
    return _Heard(word, tuple(map(sound_of, forms)), wholes)


def _dangling(bead: Bead) -> Iterator[Cut]:
    """The particles that end a name ("Mohammed al,"), or have one letter behind them ("van den B")."""
    profile = bead.target.profile
    known = particles(profile)
    text, offset = bead.target.text, bead.target.span.start
    for name in names(bead.target) if known else ():
        first = at = name.span.end - offset
        inside = []
        while (match := _PARTICLE.match(text, at)) and match[1] in known:
            at = match.end()
            inside.append(match[1])
        lone = _LONE.match(text, at)
        if (
            _are_of_a_name(inside, profile)
            and (lone or _ENDS.match(text, at))
            and text[first : lone.end() if lone else at] not in bead.source.text
        ):
            span = Span(name.words[-1].span.start, offset + (lone.end() if lone else at))
            yield Cut(text[span.start - offset : span.end - offset], span, None)


def _are_of_a_name(inside: list[str], profile: LanguageProfile) -> bool:
    """Whether particles are no words of the language: two of them are none, “van” alone is one."""
    telling = [word for word in inside if word not in common_words(profile)]
    return len(telling) > 1 or any(not is_known(profile, word) for word in telling)
