from collections.abc import Iterator

from tqcheck.features.quotes import OPENING, Quoted, foreign_pairs, quoted, quoting_habit
from tqcheck.features.spacing import spacing_habit
from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import in_source, in_target

#: How many times as often a text must use its first marks for the others to be a slip.
_HABIT = 2
_STRAIGHT = '"'


@rule(
    severity="minor",
    mqm="locale-conventions/punctuation",
    needs=(in_source(OPENING), in_target(OPENING)),
)
def quotes_foreign(bead: Bead) -> Iterator[Finding]:
    """A quotation stands between the quotation marks of the source language.

    Every language has its own marks, and a reader stumbles over others. Marks that the language
    keeps for quotations inside quotations are flagged where the text otherwise uses the usual
    ones. Straight marks are right everywhere.

    Flagged:
        fr: « Je chantais », dit-elle.
        en: [[« I was singing »]], she said.

        de: Er nannte es „zu teuer“.
        en: He called it [[„too expensive“]].

        en: “Nobody listened,” she said.
        de: [[“Niemand hat zugehört”]], sagte sie.

        ja: 彼は「知らない」と言った。
        en: He said [[「I do not know」]].

        zh: 他读过《红楼梦》。
        en: He has read [[《Dream of the Red Chamber》]].

        en: “Yes,” he said. “No,” said she. “We shall see.”
        fr: « Oui », dit-il. « Non », dit-elle. [[“Nous verrons.”]]
    Accepted:
        fr: « Je chantais », dit-elle. « L’homme a dit “non” hier. »
        en: “I was singing,” she said. “The man said ‘no’ yesterday.”

        de: Er nannte es „zu teuer“.
        en: He called it "too expensive".

        en: “The workers’ rights,” he said, “are ‘not’ at stake.”
        de: „Die Rechte der Arbeiter“, sagte er, „sind ‚nicht‘ in Gefahr.“

        en: “Yes,” he said. “No,” said she.
        fr: “Oui”, dit-il. “Non”, dit-elle.

        ru: «Ну что ж», — сказал он.
        es: «Bueno», dijo él.
    """
    foreign = foreign_pairs(bead.source.profile, bead.target.profile)
    source = bead.source.text
    for each in quoted(bead.target):
        pair = (each.opening, each.closing)
        if each.opening in source and (pair in foreign or _slips(bead, each)):
            opening, closing = _usual(bead, each)
            yield Finding(
                f"“{each.opening}…{each.closing}” are not the quotation marks used here",
                target=each.span,
                fix=Fix(each.span, f"{opening}{each.inner.strip()}{closing}", safe=True),
            )


def _slips(bead: Bead, each: Quoted) -> bool:
    """Whether a text that uses its language's first marks has the source's ones here."""
    document, pair = bead.target.document, (each.opening, each.closing)
    usual = document.profile.quotes[0]
    if pair == usual or pair != bead.source.profile.quotes[0]:
        return False
    habit = quoting_habit(document)
    block = document.block_of(bead.target)
    before = document.text[block.span.start : each.span.start]
    inside = before.count(usual[0]) > before.count(usual[1])
    return not inside and habit[usual] > _HABIT * (habit[pair] - 1)


def _usual(bead: Bead, each: Quoted) -> tuple[str, str]:
    """The marks that belong here, with the space that this text puts inside them; straight ones
    in a text that mostly has those.
    """
    profile, document = bead.target.profile, bead.target.document
    opening, closing = profile.quotes[0]
    straight = document.text.count(_STRAIGHT) // 2
    if straight > quoting_habit(document)[opening, closing] and _STRAIGHT not in each.inner:
        return _STRAIGHT, _STRAIGHT
    if opening in each.inner:
        opening, closing = profile.quotes[1]
    if profile.has("space_before") and closing in profile.space_before:
        gap = next((gap for gap, _ in spacing_habit(document).most_common(1)), "\u00a0")
        return f"{opening}{gap}", f"{gap}{closing}"
    return opening, closing
