"""What stands for somebody who was named before."""

from tqcheck.features.words import words
from tqcheck.model import Passage


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
    return sum(word.text.lower() in known for word in words(passage)) if known else 0
