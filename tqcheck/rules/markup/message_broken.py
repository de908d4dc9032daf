from collections.abc import Iterator

from tqcheck.features.icu import as_icu_message, icu_message
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import in_source


@rule(severity="major", mqm="design-and-markup/markup-tag", needs=(in_source("{"),))
def message_broken(bead: Bead) -> Iterator[Finding]:
    """An ICU message of the source is well formed, and its translation cannot be read.

    One brace too few, or a keyword that was translated, and the program shows an error instead of
    the message. The place is where it can be read no further.

    Flagged:
        en: {count, plural, one {# file} other {# files}} copied
        fr: {count, plural, one {# fichier} other {# fichiers}} copiés[[}]]

        en: {who, select, female {She} other {They}} left.
        de: {who, [[Auswahl]], female {Sie} other {Er}} ist gegangen.
    Accepted:
        en: {count, plural, one {# file} other {# files}} copied
        fr: {count, plural, one {# fichier copié} other {# fichiers copiés}}

        en: {n, plural, =0 {none} other {{name} and # others}}
        de: {n, plural, =0 {niemand} other {{name} und # andere}}
    """
    source = icu_message(bead.source)
    if source is None or source.broken:
        return
    if broken := as_icu_message(bead.target).broken:
        problem, span = broken
        yield Finding(f"the message {problem}", target=span)
