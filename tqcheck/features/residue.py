"""Marks that tokenisers, models and placeholders leave in a text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.model import Passage, Span, remembered

MARKS = "@▁#<[{|%⟦_"
#: What each kind looks like. A joiner, a part of a word, a token of a model, a placeholder.
_JOINER = r"(?P<joiner>(?<!\S)@(?P<mark>[-–/.,:])@(?!\S))"
_PART = r"(?P<part>(?<=\w)@@(?=\s|$)|▁|(?<!\S)##(?=[^\W\d_]))"
_SENTINEL = (
    r"(?P<token></?s>|<(?:unk|pad|bos|eos|mask|sep|cls)>|\[(?:UNK|PAD|CLS|SEP|MASK)\]|"
    r"<\|[a-z_]{2,30}\|>|\[/?INST\]|<</?SYS>>|</?think>|<(?:start|end)_of_turn>)"
)
_HOLDER = (
    r"(?P<holder>\{\d{1,3}\}|%\d{1,2}\$[sd]|\{\{[A-Za-z_]\w{0,40}\}\}|⟦[^⟦⟧\n]{0,40}⟧|"
    r"\b_{0,2}(?:PLACEHOLDER|PH|VAR|TAG|XXX)_?\d{1,4}_{0,2}\b)"
)
_RESIDUE = re.compile(f"{_JOINER}|{_PART}|{_SENTINEL}|{_HOLDER}")


class Residue(NamedTuple):
    """What a machine left; `cure` is the stretch and what it should be, where that is known."""

    text: str
    span: Span
    cure: tuple[Span, str] | None


@remembered
def residues(passage: Passage) -> tuple[Residue, ...]:
    """The marks of machines in a passage, in order."""
    if not any(mark in passage.text for mark in MARKS):
        return ()
    return tuple(_found(passage))


def _found(passage: Passage) -> Iterator[Residue]:
    text = passage.text
    for match in _RESIDUE.finditer(text):
        start, end = match.span()
        cure: tuple[Span, str] | None = None
        match match.lastgroup:
            case "joiner" | "mark":
                left, right = text[:start].rstrip(" "), text[end:].lstrip(" ")
                cure = (passage.at(len(left), len(text) - len(right)), match["mark"])
            case "part" if match.group() == "▁":
                cure = (
                    passage.at(start, end),
                    "" if text[:start].endswith((" ", "\n")) or not start else " ",
                )
            case "part" if match.group() == "@@":
                cure = (passage.at(start, min(end + 1, len(text))), "")
            case "part":
                left = text[:start].rstrip(" ")
                cure = (passage.at(len(left), end), "")
            case "token":
                left = text[:start].rstrip(" ")
                cure = (passage.at(len(left), end), "")
        yield Residue(match.group(), passage.at(start, end), cure)
