from collections.abc import Iterator

from tqcheck.ledgers.acronyms import ACRONYM_IN_TARGET, Rendering, may_be_untranslated, untranslated
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import target_word


@rule(
    severity="major",
    mqm="accuracy/untranslated",
    needs=(target_word(may_be_untranslated) + ACRONYM_IN_TARGET,),
)
def acronym_untranslated(pair: Pair) -> Iterator[Finding]:
    """An acronym of the source stands in the translation, which writes it differently.

    Readers look for “EI” in vain when the article calls it “IS” everywhere else. What an acronym
    becomes is learnt from the two texts where they explain it, “État islamique (EI)” beside
    “Islamic State (IS)”, and otherwise taken from a table of bodies and terms that languages
    shorten differently. An acronym that the translation explains as its own, or gives beside its
    own form, is meant to stay.

    Flagged:
        fr: Il combat l’organisation État islamique (EI).
        fr: Irak, EI
        en: He fights the Islamic State (IS) organization.
        en: Iraq, [[EI]]

        fr: Les FSR avancent.
        fr: Les FSR démentent.
        fr: Soudan, FSR
        en: The RSF is advancing.
        en: The RSF denies this.
        en: Sudan, [[FSR]]

        it: La Bce alza i tassi.
        en: The [[Bce]] is raising rates.

        fr: L’OTAN se réunit mardi.
        en: [[OTAN]] meets on Tuesday.

        de: Die EZB hebt den Leitzins an.
        en: The [[EZB]] is raising its key rate.

        es: La embajada de EE. UU. en Quito cerró.
        en: The [[EE. UU.]] embassy in Quito closed.

        en: The WHO has sent a team.
        fr: L’[[WHO]] a envoyé une équipe.

        es: La cumbre será en los Emiratos Árabes Unidos (EAU).
        en: The summit will be in the United Arab Emirates ([[EAU]]).

        ru: Европейский центральный банк (ЕЦБ) и ЮНЕСКО согласны.
        en: The European Central Bank ([[ETsB]]) and [[YuNESKO]] agree.

        zh: 北大西洋公约组织（北约）秘书长发表讲话。
        en: The secretary general of the North Atlantic Treaty Organization ([[北约]]) spoke.

        zh: 世贸组织总干事呼吁各方保持克制。
        en: The director general of [[Shimao]] called on all sides to show restraint.

        ru: Данные проверила Европейская южная обсерватория (ЕЮО).
        en: The data were checked by the European Southern Observatory ([[EYuO]]).

        de: Der Internationale Strafgerichtshof (IStGH) ermittelt.
        en: The International Criminal Court ([[IStGH]]) is investigating.

        es: El portavoz de EE UU no respondió.
        en: The [[EE UU]] spokesman did not answer.
    Accepted:
        fr: Le GIGN (Groupe d’intervention de la gendarmerie nationale) est arrivé.
        en: The GIGN (National Gendarmerie Intervention Group) has arrived.

        fr: Le sommet de l’OTAN commence.
        en: The NATO (OTAN) summit begins.

        fr: L’UA et la RDC ont signé.
        en: The AU and the DRC signed.

        de: Die CDU gewinnt in Hessen.
        en: The CDU wins in Hesse.
    """
    for found in untranslated(pair):
        form = found.rendering.target
        yield Finding(
            f"“{found.target.text}” is left from the source: {_reason(found.rendering, pair)}",
            target=found.target.span,
            source=found.source.span,
            fix=Fix(found.target.span, form),
        )


def _reason(rendering: Rendering, pair: Pair) -> str:
    if rendering.defined:
        long_form = rendering.defined[1].long_form
        return f"this text calls it “{rendering.target}” ({long_form})"
    if rendering.habitual:
        return f"this text writes “{rendering.target}” elsewhere"
    return f"in {pair.target.profile.name} it is “{rendering.target}”"
