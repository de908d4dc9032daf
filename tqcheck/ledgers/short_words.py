"""Short forms in scripts without capitals, as a text itself defines them in brackets: «…» (قسد), 欧洲复兴开发银行(欧银)."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tqcheck.features.acronyms import Acronym, Definition, bracketed, definitions
from tqcheck.features.glued import unglued, without_clitics
from tqcheck.features.words import unspaced, words
from tqcheck.model import Pair, Passage, remembered

#: A short form in brackets, in quotation marks perhaps.
_BRACKETED = re.compile(r"[ \u00a0]?[(（][«“\"]?(?P<form>[^\W\d_]{2,6})[»”\"]?[)）]")
#: What may part a name in full from its short form.
_QUOTES = " \u00a0«»“”\"'"
_LETTERS = re.compile(r"[^\W\d_]+")
#: Letters that Arabic writes in several ways.
_ONE_FORM = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي"})
#: So many small words may stand between those that give a letter; so far before its bracket a name
#: in characters may begin.
_SMALL, _LONGEST = 3, 24


class ShortWord(NamedTuple):
    """A short form that the source defines, and what the target has for it there."""

    source: Definition
    target: Definition


@remembered
def short_words(pair: Pair) -> Mapping[str, ShortWord]:
    """Short form of the source → where both texts define it, as many in brackets on either side."""
    if not _is_caseless(pair) or "Latn" not in pair.target.profile.scripts:
        return {}
    found: dict[str, ShortWord] = {}
    for bead in pair.complete_beads:
        mine, others = list(_defined(bead.source)), bracketed(bead.target)
        if not mine or len(mine) != len(others):
            continue
        told = {each.acronym: each for each in definitions(bead.target)}
        for own, other in zip(mine, others, strict=True):
            if other in told:
                found.setdefault(own.acronym.text, ShortWord(own, told[other]))
    return found


def short_word_mentions(pair: Pair, passage: Passage) -> Iterator[Acronym]:
    """The places where a passage of the source has one of them."""
    known = short_words(pair)
    if not known:
        return
    text = passage.text
    if unspaced(text):
        for form in known:
            at = text.find(form)
            if at >= 0:
                yield Acronym(form, passage.at(at, at + len(form)))
        return
    for word in words(passage):
        for glued, form in ((0, word.text), *unglued(word.text)):
            if form in known:
                start = word.span.start - passage.span.start + glued
                yield Acronym(form, passage.at(start, start + len(form)))
                break


def _is_caseless(pair: Pair) -> bool:
    profile = pair.source.profile
    return profile.has("scripts") and not {"Latn", "Cyrl", "Grek"} & set(profile.scripts[:1])


def _defined(passage: Passage) -> Iterator[Definition]:
    text = passage.text
    for match in _BRACKETED.finditer(text):
        form, before = match["form"], text[: match.start()].rstrip(_QUOTES)
        if unspaced(form):
            whole = before[-_LONGEST:]
            spelt = form not in whole and _is_in_order(form, whole)
        else:
            spelt = _has_initials(form, before)
        if spelt:
            acronym = Acronym(form, passage.at(*match.span("form")))
            yield Definition(acronym, before[-_LONGEST:], passage.at(*match.span()))


def _is_in_order(form: str, text: str) -> bool:
    """Whether characters stand in a text in their order."""
    rest = iter(text)
    return all(each in rest for each in form)


def _has_initials(form: str, before: str) -> bool:
    """Whether the last words before a bracket give the letters of a short form in their order."""
    letters = form.translate(_ONE_FORM)
    row = _LETTERS.findall(before)[-len(letters) - _SMALL :]
    initials = [without_clitics(word).translate(_ONE_FORM)[:1] for word in row]
    first = [at for at, initial in enumerate(initials) if initial == letters[0]]
    return any(
        len(initials) - at >= len(letters) and _is_in_order(letters, "".join(initials[at:]))
        for at in first
    )
