from collections.abc import Iterator

from tqcheck.features.numbers import NUMBER_IN_SOURCE, NUMBER_IN_TARGET
from tqcheck.features.unit_signs import may_be_measure
from tqcheck.ledgers.measures import measure_slips
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import target_token


@rule(
    severity="major",
    mqm="accuracy/mistranslation/unit-conversion",
    needs=(NUMBER_IN_SOURCE, NUMBER_IN_TARGET, target_token(may_be_measure)),
)
def unit_changed(pair: Pair) -> Iterator[Finding]:
    """An amount keeps its number and changes its unit.

    Twelve kilometres are not twelve miles, nor are three weeks three months. Signs and words are
    one unit, and an amount that was converted has another number.

    Flagged:
        es: El seísmo se produjo a 12 kilómetros de profundidad.
        en: The quake struck at a depth of [[12 miles]].

        de: Mit 6,82 Metern wurde sie Dritte.
        en: She came third with [[6.82 feet]].

        fr: La grève a duré trois semaines.
        en: The strike lasted [[three months]].

        en: Add 1 teaspoon of salt.
        de: [[1 EL]] Salz zugeben.

        fr: La note est à 440 hertz.
        en: The note is at [[440 kilohertz]].

        pt: Ela liderava até o km 20 da prova.
        en: She led until the [[20 mile]] mark of the race.
    Accepted:
        fr: La parcelle mesure 1 800 m².
        en: The plot measures 1,800 square metres.

        ru: До города 80 километров.
        en: The town is 50 miles away.

        ja: 気温は35度だった。
        en: The temperature was 35 degrees Celsius.
    """
    for slip in measure_slips(pair):
        if not slip.money:
            message = f"“{slip.source.label.text}” became “{slip.target.label.text}”"
            yield Finding(message, target=slip.target.span, source=slip.source.span)
