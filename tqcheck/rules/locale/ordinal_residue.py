import re
from collections.abc import Iterator
from functools import cache

from tqcheck.features.protected import is_protected
from tqcheck.model import Bead, Finding, Fix, LanguageProfile, rule

_ENGLISH = {1: "st", 2: "nd", 3: "rd"}
#: “125th Street” is a name where the source has it so.
_NAME = re.compile(r" [A-Z]\w+")
_TEENS = range(11, 14)


@rule(severity="minor", mqm="accuracy/untranslated")
def ordinal_residue(bead: Bead) -> Iterator[Finding]:
    """An ordinal kept the ending that the source’s language gives it.

    “1er”, “2e” and “XXe” are French, “3.º” is Spanish; whoever reads the translation stumbles.
    Flagged is what stands in the source in the same way.

    Flagged:
        fr: Le 2e bataillon arrive le 1er mai.
        en: The [[2e]] battalion arrives on May [[1er]].

        fr: C’était au XIXe siècle.
        de: Das war im [[XIXe]] Jahrhundert.

        es: Es la 3ª vez.
        en: It is the [[3ª]] time.
    Accepted:
        fr: Le 2e bataillon arrive le 1er mai.
        en: The 2nd battalion arrives on May 1.

        fr: Le 5e étage est fermé.
        nl: De 5e verdieping is dicht.
    """
    source, target = bead.source.profile, bead.target.profile
    if not (source.has("ordinal_suffixes") and target.has("ordinal_suffixes")):
        return
    pattern = _residue(source, target)
    if pattern is None or source.tag == target.tag:
        return
    for match in pattern.finditer(bead.target.text):
        span = bead.target.at(*match.span())
        behind = _NAME.match(bead.target.text, match.end())
        if match.group() not in bead.source.text or is_protected(bead.target, span):
            continue
        if behind is None or match.group() + behind.group() not in bead.source.text:
            cure = _in_english(match[1]) if target.tag.startswith("en") else ""
            message = f"“{match.group()}” kept its {source.name} ending"
            yield Finding(message, target=span, fix=Fix(span, cure, safe=True) if cure else None)


@cache
def _residue(source: LanguageProfile, target: LanguageProfile) -> re.Pattern[str] | None:
    suffixes = source.ordinal_suffixes - target.ordinal_suffixes
    if not suffixes or "Latn" not in source.scripts:
        return None
    ending = "|".join(sorted(map(re.escape, suffixes), key=len, reverse=True))
    return re.compile(rf"(?<![\w.,:/-])(\d{{1,4}}|[XVI]{{1,6}})\.?(?:{ending})(?![\w/-])")


def _in_english(figures: str) -> str:
    if not figures.isdecimal():
        return ""
    number = int(figures)
    suffix = "th" if number % 100 in _TEENS else _ENGLISH.get(number % 10, "th")
    return f"{figures}{suffix}"
