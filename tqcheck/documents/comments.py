"""Comments that tell tqcheck what not to report, in any text format.

<!-- tqcheck-ignore number-changed -- rounded on purpose -->     the next block, or this line
<!-- tqcheck-off locale -- legal text --> … <!-- tqcheck-on locale -->
<!-- tqcheck-ignore-file name-altered -->                        the whole file
{/* tqcheck-ignore … */}                                         the same, in MDX
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SIGN = "tqcheck-"
_COMMENT = re.compile(
    r"(?:<!--|\{/\*)[ \t]*tqcheck-(?P<verb>ignore-file|ignore|off|on)\b(?P<rest>[^<>{}\r\n]{0,1000}?)"
    r"[ \t]*(?:-->|\*/\})"
)


class Comment(NamedTuple):
    """What a comment says: ignore, ignore-file, off or on; `start`/`end` are places in the file."""

    verb: str
    names: tuple[str, ...]
    reason: str
    start: int
    end: int


def comments(text: str) -> Iterator[Comment]:
    """The comments to tqcheck in a file, in order."""
    if _SIGN not in text:
        return
    for match in _COMMENT.finditer(text):
        names, _, reason = match["rest"].partition(" -- ")
        yield Comment(
            match["verb"],
            tuple(names.replace(",", " ").split()),
            reason.strip(),
            *match.span(),
        )


def without_comments(text: str) -> list[tuple[int, int]]:
    """The stretches of a file between its comments; a comment's own line goes with it."""
    stretches: list[tuple[int, int]] = []
    last = 0
    for comment in comments(text):
        start, end = comment.start, comment.end
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        if not text[line:start].strip():
            behind = _line_end(text, end)
            if not text[end:behind].strip():
                start, end = line, behind
        else:
            start = line + len(text[line:start].rstrip())  # the space before it is no prose
        if start > last:
            stretches.append((last, start))
        last = max(last, end)
    stretches.append((last, len(text)))
    return stretches


def _line_end(text: str, start: int) -> int:
    """Where the next line begins."""
    for index in range(start, len(text)):
        if text[index] == "\n" or (text[index] == "\r" and text[index + 1 : index + 2] != "\n"):
            return index + 1
    return len(text)
