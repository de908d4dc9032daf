from collections.abc import Iterator
from functools import cache

from tqcheck.features.numbers import NUMBER_IN_TARGET, Number, numbers
from tqcheck.features.units import label_left
from tqcheck.model import Bead, Finding, LanguageProfile, Span, rule

_LONGEST = 16


@rule(severity="minor", mqm="accuracy/untranslated", needs=(NUMBER_IN_TARGET,))
def unit_label_untranslated(bead: Bead) -> Iterator[Finding]:
    """A label behind a number is the source’s: the code of a unit or currency, a scale, a zone.

    “14h TU”, “3 Mds €” and “5 000 FCFA” mean nothing to whoever knows UTC, billions and CFA francs.
    The label stands in the source too, and the translation’s language does not write it.

    Flagged:
        fr: L’amende est de 5 000 FCFA.
        en: The fine is 5,000 [[FCFA]].

        de: Das Spiel beginnt um 18:30 MEZ.
        en: The match begins at 18:30 [[MEZ]].

        fr: Le plan coûte 3 Mds d’euros.
        en: The plan costs 3 [[Mds]] euros.
    Accepted:
        fr: L’amende est de 5 000 FCFA.
        en: The fine is 5,000 CFA francs.

        fr: Le vol part à 14h TU et dure 5 h.
        en: The flight leaves at 2 p.m. GMT and takes 5 h.
    """
    source, target = bead.source.profile, bead.target.profile
    if source.tag == target.tag:
        return
    for number in numbers(bead.target):
        span = _left(bead, number, source)
        if span is None:
            continue
        text = bead.target.document.text[slice(*span)]
        if text in bead.source.text:
            yield Finding(f"“{text}” is no {target.name}", target=span)


def _left(bead: Bead, number: Number, source: LanguageProfile) -> Span | None:
    """The label behind a number that only the source's language writes."""
    document = bead.target.document
    unit = label_left(document, number, source)
    if unit is not None and len(unit.text) > 1 and not unit.text[1:].islower():
        return unit.span
    behind = document.text[number.span.end : number.span.end + _LONGEST].lstrip(" \u00a0\u202f(")
    word = behind.split(maxsplit=1)[0].rstrip(".,;:)€$") if behind.strip() else ""
    ours = bead.target.profile
    if word not in _abbreviations(source) - _abbreviations(ours) - frozenset(ours.time_zones):
        return None
    start = document.text.index(word, number.span.end)
    return Span(start, start + len(word))


@cache
def _abbreviations(profile: LanguageProfile) -> frozenset[str]:
    """The short words for scales and time zones of a language. The zones of English are read
    everywhere.
    """
    found = set(profile.scale_abbreviations if profile.has("scale_abbreviations") else ())
    if not profile.tag.startswith("en"):
        found |= set(profile.time_zones)
    return frozenset(each for each in found if len(each) > 1)
