from collections.abc import Iterator

from tqcheck.ledgers.acronym_variants import variants
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS


@rule(severity="minor", mqm="terminology/inconsistent", needs=(SEVERAL_BEADS,))
def acronym_inconsistent(pair: Pair) -> Iterator[Finding]:
    """One acronym of the source has two right forms in the translation.

    “IS” in one paragraph and “ISIL” in the next are two groups to a reader. Reported are the
    places with the rarer form. “US” beside “USA” is one form: adjective and noun.

    Flagged:
        fr: L’EI recule.
        fr: L’EI attaque.
        fr: L’EI menace.
        en: IS is retreating.
        en: IS is attacking.
        en: [[ISIL]] is threatening.

        es: El TJUE falla a favor.
        es: El TJUE publica la sentencia.
        en: The CJEU rules in favour.
        en: The [[ECJ]] publishes the judgment.
    Accepted:
        fr: L’EI recule.
        fr: L’EI attaque.
        en: IS is retreating.
        en: The Islamic State group is attacking.

        de: Die USA wachsen.
        de: Die USA schrumpfen.
        en: The USA is growing.
        en: The US is shrinking.
    """
    for found in variants(pair):
        yield Finding(
            f"“{found.target.text}” is “{found.usual}” elsewhere in the translation",
            target=found.target.span,
            source=found.source.span,
            fix=Fix(found.target.span, found.usual),
        )
