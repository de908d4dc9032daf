from collections.abc import Iterator

from tqcheck.ledgers.addresses import changed_addresses
from tqcheck.model import Finding, Fix, Pair, rule

_NAMES = {
    "link": "link",
    "domain": "address",
    "address": "e-mail address",
    "file": "file name",
    "handle": "name of an account",
    "code": "name",
    "figure": "address",
}


@rule(severity="major", mqm="accuracy/do-not-translate", status="preview")
def address_changed(pair: Pair) -> Iterator[Finding]:
    """An address in the text leads elsewhere: a link, an account, a file, a machine.

    Whoever types it reaches nobody, or somebody else. Hashtags may be translated; a link may lead
    to the page of its own language (`/fr/` and `/en/`).

    Flagged:
        fr: Écrivez à info@exemple.org avant lundi.
        en: Write to [[info@example.org]] before Monday.

        de: Lesen Sie anleitung.pdf auf https://beispiel.org/hilfe/start.
        en: Read anleitung.pdf on [[https://beispiel.org/help/start]].

        fr: Ouvrez rapport_final.pdf sur 192.168.1.10 et lancez calculer().
        en: Open [[final_report]].pdf on [[192.168.1.11]] and run [[compute()]].

        en: The minister thanked @NASA_Earth for the pictures.
        fr: Le ministre a remercié [[@NASA_Terre]] pour les images.
    Accepted:
        fr: Voir https://exemple.org/fr/aide, dit @marie sur son compte #Climat.
        en: See https://exemple.org/en/aide, says @marie on her account #Climate.

        en: Write to @tqcheck_help for more.
        ja: 詳しくは@tqcheck_helpに連絡してください。

        de: Die Seite www.beispiel.org ist offline, sagt @pia.
        en: The site beispiel.org is offline, says @Pia.
    """
    for change in changed_addresses(pair):
        if change.target is not None:
            yield Finding(
                f"the {_NAMES[change.source.kind]} “{change.source.text}” is another one here",
                target=change.target.span,
                source=change.source.span,
                fix=Fix(change.target.span, change.source.text),
            )
