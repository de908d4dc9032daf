import unicodedata
from collections.abc import Iterator

from tqcheck.features.markup import marks
from tqcheck.model import Bead, Finding, rule


@rule(severity="minor", mqm="design-and-markup/length", texts="catalogues")
def length_exceeded(bead: Bead) -> Iterator[Finding]:
    """The translation is longer than the file allows.

    What does not fit is cut off, or pushed out of its frame. Limits are those that a file states in
    characters: the flag `max-length:20` of a catalogue, `maxwidth` with `size-unit="char"` of XLIFF.

    Flagged:
        en>de.po: #, max-length:10
        en>de.po: msgid "Settings"
        en>de.po: msgstr "Einstellun[[gen]]"

        en>fr.po: #, max-length:8
        en>fr.po: msgid "Discard"
        en>fr.po: msgstr "Ne pas e[[nregistrer]]"
    Accepted:
        en>de.po: #, max-length:13
        en>de.po: msgid "Settings"
        en>de.po: msgstr "Einstellungen"

        en>ja.po: #, max-length:10
        en>ja.po: msgid "Settings"
        en>ja.po: msgstr "設定"
    """
    for limit in marks(bead.source, "limit"):
        most = int(limit.value)
        text = bead.target.text
        if len(text) > most and len(unicodedata.normalize("NFC", text)) > most:
            yield Finding(
                f"the translation has {len(text)} characters, and {most} are allowed",
                target=bead.target.at(most, len(text)),
            )
