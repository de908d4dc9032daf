"""Credits of pictures and reports: who made them, and for which agency."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.alternatives import any_of
from tqcheck.features.folding import folded
from tqcheck.features.words import unspaced
from tqcheck.languages import profile
from tqcheck.model import Passage, Span, remembered

#: Longer passages end with no credit of their own.
_LONGEST = 1_000
#: Characters that a credit takes at most.
_WIDEST = 80
_PERSON = r"[^\W\d_a-z][\w’'.-]*(?: (?:[^\W\d_a-z][\w’'.-]*|de|van|von|al|el|bin|da|di|du|la)){0,4}"
#: Agencies of so few letters are words in small letters.
_SHORT = 2
_PARTS = re.compile(r"[^\W_]+")
#: Lines of so few characters, without a mark at the end, may be all of a credit.
_LINE = 100
_ENDS = ".!?。！？؟…"
_CLOSING = re.compile(r"[(（\[](?P<inside>[^()（）\[\]\n]{2,40})[)）\]][.。]?\s*$")
_SIGN = re.compile(r"[/|] ?[a-zäöüß]{2,4}(?:[/|,][a-zäöüß]{2,4})*[)\]. ]*$")
#: In a sentence shorter names of agencies are words, but for these.
_NAMES = frozenset(
    ("AFP", "ANSA", "DPA", "dpa", "EFE", "IRNA", "KCNA", "Kyodo", "TASS", "АФП", "РИА")
)
#: From so many letters a name is no other word, and so many in another script than the Latin.
_NAME, _FOREIGN_NAME = 6, 4
_SHOUTED = re.compile(r"([A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ’'-]*){1,3}) ?[|/–—] ?[^\W\d_]")
_BEHIND_STROKE = re.compile(r"[/|] ?([^\W\d_]{2,8})[)\].]?\s*$")
_OPENING = re.compile(r"\s*([^\W\d_][^|\n]{1,30}?) ?\| ?[^\W\d_]")
#: So many capitals are those of a short form.
_CAPITALS = 2
_LETTERS = re.compile(r"(?:[A-Z]\.?){3,4}")


class Credit(NamedTuple):
    """A credit at the end of a passage, with the person and the agency that it names."""

    person: str
    person_span: Span
    agency: str
    agency_span: Span


class Agency(NamedTuple):
    """An agency as a passage names it, the first of its names, and where."""

    text: str
    name: str
    span: Span


def may_be_an_agency(word: str, *_: object) -> bool:
    """Whether a word may begin the name of an agency; any may where words are not spaced."""
    return unspaced(word) or not _openings().isdisjoint(_PARTS.findall(word.casefold()))


@cache
def _openings() -> frozenset[str]:
    names = (name for line in profile("und").news_agencies for name in line)
    return frozenset(part for name in names for part in _PARTS.findall(name.casefold())[:1])


@remembered
def credit(passage: Passage) -> Credit | None:
    """The credit that a passage ends with: "HADI MIZBAN / AFP", "AFP - Hadi Mizban"."""
    text = passage.text
    if len(text) > _LONGEST or not any(mark in text for mark in "/,-–—|"):
        return None
    begin = max(0, len(text) - _WIDEST)
    for pattern in _patterns():
        match = pattern.search(text, begin)
        if match:
            person, agency = (passage.at(*match.span(group)) for group in ("person", "agency"))
            return Credit(match["person"], person, match["agency"], agency)
    return None


@remembered
def makers(passage: Passage) -> tuple[Agency, ...]:
    """The agencies that a short line names, or a bracket at the end of a passage, in order:
    "Xinhua, Xiamen", "(avec AFP)".
    """
    text = passage.text
    closing = _CLOSING.search(text, max(0, len(text) - _WIDEST))
    if closing:
        return tuple(_agencies_in(passage, *closing.span("inside"), shortest=1))
    if len(text) <= _LINE and text.rstrip()[-1:] not in _ENDS:
        return tuple(_agencies_in(passage, 0, len(text), shortest=_SHORT + 1))
    return ()


@remembered
def signing_agency(passage: Passage) -> Agency | None:
    """The agency that a report ends with, before the sign of whoever wrote it: "dpa/hrb"."""
    text = passage.text
    sign = _SIGN.search(text, max(0, len(text) - _WIDEST))
    if sign is None:
        return None
    begin = max(0, sign.start() - _WIDEST)
    return next(
        (
            each
            for each in _agencies_in(passage, begin, sign.start(), shortest=_SHORT)
            if passage.span.start + sign.start() == each.span.end
        ),
        None,
    )


@remembered
def agencies(passage: Passage) -> tuple[Agency, ...]:
    """The agencies that a passage names anywhere, in order: in a sentence, only by names that are no
    other words.
    """
    found = _agencies_in(passage, 0, len(passage.text), shortest=_SHORT + 1)
    return tuple(
        each
        for each in found
        if each.text in _NAMES
        or len(each.text) >= (_NAME if each.text.isascii() else _FOREIGN_NAME)
        or unspaced(each.text)
    )


@remembered
def agencies_at_all(passage: Passage) -> frozenset[str]:
    """The first names of all that may be agencies in a passage."""
    found = _agencies_in(passage, 0, len(passage.text), shortest=1)
    return frozenset(each.name for each in found)


@remembered
def closing_letters(passage: Passage) -> Agency | None:
    """What stands in brackets at the end of a passage, if it is a short form like an agency's."""
    text = passage.text
    closing = _CLOSING.search(text, max(0, len(text) - _WIDEST))
    if closing is None or not _LETTERS.fullmatch(closing["inside"]):
        return None
    return Agency(
        closing["inside"], closing["inside"].replace(".", ""), passage.at(*closing.span("inside"))
    )


def _agencies_in(passage: Passage, start: int, end: int, *, shortest: int) -> Iterator[Agency]:
    for match in _any_mention(shortest).finditer(passage.text, start, end):
        yield Agency(match.group(), canonical(match.group()), passage.at(*match.span()))


@remembered
def reporting_agency(passage: Passage) -> Agency | None:
    """The agency that a report begins with: "Tashkent (dpa) –", "MADRID, 3 (EFE).-", "Rome / ANSA"."""
    match = _dateline().match(passage.text)
    if match is None and unspaced(passage.text[:_SHORT]):
        wide = _wide_dateline().match(passage.text)
        if wide:
            agency = wide["agency"]
            return Agency(agency, canonical(agency), passage.at(*wide.span("agency")))
    if match is None or _abbreviates(match["agency"], match["place"]):
        return None
    return Agency(match["agency"], canonical(match["agency"]), passage.at(*match.span("agency")))


def _abbreviates(name: str, words: str) -> bool:
    """Whether letters stand for the words before them: "Autorité palestinienne (AP)"."""
    return set(folded(name)) <= {word[0] for word in folded(words).split()}


def is_same_agency(left: str, right: str) -> bool:
    """Whether two names of agencies are one, in whatever script and capitals."""
    return canonical(left) == canonical(right)


def canonical(name: str) -> str:
    """The first name of an agency, the folded form of any other text."""
    return _agencies().get(folded(name), folded(name))


@cache
def _agencies() -> dict[str, str]:
    """Each name of an agency → its first one."""
    return {folded(name): names[0] for names in profile("und").news_agencies for name in names}


@cache
def _any_agency() -> str:
    names = {name for line in profile("und").news_agencies for name in line}
    return "|".join(
        re.escape(name) if len(name) <= _SHORT else f"(?i:{re.escape(name)})"
        for name in sorted(names, key=lambda name: (-len(name), name))
    )


@cache
def _any_mention(shortest: int) -> re.Pattern[str]:
    """An agency as a word of its own, or where the script puts no space between words; names of
    fewer letters than `shortest` left out.
    """
    names = {
        name for line in profile("und").news_agencies for name in line if len(name) >= shortest
    }
    wide, words = any_of(filter(unspaced, names)), any_of(names - {*filter(unspaced, names)})
    return re.compile(rf"{wide}|(?<![\w’'-])(?:{words})(?![\w’'-])")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    agency = _any_agency()
    return (
        re.compile(rf"(?<!\w)(?P<agency>{agency}) ?[/–—|-] ?(?P<person>{_PERSON})[)\]. ]*$"),
        re.compile(rf"(?<!\w)(?P<person>{_PERSON}) ?[/,–—|-] ?(?P<agency>{agency})[)\]. ]*$"),
    )


@cache
def _dateline() -> re.Pattern[str]:
    """A place and an agency, before a dash or alone."""
    return re.compile(
        rf"(?P<place>(?:[^(（\[/\n]| / ){{2,60}})[(（\[/]\s?(?P<agency>{_any_agency()})"
        r"(?:, [^()（）\[\]\n]{2,40}(?=[)）]))?\s?[)）\]/.,]{0,2}\s?(?:(?<=[/.])\s|[–—-]|\Z)"
    )


@cache
def _wide_dateline() -> re.Pattern[str]:
    """An agency, a place and a day, as reports begin in Chinese: 新华社日内瓦5月6日电."""
    return re.compile(
        rf"(?:据|據)?(?P<agency>{_any_agency()})[^\s，。,]{{0,12}}?(?:\d{{1,2}}月)?\d{{1,2}}日[电電]"
    )


@remembered
def shouted_author(passage: Passage) -> Agency | None:
    """The name in capitals that a line begins with, before a stroke and a place: "ANA RUIZ | Lima"."""
    match = _SHOUTED.match(passage.text)
    if match is None or len(passage.text) > _LINE:
        return None
    return Agency(match[1], folded(match[1]), passage.at(*match.span(1)))


@remembered
def lettered_maker(passage: Passage) -> Agency | None:
    """The short form behind a stroke at the end of a passage, whatever it stands for."""
    match = _BEHIND_STROKE.search(passage.text, max(0, len(passage.text) - _WIDEST))
    if match is None or sum(map(str.isupper, match[1])) < _CAPITALS:
        return None
    return Agency(match[1], folded(match[1]), passage.at(*match.span(1)))


@remembered
def before_stroke(passage: Passage) -> Agency | None:
    """What a short line begins with, before a stroke and a place: "AGENCIES | Lima"."""
    match = _OPENING.match(passage.text) if len(passage.text) <= _LINE else None
    if match is None:
        return None
    return Agency(match[1], canonical(match[1]), passage.at(*match.span(1)))
