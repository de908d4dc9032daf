from collections.abc import Iterator

from tqcheck.features.lines import breaks_lines, line_breaks
from tqcheck.features.messages import messages, plural
from tqcheck.model import Finding, Pair, rule


@rule(severity="minor", mqm="design-and-markup/whitespace", texts="catalogues")
def line_break_lost(pair: Pair) -> Iterator[Finding]:
    """A message of several lines is a single one in the translation.

    Steps, lists and paragraphs run together. It counts where every line ends with a mark, where
    lines begin as items do, or a blank line is between them: long texts are wrapped elsewhere.

    Flagged:
        en>fr.po: msgid "Two files were found:\\n- the old one\\n- the new one"
        en>fr.po: msgstr "[[Deux fichiers ont été trouvés : - l’ancien - le nouveau]]"

        en>de.po: msgid "It was saved.\\n\\nGo on?"
        en>de.po: msgstr "[[Es ist gespeichert. Weiter?]]"
    Accepted:
        en>fr.po: msgid "This is a long text that was wrapped\\nwhere the line was full"
        en>fr.po: msgstr "Un long texte coupé où la ligne était pleine"

        en>fr.po: msgid "Only such files are read.\\nAll others in this\\nfolder stay."
        en>fr.po: msgstr "Seuls ces fichiers sont lus. Les autres du dossier restent."

        en>de.po: msgid "It was saved.\\nGo on?"
        en>de.po: msgstr "Es ist gespeichert.\\nWeiter?"
    """
    for bead in messages(pair):
        form = plural(bead)
        sources = (form.singular, form.plural) if form else (bead.source,)
        breaks = min((line_breaks(source) for source in sources), key=len)
        if breaks and not breaks_lines(bead.target):
            lines = len(breaks) + 1
            yield Finding(
                f"{lines} lines of the source are one", target=bead.target.span, source=breaks[0]
            )
