"""Places where a word is plainly missing: small words without what they introduce."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.protected import masked
from tqcheck.model import Kind, LanguageProfile, Passage, Span, remembered

#: A shorter line may be a heading without a subject.
_SHORTEST_SENTENCE = 5


class WordGap(NamedTuple):
    """A gap: the small words around it, their span, and whether nothing else explains it."""

    text: str
    span: Span
    sure: bool


@remembered
def word_gaps(passage: Passage) -> tuple[WordGap, ...]:
    """The gaps in order: "since is", "the in", "in, ", "’s" alone, a sentence that begins "Has been".

    Raises MissingFact where the language's pack lacks the words that need another.
    """
    patterns = _patterns(passage.profile)
    text = masked(passage)
    return tuple(dict.fromkeys(_word_gaps(passage, text, *patterns)))


def _word_gaps(
    passage: Passage, text: str, sure: re.Pattern[str], doubtful: re.Pattern[str]
) -> Iterator[WordGap]:
    for certain, pattern in ((True, sure), (False, doubtful)):
        for match in pattern.finditer(text):
            if match.lastgroup == "first" and not _is_statement(passage, text):
                continue
            yield WordGap(match.group().strip(), passage.at(*match.span()), certain)


def _is_statement(passage: Passage, text: str) -> bool:
    sentence = passage.kind is Kind.SENTENCE and text.count(" ") >= _SHORTEST_SENTENCE
    return sentence and text.rstrip()[-1:] == "."


@cache
def _patterns(profile: LanguageProfile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    article, link = _any(profile.needy_articles), _any(profile.needy_words)
    verb, opener = _any(profile.finite_words), _any(profile.clause_openers)
    after = r"(?![\w’'‑-])"
    sure = (
        # "the of", "the has"
        rf"\b(?:{article}) (?:{link}|{verb}){after}",
        # "since is"
        rf"\b(?:{opener}) (?:{verb}){after}",
        # "in 's", "’s team"
        r"(?:(?<=\s)|^)[’']s(?= \w)",
        # "In, the"
        rf"^(?:{_capitals(profile.needy_words)}) ?,",
        # "Has been studying …."
        rf"^(?P<first>(?:{_capitals(profile.finite_words)})) \w",
    )
    # "in,", "of.", "of has": also where a clause ends, "the house he lives in".
    doubtful = rf"\b(?:{article}|{link})(?: ?(?=[,.;:)](?!\w))| (?:{verb}){after})"
    return re.compile("|".join(sure)), re.compile(doubtful)


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words)))


def _capitals(words: frozenset[str]) -> str:
    return "|".join(sorted(re.escape(word.capitalize()) for word in words))
