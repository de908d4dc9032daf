from collections.abc import Iterator

from tqcheck.features.countries import may_name_a_country
from tqcheck.features.romanisation import may_be_respelt
from tqcheck.ledgers.persons import Fate, persons
from tqcheck.ledgers.retold_names import may_be_turned, told_twice
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import source_word, target_word


@rule(
    severity="major",
    mqm="accuracy/addition/entity",
    needs=(
        target_word(may_name_a_country) + source_word(may_be_respelt) + target_word(may_be_turned),
    ),
)
def name_realised_twice(pair: Pair) -> Iterator[Finding]:
    """One name of the source stands in two forms, side by side.

    An engine that offers a word twice, as the source spells it and as its own language does, left
    the choice to the reader: “Choïgou Shoigu”, “Burma Myanmar”. Forms in brackets or behind a
    comma explain each other and are left alone.

    Flagged:
        fr: Le ministre Choukeir a parlé.
        en: Minister [[Choukeir Shukeir]] spoke.

        de: Der Präsident von Myanmar reist ab.
        en: The president of [[Burma Myanmar]] departs.

        ru: Об этом рассказал тренер Тамаз Гвенетадзе.
        en: This was told by coach Tamaz [[Gvenetadze Gwenetadse]].

        es: La delegación iraquí llegó tarde.
        en: The [[Iraqi Iraq]] delegation arrived late.
    Accepted:
        fr: Le ministre Bachar Choukeir a parlé en Birmanie.
        en: Minister Bashar Shukeir spoke in Burma (Myanmar).

        de: Die Delegationen aus Russland, Irak und der Türkei kamen.
        en: The Russian, Iraqi and Turkish delegations came.
    """
    found = [
        (each.target, each.source, each.form)
        for bead in pair.complete_beads
        for each in told_twice(bead)
    ]
    found += [
        (each.target, each.source, each.form)
        for each in persons(pair)
        if each.fate is Fate.TWICE and not any(each.target.overlaps(known) for known, *_ in found)
    ]
    for target, source, form in found:
        text = pair.target.text[slice(*target)]
        yield Finding(
            f"“{text}” names the same twice: “{form}” is enough", target=target, source=source
        )
