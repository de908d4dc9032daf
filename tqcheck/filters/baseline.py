"""Known findings: told from new ones by what they are about, never by where they stand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tqcheck.filters.fingerprints import identity
from tqcheck.model import Finding, Result


class Known(NamedTuple):
    """A finding of an earlier run. `pair` is the path of the translation."""

    pair: str
    rule: str
    id: str
    #: The flagged text: of the translation or, where that has none, of the source.
    text: str
    #: The source's sentences at this place.
    sentences: tuple[str, ...] = ()


class Compared(NamedTuple):
    """Results with their findings told apart, and the entries that were met again."""

    results: tuple[Result, ...]
    met: frozenset[Known]


def known(result: Result, finding: Finding, pair: str) -> Known:
    """What a baseline keeps of a finding."""
    about = identity(result.pair, finding)
    text = about.target or about.source
    return Known(pair, about.rule, finding.fingerprint, text, about.sentences)


def compared(
    results: Sequence[Result],
    names: Sequence[str],
    entries: Iterable[Known],
    gone: Callable[[str], bool],
) -> Compared:
    """Mark as known the findings that are among the entries.

    `names` are the pairs' names in the entries; `gone` tells whether a pair's files are there no
    more, so that its entries may be met again in a pair of another name. An entry is met by one
    finding. Three passes, each for what the one before left: the same id in the same pair; the
    same words flagged by the same rule in the same sentence of the source, whatever else is
    aligned with it now; the same id, once, in a pair of another name. What is in doubt is new.
    """
    open_ = {
        (number, index): known(result, finding, name)
        for number, (result, name) in enumerate(zip(results, names, strict=True))
        for index, finding in enumerate(result.findings)
        if finding.state == "new"
    }
    everything = tuple(entries)
    left = dict.fromkeys(everything)
    met: set[tuple[int, int]] = set()

    def meet(place: tuple[int, int], entry: Known) -> None:
        met.add(place)
        del open_[place], left[entry]

    by_id = {(entry.pair, entry.id): entry for entry in left}
    for place, found in list(open_.items()):
        entry = by_id.pop((found.pair, found.id), None)
        if entry is not None:
            meet(place, entry)
    _meet_near(open_, left, meet)
    _meet_moved(open_, left, gone, meet)
    marked = tuple(
        replace(
            result,
            findings=tuple(
                replace(finding, state="known") if (number, index) in met else finding
                for index, finding in enumerate(result.findings)
            ),
        )
        if result.findings
        else result
        for number, result in enumerate(results)
    )
    return Compared(marked, frozenset(everything) - left.keys())


_Meet = Callable[[tuple[int, int], Known], None]
_Open = dict[tuple[int, int], Known]


def _meet_near(open_: _Open, left: dict[Known, None], meet: _Meet) -> None:
    """Alignment may lay another sentence beside the same words, or one more or less."""
    near: defaultdict[tuple[str, str, str, str], list[Known]] = defaultdict(list)
    for entry in left:
        for sentence in entry.sentences:
            near[entry.pair, entry.rule, entry.text, sentence].append(entry)
    for place, found in list(open_.items()):
        for sentence in found.sentences:
            candidates = near[found.pair, found.rule, found.text, sentence]
            same = next((one for one in candidates if one in left), None)
            if same is not None:
                meet(place, same)
                break


def _meet_moved(
    open_: _Open, left: dict[Known, None], gone: Callable[[str], bool], meet: _Meet
) -> None:
    """A file that was renamed takes its known findings along."""
    moved: defaultdict[str, list[Known]] = defaultdict(list)
    for entry in left:
        if gone(entry.pair):
            moved[entry.id].append(entry)
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, found in open_.items():
        places[found.id].append(place)
    for id_, entries in moved.items():
        if len(entries) == len(places.get(id_, ())) == 1:
            meet(places[id_][0], entries[0])
