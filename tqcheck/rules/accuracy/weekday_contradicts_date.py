from collections.abc import Iterator

from tqcheck.features.calendar import WeekdayDate, may_name_a_day, weekday_dates, years_of_dates
from tqcheck.model import Bead, Document, Finding, Origin, rule
from tqcheck.model.needs import in_target, target_word


@rule(
    severity="major",
    mqm="accuracy/mistranslation/date-time",
    needs=(target_word(may_name_a_day), in_target(lambda character, *_: character.isdecimal())),
)
def weekday_contradicts_date(bead: Bead) -> Iterator[Finding]:
    """The weekday of a date is not the one that the calendar has.

    One of the two is wrong, whatever the source says. The year is the one beside the date; where
    there is none, no year of the document, nor the year before or after, may fit. A date that
    the source has in the same way is the source's mistake.

    Flagged:
        fr: Le sommet s’est ouvert samedi 27 janvier 2024.
        en: The summit opened on [[Sunday, January 27]], 2024.

        es: La votación fue el jueves 17 de octubre de 2024.
        en: The vote was on [[Thursday, October 18]], 2024.

        zh: 会议于2024年10月3日（星期四）举行。
        en: The meeting was held on [[Friday, October 3]], 2024.
    Accepted:
        de: Am Samstag, dem 27. Januar 2024, begann der Gipfel.
        en: The summit began on Saturday, January 27, 2024.

        fr: Le sommet s’ouvre samedi 27 janvier.
        en: The summit opens on Saturday, January 27.
    """
    for each in weekday_dates(bead.target):
        if _contradicts(each, bead.target.document):
            same = any(_same(each, other) for other in weekday_dates(bead.source))
            yield Finding(
                f"{each.date.text} was no {each.weekday.text}",
                target=each.span,
                origin=Origin.SOURCE if same else Origin.TRANSLATION,
            )


def _contradicts(each: WeekdayDate, document: Document) -> bool:
    if each.year:
        return each.contradicts(each.year)
    years = {near for year in years_of_dates(document) for near in (year - 1, year, year + 1)}
    return bool(years) and all(each.contradicts(year) for year in years)


def _same(one: WeekdayDate, other: WeekdayDate) -> bool:
    return (one.weekday.number, one.date.number, one.date.day) == (
        other.weekday.number,
        other.date.number,
        other.date.day,
    )
