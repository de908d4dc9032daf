from collections.abc import Iterator

from tqcheck.ledgers.altered_names import is_of_another_script
from tqcheck.ledgers.later_mentions import given_names_alone
from tqcheck.ledgers.persons import Fate, persons
from tqcheck.ledgers.retold_names import may_be_turned, turned_round
from tqcheck.ledgers.turned_names import turned_across
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import source_word


@rule(
    severity="minor",
    mqm="accuracy/mistranslation/entity",
    needs=(source_word(may_be_turned) + source_word(is_of_another_script),),
)
def name_order(pair: Pair) -> Iterator[Finding]:
    """A person's names stand in another order than in the source, or the given name for the other.

    Each person is looked for under the family name: “Lemoine Camille” is filed under C. Languages
    that put the family name first keep it there when others write of their people. Compared are
    names that both texts spell alike, or that sound alike in two scripts; of the latter none where
    given names, or what the person is called elsewhere, show that the translation is right.

    Flagged:
        fr: La cycliste Camille Lemoine a gagné.
        en: The cyclist [[Lemoine Camille]] won.

        de: Der Trainer Detlef Wojtyla lobte sie.
        en: Coach [[Wojtyla Detlef]] praised her.

        ar: قال المدرب [[أوزان دمير]] إن الفريق جاهز.
        en: Coach [[Demir Ozan]] said the team was ready.

        ar: قال المدرب ماتيو برتوليني إنه سعيد.
        en: Coach [[Bertolini Matteo]] said he was happy.

        de: Der Prüfer Kwon Tae-hyun kam gestern.
        de: Kwon sah das Kraftwerk.
        en: The inspector Kwon Tae-hyun came yesterday.
        en: [[Tae-hyun]] saw the plant.

        zh: 唐雯说风很大。
        zh: 王海涛表示赞同。
        en: [[Wen Tang]] said the wind was strong.
        en: Wang Haitao agreed.
    Accepted:
        fr: Camille Lemoine a gagné devant Oriane Delcourt.
        en: Camille Lemoine won ahead of Oriane Delcourt.

        de: Das Museum Ludwig zeigt Bilder, das Hotel Bristol auch.
        en: The Ludwig Museum shows pictures, and so does the Bristol Hotel.

        ru: Выступили Щукин Борис и Ли Мин Хо.
        en: Boris Shchukin and Lee Min-ho performed.

        it: Vincono Bianchetti, Lorusso e Castaldi.
        en: Lorusso, Bianchetti and Castaldi win.
    """
    for found in (*turned_round(pair), *turned_across(pair)):
        text = pair.target.text[slice(*found.target)]
        yield Finding(
            f"“{text}” is “{found.form}” in the source",
            target=found.target,
            source=found.source,
            fix=Fix(found.target, found.form),
        )
    for called in given_names_alone(pair):
        text = pair.target.text[slice(*called.target)]
        yield Finding(
            f"“{text}” is called “{called.family}” in the source",
            target=called.target,
            source=called.source,
            fix=Fix(called.target, called.family),
        )
    for person in persons(pair):
        if person.fate is Fate.TURNED:
            yield Finding(
                f"“{person.text}” is the other way round in the source: “{person.form}”",
                target=person.target,
                source=person.source,
                fix=Fix(person.target, person.form),
            )
