"""Page furniture: lines that belong to the web page around an article."""

import re
from functools import cache
from typing import NamedTuple

from tqcheck.features.alternatives import any_of
from tqcheck.features.protected import is_code
from tqcheck.features.words import characters, form_set, texts_of_words, word_texts
from tqcheck.model import LanguageProfile, Passage, Span, remembered

#: Longer lines than this are no labels.
_LONGEST = 200
_ENDS = " \t\u00a0\u202f:：;,.…!！>»›→|·•–—-"
_COLON = re.compile(r"\s+(?=[:：?!？！])")
_STEP = re.compile(r" ?[»›>→|] ?| / ")
_FEWEST_STEPS, _LONGEST_STEP = 3, 40
_STEP_SIGNS = frozenset("»›>→|/")
_NUMBER = re.compile(r"\d+")
#: Between spaces, or at the end of a line that has no wildcard there.
_WHOLE_WORD = re.compile(r"(?<= )[^\W\d_]+(?= )")
#: Labels that stand behind a text without a line of their own.
_HANGING = frozenset(["advertisement", "read_more", "read_also", "share_this", "comment_call"])
#: Labels of several buttons, of which none is the usual one.
_SEVERAL = frozenset(["cookies", "print", "share", "menu"])


#: What a sentence, a caption or a credit ends with before furniture that hangs on it.
_ENDED = (
    r"(?:[.!?…)\]”\"»]|(?:^|[.!?…] )[^.!?:：]{1,30}[:：][^.!?:：]{3,60}|[.!?…)] ?/ ?[A-Z]\w{1,15}) "
)


class Label(NamedTuple):
    """What a line of page furniture says: the label's id, which all packs share, and whether
    the line says nothing else.
    """

    id: str
    whole: bool


class _Lexicon(NamedTuple):
    whole: dict[str, str]
    #: What a line begins with that fits an open phrase, or else ends with.
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    #: The stretches between the wildcards of a phrase, and its label.
    open: tuple[tuple[list[str], str], ...]


@remembered
def chrome_label(passage: Passage) -> Label | None:
    """The label of page furniture that a line is, by the language's own phrases."""
    if not passage.profile.has("chrome") or not 0 < len(passage.text) <= _LONGEST:
        return None
    lexicon = _lexicon(passage.profile)
    line = _normalised(passage.text)
    if line in lexicon.whole:
        return Label(lexicon.whole[line], True)
    if _is_path(line, lexicon):
        return Label("navigation", True)
    label = next((label for stretches, label in lexicon.open if _fits(line, stretches)), None)
    # “See also `why-self`” is a manual’s.
    return None if label is None or is_code(passage) else Label(label, False)


def chrome_behind(passage: Passage, *languages: LanguageProfile) -> Span | None:
    """Where the label of a button or of an advertisement hangs on the end of a line, by the phrases
    of any of the languages: “(Photo: A. Name) Read also”.
    """
    text = passage.text.rstrip()
    for profile in languages:
        if profile.has("chrome") and _last_word(text) in _hanging(profile).lasts:
            found = _hanging(profile).pattern.search(text)
            if found:
                return passage.at(*found.span("label"))
    return None


class _Hanging(NamedTuple):
    pattern: re.Pattern[str]
    #: The last words of the labels.
    lasts: frozenset[str]


@cache
def _hanging(profile: LanguageProfile) -> _Hanging:
    phrases = {
        phrase.rstrip("*: ")
        for label in sorted(_HANGING)
        for phrase in profile.chrome.get(label, ())
        if "*" not in phrase.rstrip("*") and "#" not in phrase
    }
    lasts = frozenset(_last_word(phrase) for phrase in phrases)
    return _Hanging(re.compile(rf"(?:{_ENDED})(?P<label>{any_of(phrases)})$"), lasts)


def _last_word(text: str) -> str:
    return text.rpartition(" ")[2]


def may_be_chrome(passage: Passage) -> bool:
    """Whether a line has a word that one of the phrases must have, at its beginning or anywhere; or
    may be the path of a page. Much cheaper to ask.
    """
    if not passage.profile.has("chrome") or not 0 < len(passage.text) <= _LONGEST:
        return False
    signs, row = _signs(passage.profile), word_texts(passage)
    if signs.none or not row or not _STEP_SIGNS.isdisjoint(characters(passage)):
        return True
    begin = tuple(word.casefold().replace("’", "'") for word in row[:2])
    return (
        begin in signs.begin
        or begin[:1] in (signs.alone if len(row) == 1 else signs.begin)
        or begin[0].startswith(signs.cut)
        or any(map(str.isnumeric, begin[0]))
        or not signs.inside.isdisjoint(form_set(passage))
    )


class _Signs(NamedTuple):
    """What shows that a phrase may fit a line: its one word; its first word or the first two; what
    its first word begins with; a word of it. `none`: that some phrase has no such sign.
    """

    alone: frozenset[tuple[str, ...]]
    begin: frozenset[tuple[str, ...]]
    cut: tuple[str, ...]
    inside: frozenset[str]
    none: bool


@cache
def _signs(profile: LanguageProfile) -> _Signs:
    lexicon = _lexicon(profile)
    alone: set[tuple[str, ...]] = set()
    begin: set[tuple[str, ...]] = set()
    cut: set[str] = set()
    inside: set[str] = set()
    none = False
    for opening, *rest in (*([whole] for whole in lexicon.whole), *(s for s, _ in lexicon.open)):
        # Up to a number, which stands for any.
        first, *more = opening.lstrip("#").split("#")
        words = texts_of_words(first)
        if words and (not rest or opening[0] != "#"):
            whole = words if not (rest or more) or not first.endswith(words[-1]) else words[:-1]
            if not whole:
                cut.add(words[0])
            else:
                (begin if len(whole) > 1 or rest or more else alone).add(tuple(whole[:2]))
            continue
        # Words that neither a wildcard nor a number touches.
        known = [
            word for each in (*rest[:-1], f"{rest[-1]} ") for word in _WHOLE_WORD.findall(each)
        ]
        none = none or not known
        inside.update(sorted(known, key=len)[-1:])
    return _Signs(frozenset(alone), frozenset(begin), tuple(cut), frozenset(inside), none)


def usual_chrome(profile: LanguageProfile, label: str) -> str | None:
    """What pages in a language usually say for a label; None where it stands for several buttons."""
    if label in _SEVERAL:
        return None
    phrases = profile.chrome.get(label, ()) if profile.has("chrome") else ()
    return phrases[0] if phrases and "*" not in phrases[0] and "#" not in phrases[0] else None


@cache
def _lexicon(profile: LanguageProfile) -> _Lexicon:
    whole: dict[str, str] = {}
    open_ = []
    for label, phrases in profile.chrome.items():
        for phrase in map(_normalised, phrases):
            if "*" in phrase:
                open_.append((phrase.split("*"), label))
            else:
                whole.setdefault(phrase, label)
    starts = tuple({stretches[0] for stretches, _ in open_ if stretches[0]})
    ends = tuple({stretches[-1] for stretches, _ in open_ if not stretches[0]})
    return _Lexicon(whole, starts, ends, tuple(open_))


def _is_path(line: str, lexicon: _Lexicon) -> bool:
    """Whether a line is the path of a page: “Home » News » Sport”."""
    steps = _STEP.split(line)
    short = all(0 < len(step) <= _LONGEST_STEP for step in steps)
    return len(steps) >= _FEWEST_STEPS and short and lexicon.whole.get(steps[0]) == "menu"


def _fits(line: str, stretches: list[str]) -> bool:
    """Whether the stretches stand in the line in this order, the outer ones at its ends."""
    first, *middle, last = stretches
    end = len(line) - len(last)
    if not (line.startswith(first) and line.endswith(last)):
        return False
    at = len(first)
    for stretch in middle:
        at = line.find(stretch, at)
        if at < 0:
            return False
        at += len(stretch)
    return at <= end


def _normalised(line: str) -> str:
    """A line without case, the marks at its ends, its numbers and the choice of apostrophe."""
    folded = " ".join(line.casefold().replace("’", "'").split())
    return _NUMBER.sub("#", _COLON.sub("", folded).strip(_ENDS))
