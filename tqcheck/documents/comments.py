"""Comments that tell tqcheck what not to report, in any text format.

<!-- tqcheck-ignore number-changed -- rounded on purpose -->     the next block, or this line
<!-- tqcheck-off locale -- legal text --> … <!-- tqcheck-on locale -->
<!-- tqcheck-ignore-file name-altered -->                        the whole file
{/* tqcheck-ignore … */}                                         the same, in MDX

In XML, whose comments may not hold two hyphens, a dash may stand before the reason.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from tqcheck.model import Comment

_SIGN = "tqcheck-"
_COMMENT = re.compile(
    r"(?:<!--|\{/\*)[ \t]*tqcheck-(?P<verb>ignore-file|ignore|off|on)\b(?P<rest>[^<>{}\r\n]{0,1000}?)"
    r"[ \t]*(?:-->|\*/\})"
)
#: How formats write them, by the ending of the file's name; the others do it as HTML does.
_FORMS = {
    ".mdx": "{{/* {} */}}",
    **dict.fromkeys((".po", ".yml", ".yaml", ".toml", ".properties"), "# {}"),
    ".strings": "/* {} */",
    ".vtt": "NOTE {}",
    **dict.fromkeys((".xlf", ".xliff", ".tmx"), "<note>{}</note>"),
    **dict.fromkeys((".csv", ".tsv"), "{}"),
    **dict.fromkeys((".json", ".arb", ".docx", ".srt"), None),
}
#: The same, where a format has its own sign for a comment or a note.
_SAID = re.compile(
    r"[ \t\r\n]{0,100}tqcheck-(?P<verb>ignore-file|ignore|off|on)\b(?P<rest>[^\r\n]{0,1000})"
)


def comments(text: str) -> Iterator[Comment]:
    """The comments to tqcheck in a file, in order."""
    if _SIGN not in text:
        return
    for match in _COMMENT.finditer(text):
        yield _comment(match, *match.span())


def said(text: str, start: int, end: int, about: tuple[int, int] | None = None) -> Comment | None:
    """What the words of a comment or note at `start`–`end` tell, if they are for tqcheck."""
    match = _SAID.match(text) if _SIGN in text else None
    return match and _comment(match, start, end)._replace(about=about)


def as_comment(path: str, rule: str, reason: str) -> str | None:
    """What suppresses a rule where it stands before the passage, as a file of this name writes it:
    a comment, a note, or what the column for comments is to hold. None where its format has none.
    """
    form = _FORMS.get(PurePath(path).suffix.lower(), "<!-- {} -->")
    return form and form.format(f"{_SIGN}ignore {rule} -- {reason}")


def _comment(match: re.Match[str], start: int, end: int) -> Comment:
    names, _, reason = match["rest"].replace(" — ", " -- ", 1).partition(" -- ")
    listed = tuple(names.replace(",", " ").split())
    return Comment(match["verb"], listed, reason.strip(), start, end)


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
