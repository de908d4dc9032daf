from collections.abc import Iterator

from tqcheck.features.capitals import cased
from tqcheck.ledgers.added_persons import added_persons
from tqcheck.ledgers.lone_names import lone_additions
from tqcheck.ledgers.lone_targets import may_be_lone, may_be_sure
from tqcheck.ledgers.lone_words import is_proper
from tqcheck.ledgers.told_names import may_name_a_place
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import new_name, pair_that, target_word


def _may_be_told(pair: Pair) -> bool:
    bead = pair.beads[0]
    return not cased(bead.source) or may_be_sure(bead)


@rule(
    severity="major",
    mqm="accuracy/addition/entity",
    texts="articles",
    needs=(new_name(may_be_lone) + target_word(may_name_a_place), pair_that(_may_be_told)),
)
def name_added(pair: Pair) -> Iterator[Finding]:
    """The translation names somebody or something that the source never names.

    An engine that invents a name puts words into the mouth of a stranger. A name counts as known
    where the source has its letters, its sounds in any script, or the table's name for the place.
    Reported are words with a capital inside the sentence that are nothing but names, that stand
    once, and of which neither the sentence nor those around it have anything; and names made of
    words that are translated (“Supreme Court”) of which the source has none of the words. A single
    word that every reader knows for a name, or that may stand for a pronoun of the source, is left
    alone where the source has capitals, and so is a country: translators do add them.

    Flagged:
        fr: La ministre a présenté le budget mardi.
        en: The minister, [[Ravenscroft]], presented the budget on Tuesday.

        hi: पुलिस आयुक्त ने बताया कि जांच जारी है।
        en: According to Commissioner [[Lewandowski]], the investigation continues.

        es: Creció en un pueblo pequeño junto al bosque.
        en: It grew up in a small village by the [[Baltic Sea]].

        de: Die Vermittlerin Denise Whitlock drohte beiden Seiten.
        en: The mediator Denise [[Marie]] Whitlock threatened both sides.

        de: Die Bank senkte gestern den Zins, sagte ein Sprecher.
        en: The bank cut the rate yesterday, said its spokesman [[Joachim Nowotny]].

        ru: Переговоры о гарантиях ведёт заместитель министра.
        en: Deputy Minister [[Timur Ermekov]] is negotiating guarantees.
        hi: मंत्री ने कल कहा कि पुल का काम शुरू हो गया है।
        en: According to [[Zbigniew Kowalczyk]], work on the bridge has begun.

        ja: 大臣は昨日、橋の計画を発表した。
        en: Yesterday the plan for the bridge was announced by [[Gretchen Lockhart]].
        ja: 大臣は昨日、南の町で橋の計画を発表した。
        en: Yesterday the minister announced the plan for the bridge in [[Krzemionka]].
    Accepted:
        pl: Jak zauważa „Grz”, most jest już otwarty.
        en: As Grzegorzewska notes, the bridge is already open.

        hi: ज़ोरान ज़ेव ने कहा कि पुल का काम शुरू हो गया है।
        en: According to Zoran Zaev, work on the bridge has begun.

        ja: マイケル・ロックハート氏は橋の計画を発表した。
        en: The plan for the bridge was announced by Michael Lockhart.

        ko: 중앙은행은 어제 기준금리를 내렸다.
        en: The Bank of Korea cut its base rate yesterday.

        fr: La ministre Ravenscroft a présenté le budget à Gand.
        en: Minister Ravenscroft presented the budget in Ghent.

        ru: Вчера Щукина показала прибор в Хельсинки.
        en: Yesterday Shchukina showed the device in Helsinki.

        zh: 据贝卢斯科尼说，段梦琪同意了。
        en: According to Berlusconi, Duan Mengqi agreed.

        fr: Elle a parlé hier aux élèves de son père.
        en: Yesterday Josephine spoke to the pupils about her father.

        ru: Суд отменил решение властей Балтики.
        en: The Supreme Court overturned the decision of the Baltic authorities.

        de: Der Ministerpräsident sprach. Lehnhardt lobte die Helfer.
        en: The prime minister spoke. Lehnhardt praised the helpers.
    """
    # What was put for another name is told by another rule.
    found = {pair_of[1].span for lone in lone_additions(pair) if (pair_of := lone.replaced)}
    for lone in lone_additions(pair):
        for name in lone.targets if not lone.replaced else ():
            # Translators do put a name for a pronoun, and say which country.
            known = name.opens or is_proper(name.text, pair.target.profile) or lone.refers(name)
            told = not name.size or (name.size == 1 and known and not name.amid)
            if name.sure and not (told and cased(lone.bead.source)):
                found.add(name.span)
                yield Finding(f"“{name.text}” stands nowhere in the source", target=name.span)
    for person in added_persons(pair):
        if not any(person.span.overlaps(span) for span in found):
            yield Finding(f"“{person.text}” stands nowhere in the source", target=person.span)
