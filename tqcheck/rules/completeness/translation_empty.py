from collections.abc import Iterator

from tqcheck.features.words import word_texts
from tqcheck.model import Finding, Pair, Span, rule
from tqcheck.model.needs import pair_that


def _has_no_word(pair: Pair) -> bool:
    return not word_texts(pair.beads[0].target)


@rule(severity="critical", mqm="accuracy/omission", needs=(pair_that(_has_no_word),))
def translation_empty(pair: Pair) -> Iterator[Finding]:
    """The source has words, and the translation has nothing, or marks alone.

    A request that failed leaves an empty line, a full stop or a dash, and the page goes out so.

    Flagged:
        fr: Le pont rouvrira lundi matin.
        en: [[.]]

        de: Der Hafen bleibt bis Freitag geschlossen.
        fr: [[—]]
    Accepted:
        fr: La réponse ?
        fr: ***
        en: The answer?
        en: ***

        zh: 5
        en: 5

        en.json: {"and": ", and ", "home": "Home page"}
        ja.json: {"and": "、", "home": "ホーム"}
    """
    if not any(word_texts(block) for block in pair.target.blocks):
        if spoken := [bead.source for bead in pair.beads if word_texts(bead.source)]:
            yield Finding(
                "there is no translation",
                target=Span(0, len(pair.target.text.rstrip())),
                source=Span(spoken[0].span.start, spoken[-1].span.end),
            )
        return
    # In a catalogue one word, such as “and”, may be a mark in another language.
    least = 1 if pair.running else 2
    for bead in pair.complete_beads:
        if not word_texts(bead.target) and len(word_texts(bead.source)) >= least:
            yield Finding(
                f"“{bead.target.text}” has no word of the source’s sentence",
                target=bead.target.span,
                source=bead.source.span,
            )
