from collections.abc import Iterator

from tqcheck.ledgers.terms import forbidden_terms
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import GLOSSARY


@rule(severity="major", mqm="terminology/inconsistent-with-terminology-resource", needs=(GLOSSARY,))
def term_forbidden(pair: Pair) -> Iterator[Finding]:
    """The translation has a term that your glossary forbids.

    A term may be forbidden for a term of the source, “Daesh” for « Daech », or altogether. Inflected
    forms count; what is a part of a longer term that the glossary wants does not.

    Flagged:
        glossary: fr,en,en:forbidden
        glossary: Daech,Islamic State group,Daesh|ISIL
        fr: [[Daech]] recule en Syrie.
        en: [[Daesh]] is retreating in Syria.

        glossary: de,en:forbidden
        glossary: ,handy
        de: Er ließ sein Mobiltelefon liegen.
        en: He left his [[handy]] behind.
    Accepted:
        glossary: fr,en,en:forbidden
        glossary: Daech,Islamic State group,Daesh|ISIL
        glossary: pile,battery,pile
        fr: Daech recule. Le tas de bois est grand.
        en: The Islamic State group is retreating. The pile of wood is large.

        glossary: de,en,en:forbidden
        glossary: Pfahlramme,pile driver,
        glossary: ,,pile
        de: Die Pfahlramme steht still.
        en: The pile driver stands still.
    """
    for place in forbidden_terms(pair):
        right = place.term.agreed.right[:1] if place.term else ()
        instead = f": “{place.term.text}” is “{right[0]}”" if place.term and right else ""
        yield Finding(
            f"your glossary forbids “{place.text}”{instead}",
            target=place.target,
            source=place.source,
            fix=Fix(place.target, right[0]) if right else None,
        )
