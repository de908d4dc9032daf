"""Whether a text may have a label of a number at all: asked before the numbers are read."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from tqcheck.features.units import labels_of
from tqcheck.model import LanguageProfile

_FIGURES = re.compile(r"\d[\d.,]*")
_AROUND = ".,;:!?…\"'“”„«»‘’()[]{}–—-"
_JOINTS = re.compile(r"[-‑'’]")


def may_be_money(token: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether what stands between two spaces may have a currency in it."""
    return _may_be(token, profile, "money")


def may_be_measure(token: str, profile: LanguageProfile, *_: object) -> bool:
    """The same of a unit, of time or anything else but money and per cent."""
    return _may_be(token, profile, "measure")


def may_be_size(token: str, profile: LanguageProfile, *_: object) -> bool:
    """The same of a unit of anything but time."""
    return _may_be(token, profile, "size")


#: Kind → whether a label of these dimensions is one.
_KINDS: dict[str, Callable[[set[str]], bool]] = {
    "money": lambda dimensions: "money" in dimensions,
    "measure": lambda dimensions: bool(dimensions - {"money", "share"}),
    "size": lambda dimensions: bool(dimensions - {"money", "share", "time"}),
}


@cache
def _known(profile: LanguageProfile, kind: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The first words of the labels, and the beginnings of such, in lower case."""
    labels = [
        (form, whole) for form, dimensions, whole in labels_of(profile) if _KINDS[kind](dimensions)
    ]
    words = frozenset(form.lower().split()[0] for form, whole in labels if whole)
    return words, tuple(form.lower() for form, whole in labels if not whole)


def _may_be(token: str, profile: LanguageProfile, kind: str) -> bool:
    words, beginnings = _known(profile, kind)
    return any(
        form in words or form.startswith(beginnings) or not words.isdisjoint(_signs_in(form))
        for part in token.lower().split()
        for form in _forms(part)
    )


def _forms(part: str) -> Iterator[str]:
    """What stands before and behind figures, without marks around it; the parts of what is joined."""
    for piece in _FIGURES.split(part):
        form = piece.strip(_AROUND)
        yield form
        yield form + "."
        first, *others = _JOINTS.split(form)
        # What an apostrophe joins to its front is no label: “l’homme” has no litre.
        if form[len(first) : len(first) + 1] in ("-", "‑"):
            yield first
        yield from others


def _signs_in(form: str) -> Iterator[str]:
    return (character for character in form if not character.isalnum())
