from collections.abc import Iterator

from tqcheck.features.excerpt import excerpt
from tqcheck.ledgers.gaps import Extent, missing
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS


@rule(severity="critical", mqm="accuracy/omission", needs=(SEVERAL_BEADS,))
def translation_truncated(pair: Pair, *, confidence: float = 0.45) -> Iterator[Finding]:
    """The translation breaks off before the source does.

    Engines stop at a limit of length, and the last paragraphs are never written. The end counts as
    cut off where the last sentences of the source, at least three and a tenth of the text, stand
    nowhere in the translation and the alignment is sure of it by `confidence`.

    Flagged:
        fr: Le barrage de Cahora a été mis en service en 1974.
        fr: Il alimente Tete, Sofala et plus de 900 villages.
        fr: La société Hidro a promis 40 millions d’euros de travaux.
        fr: [[Les ingénieurs redoutent pourtant une saison des pluies aussi forte que la dernière. Les habitants de la vallée demandent depuis des années une digue plus haute. Personne ne sait encore qui la paiera, ni quand elle sera construite.]]
        en: The Cahora dam went into service in 1974.
        en: It supplies Tete, Sofala and more than 900 villages.
        en: The company Hidro has promised €40 million of works.

        de: Der Zug nach Lindau fuhr um 8.15 Uhr ab.
        de: Im Wagen 23 saßen 61 Schüler aus Ulm und Biberach.
        de: In Friedrichshafen brachte der Schaffner Jonas Weidlich 60 Decken.
        de: [[Niemand hatte ihnen gesagt, dass die Heizung seit dem Morgen ausgefallen war. Die meisten trugen nur dünne Jacken und froren bald sehr. Ihre Lehrerin will sich bei der Bahn beschweren und Geld zurückfordern.]]
        en: The train to Lindau left at 8:15 a.m.
        en: In carriage 23 were 61 pupils from Ulm and Biberach.
        en: In Friedrichshafen, conductor Jonas Weidlich brought 60 blankets.
    Accepted:
        fr: Le barrage de Cahora a été mis en service en 1974.
        fr: Il alimente Tete, Sofala et plus de 900 villages.
        fr: La société Hidro a promis 40 millions d’euros de travaux.
        fr: Lire la suite
        fr: Publicité
        fr: Partager
        en: The Cahora dam went into service in 1974.
        en: It supplies Tete, Sofala and more than 900 villages.
        en: The company Hidro has promised €40 million of works.
    """
    for gap in missing(pair, Extent.REST, confidence):
        text = excerpt(pair.source.text[gap.span.start : gap.span.end])
        yield Finding(
            f"The translation ends here; the source goes on: “{text}”",
            target=gap.place,
            source=gap.span,
        )
