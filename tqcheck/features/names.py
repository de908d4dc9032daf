"""Names in running text: runs of capitalised words, with the particles inside them."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from tqcheck.features.protected import masked
from tqcheck.features.telling import Gathered, Known
from tqcheck.features.words import word_set, word_texts
from tqcheck.model import Kind, LanguageProfile, Passage, Span, remembered

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(
    chr(code)
    for code in (*range(0x100, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00))
    if chr(code).isupper()
)
# A capitalised word, with an elided word or particle glued to its front ("l’Irak", "al-Sudani").
_WORD = re.compile(
    rf"(?<![\w])(?P<front>[^\W\d_]{{1,6}}['’ʼ])?(?P<word>[{_UPPER}][^\W\d_]*)(?P<own>['’ʼ]s?\b)?"
)
_JOINTS = frozenset((" ", "\u00a0", "-", "‑", "–"))
_BEFORE = re.compile(r"([^\W\d_][\w.]*)[ \u00a0]$")
_AFTER = re.compile(r"(?![-‑'’.][^\W\d_])(?:[ \u00a0]([^\W\d_]+))?")
_LETTER_WORDS = re.compile(r"[^\W\d_]+")
#: What ends a sentence, so that the capital behind it says nothing.
_ENDS = ".!?…:;。！？؟•*|/\n"
_CLOSING = " \u00a0\u202f\"'“”„«»‘’‹›([{–—-¿¡"
#: From this share of its longer words capitalised, a line is in title case.
_TITLE_CASE = 0.75


class NameWord(NamedTuple):
    """One capitalised word of a name. `initial`: its capital may only begin a sentence."""

    text: str
    span: Span
    initial: bool

    @property
    def shouted(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


class Name(NamedTuple):
    """Neighbouring capitalised words, and the span from the first to the last."""

    words: tuple[NameWord, ...]
    span: Span


@remembered
def names(passage: Passage) -> tuple[Name, ...]:
    """What may be names, in order: none in scripts without capitals, nor in lines of capitals.

    A word that a title-case line, a sentence's beginning or a language that capitalises every
    noun would capitalise anyway is marked as `initial`: other evidence has to make it a name.
    """
    text = masked(passage)
    found: list[list[NameWord]] = []
    end = -1
    for word in _name_words(passage, text):
        start = word.span.start - passage.span.start
        if found and _joined(text[end:start], found[-1][-1].text, passage.profile):
            found[-1].append(word)
        else:
            found.append([word])
        end = word.span.end - passage.span.start
    return tuple(Name(tuple(run), Span(run[0].span.start, run[-1].span.end)) for run in found)


@remembered
def capitalised(passage: Passage) -> frozenset[str]:
    """All that may be a word of `names`: words with a capital, and the parts of joined ones."""
    return _PARTS_OF_NAMES.of(word_set(passage))


def parts_in_order(passage: Passage) -> list[str]:
    """The same, each as often as it stands there."""
    return list(chain.from_iterable(map(_PIECES.__getitem__, word_texts(passage))))


def parts_of_names(word: str) -> tuple[str, ...]:
    """What of a word may be words of names, the same as in `capitalised`."""
    if word.islower():
        return ()
    parts = (part for part in _LETTER_WORDS.findall(word) if part[0].isupper())
    return *parts, *(
        match["front"] + match["word"] for match in _WORD.finditer(word) if match["front"]
    )


_PIECES = Known(parts_of_names)
_PARTS_OF_NAMES = Gathered(parts_of_names)


@cache
def particles(profile: LanguageProfile) -> frozenset[str]:
    """The lower-case words that may stand inside a name."""
    return profile.name_particles if profile.has("name_particles") else frozenset()


def is_title(word: str, profile: LanguageProfile) -> bool:
    """Whether a word before a name tells a person's rank or office."""
    return profile.has("titles") and word.lower() in profile.titles


def _name_words(passage: Passage, text: str) -> Iterator[NameWord]:
    profile = passage.profile
    weak = _is_title_case(passage, text)
    nouns = profile.has("capitalised_nouns") and profile.capitalised_nouns
    if text.isupper():
        return
    common = _function_words(profile)
    for match in _WORD.finditer(text):
        word, start = match["word"], match.start("word")
        front = match["front"]
        first = _begins_sentence(text, match.start())
        if front and not _is_elision(front, first, profile):
            start, word = match.start(), front + word
        if word.lower() in common and (first or start == match.start()):
            continue
        if len(word) == 1 and text[match.end() : match.end() + 1] != ".":
            continue
        end = start + len(word)
        yield NameWord(word, passage.at(start, end), first or weak or nouns)


@cache
def _function_words(profile: LanguageProfile) -> frozenset[str]:
    return frozenset(profile.function_words) if profile.has("function_words") else frozenset()


def _is_elision(front: str, first: bool, profile: LanguageProfile) -> bool:
    """Whether the front is a word of its own ("l’Irak"), not of the name ("O’Neill")."""
    if front[0].isupper() and not first:
        return False
    elisions = profile.elisions if profile.has("elisions") else frozenset()
    return front.lower().replace("'", "’") in elisions or front[0].islower()


def _joined(between: str, before: str, profile: LanguageProfile) -> bool:
    """Whether two capitalised words with this between them belong to one name."""
    if between in _JOINTS or (len(before) == 1 and between in {".", ". ", ".\u00a0"}):
        return True
    if len(between) > 16 or not between.strip(" \u00a0-‑").replace(" ", "").isalpha():
        return False
    inside = _LETTER_WORDS.findall(between)
    return all(word in particles(profile) for word in inside)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip(_CLOSING)
    return not before or (before[-1] in _ENDS and not _is_initial_stop(before))


def _is_initial_stop(before: str) -> bool:
    """Whether the stop belongs to an initial: "J. Biden"."""
    return re.search(rf"(?:^|[\W_])[{_UPPER}]\.$", before) is not None


def _is_title_case(passage: Passage, text: str) -> bool:
    if passage.kind is Kind.SENTENCE and (len(text) > 200 or text.rstrip()[-1:] in ".!?…。"):
        return False
    longer = [word for word in _LETTER_WORDS.findall(text) if len(word) > 3]
    capital = sum(word[0].isupper() for word in longer)
    return len(longer) > 2 and capital >= _TITLE_CASE * len(longer)


def may_be_a_head(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may be the first of a longer name, of a country's or another."""
    heads = profile.name_heads if profile.has("name_heads") else {}
    countries = profile.country_heads if profile.has("country_heads") else frozenset()
    return any(part in heads or part in countries for part in (word, *_LETTER_WORDS.findall(word)))


class LoneHead(NamedTuple):
    """The first word of a multi-word name, without the rest of it."""

    text: str
    span: Span
    #: The ways to complete it → other words for the same ("States" → {"US", "American"}).
    wholes: dict[str, frozenset[str]]
    #: The words before and behind it, empty where a mark stands between.
    before: str
    after: str


@remembered
def lone_heads(passage: Passage) -> tuple[LoneHead, ...]:
    """The words that never stand alone ("United", "Hong") and here do, in order.

    Raises MissingFact where the language's pack knows no such words.
    """
    heads = passage.profile.name_heads
    text = masked(passage)
    if not any(head in text for head in heads) or _is_title_case(passage, text) or text.isupper():
        return ()
    return tuple(_lone_heads(passage, text, heads))


def _lone_heads(
    passage: Passage, text: str, heads: Mapping[str, tuple[str, ...]]
) -> Iterator[LoneHead]:
    for match in _LETTER_WORDS.finditer(text):
        head = match.group()
        if head not in heads or _begins_sentence(text, match.start()):
            continue
        before = _BEFORE.search(text[max(0, match.start() - 40) : match.start()])
        after = _AFTER.match(text, match.end())
        if after is None:
            continue  # a compound or a genitive: "United-led", "United's"
        wholes = dict(whole_of(line) for line in heads[head])
        behind = after[1] or ""
        if behind.lower() in {whole.split()[0].lower() for whole in wholes}:
            continue
        span = passage.at(match.start(), match.end())
        yield LoneHead(head, span, wholes, before[1] if before else "", behind)


def whole_of(line: str) -> tuple[str, frozenset[str]]:
    """What a line of `name_heads` says: the rest of a name, and other words for the whole."""
    rest, _, others = line.partition(":")
    return rest.strip(), frozenset(others.split())
