from collections.abc import Iterator

from tqcheck.features.straight_quotes import has_quotes, lone_quotes
from tqcheck.model import Finding, Fix, Pair, Segment, rule
from tqcheck.model.needs import in_target


@rule(severity="minor", mqm="linguistic-conventions/punctuation", needs=(in_target('"'),))
def quote_unpaired(pair: Pair) -> Iterator[Finding]:
    """A quotation mark has no partner, and the source quotes nothing.

    The reader looks for the beginning of words that nobody said. Straight marks are paired over
    the paragraph. Quotations run over paragraphs, and many texts leave a mark out, so only
    paragraphs count whose source has no quotation mark or dash of a dialogue.

    Flagged:
        fr: Selon le rapport, l’eau était la plus pure du pays.
        en: According to the report, the water was the[["]] purest in the country.

        de: Die Brücke bleibt bis zum Herbst gesperrt.
        fr: Le pont[["]] restera fermé jusqu’à l’automne.
    Accepted:
        fr: L’écran de 27 pouces est « grand ».
        en: The 27" screen is "large".

        de: „Wir haben lange gewartet.
        de: Jetzt gehen wir“, sagte sie.
        en: "We have waited for a long time.
        en: "Now we are leaving," she said.

        fr: La ligne est coupée, dit-elle.
        en: The line is cut," she said.

        es: —Nos vamos —dijo ella.
        en: "We are leaving, she said.
    """
    for block in pair.target.blocks:
        alone = lone_quotes(block)
        sources = pair.counterpart(block) if len(alone) == 1 else ()
        if sources and not has_quotes(Segment.joined(sources)):
            yield Finding('“"” has no partner', target=alone[0], fix=Fix(alone[0], ""))
