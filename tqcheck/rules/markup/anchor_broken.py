from collections.abc import Iterator
from urllib.parse import unquote

from tqcheck.features.links import anchors
from tqcheck.features.markup import marks_of
from tqcheck.model import Document, Finding, Mark, Pair, rule
from tqcheck.model.needs import MARKUP


@rule(severity="major", mqm="design-and-markup/hypertext", needs=(MARKUP,))
def anchor_broken(pair: Pair) -> Iterator[Finding]:
    """A link within the page leads to an anchor that the translation has not.

    A heading was translated and the link to it was not, or the other way round. Nothing is said
    where the source’s own links do not lead to its headings either: the site makes its anchors in
    another way.

    Flagged:
        fr.md: # Limites
        fr.md: Voir les [limites](#limites).
        en.md: # Limits
        en.md: See the [[[limits]]](#limites).

        en.md: ## Known problems {#problems}
        en.md: These are the [known problems](#problems).
        de.md: ## Bekannte Probleme {#probleme}
        de.md: Das sind die [[[bekannten Probleme]]](#problems).
    Accepted:
        fr.md: # Déjà vu
        fr.md: Voir [plus haut](#déjà-vu).
        en.md: # Seen before
        en.md: See [above](#seen-before).

        en.md: See the [limits](#made-by-hand).
        fr.md: Voir les [limites](#made-by-hand).
    """
    inside = [mark for mark in marks_of(pair.target, "link") if mark.value.startswith("#")]
    if not inside:
        return
    own = [mark for mark in marks_of(pair.source, "link") if mark.value.startswith("#")]
    if not own or any(_broken(mark, pair.source) for mark in own):
        return
    for mark in inside:
        if _broken(mark, pair.target):
            yield Finding(f"there is no anchor “{mark.value}” in this text", target=mark.span)


def _broken(mark: Mark, document: Document) -> bool:
    name = unquote(mark.value[1:])
    return bool(name) and name != "top" and name not in anchors(document)
