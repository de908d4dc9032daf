from collections.abc import Iterator

from tqcheck.features.markup import marks, surplus
from tqcheck.features.quotes import outer_quoted
from tqcheck.features.shown_markup import shown_markup
from tqcheck.model import Bead, Finding, Passage, rule
from tqcheck.model.needs import MARKUP


@rule(severity="minor", mqm="design-and-markup/markup-tag", texts="articles", needs=(MARKUP,))
def emphasis_lost(bead: Bead) -> Iterator[Finding]:
    """Words that the source sets off in bold or italics are not set off in the translation.

    What the author wanted the reader to see is hidden in its sentence. Languages set off in their own
    ways: italics may become bold, or stand in quotation marks or code.

    Flagged:
        en.md: Press the button **[[before]]** you close the lid.
        de.md: Drücken Sie den Knopf, bevor Sie den Deckel schließen.

        fr.html: <p>Le pont est <strong>[[fermé]]</strong> et la route <em>ouverte</em>.</p>
        en.html: <p>The bridge is closed, and the road <em>open</em>.</p>
    Accepted:
        en.md: It is a *very* old bridge, called *Le Pont*.
        fr.md: C’est un **très** vieux pont, dit « Le Pont ».

        en.md: The `lid` is **open**.
        ja.md: `lid`は**開いて**います。
    """
    source, target = (marks(side, "emphasis") for side in (bead.source, bead.target))
    lost = len(source) - len(target) - max(0, _others(bead.target) - _others(bead.source))
    if lost <= 0:
        return
    first, *more = surplus(source, target)[-lost:]
    text = bead.source.document.text[slice(*first.span)]
    others = f" and {len(more)} more are" if more else " is"
    yield Finding(f"“{text}”{others} not set off here", source=first.span)


def _others(passage: Passage) -> int:
    """How often a passage sets words off otherwise, or means to."""
    shown = sum(one.kind == "emphasis" for one in shown_markup(passage))
    return len(marks(passage, "code span")) + len(outer_quoted(passage)) + shown
