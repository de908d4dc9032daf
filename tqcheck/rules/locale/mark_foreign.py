import re
import unicodedata
from collections.abc import Iterator

from tqcheck.features.protected import is_protected
from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import in_target

#: Marks of Chinese, Japanese and Arabic, and what stands for them where words are set apart by
#: spaces and written from left to right.
_USUAL = {
    "。": ".",
    "，": ",",
    "、": ",",
    "；": ";",
    "：": ":",
    "！": "!",
    "？": "?",
    "،": ",",
    "؛": ";",
    "؟": "?",
}
_WRITTEN = str.maketrans("23∕", "²³/")
#: Signs of one em for units: “㎏”, “℃”.
_UNITS = {
    sign: letters.translate(_WRITTEN)
    for sign in ("℃", "℉", *map(chr, range(0x3371, 0x33E0)))
    if unicodedata.east_asian_width((letters := unicodedata.normalize("NFKC", sign))[0]) != "W"
}
_FOREIGN = re.compile(rf"(?P<mark>[{''.join((*_USUAL, *_UNITS))}])(?P<next>\w?)")
_SCRIPTS = frozenset(("Latn", "Cyrl", "Grek", "Armn"))
#: From here on letters belong to scripts that have these marks, or others of their own.
_OTHER_LETTERS = re.compile("[\u0590-\u1cff\u2e80-\uffdc]")


@rule(
    severity="minor",
    mqm="linguistic-conventions/punctuation",
    needs=(in_target("".join((*_USUAL, *_UNITS))),),
)
def mark_foreign(bead: Bead) -> Iterator[Finding]:
    """A comma, a stop or another mark is that of a script the language is not written in.

    The mark was copied from the source. Flagged is a mark behind a letter or a figure of the
    language itself, not one inside a quotation in the other script.

    Flagged:
        zh: 选手们乘渡轮抵达。
        en: The runners came by ferry[[。]]

        ar: قال الوزير، أمس، إن الاتفاق تم.
        en: The minister said[[،]] yesterday[[،]] that the deal was done.

        ja: はい、行きます。
        de: Ja[[、]] ich gehe.

        ko: 상자는 5㎏이다.
        en: The box weighs 5[[㎏]].
    Accepted:
        zh: 他来了，她走了。
        ja: 彼は来て、彼女は去った。
    """
    text, profile = bead.target.text, bead.target.profile
    if not _SCRIPTS & set(profile.scripts):
        return
    shared = set(bead.source.profile.scripts) & set(profile.scripts)
    for match in _FOREIGN.finditer(text):
        mark, before = match["mark"], text[: match.start()].rstrip("”“’\"')]")[-1:]
        unit = _UNITS.get(mark)
        if not (unit or before.isalnum()) or _OTHER_LETTERS.match(before):
            continue
        if shared and mark in bead.source.text:
            continue
        span = bead.target.at(*match.span("mark"))
        if is_protected(bead.target, span):
            continue
        mended = unit or _USUAL[mark] + (" " if match["next"] else "")
        yield Finding(
            f"“{mark}” is a mark of another script",
            target=span,
            fix=Fix(span, mended, safe=True),
        )
