from collections.abc import Iterator

from tqcheck.features.credits import may_be_an_agency
from tqcheck.ledgers.credits import changed_credits
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import source_word, target_word


@rule(
    severity="minor",
    mqm="accuracy/do-not-translate",
    needs=(source_word(may_be_an_agency), target_word(may_be_an_agency)),
)
def credit_changed(pair: Pair) -> Iterator[Finding]:
    """A credit names another agency or another person than the source's.

    Whoever took a picture has a right to be named, and agencies count. Capitals may change, and so
    may the order; a name may be respelt as the target language writes it.

    Flagged:
        fr: Le port de Douala lundi. Photo Hadi Mizban / [[AFP]]
        en: The port of Douala on Monday. Photo: Hadi Mizban / [[AP]]

        de: Das Baufeld bei Spremberg. Foto: [[Katrin Sobotta]]/dpa
        en: The construction site near Spremberg. Photo: [[Karin Subota]]/dpa

        ru: ТАШКЕНТ, 3 марта /[[ТАСС]]/. Переговоры начались утром.
        en: TASHKENT, March 3 ([[Reuters]]) – The talks began in the morning.
    Accepted:
        fr: L’Autorité palestinienne (AP) – un an après
        en: The Palestinian Authority (PA) – one year on

        zh: 德黑兰（法新社）——谈判周一开始。
        en: TEHRAN (AFP) — The talks began on Monday.

        fr: AFP - HADI MIZBAN
        en: AFP - Hadi Mizban

        fr: Un habitant près de Kassala. (Photo Idriss Hamed / Reuters)
        en: A resident near Kassala. (Photo: Idris Hamed / REUTERS)

        es: Un agente muestra los relojes. EFE/Lucía Terrón
        en: An officer shows the watches. Lucía Terrón/EFE
    """
    for found in changed_credits(pair):
        yield Finding(
            f"the credit names “{found.text}”, not “{found.other}”",
            target=found.target,
            source=found.source,
            fix=Fix(found.target, found.text),
        )
