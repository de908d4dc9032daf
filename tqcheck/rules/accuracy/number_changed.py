from collections.abc import Iterator

from tqcheck.features.numbers import NUMBER_STATED, Number, NumberKind
from tqcheck.features.numbers.written import restated
from tqcheck.ledgers.numbers import About, number_slips
from tqcheck.model import Finding, Fix, LanguageProfile, Pair, rule


@rule(severity="major", mqm="accuracy/mistranslation/number", needs=(NUMBER_STATED,))
def number_changed(pair: Pair) -> Iterator[Finding]:
    """A number of the source has another value in the translation.

    Figures survive translation: where one changes, the sentence claims something else. Values
    are compared, so that grouping, decimal marks, number words, scales and the twelve-hour clock
    may differ; a number that moved to a neighbouring sentence, was converted to other units or
    rounded with a word that says so is kept.

    Flagged:
        fr: Le barrage mesure 185 mètres.
        en: The dam is [[158]] metres high.

        es: Once personas murieron y treinta y cinco resultaron heridas.
        en: Eleven people died and [[thirty-six]] were injured.

        zh: 地震已造成至少43人死亡、612人受伤。
        en: The earthquake left at least 43 people dead and [[621]] injured.

        uk: Ціни на хліб зросли втричі.
        en: Bread prices have [[doubled]].

        ja: 展示は48時間公開される。
        en: The exhibits will be on show for [[36]] hours.
    Accepted:
        en: The repairs took 18 months.
        ja: 修理には1年半かかった。

        fr: Le plan coûte 1,5 milliard d’euros sur vingt-cinq ans.
        en: The plan costs €1.5 billion over 25 years.

        zh: 会议于1月27日下午6点30分开始，投资57.4亿元。
        en: The meeting began at 6:30 p.m. on January 27, with an investment of 5.74 billion yuan.

        de: Nach rund 80 Kilometern war Schluss.
        en: After about 50 miles it was over.

        ru: Матч продолжался 1 час 18 минут.
        en: The match took 78 minutes.

        ja: 雪は1メートル96センチ積もった。
        en: The snow lay 196 cm deep.

        uk: Вона померла на 88-му році життя.
        en: She died at the age of 87.

        nl: Elk zou een tiende van de kosten dragen.
        en: Each was to meet a tenth of the cost.

        es: Los contagios son casi el triple que hace un año.
        en: There are almost three times as many cases as a year ago.
    """
    for slip in number_slips(pair):
        if slip.target is not None and slip.about is About.AMOUNT:
            message = f"“{slip.source.text}” became “{slip.target.text}”"
            cure = _cure(slip.source, slip.target, pair.target.profile)
            yield Finding(message, target=slip.target.span, source=slip.source.span, fix=cure)


def _cure(source: Number, target: Number, profile: LanguageProfile) -> Fix | None:
    value = source.value if source.kind is NumberKind.CARDINAL else None
    written = None if value is None else restated(target, value, profile)
    return Fix(target.span, written) if written else None
