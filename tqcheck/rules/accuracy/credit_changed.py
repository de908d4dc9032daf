from collections.abc import Iterator

from tqcheck.features.bylines import has_byline
from tqcheck.features.credits import may_be_an_agency
from tqcheck.features.titles import may_be_a_title
from tqcheck.ledgers.credits import changed_credits, has_stroke_credit
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import pair_that, source_word


@rule(
    severity="minor",
    mqm="accuracy/do-not-translate",
    needs=(
        source_word(may_be_an_agency)
        + source_word(may_be_a_title)
        + pair_that(has_byline)
        + pair_that(has_stroke_credit),
    ),
)
def credit_changed(pair: Pair) -> Iterator[Finding]:
    """A credit names another agency, paper or person than the source's.

    Whoever took a picture or wrote a text has a right to be named, and agencies count, and so does
    the paper that somebody spoke to. Capitals may change, and so may the order; a name may be
    respelt as the target language writes it.

    Flagged:
        fr: Le port de Douala lundi. Photo Hadi Mizban / [[AFP]]
        en: The port of Douala on Monday. Photo: Hadi Mizban / [[AP]]

        de: Das Baufeld bei Spremberg. Foto: [[Katrin Sobotta]]/dpa
        en: The construction site near Spremberg. Photo: [[Karin Subota]]/dpa

        ru: ТАШКЕНТ, 3 марта /[[ТАСС]]/. Переговоры начались утром.
        en: TASHKENT, March 3 ([[Reuters]]) – The talks began in the morning.

        fr: Par Claire Bonnet et Salif Ouédraogo
        en: By Claire Bonnet and [[Salif Traoré]]

        zh: 《联合早报》报道了此事。
        en: The [[South China Morning Post]] reported it.

        ar: وتقام المباراة النهائية يوم الأحد. (أ ف ب)
        en: The final will be played on Sunday. ([[AFB]])

        de: Berlin – Die Verhandlungen beginnen am Montag. (mit Material von [[dpa]] und AFP)
        en: Berlin – The talks begin on Monday. (with material from [[Reuters]] and AFP)

        ru: Вулкан ночью. Фото: Олег Лапин / [[ИГВ]]
        en: The volcano at night. Photo: Oleg Lapin / [[TASS]]

        es: [[IRENE ALTUBE]] | San Sebastián
        en: [[IRENE ALTUNA]] | San Sebastián

        zh: [[新华社]]日内瓦5月6日电（记者王强）会谈周一开始。
        en: GENEVA, May 6 ([[China News Service]], Wang Qiang) – The talks began on Monday.

        de: Die Bergung dauert an. [[dpa]]/krl
        en: The recovery goes on. [[AFP]]/krl

        ru: Об этом сообщает [[ТАСС]] со ссылкой на министра.
        en: [[Reuters]] reports this, citing the minister.

        es: [[AGENCIAS]] | La Paz
        en: [[Reuters]] | La Paz

        ar: تصوير: [[سمير الحداد]]
        en: Photo: [[Walid Mansour]]
    Accepted:
        ar: تصوير: سمير الحداد
        en: Photo: Samir El Haddad

        ru: Об этом сообщает ТАСС со ссылкой на министра.
        en: TASS reports this, citing the minister and Reuters.

        zh: 中新社北京3月2日电（记者李明）会议周一召开。
        en: BEIJING, March 2 (China News Service, Li Ming) – The meeting was held on Monday.

        es: IRENE ALTUBE | Ginebra
        en: IRENE ALTUBE | Geneva

        fr: L’Autorité palestinienne (AP) – un an après
        en: The Palestinian Authority (PA) – one year on

        ru: Автор: Игорь Лапин
        en: By Igor Lapin, Moscow

        de: Von Martina Eilers (mit dpa)
        en: By Martina Eilers, with dpa

        zh: 德黑兰（法新社）——谈判周一开始。
        en: TEHRAN (AFP) — The talks began on Monday.

        fr: AFP - HADI MIZBAN
        en: AFP - Hadi Mizban

        fr: Un habitant près de Kassala. (Photo Idriss Hamed / Reuters)
        en: A resident near Kassala. (Photo: Idris Hamed / REUTERS)

        es: Un agente muestra los relojes. EFE/Lucía Terrón
        en: An officer shows the watches. Lucía Terrón/EFE
    """
    for found in changed_credits(pair):
        yield Finding(
            f"the credit names “{found.text}”, not “{found.other}”",
            target=found.target,
            source=found.source,
            fix=Fix(found.target, found.text),
        )
