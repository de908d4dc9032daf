"""The quotation mark of the typewriter, which opens and closes alike."""

import re

from tqcheck.features.protected import masked
from tqcheck.model import Passage, Span, remembered

_MARK = re.compile(r'"')
#: Inches and seconds stand behind a figure.
_BEHIND_FIGURE = re.compile(r"[\d\ufffc]['’]?$")
_OPENS_BEHIND = " \t\n\u00a0\u202f([{—–-/"
_BEFORE_SPEECH, _ENDS_SPEECH = tuple(":,،："), tuple(",.!?…،。，！？")
_QUOTING = re.compile(r"[\"“”„‟«»‹›「」『』〝〟‘‚《》〈〉]|(?<!\w)'|[—–―]|--")


@remembered
def lone_quotes(passage: Passage) -> tuple[Span, ...]:
    """The straight marks inside a passage that have no partner. At its edges a quotation may go
    on in the next one.
    """
    text = masked(passage)
    alone: list[int] = []
    opened, number = -1, 0
    for at in (match.start() for match in _MARK.finditer(text)):
        if opened < 0 and _measures(text, at):
            continue
        number += 1
        if _opens(text, at):
            if opened >= 0:
                alone.append(opened)
            opened = at
        elif opened >= 0:
            opened = -1
        else:
            alone.append(at)
    if opened >= 0:
        alone.append(opened)
    inner = (
        at
        for at in alone
        if text[:at].strip() and text[at + 1 :].strip(" .,;:!?…") and not _goes_on(text, at)
    )
    return tuple(passage.at(at, at + 1) for at in inner) if number % 2 else ()


def _goes_on(text: str, at: int) -> bool:
    """Whether a mark may belong to a quotation of the paragraph before or behind: it closes
    behind a comma or a stop, or opens behind a colon or a comma.
    """
    if _opens(text, at):
        return text[:at].rstrip()[-1:] in _BEFORE_SPEECH
    return text[at - 1 : at] in _ENDS_SPEECH


def _opens(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
    return before in _OPENS_BEHIND and not behind.isspace()


def _measures(text: str, at: int) -> bool:
    return bool(_BEHIND_FIGURE.search(text[max(at - 2, 0) : at]))


def has_quotes(passage: Passage) -> bool:
    """Whether a passage has a mark of quotation of any language."""
    return _QUOTING.search(passage.text) is not None
