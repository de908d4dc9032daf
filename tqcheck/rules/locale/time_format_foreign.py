import re
from collections.abc import Iterator

from tqcheck.features.numbers import NUMBER_IN_TARGET, NumberKind, numbers
from tqcheck.model import Bead, Finding, Fix, LanguageProfile, Span, rule

_MARK = re.compile(r"\d{1,2}\s?([hH:.])\s?\d\d$")
_HALF = re.compile(r"[\s\u00a0]?[ap]\.?m\b\.?", re.IGNORECASE)
_TWELVE_HOURS = re.compile(r"\d\s?[ap]\.?m\b")
_NOON = 12


@rule(severity="minor", mqm="locale-conventions/time-format", needs=(NUMBER_IN_TARGET,))
def time_format_foreign(bead: Bead) -> Iterator[Finding]:
    """A time of the day is written as the source’s language writes it.

    “18h30” is no English, nor is “6:30 p.m.” German. Flagged is what the source’s language writes
    and the translation’s does not; the cure keeps to the clock that the text counts by.

    Flagged:
        fr: La séance commence à 18h30.
        en: The session begins at [[18h30]].

        en: The session begins at 6:30 p.m.
        de: Die Sitzung beginnt um [[6:30 p.m.]]
    Accepted:
        fr: La séance commence à 18h30.
        en: The session begins at 18:30, or 6:30 p.m.

        en: The session begins at 6:30 p.m.
        es: La sesión empieza a las 6:30 p. m.
    """
    source, target = bead.source.profile, bead.target.profile
    if not (source.has("time_marks") and target.has("time_marks")):
        return
    text = bead.target.document.text
    for number in numbers(bead.target):
        if number.kind is not NumberKind.TIME or number.clock is None:
            continue
        half = _HALF.match(text, number.span.end)
        mark = _MARK.match(number.text)
        foreign = mark is not None and _is_foreign(mark[1].lower(), source, target)
        if half and _says_halves(source) and not _says_halves(target):
            span = Span(number.span.start, half.end())
        elif foreign and half is None:
            span = number.span
        else:
            continue
        cure = _cure(number.clock.minutes, bead)
        yield Finding(
            f"“{text[slice(*span)]}” is written “{cure}” in {target.name}",
            target=span,
            fix=Fix(span, cure, safe=True),
        )


def _is_foreign(mark: str, source: LanguageProfile, target: LanguageProfile) -> bool:
    return mark in source.time_marks and mark not in target.time_marks


def _says_halves(profile: LanguageProfile) -> bool:
    """Whether a language writes “p.m.” in any way."""
    return any(phrase.replace(" ", "").startswith("p.m") for phrase in profile.after_noon)


def _cure(minutes: int, bead: Bead) -> str:
    target = bead.target.profile
    hour, minute = divmod(minutes, 60)
    if _says_halves(target) and _TWELVE_HOURS.search(bead.target.document.text):
        return f"{hour % _NOON or _NOON}:{minute:02} {'p.m.' if hour >= _NOON else 'a.m.'}"
    mark = target.time_marks[0]
    return f"{hour}{mark}{minute:02}"
