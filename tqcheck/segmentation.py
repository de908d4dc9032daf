"""Documents → segments: sentences inside blocks.

sentencex proposes where sentences end. What the language's abbreviations, initials, ordinals,
quotations and brackets forbid is dropped, and the ends that it misses are added.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from tqcheck.model import Block, Document, Kind, LanguageProfile, Segment, Span

#: Blocks that are one segment each, whatever marks they hold.
_WHOLE = frozenset({Kind.HEADING, Kind.TAG})
#: A quotation or a bracket is kept whole unless it has more ends of sentences inside.
_MOST_INNER_ENDS = 2
#: The longest abbreviation, spaces and all.
_REACH = 24
#: How far behind an end the next word may stand, and how long the parts are that sentencex reads.
_FARTHEST_WORD, _PART = 200, 20_000
#: How many open marks are looked through for the partner of a closing one.
_DEEPEST = 8

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"(?P<elided>{_LETTER}+['’](?={_LETTER}))?(?:{_LETTER}+|\d+)")
_WORD_START = re.compile(r"(?<![\w.-])\w")
_MARKS = re.compile(r"[\W_]+$")
_CLOSING = re.compile(r"\s*[»”’›“«‘\"')\]）】」』〉》]")
_FINALS = re.compile(r"[.!?…。！？]*")
# Ends that sentencex may not propose: it is held up by quotations without an end, by numbers.
_ELLIPSIS = re.compile(r"(?<![\[(.])(?:…|\.{3,})(?=[^\w\s]{0,9}\s)")
_FINAL = re.compile(
    rf"(?P<last>(?<!\w){_LETTER}+)?\.(?=[^\w\s]{{0,9}}\s)|[!?؟](?=[^\w\s]{{0,9}}\s)|[。！？｡]"
)
# What no list of abbreviations has to know: words, acronyms, years, closing marks.
_WHOLE_BEFORE = re.compile(
    rf"(?:{_LETTER}{{5}}|[^\W\d_A-ZÀ-Þ]{{4}}|[A-ZА-Я]{{3}}|\d{{3}}|[»”’\")\]%])\.$"
)
_DOTTED = re.compile(rf"(?<!\w)(?:{_LETTER}\.-?){{2,}}$")
_INITIAL = re.compile(rf"(?<!\w){_LETTER}\.$")
_ORDINAL = re.compile(r"(?<![\w.,])(?:(?P<figures>\d{1,2})|[IVX]{1,5})\.$")
_ROMAN = re.compile(r"[IVXLCDM]+\b")
_PAIRED = re.compile(r"[\"“”«»„‟‘’‚‹›「」『』〝〟()\[\]（）【】]")
# Letters and figures of the scripts that set words apart by spaces.
_SPACED = re.compile(r"[^\W\u0E00-\u0EFF\u3040-\u9FFF\uF900-\uFAFF]")
_SPACE = re.compile(r"\s*")
# A line without the space around it; lines with nothing between but their ends.
_LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")
_PARAGRAPH = re.compile(rf"{_LINE.pattern}(?:[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*{_LINE.pattern})*")
_MARKER = re.compile(rf"[\W_]*(?:\d{{1,3}}|{_LETTER}|[ivxIVX]{{2,4}})[.)]")
# "’s Avonds": a clitic before the word that takes the capital.
_CLITIC = re.compile(r"['’][a-z]\s+[A-Z]")

#: Spaces of several bytes before a stop, inside which sentencex would cut the text.
_WIDE_SPACES = re.compile(r"(?<![^\S\x00-\x7f])[^\S\x00-\x7f]++(?=\.)")
_WIDE_FINALS = "。！？｡"
#: Marks behind which no space is written.
_NO_SPACE_BEHIND = frozenset(_WIDE_FINALS + "．…⋯」』”’）】》")
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】"}
_COMMON_QUOTES = {"“": "”", "«": "»", "„": "“", "「": "」", "『": "』", '"': '"'}
_BRACKETS_CLOSING = ")]）】"
_APOSTROPHES = "’'"


class _Role(Enum):
    """Where an abbreviation stands."""

    INSIDE = 1  # never at the end of a sentence
    BEFORE_NUMBER = 2
    CALENDAR = 3  # months and weekdays: beside a number, or each other
    ANYWHERE = 4  # at the end as well


class _Cut(NamedTuple):
    """A place between sentences: where the left one ends and where the right one starts."""

    left: int
    right: int


class _Enclosures(NamedTuple):
    """Quotations and brackets: the places of their two marks, and of every opening mark."""

    pairs: list[tuple[int, int]]
    opening: set[int]


class _Abbreviation(NamedTuple):
    """An abbreviation, without its spaces, that ends at a place of the text."""

    text: str
    start: int
    role: _Role


class _Habits(NamedTuple):
    """What a language writes, ready to look up. Abbreviations stand without their spaces."""

    roles: Mapping[str, _Role]
    #: First parts of an abbreviation of several parts → the parts that may follow.
    rests: Mapping[str, list[str]]
    calendar: frozenset[str]
    ordinal_stop: bool
    function_words: frozenset[str]
    elisions: frozenset[str]
    quotation_followers: tuple[str, ...]
    closing: Mapping[str, str]


def segmented(document: Document) -> Document:
    """The document, with its blocks cut into segments."""
    document.segments = tuple(
        segment for block in document.blocks for segment in segments_of(block)
    )
    return document


def lined(document: Document) -> Document:
    """The document, with each line a segment, and blank lines between its blocks."""
    blocks: list[Block] = []
    segments: list[Segment] = []
    for paragraph in _PARAGRAPH.finditer(document.text):
        blocks.append(Block(document, Span(*paragraph.span()), Kind.SENTENCE))
        segments += (
            Segment(
                document,
                Span(paragraph.start() + line.start(), paragraph.start() + line.end()),
                Kind.SENTENCE,
            )
            for line in _LINE.finditer(paragraph.group())
        )
    document.blocks, document.segments = tuple(blocks), tuple(segments)
    return document


def segments_of(block: Block) -> Iterator[Segment]:
    """The segments of a block: its sentences, or the whole."""
    if block.kind in _WHOLE:
        yield Segment(block.document, block.span, block.kind)
    else:
        for start, end in sentences(block.text, block.profile):
            yield Segment(block.document, block.at(start, end), block.kind)


def sentences(text: str, profile: LanguageProfile) -> list[Span]:
    """The sentences of a block: in order, apart, trimmed, with only white space between them."""
    habits = _habits(profile)
    enclosures = _enclosures(text, habits.closing)
    cuts = [
        cut
        for cut in _proposed(text, profile.tag, habits, enclosures)
        if not _goes_on(text, cut, habits)
    ]
    cuts = _with_words_on_both_sides(text, _outside(text, enclosures, cuts))
    starts = [0, *(cut.right for cut in cuts)]
    ends = [*(cut.left for cut in cuts), len(text)]
    return [
        Span(end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()))
        for start, end in zip(starts, ends, strict=True)
        if text[start:end].strip()
    ]


def _proposed(text: str, language: str, habits: _Habits, enclosures: _Enclosures) -> Iterator[_Cut]:
    from sentencex import get_sentence_boundaries

    language = language.partition("-")[0]
    ends = {
        start + proposal["end_index"]
        # A part at a time: the time that sentencex takes grows with the square of some texts.
        for start in range(0, len(text), _PART)
        for proposal in get_sentence_boundaries(language, _narrowed(text[start : start + _PART]))
        if proposal["end_index"] < _PART
    }
    ends.update(end.end() for end in _ELLIPSIS.finditer(text) if _is_capital_next(text, end.end()))
    ends.update(match.end() for match in _FINAL.finditer(text) if _may_end(match, habits))
    last = 0
    for end in sorted(ends):
        left = last + len(text[last:end].rstrip())
        left = _behind_closing_marks(text, left, enclosures)
        right = _behind_space(text, left)
        if right == len(text):
            break
        if last < left:
            yield _Cut(left, right)
            last = right


def _narrowed(text: str) -> str:
    """A text with plain spaces before its stops, as many as there were."""
    return _WIDE_SPACES.sub(lambda spaces: " " * len(spaces.group()), text)


def _may_end(final: re.Match[str], habits: _Habits) -> bool:
    """Whether a sentence may end at a mark, whatever sentencex says."""
    text, end, last = final.string, final.end(), final["last"] or ""
    if not final.group().endswith("."):
        return True
    if last in habits.function_words or _CLITIC.match(text, _behind_space(text, end)):
        return True
    if _abbreviation(text, end, habits):
        return True
    word = _next_word(text, end)
    if word is None:
        return False
    if _WHOLE_BEFORE.search(text, max(0, end - _REACH), end):
        return True
    return word.group()[0].isupper() and _opens_sentences(word, habits)


def _is_capital_next(text: str, place: int) -> bool:
    word = _next_word(text, place)
    return word is not None and word.group()[0].isupper()


def _next_word(text: str, place: int) -> re.Match[str] | None:
    return _WORD.search(text, place, place + _FARTHEST_WORD)


def _behind_space(text: str, place: int) -> int:
    space = _SPACE.match(text, place)
    return space.end() if space else place


def _behind_closing_marks(text: str, left: int, enclosures: _Enclosures) -> int:
    """Where the marks end that close what was opened before, with final marks among them."""
    while match := _CLOSING.match(text, left):
        mark = match.end() - 1
        if mark in enclosures.opening:
            break
        if text[mark] in _APOSTROPHES and text[mark + 1 : mark + 2].isalnum():
            break
        finals = _FINALS.match(text, match.end())
        left = finals.end() if finals else match.end()
    return left


def _goes_on(text: str, cut: _Cut, habits: _Habits) -> bool:
    """Whether a sentence goes on over a proposed end."""
    left, right = cut
    if left == right and text[left - 1] not in _NO_SPACE_BEHIND:
        return True
    if text[left - 1] in "」』”’" and text.startswith(habits.quotation_followers, right):
        return True
    word = _next_word(text, right)
    if word is None:
        return True
    marks = _MARKS.search(text, max(0, left - _REACH), left)
    final = marks.group() if marks else ""
    if not any(mark in final for mark in _WIDE_FINALS) and _starts_small(text, right, word):
        return True
    stop = left - len(final) + 1
    return final.rstrip(_BRACKETS_CLOSING) == "." and _stop_is_of_the_word(
        text, _Cut(stop, right), word, habits
    )


def _starts_small(text: str, right: int, word: re.Match[str]) -> bool:
    """Whether what follows starts as no sentence does: with a small letter."""
    first, second = word.group()[0], word.group()[1:2]
    # Some scripts have small letters that no capital goes with.
    cased = first.islower() and first.title() != first
    return cased and not second.isupper() and not _CLITIC.match(text, right)


def _stop_is_of_the_word(text: str, cut: _Cut, word: re.Match[str], habits: _Habits) -> bool:
    """Whether a stop belongs to an abbreviation, an initial or an ordinal, and ends nothing."""
    if _is_inside_abbreviation(text, cut, habits):
        return True
    tail = text[max(0, cut.left - _REACH) : cut.left]
    abbreviation = _abbreviation(text, cut.left, habits)
    initial = _INITIAL.search(tail)
    following = word.group()
    if following[0].isdigit():
        return bool(abbreviation or (initial and initial.group()[0].islower()))
    in_calendar = following.lower() in habits.calendar
    opens = _opens_sentences(word, habits)
    if ordinal := _ORDINAL.search(tail):
        return in_calendar or (not opens and _is_ordinal(tail, ordinal, habits))
    if abbreviation is None:
        shortened = _DOTTED.search(tail) or (initial and initial.group()[0].isupper())
        return bool(shortened) and following[0].isupper() and not opens
    if abbreviation.role is _Role.INSIDE:
        return True
    if abbreviation.role is _Role.BEFORE_NUMBER:
        return _ROMAN.match(following) is not None and not opens
    counted = text[: abbreviation.start][-2:].rstrip()[-1:].isdigit()
    if abbreviation.role is _Role.CALENDAR:
        return in_calendar or (counted and not opens)
    listed = abbreviation.text.islower() and not counted  # "etc." closes a list
    return following[0].isupper() and not opens and not listed


def _is_ordinal(tail: str, number: re.Match[str], habits: _Habits) -> bool:
    """Whether a number with a stop counts what follows: "am 2. Spieltag", "Ludwig XIV."."""
    before = tail[: number.start()].split()[-1:]
    counts = not before or not number["figures"] or before[0].lower() in habits.function_words
    return habits.ordinal_stop and counts


def _opens_sentences(word: re.Match[str], habits: _Habits) -> bool:
    """Whether a capital on this word means that a sentence starts: no name begins so."""
    if len(word.group()) == 1 and word.string.startswith(".", word.end()):
        return False  # an initial
    lower = word.group().lower().replace("'", "’")
    elided = (word.group("elided") or "").lower().replace("'", "’")
    return (
        lower in habits.function_words
        or elided in habits.elisions
        or elided.removesuffix("’") in habits.function_words
    )


def _endings(text: str, left: int) -> Iterator[tuple[int, str]]:
    """The last words up to a place, longest first, without spaces: what may be abbreviations."""
    for start in _WORD_START.finditer(text, max(0, left - _REACH), left):
        yield start.start(), "".join(text[start.start() : left].split())


def _abbreviation(text: str, left: int, habits: _Habits) -> _Abbreviation | None:
    """The longest abbreviation that ends at a place."""
    for start, ending in _endings(text, left):
        if ending in habits.roles:
            return _Abbreviation(ending, start, habits.roles[ending])
    return None


def _is_inside_abbreviation(text: str, cut: _Cut, habits: _Habits) -> bool:
    following = "".join(text[cut.right : cut.right + _REACH].split())
    return any(
        following.startswith(rest)
        for _, ending in _endings(text, cut.left)
        for rest in habits.rests.get(ending, ())
    )


def _enclosures(text: str, closing: Mapping[str, str]) -> _Enclosures:
    found = _Enclosures([], set())
    ambiguous = frozenset(closing.values())
    opened: list[int] = []
    for match in _PAIRED.finditer(text):
        place, mark = match.start(), match.group()
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        inner = opened[-_DEEPEST:]
        partner = next((at for at in reversed(inner) if closing[text[at]] == mark), None)
        if partner is not None and not (mark in _APOSTROPHES and after.isalnum()):
            found.pairs.append((partner, place))
            del opened[bisect_left(opened, partner) :]
        elif mark in closing and not (
            mark in ambiguous and (_SPACED.match(before) or not after.strip())
        ):
            found.opening.add(place)
            opened.append(place)
    return found


def _outside(text: str, enclosures: _Enclosures, cuts: list[_Cut]) -> list[_Cut]:
    """The cuts without those that would part a bracket, or one or a quotation from its sentence.

    A quotation that begins and ends with sentences of its own is cut at them.
    """
    rights = [cut.right for cut in cuts]
    words = [word.start() for word in _WORD.finditer(text)] if cuts and enclosures.pairs else []
    inner: set[int] = set()
    for opening, closing in enclosures.pairs:
        first, last = bisect_right(rights, opening), bisect_right(rights, closing)
        start = rights[first - 1] if first else 0
        end = cuts[last].left if last < len(cuts) else len(text)
        if (
            text[opening] in _BRACKETS
            and end == closing + 1
            and _any_between(words, start, opening)
        ):
            inner.add(last)
        if not 0 < last - first <= _MOST_INNER_ENDS:
            continue
        alone = not (_any_between(words, start, opening) or _any_between(words, closing, end))
        if text[opening] in _BRACKETS or not alone:
            inner.update(range(first, last))
    return [cut for number, cut in enumerate(cuts) if number not in inner]


def _any_between(places: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_left(places, end)


def _with_words_on_both_sides(text: str, cuts: list[_Cut]) -> list[_Cut]:
    """The cuts without those that would leave marks alone, or the number of a list."""
    kept: list[_Cut] = []
    start = 0
    for number, cut in enumerate(cuts):
        until = cuts[number + 1].left if number + 1 < len(cuts) else len(text)
        left, right = text[start : cut.left], text[cut.right : until]
        if _WORD.search(left) and _WORD.search(right) and not _MARKER.fullmatch(left):
            kept.append(cut)
            start = cut.right
    return kept


@cache
def _habits(profile: LanguageProfile) -> _Habits:
    calendar = [
        name.replace("_", " ")
        for fact in ("months", "weekdays")
        for line in _said(profile, fact)
        for name in line.split()
    ]
    roles: dict[str, _Role] = {}
    rests: dict[str, list[str]] = defaultdict(list)
    for role, phrases in (
        (_Role.CALENDAR, [name for name in calendar if name.endswith(".")]),
        (_Role.ANYWHERE, _said(profile, "final_abbreviations")),
        (_Role.BEFORE_NUMBER, _said(profile, "number_abbreviations")),
        (_Role.INSIDE, _said(profile, "abbreviations")),
    ):
        for phrase in phrases:
            parts = phrase.split()
            roles["".join(parts)] = role
            for number in range(1, len(parts)):
                rests["".join(parts[:number])].append("".join(parts[number:]))
    return _Habits(
        roles=roles,
        rests=rests,
        calendar=frozenset(name.lower() for name in calendar),
        ordinal_stop=bool(_said(profile, "ordinal_stop")),
        function_words=frozenset(_said(profile, "function_words")),
        elisions=frozenset(_said(profile, "elisions")),
        quotation_followers=tuple(_said(profile, "quotation_followers")),
        closing=_BRACKETS | _COMMON_QUOTES | dict(reversed(list(_said(profile, "quotes")))),
    )


def _said(profile: LanguageProfile, fact: str) -> Any:
    """What the pack says of a fact, nothing where it does not speak of it."""
    return getattr(profile, fact) if profile.has(fact) else ()
