from collections.abc import Iterator

from tqcheck.features.words import word_texts
from tqcheck.ledgers.lengths import deviation, is_made_good
from tqcheck.model import Finding, Kind, Pair, rule


@rule(severity="major", mqm="accuracy/addition")
def translation_long(pair: Pair, *, least: float = 5) -> Iterator[Finding]:
    """A sentence is far longer than its source makes expect.

    Engines explain, loop and invent. Lengths in characters are compared with what the two
    languages make expect, and with the habit of this document, by the model of Gale and Church: a
    deviation of `least` or more is flagged, which one sentence in a thousand of human
    translations has. Fixed shares, as other tools have them (above 200, 300 or 350 per cent),
    flag short lines and miss long ones.

    Flagged:
        fr: Le conseil a voté mardi soir.
        en: [[On Tuesday night, after four hours of heated debate that the associations of parents, the clubs and several members of the majority followed from the gallery, the council voted.]]

        zh: 桥梁仍然关闭。
        en: [[The bridge remains closed until autumn because of the damage that was found on its pillars during the last inspection, the authority announced on Thursday.]]
    Accepted:
        fr: L’Otan a réagi.
        en: The North Atlantic Treaty Organization has reacted.

        zh: 市议会周二晚上经过四个小时的激烈辩论，投票决定关闭游泳池。
        en: The council voted on Tuesday night, after four hours of heated debate, to close the pool.

        ja: 県立中央病院建設委員会第三回会議開催決定、市議会議員全員出席予定、一般市民傍聴可能。
        en: The committee for the construction of the prefectural central hospital has decided to hold its third meeting; all the members of the municipal assembly are due to attend, and the general public may listen.
    """
    for bead in pair.complete_beads:
        if pair.keyed and bead.target.text.count("|") > bead.source.text.count("|"):
            continue  # plural forms side by side: a language has as many as it needs
        found = deviation(pair, bead)
        odd = found >= least and bead.target.kind is not Kind.TAG and word_texts(bead.target)
        if odd and not is_made_good(pair, bead):
            yield Finding(
                f"the translation has {len(bead.target.text)} characters for {len(bead.source.text)} of the source",
                target=bead.target.span,
                source=bead.source.span,
            )
