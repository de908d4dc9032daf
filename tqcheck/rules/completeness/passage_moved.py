from collections.abc import Iterator

from tqcheck.features.excerpt import excerpt
from tqcheck.ledgers.gaps import moved
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS


@rule(severity="minor", mqm="accuracy/other", texts="articles", needs=(SEVERAL_BEADS,))
def passage_moved(pair: Pair, *, confidence: float = 0.6) -> Iterator[Finding]:
    """A passage stands at another place of the translation than in the source.

    A caption or a box that was extracted elsewhere on the page interrupts the story there, and
    leaves the reader at its old place without it. Sentences count where the alignment is sure by
    `confidence` that both are one that moved.

    Flagged:
        fr: Le maire de Quimper a présenté mardi le budget de la ville devant 42 élus.
        fr: [[L’architecte Nadia Ferhat devant la maquette du théâtre Max-Jacob à Quimper.]]
        fr: Il prévoit 18 millions d’euros pour les écoles de Kerfeunteun.
        fr: Les commerçants craignent une longue fermeture de la rue Kéréon.
        fr: Le conseil votera le projet le 12 février.
        en: The mayor of Quimper presented the city’s budget to 42 councillors on Tuesday.
        en: It provides €18 million for schools in Kerfeunteun.
        en: Shopkeepers fear a long closure of rue Kéréon.
        en: The council will vote on the project on February 12.
        en: [[Architect Nadia Ferhat in front of the model of the Max-Jacob theatre in Quimper.]]

        de: [[Der Schaffner Jonas Weidlich in Friedrichshafen, fotografiert von Carla Brenner.]]
        de: Der Zug nach Lindau fuhr um 8.15 Uhr in Ulm ab.
        de: Im Wagen 23 saßen 61 Schüler aus Biberach.
        de: Die Bahn verteilte 60 Decken in Ravensburg.
        en: The train to Lindau left Ulm at 8:15 a.m.
        en: In carriage 23 were 61 pupils from Biberach.
        en: The railway handed out 60 blankets in Ravensburg.
        en: [[Conductor Jonas Weidlich in Friedrichshafen, photographed by Carla Brenner.]]
    Accepted:
        fr: Il prévoit 18 millions d’euros pour les écoles de Kerfeunteun.
        fr: Le conseil votera le projet le 12 février.
        en: It provides €18 million for schools in Kerfeunteun.
        en: The council will vote on the project on February 12.
    """
    for source, target in moved(pair, confidence):
        text = excerpt(pair.target.text[target.start : target.end])
        yield Finding(
            f"“{text}” stands at another place than in the source", target=target, source=source
        )
