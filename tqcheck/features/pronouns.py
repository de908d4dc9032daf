"""What stands for somebody who was named before."""

import re

from tqcheck.features.words import word_texts
from tqcheck.model import Passage

_HYPHEN = re.compile("[-‑]")


def takes_up(source: Passage, target: Passage) -> bool:
    """Whether the target may call somebody “he” whom the source names: it has more such words, or
    its language needs none.
    """
    if not target.profile.has("subject_pronouns"):
        return True
    return _subjects(target) > _subjects(source)


def _subjects(passage: Passage) -> int:
    profile = passage.profile
    known = profile.subject_pronouns if profile.has("subject_pronouns") else frozenset()
    if not known:
        return 0
    # Behind a verb French joins them to it: “dit-il”.
    forms = (form for text in word_texts(passage) for form in _HYPHEN.split(text.lower()))
    return sum(form in known for form in forms)
