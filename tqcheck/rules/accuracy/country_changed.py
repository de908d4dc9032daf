from collections.abc import Iterator

from tqcheck.features.countries import may_name_a_country
from tqcheck.ledgers.countries import changed_countries
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import source_word, target_word


@rule(
    severity="critical",
    mqm="accuracy/mistranslation/entity",
    needs=(source_word(may_name_a_country), target_word(may_name_a_country)),
)
def country_changed(pair: Pair) -> Iterator[Finding]:
    """The translation names another country than its source.

    An Iraqi minister who becomes Iranian misleads every reader, and nothing in the sentence shows
    it. Names, inhabitants, adjectives and capitals of one country stand for each other; countries
    that are named for one another, such as China and Taiwan, are never set against each other.

    Flagged:
        fr: Le ministre irakien des Affaires étrangères est arrivé lundi.
        en: The [[Iranian]] foreign minister arrived on Monday.

        de: Die Regierung in Schweden will das Gesetz ändern.
        en: The government in [[Switzerland]] wants to change the law.

        ru: Словакия закрыла границу в понедельник.
        en: [[Slovenia]] closed its border on Monday.

        en: The Austrian chancellor spoke for an hour.
        es: El canciller [[australiano]] habló durante una hora.

        zh: 印度总理星期一抵达。
        en: The prime minister of [[Indonesia]] arrived on Monday.

        zh: 瑞典名将阿曼德·杜普兰蒂斯轻松取胜。
        en: The [[Swiss]] star Armand Duplantis won easily.

        ar: محكمة عراقية تقضي بالسجن المؤبد على وسيط مالي.
        en: [[Iranian]] court sentences financial middleman to life in prison.

        ko: 호주에서 온 손님들이 어제 도착했다.
        en: The guests from [[Austria]] arrived yesterday.

        ro: Guvernul Suediei a respins planul.
        en: The government of [[Switzerland]] rejected the plan.

        en: Niger has closed its airspace.
        fr: Le [[Nigeria]] a fermé son espace aérien.

        ru: Ирак требует выдать судовладельца, которого обвиняют иракские следователи.
        en: Iraq wants the extradition of the shipowner accused by [[Iranian]] investigators.

        de: Südkorea liefert den Impfstoff nach Tiflis.
        en: [[North Korea]] supplies the vaccine to Tbilisi.

        es: La mayoría procede de Sudán.
        en: Most come from [[South Sudan]].
    Accepted:
        fr: La France et l’Allemagne ont signé.
        en: Paris and Berlin signed.

        fr: Les Anglais ont gagné le match.
        en: The British won the match.

        de: Der Kreml weist die Vorwürfe zurück, sagt Peking.
        en: Russia rejects the allegations, China says.

        zh: 中美关系紧张。
        en: Relations between China and the United States are tense.

        en: The Dutch king and the Georgian president met in Atlanta.
        de: Der niederländische König und die georgische Präsidentin trafen sich in Atlanta.

        ar: وصل الوزير العراقي إلى طهران قادما من إيران.
        en: The Iraqi minister arrived in Tehran from Iran.

        fr: Les Coréens jouent contre le Soudan du Sud.
        en: The North Koreans play South Sudan.

        fr: Le golfe du Mexique est chaud.
        en: The Gulf of America is warm.

        en: The Persian carpet came from Turkey.
        fr: Le tapis iranien venait de Turquie.

        ja: 日米首脳会談が始まった。
        en: The summit of Japan and the United States has begun.
    """
    for source, target in changed_countries(pair):
        yield Finding(
            f"“{target.text}” is another country than “{source.text}” of the source",
            target=target.span,
            source=source.span,
        )
