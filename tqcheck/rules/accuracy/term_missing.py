from collections.abc import Iterator

from tqcheck.ledgers.terms import missing_terms
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import GLOSSARY


@rule(severity="major", mqm="terminology/inconsistent-with-terminology-resource", needs=(GLOSSARY,))
def term_missing(pair: Pair) -> Iterator[Finding]:
    """A term of the source is not rendered as your glossary says.

    Readers of a house know its terms by one name. The glossary is given with `--glossary` or in
    the configuration. Inflected forms count on both sides, compounds and another order of the words
    on the target's, and so does a rendering in the next sentence of the paragraph; where a
    sentence has a term twice, one rendering is enough.

    Flagged:
        glossary: fr,en
        glossary: réacteur à eau pressurisée,pressurised water reactor|PWR
        glossary: tranche,unit
        fr: Les [[réacteurs à eau pressurisée]] sont à l’arrêt.
        en: The pressure reactors are shut down.

        glossary: de;en
        glossary: Lieferkettengesetz;Supply Chain Act
        de: Der Bundestag hat des [[Lieferkettengesetzes]] wegen getagt.
        en: The Bundestag met because of the law on deliveries.

        glossary: zh,en
        glossary: 一带一路,Belt and Road
        zh: 中国推动[[一带一路]]建设。
        en: China is promoting the construction of one belt one road.
    Accepted:
        glossary: fr,en
        glossary: réacteur à eau pressurisée,pressurised water reactor|PWR
        glossary: réacteur,reactor
        fr: Les réacteurs à eau pressurisée sont à l’arrêt. Un réacteur redémarre.
        en: Both PWRs are shut down. One of the reactors is starting up again.

        glossary: en,de
        glossary: climate agreement,Klimaabkommen
        en: They signed the climate agreement.
        de: Sie unterzeichneten des Klimaabkommens Anhang.
    """
    for place in missing_terms(pair):
        wanted = " or ".join(f"“{each}”" for each in place.agreed.right[:3])
        yield Finding(
            f"“{place.text}” has to be {wanted}: your glossary says so", source=place.source
        )
