"""Addresses, links, mentions and file names in running text, and what became of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.links import place_of, tells_language
from tqcheck.features.markup import marks_of
from tqcheck.features.protected import Protected, protected
from tqcheck.model import Document, Pair, Passage, Span, remembered

_KINDS = frozenset({"link", "address", "domain", "file", "handle"})
#: Names with an underscore, of functions, and addresses of machines.
_NAME = re.compile(r"[\w.-]*[^\W_]_[^\W_][\w.-]*|\w+\(\)|\d{1,3}(?:\.\d{1,3}){3}")
_PLAIN = re.compile(r"[@#]?[!-~]{3,}")
_SCHEME = ("https://", "http://", "www.")


class Change(NamedTuple):
    """An address of the source, and the one that stands for it, if any."""

    source: Protected
    target: Protected | None


def changed_addresses(pair: Pair) -> Iterator[Change]:
    """The addresses of the source that the translation has not, beside those that only it has.

    Hashtags may be translated, and links may lead to the page of another language.
    """
    if not any(True for bead in pair.beads for _ in _addresses(bead.source)):
        return
    there = {_key(each, pair) for bead in pair.beads for each in _addresses(bead.target)}
    here = {_key(each, pair) for bead in pair.beads for each in _addresses(bead.source)}
    for bead in pair.complete_beads:
        gone = [each for each in _addresses(bead.source) if _key(each, pair) not in there]
        new = [each for each in _addresses(bead.target) if _key(each, pair) not in here]
        for each in gone:
            other = _counterpart(each, gone, new)
            if other is None and _stands(each, pair):
                continue
            if not (other and _is_localised(each, other, pair)):
                yield Change(each, other)


def _counterpart(each: Protected, gone: list[Protected], new: list[Protected]) -> Protected | None:
    alike = [other for other in new if other.kind == each.kind]
    place = [other for other in gone if other.kind == each.kind].index(each)
    return alike[place] if place < len(alike) else None


def _is_localised(one: Protected, other: Protected, pair: Pair) -> bool:
    """Whether two links lead to pages of their own languages, or a hashtag is translated."""
    if one.kind == "handle":
        return one.text.startswith("#")
    return tells_language(one.text, pair) and tells_language(other.text, pair)


def _stands(each: Protected, pair: Pair) -> bool:
    """Whether an address without counterpart stands in the target in other words."""
    if each.kind == "handle" and each.text.startswith("#"):
        return True
    name = _key(each, pair).lstrip("@")
    return name.casefold() in pair.target.text.casefold()


def _key(each: Protected, pair: Pair) -> str:
    text = each.text.casefold()
    plain = _PLAIN.search(text)
    if plain:
        text = plain.group()  # Chinese and Japanese write on without a space
    for start in _SCHEME:
        text = text.removeprefix(start)
    if each.kind in ("link", "domain"):
        return place_of(text, pair)
    return text


@remembered
def _addresses(passage: Passage) -> tuple[Protected, ...]:
    """The addresses that stand in a passage as text, and not behind the words of a link."""
    text = passage.text
    if not any(sign in text for sign in ".@#_("):
        return ()
    messages = bool(passage.document.keys)
    found = [each for each in protected(passage) if _is_address(each, messages=messages)]
    links = _link_spans(passage.document) if found else ()
    return tuple(each for each in found if not any(each.span.overlaps(link) for link in links))


def _is_address(each: Protected, *, messages: bool) -> bool:
    """Whether a stretch leads somewhere, or names a file, a function or a machine. In messages a
    word with an underscore may be one with an accelerator.
    """
    return each.kind in _KINDS or (not messages and _NAME.fullmatch(each.text) is not None)


@remembered
def _link_spans(document: Document) -> tuple[Span, ...]:
    return tuple(mark.span for mark in marks_of(document, "link"))
