"""Numbers of a passage, as values: digits of any locale, number words, scales, times of the day."""

from functools import lru_cache

from tqcheck.features.numbers.habits import settled
from tqcheck.features.numbers.signs import SignReader
from tqcheck.features.numbers.values import Clock, Evidence, Number, NumberKind, Value
from tqcheck.features.numbers.words import WordReader
from tqcheck.model import LanguageProfile, Passage, Span, remembered

__all__ = ["Clock", "Evidence", "Number", "NumberKind", "Value", "numbers", "settled"]


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
    offset = passage.span.start
    return tuple(
        number._replace(span=Span(number.span.start + offset, number.span.end + offset))
        for number in reader.surroundings.shared(found, text)
    )


@lru_cache(maxsize=64)
def _reader(profile: LanguageProfile) -> WordReader | SignReader:
    return SignReader(profile) if profile.has("number_signs") else WordReader(profile)
