from collections.abc import Iterator
from itertools import groupby, islice

from tqcheck.features.markup import marks
from tqcheck.features.shown_markup import shown_markup
from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import MARKUP


@rule(severity="major", mqm="design-and-markup/markup-tag", texts="articles", needs=(MARKUP,))
def markup_shown(bead: Bead) -> Iterator[Finding]:
    """Marks of Markdown are shown to the reader, since the translation damaged them.

    A space behind “**” or before “(”, or a full-width mark, and what was a link or in bold is text
    with stars and brackets in it. It counts where the source has such markup in the same sentence,
    and the translation has less of it.

    Flagged:
        en.md: Read the guide **now**.
        fr.md: Lisez le guide [[** maintenant **]].

        en.md: # Limits
        ja.md: [[＃]]制限
    Accepted:
        en.md: The **bold** product is 2 * 3 * 4.
        de.md: Das **fette** Produkt ist 2 * 3 * 4.

        en.md: Read `a ** b` in [the guide](guide.md).
        fr.md: Lisez `a ** b` dans [le guide](guide.md).
    """
    for kind, found in groupby(shown_markup(bead.target), key=lambda one: one.kind):
        source = marks(bead.source, kind)
        lost = len(source) - len(marks(bead.target, kind))
        for number, one in enumerate(islice(found, max(lost, 0))):
            text = bead.target.document.text[slice(*one.span)]
            yield Finding(
                f"the marks of the {kind} are shown as they stand",
                target=one.span,
                source=source[number - lost].span,
                # Else its letters are the cause: a mark beside “**” that is no word.
                fix=Fix(one.span, one.written, safe=True, prose=one.words)
                if one.written != text
                else None,
            )
