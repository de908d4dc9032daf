import re
from collections.abc import Iterator

from tqcheck.features.protected import is_protected
from tqcheck.model import Bead, Finding, Fix, Pair, rule
from tqcheck.model.needs import pair_that

#: A capital or a small letter and three or more small ones, each on its own.
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?: (?P<last>[^\W\d_])){3,40}(?![^\s.,;:!?…)\]”»\"])")


#: What a text with such letters has, and much cheaper to look for.
_LONE = re.compile(r" [^\W\d_] [^\W\d_] [^\W\d_]")


def _has_lone_letters(pair: Pair) -> bool:
    return _LONE.search(pair.target.text) is not None


@rule(
    severity="minor", mqm="linguistic-conventions/spelling", needs=(pair_that(_has_lone_letters),)
)
def letters_spaced(bead: Bead) -> Iterator[Finding]:
    """The letters of a word stand apart, a space between each.

    Headings are set so for looks, and what reads them from a page takes every letter for a word.
    Capitals may be a list or initials, and what the source spells out is its own.

    Flagged:
        fr: Le ministre a signé le décret.
        en: The [[m i n i s t e r]] signed the decree.

        en: The bridge reopens.
        de: Die [[B r ü c k e]] öffnet wieder.
    Accepted:
        fr: Il épelle : m i n i s t r e.
        en: He spells it: m i n i s t e r.

        de: Die Gruppen A B C D spielen, und x y z bleiben.
        en: Groups A B C D are playing, and x y z stay.
    """
    for match in _SPACED.finditer(bead.target.text):
        letters = match.group().replace(" ", "")
        span = bead.target.at(*match.span())
        if not letters[1:].islower() or is_protected(bead.target, span):
            continue
        if not _SPACED.search(bead.source.text):
            yield Finding(f"“{match.group()}” is spelled out", span, fix=Fix(span, letters))
