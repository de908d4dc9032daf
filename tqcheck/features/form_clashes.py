"""Two words whose forms do not go together, wherever they stand: “will requires”, “that them are”."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.alternatives import any_capitalised, any_of
from tqcheck.features.protected import masked
from tqcheck.features.vocabulary import is_known
from tqcheck.model import LanguageProfile, Passage, Span

_SHORTEST = 3
_BEFORE, _LONGEST = re.compile(r"([^\W\d_][\w’-]*)[ \u00a0]$"), 30
#: What is left of “goes”, “watches” and “tries” without the ending.
_ENDINGS = (
    ("ies", "y"),
    ("oes", "o"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
)
_NO_ENDING = ("ss", "us", "is")


class Clash(NamedTuple):
    """Words that do not go together, and the plain form of the last, where that mends it."""

    text: str
    span: Span
    plain: str | None


def may_clash(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may be one of two that clash. Raises MissingFact where no pack tells."""
    return word.lower().replace("'", "’") in _first_words(profile)


def clashes(passage: Passage) -> Iterator[Clash]:
    """The clashes in order.

    Raises MissingFact where the language's pack does not know its modal verbs.
    """
    profile = passage.profile
    text = masked(passage).replace("'", "’")
    for match in _pattern(profile).finditer(text):
        plain = None
        first, *_, last = match.group().lower().split()
        if first == last:
            continue  # said twice, which is another matter
        if match["modal"] and _is_noun(text, match, profile):
            continue
        if match["verb"]:
            plain = _plain(match["verb"], profile)
            if plain is None:
                continue
        yield Clash(match.group().strip(), passage.at(*match.span()), plain)


def _is_noun(text: str, match: re.Match[str], profile: LanguageProfile) -> bool:
    """Whether a modal verb is a noun by the word before it: “the will requires”, “free will means”."""
    before = _BEFORE.search(text, max(0, match.start("modal") - _LONGEST), match.start("modal"))
    if before is None:
        return False
    word = before[1].lower()
    return word in profile.determiners or word in profile.modal_nouns.get(
        match["modal"].lower(), ()
    )


def _plain(verb: str, profile: LanguageProfile) -> str | None:
    """The verb of which a word may be the third person, if it is no plain form itself."""
    for ending, without in _ENDINGS:
        if verb.endswith(ending):
            form = verb.removesuffix(ending) + without
            break
    else:
        form = "" if verb.endswith(_NO_ENDING) else verb[:-1]
    known = len(form) >= _SHORTEST and is_known(profile, form) and is_known(profile, verb)
    return form if known else None


@cache
def _first_words(profile: LanguageProfile) -> frozenset[str]:
    return profile.modals | profile.object_pronouns | profile.plain_subjects


@cache
def _pattern(profile: LanguageProfile) -> re.Pattern[str]:
    modal, finite = any_of(profile.modals), any_of(profile.finite_words)
    objects, subjects = any_of(profile.object_pronouns), any_of(profile.plain_subjects)
    opener = any_of(profile.clause_openers | profile.clause_joints | {"that", "if", "when"})
    after = r"(?![\w’‑-])"
    forms = (
        # “will requires”, but “the will requires”
        rf"\b(?P<modal>{modal}) (?:(?:(?:{any_of(profile.modal_adverbs)}) )?(?P<verb>[a-z]{{2,}}s)"
        # “would could”
        rf"|(?:{any_of(profile.never_plain)})){after}",
        # “that them are”, “he them”
        rf"(?:(?<=^)|(?<=[,;] )|\b(?:{opener}) )(?:{objects}|{any_capitalised(profile.object_pronouns)}) (?:{finite}){after}",
        rf"\b(?:{subjects}) (?:{subjects}|{objects}){after}",
        # “of they”
        rf"\b(?:{any_of(profile.needy_words)}|to|with) (?:{subjects}){after}",
    )
    return re.compile("|".join(forms))
