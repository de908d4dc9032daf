from collections.abc import Iterator

from tqcheck.features.agreement import disagreements, may_disagree
from tqcheck.features.subjects import may_quarrel, quarrels
from tqcheck.model import Bead, Finding, Pair, rule
from tqcheck.model.needs import pair_that


def _may_have_one(pair: Pair) -> bool:
    target = pair.beads[0].target
    return may_disagree(target) or may_quarrel(target)


@rule(
    severity="minor",
    mqm="linguistic-conventions/grammar/agreement",
    needs=(pair_that(_may_have_one),),
)
def agreement_broken(bead: Bead) -> Iterator[Finding]:
    """An article, a number or a subject is not of the number or gender of its noun or verb.

    Only words that can be nothing else are told, and subjects only where a clause begins. Nouns
    that name a group, quantities, wishes (“if it were”), names, and what the source says in the
    same words are left alone.

    Flagged:
        fr: Les recherches se poursuivaient mardi dans la forêt.
        en: [[The search were]] continuing in the forest on Tuesday.

        fr: Les procureurs ont requis quatre ans.
        en: [[Prosecutors has]] asked for four years.

        nl: De stad kocht twee elektrische bussen.
        en: The city bought [[two electric bus]].

        de: Er bekam zwei Jahre auf Bewährung.
        en: He received [[a two-years]] suspended sentence.

        en: The school is getting a new roof.
        fr: L’école reçoit [[une nouveau]] toit.

        en: The projects have been approved.
        fr: [[Les projets a]] été approuvés.

        en: That is not the biggest problem.
        es: Ese no es [[la problema]] más grave.

        en: She took her two dogs along.
        it: Ha portato con sé [[i suoi due cane]].

        en: They live in a town by the sea.
        de: Sie wohnen in [[einem Stadt]] am Meer.

        en: Prices rose tenfold.
        ru: Цены выросли в [[десять раза]].
    Accepted:
        fr: La police le cherche, et un grand nombre de personnes sont mortes.
        en: The police are looking for him, and a number of people have died.

        de: Wäre die Suche erfolglos, würden sie aufhören.
        en: If the search were to fail, they would stop.

        fr: Rangers a été fondé à Glasgow, et Windows a planté.
        en: Rangers was founded in Glasgow, and Windows has crashed.

        uk: Вудс виграв турнір.
        en: Woods has won the tournament.

        nl: Twee weken is een lange tijd voor twee bushaltes.
        en: Two weeks is a long time for two bus stops.

        en: The two rounds, the first and the second, take place on 11 October.
        fr: Les premier et second tours ont lieu le onze octobre.

        en: The problem is the prices, and many have died this month.
        es: El problema son los precios, y este mes han muerto muchos.

        en: The child who knows town and country met President Meier.
        de: Das Kind, das Stadt und Land kennt, traf die Frau, die Präsident Meier liebt.

        en: Five people waited for two years.
        ru: Пять человек ждали два года.
    """
    text = bead.target.document.text
    for span in (*disagreements(bead.target), *quarrels(bead.target, bead.source)):
        words = text[span.start : span.end]
        if words not in bead.source.text:
            yield Finding(f"“{words}” does not agree in number or gender", target=span)
