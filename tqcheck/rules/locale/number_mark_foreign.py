import re
from collections.abc import Iterator
from functools import cache

from tqcheck.features.alternatives import any_of
from tqcheck.features.protected import is_protected
from tqcheck.model import Bead, Finding, Fix, LanguageProfile, rule
from tqcheck.model.needs import in_source, in_target


def _is_figure(character: str, *_: object) -> bool:
    return character.isdecimal()


@rule(
    severity="minor",
    mqm="locale-conventions/number-format",
    needs=(in_source(_is_figure), in_target(_is_figure)),
)
def number_mark_foreign(bead: Bead) -> Iterator[Finding]:
    """The mark before a number is the source’s: “n°”, “№”.

    Every language has its own sign for “number”, and the one of another language reads like a
    slip of the pen. Flagged is a mark that the source has before the same number.

    Flagged:
        fr: Le décret n° 512 est publié.
        en: Decree [[n°]] 512 has been published.

        de: Das Gesetz Nr. 12 gilt ab Mai.
        fr: La loi [[Nr.]] 12 est en vigueur dès mai.

        ru: Указ № 7 подписан.
        en: Decree [[№]] 7 has been signed.
    Accepted:
        fr: Le décret n° 512 est publié.
        en: Decree No. 512 has been published.

        es: El decreto n.º 5 y el nº 6.
        pt: O decreto n.º 5 e o nº 6.

        uk: Указ № 7 підписано.
        ru: Указ № 7 подписан.
    """
    source, target = bead.source.profile, bead.target.profile
    if not (source.has("number_marks") and target.has("number_marks")) or source.tag == target.tag:
        return
    pattern = _foreign(source, target)
    if pattern is None:
        return
    there = {_plain(match) for match in pattern.finditer(bead.source.text)}
    if not there:
        return
    usual = target.number_marks[0]
    for match in pattern.finditer(bead.target.text):
        span = bead.target.at(*match.span("mark"))
        if _plain(match) in there and not is_protected(bead.target, span):
            yield Finding(
                f"“{match['mark']}” is “{usual}” in {target.name}",
                target=span,
                fix=Fix(span, usual, safe=True),
            )


def _plain(match: re.Match[str]) -> tuple[str, str]:
    return match["mark"], match["number"]


@cache
def _foreign(source: LanguageProfile, target: LanguageProfile) -> re.Pattern[str] | None:
    """The source's marks that the target has not, before a number."""
    own = {mark.casefold() for mark in target.number_marks}
    marks = [mark for mark in source.number_marks if mark.casefold() not in own]
    if not marks:
        return None
    return re.compile(rf"(?<!\w)(?P<mark>{any_of(marks)})[ \u00a0\u202f]?(?P<number>\d{{1,9}})")
