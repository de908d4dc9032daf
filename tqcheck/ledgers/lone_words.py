"""Words with a capital that may be names which the other text has not got."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tqcheck.features.countries import countries
from tqcheck.features.names import NameWord, is_title
from tqcheck.features.vocabulary import common_words, frequency, is_known
from tqcheck.languages.given_names import given_name_of
from tqcheck.languages.proper_words import proper_words
from tqcheck.ledgers.countries import kin, stands_in
from tqcheck.model import Bead, LanguageProfile, Passage, Span

#: Shorter words are too easily like another, or mean too much.
_SHORTEST = 3
#: A word that a language uses oftener than this is a word, and a name only where it must be one.
_ORDINARY = 300
_APOSTROPHES = frozenset("'’ʼ")
_NO_WORD = re.compile(r"[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]+")
_TWO_CAPITALS = re.compile(r"^(?:Mac(?=[A-Z])|Mc(?=[A-Z])|O['’])")
_SHORT_FORM = re.compile(r"(?<![^\W\d_])(?:[A-ZА-Я]\.?){1,6}[A-ZА-Я]s?(?![^\W\d_])")
#: A word right before another, looked for in so many characters.
_BEFORE, _NEAR = re.compile(r"(\w+)[ \u00a0]$"), 30
_ELIDED = re.compile(r"[^\W\d_sS]|[sS]\w")


class LoneName(NamedTuple):
    """A name, or the words of it that the other text has not got.

    `sure`: it can be nothing but a name.
    """

    text: str
    span: Span
    sure: bool
    #: How many words of it are lone; 0 where a table has the name.
    size: int = 0
    #: Whether it opens a sentence.
    opens: bool = False
    #: Whether it is a name where the other text has a lone one too.
    likely: bool = False
    #: Whether it stands amid a name that the other text has without it.
    amid: bool = False


def lone_name(passage: Passage, lone: Sequence[NameWord], *, sure: bool, likely: bool) -> LoneName:
    """The stretch from the first to the last of some words of a name."""
    span = Span(lone[0].span.start, lone[-1].span.end)
    text = passage.document.text[slice(*span)]
    return LoneName(text, span, sure, len(lone), lone[0].initial, likely)


def are_apart(bead: Bead, source: Span, target: Span) -> float:
    """How far from each other two stretches of a bead's sides stand, in shares of their sides."""
    return abs(share_before(bead.source, source) - share_before(bead.target, target))


def share_before(passage: Passage, span: Span) -> float:
    """How much of a passage stands before the middle of a span."""
    middle = (span.start + span.end) / 2 - passage.span.start
    return middle / max(len(passage.text), 1)


#: Before names that each language has in its own way.
SAINTS = frozenset(("saint", "sainte", "san", "santa", "sao", "sankt", "sint", "st"))


def own_short_forms(passages: Iterable[Passage], other: Passage) -> list[str]:
    """The words in capitals of some passages that another has not got."""
    found = (match.group() for each in passages for match in _SHORT_FORM.finditer(each.text))
    return [form for form in found if form.replace(".", "") not in other.text.replace(".", "")]


def may_be_a_name(passage: Passage, word: NameWord) -> bool:
    """Whether a word is long enough for a name, and no title, short form or calendar word."""
    behind = passage.document.text[word.span.end : word.span.end + 3]
    elided = behind[:1] in _APOSTROPHES and _ELIDED.match(behind[1:])
    shortened = behind[:1] == "." and f"{word.text}." in _abbreviations(passage.profile)
    return looks_like_a_name(word.text, passage.profile) and not (elided or shortened)


def looks_like_a_name(text: str, profile: LanguageProfile) -> bool:
    """The same of a word alone."""
    return (
        len(text) >= _SHORTEST
        and not _NO_WORD.fullmatch(text)
        and sum(map(str.isupper, _TWO_CAPITALS.sub("", text))) == 1
        and not is_title(text, profile)
        and text.lower() not in common_words(profile)
        and text.lower() not in _calendar_words(profile)
    )


@cache
def _abbreviations(profile: LanguageProfile) -> frozenset[str]:
    return frozenset(profile.abbreviations if profile.has("abbreviations") else ())


@cache
def _calendar_words(profile: LanguageProfile) -> frozenset[str]:
    lines = [
        line
        for fact in ("months", "weekdays")
        if profile.has(fact)
        for line in getattr(profile, fact)
    ]
    return frozenset(word for line in lines for word in line.lower().replace("_", " ").split())


def is_proper(word: str, profile: LanguageProfile) -> bool:
    """Whether a word that the list of a language has is a name wherever it stands."""
    return profile.tag.partition("-")[0] == "en" and word.lower() in proper_words()


def is_a_word(word: str, profile: LanguageProfile) -> bool:
    """Whether a language has a word as one that is no name; true where it has no list."""
    form = word.lower()
    return is_known(profile, form) and form not in proper_words()


def may_be_borne(word: str, profile: LanguageProfile) -> bool:
    """Whether people bear a word as a name by the tables, or it is hardly a word of the language."""
    form = word.lower()
    return (
        form in proper_words()
        or given_name_of(word) is not None
        or not (is_known(profile, form) or frequency(profile, form) > _ORDINARY)
    )


def word_before(passage: Passage, word: NameWord) -> str:
    """The word that stands right before another in a passage, or nothing."""
    start = word.span.start
    before = _BEFORE.search(passage.document.text[max(passage.span.start, start - _NEAR) : start])
    return before[1] if before else ""


def is_determined(passage: Passage, word: NameWord) -> bool:
    """Whether a determiner stands right before a word: “La Concha de Plata”."""
    profile = passage.profile
    return profile.has("determiners") and word_before(passage, word).lower() in profile.determiners


def is_named(code: str, passage: Passage) -> bool:
    """Whether a passage names a country, its people, or a place of it."""
    return any(kin(each.code, code) for each in countries(passage)) or stands_in(code, passage)
