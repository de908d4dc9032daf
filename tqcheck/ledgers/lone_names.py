"""Names that only one of the two texts has: added, missing, or put for one another."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.cities import city_names
from tqcheck.features.countries import countries
from tqcheck.features.folding import folded
from tqcheck.features.names import NameWord, is_title, names
from tqcheck.features.sounds import Sound, is_japanese, sound_alike, sound_of, sounds_within
from tqcheck.features.vocabulary import (
    common_words,
    corrections,
    frequency,
    glued_words,
    has_vocabulary,
    is_composed,
    is_compound,
    is_known,
)
from tqcheck.features.words import LETTERS, word_counts, words
from tqcheck.languages.acronyms import short_forms
from tqcheck.languages.countries import Naming, country_forms, is_part_of_a_place
from tqcheck.languages.lexicon import lexicon
from tqcheck.ledgers.countries import kin, stands_in
from tqcheck.ledgers.lost_names import lost_names
from tqcheck.model import Bead, Document, LanguageProfile, Pair, Passage, Span, remembered

#: Shorter words are too easily like another, or mean too much.
_SHORTEST = 3
#: A word that films use oftener than this is a word, whatever its capital.
_ORDINARY = 1500
#: A bead that the aligner is less sure of proves nothing.
_SURE_BEAD = 0.5
#: So many beads before and behind may have taken a name.
_NEIGHBOURS = 2
#: What a name in another writing may differ in from what is heard there.
_MISHEARD = 0.34
#: The sounds of so many consonants are not found in any text by chance.
_FEWEST_CONSONANTS = 3

#: Scripts that write meanings; scripts that write all sounds, word by word; those with capitals.
_MEANINGS = frozenset(("Hani", "Hira"))
_ALPHABETS = frozenset(("Latn", "Cyrl", "Grek", "Armn", "Deva", "Hang"))
_WITH_CAPITALS = frozenset(("Latn", "Cyrl", "Grek", "Armn"))
#: A word of the source that its language uses oftener than this is a word.
_ORDINARY_THERE = 300

_BEFORE = re.compile(r"(\w+)[ \u00a0]$")
_APOSTROPHES = frozenset("'’ʼ")
_ELIDED = re.compile(r"[^\W\d_sS]|[sS]\w")
_KATAKANA_OR_LATIN = re.compile(r"[ァ-ヺー]{2,}|[A-Za-z]{2,}")
_HAN = re.compile(r"[\u3400-\u9fff]")
#: How names look that a language of Chinese characters writes in them: Japanese, Chinese, Korean.
_CHINESE = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:[iu]?a(?:ng|n|i|o)?|[iu]?e(?:ng|n|i|r)?|o(?:ng|u)?|i(?:ng|n|u|ong)?|u(?:n|i|o)?))+",
    re.IGNORECASE,
)
_KOREAN = re.compile(
    r"(?:Kim|Park|Lee|Choi|Moon|Yoon|Jung|Jeong|Kang|Cho|Yoo|Han|Hyun|Seoul|Busan)"
)


class LoneName(NamedTuple):
    """A name, or the words of it that the other text has not got.

    `sure`: it can be nothing but a name.
    """

    text: str
    span: Span
    sure: bool


class Lone(NamedTuple):
    """What only one side of a bead names."""

    bead: Bead
    sources: tuple[LoneName, ...]
    targets: tuple[LoneName, ...]

    @property
    def referred(self) -> bool:
        """Whether something in the target may stand for a name: a pronoun, or a nationality that
        the source does not tell ("the Russian president").
        """
        profile, target = self.bead.target.profile, self.bead.target
        pronouns = profile.pronouns if profile.has("pronouns") else frozenset()
        return any(word.text.lower() in pronouns for word in words(target)) or any(
            mention.kind is Naming.DEMONYM and not _is_named(mention.code, self.bead.source)
            for mention in countries(target)
        )


@remembered
def lone_names(pair: Pair) -> tuple[Lone, ...]:
    """The beads of which a side names somebody or something that the other text never does.

    Raises MissingFact where the words of the target language are not known: without them a
    capital proves no name.
    """
    _ = pair.target.profile.lexicon
    beads = list(pair.beads)
    found = []
    for index, bead in enumerate(beads):
        if not bead.complete or bead.confidence < _SURE_BEAD or bead.moved:
            continue
        near = beads[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
        targets = tuple(_lone_targets(pair, bead, near))
        sources = tuple(_lone_sources(pair, bead, near))
        if sources or targets:
            found.append(Lone(bead, sources, targets))
    return tuple(found)


class _Heard(NamedTuple):
    """What is heard in a passage: each word, and for a quick yes the sounds and the consonants."""

    sounds: tuple[Sound, ...]
    spoken: frozenset[str]
    bare: frozenset[str]


@remembered
def _heard_in(passage: Passage) -> _Heard:
    pattern = _KATAKANA_OR_LATIN if passage.profile.scripts[0] in _MEANINGS else LETTERS
    common = common_words(passage.profile)
    told = (word for word in pattern.findall(passage.text) if word.lower() not in common)
    sounds = tuple(map(sound_of, dict.fromkeys(told)))
    bare = (each.consonants for each in sounds)
    return _Heard(
        sounds,
        frozenset(each.spoken for each in sounds),
        frozenset(form for form in bare if len(form) >= _FEWEST_CONSONANTS),
    )


class _Other:
    """The other text, as far as a name may stand in it: any place for letters, near ones for sounds."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages
        self.text = _folded_text(passages[0].document)
        self.scripts = passages[0].profile.scripts
        self._run: str | None = None

    def has(self, word: str, *, across: bool) -> bool:
        """Whether a word stands there, or something that may be it."""
        if folded(word) in self.text:
            return True
        sound = sound_of(word)
        if self.scripts[0] in _MEANINGS and not self._is_audible(word, sound):
            return True
        heard = [_heard_in(passage) for passage in self.passages]
        if any(
            sound.spoken in each.spoken or (across and sound.consonants in each.bare)
            for each in heard
        ):
            return True
        if any(sound_alike(sound, other, across=across) for each in heard for other in each.sounds):
            return True
        if self.scripts[0] in _ALPHABETS:
            return False
        return self._has_run(sound)

    def _is_audible(self, word: str, sound: Sound) -> bool:
        """Whether a name can be known by its sounds in a text that writes meanings too."""
        if len(sound.consonants) < _FEWEST_CONSONANTS or _KOREAN.match(word):
            return False
        form = folded(word)
        if self.scripts[0] == "Hira":
            return not (is_japanese(form) or _CHINESE.fullmatch(form))
        return not is_japanese(form)

    def _has_run(self, sound: Sound) -> bool:
        if self._run is None:
            whole = sound_of("".join(passage.text for passage in self.passages))
            self._run = _heard_anywhere(whole)
        bare = _heard_anywhere(sound)
        return len(bare) < _FEWEST_CONSONANTS or sounds_within(bare, self._run) <= _MISHEARD * len(
            bare
        )


def _heard_anywhere(sound: Sound) -> str:
    """The consonants that every writing keeps: Arabic has many for “g”, Japanese drops “r”."""
    return sound.consonants.replace("g", "").replace("r", "")


def _lone_targets(pair: Pair, bead: Bead, near: list[Bead]) -> Iterator[LoneName]:
    profile = pair.target.profile
    other = _Other([each.source for each in near if not each.source.empty])
    across = not set(pair.source.profile.scripts) & set(profile.scripts)
    places = list(_added_places(pair, bead, other, across=across))
    yield from places
    counts = word_counts(pair.target)
    for name in names(bead.target):
        if any(place.span.overlaps(name.span) for place in places):
            continue
        lone: list[NameWord] = []
        ordinary: list[NameWord] = []
        for word in name.words:
            if not _may_be_a_name(bead.target, word):
                continue
            if is_part_of_a_place(word.text, profile.tag) or folded(word.text) in other.text:
                break
            if counts[word.text] > 1 or _is_ordinary(word, profile):
                ordinary.append(word)
            elif other.has(word.text, across=across):
                break
            else:
                lone.append(word)
        else:
            # "Baton" of “Baton Rouge” is a word, and heard in the source all the same.
            if lone and not any(other.has(word.text, across=across) for word in ordinary):
                sure = any(_is_foreign(word, profile) for word in lone)
                if sure or not lone[0].initial:
                    yield _lone(bead.target, lone, sure=sure)


def _is_foreign(word: NameWord, profile: LanguageProfile) -> bool:
    """Whether a word is none of the language, nor what a slip made of one."""
    nouns = profile.has("capitalised_nouns") and profile.capitalised_nouns
    if nouns or is_known(profile, word.text):
        return False
    form = word.text.lower()
    slip = word.initial and next(corrections(profile, form), None)
    return not slip and glued_words(profile, word.text) is None


def _is_ordinary(word: NameWord, profile: LanguageProfile) -> bool:
    """Whether a word of the target's language may stand with a capital here, and be no name."""
    form = word.text.lower()
    if word.initial and (is_known(profile, form) or is_compound(profile, form)):
        return True
    return frequency(profile, form) > _ORDINARY


def _lone(passage: Passage, lone: list[NameWord], *, sure: bool) -> LoneName:
    span = Span(lone[0].span.start, lone[-1].span.end)
    return LoneName(passage.document.text[slice(*span)], span, sure)


def _added_places(pair: Pair, bead: Bead, other: _Other, *, across: bool) -> Iterator[LoneName]:
    """The countries and places of the tables that the source does not name."""
    tag = pair.source.profile.tag
    table = bool(country_forms(tag))
    taken = []
    for mention in countries(bead.target):
        taken.append(mention.span)
        doubtful = mention.kind is Naming.DEMONYM or not mention.sure
        if doubtful or folded(mention.text) in other.text:
            continue
        if table:
            there = any(_is_named(mention.code, passage) for passage in other.passages)
        else:
            there = other.has(mention.text, across=across)
        if not there:
            yield LoneName(mention.text, mention.span, sure=False)
    for city in city_names(bead.target, tag):
        if any(span.overlaps(city.span) for span in taken):
            continue
        forms = (city.text, *city.city.target)
        if not any(folded(form) in other.text for form in forms) and not other.has(
            city.text, across=across
        ):
            yield LoneName(city.text, city.span, sure=False)


def _lone_sources(pair: Pair, bead: Bead, near: list[Bead]) -> Iterator[LoneName]:
    profile = pair.source.profile
    other = _Other([each.target for each in near if not each.target.empty])
    across = not set(profile.scripts) & set(pair.target.profile.scripts)
    places = list(_lost_places(bead, other, across=across))
    yield from places
    if profile.scripts[0] not in _WITH_CAPITALS:
        return
    short = short_forms(pair.source.language, pair.target.language)
    for name in names(bead.source):
        if any(place.span.overlaps(name.span) for place in places):
            continue
        lone: list[NameWord] = []
        sure = profile.scripts[0] == "Latn" and lexicon(profile.tag) is not None
        for word in name.words:
            if not _may_be_a_name(bead.source, word):
                continue
            if word.text.upper() in short:
                break
            if is_part_of_a_place(word.text, profile.tag) or folded(word.text) in other.text:
                break
            if _is_a_word(word, profile):
                sure = False
            elif other.has(word.text, across=across):
                break
            else:
                lone.append(word)
        else:
            if lone:
                yield _lone(bead.source, lone, sure=sure and not _has_determiner(bead.source, lone))


def _has_determiner(passage: Passage, lone: list[NameWord]) -> bool:
    """Whether an article stands before one word, where every noun has a capital."""
    profile = passage.profile
    if len(lone) > 1 or not (profile.has("capitalised_nouns") and profile.capitalised_nouns):
        return False
    start = lone[0].span.start
    before = _BEFORE.search(passage.document.text[max(passage.span.start, start - 20) : start])
    word = before[1].lower() if before else ""
    return any(
        word in getattr(profile, fact)
        for fact in ("determiners", "noun_openers")
        if profile.has(fact)
    )


def _is_a_word(word: NameWord, profile: LanguageProfile) -> bool:
    """Whether a word of the source's language may stand with a capital here, and be no name."""
    form = word.text.lower()
    known = lexicon(profile.tag)
    count = known.frequency(form) if known else 0
    if has_vocabulary(profile):
        if profile.has("capitalised_nouns") and is_composed(profile, word.text):
            return True
        return count > (0 if word.initial else _ORDINARY_THERE)
    # A short list has not got every form of a word, so the beginning of a sentence proves nothing.
    endings = (form, form[:-1], form[:-2])
    return word.initial or bool(known and any(known.frequency(each) for each in endings if each))


def _lost_places(bead: Bead, other: _Other, *, across: bool) -> Iterator[LoneName]:
    """The countries, places and persons of the tables that the target does not name."""
    named = {mention.span: mention.code for mention in countries(bead.source)}
    # What may only begin a sentence, and small words, are no place where they are frequent words.
    plain = {w.span.start for name in names(bead.source) for w in name.words if not w.initial}
    for lost in lost_names(bead):
        if any(span.overlaps(lost.span) and span != lost.span for span in named):
            continue
        if lost.span.start not in plain and _is_frequent(bead.source.profile, lost.text):
            continue
        code = named.get(lost.span)
        if code and any(_is_named(code, passage) for passage in other.passages):
            continue
        if not other.has(lost.text, across=across):
            yield LoneName(lost.text, lost.span, sure=True)


def _is_named(code: str, passage: Passage) -> bool:
    """Whether a passage names a country, its people, or a place of it."""
    return any(kin(each.code, code) for each in countries(passage)) or stands_in(code, passage)


def _is_frequent(profile: LanguageProfile, word: str) -> bool:
    known = lexicon(profile.tag)
    return known is not None and known.frequency(word.lower()) > _ORDINARY_THERE


def _may_be_a_name(passage: Passage, word: NameWord) -> bool:
    text, profile = word.text, passage.profile
    behind = passage.document.text[word.span.end : word.span.end + 3]
    return (
        len(text) >= _SHORTEST
        and sum(map(str.isupper, text)) == 1
        and not is_title(text, profile)
        and text.lower() not in _calendar_words(profile)
        and not (behind[:1] in _APOSTROPHES and _ELIDED.match(behind[1:]))
    )


@cache
def _calendar_words(profile: LanguageProfile) -> frozenset[str]:
    lines = [
        line
        for fact in ("months", "weekdays")
        if profile.has(fact)
        for line in getattr(profile, fact)
    ]
    return frozenset(word for line in lines for word in line.lower().replace("_", " ").split())


@remembered
def _folded_text(document: Document) -> str:
    return folded(document.text)
