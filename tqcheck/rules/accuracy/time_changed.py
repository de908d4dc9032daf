from collections.abc import Iterator

from tqcheck.features.numbers import NUMBER_STATED
from tqcheck.features.numbers.context import with_half
from tqcheck.ledgers.numbers import About, number_slips
from tqcheck.model import Finding, Pair, rule


@rule(severity="major", mqm="accuracy/mistranslation/date-time", needs=(NUMBER_STATED,))
def time_changed(pair: Pair) -> Iterator[Finding]:
    """The translation gives another time of the day.

    Whoever reads it comes at the wrong hour. The twelve-hour and the twenty-four-hour clock and
    every way to write them are one time, and so are the clocks of two time zones.

    Flagged:
        fr: La réunion commence à 18h30.
        en: The meeting begins at [[8:30 p.m]].

        ru: Стихия достигла суши в 22:40.
        en: The storm hit the coast at [[8:40 p.m]].

        pt: A assembleia reúne-se às 21h00 no salão.
        en: The assembly meets at [[9 am]] in the hall.

        nl: De bus vertrekt om half acht.
        en: The bus leaves at [[half past eight]].
    Accepted:
        de: Um halb neun war Schluss.
        en: It was over at 8:30 a.m.

        de: Um 18.30 Uhr war Schluss.
        en: It was over at 6:30 p.m.

        es: El seísmo ocurrió a las 23.12 GMT.
        en: The quake struck at 2312 GMT.

        ru: Стихия достигла суши в 18:40 мск.
        en: The storm hit the coast at 1540 GMT.
    """
    for slip in number_slips(pair):
        if slip.target is not None and slip.about is About.TIME:
            source, target = (
                with_half(*each)
                for each in ((pair.source, slip.source), (pair.target, slip.target))
            )
            was, became = pair.source.text[slice(*source)], pair.target.text[slice(*target)]
            yield Finding(f"“{was}” became “{became}”", target=target, source=source)
