"""Papers, broadcasters and clubs that no table has, and that the target calls by words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.alternatives import any_of
from tqcheck.features.countries import countries
from tqcheck.features.folding import folded
from tqcheck.features.names import NameWord
from tqcheck.features.quotes import OPENING
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import LETTERS
from tqcheck.ledgers.lone_words import is_a_word
from tqcheck.ledgers.person_words import is_heard
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Span

#: Scripts that write the meanings of names, which are translated then.
_MEANINGS = frozenset(("Hani", "Hira"))
#: What stands behind an opening mark. Looked at are so many characters and words before it.
_TITLE = re.compile(r"\s?(?P<name>[^«»“”„\"‹›\n]{2,40}?)\s?[»”“\"›]")
_NEAR, _BEFORE = 30, 2
#: No name is behind such a mark.
_STOPS = ".,:;!?()"
#: Names of outlets have so many words.
_MOST_WORDS = 3


class Called(NamedTuple):
    """A name in the source, and the words that the target has for it; what should stand there is
    not known.
    """

    source: Span
    target: Span
    form: str = ""


def may_be_an_outlet(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word says of the name beside it that it is a paper, a broadcaster or a club."""
    return profile.has("outlet_words") and word.lower() in profile.outlet_words


def outlets_made_words(pair: Pair) -> Iterator[Called]:
    """The names in quotation marks behind “newspaper” and the like, for which the target has common
    words beside such a word, in order.
    """
    source, target = pair.source.profile, pair.target.profile
    if source.scripts[0] in _MEANINGS or not (
        source.has("outlet_words") and target.has("outlet_words")
    ):
        return
    for bead in pair.complete_beads:
        there = list(_in_words(bead.target))
        here = (list(_in_marks(bead.source)) or list(_unmarked(bead.source))) if there else []
        if len(here) == len(there) == 1 and not _is_told(bead, here[0], there[0]):
            yield Called(here[0], there[0])


def _in_marks(passage: Passage) -> Iterator[Span]:
    """The names in quotation marks behind a kind of outlet."""
    text, stems = passage.text, tuple(passage.profile.outlet_words)
    marks = "".join(dict.fromkeys(OPENING + '"'))
    for opening in re.finditer(rf"[{re.escape(marks)}]", text):
        before = LETTERS.findall(text[max(0, opening.start() - _NEAR) : opening.start()])
        before = before[-_BEFORE:]
        match = _TITLE.match(text, opening.end())
        if match and any(word.lower().startswith(stems) for word in before):
            yield passage.at(*match.span("name"))


def _unmarked(passage: Passage) -> Iterator[Span]:
    """The names with a capital behind a kind of outlet, small words between; in a script without
    capitals what follows it.
    """
    text, kinds = passage.text, passage.profile.outlet_words
    row = list(LETTERS.finditer(text))
    for at, match in enumerate(row):
        if match.group().lower() not in kinds or at + 1 == len(row):
            continue
        behind = row[at + 1 : at + 1 + _BEFORE + _MOST_WORDS]
        if "Arab" in passage.profile.scripts:
            yield passage.at(behind[0].start(), behind[min(len(behind), _BEFORE) - 1].end())
            continue
        first = next((n for n, word in enumerate(behind) if word.group()[0].isupper()), _MOST_WORDS)
        if first > _BEFORE - 1:
            continue
        last = behind[first]
        for word in behind[first + 1 : first + _MOST_WORDS]:
            if not word.group()[0].isupper() or text[last.end() : word.start()] != " ":
                break
            last = word
        if not set(text[match.end() : behind[first].start()]) & set(_STOPS):
            yield passage.at(behind[first].start(), last.end())


def _in_words(passage: Passage) -> Iterator[Span]:
    """The words with a capital beside a kind of outlet that are no names."""
    nations = [each.span for each in countries(passage)]
    for pattern in _patterns(passage.profile):
        for match in pattern.finditer(passage.text):
            span = passage.at(*match.span("name"))
            parts = [word for word in LETTERS.findall(match["name"]) if word.lower() != "the"]
            if (
                parts
                and all(_is_a_word(passage.profile, word) for word in parts)
                and not any(each.overlaps(span) for each in nations)
            ):
                yield span


@cache
def _patterns(profile: LanguageProfile) -> tuple[re.Pattern[str], ...]:
    kinds = any_of(profile.outlet_words)
    run = rf"[A-Z][a-z]+(?: [A-Z][a-z]+){{0,{_MOST_WORDS - 1}}}"
    return (
        re.compile(rf"\b(?:{kinds}),? (?P<name>(?:[Tt]he )?{run})(?![\w-]|['’]\w|[ -][A-Z])"),
        re.compile(rf"(?<=\bthe )(?P<name>{run}) (?:{kinds})\b"),
    )


def _is_a_word(profile: LanguageProfile, word: str) -> bool:
    nouns = profile.outlet_nouns if profile.has("outlet_nouns") else ()
    return is_a_word(word, profile) and word not in nouns


def _is_told(bead: Bead, name: Span, called: Span) -> bool:
    """Whether the target has a word of a name as it is, by the letters or the sounds of another script
    among the words that it is called by, or respelt beside them.
    """
    title = bead.source.document.text[slice(*name)]
    text = folded(bead.target.text)
    small = common_words(bead.source.profile)
    parts = [part for part in LETTERS.findall(title) if part.lower() not in small]
    if folded(title) in text or any(len(part) > 1 and folded(part) in text for part in parts):
        return True
    one_script = bead.source.profile.scripts[0] == bead.target.profile.scripts[0]
    capitalised = _capitalised(bead.target)
    within = [word for word in capitalised if called.overlaps(word.span)]
    beside = [
        word
        for word in capitalised
        if word not in within
        and called.start - _NEAR <= word.span.start <= called.end + _NEAR
        and not _is_a_word(bead.target.profile, word.text)
    ]
    return any(
        is_heard(bead, NameWord(part, name, initial=False), word)
        for part in parts
        for word in (beside if one_script else (*within, *beside))
    )


def _capitalised(passage: Passage) -> list[NameWord]:
    return [
        NameWord(match.group(), passage.at(*match.span()), initial=False)
        for match in LETTERS.finditer(passage.text)
        if match.group()[0].isupper()
    ]
