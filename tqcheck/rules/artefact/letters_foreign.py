import re
from collections.abc import Iterator
from functools import cache

from tqcheck.features.protected import is_protected
from tqcheck.model import Bead, Finding, Fix, LanguageProfile, rule
from tqcheck.model.needs import in_target

_WORD = re.compile(r"[^\W\d_]{2,60}")


def _is_foreign(character: str, profile: LanguageProfile, *_: object) -> bool:
    letters = _letters(profile)
    return letters is not None and bool(letters[0].match(character))


@rule(
    severity="minor",
    mqm="linguistic-conventions/character-encoding",
    needs=(in_target(_is_foreign),),
)
def letters_foreign(bead: Bead) -> Iterator[Finding]:
    """A word has a letter that only a neighbour of the language writes.

    Russian letters in a Ukrainian word, the Arabic forms of two letters in Persian, a cedilla
    where Romanian has a comma: keyboards and engines that know the neighbour better put them
    there, and no search finds the word. What the source has as well is its own.

    Flagged:
        en: The minister arrived in Kyiv.
        uk: Міністр [[приїхаъ]] до Києва.

        en: The city has a new bridge.
        ro: [[Oraşul]] are un pod nou.

        en: The book is new.
        fa: [[كتاب]] تازه است.
    Accepted:
        en: The minister arrived in Kyiv.
        uk: Міністр приїхав до Києва.

        ru: Группа «Сплин» и Крым.
        uk: Гурт «Сплін» і Крим, російською «Крым».
    """
    letters = _letters(bead.target.profile)
    if letters is None:
        return
    pattern, cures = letters
    if not pattern.search(bead.target.text):
        return
    for match in _WORD.finditer(bead.target.text):
        word = match.group()
        if not pattern.search(word) or word in bead.source.text:
            continue
        span = bead.target.at(*match.span())
        if not is_protected(bead.target, span):
            mended = word.translate(cures)
            cure = Fix(span, mended, safe=True) if not pattern.search(mended) else None
            language = bead.target.profile.name
            yield Finding(f"“{word}” has a letter that is not {language}", target=span, fix=cure)


@cache
def _letters(profile: LanguageProfile) -> tuple[re.Pattern[str], dict[int, str]] | None:
    if not profile.has("foreign_letters"):
        return None
    pairs = profile.foreign_letters
    choice = "".join(re.escape(letter) for letter, _ in pairs)
    return re.compile(f"[{choice}]"), {ord(letter): own for letter, own in pairs if own}
