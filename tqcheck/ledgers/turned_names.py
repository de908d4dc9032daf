"""Names of persons that stand in another order than in a source of another script."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tqcheck.features.damage import in_latin
from tqcheck.features.glued import without_clitics
from tqcheck.features.names import NameWord, is_title, names
from tqcheck.features.sounds import consonants_of, readings_of
from tqcheck.features.transliteration import (
    is_east_asian,
    is_pinyin,
    may_have_family_first,
)
from tqcheck.features.words import Word, words
from tqcheck.languages.given_names import given_name_of
from tqcheck.ledgers.hearing import MEANINGS
from tqcheck.ledgers.person_words import is_same
from tqcheck.ledgers.retold_names import Retold, is_personal, stretches
from tqcheck.model import Bead, LanguageProfile, Pair, Span, remembered

#: Consonants that tell a name of two words; cases put one behind each.
_FEWEST, _CASE = 3, 1
_CYRILLIC = frozenset(("Cyrl",))
#: Endings of Slavic family names, and of patronymics, with those of their cases.
_FAMILY = re.compile(
    r"(?:[оеё]в|[ыи]н|[сц]к[иі]й|енко|чук|юк|[оеё]вич|дзе|швили|ян|[сц]кая|[оеё]вна|ская)"
    r"(?:а|у|е|ом|ым|им|ой|ая|ого|ому|ою|ы|ны|не|ну)?$"
)
_DOT = re.compile(r"([\u4e00-\u9fff]{1,8})[·•・]([\u4e00-\u9fff]{1,8})")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
#: A Chinese person's name has so many characters.
_CHINESE = range(2, 5)
#: Words of so many syllables are no Chinese or Korean names.
_VOWELS, _JAPANESE = re.compile("[aeiouy]+"), 3
#: One syllable of Pinyin.
_SYLLABLE = re.compile(r"[^aeiou]{0,2}[aeiou]{1,3}(?:ng?|r)?")


def turned_across(pair: Pair) -> Iterator[Retold]:
    """The persons whose names the target has in another order, where nothing makes it the right one."""
    if not all(side.profile.has("scripts") for side in (pair.source, pair.target)):
        return
    here, there = set(pair.source.profile.scripts), pair.target.profile.scripts
    # Korean has the family name first of whom it takes for one of its own.
    if "Latn" in here or "Hang" in here or "Latn" not in there:
        return
    alone = _alone(pair)
    if here & MEANINGS:
        yield from _of_chinese(pair)
    for bead in pair.complete_beads:
        if here & _CYRILLIC:
            yield from _of_chinese_in_cyrillic(bead)
        taken: list[Span] = []
        for target in sorted(stretches(bead.target), key=len, reverse=True):
            span = Span(target[0].span.start, target[-1].span.end)
            if any(span.overlaps(other) for other in taken):
                continue
            if not all(is_personal(pair, word) for word in target) or _is_asian(target):
                continue
            source = _turned(bead, target, dotted=bool(here & MEANINGS))
            if source and _is_wrong(source, target, alone, cyrillic=bool(here & _CYRILLIC)):
                taken.append(span)
                own = Span(source[0].span.start, source[-1].span.end)
                form = " ".join(word.text for word in (*target[1:], target[0]))
                yield Retold(own, span, form)


def _is_asian(target: Sequence[NameWord]) -> bool:
    """Whether a name may be of a people that puts the family name first, in other languages too.
    Names of three syllables are Japanese, which have it so in hardly any.
    """
    return (
        len(target) == 2
        and may_have_family_first(word.text for word in target)
        and not all(len(_VOWELS.findall(word.text.lower())) >= _JAPANESE for word in target)
    )


def _turned(bead: Bead, target: Sequence[NameWord], *, dotted: bool) -> tuple[Word, ...] | None:
    """The words of the source that are the target's, the first of these behind the others."""
    forms = [consonants_of(word.text) for word in target]
    if sum(map(len, forms)) < _FEWEST or len(set(forms)) < len(forms) or not all(forms):
        return None
    if dotted:
        return _beside_a_dot(bead, forms) if len(forms) == 2 else None
    rows = list(zip(*(words(bead.source)[at:] for at in range(len(forms))), strict=False))
    heard = [[_readings(word.text) for word in row] for row in rows]
    if any(_is_same(row, forms) for row in heard):
        return None
    turns = [forms[at:] + forms[:at] for at in range(1, len(forms))]
    found = (
        row
        for row, sounds in zip(rows, heard, strict=True)
        for each in turns
        if _is_same(sounds, each)
    )
    return next(found, None)


def _readings(word: str) -> frozenset[str]:
    """The consonants of a word, with and without the article that Arabic writes together with it."""
    return readings_of(word) | readings_of(without_clitics(word))


def _is_same(heard: Sequence[frozenset[str]], forms: Sequence[str]) -> bool:
    return all(
        any(one.startswith(form) and len(one) - len(form) <= _CASE for one in ones)
        for ones, form in zip(heard, forms, strict=True)
    )


def _beside_a_dot(bead: Bead, forms: list[str]) -> tuple[Word, ...] | None:
    """The characters before and behind a dot that sound like the second and the first word."""
    for dot in _DOT.finditer(bead.source.text):
        before, behind = dot.groups()
        left = {consonants_of(before[at:]): at for at in range(len(before) - 1)}
        right = {consonants_of(behind[:at]): at for at in range(2, len(behind) + 1)}
        if forms[1] in left and forms[0] in right:
            start, end = dot.start(1) + left[forms[1]], dot.start(2) + right[forms[0]]
            return (
                Word(before[left[forms[1]] :], bead.source.at(start, dot.end(1))),
                Word(behind[: right[forms[0]]], bead.source.at(dot.start(2), end)),
            )
    return None


def _is_wrong(
    source: Sequence[Word], target: Sequence[NameWord], alone: frozenset[str], *, cyrillic: bool
) -> bool:
    """Whether the target has the family name first, or the source has not."""
    first, last = target[0].text, target[-1].text
    if given_name_of(first) or last in alone:
        return False
    if given_name_of(last) or first in alone:
        return True
    # Lists put the family name first where the running text does not.
    return not (cyrillic and _FAMILY.search(source[0].text.lower()))


@remembered
def _alone(pair: Pair) -> frozenset[str]:
    """The names of one word in the target: a person is called so by the family name."""
    return frozenset(
        name.words[0].text
        for bead in pair.beads
        for name in names(bead.target)
        if len(name.words) == 1
    )


def _of_chinese(pair: Pair) -> Iterator[Retold]:
    """The one Chinese person whose given name stands first, where others' family names do."""
    straight, turned = 0, []
    for bead in pair.complete_beads:
        runs = {
            in_latin(run.group()[at : at + size]): (run.start() + at, run.start() + at + size)
            for run in _HAN.finditer(bead.source.text)
            for size in _CHINESE
            for at in range(len(run.group()) - size + 1)
        }
        for name in names(bead.target):
            # Words that are no Chinese name, such as a title, part it from others.
            rows = groupby(name.words, lambda word: _is_chinese(word, pair.target.profile))
            couples = (tuple(row) for chinese, row in rows if chinese)
            for one, other in (couple for couple in couples if len(couple) == 2):
                forms = in_latin(one.text), in_latin(other.text)
                if "".join(forms) in runs:
                    straight += 1
                elif place := runs.get("".join(forms[::-1])):
                    span = Span(one.span.start, other.span.end)
                    form = f"{other.text} {one.text}"
                    turned.append(Retold(bead.source.at(*place), span, form))
    if straight and len(turned) == 1:
        yield turned[0]


def _is_chinese(word: NameWord, profile: LanguageProfile) -> bool:
    return is_pinyin(in_latin(word.text)) and not is_title(word.text, profile)


def _of_chinese_in_cyrillic(bead: Bead) -> Iterator[Retold]:
    """The Chinese persons whose family name, a syllable alone, the source has first."""
    for target in stretches(bead.target):
        one, other = target[0], target[-1]
        if (
            len(target) != 2
            or not all(is_pinyin(word.text) for word in target)
            or not _SYLLABLE.fullmatch(other.text.lower())
            or _SYLLABLE.fullmatch(one.text.lower())
            or all(is_east_asian(word.text) for word in target)
        ):
            continue
        for source in stretches(bead.source):
            if (
                len(source) == 2
                and is_same(bead, source[0], other)
                and is_same(bead, source[1], one)
            ):
                own = Span(source[0].span.start, source[1].span.end)
                span = Span(one.span.start, other.span.end)
                yield Retold(own, span, f"{other.text} {one.text}")
