import re
from collections.abc import Iterator

from tqcheck.model import Bead, Finding, Fix, rule

#: Two spaces or more between two words, not behind the end of a sentence.
_SPACES = re.compile(r"(?<=[^\s.!?…:])[ \u00a0]{2,}(?=[^\s|])")
_TABLE = 3


@rule(severity="minor", mqm="linguistic-conventions/punctuation", status="preview")
def space_doubled(bead: Bead) -> Iterator[Finding]:
    """Two spaces stand between two words, and the source has only single ones.

    A word or a tag was taken out between them. Spaces behind the end of a sentence are a habit of
    typists, and rows of them set columns apart.

    Flagged:
        fr: Le ministre a signé le décret.
        en: The minister[[  ]]signed the decree.

        de: Die Brücke bleibt gesperrt.
        fr: Le pont reste[[  ]]fermé.
    Accepted:
        fr: Le ministre a signé. Il part.
        en: The minister signed.  He is leaving.

        de: Name     Ort     Preis
        en: Name     Place     Price
    """
    if "  " not in bead.target.text and "\u00a0 " not in bead.target.text:
        return
    found = list(_SPACES.finditer(bead.target.text))
    if _SPACES.search(bead.source.text) or any(len(match.group()) > _TABLE for match in found):
        return
    for match in found:
        span = bead.target.at(*match.span())
        yield Finding("two spaces between two words", target=span, fix=Fix(span, " ", safe=True))
