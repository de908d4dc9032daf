"""Places where a word is plainly missing: small words without what they introduce."""

import re
from collections.abc import Collection, Iterator, Mapping
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from tqcheck.features.alternatives import any_capitalised, any_of, in_either_case
from tqcheck.features.gap_bounds import is_bound
from tqcheck.features.gap_forms import forms_left_by_names, irregular_verbs
from tqcheck.features.gap_signs import may_have_gaps
from tqcheck.features.protected import masked
from tqcheck.model import Kind, LanguageProfile, Passage, Span, remembered

#: A shorter line may be a heading without a subject.
_SHORTEST_SENTENCE = 5
#: "Mr", "Mrs", and no longer ones.
_LONGEST_SHORT_FORM = 3
#: No phrase is longer.
_LONGEST_PHRASE = 20
_CLOSING = ' "”’'


class Sign(Enum):
    """How much the words around a gap say of it."""

    PLAIN = auto()  # nothing else explains them
    DOUBTFUL = auto()  # a clause may end there: "the house he lives in,"
    FAINT = auto()  # sentences often run so: "…, helped", "The man who said"


class WordGap(NamedTuple):
    """A gap: the small words around it, their span, and what they say of it."""

    text: str
    span: Span
    sign: Sign


@remembered
def word_gaps(passage: Passage) -> tuple[WordGap, ...]:
    """The gaps in order: "since is", "the in", "in, ", "’s" alone, a sentence that begins "Has been".

    Raises MissingFact where the language's pack lacks the words that need another.
    """
    patterns = _patterns(passage.profile)
    if not may_have_gaps(passage, patterns):
        return ()
    told = dict(zip(Sign, patterns, strict=True))
    if not may_have_gaps(passage, patterns, plain=True):
        del told[Sign.PLAIN]
    return tuple(dict.fromkeys(_word_gaps(passage, masked(passage), told)))


def may_lack_a_word(passage: Passage) -> bool:
    """Whether `word_gaps` may have anything: much cheaper to ask. Raises MissingFact likewise."""
    return may_have_gaps(passage, _patterns(passage.profile))


def plain_gaps(passage: Passage) -> tuple[WordGap, ...]:
    """Those that nothing else explains; raises MissingFact likewise."""
    patterns = _patterns(passage.profile)
    if not may_have_gaps(passage, patterns, plain=True):
        return ()
    told = dict(zip(Sign, patterns[:2], strict=False))
    found = dict.fromkeys(_word_gaps(passage, masked(passage), told))
    return tuple(gap for gap in found if gap.sign is Sign.PLAIN)


def _word_gaps(
    passage: Passage, text: str, patterns: Mapping[Sign, re.Pattern[str]]
) -> Iterator[WordGap]:
    ends: set[int] = set()
    for sign, pattern in patterns.items():
        for match in pattern.finditer(text):
            if match.lastgroup == "first" and not _is_statement(passage, text):
                continue
            if match.end() not in ends and not _is_in_a_phrase(passage.profile, text, match):
                ends.add(match.end())
                shown = sign is Sign.DOUBTFUL and is_bound(passage.profile, text, match)
                yield WordGap(
                    match.group().strip(),
                    passage.at(*match.span()),
                    Sign.PLAIN if shown else sign,
                )


def _is_in_a_phrase(profile: LanguageProfile, text: str, gap: re.Match[str]) -> bool:
    """Whether a word of a gap is of a phrase that stands as it is: “in vivo”, “from then on”."""
    near = slice(max(0, gap.start() - _LONGEST_PHRASE), gap.end() + _LONGEST_PHRASE)
    start, end = gap.start() - near.start, gap.end() - near.start
    return any(
        match.start() < end and start < match.end()
        for match in _phrases(profile).finditer(text[near])
    )


@cache
def _phrases(profile: LanguageProfile) -> re.Pattern[str]:
    phrases = profile.loan_phrases | profile.set_phrases
    return re.compile(rf"\b(?:{any_of(phrases)})(?!\w)", re.IGNORECASE)


def _is_statement(passage: Passage, text: str) -> bool:
    sentence = passage.kind is Kind.SENTENCE and text.count(" ") >= _SHORTEST_SENTENCE
    return sentence and text.rstrip(_CLOSING)[-1:] in {".", "!"}


@cache
def _patterns(profile: LanguageProfile) -> tuple[re.Pattern[str], ...]:
    """What gaps look like, by the order of Sign."""
    article, link = in_either_case(profile.needy_articles), any_of(profile.needy_words)
    loose, joint = any_of(profile.stranded_words), any_of(profile.clause_joints)
    tie = rf"{joint}|{any_of(profile.clause_links)}"
    verb, opener = any_of(profile.finite_words), in_either_case(profile.clause_openers)
    # "A" is a name, too: "vitamin A".
    bare = f"{article}|{in_either_case(profile.bare_possessives)}|{any_of(profile.bare_articles)}"
    bound = "|".join(
        rf"(?:{in_either_case((word,))}) (?!(?:{any_of(links)})\b)[a-z]+"
        for word, links in profile.bound_words.items()
    )
    parted, hardly = _side_by_side(profile.parted_words), _side_by_side(profile.hardly_joined)
    inverted = rf"{any_of(profile.pronouns)}|we|you|I"
    introduction = any_capitalised(profile.needy_words | profile.introductions)
    past = rf"{any_of(profile.opening_verbs)}|[a-z]{{3,}}ed"
    told = rf"{verb}|{any_of(profile.telling_words)}|{any_of(irregular_verbs(profile))}"
    object_ = rf"(?= (?:{any_of(profile.determiners)}|it)\b)"
    started = rf"(?:(?:{told})(?=:| (?!(?:there|an?|{inverted})\b)\w)"
    started += rf"|(?!(?:{any_of(profile.naming_words)})\b)[a-z]{{3,}}ed{object_})"
    after = r"(?![\w’'‑-])"
    mark = r" ?(?=[,.;:)](?!\w))"
    # Longer ones are words, too: "Miss".
    courtesies = [word for word in profile.courtesies if len(word) <= _LONGEST_SHORT_FORM]
    # What stands behind an apostrophe is of a name: “Zheng’an had”.
    start = r"(?<!\w['’])\b"
    plain = (
        # "the of", "the has", but “the will”
        rf"{start}(?:{article}) (?:{link}|{any_of(profile.finite_words - {*profile.modal_nouns})}){after}",
        # "a that", "their of", "the," and "according the"
        # (“the the” is doubled)
        rf"{start}(?P<bare>{bare}) (?!(?i:(?P=bare))\b)(?:{any_of(profile.never_determined)}){after}",
        rf"{start}(?:{article}|{in_either_case(profile.bare_possessives)}){mark}",
        rf"{start}(?:{bound}){after}",
        # "the withdrew", "of although"
        rf"{start}(?:{parted}){after}",
        # "… and."
        rf"{start}(?:{joint}|{any_of(profile.never_stranded)}) ?(?=[.!?][\"”’]?$)",
        # "since is"
        rf"{start}(?:{opener}) (?:{verb}){after}",
        # "between and"
        rf"{start}(?:{any_of(profile.never_stranded)}) (?:{joint}|{verb}){after}",
        # "according to,"
        rf"{start}(?:{in_either_case(profile.needy_phrases)})(?:{mark}| (?:{joint}|{verb}){after})",
        # "Mr. said"
        rf"{start}(?:{any_capitalised(courtesies)})\.? (?!(?:{any_of(profile.name_particles)})\b)[a-z]+{after}",
        # "…,” said."
        rf"[,.][\"”’] (?:{any_of(profile.telling_words)})(?=\.)",
        # "in 's", "’s team"
        r"(?:(?<=\s)|^)[’']s(?= \w)",
        # "In, the"
        rf"^(?:{any_capitalised(profile.needy_words)}) ?,",
        # "Looking ahead, said"; “In the field, is a boy” turns it round.
        rf"^(?:(?:{introduction}) [^,;:?!()“\"]{{1,70}}|{any_capitalised(profile.opening_adverbs)}), {started}",
        # ", Huawei and Samsung said", "Announced that"
        r"^(?:, (?=\w)|[A-Z][a-z]{2,}[^e]ed that(?= (?!is|are|was|were|has|have)\w))",
        # "Has been studying …."; "Is it …?" asks.
        rf"^[\"“‘]?(?P<first>(?:{any_capitalised(profile.opening_verbs)}))"
        rf"(?= (?!(?:to|not|there|{inverted})\b)\w)",
    )
    doubtful = (
        # "in,", "of.", "of has", "in and": also where a clause ends, "the house he lives in".
        rf"{start}(?:{article}|{link}|{loose})(?:{mark}| (?:{verb}|{joint}){after})",
        # "of in", but "of at least"
        rf"{start}(?:{any_of(profile.pushing_words)}) (?!by)(?:{link}){after}(?! (?:least|most|first|last)\b)",
        # "the flight to on Monday", but "to at least"
        rf"{start}(?:{hardly}){after}(?! (?:least|most|first|last|average)\b)",
        # "the main characters are and Soňa"
        rf"{start}(?:{verb}) (?:{joint}) (?=[A-Z])",
        # "the to", "epidemiologists and,"
        rf"{start}(?:{article}) (?:{loose}){after}|\b(?:{joint}) ?(?=,)",
        # "President said"
        rf"(?<![Tt]he )\b(?:{any_capitalised(profile.titles)}) (?:{verb}|{past}){after}",
        # a bracket in the place of a subject: "However, (48) says"
        r"[,;] ?(?=\()",
        # "Said that", "Owns an", "And Chase", "-based"
        rf"^[\"“‘]?(?:(?!This|His)[A-Z][a-z]+(?:ed|s|id) (?=(?:that|{any_of(profile.determiners)})\b)"
        r"|[A-Z][a-z]+ed(?= (?:to|on|\d+)\b)"
        r"|(?:And|Or) (?=[A-Z])|-(?=[a-z]))",
    )
    faint = (
        # "because missed", "said that arrived", "In 1956 went", "successes, did not", "“was"
        rf"(?:\b(?:{opener}|{tie})|\b\d{{4}}|,|[“\"]) ?(?:{verb}|{past}){after}",
    )
    plain_forms = (*plain, *forms_left_by_names(profile))
    return tuple(re.compile("|".join(forms)) for forms in (plain_forms, doubtful, faint))


def _side_by_side(pairs: Mapping[str, Collection[str]]) -> str:
    """Each word with one of those that are told for it."""
    return "|".join(
        f"(?:{in_either_case((word,))}) (?:{any_of(others)})" for word, others in pairs.items()
    )
