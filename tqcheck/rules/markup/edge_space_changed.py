from collections.abc import Iterator

from tqcheck.features.edges import before, behind, edge_word, edges
from tqcheck.features.words import unspaced, words
from tqcheck.model import Bead, Finding, Fix, Span, rule


@rule(severity="minor", mqm="design-and-markup/whitespace", texts="catalogues")
def edge_space_changed(bead: Bead) -> Iterator[Finding]:
    """A message begins or ends with a space, and its translation does not; or the other way.

    Such a message is joined with another: without the space two words are glued. A language that
    puts no space between words needs none.

    Flagged:
        en>fr.po: msgid "Last change: "
        en>fr.po: msgstr "Dernière modification [[:]]"

        en>de.po: msgid "Search the library"
        en>de.po: msgstr "[[ ]]Bibliothek durchsuchen"
    Accepted:
        en>de.po: msgid "Last change: "
        en>de.po: msgstr "Letzte Änderung: "

        en>ja.po: msgid "Last change: "
        en>ja.po: msgstr "最終更新："
    """
    source, target = edges(bead.source), edges(bead.target)
    if not (any(source) or any(target)) or source.newlines != target.newlines:
        return
    for side, (here, there) in enumerate(zip(source.spaces, target.spaces, strict=True)):
        if bool(here) == bool(there):
            continue
        where = "ends" if side else "begins"
        if there:
            place = behind(bead.target) if side else before(bead.target)
            yield Finding(f"the source {where} without a space", target=place, fix=Fix(place, ""))
        elif words(bead.target) and not unspaced(bead.target.text):
            at = bead.target.span.end if side else bead.target.span.start
            yield Finding(
                f"the source {where} with a space",
                target=edge_word(bead.target, last=bool(side)),
                fix=Fix(Span(at, at), here),
            )
