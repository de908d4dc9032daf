from collections.abc import Iterator

from tqcheck.features.links import same_place
from tqcheck.features.markup import changes
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import MARKUP


@rule(severity="major", mqm="design-and-markup/hypertext", needs=(MARKUP,))
def link_lost(pair: Pair) -> Iterator[Finding]:
    """A link of the source is gone from the translation.

    The words are there and lead nowhere. A link that moved to another sentence is not lost, nor is
    one whose whole sentence is missing: that is another rule’s.

    Flagged:
        fr.md: Consultez [[[la loi]]](https://tqcheck.example/loi) et [le décret](decret.md).
        en.md: See the law and [the decree](decret.md).

        en.md: Run the [[[installer]]](install.md) first.
        de.md: Starten Sie zuerst das Installationsprogramm.
    Accepted:
        fr.md: Consultez [la loi](loi.md). Elle date de mars.
        en.md: Consult it. [The law](loi.md) dates from March.

        en.md: See the section [below](#limits).
        fr.md: Voir la section [ci-dessous](#limites).
        fr.md: # Limites
    """
    for _, here, there in changes(pair, same_place, "link"):
        if here is not None and there is None and same_place(here, pair):
            yield Finding(f"the link to “{here.value}” is gone", source=here.span)
