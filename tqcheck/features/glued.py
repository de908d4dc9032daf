"""What Arabic script glues to the front of a word: and, then; in, like, for; the article."""

import re
from collections.abc import Iterator

_GLUED = re.compile(r"(?=[\u0620-\u06ff])[وف]?(?:[بكل](?=ال|\w{4}))?")


def unglued(word: str) -> Iterator[tuple[int, str]]:
    """The words that may stand behind what is glued to a word, each with how much that is."""
    glued = _GLUED.match(word)
    if not glued:
        return
    if word.startswith("لل"):
        yield 1, "ال" + word[2:]
        yield 2, word[2:]
    for cut in {0, 1, glued.end()}:
        rest = word[cut:]
        if cut <= glued.end() and len(rest) > 2:
            yield cut, rest
            if rest.startswith("ال") and len(rest) > 4:
                yield cut + 2, rest[2:]
