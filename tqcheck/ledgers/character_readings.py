"""Names of Japan, Korea and Vietnam that the target reads by the Chinese sounds of their characters."""

import re
from collections.abc import Container, Iterator
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.countries import countries
from tqcheck.features.damage import in_latin
from tqcheck.features.names import NameWord, names
from tqcheck.features.transliteration import is_pinyin
from tqcheck.languages.countries import Naming
from tqcheck.ledgers.person_words import kindred_consonants
from tqcheck.model import Bead, Passage, Span

#: Country → how many characters a person's name has there; a Chinese one's seldom has four.
_LENGTHS = {"JP": range(4, 6), "KR": range(3, 4), "KP": range(3, 4), "VN": range(3, 5)}
#: So far behind the country a person is still of it, with a role between them.
_FAR = 10
#: What shows that a country is where somebody goes, is posted or is against.
_ABROAD = re.compile(r"[驻赴访对与同和跟在抵到往飞向从离至及给为、]$")
#: What speakers and models of sounds mistake for one another at the end of a syllable.
_NASAL = re.compile(r"ng?(?![aeiou])")
#: The characters of a family name and a given one, and the letters of two syllables.
_GIVEN_AND_FAMILY, _SHORTEST = 3, 5
#: So many characters may be read, also twice.
_READ = range(2, 9)
#: What is read otherwise where it writes a foreign sound.
_IN_FOREIGN_NAMES = str.maketrans("勒", "乐")
#: What Pinyin writes for “ts”.
_PINYIN = re.compile("c(?!h)")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
#: Family names of two characters, and how many a person's has behind one.
_COMPOUND = re.compile(
    "(欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|夏侯|皇甫|尉迟|公孙|公孫|慕容|令狐|宇文|长孙|端木|独孤|轩辕|澹台"
    "|南宫|闻人|赫连|拓跋|申屠|钟离)(?=([\u4e00-\u9fff]{1,2}))"
)
_READINGS = {"尉迟": "yuchi", "澹台": "tantai"}


class Reading(NamedTuple):
    """A name of the source, and what the target makes of it."""

    source: Span
    target: Span


def character_readings(bead: Bead) -> Iterator[Reading]:
    """The names of a Chinese source's foreigners of East Asia that are spelt in Pinyin, in order."""
    known = _persons(bead.source)
    for name in names(bead.target) if known else ():
        for first in range(len(name.words) - 1):
            for size in (2, 3):
                row = name.words[first : first + size]
                source = known.get(in_latin("".join(word.text for word in row)))
                if source and len(row) == size:
                    yield Reading(source, Span(row[0].span.start, row[-1].span.end))


def _persons(passage: Passage) -> dict[str, Span]:
    """The Pinyin of what may be a person's name right behind the country → its place."""
    text, offset = passage.text, passage.span.start
    mentions = sorted(countries(passage), key=lambda each: each.span.start)
    found: dict[str, Span] = {}
    for at, mention in enumerate(mentions):
        start = mention.span.end - offset
        until = mentions[at + 1].span.start - offset if at + 1 < len(mentions) else len(text)
        lengths = _LENGTHS.get(mention.code)
        if (
            lengths is None
            or mention.kind is Naming.PLACE
            or _ABROAD.search(text[: mention.span.start - offset])
        ):
            continue
        run = _HAN.match(text, start, min(until, start + _FAR + max(lengths)))
        for begin in range(start, run.end() if run else start):
            for size in lengths:
                if begin - start <= _FAR and run and begin + size <= run.end():
                    span = passage.at(begin, begin + size)
                    found.setdefault(in_latin(text[begin : begin + size]), span)
    return found


def split_surnames(bead: Bead) -> Iterator[tuple[Span, Span, str]]:
    """The Chinese persons whose family name of two syllables the target has as two names ("Ou
    Yangfeng"): their places in the source and in the target, and the right form.
    """
    for match in _COMPOUND.finditer(bead.source.text):
        family = _READINGS.get(match[1], in_latin(match[1]))
        for size in range(1, len(match[2]) + 1):
            given = in_latin(match[2][:size])
            source = bead.source.at(match.start(), match.end() + size)
            for name in names(bead.target):
                for first, second in pairwise(name.words):
                    forms = in_latin(first.text), in_latin(second.text)
                    if "".join(forms) == family + given and len(forms[0]) < len(family):
                        span = Span(first.span.start, second.span.end)
                        yield source, span, f"{family.title()} {given.title()}"


def readings_told_twice(bead: Bead) -> Iterator[tuple[Span, Span, str]]:
    """The names whose characters the target reads in Pinyin right beside the name, or twice: their
    places in the source and in the target, and the form that is enough.
    """
    couples = [
        (one, other)
        for name in names(bead.target)
        for one, other in pairwise(name.words)
        if len(one.text) >= _SHORTEST and len(other.text) >= _SHORTEST
    ]
    runs = _HAN.finditer(bead.source.text) if couples else ()
    read = {
        in_latin(run.group()[at : at + size].translate(_IN_FOREIGN_NAMES)): bead.source.at(
            run.start() + at, run.start() + at + size
        )
        for run in runs
        for size in _READ
        for at in range(len(run.group()) - size + 1)
    }
    for one, other in couples:
        for first, second in ((one, other), (other, one)):
            form, there = in_latin(first.text), in_latin(second.text)
            span = read.get(form)
            if span and _is_told_again(form, there, read):
                yield span, Span(one.span.start, other.span.end), second.text
                break


def _is_told_again(reading: str, form: str, read: Container[str]) -> bool:
    """Whether a word beside the reading of some characters renders these, and no others."""
    if form == reading:
        return reading + form not in read
    sounds = kindred_consonants(_PINYIN.sub("s", reading.replace("ng", "n")))
    return form not in read and len(sounds) > 1 and kindred_consonants(form) == sounds


def slipped_readings(bead: Bead) -> Iterator[tuple[NameWord, NameWord]]:
    """The given names of Chinese persons in which one sound of the reading is another: the word of
    the target, and the whole name in the source.
    """
    couples = [
        (one, other)
        for name in names(bead.target)
        for one, other in pairwise(name.words)
        if len(other.text) >= _SHORTEST and is_pinyin(one.text) and is_pinyin(other.text)
    ]
    if not couples:
        return
    runs = [
        (text[at : at + _GIVEN_AND_FAMILY], run.start() + at)
        for run in _HAN.finditer(bead.source.text)
        for text in [run.group()]
        for at in range(len(text) - _GIVEN_AND_FAMILY + 1)
    ]
    read = {in_latin(text) for text, _ in runs}
    for one, other in couples:
        family, given = in_latin(one.text), in_latin(other.text)
        if family + given in read:
            continue
        for text, start in runs:
            right = in_latin(text[1:])
            if in_latin(text[0]) == family and _NASAL.sub("n", right) == _NASAL.sub("n", given):
                span = bead.source.at(start, start + _GIVEN_AND_FAMILY)
                yield other, NameWord(text, span, initial=False)
                break
