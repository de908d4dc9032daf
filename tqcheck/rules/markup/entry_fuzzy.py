from collections.abc import Iterator

from tqcheck.features.markup import marks_of
from tqcheck.model import Finding, Pair, rule


@rule(severity="minor", mqm="accuracy/untranslated", status="preview", texts="catalogues")
def entry_fuzzy(pair: Pair) -> Iterator[Finding]:
    """An entry’s translation is marked as fuzzy, or as one that needs work: nobody has confirmed it.

    gettext does not use it, and other tools may. What it says is not looked at. Choose the rule
    where a release has to be complete.

    Flagged:
        en>fr.po: msgid "Open"
        en>fr.po: msgstr "Ouvrir"
        en>fr.po: #, fuzzy
        en>fr.po: msgid "[[Save as]]"
        en>fr.po: msgstr "Enregistrer"

        en>de.po: msgid "Open"
        en>de.po: msgstr "Öffnen"
        en>de.po: #, fuzzy, c-format
        en>de.po: #| msgid "%s is open"
        en>de.po: msgid "[[%s is closed]]"
        en>de.po: msgstr "%s ist offen"
    Accepted:
        en>fr.po: #, c-format
        en>fr.po: msgid "Open"
        en>fr.po: msgstr "Ouvrir"
    """
    for mark in marks_of(pair.source, "state"):
        if mark.value == "fuzzy":
            yield Finding("the translation is not confirmed", source=mark.span)
