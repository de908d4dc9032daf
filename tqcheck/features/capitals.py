"""Words in capitals."""

import re
from typing import NamedTuple

from tqcheck.features.words import Word, characters, words
from tqcheck.model import Passage, Span, remembered

_BETWEEN = re.compile(r"[ \t\u00a0\u202f’'&-]{1,3}")


class Capitals(NamedTuple):
    """Words in a row that have no small letter, the first and last of two letters or more."""

    words: tuple[str, ...]
    span: Span


@remembered
def cased(passage: Passage) -> bool:
    """Whether a passage is written in letters that have capitals."""
    different = list(filter(str.isalpha, characters(passage)))
    if all(map(_has_case, different)):
        return bool(different)
    letters = [character for character in passage.text if character.isalpha()]
    return 2 * sum(map(_has_case, letters)) > len(letters)


def _has_case(letter: str) -> bool:
    return letter.islower() or letter.isupper()


@remembered
def capitals(passage: Passage) -> tuple[Capitals, ...]:
    """The runs of words in capitals, in order, single words among them."""
    text = passage.document.text
    runs: list[list[Word]] = []
    for word in words(passage):
        if not (_shouted(word.text) or (runs and runs[-1] and word.text.isdigit())):
            runs.append([])
        elif runs and runs[-1] and _BETWEEN.fullmatch(text, runs[-1][-1].span.end, word.span.start):
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(run for row in runs if (run := _trimmed(row)))


def is_shouted(word: str, *_: object) -> bool:
    """Whether a word of two letters and more has capitals alone."""
    return _letters(word) > 1 and _shouted(word)


def _shouted(word: str) -> bool:
    """Whether a word has capitals alone; letters with accents may have kept small: “RéSUMé”."""
    if word.islower() or (word.isascii() and word[1:].islower()):
        return False
    letters = [letter for letter in word if letter.isalpha()]
    plain = [letter for letter in letters if letter.isascii()] or letters
    return len(letters) > 0 and all(letter.isupper() for letter in plain) and _cased(letters)


def _cased(letters: list[str]) -> bool:
    return all(map(_has_case, letters)) and sum(map(str.isupper, letters)) * 2 >= len(letters)


def _trimmed(row: list[Word]) -> Capitals | None:
    solid = [number for number, word in enumerate(row) if _letters(word.text) > 1]
    if not solid:
        return None
    kept = row[solid[0] : solid[-1] + 1]
    span = Span(kept[0].span.start, kept[-1].span.end)
    return Capitals(tuple(word.text for word in kept), span)


def _letters(word: str) -> int:
    return sum(map(str.isalpha, word))
