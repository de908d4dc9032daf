from collections.abc import Iterator

from tqcheck.features.directions import directions, may_direct
from tqcheck.features.numbers import NUMBER_IN_SOURCE, NUMBER_IN_TARGET
from tqcheck.features.numbers.likeness import agree
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import source_word, target_word


@rule(
    severity="critical",
    mqm="accuracy/mistranslation",
    needs=(NUMBER_IN_SOURCE, NUMBER_IN_TARGET, source_word(may_direct), target_word(may_direct)),
)
def direction_changed(bead: Bead) -> Iterator[Finding]:
    """What goes up by a percentage in the source goes down by it in the translation, or back.

    The figure is right, so no other check sees it. Each percentage that both texts have once is
    looked at with the words of its clause; where they tell two ways, or one is denied, nothing is
    flagged.

    Flagged:
        de: Der Umsatz stieg um 8,4 Prozent, die Aktie gewann 5,2 Prozent.
        en: Sales rose 8.4%, while the shares [[lost]] 5.2%.

        ru: Выручка выросла на 14,6 %, а чистая прибыль снизилась на 9,2 %.
        en: Revenue rose 14.6%, while net profit [[rose]] 9.2%.

        it: Il paese ha avuto 3.900 presenze, il 7% in più.
        en: The village had 3,900 overnight stays, 7% [[fewer]].
    Accepted:
        fr: Les prix ont augmenté de 3 %, les salaires ont reculé de 2 %.
        en: Prices were up 3%, wages fell by 2%.

        es: El paro no subió un 4%.
        en: Unemployment fell by less than 4%.

        de: Um 8 Prozent gestiegen und um 5 Prozent gesunken.
        en: It rose by 8 percent and dropped by 5 percent.

        en: Losses shrank by 12%.
        fr: Les pertes ont diminué de 12 %.
    """
    if not bead.complete:
        return
    told, made = directions(bead.source), directions(bead.target)
    for mine in told:
        same = [each for each in made if agree(mine.number, each.number)]
        alike = sum(agree(mine.number, each.number) for each in told)
        if len(same) == 1 == alike and same[0].up != mine.up:
            yield Finding(
                f"“{same[0].word.text}” {same[0].number.text} %, which “{mine.word.text}” in the source",
                target=same[0].word.span,
                source=mine.word.span,
            )
