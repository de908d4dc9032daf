from collections.abc import Iterator

from tqcheck.features.gaps import may_lack_a_word
from tqcheck.ledgers.name_gaps import name_gaps
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import pair_that


def _may_lack_a_word(pair: Pair) -> bool:
    return may_lack_a_word(pair.beads[0].target)


@rule(severity="major", mqm="accuracy/omission", needs=(pair_that(_may_lack_a_word),))
def word_missing(pair: Pair) -> Iterator[Finding]:
    """A word or a name is missing, and its place in the sentence is empty.

    “Light rain will fall in, and in the region”: the engine dropped a name that it did not know,
    and the small word before it was left. Reported are gaps that the grammar shows by themselves,
    and those that a clause may have, too, where as far on in the source stands a name of which
    nothing is left.

    Flagged:
        fr: Vasco de Gama est mort à Cochin, en Inde.
        en: Vasco da Gama died at Cochin, [[in]].

        ru: Небольшие дожди пройдут в Москве и в области.
        en: Light rain will fall [[in]], and in the region.

        es: La cueva refleja las ideas de Basquiat.
        en: The cave reflects [['s]] ideas.

        it: Secondo Tiziano Bernasconi il ponte è sicuro.
        en: [[According to]], the bridge is safe.

        pl: Dyrektor Wojtkowski podziękował strażakom.
        en: [[Director thanked]] the firemen.

        ja: 展望として、許正宇は経済について楽観的だと述べた。
        en: [[Looking ahead, was]] optimistic about the economy.

        de: Die Stadt Mailand hat eine Kirche.
        en: The [[town of has]] a church.

        de: Vor dem Flug nach Torrecampo am Montag wurden alle getestet.
        en: Before the flight [[to on]] Monday everybody was tested.

        cs: Po dohodě ze smlouvy odstoupilo Španělsko.
        en: After the deal [[the withdrew]] from the treaty.

        nl: Volgens de gemeente is dat een wet die niemand kent.
        en: According to the council, that is law [[a that]] nobody knows.

        hi: गज़प्रोम के प्रमुख ने कहा कि निर्माण शुरू हो गया है।
        en: The [[head of said]] the construction had begun.

        ja: 高橋は昨季、１０試合に出場した。
        en: [[Appeared]] on the bench in ten games last season.

        zh: 上周，博纳夫告诉记者大桥已关闭。
        en: [[Last week, told]] reporters that the bridge was closed.

        de: Der Ort liegt nördlich von Torrecampo, und der Weg ist lang.
        en: The place is north [[of]], and the way is long.
    Accepted:
        es: Era un hombre llamado Torrecampo, del que nadie se ocupaba.
        en: He was a man called Torrecampo, and nobody took care of him.

        fr: Le pays dont il vient est loin d’ici.
        en: The country he comes from, and the sea he speaks of, are far away.

        fr: La volonté du peuple est que la vitamine A soit gratuite.
        en: The will of the people is that vitamin A is free.

        es: Las ideas en las que creen son nuevas. ¿Se ha ido?
        en: The ideas they believe in are new. Has he gone?

        de: Die Miete stieg im Januar von höchstens neun auf mindestens zwölf Prozent.
        en: In January the rent rose from at most nine to at least twelve per cent.

        uk: Міст, що з’єднує два береги, стоїть на місці, про яке мріяв Остапенко.
        en: The bridge joining two banks stands in the place that Ostapenko dreamed of, at last.

        de: Er wohnt in Wien, wo er geboren ist.
        en: He lives in Vienna, the city he was born in.
    """
    for gap, lost in name_gaps(pair):
        if lost:
            yield Finding(
                f"something is missing at “{gap.text}”: “{lost.text}” of the source?",
                target=gap.span,
                source=lost.span,
            )
        else:
            yield Finding(f"a word is missing at “{gap.text}”", target=gap.span)
