from collections.abc import Iterator

from tqcheck.ledgers.addresses import changed_addresses
from tqcheck.model import Finding, Pair, rule


@rule(severity="major", mqm="accuracy/omission", status="preview")
def address_missing(pair: Pair) -> Iterator[Finding]:
    """An address in the text of the source is gone: a link, an e-mail address, an account, a file.

    The reader is told to write or to look somewhere, and not where. Hashtags may go.

    Flagged:
        fr: Écrivez à [[info@exemple.org]] avant lundi.
        en: Write to us before Monday.

        de: Die Anleitung steht auf [[https://beispiel.org/hilfe]].
        en: The guide is online.
    Accepted:
        fr: Écrivez à info@exemple.org avant lundi #Climat.
        en: Before Monday, write to INFO@exemple.org.

        de: Auf Beispiel.de kostet es 5 Euro.
        en: It costs 5 euros at Beispiel.de.
    """
    for change in changed_addresses(pair):
        if change.target is None:
            yield Finding(f"“{change.source.text}” is gone", source=change.source.span)
