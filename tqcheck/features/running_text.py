"""Whether the messages of a file are the paragraphs of a text, or stand each for itself."""

from collections.abc import Iterable

from tqcheck.features.placeholders import placeholders
from tqcheck.features.words import units
from tqcheck.model import Kind, Passage

#: Words that a text has at least, and as many on average in a block.
_FEWEST, _BLOCK = 50, 10
#: Words of a sentence that is none of a program's, and the share of all words in such blocks.
_SENTENCE, _SHARE = 8, 0.5
#: A text has placeholders in fewer than one of so many blocks.
_PLACEHOLDERS = 5


def is_running_text(passages: Iterable[Passage]) -> bool:
    """Whether passages are the paragraphs or sentences of a text: long ones, and hardly any with
    a place for a value. The catalogues of programs have six words a message, and seldom ten.
    """
    listed = list(passages)
    sizes = [len(units(passage)) for passage in listed]
    total = sum(sizes)
    if total < max(_FEWEST, _BLOCK * len(listed)):
        return False
    said = sum(
        size
        for passage, size in zip(listed, sizes, strict=True)
        if passage.kind is Kind.SENTENCE and size >= _SENTENCE
    )
    holding = sum(1 for passage in listed if placeholders(passage))
    return said >= _SHARE * total and _PLACEHOLDERS * holding < len(listed)
