"""Known forms in text of scripts that put no space between words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

Fact = TypeVar("Fact")


def by_opening(forms: Iterable[tuple[str, Fact]]) -> dict[str, list[tuple[str, Fact]]]:
    """The first two characters → the forms that begin with them, longest first, with their facts."""
    found: dict[str, list[tuple[str, Fact]]] = {}
    for form, fact in forms:
        if len(form) > 1:
            found.setdefault(form[:2], []).append((form, fact))
    for known in found.values():
        known.sort(key=lambda each: len(each[0]), reverse=True)
    return found


def in_wide_text(
    text: str, known: Mapping[str, list[tuple[str, Fact]]]
) -> Iterator[tuple[int, str, Fact]]:
    """The forms in a text with their places, in order; the longest where several begin."""
    at = 0
    while at < len(text) - 1:
        for form, fact in known.get(text[at : at + 2], ()):
            if text.startswith(form, at):
                yield at, form, fact
                at += len(form) - 1
                break
        at += 1
