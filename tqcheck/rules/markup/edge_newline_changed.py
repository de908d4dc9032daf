from collections.abc import Iterator

from tqcheck.features.edges import before, behind, edge_word, edges
from tqcheck.features.messages import plural
from tqcheck.model import Bead, Finding, Fix, rule


@rule(severity="major", mqm="design-and-markup/whitespace", texts="catalogues")
def edge_newline_changed(bead: Bead) -> Iterator[Finding]:
    """A message begins or ends with a line end, and its translation does not; or the other way.

    A catalogue with one such message does not compile, and on a terminal two messages run together.

    Flagged:
        en>fr.po: msgid "The file is saved.\\n"
        en>fr.po: msgstr "Le fichier est [[enregistré.]]"

        en>de.po: msgid "Done"
        en>de.po: msgstr "Fertig[[\\n]]"
    Accepted:
        en>de.po: msgid ""
        en>de.po: "The file is saved.\\n"
        en>de.po: msgstr "Die Datei ist gespeichert.\\n"

        en>ja.po: msgid "\\nReady\\n"
        en>ja.po: msgstr "\\n準備完了\\n"
    """
    form = plural(bead)
    sources = (form.singular, form.plural) if form else (bead.source,)
    target = bead.target
    for side, has in enumerate(edges(target).newlines):
        if has in {edges(source).newlines[side] for source in sources}:
            continue
        where = "ends" if side else "begins"
        place = behind(target) if side else before(target)
        at = target.span.end if side else target.span.start
        if has:
            yield Finding(
                f"the source {where} without a line end", target=place, fix=Fix(place, "")
            )
        else:
            yield Finding(
                f"the source {where} with a line end",
                target=edge_word(target, last=bool(side)),
                fix=Fix(place._replace(start=at, end=at), "\n"),
            )
