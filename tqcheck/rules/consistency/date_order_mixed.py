import re
from collections.abc import Iterator

from tqcheck.features.calendar import CalendarName, Part, calendar_names
from tqcheck.model import Finding, Pair, rule

#: What stands behind a day that is no amount of anything.
_BEHIND = re.compile(r"(?:st|nd|rd|th)?(?:,? ?(?:1[5-9]|20)\d\d\b|[,.;:)\]!?]|$)")

_FIGURES = re.compile(r"\d+")
#: Two dates one way and one the other.
_FEWEST = 3


@rule(severity="minor", mqm="style/inconsistent-style", status="preview")
def date_order_mixed(pair: Pair, *, times: float = 2) -> Iterator[Finding]:
    """A date has the day before its month, and the others of the text have it behind; or so.

    English writes “March 9” and “9 March”, and a text keeps to one. Flagged are the few, where the
    others are `times` as many.

    Flagged:
        fr: Les pourparlers du 9 mars ont échoué. Ceux du 12 mai aussi. On attend le 3 juin.
        en: The talks failed on March 9, 2024, and on May 12. The next are due on [[3 June]].

        zh: 会谈于3月9日和5月12日举行，第三次在6月3日。
        en: The talks were held on 9 March and 12 May, and for a third time on [[June 3]].
    Accepted:
        fr: Les pourparlers du 9 mars ont échoué. Ceux du 12 mai aussi.
        en: The talks failed on March 9, and on 12 May.

        de: Am 9. März und am 12. Mai tagte der Rat. Im März starben 30 Menschen.
        en: The council met on 9 March and 12 May. In March 30 people died.
    """
    if not pair.target.profile.day_on_either_side:
        return
    if len(_FIGURES.findall(pair.target.text)) < _FEWEST:
        return
    first, last = [], []
    for block in pair.target.blocks:
        for name in calendar_names(block):
            if name.part is Part.MONTH and name.day is not None:
                if name.text[0].isdigit():
                    first.append(name)
                elif _BEHIND.match(pair.target.text, name.span.end):
                    last.append(name)
    few, many = sorted((first, last), key=len)
    if few and len(many) >= times * len(few):
        for name in few:
            yield _finding(name, many[0])


def _finding(name: CalendarName, usual: CalendarName) -> Finding:
    return Finding(
        f"“{name.text}” has day and month in another order than “{usual.text}”", target=name.span
    )
