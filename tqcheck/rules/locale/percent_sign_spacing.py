from collections.abc import Iterator

from tqcheck.features.spacing import spacings
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import in_target

#: How many times as often a text must write its per cents one way for the other to be a slip.
_HABIT = 2


@rule(
    severity="minor",
    mqm="locale-conventions/number-format",
    status="preview",
    needs=(in_target("%"),),
)
def percent_sign_spacing(pair: Pair) -> Iterator[Finding]:
    """A per cent sign stands right behind its figure in a text that sets the others off.

    French, German, Spanish or Russian want a space before “%”, though many houses write none: so
    only a text that mostly has the space is held to it, and what it lacks was left by the machine.

    Flagged:
        en: Inflation fell to 2% in May, from 3% in April. Growth was 1%, and debt 60%.
        fr: L’inflation est tombée à 2 % en mai, contre 3 % en avril. La croissance était de 1 %, la dette de 60[[%]].

        en: Turnout was 61%, after 58% in 2021 and 55% in 2017.
        de: Die Beteiligung lag bei 61 %, nach 58 % im Jahr 2021 und 55[[%]] im Jahr 2017.
    Accepted:
        en: Inflation fell to 2% in May, from 3% in April.
        fr: L’inflation est tombée à 2% en mai, contre 3% en avril.

        en: Turnout was 61%, after 58% in 2021.
        de: Die Beteiligung lag bei 61 %, nach 58 % im Jahr 2021.
    """
    if "%" not in pair.target.profile.space_before:
        return
    signs = [each for block in pair.target.blocks for each in spacings(block) if each.mark == "%"]
    apart = [each.gap for each in signs if each.gap]
    close = [each for each in signs if not each.gap]
    if not apart or len(apart) < _HABIT * len(close):
        return
    for each in close:
        yield Finding(
            "“%” is set off by a space elsewhere in this text",
            target=each.span,
            fix=Fix(each.span, f"{apart[0]}%", safe=True),
        )
