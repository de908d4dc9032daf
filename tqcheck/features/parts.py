"""The parts of a sentence: clauses, what brackets and quotation marks hold, items of a series."""

import re

from tqcheck.features.words import units
from tqcheck.model import Passage, remembered

_MARK = re.compile(
    r"[,;:،؛](?=\s)|[，、；：。！？]|\s[-–—]\s|—|[()（）\[\]«»“”„\"「」『』《》]|[.!?…](?=\s|$)"
)
#: Fewer words than these are a name, a date or a tag; of more than these a sentence consists.
_FEWEST = 3
_MOST_SHARE = 0.8


@remembered
def parts(passage: Passage) -> tuple[Passage, ...]:
    """The stretches between marks that may be left out without making the rest no sentence."""
    text = passage.text
    starts, ends = [0], []
    for mark in _MARK.finditer(text):
        ends.append(mark.start())
        starts.append(mark.end())
    ends.append(len(text))
    found = []
    for start, end in zip(starts, ends, strict=True):
        stretch = text[start:end]
        start += len(stretch) - len(stretch.lstrip())
        end = start + len(stretch.strip())
        if 0 < end - start < _MOST_SHARE * len(text):
            part = Passage(passage.document, passage.at(start, end), passage.kind)
            if len(units(part)) >= _FEWEST:
                found.append(part)
    return tuple(found)
