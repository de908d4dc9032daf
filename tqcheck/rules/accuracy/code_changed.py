import re
from collections.abc import Iterator

from tqcheck.features.distance import letters_apart
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import in_source, in_target, source_word, target_word

#: Letters and figures in one word, an ISBN, a telephone number.
_CODE = re.compile(
    r"(?<![\w./@#-])(?:(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9]{1,12}(?:-[A-Z0-9]{1,12}){0,3}"
    r"|97[89][ -]?(?:\d[ -]?){9}\d|\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6})(?![\w@-])"
)
_LETTERS = re.compile(r"[A-Z]")
_FARTHEST = 2
_FEWEST = 3


def _may_be_of_a_code(word: str, *_: object) -> bool:
    figures = any(map(str.isdecimal, word))
    return figures and (word.startswith(("978", "979")) or any(map(str.isupper, word)))


_NEEDED = (
    source_word(_may_be_of_a_code) + in_source("+"),
    target_word(_may_be_of_a_code) + in_target("+"),
)


@rule(severity="major", mqm="accuracy/mistranslation/technical-relationship", needs=_NEEDED)
def code_changed(bead: Bead) -> Iterator[Finding]:
    """A code, a type number, a telephone number or an ISBN has other characters.

    An A380 is no A830, and whoever calls the number reaches someone else. A code of the source
    that is gone, and one in the translation that differs in a character or two, are one.

    Flagged:
        fr: L’A380 se pose sur la piste 27L.
        en: The [[A830]] lands on runway 27L.

        de: Rufen Sie +49 30 1234567 an.
        en: Call [[+49 30 1234576]].
    Accepted:
        fr: L’A380 et le vol AF1234 sont prêts.
        en: The A380 and flight AF 1234 are ready.

        es: El BOE-A-2024 lo publica.
        en: The BOE-A-2024 publishes it.
    """
    source, target = _codes(bead.source.text), _codes(bead.target.text)
    if not (source and target):
        return
    gone = [code for code in source if code not in target]
    new = [code for code in target if code not in source]
    for code in gone:
        near = [other for other in new if _is_near(code, other)]
        if len(near) == 1:
            start, end = target[near[0]]
            place = source[code]
            yield Finding(
                f"“{code}” became “{near[0]}”",
                target=bead.target.at(start, end),
                source=bead.source.at(*place),
            )


def _codes(text: str) -> dict[str, tuple[int, int]]:
    """The codes of a text without spaces and hyphens, with their first places."""
    found: dict[str, tuple[int, int]] = {}
    for match in _CODE.finditer(text):
        code = re.sub(r"[ .()-]", "", match.group())
        if len(code) >= _FEWEST:
            found.setdefault(code, match.span())
    return found


def _is_near(one: str, other: str) -> bool:
    """Whether two codes are alike but for a letter, or for some figures."""
    if len(one) != len(other) or letters_apart(one, other, _FARTHEST) > _FARTHEST:
        return False
    letters, others = _LETTERS.findall(one), _LETTERS.findall(other)
    changed = [a for a, b in zip(letters, others, strict=False) if a != b]
    return len(changed) <= 1
