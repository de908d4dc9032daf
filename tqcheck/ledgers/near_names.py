"""Whether a name that one text alone has may be one of the other's but for a few letters."""

from collections.abc import Container
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded, may_be_near
from tqcheck.features.names import capitalised, is_title, particles, parts_of_names
from tqcheck.features.romanisation import respelt
from tqcheck.features.slips import is_exchanged
from tqcheck.features.words import word_texts
from tqcheck.model import Bead, LanguageProfile, Passage

#: Shorter names are too easily near each other.
SHORTEST = 5
#: From this length on two letters may differ, where there is other proof.
LONG = 8
#: So many letters an ending adds; with a genitive's one more the lengths of two words differ.
_ENDING = 2
#: More comparisons take longer than a look at the names.
_MOST_PAIRS = 400


class Near(NamedTuple):
    """How near two words are: the source's without a genitive, what is compared, and whether a few
    letters at most are other ones (`close`). `verbatim`: no convention respells the first;
    `exchanged`: two letters changed places.
    """

    text: str
    form: str
    found: str
    distance: int
    verbatim: bool
    close: bool
    exchanged: bool

    @property
    def may_be_one(self) -> bool:
        return self.close or self.exchanged


@lru_cache(maxsize=65_536)
def near(mine: str, other: str, here: LanguageProfile, there: LanguageProfile) -> Near:
    if mine[-1] == "s" != other[-1]:  # a genitive: "Johnsons" of "Johnson"
        mine = mine[:-1]
    form, found = folded(mine), folded(other)
    most = 2 if min(len(form), len(found)) >= LONG else 1
    distance = distance_of(form, found, most)
    verbatim = distance <= most or is_exchanged(form, found)
    if not verbatim and abs(len(form) - len(found)) <= _ENDING + 1:
        form = respelt(mine, here, there)
        form, found = form.replace("y", "i"), found.replace("y", "i")
        distance = distance_of(form, found, most)
    close, exchanged = 0 < distance <= most, is_exchanged(form, found)
    return Near(mine, form, found, distance, verbatim, close, exchanged)


def may_be_altered_by_letters(bead: Bead) -> bool:
    """Whether two words that each text alone has may be one name but for some letters, or stand for
    each other beside a name of both.
    """
    here, there = bead.source.profile, bead.target.profile
    mine, its = capitalised(bead.source), capitalised(bead.target)
    sources, targets = (
        [word for word in words if may_be_eligible(word, here, there)]
        for words in (mine - its, its - mine)
    )
    if not (sources and targets):
        return False
    if len(sources) * len(targets) > _MOST_PAIRS:
        return True
    if any(near(mine, its, here, there).may_be_one for mine in sources for its in targets):
        return True
    both = {*map(folded, mine)} & {*map(folded, its)}
    return bool(both) and all(
        _stand_beside(passage, both, words)
        for passage, words in ((bead.source, sources), (bead.target, targets))
    )


def _stand_beside(passage: Passage, names: Container[str], words: Container[str]) -> bool:
    """Whether one of some words with a capital stands beside a name, but for small words between."""
    inside = particles(passage.profile)
    row = [
        (folded(part) in names, part in words)
        for word in word_texts(passage)
        if word not in inside
        for part in parts_of_names(word) or ("",)
    ]
    return any(
        (known and strange) or (odd and same) for (known, odd), (same, strange) in pairwise(row)
    )


@lru_cache(maxsize=65_536)
def may_be_eligible(word: str, here: LanguageProfile, there: LanguageProfile) -> bool:
    return (
        len(word) >= SHORTEST - 1
        and not word.isupper()
        and folded(word).isascii()
        and not (is_title(word, here) or is_title(word, there))
    )


def distance_of(left: str, right: str, most: int) -> int:
    """How many letters differ, or more than `most`."""
    return letters_apart(left, right, most) if may_be_near(left, right, most) else most + 1
