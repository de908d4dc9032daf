from collections.abc import Iterator

from tqcheck.features.repeats import (
    Repeat,
    at_once_repeated,
    common_stretch,
    may_repeat,
    repeated_stretches,
    stretch_repeated,
    word_repeated,
)
from tqcheck.model import Bead, Finding, Fix, Pair, Segment, Span, rule
from tqcheck.model.needs import SEVERAL_BEADS, pair_that

#: How much of a repeat's weight the source must repeat to be its cause.
_SHARE = 0.25
#: What a segment must share with the one before, in words.
_NEIGHBOURS = 5


def _repeats(pair: Pair) -> bool:
    return may_repeat(pair.beads[0].target)


@rule(
    severity="major",
    mqm="accuracy/addition",
    texts="articles",
    needs=(pair_that(_repeats) + SEVERAL_BEADS,),
)
def passage_repeated(pair: Pair, *, apart: float = 10) -> Iterator[Finding]:
    """A stretch of several words is said twice, and the source does not repeat itself.

    Neural translation falls into loops, or renders a clause twice. Three words said again at
    once are proof; where other words stand between, only `apart` words or more are (capitalised
    ones left out, a character of Chinese or Japanese a half), since names and set phrases come
    back in any text.

    Flagged:
        fr: Il est prêt à aider, à condition que le siège reste en Belgique.
        en: It is ready to help, provided that the head office [[provided that the head office]] stays in Belgium.

        en: Residents are asked to call 112 only in an emergency.
        de: Die Anwohner sollen die 112 nur im Notfall [[nur im Notfall]] wählen.

        de: Die Brücke bleibt gesperrt.
        en: The bridge [[the bridge the bridge]] remains closed.

        zh: 大会将于八月一日在北京举行。
        ja: 大会は八月一日に北京で開かれ[[大会は八月一日に北京で開かれ]]る。

        es: El tribunal condenó al alcalde a tres años de cárcel por desviar fondos públicos.
        es: El abogado recurrirá.
        en: The court sentenced the mayor to three years in prison for diverting public funds.
        en: [[The court sentenced the mayor to three years in prison for diverting public funds]], and his lawyer will appeal.
    Accepted:
        fr: De jour en jour, d’année en année, encore et encore, le prix monte.
        en: From day to day, from year to year, over and over and over, the price rises.

        de: Wir werden siegen, wir werden siegen!
        en: We shall overcome, we shall overcome!

        zh: 中国驻英国大使馆发言人说，中国驻英国使馆没有收到信。
        en: The spokesman of the Chinese embassy in the United Kingdom said that the Chinese embassy in the United Kingdom had received no letter.

        ru: Конвенция ООН по морскому праву важна. Россия соблюдает Конвенцию ООН по морскому праву.
        en: The United Nations Convention on the Law of the Sea matters. Russia observes the United Nations Convention on the Law of the Sea.

        es: De 10 a 20, de 10 a 20, de 10 a 20.
        en: 10 to 20, 10 to 20, 10 to 20.

        fr: 60 % sont pour, dont 50 % des femmes et 40 % des hommes.
        en: 60 per cent are in favour, 50 per cent of the women and 40 per cent of the men.
    """
    before: Bead | None = None
    for bead in pair.beads:
        if bead.complete:
            for repeat in repeated_stretches(bead.target):
                if _weighs(pair, repeat, apart) and not _from(repeat, bead.source):
                    yield _finding(pair, repeat)
        if before and (bead.complete or before.complete):
            again = common_stretch(before.target, bead.target)
            sources = [side.source for side in (before, bead) if not side.source.empty]
            near = again and (again.at_once or again.weight >= _NEIGHBOURS)
            heavy = again and near and _weighs(pair, again, apart)
            if again and heavy and not _from(again, Segment.joined(sources)):
                yield _finding(pair, again)
        before = bead


def _weighs(pair: Pair, repeat: Repeat, apart: float) -> bool:
    if repeat.at_once:
        return repeat.weight >= (3 if repeat.copies == 2 else 2)
    words = pair.target.text[slice(*repeat.first)].split()
    return repeat.weight - sum(word[0].isupper() for word in words) >= apart


def _from(repeat: Repeat, source: Segment) -> bool:
    """Whether the source repeats itself likewise."""
    if repeat.at_once:
        return at_once_repeated(source) > 0 or stretch_repeated(source) >= repeat.weight * 0.75
    return max(stretch_repeated(source), word_repeated(source)) >= repeat.weight * _SHARE


def _finding(pair: Pair, repeat: Repeat) -> Finding:
    text = pair.target.text[slice(*repeat.first)]
    cure = Fix(Span(repeat.first.end, repeat.again.end), "") if repeat.at_once else None
    return Finding(f"“{text}” is said {repeat.copies} times", target=repeat.again, fix=cure)
