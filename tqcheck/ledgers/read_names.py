"""Names of another script that are read letter by letter, as nobody who is called so spells them."""

import re
from typing import NamedTuple

from tqcheck.features.countries import countries
from tqcheck.features.glued import without_clitics
from tqcheck.features.known_names import is_known_anywhere, is_known_in_latin, known_spellings
from tqcheck.features.names import NameWord
from tqcheck.features.rendering import (
    Rendering,
    best_rendering,
    has_model,
    is_lettered,
    is_other_consonants,
    latin_letters,
    may_be_lettered,
    undamaged,
    usual_rendering,
)
from tqcheck.features.sounds import ABJADS
from tqcheck.features.transliteration import is_pinyin
from tqcheck.ledgers.hearing import MEANINGS
from tqcheck.ledgers.lone_words import is_a_word
from tqcheck.ledgers.source_words import source_words
from tqcheck.model import Bead

#: What is so much less likely than the likeliest rendering, in nats, is read letter by letter: the
#: words of a name together, and each; in characters, of which many read alike.
_LETTERED, LETTERED_EACH, _LETTERED_CHARACTERS, _LETTERED_VOWELS = 6.5, 3.0, 8.0, 9.0
#: The same of people who have the script of the source, or have neighbours who do, and of all words
#: of a name, wherever it comes from.
_LETTERED_HOME, _LETTERED_ALL = 10.0, 13.0
#: Vowels that a script has not got are as the reader likes in what is less likely.
_LETTERED_FREELY = 8.0
#: A rendering no less likely than this is the name.
_RIGHT = 6.5
#: Countries whose people's names are read letter by letter from the script of their own, or of
#: their neighbours.
_AT_HOME = {
    "ru": frozenset(
        [
            "RU",
            "UA",
            "BY",
            "BG",
            "RS",
            "ME",
            "MK",
            "BA",
            "MN",
            "KZ",
            "KG",
            "TJ",
            "TM",
            "UZ",
            "AM",
            "AZ",
            "GE",
            "MD",
            "LV",
            "LT",
            "EE",
        ]
    ),
    "ar": frozenset(
        [
            "AE",
            "BH",
            "DJ",
            "DZ",
            "EG",
            "EH",
            "ER",
            "IQ",
            "IR",
            "JO",
            "KM",
            "KW",
            "LB",
            "LY",
            "MA",
            "MR",
            "OM",
            "PK",
            "PS",
            "QA",
            "SA",
            "SD",
            "SO",
            "SY",
            "TN",
            "TD",
            "YE",
            "AF",
        ]
    ),
    "he": frozenset(("IL",)),
}
#: Endings of those peoples’ family names, in whichever case.
_ENDING = re.compile(
    r"(?:[оеё]в|[ыи]н|[сц]ких|ых|[сц]к[иі]й|енко|чук|юк|[оеё]вич|дзе|швили|[ая]ва|ия|ян|[сц]кая|[оеё]в[на]а)"
    r"\w{0,3}$"
)
_HAN = re.compile("[\u3400-\u9fff々]")
_GEORGIAN = re.compile(r"(?:дзе|швили)$")
#: Letters that Arabic hardly writes the sounds of other languages with.
_OWN_LETTERS = re.compile("[عحصضظءئؤ]")
_ARTICLE = re.compile(r"(?<!\w)[ae][ldnrst]h?[-‑]$", re.IGNORECASE)


class Heard(NamedTuple):
    """A word of the target with the word of the source that it renders best."""

    target: NameWord
    source: NameWord
    rendering: Rendering


def has_meanings(bead: Bead) -> bool:
    return bead.source.profile.scripts[0] in MEANINGS


def is_read_out(bead: Bead, heard: Heard, row: tuple[NameWord, ...]) -> bool:
    """Whether a name that nobody is known to write so is read letter by letter."""
    excess, pieces = heard.rendering.excess, heard.rendering.pieces
    freely = (
        len(row) > 1
        and excess > _LETTERED_FREELY
        and bead.source.profile.scripts[0] in ABJADS
        and _is_abroad(bead)
        and may_be_lettered(heard.source.text, heard.target.text)
        and not is_known_anywhere(heard.target.text)
    )
    read = "".join(latin_letters(mine) for mine, _ in pieces)
    # 勒 is “le” in foreign names.
    aloud = latin_letters(heard.target.text) in (read, read.replace("lei", "le"))
    return (
        excess > LETTERED_EACH
        and not _is_behind_characters(bead, heard)
        and (is_lettered(pieces) or freely or aloud)
        and not is_known_in_latin(heard.target.text, bead.source.profile)
        and (
            has_meanings(bead)
            or not (is_pinyin(heard.target.text) or _ENDING.search(heard.source.text.lower()))
            or _is_georgian(heard)
        )
    )


def _is_behind_characters(bead: Bead, heard: Heard) -> bool:
    """Whether a name in kana stands right behind characters, as Japanese given names do: 福留キヨ."""
    at = heard.source.span.start
    before = bead.source.document.text[max(bead.source.span.start, at - 1) : at]
    return "Kana" in bead.source.profile.scripts and _HAN.match(before) is not None


def _is_georgian(heard: Heard) -> bool:
    """Whether a name of Georgia, whose people write Latin letters of their own, is read as Russian."""
    return heard.rendering.excess > _LETTERED_HOME and bool(
        _GEORGIAN.search(heard.source.text.lower())
    )


def are_read_out(bead: Bead, row: tuple[NameWord, ...], lettered: list[Heard]) -> bool:
    """Whether the words of a name are surely a foreigner's, and read letter by letter."""
    excess = sum(each.rendering.excess for each in lettered)
    if any(
        _OWN_LETTERS.search(each.source.text) or has_article(bead, each.target) for each in lettered
    ):
        return False
    if has_meanings(bead):
        return excess > _LETTERED_CHARACTERS
    if bead.source.profile.scripts[0] in ABJADS and not any(
        is_other_consonants(
            latin_letters(each.target.text),
            usual_rendering(each.rendering.pieces, bead.source.profile),
        )
        for each in lettered
    ):
        # Vowels that the script has not got are anybody’s guess.
        return excess > _LETTERED_VOWELS and len(lettered) > 1 and _is_abroad(bead)
    if any(_has_other_spelling(bead, each) for each in lettered) and (
        _is_abroad(bead) or _is_spelt(bead, row, lettered)
    ):
        return True
    if len(row) > 1 and len(row) == len(lettered) and excess > _LETTERED_ALL:
        return True
    # What a script of consonants writes may be a street or a film at home.
    abroad = (
        bool(lettered)
        and _is_abroad(bead)
        and (
            bead.source.profile.scripts[0] not in ABJADS
            or len(row) == 1
            or any(
                word != lettered[0].target and not is_a_word(word.text, bead.target.profile)
                for word in row
            )
        )
    )
    return any(map(_is_georgian, lettered)) or (
        excess > _LETTERED
        and (
            abroad
            or _is_spelt(bead, row, lettered)
            or (
                len(row) > 1
                and any(each.target == row[0] for each in lettered if _is_borne(bead, each))
            )
        )
    )


def has_article(bead: Bead, word: NameWord) -> bool:
    """Whether the Arabic article stands before a word of the target."""
    start = word.span.start
    before = bead.target.document.text[max(bead.target.span.start, start - 4) : start]
    return _ARTICLE.search(before) is not None


def _is_borne(bead: Bead, heard: Heard) -> bool:
    """Whether people are known to bear a name, who write it in other ways."""
    return any(known_spellings(heard.source.text, bead.source.profile))


def _has_other_spelling(bead: Bead, heard: Heard) -> bool:
    """Whether hardly another spelling of a name is usual than one that it has not got."""
    return any(each.sure for _, each in known_spellings(heard.source.text, bead.source.profile))


def _is_abroad(bead: Bead) -> bool:
    """Whether the source names a country whose people have a script of their own."""
    home = _AT_HOME[bead.source.profile.tag]
    return any(mention.code not in home for mention in countries(bead.source))


def _is_spelt(bead: Bead, row: tuple[NameWord, ...], lettered: list[Heard]) -> bool:
    """Whether another word of the same name is spelt as somebody’s own language does."""
    spelt = {each.target for each in lettered}
    return any(
        word not in spelt
        and (found := best_rendering(source.text, word.text, bead.source.profile))
        and found.excess <= _RIGHT
        and is_other_consonants(word.text.lower(), latin_letters(without_clitics(source.text)))
        for word in row
        for source in source_words(bead.source)
    )


def is_rendering(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """Whether a word of the target is surely a word of the source."""
    found = _rendering(bead, source, target)
    return found is not None and found.excess <= _RIGHT


def is_spelling(bead: Bead, source: NameWord, target: NameWord) -> bool:
    """Whether a word of the target has all consonants of one of the source, in whichever spelling."""
    found = _rendering(bead, source, target)
    return found is not None and undamaged(found.pieces, bead.source.profile) == 1


def _rendering(bead: Bead, source: NameWord, target: NameWord) -> Rendering | None:
    profile = bead.source.profile
    return best_rendering(source.text, target.text, profile) if has_model(profile) else None
