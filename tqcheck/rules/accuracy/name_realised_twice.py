from collections.abc import Iterator

from tqcheck.features.countries import may_name_a_country
from tqcheck.features.romanisation import may_be_respelt
from tqcheck.ledgers.retold_names import told_twice
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import source_word, target_word


@rule(
    severity="major",
    mqm="accuracy/addition/entity",
    needs=(target_word(may_name_a_country) + source_word(may_be_respelt),),
)
def name_realised_twice(bead: Bead) -> Iterator[Finding]:
    """One name of the source stands in two forms, side by side.

    An engine that offers a word twice, as the source spells it and as its own language does, left
    the choice to the reader: “Choïgou Shoigu”, “Burma Myanmar”. Forms in brackets or behind a
    comma explain each other and are left alone.

    Flagged:
        fr: Le ministre Choukeir a parlé.
        en: Minister [[Choukeir Shukeir]] spoke.

        de: Der Präsident von Myanmar reist ab.
        en: The president of [[Burma Myanmar]] departs.

        es: La delegación iraquí llegó tarde.
        en: The [[Iraqi Iraq]] delegation arrived late.
    Accepted:
        fr: Le ministre Bachar Choukeir a parlé en Birmanie.
        en: Minister Bashar Shukeir spoke in Burma (Myanmar).

        de: Die Delegationen aus Russland, Irak und der Türkei kamen.
        en: The Russian, Iraqi and Turkish delegations came.
    """
    for found in told_twice(bead):
        text = bead.target.document.text[slice(*found.target)]
        yield Finding(
            f"“{text}” names the same twice: “{found.form}” is enough",
            target=found.target,
            source=found.source,
        )
