from collections.abc import Iterator

from tqcheck.features.lines import breaks_lines, line_breaks
from tqcheck.features.messages import messages, plural
from tqcheck.model import Finding, Fix, Pair, rule


@rule(severity="minor", mqm="design-and-markup/whitespace", texts="catalogues")
def line_break_added(pair: Pair) -> Iterator[Finding]:
    """A message of a single line has several in the translation.

    A button grows, a log has lines that no program can read, a cell of a table breaks.

    Flagged:
        en>fr.po: msgid "It was saved. Go on?"
        en>fr.po: msgstr "C’est enregistré.[[\\n]]Continuer ?"

        en>de.po: msgid "Open the file"
        en>de.po: msgstr "Datei öffnen:[[\\n]]jetzt"
    Accepted:
        en>fr.po: msgid "Saved.\\nGo on?"
        en>fr.po: msgstr "Enregistré.\\n\\nContinuer ?"

        en>de.po: msgid "It was saved. Go on?"
        en>de.po: msgstr ""
        en>de.po: "Es ist gespeichert. "
        en>de.po: "Weiter?"
    """
    for bead in messages(pair):
        breaks = line_breaks(bead.target)
        if not breaks:
            continue
        form = plural(bead)
        sources = (form.singular, form.plural) if form else (bead.source,)
        if not any(breaks_lines(source) for source in sources):
            for span in breaks:
                yield Finding("the source has no line end here", target=span, fix=Fix(span, " "))
