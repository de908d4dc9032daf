"""Numbers of a passage, as values: digits of any locale, number words, scales, times of the day."""

from functools import lru_cache

from tqcheck.features.numbers.habits import settled
from tqcheck.features.numbers.signs import SignReader
from tqcheck.features.numbers.values import Clock, Evidence, Number, NumberKind, Value
from tqcheck.features.numbers.words import WordReader
from tqcheck.model import LanguageProfile, Passage, Span, remembered
from tqcheck.model.needs import in_source, in_target, source_word, target_word

__all__ = [
    "NUMBER_IN_SOURCE",
    "NUMBER_IN_TARGET",
    "NUMBER_STATED",
    "Clock",
    "Evidence",
    "Number",
    "NumberKind",
    "Value",
    "numbers",
    "settled",
]


def _may_be_a_number(word: str, profile: LanguageProfile, *_: object) -> bool:
    reader = _reader(profile)
    return isinstance(reader, SignReader) or reader.tells(word)


def _is_figure(character: str, *_: object) -> bool:
    return character.isnumeric()


#: What a pair needs for either text to have a number.
NUMBER_IN_SOURCE = in_source(_is_figure) + source_word(_may_be_a_number)
NUMBER_IN_TARGET = in_target(_is_figure) + target_word(_may_be_a_number)


def _may_state(word: str, profile: LanguageProfile, *_: object) -> bool:
    reader = _reader(profile)
    return isinstance(reader, SignReader) or reader.states(word)


def _is_figure_or_percent(character: str, profile: LanguageProfile, *_: object) -> bool:
    signs = profile.percent_words if profile.has("percent_words") else ()
    return character.isnumeric() or character in signs


#: What a source needs to have a number that a translation may change or lose: a word for one or a
#: month says nothing by itself.
NUMBER_STATED = in_source(_is_figure_or_percent) + source_word(_may_state)


@remembered
def numbers(passage: Passage) -> tuple[Number, ...]:
    """The numbers of a passage in order.

    Raises MissingFact where the language's pack does not say how it writes numbers.
    """
    reader = _reader(passage.profile)
    text = passage.text
    found = sorted(reader.read(text), key=lambda number: number.span) if text else []
    if not found:
        return ()
    found = reader.surroundings.halved(reader.surroundings.raised(found, text), text)
    found = reader.surroundings.of_another_calendar(found, text)
    offset = passage.span.start
    return tuple(
        number._replace(span=Span(number.span.start + offset, number.span.end + offset))
        for number in reader.surroundings.shared(found, text)
    )


@lru_cache(maxsize=64)
def _reader(profile: LanguageProfile) -> WordReader | SignReader:
    return SignReader(profile) if profile.has("number_signs") else WordReader(profile)
