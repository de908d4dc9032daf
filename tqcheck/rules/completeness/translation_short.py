from collections.abc import Iterator

from tqcheck.features.words import word_texts
from tqcheck.ledgers.lengths import deviation, is_made_good
from tqcheck.model import Finding, Kind, Pair, rule


@rule(severity="major", mqm="accuracy/omission")
def translation_short(pair: Pair, *, least: float = 5) -> Iterator[Finding]:
    """A sentence is far shorter than its source makes expect.

    Engines stop in the middle, and summarise what they should translate. Lengths in characters
    are compared with what the two languages make expect, and with the habit of this document, by
    the model of Gale and Church: a deviation of `least` or more is flagged, which one sentence in
    a thousand of human translations has. Fixed shares, as other tools have them (below 10, 30, 40
    or 45 per cent of the source’s characters), flag short lines and miss long ones.

    Flagged:
        fr: Le conseil municipal a voté mardi soir, après quatre heures de débats houleux, la fermeture de la piscine, que les associations de parents, les clubs et plusieurs élus de la majorité voulaient garder ouverte au moins jusqu’à l’été.
        en: [[On Tuesday night the council voted.]]

        de: Die Behörde teilte am Donnerstag mit, dass die Brücke 17 wegen der Schäden, die bei der letzten Prüfung an den Pfeilern gefunden wurden, voraussichtlich noch bis zum Herbst 2026 für Lastwagen gesperrt bleiben muss.
        en: [[Bridge 17 stays closed until 2026.]]
    Accepted:
        fr: Que s’est-il passé, selon le rapport d’enquête publié hier ?
        en: What happened?

        zh: 英国广播公司（BBC）的克里斯·莱斯利（Chris Leslie）和霍莉·威洛比（Holly Willoughby）现已离开球场（Tony Macaroni Arena）
        en: Leslie and Willoughby have left the arena, the BBC says.

        zh: 市议会周二晚上经过四个小时的激烈辩论，投票决定关闭游泳池。
        en: The council voted on Tuesday night, after four hours of heated debate, to close the pool.
    """
    for bead in pair.complete_beads:
        found = deviation(pair, bead)
        odd = found <= -least and bead.target.kind is not Kind.TAG and word_texts(bead.target)
        if odd and not is_made_good(pair, bead):
            yield Finding(
                f"the translation has {len(bead.target.text)} characters for {len(bead.source.text)} of the source",
                target=bead.target.span,
                source=bead.source.span,
            )
