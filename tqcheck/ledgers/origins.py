"""Names that show themselves that they were taken from another script, in the source's way."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from typing import NamedTuple

from tqcheck.features.cities import is_city
from tqcheck.features.countries import countries
from tqcheck.features.damage import in_latin
from tqcheck.features.folding import folded
from tqcheck.features.known_names import has_foreign_shape, is_borne_otherwise
from tqcheck.features.names import Name, names, parts_of_names
from tqcheck.features.romanisation import Relation, is_settled, relation
from tqcheck.features.sounds import is_japanese
from tqcheck.features.vocabulary import has_vocabulary, is_known
from tqcheck.languages.countries import Naming, is_romanised
from tqcheck.languages.given_names import (
    foreign_given_names,
    given_name_of,
    given_names,
    own_spellings,
)
from tqcheck.ledgers.character_readings import character_readings
from tqcheck.ledgers.lettered_names import lettered_names
from tqcheck.ledgers.names import NamePlace
from tqcheck.ledgers.read_names import has_article
from tqcheck.ledgers.rendered_names import Wrong, misrendered
from tqcheck.ledgers.third_spellings import third_spellings
from tqcheck.model import Bead, LanguageProfile, Pair, Span, remembered

#: So many characters a Chinese person's name has at most, as a rule.
_CHINESE = 3
_JAPAN = "JP"
#: Countries whose people write with one letter in Latin script what Cyrillic script has two for.
_WITH_J = frozenset(
    ("AZ", "TR", "IN", "PK", "BD", "US", "GB", "IE", "CA", "AU", "NZ", "IQ", "SA", "EG", "JO", "IR")
)
_TWO_LETTERS = "dzh"
#: A dot between the parts of a foreign name in Chinese characters, how many of these a part has
#: that is no short name by itself, and what shows that its letters are a reading of them.
_DOT = re.compile(r"([\u4e00-\u9fff]{2,6})[·•・](?=([\u4e00-\u9fff]{2,6}))")
_PART, _LONGEST_PART = 3, 6
_SHORT_PINYIN = re.compile(r"x[iu]|zh|q[iu]|uo|ie|iao")
_PINYIN = re.compile(rf"{_SHORT_PINYIN.pattern}|fu$|ke$")
_ACCENTS = frozenset("áíóú")
#: Persians write the ending so themselves: “Shahpour”.
_KEPT = re.compile("[^aeo]pour$")


class Sign(Enum):
    """What shows where a name comes from."""

    GIVEN = "nobody writes the given name so but for another script"
    BESIDE = "the given name comes from another script"
    SHAPE = "letters and ending come from another script"
    COUNTRY = "the country told beside it has another script"
    BORNE = "people with that name are not written so"
    THIRD = "its letters sound otherwise to the readers of this text"
    LETTERS = "its letters stand for the source’s script, not for the name"


class Unconverted(NamedTuple):
    """A name that the target took over; `form` is its right form, where a table has it.

    `half`: the word before it was respelt. `language`: whose spelling it is, if not the source's.
    """

    source: Span
    target: Span
    form: str | None
    sign: Sign
    half: bool
    language: str | None = None


def may_be_unconverted(word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word of the target may be a name as another script's people are called in the
    source's language.
    """
    if "Latn" in profile.scripts and "Latn" not in other.scripts:
        return True
    given = foreign_given_names(other.tag)
    return any(part in given or has_foreign_shape(part, other) for part in parts_of_names(word))


def is_foreign_given_name(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word of the source is a given name that only such people have."""
    return not foreign_given_names(profile.tag).isdisjoint(parts_of_names(word))


@remembered
def unconverted(pair: Pair) -> tuple[Unconverted, ...]:
    """The names that keep the source's spelling though the target's language has another, in order."""
    here, there = pair.source.profile, pair.target.profile
    if "Latn" in there.scripts and "Latn" not in here.scripts:
        read = [
            Unconverted(each.source.span, each.target.span, None, Sign.LETTERS, half=False)
            for each in misrendered(pair)
            if each.wrong is Wrong.LETTERED
        ]
        return (*read, *(each for bead in pair.complete_beads for each in _by_letters(bead, here)))
    shapes = here.has("romanised_shapes")
    if not (there.has("romanisation") and (shapes or here.has("romanisation"))):
        return ()
    given = foreign_given_names(here.tag)
    if not given and not shapes:
        return ()
    return tuple(
        found for bead in pair.complete_beads for found in _of_bead(bead, given, here, there)
    )


def _of_bead(
    bead: Bead, given: frozenset[str], here: LanguageProfile, there: LanguageProfile
) -> Iterator[Unconverted]:
    kept = {
        word.text: NamePlace(name, at)
        for name in names(bead.source)
        for at, word in enumerate(name.words)
        if word.text in bead.target.text
    }
    if not kept:
        return
    for name in names(bead.target):
        for at, word in enumerate(name.words):
            source = kept.get(word.text)
            if source and not word.shouted:
                yield from _of_word(source, name, at, given, here, there)
    yield from _of_countries(bead, kept, here, there)


def _of_countries(
    bead: Bead, kept: Mapping[str, NamePlace], here: LanguageProfile, there: LanguageProfile
) -> Iterator[Unconverted]:
    """The names right behind a nationality whose people each language calls in its own way."""
    peoples = [
        each.span
        for each in countries(bead.source)
        if each.kind is Naming.DEMONYM and is_romanised(each.code)
    ]
    text = bead.source.document.text
    for name in names(bead.target) if peoples else ():
        for word in name.words:
            source = kept.get(word.text)
            if (
                source
                and any(_is_right_before(text, span, source.name) for span in peoples)
                and not (word.shouted or is_settled(word.text, there) or _KEPT.search(word.text))
                and (not has_vocabulary(here) or not is_known(here, word.text))
                and not is_known(there, word.text)
                and word.text[1:].islower()
                and (_is_marked(word.text) or _is_foreign(word.text, here, there))
            ):
                yield Unconverted(source.word.span, word.span, None, Sign.COUNTRY, half=False)


def _is_right_before(text: str, span: Span, name: Name) -> bool:
    """Whether a span is the first word of a name, or stands before it with but a blank between."""
    inside = name.span.start <= span.start and span.end < name.span.end
    return inside or text[span.end : name.span.start] in {" ", "\u00a0"}


def _is_marked(word: str) -> bool:
    """Whether a word has the accents by which Spanish tells where it is stressed."""
    return not _ACCENTS.isdisjoint(word)


def _of_word(
    source: NamePlace,
    name: Name,
    at: int,
    given: frozenset[str],
    here: LanguageProfile,
    there: LanguageProfile,
) -> Iterator[Unconverted]:
    word = name.words[at]
    before = source.beside(-1)
    if word.text in given:
        after = name.words[at + 1] if at + 1 < len(name.words) else None
        right = given_names(here.tag, there.tag).get(word.text, ())
        own = word.text in own_spellings(here.tag)
        if (
            own
            and right
            and word.text not in right
            and not (after and is_settled(after.text, there))
        ):
            yield Unconverted(source.word.span, word.span, right[0], Sign.GIVEN, half=False)
        return
    if is_settled(word.text, there):
        return
    from_elsewhere = before is not None and before.text in given
    borne = is_borne_otherwise(word.text.casefold(), here, there)
    shape = borne or has_foreign_shape(word.text, here)
    if not (shape or from_elsewhere) or not (
        _is_foreign(word.text, here, there) or (not borne and _is_slavic(word.text, here, there))
    ):
        return
    respelt = before is not None and at > 0 and name.words[at - 1].text != before.text
    span = Span(name.words[at - 1].span.start, word.span.end) if respelt else word.span
    sign = Sign.BORNE if borne else Sign.SHAPE if shape else Sign.BESIDE
    yield Unconverted(source.word.span, span, None, sign, respelt)


def _is_foreign(word: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    """Whether the target's language would write a name otherwise, its marks included."""
    marked = not word.isascii() and folded(word).isascii()
    return marked or relation(word, word, here, there) is Relation.KEPT


def _is_slavic(word: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    """Whether a Slavic name has letters that the target's language does not write in such names."""
    signs = here.slavic_graphemes if here.has("slavic_graphemes") else frozenset()
    theirs = there.slavic_graphemes if there.has("slavic_graphemes") else frozenset()
    form = word.lower().replace("dj", "")
    return any(sign in form for sign in signs - theirs)


def _by_letters(bead: Bead, here: LanguageProfile) -> Iterator[Unconverted]:
    """The names that the target spells as the source's script does, or a third language."""
    for third in third_spellings(bead):
        yield Unconverted(*third[:2], None, Sign.THIRD, half=False, language=third.language)
    for source, target, form in lettered_names(bead):
        yield Unconverted(source, target.span, form, Sign.LETTERS, half=False)
    if here.has("transcription_letters"):
        letters, closings = here.transcription_letters, here.transcription_closings
        yield from _readings_left(bead, _transcribed(letters, closings))
        for reading in character_readings(bead):
            yield Unconverted(*reading, None, Sign.LETTERS, half=False)
    if here.has("third_script_japanese"):
        yield from _of_japan(bead, here)
        yield from _of_two_letters(bead)
    if here.has("third_script_letters"):
        for name in names(bead.target):
            arabic = False
            for word in name.words:
                form = word.text.lower()
                given = given_name_of(word.text)
                arabic = (
                    arabic or bool(given and not given.endswith("!")) or has_article(bead, word)
                )
                signs = here.third_script_letters | (here.third_script_arabic if arabic else set())
                if any(sign in form for sign in signs):
                    yield Unconverted(bead.source.span, word.span, None, Sign.LETTERS, half=False)


def _of_japan(bead: Bead, here: LanguageProfile) -> Iterator[Unconverted]:
    """The Japanese names that the target has by the letters of a script that writes “si” for “shi”."""
    if not any(mention.code == _JAPAN for mention in countries(bead.source)):
        return
    for name in names(bead.target):
        forms = [folded(word.text) for word in name.words]
        for at in range(len(forms) - 1):
            pair = forms[at : at + 2]
            if all(map(is_japanese, pair)) and any(
                letters in form for form in pair for letters in here.third_script_japanese
            ):
                span = Span(name.words[at].span.start, name.words[at + 1].span.end)
                yield Unconverted(bead.source.span, span, None, Sign.LETTERS, half=False)


def _of_two_letters(bead: Bead) -> Iterator[Unconverted]:
    """The names with “dzh” where the source tells no country but such as write “j” or “c” for it."""
    lands = {mention.code for mention in countries(bead.source)}
    for name in names(bead.target) if lands and lands <= _WITH_J else ():
        for word in name.words:
            if _TWO_LETTERS in word.text.lower() and not is_settled(word.text, bead.target.profile):
                yield Unconverted(bead.source.span, word.span, None, Sign.LETTERS, half=False)


def _beside_dots(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """What may be a part of a foreign name, since a dot divides it from another, and its place."""
    for dot in _DOT.finditer(text):
        before, after = dot.span(1), dot.span(2)
        for size in range(_PART - 1, _LONGEST_PART + 1):
            shown = _PINYIN if size >= _PART else _SHORT_PINYIN
            for start, end in ((before[1] - size, before[1]), (after[0], after[0] + size)):
                inside = before[0] <= start and end <= after[1]
                part = text[start:end]
                if inside and shown.search(in_latin(part)):
                    yield part, (start, end)


def _readings_left(bead: Bead, transcribed: re.Pattern[str]) -> Iterator[Unconverted]:
    """The runs of characters that spell a foreign name, where the target reads them aloud."""
    found = [(match.group(), match.span()) for match in transcribed.finditer(bead.source.text)]
    found += _beside_dots(bead.source.text)
    runs = {in_latin(text): bead.source.at(*place) for text, place in found}
    for name in names(bead.target) if runs else ():
        forms = [word.text for word in name.words]
        for first in range(len(forms)):
            for size in (1, 2):
                written = in_latin("".join(forms[first : first + size]))
                source = runs.get(written)
                # A name of two words and three characters may be a Chinese person's own.
                if (
                    source
                    # A dot may stand between a country and its town.
                    and not is_city(forms[first], bead.target.profile.tag, bead.source.profile.tag)
                    and (size == 1 or source.end - source.start > _CHINESE)
                    and len(forms) >= first + size
                    and len(forms[first]) > 1
                ):
                    last = name.words[first + size - 1]
                    span = Span(name.words[first].span.start, last.span.end)
                    yield Unconverted(source, span, None, Sign.LETTERS, half=False)


@cache
def _transcribed(letters: str, closings: str) -> re.Pattern[str]:
    """Three characters or more that write the sounds of a name, with a last one that shows it."""
    return re.compile(f"[{letters}]{{2,8}}[{closings}](?![{letters}])")
