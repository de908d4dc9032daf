"""Whether two neighbouring words may enclose a gap, as `gaps` looks for: asked word by word."""

import re
from collections.abc import Iterable
from enum import Enum, IntFlag, auto
from functools import cache
from operator import and_
from typing import NamedTuple

from tqcheck.features.protected import masked
from tqcheck.features.telling import Known
from tqcheck.model import LanguageProfile, Passage

_HEAD, _STARTS = re.compile(r"[\w’'‑-]+"), re.compile(r"\b\w")
_LONE_S = re.compile(r"(?:^|\s)[’']s$")
_MARK = re.compile(r"[,.;:)](?!\w)")
_PAST = re.compile(r"[a-z]{3,}ed$")
_INITIAL = re.compile(r"[A-Z]\.$")
_OPENING_PAST = re.compile(r"[\"“‘]?[A-Z][a-z]+(?:ed|s|id)$")


class _Sign(IntFlag):
    """What a word may be before the gap, where the next one has the same sign behind it."""

    VERB = auto()
    JOINT = auto()
    LINK = auto()
    LOOSE = auto()
    SMALL = auto()
    MARK = auto()
    BRACKET = auto()
    QUOTED = auto()
    TELLING = auto()
    BARE = auto()
    PAST = auto()
    #: Of each word: what is before it shows a gap by itself, or may.
    ANY = auto()
    #: What stands behind a word that it never does, or hardly, with any such word.
    PARTED = auto()
    HARDLY = auto()
    #: A subject behind a preposition, a verb before "that", one before "to".
    SUBJECT = auto()
    STATES = auto()
    WISHES = auto()
    #: What may stand between a comma and the verb behind it.
    ADVERB = auto()


#: What the end of a text is behind a word.
_END = int(_Sign.ANY | _Sign.MARK)
#: What follows the comma behind an introduction.
_TOLD = _Sign.VERB | _Sign.TELLING | _Sign.PAST | _Sign.ADVERB


class _Opening(Enum):
    """What the first word of a sentence may be of."""

    INTRODUCES = auto()
    SHOWS = auto()


class _Word(NamedTuple):
    """The signs of what stands between two spaces: what may follow it where there is a gap, by the
    three signs of a gap, and what it may be behind another.
    """

    plain: int
    unsure: int
    behind: int


def may_have_gaps(
    passage: Passage, patterns: tuple[re.Pattern[str], ...], *, plain: bool = False
) -> bool:
    """Whether a passage may have a gap, or a plain one. The patterns tell what a gap looks like, the
    first of them a plain one.
    """
    row = masked(passage).split(" ")
    known, opens = _words(passage.profile, patterns)
    plains, unsures, (_, *behind) = zip(*map(known.__getitem__, row), strict=True)
    behind.append(_END)
    opening = opens[row[0]]
    if opening and (
        opening is not _Opening.INTRODUCES
        or behind[0] & _Sign.MARK
        or any(word.endswith(",") and sign & _TOLD for word, sign in zip(row, behind, strict=True))
    ):
        return True
    if any(map(and_, plains, behind)):
        return True
    return not plain and any(map(and_, unsures, behind))


@cache
def _words(
    profile: LanguageProfile, patterns: tuple[re.Pattern[str], ...]
) -> tuple[Known[_Word], Known[_Opening | None]]:
    articles, links = _either(profile.needy_articles), profile.needy_words
    openers, verbs = _either(profile.clause_openers), profile.finite_words
    loose, joints = profile.stranded_words, profile.clause_joints
    possessives = _either(profile.bare_possessives)
    bare = articles | possessives | profile.bare_articles
    bound, ending = _either(profile.bound_words), {*joints, *profile.never_stranded}
    phrases = _lasts(_either(profile.needy_phrases))
    courtesies, titles = _capitals(profile.courtesies), _capitals(profile.titles)
    past = profile.opening_verbs
    parts, hardly = _either(profile.parted_words), _either(profile.hardly_joined)
    parted = {word for each in profile.parted_words.values() for word in each}
    joined = {word for each in profile.hardly_joined.values() for word in each}
    ties = {*joints, *profile.clause_links}
    introductions = _capitals(
        profile.needy_words
        | profile.introductions
        | profile.clause_openers
        | profile.times_of_clauses
        | profile.conditions
        | {"over"}
    )
    verbs_first = _capitals(profile.opening_verbs) | {"And", "Or", "As"}
    adverbs = _capitals(profile.opening_adverbs)
    prepositions = {*links, *profile.pushing_words, "for", "on", "near", "with"}
    clauses = {*profile.times_of_clauses, *profile.conditions}
    #: Words that may be of a gap whatever stands beside them.
    telling = {*profile.base_verbs, *profile.causing_verbs, "dubbed", "nicknamed", "born", "ago"}
    subjects = {*profile.plain_subjects, "I", "that", "who", "which"}

    def before(word: str) -> tuple[int, int]:
        ends = {word[match.start() :] for match in _STARTS.finditer(word)}
        plain = unsure = 0
        if ends & articles:
            plain |= _Sign.LINK | _Sign.VERB | _Sign.MARK | _Sign.PAST | _Sign.LOOSE
            unsure |= _Sign.VERB | _Sign.JOINT | _Sign.LOOSE | _Sign.MARK
        if ends & prepositions:
            plain |= _Sign.PAST | _Sign.SUBJECT | _Sign.STATES | _Sign.BRACKET
        if ends & prepositions or ends & profile.loose_prepositions:
            plain |= _Sign.MARK | _Sign.JOINT
        if ends & profile.bound_prepositions:
            plain |= _Sign.VERB
            plain |= _Sign.LINK
        if ends & clauses:
            plain |= _Sign.VERB | _Sign.PAST | _Sign.WISHES
        if ends & profile.naming_words or word[-4:].isdecimal():
            plain |= _Sign.VERB | _Sign.PAST
        if ends & bare:
            plain |= _Sign.BARE
        if ends & possessives or ends & ending:
            plain |= _Sign.MARK
        if ends & bound:
            plain |= _Sign.SMALL
        if ends & parts:
            plain |= _Sign.PARTED
        if ends & hardly:
            unsure |= _Sign.HARDLY
        if ends & verbs:
            unsure |= _Sign.JOINT
        if ends & openers:
            plain |= _Sign.VERB
            unsure |= _Sign.VERB | _Sign.PAST
        if ends & profile.never_stranded or ends & phrases:
            plain |= _Sign.JOINT | _Sign.VERB | _Sign.MARK
        if {end.removesuffix(".") for end in ends} & courtesies:
            plain |= _Sign.SMALL
        if word[-1:] in tuple('"”’') and word[-2:-1] in tuple(",."):
            plain |= _Sign.QUOTED
        head = found.group() if (found := _HEAD.match(word)) else ""
        if head in verbs and word[-1:] == ",":
            plain |= _Sign.SUBJECT
        if head in telling or (word[-1:] in tuple(",.;") and head in profile.spans_of_time):
            plain |= _Sign.ANY
        if word[-1:] == "," and (head in prepositions or head in {"are", "were"}):
            plain |= _Sign.ANY
        if head in profile.spans_of_time:
            plain |= _Sign.PAST
        if head in profile.object_verbs:
            plain |= _Sign.JOINT
        if word[:1].isupper() or head in profile.body_adjectives:
            plain |= _Sign.BRACKET
        if _INITIAL.search(word):
            plain |= _Sign.SMALL
        bound_here = head in prepositions or head in profile.loose_prepositions
        if head in profile.reporting_verbs:
            plain |= _Sign.SUBJECT
        if head == "and" and word[-1:] == ",":
            plain |= _Sign.ANY
        if ends & articles:
            plain |= _Sign.TELLING
        if _LONE_S.search(word) or any(each.search(word) for each in patterns[: 1 + bound_here]):
            plain |= _Sign.ANY
        if ends & {*links, *loose}:
            unsure |= _Sign.VERB | _Sign.JOINT | _Sign.MARK
        if ends & profile.pushing_words:
            unsure |= _Sign.LINK
        if ends & ties:
            unsure |= _Sign.VERB | _Sign.PAST | _Sign.MARK
        if ends & titles or word[-4:].isdecimal() or word[-1:] in tuple(',“"'):
            unsure |= _Sign.VERB | _Sign.PAST
        if word[-1:] in tuple(",;"):
            unsure |= _Sign.BRACKET
        if any(pattern.search(word) for pattern in patterns[1:]):
            unsure |= _Sign.ANY
        return plain, unsure

    def behind(word: str) -> int:
        signs = int(_Sign.ANY)
        head = found.group() if (found := _HEAD.match(word)) else ""
        for sign, words in (
            (_Sign.VERB, verbs),
            (_Sign.JOINT, joints),
            (_Sign.LINK, links),
            (_Sign.LOOSE, loose),
            (_Sign.PAST, past),
            (_Sign.PARTED, parted),
            (_Sign.HARDLY, joined),
            (_Sign.TELLING, profile.telling_words),
            (_Sign.BARE, profile.never_determined),
            (_Sign.SUBJECT, subjects),
            (_Sign.STATES, profile.statement_verbs),
            (_Sign.WISHES, profile.wishing_verbs),
        ):
            signs |= sign * (head in words)
        signs |= _Sign.ADVERB * (head.endswith("ly") or head in profile.modal_adverbs)
        signs |= _Sign.SMALL * ("a" <= word[:1] <= "z")
        signs |= _Sign.PAST * bool(_PAST.match(head))
        signs |= _Sign.MARK * (word.startswith(",") or bool(_MARK.match(word)))
        signs |= _Sign.BRACKET * word.startswith("(")
        signs |= _Sign.ANY * word.startswith("-")
        signs |= _Sign.QUOTED * (head in profile.telling_words and word[len(head) :][:1] == ".")
        return signs

    def opens(word: str) -> _Opening | None:
        found = _HEAD.search(word)
        head = found.group() if found else ""
        if word[:1] in tuple(",-") or head in verbs_first or _OPENING_PAST.match(word):
            return _Opening.SHOWS
        if head in adverbs and word[-1:] == ",":
            return _Opening.SHOWS
        if head in introductions:
            return _Opening.INTRODUCES if word == head else _Opening.SHOWS
        return None

    def signs(word: str) -> _Word:
        plain, unsure = before(word)
        # Numbers are compared several times as fast as flags.
        return _Word(int(plain), int(unsure), behind(word))

    return Known(signs), Known(opens)


def _lasts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.rpartition(" ")[2] for word in words)


def _capitals(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.capitalize() for word in words)


def _either(words: Iterable[str]) -> frozenset[str]:
    words = frozenset(words)
    return words | _capitals(words)
