from collections.abc import Iterator

from tqcheck.features.name_capitals import miscased_names
from tqcheck.model import Bead, Finding, Fix, rule


@rule(severity="minor", mqm="linguistic-conventions/spelling/capitalisation")
def name_capital_foreign(bead: Bead) -> Iterator[Finding]:
    """A month, a weekday or a nationality has the capital, or the small letter, of the source’s language.

    English writes “Monday”, “May” and “French” with capitals, most languages write them small. Feasts,
    titles and the beginnings of sentences are left alone, and so are names that the source writes
    in another way than its language does.

    Flagged:
        fr: Le président français arrive lundi à Berlin.
        en: The [[french]] president arrives in Berlin on [[monday]].

        en: The vote is on Monday, and the count in January.
        es: La votación es el [[Lunes]], y el recuento en [[Enero]].

        ru: Выборы пройдут в феврале.
        en: The election is in [[february]].
    Accepted:
        en: The fast begins on Good Friday, says the daily Dimanche; he may march in august silence.
        es: El ayuno empieza el Viernes Santo, dice el diario Dimanche; marchará en silencio.

        es: El lunes llega Enero Pérez.
        fr: Lundi arrive Enero Pérez, le mardi.

        de: Am Montag spricht der deutsche Minister.
        en: On Monday the German minister speaks.
    """
    if not (bead.target.profile.has("months") and bead.target.profile.has("weekdays")):
        return
    for miscased in miscased_names(bead.target):
        text = miscased.word.text
        if text in bead.source.text:
            continue
        yield Finding(
            f"“{text}” is written “{miscased.form}” in {bead.target.profile.name}",
            target=miscased.word.span,
            fix=Fix(miscased.word.span, miscased.form, safe=True),
        )
