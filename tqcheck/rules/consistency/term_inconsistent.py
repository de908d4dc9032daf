from collections.abc import Iterator

from tqcheck.ledgers.recurring_terms import two_renderings
from tqcheck.model import Finding, Pair, rule


@rule(severity="minor", mqm="terminology/inconsistent", status="preview")
def term_inconsistent(pair: Pair) -> Iterator[Finding]:
    """A term that recurs in the source has two words in the translation.

    A lock that is a sluice in every other paragraph is two buildings to a reader. What renders what is
    read off the two texts alone: the term stands in four passages or more, one word of the
    translation in some of them and another in the rest, and neither word nor any other word of
    the source tells another story. Names, everyday words and words of one root are left alone.
    Reported once, at the first place of the rarer word.

    Flagged:
        fr: L’écluse ferme lundi.
        fr: Les ingénieurs de l’écluse protestent.
        fr: Un séisme a touché Zagora.
        fr: Des poissons longent l’écluse.
        fr: Il pleut souvent en novembre.
        fr: L’écluse rouvre demain.
        fr: La route reste bloquée.
        fr: Une école brûle.
        fr: Les mineurs reprennent.
        fr: La neige fond.
        fr: Le train arrive.
        en: The lock closes on Monday.
        en: Engineers of the lock protest.
        en: A quake hit Zagora.
        en: Fish swim along the [[sluice]].
        en: It often rains in November.
        en: The sluice reopens tomorrow.
        en: The road remains blocked.
        en: A school is burning.
        en: The miners resume.
        en: The snow melts.
        en: The train arrives.

        de: Der Stausee trocknet aus.
        de: Angler meiden den Stausee.
        de: Die Schule brennt.
        de: Am Stausee zelten Familien.
        de: Der Zug kommt.
        de: Enten mögen den Stausee.
        de: Es regnet oft.
        de: Schnee schmilzt.
        de: Die Straße bleibt gesperrt.
        de: Bergleute streiken.
        en: The reservoir dries up.
        en: Anglers avoid the [[pond]].
        en: The school is burning.
        en: Families camp at the reservoir.
        en: The train arrives.
        en: Ducks like the pond.
        en: It often rains.
        en: Snow melts.
        en: The road remains blocked.
        en: Miners strike.
    Accepted:
        fr: L’écluse ferme lundi.
        fr: Les ingénieurs de l’écluse protestent.
        fr: La mairie visite l’écluse.
        fr: L’écluse rouvre demain.
        en: The lock closes on Monday.
        en: Engineers of the lock protest.
        en: The town hall visits the lock.
        en: It reopens tomorrow.

        de: Der Stausee trocknet aus.
        de: Angler meiden den Stausee.
        de: Am Stausee zelten Familien.
        de: Enten mögen den Stausee.
        en: The reservoir dries up.
        en: Anglers avoid it.
        en: Families camp at the reservoir.
        en: Ducks like reservoirs.
    """
    for found in two_renderings(pair):
        term, usual, other = (each[0].text for each in (found.sources, found.usual, found.other))
        yield Finding(
            f"“{term}” is “{usual}” in {len(found.usual)} places and “{other}” in"
            f" {len(found.other)}",
            target=found.other[0].span,
        )
