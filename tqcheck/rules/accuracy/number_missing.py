from collections.abc import Iterator

from tqcheck.features.numbers import NUMBER_STATED
from tqcheck.ledgers.numbers import number_slips
from tqcheck.model import Finding, Pair, rule


@rule(severity="major", mqm="accuracy/omission", needs=(NUMBER_STATED,))
def number_missing(pair: Pair) -> Iterator[Finding]:
    """A number of the source stands nowhere in the translation.

    With the number a fact is gone. Only numbers of two digits or more count, where the
    translation and its neighbours have no number, word or phrase that may say it.

    Flagged:
        ar: ويشارك فيها [[24]] مندوباً من الطرفين.
        en: Delegates from both sides are taking part.

        fr: Le plan prévoit [[110]] préretraites et des reclassements.
        en: The plan includes early retirements and redeployments.

        pt: Compra de carvão até 2030. Isenção de visto por [[30]] dias.
        en: Purchase of coal until 2030. Visa exemption for a few days.
    Accepted:
        zh: 该省又有一座装机容量100万千瓦的水电站投产。
        en: Another one-gigawatt hydropower plant has come on stream in the province.

        fr: Le plan prévoit 110 préretraites. Il coûte cher.
        en: The plan is expensive. It includes one hundred and ten early retirements.

        ko: 홈팀은 경기 막판 23-24까지 쫓아왔다.
        en: The home team closed to within a point late in the match.

        fr: La réunion dure 24 heures.
        en: The meeting lasts twenty-four hours.
    """
    for slip in number_slips(pair):
        if slip.target is None:
            message = f"“{slip.source.text}” is missing from the translation"
            yield Finding(message, source=slip.source.span)
