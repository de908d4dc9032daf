from collections.abc import Iterator

from tqcheck.features.numbers import NUMBER_STATED
from tqcheck.ledgers.numbers import About, number_slips
from tqcheck.model import Finding, Pair, rule


@rule(severity="major", mqm="accuracy/mistranslation/number", needs=(NUMBER_STATED,))
def percent_changed(pair: Pair) -> Iterator[Finding]:
    """A percentage of the source is another one in the translation.

    Shares carry the claim of an article. Signs, words and tenths (“%”, “pour cent”, “三成”) are
    read as values, and a percentage may turn into a fraction; what is rounded with a word that
    says so is kept.

    Flagged:
        de: Weniger als ein Prozent der Patienten sterbe.
        en: Fewer than [[10]]% of patients die.

        zh: 死亡人数比去年同期增加三成以上。
        en: The number of deaths is more than [[13]]% higher than a year ago.

        ja: この町では家の8割が木造だ。
        en: In this town [[8]] percent of the houses are wooden.
    Accepted:
        fr: Un tiers des élèves, soit 33 %, sont absents.
        en: A third of the pupils, or 33%, are absent.

        tr: Enflasyon yüzde 25 arttı.
        en: Inflation rose by 25 per cent.
    """
    for slip in number_slips(pair):
        if slip.target is not None and slip.about is About.PERCENT:
            message = f"“{slip.source.text}” per cent became “{slip.target.text}”"
            yield Finding(message, target=slip.target.span, source=slip.source.span)
