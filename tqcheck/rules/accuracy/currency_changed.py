from collections.abc import Iterator

from tqcheck.features.numbers import NUMBER_IN_SOURCE, NUMBER_IN_TARGET
from tqcheck.features.unit_signs import may_be_money
from tqcheck.ledgers.measures import measure_slips
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import target_token


@rule(
    severity="major",
    mqm="accuracy/mistranslation/unit-conversion",
    needs=(NUMBER_IN_SOURCE, NUMBER_IN_TARGET, target_token(may_be_money)),
)
def currency_changed(pair: Pair) -> Iterator[Finding]:
    """An amount keeps its number and changes its currency.

    4.5 billion euros are not 4.5 billion dollars. Signs, codes and words are one currency, and an
    amount that was converted has another number.

    Flagged:
        de: Das Hilfspaket umfasst 4,5 Milliarden Euro.
        en: The relief package is worth [[4.5 billion dollars]].

        es: El crudo cayó a 63,40 dólares.
        en: Crude fell to [[€63.40]].

        pt: O lucro foi de 23 milhões de euros e as receitas subiram para 214 milhões.
        en: Profit was €23 million, and revenue rose to [[$214 million]].
    Accepted:
        pt: O lucro foi de 23 milhões de euros e as receitas subiram para 214 milhões.
        en: Profit was €23 million, and revenue rose to €214 million.

        fr: Le fonds compte 20 millions de dollars américains.
        en: The fund holds US$20 million.

        ru: «Газпром нефть» выплатит 82,3 млрд рублей.
        en: Gazprom Neft will pay 82.3 billion Russian rubles (about one billion dollars).
    """
    for slip in measure_slips(pair):
        if slip.money:
            message = f"“{slip.source.label.text}” became “{slip.target.label.text}”"
            yield Finding(message, target=slip.target.span, source=slip.source.span)
