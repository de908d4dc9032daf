"""Words run together: a space lost between two words, or behind a mark."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tqcheck.features.leftovers import enclosed
from tqcheck.features.marks import marks_of_class, shapes_of
from tqcheck.features.protected import is_protected
from tqcheck.features.telling import Telling
from tqcheck.features.vocabulary import glued_words, has_vocabulary, is_known
from tqcheck.features.words import Word, unspaced, word_counts, words
from tqcheck.model import LanguageProfile, Passage, Span, remembered

# In the alphabet of `shapes_of`: a small letter before a capital, marks between letters, a
# bracket with several words or a capital in it, a figure on a word.
_JOIN = re.compile(
    r"(?<![aAo0~.])(?:"
    r"(?P<left>A?a+)(?P<right>Aa+)(?![aAo0~])"
    r"|(?P<end>A?aa+)(?P<stop>[.!?:])(?P<start>A(?:a+|(?= )))(?![aAo0~.])"
    r"|(?<![,;])(?P<item>(?:A?a|o)[ao]+)(?P<comma>[,;])(?P<next>(?:A?a|o)[ao]+)(?![aAo0~.,;])"
    r"|(?P<outside>A?aa+)(?P<opened>\()(?P<inside>[aA0]+)(?= [^()\n]{1,300}\))"
    r"|(?P<last>[A0][aA0]+|(?<= )a[aA0]+)(?P<closed>\))(?P<after>aa+)(?![aAo0~])"
    r"|(?P<word>aa+)(?P<figure>00+)(?![aAo0~])"
    r")"
)
#: A part of a word with hyphens; what an apostrophe joins is no such part.
_PART = re.compile(r"(?<!['’])\b[^\W\d_]+\b(?!['’])")
_SHORTEST_GLUED = 5
_SHORTEST_OWNED = 4
_WIDE = re.compile(r"[\u3000-\u303f\uff00-\uff65]")


class Join(NamedTuple):
    """Two words without the space between them; `mark` is what stands there instead."""

    left: str
    mark: str
    right: str
    span: Span
    #: Where the space is missing.
    gap: int


#: A mark with a letter or a figure right before and behind it.
_TIGHT = re.compile(rf"[{re.escape(marks_of_class('.!?:,;()'))}](?<=[^\W_].)(?=[^\W_])", re.DOTALL)


def may_be_joined(word: str, profile: LanguageProfile, *_: object) -> bool:
    """Whether a word may be two, by its look or by the language's list."""
    if any(map(_is_turn, word, word[1:])):
        return True
    if not (has_vocabulary(profile) and profile.has("never_compounded")):
        return False
    return _telling(profile).tells(word) or any(_owned(word, profile))


def _is_turn(letter: str, behind: str) -> bool:
    """Whether a capital or a figure stands right behind a small letter."""
    return letter.islower() and not behind.islower() and behind.isalnum()


def has_tight_mark(passage: Passage) -> bool:
    """Whether a mark stands between letters or figures without a space."""
    return _TIGHT.search(passage.text) is not None


@remembered
def joins(passage: Passage) -> tuple[Join, ...]:
    """The places where a space may be missing, in order."""
    text, found = passage.text, []
    for match in _JOIN.finditer(shapes_of(passage)):
        groups = [name for name in match.groupdict() if match[name] is not None]
        left, right = match.span(groups[0]), match.span(groups[-1])
        mark = text[left[1] : right[0]]
        if _WIDE.match(mark) or unspaced(text[left[0] : right[1]]):
            continue
        found.append(
            Join(
                text[slice(*left)],
                mark,
                text[slice(*right)],
                passage.at(left[0], right[1]),
                passage.span.start + (left[1] if mark == "(" else right[0]),
            )
        )
    return tuple(found)


@remembered
def run_together(passage: Passage) -> tuple[tuple[Word, int], ...]:
    """The words that are two of the language, and where the second begins. A word that comes
    again is meant so.
    """
    profile = passage.profile
    found: list[tuple[Word, int]] = []
    if not (has_vocabulary(profile) and profile.has("never_compounded")):
        return ()
    counts = word_counts(passage.document)
    found += _behind_possessives(passage)
    row = words(passage)
    telling = _telling(profile).among([word.text for word in row])
    for index, word in enumerate(row if telling else ()):
        if word.text not in telling or counts[word.text] > 1:
            continue
        for match in _PART.finditer(word.text):
            part = match.group()
            # A capital behind it makes it a given name.
            named = row[index + 1 : index + 2] and row[index + 1].text[0].isupper()
            opens = index == match.start() == 0 and part.istitle() and not named
            if len(part) < _SHORTEST_GLUED or not (part.islower() or opens):
                continue
            halves = glued_words(profile, part) or (opens and glued_words(profile, part.lower()))
            if halves and not (is_protected(passage, word.span) or enclosed(passage, word.span)):
                found.append((word, match.start() + len(halves[0])))
                break
    return tuple(found)


@cache
def _telling(profile: LanguageProfile) -> Telling:
    """The words of which a part may be two of the language."""

    def tells(word: str) -> bool:
        return any(
            glued_words(profile, part) or (part.istitle() and glued_words(profile, part.lower()))
            for part in _PART.findall(word)
            if len(part) >= _SHORTEST_GLUED and (part.islower() or part.istitle())
        )

    return Telling(tells)


def _behind_possessives(passage: Passage) -> Iterator[tuple[Word, int]]:
    """Words on the “’s” of the one before: “Libya’srival”."""
    for word in words(passage):
        for at in _owned(word.text, passage.profile):
            yield word, at


def _owned(word: str, profile: LanguageProfile) -> Iterator[int]:
    """Where in a word another begins that stands on a possessive ending."""
    for ending in profile.possessive_endings if profile.has("possessive_endings") else ():
        owner, mark, owned = word.replace("'", "’").partition(ending)
        plain = mark and owner.isalpha() and owned.isalpha() and owned.islower()
        if plain and len(owned) >= _SHORTEST_OWNED and is_known(profile, owned):
            yield len(owner) + len(mark)
