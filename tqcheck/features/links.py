"""Where links lead, and what counts as the same place in another language."""

import re
import unicodedata
from collections.abc import Iterator

from tqcheck.features.markup import marks_of
from tqcheck.model import Document, Mark, Pair, remembered

_PARTS = re.compile(r"[/?&=.:@]+")
_ENDING = re.compile(r"(?:/?index)?\.(?:html?|mdx?|markdown|php)$|/$")
#: A language tag in an address: fr, fr-FR, zh_CN, zh-hans.
_TAG = re.compile(r"[a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}))?")


def same_place(mark: Mark, pair: Pair) -> str:
    """The address of a link without its fragment, its ending, and the languages of the pair.

    A link to an anchor of the same page is the empty string: headings are translated.
    """
    return place_of(mark.value, pair)


def place_of(address: str, pair: Pair) -> str:
    """The same of an address as text."""
    address = _ENDING.sub("", address.partition("#")[0].strip())
    return "/".join(part for part in _PARTS.split(address) if not _tells(part, *_own(pair)))


def names_language(mark: Mark, pair: Pair) -> bool:
    """Whether an address tells one of the pair's languages, and so leads to a page of its own."""
    return tells_language(mark.value, pair)


def tells_language(address: str, pair: Pair) -> bool:
    """The same of an address as text."""
    return any(_tells(part, *_own(pair)) for part in _PARTS.split(address))


def _own(pair: Pair) -> tuple[str, ...]:
    return tuple(side.language.partition("-")[0].lower() for side in (pair.source, pair.target))


def _tells(part: str, *languages: str) -> bool:
    part = part.lower()
    return part[:2] in languages and _TAG.fullmatch(part) is not None


@remembered
def anchors(document: Document) -> frozenset[str]:
    """What a link within the page may lead to: identifiers, and headings as addresses."""
    found = {mark.value for mark in marks_of(document, "anchor", "footnote")}
    for mark in marks_of(document, "heading"):
        found.update(_slugs(document.text[slice(*mark.span)]))
    return frozenset(found)


def _slugs(heading: str) -> Iterator[str]:
    """A heading as the common site generators write it in an address."""
    words = heading.lower().replace("`", "")
    kept = "".join(
        character
        for character in words
        if character.isalnum() or character in " -_" or unicodedata.category(character)[0] == "M"
    )
    yield kept.replace(" ", "-")
    yield re.sub(r"[-\s]+", "-", kept).strip("-")
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    yield re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain)).strip("-")
    yield re.sub(r"\W+", "-", plain).strip("-")
