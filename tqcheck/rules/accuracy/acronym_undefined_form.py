from collections.abc import Iterator

from tqcheck.ledgers.acronym_forms import substitutes
from tqcheck.ledgers.acronyms import ACRONYM_IN_TARGET
from tqcheck.ledgers.near_acronyms import near_acronyms
from tqcheck.model import Finding, Fix, Pair, rule


@rule(
    severity="major",
    mqm="accuracy/mistranslation",
    needs=(ACRONYM_IN_TARGET,),
)
def acronym_undefined_form(pair: Pair) -> Iterator[Finding]:
    """An acronym is neither the source's nor the translation's own, and nothing explains it.

    “IAEA” with two letters swapped is no body at all, and no search finds it. Flagged only where
    one acronym of the source has no rendering in the passage, what it should be is known from the
    table of bodies or from the rest of the translation, and no words of either text spell the form
    that stands there; or where two letters beside each other are turned in one that no language
    has reason to turn; or where a letter or two are gone; or where it is a third language's, or the
    letters of the right one in any other order.

    Flagged:
        fr: L’[[AIEA]] inspecte la centrale.
        en: The [[IEAA]] is inspecting the plant.

        de: Der [[IWF]] senkt seine Prognose.
        en: The [[IFM]] is lowering its forecast.

        es: La [[OTAN]] dirige la misión.
        en: [[NTAO]] leads the mission.

        fr: La gare de l’[[AZRTU]] a fermé.
        en: The [[ARZTU]] station has closed.

        zh: 前[[FBI]]局长作证。
        en: The former [[FIB]] director testified.
        fr: Selon une étude de l’[[Inserm]], le vaccin protège.
        en: According to an [[INSRM]] study, the vaccine protects.

        ru: Комитет по охране озёр (КОО) основан. КОО молчит.
        en: The Committee for Lake Conservation (CLC) was founded. The [[LCC]] is silent.

        fr: L’Organisation maritime internationale (OMI) siège à Londres.
        fr: L’[[OMI]] espère un accord.
        en: The International Maritime Organization (IMO) is based in London.
        en: The [[MOI]] hopes for a deal.

        ar: زارت اللجنة الدولية للصليب الأحمر الأسرى.
        ar: قالت مندوبة اللجنة إن الأسرى بخير.
        en: The International Committee of the Red Cross (ICRC) visited the prisoners.
        en: The [[CICR]] delegate said the prisoners were well.
    Accepted:
        fr: L’AIEA inspecte la centrale.
        en: The IAEA is inspecting the plant.

        fr: L’ANO a gagné les élections.
        en: The NAO won the elections.

        ru: В Турции (ТВС) молчат, а МАГАТЭ проверяет станцию.
        en: Turkey keeps silent, and the Agency is inspecting the plant.
    """
    taken = set()
    for found in substitutes(pair):
        taken.add(found.target.span)
        if not found.known and found.right:
            yield Finding(
                f"“{found.target.text}” stands for nothing in either text:"
                f" “{found.source.text}” is “{found.right}”",
                target=found.target.span,
                source=found.source.span,
                fix=Fix(found.target.span, found.right),
            )
    for near in near_acronyms(pair):
        if not (near.known or near.target.span in taken):
            yield Finding(
                f"“{near.target.text}” stands for nothing in either text: “{near.right}” is meant",
                target=near.target.span,
                source=near.source.span if near.source else None,
                fix=Fix(near.target.span, near.right),
            )
