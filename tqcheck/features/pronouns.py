"""What stands for somebody who was named before."""

import re
from functools import cache

from tqcheck.features.alternatives import any_of
from tqcheck.features.words import word_texts
from tqcheck.model import Passage

_HYPHEN = re.compile("[-‑]")


def takes_up(source: Passage, target: Passage) -> bool:
    """Whether the target may call somebody “he” whom the source names: it has more such words, or
    its language needs none.
    """
    if not target.profile.has("subject_pronouns"):
        return True
    return _subjects(target) > _subjects(source) or _described(target) > _titles(source)


def _subjects(passage: Passage) -> int:
    profile = passage.profile
    known = profile.subject_pronouns if profile.has("subject_pronouns") else frozenset()
    if not known:
        return 0
    # Behind a verb French joins them to it: “dit-il”.
    forms = (form for text in word_texts(passage) for form in _HYPHEN.split(text.lower()))
    return sum(form in known for form in forms)


def _described(passage: Passage) -> int:
    """How often somebody is told by what he is: “la chercheuse”, not “la chercheuse Martin”."""
    profile = passage.profile
    if profile.has("aged_words"):
        return len(_aged(profile.aged_words).findall(passage.text))
    if not profile.has("person_nouns"):
        return 0
    row = [text.partition("’")[2] or text for text in word_texts(passage)]
    behind = [*row[1:], ""]
    return sum(
        word.lower() in profile.person_nouns and not _is_a_name(passage, following)
        for word, following in zip(row, behind, strict=True)
    )


@cache
def _aged(forms: frozenset[str]) -> re.Pattern[str]:
    """What tells somebody by the age alone: “the 24-year-old”."""
    return re.compile(rf"\d{{1,3}}-(?:{any_of(forms)})(?![\w-]|[ \u00a0][^\W\d_a-z]\w)")


def _is_a_name(passage: Passage, word: str) -> bool:
    nouns = passage.profile.has("capitalised_nouns") and passage.profile.capitalised_nouns
    return word[:1].isupper() and not nouns


def _titles(passage: Passage) -> int:
    titles = passage.profile.titles if passage.profile.has("titles") else frozenset()
    return sum(text.lower() in titles for text in word_texts(passage))
