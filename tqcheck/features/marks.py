"""Punctuation of a passage, and the runs of marks that no writing system has."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tqcheck.features.brackets import unpaired_brackets
from tqcheck.features.protected import masked
from tqcheck.features.vocabulary import frequency, has_vocabulary
from tqcheck.model import Fix, Passage, Span, remembered

#: Class → the marks that are one to a reader, whatever their script.
_CLASSES = {
    ".": ".。．｡۔।॥",
    ",": ",，、､،",
    ";": ";；؛",
    ":": ":：",
    "!": "!！",
    "?": "?？؟",
    "…": "…⋯",
    "(": "([{（［｛【〔",
    ")": ")]}）］｝】〕",
    '"': "\"“”„‟«»‹›「」『』《》〈〉‘’‚'`",
    " ": " \t\u00a0\u2009\u202f\u3000",
    "\n": "\r\n\u2028\u2029",
}
#: Class → the classes that may follow it at once. See `_legal` for what else "." allows.
_NEXT = {
    ".": ')"(…',
    "…": '.,;:!?…()"',
    ",": '"(…',
    ";": '"(…',
    ":": '"()…',
    "!": '.,;:!?…()"',
    "?": '.,;:!?…()"',
    "(": '("…!?:',
    ")": '.,;:!?…()"',
    '"': '.,;:!?…()"',
}
#: Class → the classes that may follow it after a space. Before ; : ! ? it is a matter of locale.
_NEXT_SPACED = {
    ".": '"(…',
    "…": '"(…!?:;',
    ",": '"(…',
    ";": '"(…)',
    ":": '"(…)',
    "!": '"(…!?:;',
    "?": '"(…!?:;',
    "(": '("…!?:;',
    ")": '"(…;:!?',
    '"': '"(…;:!?)',
    "a": '"(…;:!?',
}
_MARK = re.compile(r"\.(?: ?\.){2,}|[^ ]")
_RUN = re.compile(r'[ .,;:!?…()"]*[.,;:!?…()"][ .,;:!?…()"]*')
_WIDE = re.compile(r"[\u3000-\u303f\uff00-\uff65]")
#: A sign hung on a word, which no language writes.
_HUNG = re.compile(r"(?<=[\w),;])[_@^|\\~](?=\s|$)")
#: An apostrophe where no word is cut (“goin’”), owned (“workers’”) or quoted.
_IDLE = re.compile(r"(?<=[^\W_]{3}[^\W_sSzZxXn])'(?=[ ,])")
_SINGLE_QUOTE = re.compile(r"(?<![^\s(\[\"“«„—-])['‘’‚]")
_EMPTY_QUOTES = re.compile(r"(?<!\w)(?:«\s*»|“\s*”|„\s*[“”]|「\s*」|『\s*』|《\s*》)(?!\w)")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*$")
_LONGEST_WORD = 40
#: How frequent a word is that is no abbreviation.
_ORDINARY = 2_000


class _Shapes(dict[int, str]):
    """Code point → class: a mark's; "a", "A" or "o" of a letter; "0" of a digit; else "~"."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isalpha():
            shape = "a" if character.islower() else "A" if character.isupper() else "o"
        else:
            shape = "0" if character.isdigit() else "~"
        self[code] = shape
        return shape


_SHAPES = _Shapes({ord(mark): shape for shape, marks in _CLASSES.items() for mark in marks})


class Run(NamedTuple):
    """A run of marks that no writing system has; `shape` is its classes without the spaces.

    A shape that ends in "a" is a sentence's end before a small letter.
    """

    text: str
    shape: str
    span: Span


def marks_of_class(classes: str) -> str:
    """All marks of some classes."""
    return "".join(map(_CLASSES.__getitem__, classes))


@remembered
def shapes_of(passage: Passage) -> str:
    """The passage in classes, a character for a character: marks by their class, "a", "A", "o"
    for a small, a capital and a caseless letter, "0" for a digit, "~" for anything else.
    """
    shapes = masked(passage).translate(_SHAPES)
    # Greek asks with the mark that parts clauses elsewhere.
    if ";" in shapes and ";" in passage.profile.final_marks:
        shapes = shapes.replace(";", "?")
    return shapes


@remembered
def mark_counts(passage: Passage) -> Counter[str]:
    """How many marks of each class a passage has, protected ones left out."""
    return Counter(shape for shape in shapes_of(passage) if shape in _NEXT)


@remembered
def stray_runs(passage: Passage) -> tuple[Run, ...]:
    """The runs of marks that are debris: `. ).`, `,.`, a comma after a space, `( )`.

    Judged by what may follow what, and not by a list of what is wrong.
    """
    shapes = shapes_of(passage)
    text = masked(passage)
    found: set[tuple[int, int]] = set()
    if any(mark in text for mark in "«“„「『《"):
        found |= {match.span() for match in _EMPTY_QUOTES.finditer(text)}
    if any(mark in text for mark in "_@^|\\~"):
        found |= {m.span() for m in _HUNG.finditer(text) if shapes[m.start() - 1] in "aA0),;"}
    if "'" in text and not _SINGLE_QUOTE.search(text):
        found |= {match.span() for match in _IDLE.finditer(text)}
    for match in _RUN.finditer(shapes):
        if not _is_plain(shapes, match):
            found |= set(_illegal(passage, shapes, match.start(), match.end()))
    return tuple(_run(passage, shapes, start, end) for start, end in sorted(found))


def _one_of(marks: str) -> str:
    return f"[{''.join(map(re.escape, marks))}]"


#: What stands between two spaces in most texts: one mark at most, then no mark but apostrophes, then
#: one mark or two that may follow each other. An apostrophe at the end has to be looked at.
_NO_MARK = r"[^\s_@^|\\~" + "".join(map(re.escape, "".join(_CLASSES.values()))) + "]"
_OPENING, _QUOTE = _one_of(_CLASSES['"'] + "("), _one_of(_CLASSES['"'].replace("'", ""))
_CLOSING = _one_of(_CLASSES['"'].replace("'", "") + ")")
_PLAIN_TOKEN = re.compile(
    rf"{_OPENING}?{_NO_MARK}+(?:['’‘]{_NO_MARK}+)*"
    rf"(?:[,;:.!?]|,?{_QUOTE}|[.!?]?{_CLOSING}|{_CLOSING}[,;:.])?"
)
_END_BEFORE_SMALL = re.compile(r"[.!?] [^\W\d_A-Z]")


def may_be_stray(token: str, *_: object) -> bool:
    """Whether debris may begin or end in what stands between two spaces, but for a sentence's end
    before a small letter. Much cheaper to ask.
    """
    return not _PLAIN_TOKEN.fullmatch(token)


def may_end_early(passage: Passage) -> bool:
    """Whether a sentence's end stands before a small letter."""
    return _END_BEFORE_SMALL.search(passage.text) is not None


def _run(passage: Passage, shapes: str, start: int, end: int) -> Run:
    shape = shapes[start:end].replace(" ", "")
    if shape in (".", "!", "?") and shapes[end : end + 2] == " a":
        shape += "a"
    return Run(passage.text[start:end], shape, passage.at(start, end))


#: What stands behind a word in any text: one mark, and a space where it belongs.
_PLAIN = frozenset((",", ", ", ";", "; ", ":", ": ", ' "', " ("))
_PLAIN_ENDS = frozenset((".", ". ", "!", "! ", "?", "? "))


def _is_plain(shapes: str, run: re.Match[str]) -> bool:
    """Whether a run can be seen at once to be legal."""
    start, end = run.span()
    if not start or shapes[start - 1] not in "aAo0":
        return False
    marks = run.group()
    return marks in _PLAIN or (marks in _PLAIN_ENDS and shapes[end : end + 1] != "a")


class _Mark(NamedTuple):
    shape: str
    start: int
    end: int
    spaced: bool


def _illegal(passage: Passage, shapes: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch from the first to the last mark of a run that may not stand there."""
    word = start > 0 and shapes[start - 1] in "aAo0"
    marks = [_Mark("a" if word else "", start, start, spaced=False)]
    for match in _MARK.finditer(shapes, start, end):
        shape = "…" if len(match.group()) > 1 else match.group()
        marks.append(_Mark(shape, *match.span(), spaced=match.start() > marks[-1].end))
    first = last = -1
    for number in range(1, len(marks)):
        mark = marks[number]
        if not _may_follow(passage, shapes, marks, number):
            if first < 0:
                first = _start(marks, number)
            last = mark.end
        elif last == mark.start and mark.shape in ".,;:!?)":
            last = mark.end
    if first >= 0:
        yield first, last
    elif _opens_on_a_space(marks[-1], end) and not _WIDE.match(passage.text, marks[-1].start):
        yield marks[-1].start, end
    elif len(marks) == 2 and _inside_a_sentence(passage, shapes, marks[1]):
        yield marks[1].start, marks[1].end


def _opens_on_a_space(mark: _Mark, end: int) -> bool:
    return mark.shape == "(" and mark.spaced and mark.end < end


def _start(marks: list[_Mark], number: int) -> int:
    """Where debris begins whose first illegal mark is `marks[number]`."""
    before = marks[number - 1]
    if before.shape == '"' and not marks[number].spaced:
        return marks[number - 2].start
    return before.end if before.shape in 'a)"' else before.start


def _may_follow(passage: Passage, shapes: str, marks: list[_Mark], number: int) -> bool:
    before, mark = marks[number - 1], marks[number]
    older = marks[number - 2].shape if number > 1 else ""
    after = shapes[mark.end : mark.end + 1]
    wide = _WIDE.match(passage.text, mark.start) or _WIDE.match(passage.text, before.start)
    if wide and mark.spaced and before.shape in 'a(")':
        return True  # the wide mark has its space within
    match before.shape, mark.shape:
        case ".", "," | ";" | ":" | "?" | "!" if not (mark.spaced and mark.shape == ","):
            return _abbreviated(passage, before.start)
        case ".", "." if not mark.spaced:
            return older in ("!", "?")  # the Russian "?.."
        case '"', "," | "." | ";" | ":" if not mark.spaced:
            return older not in (",", ";")
        case "(", ")":
            return older == ""  # a box to tick
        case _, ".":
            if after not in ("", " ", "\n", *_NEXT):
                return True  # ".NET"
        case "a" | "(", ")" if mark.spaced and "(" not in shapes[: before.start]:
            return True  # a list's "a )"
    allowed = _NEXT_SPACED if mark.spaced else _NEXT
    return before.shape not in allowed or mark.shape in allowed[before.shape]


def _inside_a_sentence(passage: Passage, shapes: str, mark: _Mark) -> bool:
    if mark.spaced or mark.shape not in ".!?" or shapes[mark.end : mark.end + 2] != " a":
        return False
    return mark.start > 0 and (mark.shape != "." or not _abbreviated(passage, mark.start))


def _abbreviated(passage: Passage, stop: int) -> bool:
    """Whether the stop at a place may be that of an abbreviation, an initial or an ordinal."""
    match = _WORD_BEFORE.search(passage.text, max(stop - _LONGEST_WORD, 0), stop)
    if match is None or passage.text[stop] != ".":
        return False
    word, profile = match.group(), passage.profile
    if len(word) > 1 and profile.has("function_words") and word in profile.function_words:
        return False
    for fact in ("abbreviations", "final_abbreviations"):
        if profile.has(fact) and f"{word}." in getattr(profile, fact):
            return True
    if word.islower() and len(word) > 1 and has_vocabulary(profile):
        return frequency(profile, word) < _ORDINARY
    longest = 6 if word[0].isupper() else 4
    return len(word) <= longest or "." in word or word[-1].isdigit()


def mended(passage: Passage, run: Run) -> Fix | None:
    """What cures a stray run, where that is plain. Safe unless a mark may have been wanted."""
    text, end = passage.document.text, passage.span.end
    start = run.span.start
    if run.shape in ("()", '""'):
        while start > passage.span.start and text[start - 1] in " \u00a0":
            start -= 1
        return Fix(Span(start, run.span.end), "", safe=True)
    if run.shape.endswith("a") or run.shape in '~"':
        return Fix(run.span, "")
    if run.shape == "(":
        return Fix(run.span, run.text.strip(), safe=True)
    rest = text[run.span.end : end]
    kept = _kept(passage, run, final=not rest.strip() or rest.lstrip()[0].isupper())
    if kept is None or kept == run.text:
        return None
    if rest[:1].isalpha() and not _WIDE.match(kept, len(kept) - 1):
        kept += " "
    return Fix(run.span, kept, safe=True)


def _kept(passage: Passage, run: Run, *, final: bool) -> str | None:
    """The one mark of a run that is wanted, with the quotation marks and paired brackets."""
    alone = {bracket.span.start for bracket in unpaired_brackets(passage)}
    marks = [
        (mark, _SHAPES[ord(mark)])
        for place, mark in enumerate(run.text, run.span.start)
        if not mark.isspace() and place not in alone
    ]
    shapes = [shape for _, shape in marks if shape not in '")']
    wanted = [shape for shape in ("?!." if final else ",;:") if shape in shapes]
    if not wanted and len(set(shapes)) == 1:
        wanted = shapes
    if (shapes and not wanted) or "(" in shapes:
        return None
    kept = ""
    for mark, shape in marks:
        if shape in '")' or shape in wanted[:1]:
            kept += mark
            wanted = wanted if shape in '")' else []
    return kept or None
