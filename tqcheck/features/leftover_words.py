"""Single words of a translation that still stand in the language of the source."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tqcheck.features.leftovers import enclosed, kindred, one_script, untranslated_spans
from tqcheck.features.protected import is_protected
from tqcheck.features.spelling import spelling_odds
from tqcheck.features.vocabulary import common_words, frequency, has_vocabulary, is_known
from tqcheck.features.words import Word, word_counts, words
from tqcheck.languages.spelling import written_letters
from tqcheck.model import Bead, LanguageProfile, Passage, Span

#: Log odds of spelling that prove one word to be the source's: with an ending that only its
#: language has, with any, and with one that both languages have.
_LIKELY, _PROVEN, _CERTAIN = 2.0, 12.0, 30.0
#: And where the target's list of words has not got it.
_UNKNOWN = -2.0
#: How often the source's language uses a word that no other one has.
_FREQUENT = 500
#: The same where its language lends words to the target's.
_BORROWED, _OFTEN = 10.0, 2_000
#: How often the target's language uses a word that it has, too.
_AT_HOME = 50
#: How frequent a noun of the source must be to be no name.
_NOUN = 3_000
_SHORTEST, _LONG = 3, 5
#: What cases put behind an adjective has so many letters.
_ENDING = 2
#: How far a word may have moved, as a share of the sentence.
_MOVED = 0.35
#: Between a word and what explains it: a bracket, an equals sign, what stands for an argument.
_GLOSSED = re.compile(r"[ \u00a0]?[(=\[<]|, (?:o[rufd]?|an?|un[ae]?|eine?)\b")
#: The stop of an abbreviation.
_STOPPED = re.compile(r"\.[ \u00a0]\S")
_BEHIND = 7
_GLOSS = re.compile(r"[(\[=*_][ \u00a0]?$")


def untranslated_words(bead: Bead) -> Iterator[Span]:
    """Single words of the source's language in the target, outside of `untranslated_spans`."""
    found = list(_untranslated(bead))
    runs = list(untranslated_spans(bead)) if found and bead.source.profile.has("scripts") else []
    return (span for span in found if not any(span.overlaps(run) for run in runs))


def _untranslated(bead: Bead) -> Iterator[Span]:
    """Words of the target that are words of the source's language and stand so in the source.

    One word on its own: runs of two and more are `untranslated_spans`. Names, loans, glossed
    words and parts of foreign names and titles are left out; languages that share many words
    yield nothing.
    """
    source, target = bead.source.profile, bead.target.profile
    if source.tag == target.tag or (source.has("scripts") and not one_script(source, target)):
        return
    common, own = common_words(source), common_words(target)
    if not own or kindred(common, own):
        return
    originals = words(bead.source)
    forms: dict[str, list[int]] = {}
    for index, original in enumerate(originals):
        forms.setdefault(original.text, []).append(index)
    found = words(bead.target)
    for index, word in enumerate(found):
        if word.text not in forms:
            continue
        form = word.text.casefold().replace("'", "’")
        if form in own or not form[0].isalpha() or _is_a_term(form, source):
            continue
        # A letter is named as it is: “the letter ø”.
        if len(form) < _SHORTEST and not (len(form) > 1 and _is_written_otherwise(form, target)):
            continue
        near = _places(bead, word, index / len(found), forms[word.text])
        if not near or _beside_copied(bead, found, index, near):
            continue
        named = _beside_capital(bead.target, found, index)
        if form in common and (word.text.islower() or index == min(near) == 0):
            left = _is_function_word(form, source, target, named)
        elif index and not named and _is_framed_noun(bead, found, index):
            left = _is_lone(bead, word)
        elif (
            word.text.islower()
            or (index == min(near) == 0 and _is_ordinary(form, source, target))
            or (index and _is_noun(bead, word, originals[min(near) - 1]))
            or (index and not named and _is_listed_noun(bead, word))
        ):
            left = _is_spelt_foreign(form, source, target, named) and _is_lone(bead, word)
        else:
            left = False
        if left and not _is_explained(bead.target, word.span):
            yield word.span


def _is_a_term(form: str, source: LanguageProfile) -> bool:
    """Whether a word is none of the source’s language either, as a medicine’s name."""
    nouns = source.has("capitalised_nouns") and source.capitalised_nouns
    return has_vocabulary(source) and not nouns and form.isascii() and not is_known(source, form)


def may_be_left(word: str, target: LanguageProfile, source: LanguageProfile) -> bool:
    """Whether a word of the target that the source has as well may have been left untranslated."""
    form = word.casefold().replace("'", "’")
    nouns = source.has("capitalised_nouns") and source.capitalised_nouns
    if form in common_words(target):
        return False
    if (nouns and word.istitle()) or (
        form in common_words(source) and _is_function_word(form, source, target, named=False)
    ):
        return True
    first = word.islower() or _is_ordinary(form, source, target)
    return first and _is_spelt_foreign(form, source, target, named=False)


def _is_ordinary(form: str, source: LanguageProfile, target: LanguageProfile) -> bool:
    """Whether the first word of a sentence ends as no name does, and is no word of the target."""
    endings = source.own_endings if source.has("own_endings") else ()
    return has_vocabulary(target) and form.endswith(endings) and not is_known(target, form)


def _is_noun(bead: Bead, word: Word, before: Word) -> bool:
    """Whether a word with a capital is a common noun, in a language that capitalises them all:
    by its ending or by the word before it in the source.
    """
    source = bead.source.profile
    if not (source.has("capitalised_nouns") and source.capitalised_nouns and word.text.istitle()):
        return False
    endings = source.noun_endings if source.has("noun_endings") else ()
    openers = source.noun_openers if source.has("noun_openers") else frozenset()
    return word.text.endswith(endings) or before.text.casefold() in openers


def _is_listed_noun(bead: Bead, word: Word) -> bool:
    """The same by the lists of words: frequent in the source's, unknown to the target's."""
    return _is_no_target_noun(bead, word) and frequency(bead.source.profile, word.text) > _NOUN


def _is_framed_noun(bead: Bead, found: Sequence[Word], index: int) -> bool:
    """The same by what stands around a word of the source's list that the target's has not got."""
    word, target = found[index], bead.target.profile
    if not _is_no_target_noun(bead, word) or word.text.lower() in target.loan_words:
        return False
    listed = frequency(bead.source.profile, word.text) > 0
    listed = listed or _is_written_otherwise(word.text.lower(), target)
    return listed and _is_framed(bead.target, found, index)


def _is_no_target_noun(bead: Bead, word: Word) -> bool:
    source, target, form = bead.source.profile, bead.target.profile, word.text.lower()
    if not (source.has("capitalised_nouns") and source.capitalised_nouns and word.text.istitle()):
        return False
    listed = has_vocabulary(target) and target.has("loan_words")
    return listed and form not in common_words(source) and not is_known(target, form)


def _is_framed(passage: Passage, found: Sequence[Word], index: int) -> bool:
    """Whether a word stands where a common noun does: behind an article or a figure, and before a
    small word or a mark.
    """
    profile = passage.profile
    if not profile.has("never_final"):
        return False
    before = found[index - 1].text
    if not (before in profile.never_final or before.isdigit()):
        return False
    following = found[index + 1] if index + 1 < len(found) else None
    if following is None or _apart(passage, found[index], following):
        return True
    return following.text in common_words(profile)


def _places(bead: Bead, word: Word, share: float, places: Sequence[int]) -> list[int]:
    """The places of the source's word that the word may come from: near ones, or any where its
    spelling proves it.
    """
    total = len(words(bead.source))
    near = [at for at in places if abs(at / total - share) <= _MOVED]
    if near or not (word.text.islower() and has_vocabulary(bead.target.profile)):
        return near
    source, target = bead.source.profile, bead.target.profile
    proven = not is_known(target, word.text) and (
        spelling_odds([word.text], source.tag, target.tag) > _PROVEN
    )
    return list(places) if proven else []


def _is_written_otherwise(form: str, language: LanguageProfile) -> bool:
    """Whether a word has letters that a language does not write."""
    written = written_letters(language.tag)
    return bool(written) and not written >= frozenset(form)


def _is_function_word(
    form: str, source: LanguageProfile, target: LanguageProfile, named: bool
) -> bool:
    """Whether a function word of the source is none of the target's words, nor part of a name."""
    if named and form in source.name_links:
        return False
    if target.has("loan_words") and form in target.loan_words:
        return False
    if target.has("lookalikes"):
        return form not in target.lookalikes
    return spelling_odds([form], source.tag, target.tag) > _PROVEN


def _is_spelt_foreign(
    form: str, source: LanguageProfile, target: LanguageProfile, named: bool
) -> bool:
    """Whether the letters of a content word prove it to be the source's."""
    if not target.has("loan_words") or form in target.loan_words:
        return False
    if any(f"{form}." in abbreviations for abbreviations in (_stopped(source), _stopped(target))):
        return False
    odds = spelling_odds([form], source.tag, target.tag)
    if source.tag in (target.borrows_from if target.has("borrows_from") else ()):
        return _is_no_loan(form, source, target, odds)
    if not form.isalpha():
        head, mark, rest = form.partition("’")
        if source.has("elisions") and head + mark in source.elisions:
            return not named and len(rest) >= _SHORTEST
        known = not has_vocabulary(target) or any(is_known(target, part) for part in _parts(form))
        return not (named or known) and odds > _PROVEN
    if _is_written_otherwise(form, target):
        return True
    if frequency(target, form) > _AT_HOME:
        return False
    if source.has("own_endings") and form.endswith(source.own_endings):
        return odds > _LIKELY
    unknown = has_vocabulary(target) and not is_known(target, form)
    if unknown and not named and frequency(source, form) > _FREQUENT:
        return True
    shared = target.has("shared_endings") and form.endswith(target.shared_endings)
    if not shared and unknown:
        return odds > (_PROVEN if named else _UNKNOWN if len(form) >= _LONG else _LIKELY)
    return odds > (_CERTAIN if shared else _PROVEN)


def _is_no_loan(form: str, source: LanguageProfile, target: LanguageProfile, odds: float) -> bool:
    """The same where the target's language takes over words of the source's, which it writes with a
    capital if it writes nouns so; others must be among those that the source uses often.
    """
    if not (has_vocabulary(target) and form.isalpha()) or is_known(target, form):
        return False
    if target.has("capitalised_nouns") and target.capitalised_nouns:
        return odds > _PROVEN
    return odds > _BORROWED and frequency(source, form) > _OFTEN


def _parts(form: str) -> list[str]:
    return [part for part in re.split(r"[-‑’]", form) if len(part) > 1]


def _is_lone(bead: Bead, word: Word) -> bool:
    """Whether the translation has a word only once: a term that it adopts comes again."""
    counts = word_counts(bead.target.document)
    return sum(counts[form] for form in {word.text, word.text.capitalize()}) == 1


def _beside_copied(bead: Bead, found: Sequence[Word], index: int, near: Sequence[int]) -> bool:
    """Whether a neighbour is the source's too, as in a name, a title or a longer run."""
    originals, source = words(bead.source), bead.source.profile
    for step in (-1, 1):
        at = index + step
        if not 0 <= at < len(found) or _apart(bead.target, found[index], found[at]):
            continue
        neighbour = found[at].text.casefold()
        if any(
            0 <= place + step < len(originals)
            and _is_copy(originals[place + step].text, found[at].text, before=step < 0)
            and not any(map(str.isdigit, neighbour))
            and (step < 0 or neighbour == found[at].text or not frequency(source, neighbour))
            for place in near
        ):
            return True
    return False


def _is_copy(original: str, word: str, *, before: bool) -> bool:
    """Whether a word is the source's; an adjective before a name may have lost its ending there:
    "Süddeutsche Zeitung" for “der Süddeutschen Zeitung”.
    """
    mine, its = original.casefold(), word.casefold()
    if mine == its:
        return True
    ending = len(mine) - len(its)
    return before and word[0].isupper() and mine.startswith(its) and 0 < ending <= _ENDING


def _beside_capital(passage: Passage, found: Sequence[Word], index: int) -> bool:
    """Whether a neighbour has a capital that no sentence gave it."""
    return any(
        0 < at < len(found)
        and found[at].text[0].isupper()
        and not _apart(passage, found[index], found[at])
        for at in (index - 1, index + 1)
    )


def _apart(passage: Passage, one: Word, other: Word) -> bool:
    first, second = sorted((one.span, other.span))
    return not passage.document.text[first.end : second.start].isspace()


def _is_explained(passage: Passage, span: Span) -> bool:
    """Whether a word is quoted, glossed, part of a compound or of no prose at all."""
    text, start = passage.text, passage.span.start
    before = text[max(span.start - start - 3, 0) : span.start - start]
    behind = text[span.end - start :][:_BEHIND]
    return (
        before[-1:] in tuple("-‑/.’'@#&")
        or behind[:1] in tuple("-‑/@&’'")
        or (len(passage.document.text[slice(*span)]) < _LONG and bool(_STOPPED.match(behind)))
        or bool(_GLOSS.search(before))
        or bool(_GLOSSED.match(behind))
        or is_protected(passage, span)
        or enclosed(passage, span)
    )


@cache
def _stopped(language: LanguageProfile) -> frozenset[str]:
    """The abbreviations of a language."""
    lists = ("abbreviations", "final_abbreviations", "number_abbreviations")
    return frozenset().union(*(getattr(language, fact) for fact in lists if language.has(fact)))
