import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.features.numbers import NUMBER_IN_SOURCE, NUMBER_IN_TARGET, Number, NumberKind, Value
from tqcheck.features.protected import is_code
from tqcheck.ledgers.number_balances import NumberMatch, number_matches
from tqcheck.model import Finding, Fix, LanguageProfile, Pair, Span, rule

_FIGURES = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u2009 ]\d+)+")
_BESIDE = re.compile(r"\d[\s-]$")
_SPACES = frozenset("\u00a0\u202f\u2009")
_GROUPED = 3
#: A word with a capital, before a number.
_NAME = re.compile(r"(?<!\w)(?=[a-z]{0,2}[A-Z])[\w+-]+(?=\s$)")
_LONGEST_NAME = 40


@rule(
    severity="minor",
    mqm="locale-conventions/number-format",
    texts="articles",
    needs=(NUMBER_IN_SOURCE, NUMBER_IN_TARGET),
)
def number_format_foreign(pair: Pair) -> Iterator[Finding]:
    """A number has the decimal or grouping marks of the source’s language.

    “1.500” are one and a half in English and fifteen hundred in Spanish, so the marks decide what
    the reader takes in. The source says which value is meant; only its own marks are flagged.

    Flagged:
        fr: La dette atteint 57,4 milliards d’euros.
        en: The debt stands at [[57,4]] billion euros.

        es: Acudieron 1.500 personas.
        en: [[1.500]] people came.

        en: It costs 1,234.50 dollars.
        de: Es kostet [[1,234.50]] Dollar.
    Accepted:
        fr: La dette atteint 57,4 milliards d’euros pour 12 500 habitants.
        en: The debt stands at 57.4 billion euros for 12,500 inhabitants.

        it: Il rischio era maggiore (OR = 4.239, p = 0.035), si legge nel registro 1.2747.
        en: The risk was greater (OR = 4.239, p = 0.035), says log 1.2747.

        en: Prices rose by 11.7 percent.
        es: Los precios subieron un 11.7 por ciento.

        de: Um 18.30 Uhr kamen 1.500 Besucher.
        en: At 6.30 p.m. there were 1,500 visitors.

        en: Python 3.8 knows it; before 3.8 it failed.
        fr: Python 3.8 le connaît ; avant 3.8, c’était une erreur.

        en: It returns `1.5`.
        fr: Elle renvoie `1.5`.
    """
    matches = number_matches(pair)
    versions = {match.target.text for match in matches if _is_version(match)}
    for match in matches:
        number, value = match.target, _agreed(match.source, match.target)
        if number.kind is not NumberKind.CARDINAL or value is None or match.source.clock:
            continue
        figures = _FIGURES.match(number.text)
        if figures is None or _in_a_row(match.bead.target.document.text, number.span):
            continue
        if number.text in versions or is_code(match.bead.target, number.span):
            continue
        if _is_mixed(match.bead.source.text, figures.group()):
            continue
        theirs, ours = match.bead.source.profile, match.bead.target.profile
        written = _written(figures.group(), Fraction(value) / number.scale, theirs, ours)
        if written is not None:
            start = number.span.start
            span = Span(start, start + figures.end())
            message = f"“{figures.group()}” is written “{written}” in {ours.name}"
            cure = Fix(span, written, safe=True)
            yield Finding(message, target=span, source=match.source.span, fix=cure)


def _is_version(match: NumberMatch) -> bool:
    """Whether a number is written the same in both texts behind the same name: “Python 3.8”."""
    names = [
        _NAME.search(
            side.document.text[max(0, number.span.start - _LONGEST_NAME) : number.span.start]
        )
        for side, number in ((match.bead.source, match.source), (match.bead.target, match.target))
    ]
    here, there = (name and name.group() for name in names)
    return here is not None and here == there and match.source.text == match.target.text


def _is_mixed(source: str, figures: str) -> bool:
    """Whether a mark is the source's own mistake or no decimal mark: “p = 0.035” in a text that
    would write “0,035”, or a code.
    """
    mark = next(character for character in figures if not character.isdecimal())
    last = re.split(r"\D", figures)[-1]
    return len(last) > _GROUPED or re.search(rf"(?<!\d)0{re.escape(mark)}\d", source) is not None


def _in_a_row(text: str, span: Span) -> bool:
    """Whether other figures stand beside: a telephone number."""
    before, behind = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    return bool(_BESIDE.match(before) or _BESIDE.match(behind[::-1]))


def _agreed(source: Number, target: Number) -> Value | None:
    return next((reading for reading in source.readings if reading in target.readings), None)


def _written(
    figures: str, value: Fraction, theirs: LanguageProfile, ours: LanguageProfile
) -> str | None:
    """The figures with the marks of our language; None where they are not of theirs."""
    *groups, last = re.split(r"\D", figures)
    marks = ["\u00a0" if mark in _SPACES else mark for mark in figures if not mark.isdecimal()]
    decimal = marks.pop() if value.denominator > 1 or len(last) != _GROUPED else ""
    groups = groups if decimal else [*groups, last]
    own, foreign = _group_marks(ours), _group_marks(theirs)
    wrong = [mark for mark in marks if mark not in own and mark in foreign]
    if decimal and decimal not in _decimal_marks(ours) and decimal == theirs.decimal_mark:
        wrong.append(decimal)
    if not wrong:
        return None
    mark = next(iter(ours.group_marks), ",").replace(" ", "\u00a0")
    whole = mark.join(groups)
    return f"{whole}{ours.decimal_mark}{last}" if decimal else whole


def _decimal_marks(profile: LanguageProfile) -> frozenset[str]:
    regional = profile.regional_decimal_marks if profile.has("regional_decimal_marks") else ()
    return frozenset((profile.decimal_mark, *regional))


def _group_marks(profile: LanguageProfile) -> frozenset[str]:
    marks = set(profile.group_marks)
    return frozenset(marks | ({"\u00a0"} if " " in marks else set()))
