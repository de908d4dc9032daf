from collections.abc import Iterator

from tqcheck.features.excerpt import excerpt
from tqcheck.ledgers.parts import ALIGNED, extra_parts
from tqcheck.model import Finding, Pair, rule


@rule(severity="major", mqm="accuracy/addition", status="preview", needs=(ALIGNED,))
def part_added(pair: Pair) -> Iterator[Finding]:
    """A part of a sentence stands for nothing in the source.

    Engines complete what they know from other texts. A part counts where words that the alignment
    knows, numbers and names in it come from nothing in the sentence or beside it, and where the
    source is as short as a sentence without the part.

    Flagged:
        fr: Le barrage de Cahora a été mis en service en 1974 par Lisbonne.
        fr: La société Hidro a promis des travaux et une route.
        fr: Le chantier doit commencer le 12 mars à Tete avec 300 ouvriers.
        fr: Il durera quatorze mois, selon le ministre Nadir Ferhat.
        en: The Cahora dam was put into service in 1974 by Lisbon.
        en: The company Hidro has promised works, [[financed by Norfund bank of Oslo to the tune of 40 million]], and a road.
        en: The works are due to begin in Tete on March 12 with 300 workers.
        en: They will last fourteen months, according to minister Nadir Ferhat.

        de: Der Zug nach Lindau fuhr um 8.15 Uhr in Ulm ab.
        de: Die Schüler froren im Wagen.
        de: Die Lehrerin Carla Brenner will am 3. Mai Beschwerde einlegen.
        de: Die Bahn hat 250 Euro Entschädigung für die Klasse versprochen.
        en: The train to Lindau left Ulm at 8:15 a.m.
        en: The pupils were freezing in the carriage, [[which held 61 children at a temperature of 14 degrees]].
        en: The teacher Carla Brenner wants to lodge a complaint on May 3.
        en: The railway has promised the class 250 euros in compensation.
    Accepted:
        fr: La société Hidro a promis des travaux et une route.
        fr: Ils coûteront 40 millions. Le chantier doit commencer le 12 mars à Tete.
        en: The company Hidro has promised works, which will cost 40 million, and a road.
        en: The works are due to begin in Tete on March 12.
    """
    for span, _ in extra_parts(pair):
        text = excerpt(pair.target.text[span.start : span.end])
        yield Finding(f"“{text}” has no counterpart in the source of its sentence", target=span)
