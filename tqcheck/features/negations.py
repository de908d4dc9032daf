"""Words of a passage that say no, and what they deny."""

import re
from functools import cache
from typing import NamedTuple

from tqcheck.features.alternatives import any_of
from tqcheck.features.meanings import Said, means, said
from tqcheck.features.telling import Known
from tqcheck.features.vocabulary import common_words, is_known
from tqcheck.features.words import Word, units, unspaced, word_texts, words
from tqcheck.model import LanguageProfile, Passage, Span, remembered

_SHORTEST_REST = 4
#: A verb's stem has so many letters, with the vowel before its ending.
_SHORTEST_STEM = 2
#: How many words, or characters of a script without spaces, a negation reaches.
_REACH, _REACH_UNSPACED = 4, 4
#: How many words a negation denies that stands behind them; and how far a verb's ending in
#: Japanese reaches, and the word before it.
_BEHIND = 1
_HAN = "[\u3400-\u9fff々ァ-ヺー]"
_VERB = re.compile(
    rf"(?:{_HAN}{{1,4}}(?![をがはにのとでもへ])[ぁ-ゖ]{{1,2}})?{_HAN}{{0,6}}[ぁ-ゖ]{{0,10}}$"
)
#: A negation is written together with words of so many characters; with shorter ones it is
#: part of another word ("未来").
_ATTACHED = 2
#: How near another word that says no stands if the two make a yes.
_UNDONE = 1
_JOINT = re.compile("[’-]")
_BREAK = re.compile(r"[,;:.!?…—–()\"“”«»„。，；：！？、؟،؛]|\s-\s")


class Denial(NamedTuple):
    """A word that says no, and what the words mean that it may deny; and what the nearest of them
    mean.
    """

    word: Word
    of: tuple[Said, ...]
    nearest: tuple[Said, ...]


@remembered
def denials(passage: Passage) -> tuple[Denial, ...]:
    """The plain negations of a passage but those that may mean something else (“not only”)."""
    found = negators(passage)
    if not found:
        return ()
    idioms = _idioms(passage)
    told = []
    for word in found:
        if any(word.span.overlaps(idiom) for idiom in idioms) or _is_undone(passage, word):
            continue
        if _says_only(passage, word):
            continue
        reach = _reach(passage, word)
        beside = None if unspaced(passage.text) else _beside(passage, word, reach)
        reached = tuple(each for each in said(passage) if _reaches(word, reach, beside, each))
        nearest = tuple(each for each in reached if beside is None or each.span in beside)
        told.append(Denial(word, reached, nearest))
    return tuple(told)


def _reaches(negator: Word, reach: Span, beside: tuple[Span, ...] | None, each: Said) -> bool:
    """Whether a negation may deny a word; a thing it denies only if that is the next word, as in
    “no reason”: “the children did not go” does not deny the children.
    """
    if each.noun and each.span.start < negator.span.end:
        return False
    if beside is not None and (each.alike or each.noun):
        return each.span in beside
    return _holds(reach, each.span)


@remembered
def times_denied(passage: Passage) -> int:
    """How many words of a passage say no by themselves: “not”, “nobody”, French “ne” alone."""
    profile = passage.profile
    if unspaced(passage.text):
        return len(negators(passage))
    signs, denies = _pronouns(profile), _denies(profile)
    forms = map(_FORMS.__getitem__, word_texts(passage))
    found = sum(denies[form] or form in signs or _looks_denied(profile, form) for form in forms)
    return found or _has_partner(passage)


def may_deny(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may say no by itself; any may where words are not spaced."""
    if unspaced(word):
        return True
    form = _FORMS[word]
    return _denies(profile)[form] or form in _pronouns(profile)


def _pronouns(profile: LanguageProfile) -> frozenset[str]:
    return profile.negation_pronouns if profile.has("negation_pronouns") else frozenset()


@remembered
def negators(passage: Passage) -> tuple[Word, ...]:
    """The words that say no, those that say it to nothing or in an idiom among them."""
    profile = passage.profile
    if unspaced(passage.text):
        return _unspaced_negators(passage)
    if profile.has("negation_partners") and not _has_partner(passage):
        return ()
    denies = _denies(profile)
    found = tuple(word for word in words(passage) if denies[_form(word)])
    if not found:
        found = tuple(word for word in words(passage) if _form(word) in _pronouns(profile))
    return found


@cache
def _denies(profile: LanguageProfile) -> Known[bool]:
    """Whether a form says no to a verb: a word of its own, or the verb itself that is denied."""
    known = profile.negation_words
    beginnings = profile.negation_beginnings if profile.has("negation_beginnings") else ()
    stems = profile.negation_stems if profile.has("negation_stems") else ()

    def is_one(form: str) -> bool:
        if form in known or form.startswith(stems) or _is_marked(profile, form):
            return True
        return _looks_denied(profile, form) and any(
            form.startswith(each) and means(profile, form[len(each) :]) for each in beginnings
        )

    return Known(is_one)


def _is_marked(profile: LanguageProfile, form: str) -> bool:
    """Whether a verb is denied by what stands behind its stem."""
    if not profile.has("negation_marks"):
        return False
    marked = any(form.find(mark) >= _SHORTEST_STEM for mark in profile.negation_marks)
    return marked and not _only_looks_so(profile)[form]


def _looks_denied(profile: LanguageProfile, form: str) -> bool:
    """Whether a word begins as verbs do that are denied."""
    if not profile.has("negation_beginnings"):
        return False
    return form.startswith(profile.negation_beginnings) and not _only_looks_so(profile)[form]


@cache
def _only_looks_so(profile: LanguageProfile) -> Known[bool]:
    whole = frozenset(each for each in profile.negation_lookalikes if each[-1] != "*")
    stems = tuple(each[:-1] for each in profile.negation_lookalikes if each[-1] == "*")
    return Known(lambda form: form in whole or form.startswith(stems))


def _unspaced_negators(passage: Passage) -> tuple[Word, ...]:
    profile = passage.profile
    found = [
        Word(match.group(), passage.at(*match.span()))
        for match in _any_sign(profile.negation_words).finditer(passage.text)
    ]
    if profile.has("attached_negations"):
        starts = {
            each.span.start
            for each in said(passage)
            if each.span.end - each.span.start >= _ATTACHED
        }
        for at, sign in enumerate(passage.text):
            span = passage.at(at, at + 1)
            attached = sign in profile.attached_negations and span.end in starts
            if attached and not any(word.span.overlaps(span) for word in found):
                found.append(Word(sign, span))
    return tuple(found)


@cache
def _any_sign(signs: frozenset[str]) -> re.Pattern[str]:
    return re.compile(any_of(signs))


def _reach(passage: Passage, negator: Word) -> Span:
    """Where what a negation denies may stand."""
    profile, start = passage.profile, passage.span.start
    behind = profile.has("negation_behind") and profile.negation_behind
    if behind and unspaced(passage.text):
        verb = _VERB.search(passage.text, 0, negator.span.start - start)
        return Span(start + verb.start() if verb else negator.span.start, negator.span.end)
    if unspaced(passage.text):
        rest = _until_break(passage.text[negator.span.end - start :])[:_REACH_UNSPACED]
        return Span(negator.span.start, negator.span.end + len(rest))
    row = words(passage)
    at = row.index(negator)
    first, last = _clause(passage, at)
    if _is_denied_verb(profile, _form(negator)):
        return negator.span
    if behind:
        before = max(first, at - _BEHIND)
        after = at + 1 if _form(negator) in profile.negation_words else at
        return Span(row[before].span.start, row[min(last, after)].span.end)
    if profile.has("negation_of_clause") and profile.negation_of_clause:
        return Span(row[first].span.start, row[last].span.end)
    partners = [
        index for index in range(max(first, at - _REACH), at) if _is_partner(profile, row[index])
    ]
    before = partners[-1] if partners else at
    return Span(row[before].span.start, row[min(last, at + _REACH)].span.end)


def _is_denied_verb(profile: LanguageProfile, form: str) -> bool:
    """Whether a word is a verb that is denied, and no auxiliary that denies another: what a
    pack's `negation_stems` are, where verbs are denied by their beginning.
    """
    return _looks_denied(profile, form) and not (
        profile.has("negation_stems") and form.startswith(profile.negation_stems)
    )


def _beside(passage: Passage, negator: Word, reach: Span) -> tuple[Span, ...]:
    """The next words within reach on either side, small ones passed over: what a negation denies,
    if it is not the noun behind that.
    """
    row, small = words(passage), common_words(passage.profile)
    at = row.index(negator)
    sides = reversed(row[max(at - _REACH, 0) : at]), row[at + 1 : at + 1 + _REACH]
    nearest = (
        next((word.span for word in side if _form(word) not in small), None) for side in sides
    )
    return tuple(span for span in nearest if span and _holds(reach, span))


def _clause(passage: Passage, at: int) -> tuple[int, int]:
    """The first and last word between the marks around a word."""
    row, text, start = words(passage), passage.text, passage.span.start

    def parted(left: int) -> bool:
        gap = text[row[left].span.end - start : row[left + 1].span.start - start]
        return bool(_BREAK.search(gap))

    first = last = at
    while first and not parted(first - 1):
        first -= 1
    while last < len(row) - 1 and not parted(last):
        last += 1
    return first, last


def is_parted(passage: Passage, left: Span, right: Span) -> bool:
    """Whether a mark that ends a clause stands between two places, in either order."""
    first, last = sorted((left, right))
    start = passage.span.start
    return bool(_BREAK.search(passage.text[first.end - start : last.start - start]))


@cache
def _idiom(phrases: frozenset[str]) -> re.Pattern[str]:
    """Any of the phrases, whose first and last words are whole, in texts with straight quotes."""
    return re.compile(
        "|".join(
            (r"\b" if phrase[0].isalpha() and not unspaced(phrase) else "")
            + re.escape(phrase.replace("’", "'"))
            + ("" if unspaced(phrase) else r"\b")
            for phrase in sorted(phrases)
        ),
        re.IGNORECASE,
    )


def _idioms(passage: Passage) -> list[Span]:
    text = passage.text.replace("’", "'")
    found = _idiom(passage.profile.negation_idioms).finditer(text)
    return [passage.at(*match.span()) for match in found]


def _until_break(text: str) -> str:
    match = _BREAK.search(text)
    return text[: match.start()] if match else text


def _is_undone(passage: Passage, negator: Word) -> bool:
    """Whether another word that says no stands with a negation: “not without”, “never stopped”;
    a pronoun only makes it stronger in languages that say no twice.
    """
    if not passage.profile.has("negative_words"):
        return False
    row = units(passage)
    own = [at for at, unit in enumerate(row) if unit.span.overlaps(negator.span)]
    return any(
        at not in own
        and own[0] - _UNDONE <= at <= own[-1] + _UNDONE
        and _FORMS[row[at].text] not in _pronouns(passage.profile)
        for at in negative_places(passage)
    )


def _says_only(passage: Passage, negator: Word) -> bool:
    """Whether a negation says “only”, with a word before it: “三つしかない”."""
    if not passage.profile.has("exceptive_words"):
        return False
    before = passage.text[: negator.span.start - passage.span.start]
    return any(word in _BREAK.split(before)[-1] for word in passage.profile.exceptive_words)


def _holds(reach: Span, span: Span) -> bool:
    return reach.start <= span.start and span.end <= reach.end


def _has_partner(passage: Passage) -> bool:
    profile = passage.profile
    return profile.has("negation_partners") and any(
        map(_partners(profile).__getitem__, word_texts(passage))
    )


def _is_partner(profile: LanguageProfile, word: Word) -> bool:
    """Whether a word is one that goes with a negation, alone or elided: “ne”, “n’a”."""
    return profile.has("negation_partners") and _partners(profile)[word.text]


@cache
def _partners(profile: LanguageProfile) -> Known[bool]:
    known = profile.negation_partners

    def is_one(text: str) -> bool:
        form = _FORMS[text]
        return form in known or form[: form.find("’") + 1] in known

    return Known(is_one)


@remembered
def negative_places(passage: Passage) -> tuple[int, ...]:
    """Which words of a passage, characters in scripts without spaces, may say no in any way."""
    profile = passage.profile
    if unspaced(passage.text):
        row, text = units(passage), passage.text
        if profile.has("negation_lookalikes"):
            lookalikes = _any_sign(profile.negation_lookalikes)
            text = lookalikes.sub(lambda match: " " * len(match.group()), text)
        found = _any_sign(profile.negative_words).finditer(text)
        spots = {passage.span.start + match.start() for match in found}
        return tuple(at for at, unit in enumerate(row) if unit.span.start in spots)
    negative = _negative(profile)
    return tuple(at for at, word in enumerate(word_texts(passage)) if negative[word])


def negatives_near(passage: Passage, span: Span, words: int, characters: int) -> list[Word]:
    """What may say no within so many words of a span, or characters in scripts without spaces."""
    row, near = units(passage), characters if unspaced(passage.text) else words
    at = next(index for index, unit in enumerate(row) if unit.span.end > span.start)
    return [row[place] for place in negative_places(passage) if abs(place - at) <= near]


@cache
def _negative(profile: LanguageProfile) -> Known[bool]:
    return Known(lambda word: any(_is_negative(profile, part) for part in _parts(word)))


def _parts(word: str) -> list[str]:
    form = _FORMS[word]
    return [form, *_JOINT.split(form)] if _JOINT.search(form) else [form]


def _is_negative(profile: LanguageProfile, form: str) -> bool:
    if profile.has("negation_lookalikes") and _only_looks_so(profile)[form]:
        return False
    if form in profile.negative_words or form in _pronouns(profile):
        return True
    if _denies(profile)[form] or _looks_denied(profile, form):
        return True
    if profile.has("negative_stems") and form.startswith(profile.negative_stems):
        return True
    if profile.has("negative_endings") and form.endswith(profile.negative_endings):
        return True
    return profile.has("negative_beginnings") and any(
        form.startswith(beginning)
        and len(form) - len(beginning) >= _SHORTEST_REST
        and is_known(profile, form[len(beginning) :])
        for beginning in profile.negative_beginnings
    )


def _form(word: Word) -> str:
    return _FORMS[word.text]


_FORMS = Known(lambda word: _plain(word).removesuffix("’s"))


def _plain(text: str) -> str:
    return text.casefold().replace("'", "’")
