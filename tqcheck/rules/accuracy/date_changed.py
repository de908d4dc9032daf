import re
from collections.abc import Iterable, Iterator

from tqcheck.features.calendar import CalendarName, Part, calendar_names, may_name_a_day, restated
from tqcheck.features.words import LETTERS, unspaced
from tqcheck.model import Bead, Finding, Fix, Segment, rule
from tqcheck.model.needs import source_word, target_word

_FIGURES = re.compile(r"[0-9]+")
_NEAR = 6


@rule(
    severity="major",
    mqm="accuracy/mistranslation/date-time",
    needs=(source_word(may_name_a_day), target_word(may_name_a_day)),
)
def date_changed(bead: Bead) -> Iterator[Finding]:
    """The translation names another weekday, month or day of the month.

    Nobody who reads the translation can tell that the meeting was on another day. Names of months
    and weekdays are compared as the places they have in the calendar, so language, abbreviation
    and order may differ; what only one of the texts names is left alone.

    Flagged:
        fr: Le sommet s’ouvre samedi 27 janvier à Bagdad.
        en: The summit opens on [[Sunday]], January 27, in Baghdad.

        de: Der Vertrag läuft bis Ende März.
        en: The contract runs until the end of [[May]].

        es: La votación será el 1 de octubre.
        en: The vote will be on [[October 5]].

        zh: 会议将于10月3日举行。
        en: The meeting will be held on [[November 3]].

        it: Il ricorso va presentato entro lunedì.
        en: The appeal must be filed by [[Sunday]].

        es: El pacto entra en vigor el viernes 17 de octubre.
        en: The pact takes effect on [[Thursday]], October 17.

        en: She died on Feb. 3. The funeral is on Saturday.
        es: Murió el [[3 de enero]]. El funeral es el sábado.
    Accepted:
        fr: Samedi, le ministre est arrivé ; il repart dimanche 3 mars.
        en: The minister arrived on Saturday and leaves on Sunday, March 3.

        de: In der Nacht zum Sonntag brannte es.
        en: There was a fire on Saturday night.

        hi: रविवार तड़के बाज़ार में आग लग गई।
        en: A fire broke out in the market on Saturday, long after it had closed.

        de: Sie tagen am 3. und 5. Mai.
        en: They meet on May 3 and 5.

        en: Theresa May spoke in June.
        fr: Theresa May a parlé en juin.
    """
    source, target = calendar_names(bead.source), calendar_names(bead.target)
    lost = _once(name for name in source if not _said(name, target, bead.target))
    left = _once(name for name in target if not _said(name, source, bead.source))
    for part in Part:
        gone = [name for name in lost if name.part is part]
        new = [name for name in left if name.part is part]
        if len(gone) == 1 == len(new) and not _night_before(bead, gone[0], new[0]):
            written = restated(new[0], gone[0], bead.target.profile)
            yield Finding(
                f"“{gone[0].text}” became “{new[0].text}”",
                target=new[0].span,
                source=gone[0].span,
                fix=Fix(new[0].span, written) if written else None,
            )


def _once(names: Iterable[CalendarName]) -> list[CalendarName]:
    """The names, one of several for the same day: “كانون الأول/ديسمبر”."""
    found: list[CalendarName] = []
    for name in names:
        if all((name.part, name.number, name.day) != (o.part, o.number, o.day) for o in found):
            found.append(name)
    return found


def _said(name: CalendarName, others: tuple[CalendarName, ...], where: Segment) -> bool:
    """Whether a text has a name too. One of several days, “3 and 5 May”, stands apart from it."""
    same = [other for other in others if (other.part, other.number) == (name.part, name.number)]
    days = {name.day, *(other.day for other in same)}
    if same and (None in days or name.day in (other.day for other in same)):
        return True
    return bool(same) and str(name.day) in _FIGURES.findall(where.text)


def _night_before(bead: Bead, one: CalendarName, other: CalendarName) -> bool:
    """“The night to Sunday” is Saturday night, where no date says which day is meant."""
    if one.part is not Part.WEEKDAY or other.number % 7 + 1 != one.number:
        return False
    if _dated(one, bead.source) and _dated(other, bead.target):
        return False
    return _says_night(bead.source) or _says_night(bead.target)


def _says_night(where: Segment) -> bool:
    """Whether a passage speaks of the hours between two days; true where no pack can tell."""
    if not where.profile.has("night_words"):
        return True
    text, night = where.text.lower(), where.profile.night_words
    if unspaced(text):
        return any(word in text for word in night)
    return not night.isdisjoint(LETTERS.findall(text))


def _dated(weekday: CalendarName, where: Segment) -> bool:
    """Whether a day of a month stands beside a weekday."""
    return any(
        name.day is not None
        and max(name.span.start - weekday.span.end, weekday.span.start - name.span.end) < _NEAR
        for name in calendar_names(where)
    )
