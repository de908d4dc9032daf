"""Placeholders: what a program puts a value in the place of."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tqcheck.features.messages import flags
from tqcheck.model import Passage, Span

#: Kind → what it looks like where nothing says in which way the message is formatted.
_FORMS = {
    "named": r"%\([^()\s]{1,60}\)[#0+ -]?\d{0,3}(?:\.\d{1,2})?[sdrifgxXeEuco]",
    "printf": r"(?<![0-9A-Za-z%])%(?:\d{1,2}\$)?[#0+-]?\d{0,3}(?:\.(?:\d{1,2}|\*))?(?:hh?|ll?|[zjtqL])?[sdiufxXcrg@](?![A-Za-z])",
    "mustache": r"\{\{[#/^&>!]?[ ]?[\w.@$ |:'-]{1,60}?[ ]?\}\}",
    "dollar": r"\$\{[\w.]{1,60}\}|#\{[\w.@]{1,60}\}",
    "ruby": r"%\{[\w.]{1,60}\}|%<[\w.]{1,60}>[sdfi.\d]{1,4}",
    "fluent": r"\{[ ]?[$-][\w-]{1,60}[ ]?\}",
    "percent": r"(?<![0-9A-Za-z%])%[A-Za-z_][A-Za-z0-9_.]{1,40}%(?![0-9A-Za-z])",
    "brace": r"(?<!\{)\{(?:\d{1,2}|[A-Za-z_][\w.\[\]]{0,60})?(?:![rsa])?(?::[^{}\s]{1,20})?\}(?!\})",
}
#: What a flag of gettext says that `%` stands for.
_PERCENT_FLAGS = frozenset(
    f"{name}-format"
    for name in (
        *("c", "python", "php", "objc", "perl", "lua", "go", "ruby", "pascal", "boost", "awk"),
        *("gcc-internal", "gfc-internal", "javascript", "sh-printf", "rust"),
    )
)
_PERCENT = (
    r"(?<!%)%(?:\([^()\s]{1,60}\))?(?:\d{1,2}\$)?[#0+'I-]{0,4}(?:\d{1,3}|\*)?(?:\.(?:\d{1,2}|\*)?)?"
    r"(?:hh?|ll?|[zjtqL])?[A-Za-z@]"
)
_PIECES = re.compile(
    r"%(?:\((?P<name>[^()]*)\)|(?P<number>\d{1,2})\$)?(?:[^A-Za-z@]|I(?=.))*?(?P<type>(?:hh?|ll?|[zjtqL])?[A-Za-z@])$"
)
#: How a date is to be written: no placeholders, and each language has its own order.
_DATE = re.compile(r"%[YBmHMyj](?![A-Za-z])")
_SPACE = re.compile(r"\s+")
#: Qt's own: %1, %L1, %n.
_QT = r"%L?\d{1,2}(?!\d)|%n\b"


class Placeholder(NamedTuple):
    """A placeholder: what has to be the same in a translation, and its span in the document.

    `value` is without what a translation may choose: spaces, widths, and the place of one that
    is counted, which is `counted` and not named.
    """

    kind: str
    value: str
    counted: bool
    text: str
    span: Span


def placeholders(passage: Passage, told: Iterable[str] | None = None) -> tuple[Placeholder, ...]:
    """The placeholders of a passage in order. `told` are the flags of the message, those of the
    passage itself by default.
    """
    text = passage.text
    if "%" not in text and "{" not in text:
        return ()
    told = frozenset(flags(passage) if told is None else told)
    if _DATE.search(text):
        told = frozenset(["no-c-format"])
    return _found(passage, told)


def _found(passage: Passage, told: frozenset[str]) -> tuple[Placeholder, ...]:
    kept = passage.memory.setdefault(_found, {})
    if told not in kept:
        kept[told] = tuple(
            _placeholder(match, passage.at(*match.span()))
            for match in _pattern(told).finditer(passage.text)
        )
    found: tuple[Placeholder, ...] = kept[told]
    return found


@cache
def _pattern(told: frozenset[str]) -> re.Pattern[str]:
    """What the placeholders of a message with such flags look like."""
    forms = dict(_FORMS)
    if told & _PERCENT_FLAGS:
        forms |= {"named": r"(?!)", "percent": r"(?!)", "printf": _PERCENT}
        if not told & {"python-brace-format", "perl-brace-format", "rust-format"}:
            del forms["brace"]  # braces stand for themselves
    elif told & {"qt-format", "kde-format", "qt-plural-format"}:
        forms["printf"] = _QT
    elif any(flag.startswith("no-") and flag.endswith("-format") for flag in told):
        del forms["printf"]
    return re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in forms.items()))


def _placeholder(match: re.Match[str], span: Span) -> Placeholder:
    kind, text = match.lastgroup or "", match.group()
    value = _SPACE.sub("", text)
    counted = False
    if kind in ("printf", "named") and (pieces := _PIECES.match(text)):
        name, type_ = pieces["name"] or pieces["number"], pieces["type"]
        counted = name is None
        value = (
            f"%({name}){type_}" if pieces["name"] else f"%{name}${type_}" if name else f"%{type_}"
        )
    elif kind == "brace":
        value = value.partition("!")[0].partition(":")[0].rstrip("}") + "}"
        counted = value == "{}"
    return Placeholder(kind, value, counted, text, span)
