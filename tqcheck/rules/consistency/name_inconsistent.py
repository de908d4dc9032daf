from collections.abc import Iterator

from tqcheck.features.romanisation import may_be_respelt
from tqcheck.ledgers.later_mentions import later_mentions
from tqcheck.ledgers.names import inconsistent_names
from tqcheck.ledgers.two_forms import two_forms
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS, lost_name


@rule(
    severity="minor",
    mqm="terminology/inconsistent",
    needs=(lost_name(may_be_respelt) + SEVERAL_BEADS,),
)
def name_inconsistent(pair: Pair) -> Iterator[Finding]:
    """A name stands in two spellings, though the source has one.

    Who is Shukeir in the first paragraph and Choukeir in the third is two persons to a reader, and
    half of them to a search. Reported is the place that keeps the source's spelling, else the
    rarer or later one; other persons with a name that sounds alike are told by what stands beside
    it.

    Flagged:
        fr: Le ministre Bachar Choukeir a signé l’accord.
        fr: Selon Choukeir, les travaux commenceront lundi.
        en: Minister Bashar Shukeir signed the agreement.
        en: According to [[Choukeir]], work will begin on Monday.

        de: Der Trainer Kowaltschuk sprach zuerst mit den Spielern.
        de: Kowaltschuk lobte später die Mannschaft.
        en: Coach Kovalchuk first spoke to the players.
        en: [[Kowaltschuk]] later praised the team.

        ru: Щепетов открыл встречу. Потом Щепетова спросили о ценах.
        en: Shchepetov opened the meeting. Then [[Schtschepetow]] was asked about prices.

        zh: 作家绍洛霍夫来到北京。
        zh: 后来，绍洛霍夫发表了讲话。
        en: The writer Sholokhov came to Beijing.
        en: Later, [[Sholohov]] gave a speech.
        de: Der Läufer Mutas Barschim gewann.
        de: Barschim will weiter springen.
        en: The runner Mutas Barschim won.
        en: [[Bashir]] wants to go on jumping.
    Accepted:
        fr: Le ministre Bachar Choukeir a signé l’accord.
        fr: Selon Choukeir, les travaux commenceront lundi.
        en: Minister Bashar Shukeir signed the agreement.
        en: According to Shukeir, work will begin on Monday.

        de: Der Trainer Wolfgang Schulz sprach zuerst.
        de: Schulz lobte später die Mannschaft.
        en: Coach Wolfgang Schulz spoke first.
        en: Schulz later praised the team.

        ar: وصل محمد صالحي ثم غادر.
        ar: قال محمد بن يوسف إنه راض.
        en: Mohammed Salehi came and left.
        en: Mohamed Ben Youssef said he was pleased.

        ru: Пришла Мария Вересова. Пришёл и Пётр Вересов.
        en: Maria Veresova came. Pyotr Veresov came too.
    """
    told = set()
    for found in inconsistent_names(pair):
        told.add(found.target.span)
        yield Finding(
            f"“{found.target.text}” is “{found.form}” elsewhere in the translation",
            target=found.target.span,
            source=found.source.span,
            fix=Fix(found.target.span, found.form),
        )
    for other in two_forms(pair):
        if other.target not in told:
            yield Finding(
                f"“{other.text}” is “{other.form}” elsewhere in the translation",
                target=other.target,
                source=other.source,
                fix=Fix(other.target, other.form),
            )
            told.add(other.target)
    for mention in later_mentions(pair):
        if mention.target and not mention.cut and mention.target.span not in told:
            yield Finding(
                f"“{mention.target.text}” is “{mention.form}” elsewhere in the translation",
                target=mention.target.span,
                source=mention.source,
                fix=Fix(mention.target.span, mention.form),
            )
