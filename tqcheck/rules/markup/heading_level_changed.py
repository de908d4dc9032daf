from collections import Counter
from collections.abc import Iterator

from tqcheck.features.markup import marks
from tqcheck.model import Finding, Mark, Pair, rule
from tqcheck.model.needs import MARKUP


@rule(severity="minor", mqm="design-and-markup/markup-tag", needs=(MARKUP,))
def heading_level_changed(pair: Pair) -> Iterator[Finding]:
    """A heading stands at another level than in the source.

    The table of contents shows another order than the author’s. Where all headings of a text moved
    alike, its page simply begins at another level.

    Flagged:
        fr.md: # Guide
        fr.md: ## Installer
        fr.md: ## Vérifier
        en.md: # Guide
        en.md: ## Install
        en.md: ### [[Check]]

        en.md: # Guide
        en.md: ## Limits
        en.md: ### Names
        de.md: # Leitfaden
        de.md: # [[Grenzen]]
        de.md: ### Namen
    Accepted:
        fr.md: ## Guide
        fr.md: ### Installer
        en.md: # Guide
        en.md: ## Install

        de.md: # Leitfaden
        de.md: Text.
        en.md: # Guide
        en.md: Text.
    """
    beside: list[tuple[Mark, Mark]] = []
    for bead in pair.complete_beads:
        ours, theirs = marks(bead.source, "heading"), marks(bead.target, "heading")
        if len(ours) == len(theirs) == 1:
            beside.append((ours[0], theirs[0]))
    moved = Counter(int(there.value) - int(here.value) for here, there in beside)
    if len(moved) < 2:
        return
    usual = max(moved, key=lambda step: (moved[step], step == 0))
    for here, there in beside:
        level = int(here.value) + usual
        if int(there.value) != level:
            yield Finding(
                f"this heading is of level {there.value}, not {level} as in the source",
                target=there.span,
                source=here.span,
            )
