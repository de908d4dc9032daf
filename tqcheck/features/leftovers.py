"""Stretches of a translation that still stand in the language of the source."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from math import inf
from typing import NamedTuple

from tqcheck.features.copied import Copied, copied_runs
from tqcheck.features.folding import folded
from tqcheck.features.protected import is_protected
from tqcheck.features.scripts import Run, letters_by_script, script_of, script_runs
from tqcheck.features.spelling import spelling_odds
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import Word, unspaced
from tqcheck.model import Bead, LanguageProfile, Passage, Span

#: The script that texts of every language take names, brands and terms from.
_WORLDWIDE = "Latn"
#: Log odds of spelling that prove words to be the source's: beside several function words or
#: one that no name has, beside one that names have, and alone.
_LIKELY, _PROVEN, _CERTAIN = 3.0, 12.0, 16.0
#: A quotation or bracket of more words than this is no title and no gloss.
_LONGEST_TITLE = 12
_LONGEST_LOAN = 5
#: So many function words prove a language, however its words are spelt.
_MANY = 3
#: Longest run of small words inside a name ("on the", "de la").
_LONGEST_LINK = 3
#: Languages that share more of their most frequent words than this are hard to tell apart.
_SHARED = 0.1
#: What encloses a title, a quotation, a gloss or emphasis.
_ENCLOSED = re.compile(
    r"\([^()]{1,200}\)|\[[^\[\]]{1,200}\]|（[^（）]{1,200}）|【[^【】]{1,200}】|"
    r"“[^“”]{1,200}”|„[^„“”]{1,200}[“”]|«[^«»]{1,200}»|»[^«»]{1,200}«|‹[^‹›]{1,200}›|"
    r"「[^「」]{1,200}」|『[^『』]{1,200}』|《[^《》]{1,200}》|〈[^〈〉]{1,200}〉|‚[^‚‘]{1,200}‘|"
    r"‘[^‘]{1,200}’(?!\w)|(?<!\w)'[^']{1,200}'(?!\w)|\"[^\"]{1,200}\"|"
    r"\*[^*]{1,200}\*|(?<!\w)_[^_]{1,200}_(?!\w)"
)
_BEFORE = re.compile(r"([^\W\d_][\w’'.-]*)[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_])")
_WIDTH = 60
_BETWEEN = re.compile(r"[\s\d,;:、，·・\-–—’']*")


def foreign_script_spans(bead: Bead) -> Iterator[Span]:
    """Stretches of the target in a script that only the source's language is written in."""
    target = bead.target
    foreign = {*bead.source.profile.scripts} - {*target.profile.scripts, _WORLDWIDE}
    if not foreign or not foreign & letters_by_script(target).keys():
        return
    stretch: list[Run] = []
    for run in script_runs(target):
        if run.script not in foreign or is_protected(target, run.span):
            continue
        if stretch and not _BETWEEN.fullmatch(_text(target, stretch[-1].span.end, run.span.start)):
            yield from _whole_stretch(target, stretch)
            stretch = []
        stretch.append(run)
    if stretch:
        yield from _whole_stretch(target, stretch)


def is_foreign_letter(character: str, profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a character of the target is of a script that only the source's language has."""
    if not (profile.has("scripts") and other.has("scripts")):
        return True
    return script_of(character) in {*other.scripts} - {*profile.scripts, _WORLDWIDE}


def may_be_of_a_stretch(form: str, source: LanguageProfile, target: LanguageProfile) -> bool:
    """Whether a word of both texts may prove a stretch with it to be in the source's language."""
    common, foreign = common_words(source), common_words(target)
    return form not in foreign and (form in common or len(form) > 2) and not form.isdecimal()


def _whole_stretch(target: Passage, stretch: list[Run]) -> Iterator[Span]:
    letters = "".join(run.text for run in stretch)
    span = Span(stretch[0].span.start, stretch[-1].span.end)
    cased = letters.casefold() != letters or letters.upper() != letters
    if cased and (len(letters) < 2 or _glued(target, span)):
        return  # a letter that only looks like one of this script, or damaged encoding
    if not enclosed(target, span):
        yield span


def untranslated_spans(bead: Bead) -> Iterator[Span]:
    """Stretches of two and more words of the target that are words of the source's language.

    They stand so in the source; names, titles and phrases at home in the target's language
    are left out.
    """
    source, target = bead.source.profile, bead.target.profile
    if source.tag == target.tag or not one_script(source, target):
        return
    found: list[Span] = []
    for run in copied_runs(bead.source, bead.target):
        if enclosed(bead.target, Span(run[0].word.span.start, run[-1].word.span.end)):
            continue
        for stretch in _stretches(bead.target, run, source, target):
            if len(stretch.words) < 2 or not _is_source_language(stretch, source, target):
                continue
            start, end = stretch.words[0].span.start, stretch.words[-1].span.end
            if found and _text(bead.target, found[-1].end, start).strip() in ("", ","):
                start = found.pop().start
            found.append(Span(start, end))
    yield from found


class _Stretch(NamedTuple):
    """Words of a run without its names; `headed` and `followed` by a word with a capital."""

    words: tuple[Word, ...]
    headed: bool
    followed: bool


def _stretches(
    passage: Passage, run: tuple[Copied, ...], source: LanguageProfile, target: LanguageProfile
) -> Iterator[_Stretch]:
    """The parts of a run between names and phrases that the target's language uses itself."""
    nouns = source.has("capitalised_nouns") and source.capitalised_nouns
    homely = _loans(run, target)
    kept = [
        index not in homely
        and all(form.text.islower() or (nouns and form.text.istitle()) for form in copied)
        for index, copied in enumerate(run)
    ]
    for is_kept, group in groupby(range(len(run)), key=kept.__getitem__):
        if is_kept:
            words = tuple(run[index].word for index in group)
            before, after = _neighbours(passage, words)
            yield _Stretch(
                words,
                headed=words[0].text.istitle() or before[:1].isupper(),
                followed=after[:1].isupper(),
            )


def _neighbours(passage: Passage, words: tuple[Word, ...]) -> tuple[str, str]:
    """The words that only a space parts from a stretch; a word that begins the passage has its
    capital from there, and counts as none.
    """
    start, end = words[0].span.start, words[-1].span.end
    before = _BEFORE.search(_text(passage, passage.span.start, start)[-_WIDTH:])
    after = _AFTER.match(_text(passage, end, min(end + _WIDTH, passage.span.end)))
    begins = before and start - len(before.group()) == passage.span.start
    return before.group(1) if before and not begins else "", after.group(1) if after else ""


def _loans(run: tuple[Copied, ...], target: LanguageProfile) -> set[int]:
    """The places in a run of phrases that are at home in the target's language."""
    known = _folded(target.loan_phrases if target.has("loan_phrases") else frozenset())
    forms = [folded(copied.word.text) for copied in run]
    return {
        index
        for start in range(len(run))
        for end in range(start + 2, min(start + _LONGEST_LOAN, len(run)) + 1)
        if " ".join(forms[start:end]) in known
        for index in range(start, end)
    }


@cache
def _folded(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(map(folded, phrases))


def _is_source_language(
    stretch: _Stretch, source: LanguageProfile, target: LanguageProfile
) -> bool:
    common, foreign = common_words(source), common_words(target)
    links = source.name_links
    words = list(stretch.words)
    while stretch.headed and words and words[0].text.casefold() in links:
        del words[0]
    while stretch.followed and words and words[-1].text.casefold() in links:
        del words[-1]
    forms = [word.text.casefold() for word in words]
    telling = [form for form in forms if form in common and form not in foreign]
    strong = sum(form not in links for form in telling)
    content = [
        word.text
        for word, form in zip(words, forms, strict=True)
        if len(form) > 2 and form not in common | foreign
    ]
    if stretch.headed and stretch.followed and len(stretch.words) <= _LONGEST_LINK:
        return False
    if stretch.headed and strong < 2 and not (strong and content):
        return False
    odds = _odds(forms, source, target)
    if kindred(common, foreign):
        return strong > 0 and odds > _PROVEN
    borrowed = target.has("borrows_from") and source.tag in target.borrows_from
    if strong and len(content) + len(telling) > 1:
        return odds > (_LIKELY if strong < _MANY else 0)
    if len(content) > 1 and len(telling) > borrowed:
        return odds > _LIKELY
    if borrowed or stretch.followed or not any(map(str.islower, content)):
        return False
    return odds > _PROVEN if telling else len(content) > 1 and odds > _CERTAIN


def _odds(forms: list[str], source: LanguageProfile, target: LanguageProfile) -> float:
    """How much more like the source's language words are spelt; sure where scripts differ."""
    if not {*source.scripts} & {*target.scripts}:
        return inf
    return spelling_odds(forms, source.tag, target.tag)


def kindred(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two languages share so many words that a copied word proves nothing."""
    return len(one & other) > _SHARED * len(one)


def one_script(source: LanguageProfile, target: LanguageProfile) -> bool:
    """Whether words of the source's own script can be told from the target's by words only."""
    return not {*source.scripts} - {*target.scripts, _WORLDWIDE}


def enclosed(passage: Passage, span: Span) -> bool:
    """Whether a span is most of what a bracket, a quotation or marks of emphasis enclose."""
    start, end = (place - passage.span.start for place in span)
    for match in _ENCLOSED.finditer(passage.text):
        inner = match.group()[1:-1]
        if match.start() < start and end < match.end():
            return 2 * (end - start) > len(inner) and _size(inner) <= _LONGEST_TITLE
    return False


def _size(text: str) -> int:
    """How many words a text has, two characters of a script without spaces for one."""
    return len(text.split()) if not unspaced(text) else (len(text) + 1) // 2


def _glued(passage: Passage, span: Span) -> bool:
    text = passage.document.text
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return (span.start > 0 and before.isalpha()) or after.isalpha()


def _text(passage: Passage, start: int, end: int) -> str:
    return passage.document.text[start:end]
