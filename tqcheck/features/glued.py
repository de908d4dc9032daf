"""What Arabic and Hebrew script glue to the front of a word: and, then; in, like, for; the article."""

import re
from collections.abc import Iterator

_GLUED = re.compile(r"(?=[\u0620-\u06ff])[وف]?(?:[بكل](?=ال|\w{4}))?")
_GLUED_HEBREW = re.compile(r"ו?ש?[בהכלמ]?(?=[\u05d0-\u05ea]{3})")
#: Before a name: “and”, “by”, “for”, the article.
_CLITICS = re.compile(r"^(?:[وفبلك]?ال|[وفبلك])(?=\w{3})|^[והבלמשכ](?=\w{4})")


def unglued(word: str) -> Iterator[tuple[int, str]]:
    """The words that may stand behind what is glued to a word, each with how much that is."""
    glued = _GLUED_HEBREW.match(word)
    if glued:
        for cut in range(1, glued.end() + 1):
            if len(word) - cut > 2:
                yield cut, word[cut:]
        return
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


def without_clitics(word: str) -> str:
    """A name in Arabic or Hebrew script without the small word and the article that may be written
    together with it, if enough is left.
    """
    return _CLITICS.sub("", word)
