"""How frequent groups of letters are in a language, as langdetect's profiles count them."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def letter_groups(tag: str) -> dict[str, float]:
    """Groups of two and three letters, a space for the edge of a word, and their frequency.

    Nothing where the language has no profile under its own tag.
    """
    package = find_spec("langdetect")
    if package is None or package.origin is None:
        return {}
    path = Path(package.origin).parent / "profiles" / tag.partition("-")[0]
    if not path.is_file():
        return {}
    import json

    profile = json.loads(path.read_text(encoding="utf-8"))
    sizes = profile["n_words"]
    return {
        group: count / sizes[len(group) - 1]
        for group, count in profile["freq"].items()
        if len(group) > 1
    }


@cache
def written_letters(tag: str) -> frozenset[str]:
    """The lower-case letters that a language writes; nothing where that is not known."""
    return frozenset("".join(letter_groups(tag)).lower())
