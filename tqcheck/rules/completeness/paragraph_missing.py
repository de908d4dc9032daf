from collections.abc import Iterator

from tqcheck.features.excerpt import excerpt
from tqcheck.ledgers.gaps import Extent, missing
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS


@rule(severity="major", mqm="accuracy/omission", texts="articles", needs=(SEVERAL_BEADS,))
def paragraph_missing(pair: Pair, *, confidence: float = 0.45) -> Iterator[Finding]:
    """A whole paragraph of the source has no counterpart in the translation.

    Extraction and engines lose paragraphs at page breaks, boxes and time-outs, and nothing in the
    text that remains tells. A paragraph counts where the alignment is sure by `confidence` that
    none of its sentences, of which there are several, stands anywhere in the translation.

    Flagged:
        fr: Le barrage de Cahora a été mis en service en 1974. Il alimente Tete et 900 villages.
        fr: [[Les ingénieurs redoutent pourtant une saison des pluies aussi forte que la dernière. Ils demandent depuis des mois une nouvelle digue en aval.]]
        fr: La société Hidro a promis 40 millions d’euros. Le chantier doit commencer le 12 mars.
        en: The Cahora dam went into service in 1974. It supplies Tete and 900 villages.
        en: The company Hidro has promised €40 million. The work is due to begin on March 12.

        de: Der Zug nach Lindau fuhr um 8.15 Uhr ab. Im Wagen 23 saßen 61 Schüler aus Ulm.
        de: [[Niemand hatte ihnen gesagt, dass die Heizung ausgefallen war. Die meisten trugen nur dünne Jacken und froren bald.]]
        de: In Friedrichshafen brachte der Schaffner Weidlich 60 Decken. Die Lehrerin Brenner dankte.
        en: The train to Lindau left at 8:15 a.m. In carriage 23 were 61 pupils from Ulm.
        en: In Friedrichshafen, conductor Weidlich brought 60 blankets. The teacher Brenner thanked him.
    Accepted:
        fr: Le barrage de Cahora alimente Tete. Il date de 1974.
        fr: La société Hidro a promis 40 millions d’euros. Le chantier commencera le 12 mars.
        en: The Cahora dam supplies Tete. It dates from 1974. The company Hidro has promised €40 million. The work will begin on March 12.
    """
    for gap in missing(pair, Extent.PARAGRAPH, confidence):
        text = excerpt(pair.source.text[gap.span.start : gap.span.end])
        yield Finding(
            f"The paragraph “{text}” is missing from the translation",
            target=gap.place,
            source=gap.span,
        )
