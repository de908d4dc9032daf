"""Acronyms of a passage, and the places that say what they stand for."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.protected import masked
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.model import Passage, Span, remembered

_UPPER = "A-ZÀ-ÖØ-ÞĄĆĈĊČĎĐĒĘĚĞĢĪİĶĹĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŴŶŹŻŽΑ-ΡΣ-ΩЀ-Я"
#: So many letters an acronym has at most that no table knows.
LONGEST = 7
_ACRONYM = re.compile(
    # "U.S.", "É.-U.": capitals with a stop each; "EE. UU.": a plural, doubled capitals.
    rf"(?<![\w.])(?P<dotted>(?:[{_UPPER}]\.-?){{2,6}}(?!\w)"
    rf"|([{_UPPER}])\2\.[ \u00a0]?([{_UPPER}])\3\.?(?!\w)|EE[ \u00a0]UU(?!\w))"
    # "NATO", "G20", "NGOs", the first part of "UN-led".
    rf"|(?<![\w.&])(?P<plain>[{_UPPER}][{_UPPER}\d]{{1,{LONGEST - 1}}})(?:[’']?(?P<plural>s))?(?![\w&]|[-–]\d)"
)
#: Characters that are written without a space before and behind an acronym.
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TWO_CAPITALS = re.compile(rf"[{_UPPER}][{_UPPER}\d]")
_ROMAN = re.compile(r"[IVX]+$")
_SHOUTED = re.compile(
    rf"(?<!\w)[{_UPPER}][{_UPPER}'’]+(?:[ \u00a0-][{_UPPER}][{_UPPER}'’]+)+(?!\w)"
)
#: A run of words in capitals is a shouted phrase where one of them is longer than acronyms are.
_LONGEST_IN_A_RUN = 4
_BRACKETED = re.compile(r"[(（\[](?P<inside>[^()（）\[\]\n]{2,120})[)）\]]")
_OPENING, _CLOSING = ("(", "（", "["), (")", "）", "]")
_QUOTES = " \u00a0«»“”\"'"
_BLANKS = re.compile(r"[ \u00a0«»“”\"']+$")
#: How far before its bracket a long form may begin.
_LONGEST_CLAUSE = 160
_WORD = re.compile(r"[^\W\d_]+")
#: How many more words than letters a long form may have ("Organization for the Prohibition of …").
_SMALL_WORDS = 6
#: Short forms of so many letters may be a city in capitals.
_SHORTEST_PLACE = 5


class Acronym(NamedTuple):
    """An acronym as it stands, without its plural ending, and its span in the document."""

    text: str
    span: Span

    @property
    def letters(self) -> str:
        """The acronym without stops and spaces: "U.S." is "US"."""
        return re.sub(r"[^\w]", "", self.text)


class Definition(NamedTuple):
    """A place that puts an acronym beside the words that it stands for."""

    acronym: Acronym
    long_form: str
    span: Span


def may_be_an_acronym(word: str, *_: object) -> bool:
    """Whether a word may be an acronym; those with hyphens between their letters left out."""
    return "." in word or _TWO_CAPITALS.search(word) is not None


@remembered
def acronyms(passage: Passage) -> tuple[Acronym, ...]:
    """The acronyms in order. Words in a line of capitals are none, nor are Roman numerals."""
    text = _WIDE.sub(" ", masked(passage))
    if not _ACRONYM.search(text):
        return ()
    shouted = [match.span() for match in _SHOUTED.finditer(text) if _is_shouted(match.group())]
    found = []
    for match in _ACRONYM.finditer(text):
        form = match["dotted"] or match["plain"]
        start = match.start()
        if any(left <= start < right for left, right in shouted) or _is_no_acronym(form):
            continue
        if _is_a_place(form, passage.profile.tag):
            continue
        found.append(Acronym(form, passage.at(start, start + len(form))))
    return tuple(found)


@remembered
def definitions(passage: Passage) -> tuple[Definition, ...]:
    """The places "long form (ABC)" and "ABC (long form)", in order."""
    if not acronyms(passage):
        return ()
    return tuple(_definitions(passage))


def abbreviates(acronym: str, long_form: str) -> str | None:
    """The end of a long form that the letters of an acronym stand for, or None.

    The first letter begins a word, the others stand in their order and begin a word or, as in
    German compounds, stand inside one; every capitalised word gives a letter.
    """
    letters = folded(re.sub(r"[^\w]", "", acronym))
    words = list(_WORD.finditer(long_form))
    if len(letters) < 2:
        return None
    for first in range(len(words) - 1, -1, -1):
        if len(words) - first > len(letters) + _SMALL_WORDS:
            return None
        if folded(words[first].group())[0] == letters[0] and _spells(
            letters, [match.group() for match in words[first:]]
        ):
            return long_form[words[first].start() :]
    return None


def definition_pairs(source: Passage, target: Passage) -> Mapping[Definition, Definition]:
    """The definitions of two aligned passages that define the same thing.

    Those with one and the same acronym go together; of the others those that have the same place
    among the acronyms in brackets, where both passages have equally many.
    """
    pairs: dict[Definition, Definition] = {}
    targets = list(definitions(target))
    for left in definitions(source):
        same = next((d for d in targets if d.acronym.letters == left.acronym.letters), None)
        if same:
            pairs[left] = same
            targets.remove(same)
    mine, others = bracketed(source), bracketed(target)
    if len(mine) == len(others):
        places = {right.acronym: right for right in targets}
        for left in definitions(source):
            if left not in pairs and left.acronym in mine:
                other = others[mine.index(left.acronym)]
                if other in places:
                    pairs[left] = places[other]
    return pairs


def words_before(passage: Passage, acronym: Acronym) -> str:
    """The clause before the bracket that an acronym stands in alone; empty where it does not."""
    if not stands_in_brackets(passage, acronym.span):
        return ""
    return _clause_before(passage.text, acronym.span.start - passage.span.start - 1)


def stands_in_brackets(passage: Passage, span: Span) -> bool:
    """Whether brackets stand around a place, right before and behind it."""
    text = passage.document.text
    return text.endswith(_OPENING, passage.span.start, span.start) and text.startswith(
        _CLOSING, span.end, passage.span.end
    )


@remembered
def bracketed(passage: Passage) -> tuple[Acronym, ...]:
    """The acronyms that stand alone in brackets, or before brackets that spell them out."""
    spelt = {definition.acronym for definition in definitions(passage)}
    return tuple(
        acronym
        for acronym in acronyms(passage)
        if acronym in spelt or stands_in_brackets(passage, acronym.span)
    )


def _is_shouted(run: str) -> bool:
    return any(len(word) > _LONGEST_IN_A_RUN for word in re.split(r"[ \u00a0-]", run))


def _is_no_acronym(form: str) -> bool:
    """Roman numerals, and a letter with a long number: a model, a road, a page."""
    return bool(_ROMAN.match(form)) or (len(form) > 3 and form[1:].isdigit())


def _is_a_place(form: str, language: str) -> bool:
    """Whether a word in capitals is the place that a report comes from."""
    return len(form) >= _SHORTEST_PLACE and is_part_of_a_place(form.title(), language)


def _definitions(passage: Passage) -> Iterator[Definition]:
    text, start = passage.text, passage.span.start
    by_start = {acronym.span.start - start: acronym for acronym in acronyms(passage)}
    by_end = {acronym.span.end - start: acronym for acronym in acronyms(passage)}
    for bracket in _BRACKETED.finditer(text):
        inside = bracket["inside"]
        first = bracket.start("inside") + len(inside) - len(inside.lstrip(_QUOTES))
        acronym = by_start.get(first)
        if acronym and acronym.span.end - start >= bracket.end("inside") - 2:
            long_form = abbreviates(acronym.text, _clause_before(text, bracket.start()))
            if long_form:
                begin = text.rindex(long_form, 0, bracket.start())
                yield Definition(acronym, long_form, passage.at(begin, bracket.end()))
            continue
        gap = _BLANKS.search(text, max(0, bracket.start() - 3), bracket.start())
        acronym = by_end.get(gap.start() if gap else bracket.start())
        if acronym and abbreviates(acronym.text, inside) == inside.strip():
            whole = passage.at(acronym.span.start - start, bracket.end())
            yield Definition(acronym, inside.strip(), whole)


def _clause_before(text: str, end: int) -> str:
    """What may hold the long form: back to the last mark that ends a clause."""
    before = text[max(0, end - _LONGEST_CLAUSE) : end].rstrip(_QUOTES)
    return re.split(r"[.;:!?()\n]", before)[-1]


def _spells(letters: str, words: list[str]) -> bool:
    """Whether the letters can be taken from the words in order, from each capitalised word one."""
    return _spells_from(letters, 0, words, 0)


def _spells_from(letters: str, letter: int, words: list[str], word: int) -> bool:
    if letter == len(letters):
        # "the Islamic State organization (IS)": one more word may stand before the bracket.
        return word == len(words) or (word == len(words) - 1 and words[word][0].islower())
    if word == len(words):
        return False
    here = folded(words[word])
    if here[0] == letters[letter]:
        # One letter of this word, or more of them from inside it.
        taken, place = letter + 1, 1
        if _spells_from(letters, taken, words, word + 1):
            return True
        while taken < len(letters):
            place = here.find(letters[taken], place) + 1
            if not place:
                break
            taken += 1
            if _spells_from(letters, taken, words, word + 1):
                return True
        return False
    return not words[word][0].isupper() and _spells_from(letters, letter, words, word + 1)
