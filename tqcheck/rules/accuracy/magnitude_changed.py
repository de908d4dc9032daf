from collections.abc import Iterator
from fractions import Fraction

from tqcheck.features.numbers import NUMBER_STATED
from tqcheck.features.numbers.written import restated
from tqcheck.ledgers.numbers import About, number_slips
from tqcheck.model import Finding, Fix, Pair, rule

_TIMES = {1: "ten", 2: "a hundred", 3: "a thousand", 6: "a million", 9: "a billion"}


@rule(severity="critical", mqm="accuracy/mistranslation/number", needs=(NUMBER_STATED,))
def magnitude_changed(pair: Pair) -> Iterator[Finding]:
    """A number of the source is ten, a thousand or a million times as great in the translation.

    The figures look right, so nobody notices: a Milliarde became a million, 万 a thousand, or a
    decimal mark was lost. Languages name the powers of ten differently, and each writes its marks
    in its own way; the values are compared.

    Flagged:
        de: Der Umbau kostet 18 Milliarden Euro.
        en: The conversion costs [[18 million]] euros.

        es: El fondo tiene 1.350 millones de dólares.
        en: The fund holds $[[1.35 million]].

        zh: 投资57.4亿元。
        en: The investment was [[57.4 billion]] yuan.

        ar: لم تتجاوز الحرارة 38.5 درجة مئوية.
        en: The temperature did not exceed [[385]] degrees Celsius.

        en: The book sold 85,000 copies.
        es: Se vendieron [[85]] ejemplares del libro.
    Accepted:
        es: La deuda es de 2 billones de euros.
        en: The debt stands at 2 trillion euros.

        zh: 约1.9万人撤离。
        en: About 19,000 people were evacuated.

        ru: Помощь нужна половине 50-миллионного населения.
        en: Half of the 50 million inhabitants need help.
    """
    for slip in number_slips(pair):
        if slip.target is None or slip.about is not About.MAGNITUDE:
            continue
        if not (slip.source.value and slip.target.value):
            continue
        ratio = Fraction(slip.target.value) / slip.source.value
        message = f"“{slip.source.text}” became “{slip.target.text}”: {_slipped(ratio)}"
        written = restated(slip.target, slip.source.value, pair.target.profile)
        cure = Fix(slip.target.span, written) if written else None
        yield Finding(message, target=slip.target.span, source=slip.source.span, fix=cure)


def _slipped(ratio: Fraction) -> str:
    """How far the value slipped: “a thousand times less”."""
    power = len(str(max(ratio, 1 / ratio).numerator)) - 1
    times = _TIMES.get(power, f"10^{power}")
    return f"{times} times {'more' if ratio > 1 else 'less'}"
