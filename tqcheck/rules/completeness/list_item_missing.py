from collections.abc import Iterator

from tqcheck.features.excerpt import excerpt
from tqcheck.ledgers.gaps import Extent, missing
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS


@rule(severity="major", mqm="accuracy/omission", texts="articles", needs=(SEVERAL_BEADS,))
def list_item_missing(pair: Pair, *, confidence: float = 0.45) -> Iterator[Finding]:
    """An item of a list has no counterpart in the translation.

    A list that lost an item still looks like a list. An item counts where the alignment is sure by
    `confidence` that nothing stands for it.

    Flagged:
        fr: Le conseil de Quimper a retenu trois mesures mardi 4 mars :
        fr: - une aide de 2 500 euros par boutique de la rue Kéréon
        fr: - [[des places gratuites pour les familles qui viennent au marché]]
        fr: - la réouverture du théâtre Max-Jacob le 12 avril
        fr: Le préfet Alain Le Goff doit encore donner son accord.
        en: The Quimper council chose three measures on Tuesday, March 4:
        en: - aid of €2,500 per shop in rue Kéréon
        en: - the reopening of the Max-Jacob theatre on April 12
        en: Prefect Alain Le Goff has yet to give his approval.

        de: Die Stadt Lindau plant für 2026 drei Vorhaben:
        de: - 60 neue Bäume am Bahnhof Reutin
        de: - [[ein ruhiges Wartezimmer für ältere Fahrgäste und Familien]]
        de: - eine Halle für 400 Fahrräder an der Seebrücke
        de: Der Rat stimmt am 3. Mai ab, sagte Bürgermeisterin Carla Brenner.
        en: The city of Lindau plans three projects for 2026:
        en: - 60 new trees at Reutin station
        en: - a hall for 400 bicycles at the Seebrücke
        en: The council will vote on May 3, said Mayor Carla Brenner.
    Accepted:
        fr: Le conseil a retenu deux mesures :
        fr: - une aide de 2 500 euros par boutique
        fr: - la réouverture du théâtre le 12 avril
        en: The council chose two measures, aid of €2,500 per shop and the reopening of the theatre on April 12.
    """
    for gap in missing(pair, Extent.ITEM, confidence):
        text = excerpt(pair.source.text[gap.span.start : gap.span.end])
        yield Finding(
            f"The list item “{text}” is missing from the translation",
            target=gap.place,
            source=gap.span,
        )
