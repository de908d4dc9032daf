from collections.abc import Iterator

from tqcheck.ledgers.acronym_forms import substitutes
from tqcheck.ledgers.acronym_words import misnamed
from tqcheck.ledgers.acronyms import ACRONYM_IN_TARGET
from tqcheck.ledgers.near_acronyms import near_acronyms
from tqcheck.model import Finding, Fix, Pair, rule


@rule(severity="major", mqm="accuracy/mistranslation", needs=(ACRONYM_IN_TARGET,))
def acronym_changed(pair: Pair) -> Iterator[Finding]:
    """An acronym of another body stands in the place of the source's.

    The EU becomes the UN, and somebody else has spoken. Flagged only where one acronym of the source
    has no rendering in the passage, in letters or in words, and one of the translation belongs to a
    body of which the source says nothing, or where it stands in brackets behind another body's name.
    Short forms of countries are left alone: money, time zones and adjectives come and go with them.

    Flagged:
        fr: L’[[OMS]] a envoyé une équipe sur place.
        en: The [[WTO]] sent a team there.

        de: Die [[EZB]] hebt den Leitzins an, sagt die OECD.
        en: The [[EBRD]] is raising its key rate, the OECD says.

        en: [[UNICEF]] runs the schools in the camp.
        es: La [[OTAN]] dirige las escuelas del campo.

        fr: L’[[OTAN]] et l’Union européenne ont protesté.
        en: The [[WHO]] and the EU have protested.

        ar: حذرت منظمة الصحة العالمية من تفشي المرض.
        en: The World Health Organization ([[WTO]]) has warned of an outbreak.

        fr: L’Organisation maritime internationale (OMI) siège à Londres.
        fr: L’[[OMI]] espère un accord.
        en: The International Maritime Organization (IMO) is based in London.
        en: The [[IOM]] hopes for a deal.

        ar: حذرت منظمة الأمم المتحدة للطفولة ([[يونيسف]]) من الخطر.
        en: The United Nations Children's Fund ([[UNESCO]]) warned of the danger.

        de: Er ging zum Bundesgerichtshof (BGH).
        en: He went to the Federal Court of Justice ([[BVG]]).

        zh: [[世界卫生组织]]发表声明。
        en: The [[WMO]] issued a statement.
    Accepted:
        ru: «Врачи без границ» закрыли больницу.
        en: Doctors Without Borders (MSF) has closed the hospital.

        fr: L’UE et l’OMS ont signé l’accord.
        en: The bloc and the World Health Organization have signed the agreement.

        fr: Les Nations unies et l’OTAN ont protesté.
        en: The UN and the alliance have protested.

        zh: 中国的艾滋病药物是免费的。
        en: HIV medication is free in China.

        de: Der Internationale Währungsfonds und die EU sind sich einig.
        en: The IMF and the bloc agree.
    """
    for found in substitutes(pair):
        if found.known:
            right = f": “{found.right}” is meant" if found.right else ""
            yield Finding(
                f"“{found.source.text}” became “{found.target.text}”{right}",
                target=found.target.span,
                source=found.source.span,
                fix=Fix(found.target.span, found.right) if found.right else None,
            )
    taken = {found.target.span for found in substitutes(pair)}
    for near in near_acronyms(pair):
        if near.known and near.target.span not in taken:
            taken.add(near.target.span)
            yield Finding(
                f"“{near.target.text}” is something else: “{near.right}” is meant",
                target=near.target.span,
                source=near.source.span if near.source else None,
                fix=Fix(near.target.span, near.right),
            )
    for wrong in misnamed(pair):
        if wrong.target.span not in taken:
            yield Finding(
                f"“{wrong.target.text}” is not short for the words before it: “{wrong.right}” is",
                target=wrong.target.span,
                source=wrong.source.span if wrong.source else None,
                fix=Fix(wrong.target.span, wrong.right),
            )
