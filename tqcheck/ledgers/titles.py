"""Papers, broadcasters, clubs and companies that the target translates, or puts for others."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.features.alternatives import any_of
from tqcheck.features.titles import TitleName, is_named, plain, right_forms, title_names
from tqcheck.languages.titles import Title
from tqcheck.model import Bead, LanguageProfile, Pair, Passage, Span

#: Longer runs of capitals are no paper's name.
_MOST_WORDS = 4
_CAPITAL_BEFORE = re.compile(r"(?<![.!?:] )\b[A-Z][\w’'-]* $")


class Retitled(NamedTuple):
    """A name of the source, what the target has for it, and what should stand there."""

    source: Span
    target: Span
    form: str


def translated_titles(pair: Pair) -> Iterator[Retitled]:
    """The names that were translated word by word, in order."""
    other = pair.target.language
    for bead in pair.complete_beads:
        named = title_names(bead.source, other)
        for each in named:
            if is_named(each.title, bead.target) or _may_be_words(bead.source, each):
                continue
            there = _translated(bead.target, each.title)
            if there is None and len({one.title for one in named}) == 1:
                there = _any_paper(bead, each)
            if there:
                yield Retitled(each.span, there, _usual(each.title))


def changed_titles(pair: Pair) -> Iterator[Retitled]:
    """The names for which the target has another one, of which the source says nothing."""
    other = pair.target.language
    for bead in pair.complete_beads:
        named = title_names(bead.source, other)
        lost = [each for each in named if not is_named(each.title, bead.target)]
        if len(lost) != 1 or _translated(bead.target, lost[0].title):
            continue
        here = {each.title for each in named}
        new = [
            (title, span)
            for title, span in right_forms(bead.target, other)
            if title not in here
            and not is_named(title, bead.source)
            and not any(set(title.right) & set(one.right) for one in here)
        ]
        if len({span for _, span in new}) == 1:
            yield Retitled(lost[0].span, new[0][1], _usual(lost[0].title))


def _usual(title: Title) -> str:
    """What a title is called where Latin letters are written."""
    return next((form for form in title.right if form[0] < "\u0250"), title.right[0])


def _may_be_words(passage: Passage, name: TitleName) -> bool:
    """Whether a title opens a sentence of a language that capitalises every noun: "Die Welt"."""
    profile = passage.profile
    nouns = profile.has("capitalised_nouns") and profile.capitalised_nouns
    if not nouns or " " not in name.title.pattern:
        return False
    before = passage.document.text[passage.span.start : name.span.start].rstrip()
    return not before or before[-1] in ".!?:"


def _translated(passage: Passage, title: Title) -> Span | None:
    """Where a passage has the words of a name, and of a single one no other capital beside it."""
    text = passage.text.replace("'", "’")
    for form in title.wrong:
        pattern = _pattern(form, passage.profile)
        for match in pattern.finditer(text) if pattern else ():
            if " " in match.group() or not _CAPITAL_BEFORE.search(text[: match.start()]):
                return passage.at(*match.span())
    return None


def _any_paper(bead: Bead, name: TitleName) -> Span | None:
    """The only words in capitals that end like a paper's name, for a name of another script."""
    pattern = _any_pattern(bead.target.profile)
    if name.title.pattern[0] < "\u0370" or pattern is None:
        return None
    if bead.source.profile.scripts[0] == bead.target.profile.scripts[0]:
        return None
    if not _is_a_paper(name.title):
        return None
    found = list(pattern.finditer(bead.target.text))
    if len(found) != 1 or found[0].group() in bead.source.text:
        return None
    heard = plain(found[0].group().rpartition(" ")[0])
    if any(plain(form).startswith(heard) for form in name.title.right):
        return None
    return bead.target.at(*found[0].span())


def _is_a_paper(title: Title) -> bool:
    """Whether some translation of a name has a word such as "Newspaper"."""
    return any("~" in form for form in title.wrong)


@lru_cache(maxsize=1024)
def _pattern(form: str, profile: LanguageProfile) -> re.Pattern[str] | None:
    words = re.sub(r"^The ", r"(?:The |(?<=\\bthe ))", re.escape(form).replace("\\ ", " "))
    if "~" not in form:
        return re.compile(rf"\b{words}\b(?![ -][A-Z])")
    papers = _papers(profile)
    whole = words.replace("\\~", "~").replace("~", papers)
    return re.compile(rf"\b{whole}\b(?![ -][A-Z])") if papers else None


@cache
def _papers(profile: LanguageProfile) -> str:
    """The words that a tilde stands for: "Newspaper", "Morning Post"."""
    if not profile.has("outlet_nouns"):
        return ""
    return rf"(?:(?:{any_of(profile.outlet_times)}) )?(?:{any_of(profile.outlet_nouns)})"


@cache
def _any_pattern(profile: LanguageProfile) -> re.Pattern[str] | None:
    if not profile.has("outlet_nouns"):
        return None
    nouns = any_of(noun for noun in profile.outlet_nouns if noun[0].isupper())
    return re.compile(rf"\b(?:[A-Z][\w’'-]* ){{1,{_MOST_WORDS}}}(?:{nouns})\b(?![ -][A-Z])")
