from collections.abc import Iterator

from tqcheck.features.excerpt import excerpt
from tqcheck.ledgers.gaps import added
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS


@rule(severity="major", mqm="accuracy/addition", texts="articles", needs=(SEVERAL_BEADS,))
def sentence_added(pair: Pair, *, confidence: float = 0.45) -> Iterator[Finding]:
    """A sentence of the translation stands for nothing in the source.

    Engines make up sentences, and post-editors forget notes; the reader takes both for the
    author’s words. A sentence counts where the alignment is sure by `confidence` that nothing
    of the source is behind it and of what is on both sides, where no neighbour in the source is long enough to say it too,
    and where its figures and names stand in no neighbour. Names, credits and page furniture
    are left alone.

    Flagged:
        fr: Le barrage de Cahora a été mis en service en 1974.
        fr: Il alimente Tete, Sofala et plus de 900 villages.
        fr: La société Hidro a promis 40 millions d’euros de travaux.
        fr: Le chantier doit commencer le 12 mars à Tete.
        en: The Cahora dam went into service in 1974.
        en: It supplies Tete, Sofala and more than 900 villages.
        en: [[Engineers are nevertheless dreading another rainy season as heavy as the last one.]]
        en: The company Hidro has promised €40 million of works.
        en: The work is due to begin in Tete on March 12.

        en: The train to Lindau left at 8:15 a.m.
        en: In carriage 23 were 61 pupils from Ulm and Biberach.
        en: In Friedrichshafen, conductor Jonas Weidlich brought 60 blankets.
        en: The teacher Carla Brenner wants to lodge a complaint.
        de: Der Zug nach Lindau fuhr um 8.15 Uhr ab.
        de: Im Wagen 23 saßen 61 Schüler aus Ulm und Biberach.
        de: [[Niemand hatte ihnen gesagt, dass die Heizung schon seit dem Morgen ausgefallen war.]]
        de: In Friedrichshafen brachte der Schaffner Jonas Weidlich 60 Decken.
        de: Die Lehrerin Carla Brenner will Beschwerde einlegen.
    Accepted:
        en: The mayor spoke for 20 minutes, calm as ever, and then he signed.
        fr: Le maire a parlé 20 minutes. Il était calme. Puis il a signé.

        fr: Les travaux dureront 14 mois. La mairie paiera 3 millions d’euros.
        en: The works will take 14 months. The city will pay 3 million euros.
        en: Advertisement
    """
    for gap in added(pair, confidence):
        verb = "has" if gap.sentences == 1 else "have"
        text = excerpt(pair.target.text[gap.span.start : gap.span.end])
        yield Finding(f"“{text}” {verb} no counterpart in the source", target=gap.span)
