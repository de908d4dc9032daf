"""The space before marks, which languages handle each in their way."""

import re
from collections import Counter
from typing import NamedTuple

from tqcheck.features.protected import masked
from tqcheck.model import Document, Passage, Span, remembered

_SPACE = "[ \u00a0\u2009\u202f]"
#: A mark behind a word or a figure, not in a ratio or a time, and the space before it.
_BEFORE = re.compile(
    rf"(?<=[^\W_]|[)\]»”\"’%€$\ufffc])(?P<gap>{_SPACE}{{0,3}})"
    rf"(?:(?P<mark>[:;!?：；！？؛؟])[!?！？؟]{{0,2}}(?!{_SPACE}?[\d\ufffc]|[!?:])(?=[\s\"”»’)\]]|$)"
    rf"|(?P<percent>(?<=[\d\ufffc])%|(?<=[\d\ufffc]{_SPACE})%)(?![^\W_]))"
)
_CLOSING = re.compile(rf"(?<=[^\s«»])(?P<gap>{_SPACE}{{0,3}})(?P<mark>»)(?![^\W_])")
_OPENING = re.compile(rf"(?<![^\W_])(?P<mark>«)(?P<gap>{_SPACE}{{0,3}})(?=[^\s])")
#: All that some language sets off.
MARKS = ":;!?：；！？؛؟%«»"
#: What each of them needs, and much cheaper to look for.
_TELLING = (
    (re.compile("[:;!?：；！？؛؟%]"), _BEFORE),
    (re.compile("»"), _CLOSING),
    (re.compile("«"), _OPENING),
)
_NARROW = str.maketrans("：；！？؛؟", ":;!?;?")


class Spacing(NamedTuple):
    """A mark that some language sets off, and the space that stands (or not) before it, behind
    it for an opening «; the span holds both.
    """

    mark: str
    gap: str
    span: Span


@remembered
def spacings(passage: Passage) -> tuple[Spacing, ...]:
    """The marks that some language sets off by a space, in order; wide ones in narrow form."""
    text, found = masked(passage), []
    for telling, sign in _TELLING:
        for match in sign.finditer(text) if telling.search(text) else ():
            mark = next(text for name, text in match.groupdict().items() if text and name != "gap")
            found.append(Spacing(mark.translate(_NARROW), match["gap"], passage.at(*match.span())))
    return tuple(sorted(found, key=lambda each: each.span))


@remembered
def spacing_habit(document: Document) -> Counter[str]:
    """How often each space, or none, stands with such marks in a document; per cents left out."""
    return Counter(
        each.gap for block in document.blocks for each in spacings(block) if each.mark != "%"
    )
