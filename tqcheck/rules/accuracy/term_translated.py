from collections.abc import Iterator

from tqcheck.ledgers.terms import translated_terms
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import GLOSSARY


@rule(severity="major", mqm="accuracy/do-not-translate", needs=(GLOSSARY,))
def term_translated(pair: Pair) -> Iterator[Finding]:
    """A term that your glossary keeps in every language was translated or lost.

    Names of products, papers and programmes are looked up as they are written. Capitals count; an
    ending behind the term does not, and a mention in the next sentence of the paragraph is enough.

    Flagged:
        glossary: fr,do-not-translate
        glossary: Le Monde,yes
        fr: L’article du [[Le Monde]] de mardi.
        en: The article in The World on Tuesday.

        glossary: en,de
        glossary: Street View,Street View
        en: [[Street View]] is on again.
        de: Die Straßenansicht ist wieder an.
    Accepted:
        glossary: fr,do-not-translate
        glossary: Le Monde,yes
        glossary: Libération,yes
        fr: Le Monde a publié l’article. La libération des otages est proche.
        en: Le Monde published the article. The release of the hostages is near.

        glossary: en,do-not-translate
        glossary: Street View,yes
        en: The Street View cars are on the road.
        de: Die Street-View-Autos und Street Views Bilder.
    """
    for place in translated_terms(pair):
        yield Finding(
            f"“{place.text}” has to stay as it is: your glossary says so", source=place.source
        )
