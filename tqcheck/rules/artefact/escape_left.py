import re
from collections.abc import Iterator
from html import unescape

from tqcheck.features.protected import is_protected
from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import in_target

#: An entity of HTML, a character or an end of line as programs write them.
_ESCAPE = re.compile(
    r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});|\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[nrt\"'])"
    r"|%(?:20|27|2C|C3%[89AB][0-9A-F])(?=\w)"
)
_WRITTEN = {"\\n": " ", "\\r": " ", "\\t": " ", '\\"': '"', "\\'": "'"}


@rule(severity="minor", mqm="linguistic-conventions/character-encoding", needs=(in_target("&%\\"),))
def escape_left(bead: Bead) -> Iterator[Finding]:
    """A character stands in the text as a program writes it: “&amp;”, “\\u00e9”, “\\n”.

    Text on its way through pages and programs is escaped, and somebody has forgotten to turn it
    back. What the source has as well is its own.

    Flagged:
        fr: La société Dupont et Fils n’a rien dit.
        en: The firm Dupont [[&amp;]] Sons said nothing; the firm[[&#39;]]s lawyer neither.

        de: Das Café ist offen.
        fr: Le caf[[\\u00e9]] est ouvert.
    Accepted:
        fr: Écrivez &nbsp; et \\n ainsi.
        en: Write &nbsp; and \\n so.

        de: AT&T und R&D; C:\\neu 50%25
        en: AT&T and R&D; C:\\neu 50%25

        en: See https://en.wikipedia.org/wiki/Lazy_evaluation first.
        fr: Voir d’abord https://fr.wikipedia.org/wiki/%C3%89valuation_paresseuse.
    """
    text = bead.target.text
    if not ("&" in text or "\\" in text or "%" in text):
        return
    for match in _ESCAPE.finditer(text):
        found = match.group()
        meant = _meant(found)
        if meant == found or found in bead.source.text:
            continue
        span = bead.target.at(*match.span())
        if found.startswith("%") and is_protected(bead.target, span):
            continue  # an address is written so
        yield Finding(
            f"“{found}” stands for {f'“{meant}”' if meant.strip() else 'a space'}",
            target=span,
            fix=Fix(span, meant, safe=True),
        )


def _meant(escape: str) -> str:
    """The character that an escape stands for, the escape itself where it stands for none."""
    if escape in _WRITTEN:
        return _WRITTEN[escape]
    if escape.startswith("\\"):
        return chr(int(f"0x{escape[2:]}", base=0))
    if escape.startswith("%"):
        from urllib.parse import unquote

        return unquote(escape)
    return unescape(escape).replace("\u00a0", " ")
