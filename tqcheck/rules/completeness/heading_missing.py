from collections.abc import Iterator

from tqcheck.features.excerpt import excerpt
from tqcheck.ledgers.gaps import Extent, missing
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS


@rule(severity="major", mqm="accuracy/omission", texts="articles", needs=(SEVERAL_BEADS,))
def heading_missing(pair: Pair, *, confidence: float = 0.45) -> Iterator[Finding]:
    """A heading of the source has no counterpart in the translation.

    Headings are set apart in the page, and what is set apart is lost first. A heading counts where
    the alignment is sure by `confidence` that nothing stands for it.

    Flagged:
        fr: Le maire de Quimper a présenté mardi son budget devant 42 élus.
        fr: [[Les commerçants craignent une longue fermeture de la rue]]
        fr: La mairie promet 2 500 euros par boutique, selon Nadia Ferhat.
        fr: Le conseil votera le projet le 12 février.
        en: The mayor of Quimper presented his budget to 42 councillors on Tuesday.
        en: The city promises €2,500 per shop, according to Nadia Ferhat.
        en: The council will vote on the project on February 12.

        de: Der Zug nach Lindau fuhr um 8.15 Uhr mit 61 Schülern ab.
        de: [[Niemand wusste von der ausgefallenen Heizung im hinteren Wagen]]
        de: In Friedrichshafen brachte der Schaffner Weidlich 60 Decken.
        de: Die Lehrerin Brenner will am 3. Mai Beschwerde einlegen.
        en: The train to Lindau left at 8:15 a.m. with 61 pupils.
        en: In Friedrichshafen, conductor Weidlich brought 60 blankets.
        en: The teacher Brenner wants to lodge a complaint on May 3.
    Accepted:
        fr: Le maire de Quimper a présenté son budget devant 42 élus.
        fr: Les commerçants craignent une longue fermeture de la rue
        fr: La mairie promet 2 500 euros par boutique.
        en: The mayor of Quimper presented his budget to 42 councillors.
        en: Shopkeepers fear a long closure of the street
        en: The city promises €2,500 per shop.
    """
    for gap in missing(pair, Extent.HEADING, confidence):
        text = excerpt(pair.source.text[gap.span.start : gap.span.end])
        yield Finding(
            f"The heading “{text}” is missing from the translation",
            target=gap.place,
            source=gap.span,
        )
