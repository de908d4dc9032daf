"""What no rule may touch: links, addresses, code, file names, handles, figures, smileys."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.icu import Message, icu_message
from tqcheck.features.placeholders import placeholders
from tqcheck.model import Passage, Span, remembered

_DOMAINS = (
    "com|org|net|edu|gov|int|mil|info|biz|io|co|tv|me|fm|ai|app|dev|eu|uk|us|ca|fr|de|es|it|pt|nl|"
    "be|ch|at|ru|ua|pl|cz|jp|cn|hk|tw|kr|in|br|mx|ar|au|nz|za|tr|ir|il|se|no|dk|fi|ie|gr"
)
_FILES = (
    "pdf|txt|md|rst|docx?|odt|rtf|xlsx?|ods|csv|tsv|pptx?|jpe?g|png|gif|svg|webp|html?|xml|json|"
    "ya?ml|toml|ini|cfg|py|js|mjs|ts|jsx|tsx|css|java|rb|rs|go|php|sh|bat|exe|dll|so|zip|gz|tar|"
    "tgz|mp[34]|wav|avi|mov|mkv|sql|log|ipynb|NET"
)
#: Kind → what it looks like; the first that fits at a place is taken.
_KINDS = {
    "code": r"``[^\n]{1,200}?``(?!`)|`[^`\n]{1,200}`|\$?\{\{?[\w.: -]{0,60}\}\}?|%\(\w{1,40}\)[sdrif]|%[sd]\b|"
    r"<[/!]?[a-zA-Z][^<>\n]{0,200}>|\b\w{1,60}\(\)|(?<![\w-])--?[a-z][\w-]{1,40}=|"
    r"(?<!\w)_{0,2}[^\W_]{1,60}_\w{1,80}|::",
    "link": r"\b(?:[a-z][a-z0-9+.-]{1,15}://|www\.|(?:about|chrome|mailto|tel|urn):(?=\w))[^\s<>\"«»“”„]{1,2000}",
    "address": r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",
    "domain": rf"(?<![\w.])(?:[\w-]{{1,63}}\.){{1,6}}(?:{_DOMAINS})\b(?![-'’.]\w)(?:/[^\s<>\"«»“”„]{{0,2000}})?",
    "file": rf"(?<![\w.])(?:[\w-]{{0,63}}\.){{1,6}}(?:{_FILES})\b|(?<![\w/])~?/(?:[\w.-]+/)+[\w.-]*|\b[A-Z]:\\[\w\\.-]*",
    "handle": r"(?<!\w)[@#][\w]+",
    "entity": r"&#?\w{2,10};",
    "figure": r"(?<!\d)\d{1,40}(?:[.,:/'’×]\d{1,40})+|(?<![\w.])[.,]\d{1,40}|"
    r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+",
    "smiley": r"(?<![\w:])[:;=][-'’^o]?[)(DPpO3/\\|*\]\[]{1,3}(?![\w(])|[：；][()）](?=\s|$)|:\w{2,30}:(?!\w)|"
    r"\^_*\^|<3(?!\d)",
}
#: Kind → what each text has that has one: much cheaper to look for.
_SIGNS = {
    "code": r"[`{%<_=]|\(\)|::",
    "link": r"://|www\.|(?:about|chrome|mailto|tel|urn):",
    "address": "@",
    "domain": r"\.[a-z]",
    "file": r"\.\w|[/\\]",
    "handle": "[@#]",
    "entity": "&",
    "figure": r"\d[.,:/'’× \u00a0\u202f\u2009]\d|[.,]\d",
    "smiley": r"[:;=][-'’^)(/\\|*\]\[\w]|[：；^]|<3",
}
#: Stands in a message for a code that its file keeps apart.
OBJECT = "\ufffc"
_CODES = re.compile(f"{OBJECT}+")
_TELLING = {kind: re.compile(sign) for kind, sign in _SIGNS.items()}
#: What each text has that has any: characters that all signs but a few have one of, and those few.
_ANY = re.compile(r"[`{%<_=:：；;@#/\\&^\d]|\(\)|\.\w|www\.")
#: Marks that end the sentence around a link, not the link.
_AFTER_LINK = ".,;:!?…'’)]}"


class Protected(NamedTuple):
    """A stretch that is no prose, its kind, and its span in the document."""

    kind: str
    text: str
    span: Span


@remembered
def protected(passage: Passage) -> tuple[Protected, ...]:
    """The stretches that are no prose, in order."""
    whole = passage.text
    kinds: tuple[str, ...] = ()
    if _ANY.search(whole):
        kinds = tuple(kind for kind, sign in _TELLING.items() if sign.search(whole))
    found = []
    for match in _pattern(kinds).finditer(whole) if kinds else ():
        kind, text = match.lastgroup or "", match.group()
        if kind in ("link", "domain", "file"):
            text = _without_sentence_end(text)
        start = match.start()
        found.append(Protected(kind, text, passage.at(start, start + len(text))))
    message = icu_message(passage)
    if message or passage.document.keys:
        return tuple(_with_placeholders(passage, found, message))
    return tuple(found)


@cache
def _pattern(kinds: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{_KINDS[kind]})" for kind in kinds))


def _with_placeholders(
    passage: Passage, found: list[Protected], message: Message | None
) -> Iterator[Protected]:
    """What is protected, and the placeholders and syntax of a message that are none of it yet."""
    if message is not None:
        text, start = passage.text, passage.span.start
        spans = message.syntax
        more = [Protected("code", text[a - start : b - start], Span(a, b)) for a, b in spans]
    else:
        more = [Protected("code", one.text, one.span) for one in placeholders(passage)]
    for match in _CODES.finditer(passage.text) if OBJECT in passage.text else ():
        more.append(Protected("code", match.group(), passage.at(*match.span())))
    end = -1
    for one in sorted([*found, *more], key=lambda one: (one.span.start, -one.span.end)):
        if one.span.start >= end:
            yield one
            end = one.span.end


def is_protected(passage: Passage, span: Span) -> bool:
    """Whether a span of the document shares a character with a protected stretch."""
    spans = _spans(passage)
    index = bisect_left(spans, span)
    return any(span.overlaps(near) for near in spans[max(index - 1, 0) : index + 1])


def is_code(passage: Passage, span: Span | None = None) -> bool:
    """Whether there is code in a passage, or at a span of the document."""
    return any(
        each.kind == "code" and (span is None or each.span.overlaps(span))
        for each in protected(passage)
    )


@remembered
def masked(passage: Passage) -> str:
    """The passage's text, of the same length, with U+FFFC for every protected character."""
    text, start = passage.text, passage.span.start
    if not _spans(passage):
        return text
    parts, done = [], 0
    for span in _spans(passage):
        parts += [text[done : span.start - start], "\ufffc" * (span.end - span.start)]
        done = span.end - start
    return "".join(parts) + text[done:]


@remembered
def _spans(passage: Passage) -> list[Span]:
    return [each.span for each in protected(passage)]


def _without_sentence_end(link: str) -> str:
    while link and link[-1] in _AFTER_LINK:
        if link[-1] == ")" and link.count("(") >= link.count(")"):
            break
        link = link[:-1]
    return link
