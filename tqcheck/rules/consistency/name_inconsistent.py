from collections.abc import Iterator

from tqcheck.features.romanisation import may_be_respelt
from tqcheck.ledgers.names import inconsistent_names
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import lost_name


@rule(severity="minor", mqm="terminology/inconsistent", needs=(lost_name(may_be_respelt),))
def name_inconsistent(pair: Pair) -> Iterator[Finding]:
    """A name is respelt in one place and left as in the source in another.

    Who is Shukeir in the first paragraph and Choukeir in the third is two persons to a reader, and
    half of them to a search. Reported is the place that keeps the source's spelling; which one is
    right the translation itself has shown.

    Flagged:
        fr: Le ministre Bachar Choukeir a signé l’accord.
        fr: Selon Choukeir, les travaux commenceront lundi.
        en: Minister Bashar Shukeir signed the agreement.
        en: According to [[Choukeir]], work will begin on Monday.

        de: Der Trainer Kowaltschuk sprach zuerst mit den Spielern.
        de: Kowaltschuk lobte später die Mannschaft.
        en: Coach Kovalchuk first spoke to the players.
        en: [[Kowaltschuk]] later praised the team.
    Accepted:
        fr: Le ministre Bachar Choukeir a signé l’accord.
        fr: Selon Choukeir, les travaux commenceront lundi.
        en: Minister Bashar Shukeir signed the agreement.
        en: According to Shukeir, work will begin on Monday.

        de: Der Trainer Wolfgang Schulz sprach zuerst.
        de: Schulz lobte später die Mannschaft.
        en: Coach Wolfgang Schulz spoke first.
        en: Schulz later praised the team.
    """
    for found in inconsistent_names(pair):
        yield Finding(
            f"“{found.target.text}” is “{found.form}” elsewhere in the translation",
            target=found.target.span,
            source=found.source.span,
            fix=Fix(found.target.span, found.form),
        )
