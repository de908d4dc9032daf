"""Words that a translation has from its source, letter by letter."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.protected import is_protected
from tqcheck.features.words import Word, form_set, forms, words
from tqcheck.model import Passage

#: A word that stands more often than this is looked up at its first places only.
_PLACES = 20


class Copied(NamedTuple):
    """A word of the target, and the word of the source that it is."""

    word: Word
    original: Word


def may_be_copied(source: Passage, target: Passage) -> bool:
    """Whether two words in a row are the same in both: much cheaper to ask."""
    return not set(pairwise(forms(source))).isdisjoint(pairwise(forms(target)))


def copied_runs(source: Passage, target: Passage) -> list[tuple[Copied, ...]]:
    """The longest runs of two and more words of the target that stand so in the source, capitals
    left aside.

    Links, addresses and code belong to no run, nor does a word with a figure in it.
    """
    if not may_be_copied(source, target):
        return []
    shared = form_set(source) & form_set(target)
    originals = words(source)
    places: dict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(forms(source)):
        if form in shared:
            places[form].append(index)
    found = []
    own, mine = words(target), forms(target)
    at = 0
    while at < len(own):
        if mine[at] not in shared:
            at += 1
            continue
        runs = (_run(target, own, at, originals, place) for place in places[mine[at]][:_PLACES])
        longest = max(runs, key=len, default=())
        if len(longest) > 1:
            found.append(longest)
        at += max(len(longest), 1)
    return found


def _run(
    target: Passage, own: Sequence[Word], at: int, originals: Sequence[Word], place: int
) -> tuple[Copied, ...]:
    """The words from here on that are those of the source from that place on."""
    run: list[Copied] = []
    for index in range(min(len(own) - at, len(originals) - place)):
        word, original = own[at + index], originals[place + index]
        if (
            word.text.casefold() != original.text.casefold()
            or (run and not _joined(target, run[-1].word, word))
            or any(map(str.isdigit, word.text))
            or is_protected(target, word.span)
        ):
            break
        run.append(Copied(word, original))
    return tuple(run)


def _joined(target: Passage, before: Word, after: Word) -> bool:
    return target.document.text[before.span.end : after.span.start].isspace()
