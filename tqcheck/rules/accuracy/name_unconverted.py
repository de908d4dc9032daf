from collections.abc import Iterator

from tqcheck.ledgers.figures import How, misnamed
from tqcheck.model import Finding, Fix, Pair, rule


@rule(severity="minor", mqm="accuracy/mistranslation/entity")
def name_unconverted(pair: Pair) -> Iterator[Finding]:
    """A name from another script is spelt as the source's language spells it.

    Each language writes Arabic, Russian or Chinese names for its own readers: French `Gorbatchev`
    and German `Gorbatschow` are English `Gorbachev`. Public figures are looked up in a table;
    other names are reported only where their spelling or what stands beside them shows where they
    come from, since many people write themselves in the source's way.

    Flagged:
        fr: Mikhaïl Gorbatchev a démissionné en 1991.
        en: [[Mikhail Gorbatchev]] resigned in 1991.

        de: Der Nachfolger von Jelzin war Wladimir Putin. Boris Jelzin starb 2007.
        en: The successor of [[Jelzin]] was Vladimir Putin. Boris Yeltsin died in 2007.

        es: El ministro Serguéi Lavrov viajó a Ankara.
        en: Minister [[Serguéi Lavrov]] travelled to Ankara.

        zh: 欧洲央行行长拉加德周四说。
        en: ECB President [[Lajiade]] said on Thursday.
    Accepted:
        fr: Mikhaïl Gorbatchev a démissionné en 1991.
        en: Mikhail Gorbachev resigned in 1991.

        fr: Alassane Ouattara a reçu Mohamed Bazoum et Achraf Hakimi.
        en: Alassane Ouattara received Mohamed Bazoum and Achraf Hakimi.

        de: Rainer Schawinski sprach mit Wladimir Putin.
        en: Rainer Schawinski spoke with the Russian president.
    """
    for found in misnamed(pair):
        if found.how is not How.ALTERED:
            text = pair.target.text[slice(*found.target)]
            yield Finding(
                f"“{text}” is left in the source’s spelling: in {pair.target.profile.name} it is “{found.form}”",
                target=found.target,
                source=found.source,
                fix=Fix(found.target, found.form),
            )
