import re
from collections.abc import Iterator
from functools import cache

from tqcheck.features.alternatives import any_of
from tqcheck.features.protected import is_protected
from tqcheck.model import Bead, Finding, Fix, LanguageProfile, Pair, rule
from tqcheck.model.needs import pair_that, target_word

_ENGLISH = {1: "st", 2: "nd", 3: "rd"}
#: “125th Street” is a name where the source has it so.
_NAME = re.compile(r" [A-Z]\w+")
_TEENS = range(11, 14)


#: A stop between a figure and an ending.
_STOPPED = re.compile(r"[\dXVI]\.[^\W\d_]")


def _has_stopped_ending(pair: Pair) -> bool:
    return _STOPPED.search(pair.target.text) is not None


def _has_ending(word: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word is a figure with an ending."""
    pattern = _residue(other, profile)
    return pattern is not None and pattern.search(word) is not None


@rule(
    severity="minor",
    mqm="accuracy/untranslated",
    needs=(target_word(_has_ending) + pair_that(_has_stopped_ending),),
)
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
    return re.compile(rf"(?<![\w.,:/-])(\d{{1,4}}|[XVI]{{1,6}})\.?(?:{any_of(suffixes)})(?![\w/-])")


def _in_english(figures: str) -> str:
    if not figures.isdecimal():
        return ""
    number = int(figures)
    suffix = "th" if number % 100 in _TEENS else _ENGLISH.get(number % 10, "th")
    return f"{figures}{suffix}"
