from collections.abc import Iterator
from fractions import Fraction

from tqcheck.ledgers.numbers import number_slips
from tqcheck.model import Finding, Pair, rule

_TIMES = {1: "ten", 2: "a hundred", 3: "a thousand", 6: "a million", 9: "a billion"}


@rule(severity="major", mqm="accuracy/mistranslation/number")
def number_changed(pair: Pair) -> Iterator[Finding]:
    """A number of the source has another value in the translation.

    Figures survive translation: where one changes, the sentence claims something else. Values
    are compared, so that grouping, decimal marks, number words, scales and the twelve-hour clock
    may differ; a number that moved to a neighbouring sentence, was converted to other units or
    rounded with a word that says so is kept.

    Flagged:
        fr: Le barrage mesure 185 mètres.
        en: The dam is [[158]] metres high.

        de: Der Umbau kostet 18 Milliarden Euro.
        en: The conversion costs [[18 million]] euros.

        es: Once personas murieron y treinta y cinco resultaron heridas.
        en: Eleven people died and [[thirty-six]] were injured.
    Accepted:
        fr: Le plan coûte 1,5 milliard d’euros sur vingt-cinq ans.
        en: The plan costs €1.5 billion over 25 years.

        zh: 会议于1月27日下午6点30分开始，投资57.4亿元。
        en: The meeting began at 6:30 p.m. on January 27, with an investment of 5.74 billion yuan.

        de: Nach rund 80 Kilometern war Schluss.
        en: After about 50 miles it was over.
    """
    for slip in number_slips(pair):
        if slip.target is None:
            continue
        message = f"“{slip.source.text}” became “{slip.target.text}”"
        if slip.source.value and slip.target.value:
            message += _slipped(Fraction(slip.target.value) / slip.source.value)
        yield Finding(message, target=slip.target.span, source=slip.source.span)


def _slipped(ratio: Fraction) -> str:
    """How far the value slipped, where it slipped by a power of ten."""
    for power, words in _TIMES.items():
        if ratio == 10**power:
            return f": {words} times more"
        if ratio * 10**power == 1:
            return f": {words} times less"
    return ""
