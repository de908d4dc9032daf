import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from tqcheck.features.markup import marks_of
from tqcheck.model import Document, Finding, Mark, Pair, Span, rule
from tqcheck.model.needs import MARKUP

#: Comments and strings, which may be translated.
_WORDS = re.compile(
    r"(?:(?<!\S)(?:#|//|--|;|%)|/\*|<!--|\{/\*)[^\n]*|\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`"
)
#: Blocks in these languages, or in none, may be no code at all.
_LINE = re.compile(r"[^\s][^\r\n]*")
_PROSE = frozenset(
    ("", "text", "txt", "plaintext", "console", "output", "mermaid", "markdown", "md")
)


class _Line(NamedTuple):
    """A line of code without its words, and its span."""

    code: str
    span: Span


@rule(severity="major", mqm="design-and-markup/markup-tag", needs=(MARKUP,))
def code_block_changed(pair: Pair) -> Iterator[Finding]:
    """A block of code is not the source’s any more.

    Code is no text: a keyword that was translated does not run. Comments, quoted strings and white
    space may differ, and blocks that name no programming language are left alone.

    Flagged:
        fr.md: Écrivez :
        fr.md: ```python
        fr.md: if ready: start()
        fr.md: ```
        fr.md: C’est tout.
        en.md: Write:
        en.md: ```python
        en.md: [[if prêt: start()]]
        en.md: ```
        en.md: That is all.

        en.md: Write:
        en.md: ```js
        en.md: return total
        en.md: ```
        de.md: Schreiben Sie:
        de.md: ```js
        de.md: [[zurück gesamt]]
        de.md: ```
    Accepted:
        fr.md: Écrivez :
        fr.md: ```python
        fr.md: start("prêt")  # lance tout
        fr.md: ```
        en.md: Write:
        en.md: ```python
        en.md: start("ready")    # starts everything
        en.md: ```

        en.md: Type:
        en.md: ```text
        en.md: your name
        en.md: ```
        de.md: Tippen Sie:
        de.md: ```text
        de.md: Ihr Name
        de.md: ```
    """
    here, there = marks_of(pair.source, "code"), marks_of(pair.target, "code")
    if not here or len(here) != len(there):
        return
    for source, target in zip(here, there, strict=True):
        language = source.value.partition("\n")[0].strip("{}. ").lower()
        if language in _PROSE or language != target.value.partition("\n")[0].strip("{}. ").lower():
            continue
        ours, theirs = _lines(source, pair.source), _lines(target, pair.target)
        yield from _differences(ours, theirs, source, target)


def _differences(
    ours: list[_Line], theirs: list[_Line], source: Mark, target: Mark
) -> Iterator[Finding]:
    """The first difference of two blocks: what comes behind it is often its consequence."""
    steps = SequenceMatcher(
        None, [line.code for line in ours], [line.code for line in theirs], autojunk=False
    ).get_opcodes()
    for step, i, j, k, m in steps:
        if step == "equal":
            continue
        yield Finding(
            "this code differs from the source’s" if k < m else "code of the source is gone here",
            target=Span(theirs[k].span.start, theirs[m - 1].span.end)
            if k < m
            else Span(target.span.start, target.span.start),
            source=Span(ours[i].span.start, ours[j - 1].span.end) if i < j else source.span,
        )
        return


def _lines(mark: Mark, document: Document) -> list[_Line]:
    """The lines that hold code, without comments, strings and space."""
    found = []
    for match in _LINE.finditer(document.text, *mark.span):
        code = "".join(_WORDS.sub("", match.group()).split())
        if code:
            found.append(_Line(code, Span(*match.span())))
    return found
