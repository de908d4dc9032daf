from collections.abc import Iterator

from tqcheck.features.numbers import NUMBER_IN_TARGET
from tqcheck.features.unit_signs import may_be_size
from tqcheck.ledgers.measures import wrong_conversions
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import target_token


@rule(
    severity="major",
    mqm="accuracy/mistranslation/unit-conversion",
    needs=(NUMBER_IN_TARGET, target_token(may_be_size)),
)
def conversion_wrong(pair: Pair) -> Iterator[Finding]:
    """An amount was converted to another unit, and the two are not equal.

    A reader who knows only one of the units is misled. Rounded conversions are right, and what
    the source gives in both units is the source's.

    Flagged:
        fr: Le village est à 12 kilomètres.
        en: The village is 12 kilometres ([[75 miles]]) away.

        de: Die Brücke ist 300 Meter lang.
        en: The bridge is [[2,000 feet]] long.
    Accepted:
        fr: Le village est à 12 kilomètres.
        en: The village is 12 kilometres (7.5 miles) away.

        es: La temperatura llegó a 40 grados.
        en: The temperature reached 40 degrees Celsius (104 degrees Fahrenheit).
    """
    for found in wrong_conversions(pair):
        message = f"“{found.given.number.text}” of “{found.given.label.text}” is not this"
        source = found.given.span if found.in_source else None
        yield Finding(message, target=found.converted.span, source=source)
