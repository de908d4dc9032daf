from collections.abc import Iterator

from tqcheck.ledgers.exonyms import may_have_an_exonym, untranslated_exonyms
from tqcheck.ledgers.told_names import may_name_a_place
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import pair_that, source_word


@rule(
    severity="major",
    mqm="accuracy/untranslated",
    needs=(source_word(may_name_a_place), pair_that(may_have_an_exonym)),
)
def exonym_untranslated(pair: Pair) -> Iterator[Finding]:
    """A country, city or region keeps the name that only the source's language gives it.

    Readers look for “Londres” or “Mailand” on no map of theirs. Only names that the translation's
    language writes otherwise are flagged, and none that is part of a longer name, such as a club's,
    a paper's or a street's, or that is quoted.

    Flagged:
        fr: Le ministre arrive à Londres lundi.
        en: The minister arrives in [[Londres]] on Monday.

        de: Die Messe in Mailand beginnt im April.
        en: The fair in [[Mailand]] begins in April.

        es: El presidente viajó de Pekín a Alemania.
        en: The president travelled from [[Pekín]] to [[Alemania]].

        es: El barco zarpó de El Pireo.
        en: The ship sailed from [[El Pireo]].

        en: The summit in Germany ended early.
        fr: Le sommet en [[Germany]] s’est terminé tôt.

        de: Der Präsident reiste nach Eriwan und Duschanbe.
        en: The president travelled to [[Eriwan]] and [[Duschanbe]].

        pl: Mediolan jest zamknięty.
        en: [[Mediolan]] is closed.

        tr: Varşova bekliyor.
        en: [[Varşova]] is waiting.

        ru: Переговоры пройдут в Джидде.
        en: The talks will be held in [[Dzhidda]].

        ru: «Клиент вернётся в Афины», — сказал греческий адвокат.
        en: “My client will return to [[Afiny]],” the Greek lawyer said.

        ar: افتتح المعرض في شتوتغارت أمس.
        en: The exhibition opened in [[Shtutgart]] yesterday.
    Accepted:
        fr: Le ministre arrive à Paris lundi.
        en: The minister arrives in Paris on Monday.

        de: Er spielt für Bayern und lebt in Wien am Neuen Markt.
        en: He plays for Bayern and lives in Vienna on Neuer Markt.

        de: Die Alternative für Deutschland gewann.
        en: The Alternative für Deutschland won.

        es: Leyó El País en la calle Londres, en Madrid.
        en: He read El País in Calle Londres, Madrid.

        es: Fumigaron el barrio Sajonia de Asunción.
        en: They fumigated the Sajonia district of Asunción.

        es: Se inundó Sajonia, en Asunción.
        en: Sajonia, in Asunción, was flooded.

        ru: Журналистка живет в Хороге.
        en: The journalist lives in Khorog.

        fr: La chanson « Venise » passe à la radio.
        en: The song “Venise” is on the radio.

        en: The river rose in Suceava.
        de: Der Fluss stieg in Suceava.

        en: Jack London was born in California.
        fr: Jack London est né en Californie.

        fr: L’Hôtel de Londres est complet.
        en: The Hôtel de Londres is full.

        es: Viajó a México y a Perú.
        en: He travelled to México and to Perú.
    """
    for source, target, form in untranslated_exonyms(pair):
        yield Finding(
            f"“{target.text}” is left from the source: in {pair.target.profile.name} it is “{form}”",
            target=target.span,
            source=source,
            fix=Fix(target.span, form),
        )
