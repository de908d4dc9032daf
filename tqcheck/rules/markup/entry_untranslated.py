from collections.abc import Iterator

from tqcheck.features.markup import marks_of
from tqcheck.model import Finding, Pair, rule


@rule(severity="minor", mqm="accuracy/untranslated", status="preview", texts="catalogues")
def entry_untranslated(pair: Pair) -> Iterator[Finding]:
    """An entry of the catalogue has no translation yet.

    The program shows the source instead. In a catalogue that is being worked on this is no defect:
    choose the rule where a release has to be complete.

    Flagged:
        en>fr.po: msgid "Open"
        en>fr.po: msgstr "Ouvrir"
        en>fr.po: msgid "[[Save as]]"
        en>fr.po: msgstr ""

        en>de.po: msgid "Open"
        en>de.po: msgstr "Öffnen"
        en>de.po: msgid "[[%d ship]]"
        en>de.po: msgid_plural "%d ships"
        en>de.po: msgstr[0] ""
        en>de.po: msgstr[1] ""
    Accepted:
        en>fr.po: msgid "Open"
        en>fr.po: msgstr "Ouvrir"
        en>fr.po: #~ msgid "Save"
        en>fr.po: #~ msgstr ""
    """
    for mark in marks_of(pair.source, "state"):
        if mark.value == "untranslated":
            yield Finding("this is not translated", source=mark.span)
