"""Page furniture: lines that belong to the web page around an article."""

import re
from functools import cache
from typing import NamedTuple

from tqcheck.features.protected import is_code
from tqcheck.model import LanguageProfile, Passage, remembered

#: Longer lines than this are no labels.
_LONGEST = 200
_ENDS = " \t\u00a0\u202f:：;,.…!！>»›→|·•–—-"
_COLON = re.compile(r"\s+(?=[:：?!？！])")
_STEP = re.compile(r" ?[»›>→|] ?| / ")
_FEWEST_STEPS, _LONGEST_STEP = 3, 40
_NUMBER = re.compile(r"\d+")
#: Labels of several buttons, of which none is the usual one.
_SEVERAL = frozenset(["cookies", "print", "share", "menu"])


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
    if not (line.startswith(lexicon.starts) or line.endswith(lexicon.ends)):
        return None
    if is_code(passage):
        return None  # “See also `why-self`” is a manual’s
    for stretches, label in lexicon.open:
        if _fits(line, stretches):
            return Label(label, False)
    return None


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
