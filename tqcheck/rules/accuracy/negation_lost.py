from collections.abc import Iterator

from tqcheck.features.negations import negations, negatives, verb_near
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import words
from tqcheck.ledgers.lengths import deviation
from tqcheck.model import Bead, Finding, Pair, rule

#: Beads that are less sure than this may have their negation next door.
_SURE = 0.9
_FEWEST = 6
#: A translation that is so much shorter than expected has lost more than a word.
_CUT = -2.0


@rule(severity="critical", mqm="accuracy/mistranslation", status="preview")
def negation_lost(pair: Pair) -> Iterator[Finding]:
    """The source says no, and the translation says yes.

    The reader learns the opposite of what happened. Negations of the source are counted, and
    every word of the translation that may say no in its own way: “fail”, “without”,
    “unlikely”, “only”, “few”. Nothing is flagged where the source’s negation is one of another
    kind (“not only”), nor where a sentence next to an unsure one has a negation to spare.

    Flagged:
        fr: La Hongrie ne contribuera pas au fonds, a dit le ministre.
        en: Hungary [[will contribute]] to the fund, the minister said.

        ru: Мой клиент не знал о происхождении этих предметов.
        en: My [[client knew]] about the origin of these items.

        zh: 芬兰总理强调，该国不会提供军事援助。
        en: The Finnish prime minister stressed that his country [[would provide]] military aid.
    Accepted:
        fr: Le maire n’a pas répondu, et il ne l’a pas fait exprès.
        en: The mayor failed to answer, and it was unintentional.

        de: Nicht nur der Hafen, auch der Flughafen ist geschlossen.
        en: Both the harbour and the airport are closed.

        es: No había más que dos testigos.
        en: There were only two witnesses.

        ru: Компания не согласна с решением суда.
        en: The company disagrees with the court’s ruling.
    """
    _ = pair.source.profile.negation_words, pair.target.profile.negative_words
    for index, bead in enumerate(pair.beads):
        if not bead.complete or not _is_whole(pair, bead):
            continue
        found = negations(bead.source)
        if not found.words or found.doubtful or len(found.words) <= negatives(bead.target):
            continue
        unsure = bead.confidence < _SURE or bead.shape != (1, 1)
        if unsure and any(
            _to_spare(beside) for beside in pair.beads[max(index - 1, 0) : index + 2]
        ):
            continue
        first = found.words[0]
        start, end = bead.source.span
        place = (first.span.start - start) / (end - start)
        yield Finding(
            f"the source says “{first.text}”, and the translation does not say no",
            target=verb_near(bead.target, place),
            source=first.span,
        )


def _to_spare(bead: Bead) -> bool:
    return negatives(bead.target) > len(negations(bead.source).words)


def _is_whole(pair: Pair, bead: Bead) -> bool:
    """Whether a sentence is long enough to be told from another, translated, and not cut."""
    row, common = words(bead.target), common_words(bead.target.profile)
    small = sum(word.text.casefold() in common for word in row)
    return len(row) >= _FEWEST and small * 5 > len(row) and deviation(pair, bead) > _CUT
