from collections.abc import Iterator

from tqcheck.features.name_capitals import is_miscased, miscased_names
from tqcheck.features.words import words
from tqcheck.model import Bead, Finding, Fix, Segment, rule
from tqcheck.model.needs import target_word


@rule(
    severity="minor",
    mqm="linguistic-conventions/spelling/capitalisation",
    needs=(target_word(is_miscased),),
)
def name_capital_foreign(bead: Bead, *, fewest: int = 12) -> Iterator[Finding]:
    """A month, a weekday or a nationality has the capital, or the small letter, of the source’s language.

    English writes “Monday”, “May” and “French” with capitals, most languages write them small. Feasts,
    titles and the beginnings of sentences are left alone, and so are lines of less than `fewest`
    words, which may be captions or labels, unless another sentence stands before.

    Flagged:
        fr: Le président français arrive lundi à Berlin pour y rencontrer son homologue.
        en: The [[french]] president arrives in Berlin on [[monday]] to meet his counterpart there.

        en: The vote on the new bridge is on Monday, and the count in January.
        es: La votación sobre el puente nuevo es el [[Lunes]], y el recuento en [[Enero]].

        ru: Срок полномочий мэра истекает. Выборы пройдут в феврале.
        en: The mayor’s term of office is running out. The election is in [[february]].
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
    if len(words(bead.target)) < fewest and _is_alone(bead.target):
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


def _is_alone(segment: Segment) -> bool:
    """Whether nothing stands before a segment in its paragraph."""
    block = segment.document.block_of(segment)
    return not block.document.text[block.span.start : segment.span.start].strip()
