from collections.abc import Iterator

from tqcheck.features.markup import marks_of
from tqcheck.model import Finding, Pair, Span, rule
from tqcheck.model.needs import MARKUP


@rule(severity="major", mqm="design-and-markup/markup-tag", needs=(MARKUP,))
def table_shape_changed(pair: Pair) -> Iterator[Finding]:
    """A table has other rows or columns than the source’s.

    A row was lost, or a cell was split by a mark that the format takes for a border. Tables are
    compared where both texts have as many of them.

    Flagged:
        fr.md: | Ville | Habitants |
        fr.md: |---|---|
        fr.md: | Lyon | 520 000 |
        fr.md: | Nice | 348 000[[]] |
        en.md: | City | Inhabitants |
        en.md: |---|---|
        en.md: | Lyon | 520,000[[]] |

        en.md: | Name | Use |
        en.md: |---|---|
        en.md: | lid | closes the box[[]] |
        de.md: | Name | Zweck | Bild |
        de.md: |---|---|---|
        de.md: | Deckel | schließt die Dose[[]] | |
    Accepted:
        fr.md: | Ville | Pays |
        fr.md: |---|---|
        fr.md: | Lyon | France |
        en.md: | City | Country |
        en.md: |:--|--:|
        en.md: | Lyon | France |

        de.md: Keine Tabelle.
        en.md: No table.
    """
    here, there = marks_of(pair.source, "table"), marks_of(pair.target, "table")
    if len(here) != len(there):
        return
    for source, target in zip(here, there, strict=True):
        if source.value != target.value:
            yield Finding(
                f"this table has {target.value} rows and columns, the source’s {source.value}",
                target=Span(target.span.end, target.span.end),
                source=Span(source.span.end, source.span.end),
            )
