"""How exact the aligner is on hand-aligned and made texts, and how long it takes.

    python -m tests.benchmarks.alignment ROOT [DICTIONARY]

ROOT holds a folder a set, called `<name>-<source>-<target>` by its languages, and in it a folder a
document with `source.txt` and `target.txt` (a segment a line), `gold.json` (a list of
[[source lines], [target lines]], from 0) and, where a line was made to stand twice, `equiv.json`
(lists of target lines that stand for each other).

F1 is strict (a bead counts when the gold has the very same) and lax (when it shares a pair of
segments with one of the gold), as in Sennrich & Volk 2010: precision over all beads, nulls taken
apart among them, recall over the complete ones. Null F1 is over the segments left alone.
"""

import json
import resource
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tqcheck.alignment import aligned
from tqcheck.documents.dictionary import Dictionary, dictionary
from tqcheck.model import Document, Pair
from tqcheck.segmentation import lined, sentences
from tqcheck.session import document

#: What the beads surer than this are right at is told.
SURE = 0.9
#: The hole of the test with a large gap, in segments of the target.
HOLE = 800
SIZES = 100, 1000
#: More ends in a line than this, and the lines are no sentences.
_SEVERAL = 1.3

Numbers = tuple[int, ...]
Beads = list[tuple[Numbers, Numbers]]


class Counts(NamedTuple):
    """Hits and totals, to be summed over documents."""

    strict: int = 0
    lax: int = 0
    found: int = 0
    strict_back: int = 0
    lax_back: int = 0
    gold: int = 0
    nulls_right: int = 0
    nulls: int = 0
    nulls_gold: int = 0
    sure_right: int = 0
    sure: int = 0

    def plus(self, other: "Counts") -> "Counts":
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def strict_f1(self) -> float:
        return f1(self.strict, self.found, self.strict_back, self.gold)

    @property
    def lax_f1(self) -> float:
        return f1(self.lax, self.found, self.lax_back, self.gold)

    @property
    def null_f1(self) -> float:
        return f1(self.nulls_right, self.nulls, self.nulls_right, self.nulls_gold)

    def __str__(self) -> str:
        sure = f"{self.sure_right}/{self.sure}" if self.sure else "–"
        return f"{self.strict_f1:.3f}  {self.lax_f1:.3f}  {self.null_f1:.2f}  {sure:>9}"


def f1(right: int, found: int, back: int, gold: int) -> float:
    precision, recall = right / max(found, 1), back / max(gold, 1)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Text(NamedTuple):
    """A gold document."""

    source: Document
    target: Document
    gold: Beads
    alike: list[list[int]]


def read(folder: Path) -> Text:
    *_, source, target = folder.parent.name.split("-")
    alike = folder / "equiv.json"
    return Text(
        _lines((folder / "source.txt").read_text(encoding="utf-8"), source),
        _lines((folder / "target.txt").read_text(encoding="utf-8"), target),
        [(tuple(a), tuple(b)) for a, b in json.loads((folder / "gold.json").read_text())],
        json.loads(alike.read_text()) if alike.exists() else [],
    )


def _lines(text: str, language: str) -> Document:
    return lined(document(text, language))


def numbered(pair: Pair) -> list[tuple[Numbers, Numbers, float]]:
    """The beads by the numbers of their segments, with their confidence."""
    places = [
        {segment.span.start: number for number, segment in enumerate(side.segments)}
        for side in (pair.source, pair.target)
    ]
    found = []
    for bead in pair.beads:
        sides = []
        for side, place, count in zip((bead.source, bead.target), places, bead.shape, strict=True):
            first = place[side.span.start] if count else 0
            sides.append(tuple(range(first, first + count)))
        found.append((sides[0], sides[1], bead.confidence))
    return found


def apart(beads: Iterable[tuple[Numbers, Numbers]]) -> set[tuple[Numbers, Numbers]]:
    """The beads, with nulls of several segments taken apart."""
    found: set[tuple[Numbers, Numbers]] = set()
    for source, target in beads:
        if source and target:
            found.add((source, target))
        else:
            found.update(((i,), ()) for i in source)
            found.update(((), (j,)) for j in target)
    return found


def count(
    gold_beads: Beads, found: Sequence[tuple[Numbers, Numbers, float]], alike: list[list[int]]
) -> Counts:
    gold, beads = apart(gold_beads), apart((s, t) for s, t, _ in found)
    beads = _settled(gold, beads, alike)
    complete = {bead for bead in gold if all(bead)}
    strict, lax = _hits(beads, gold)
    strict_back, lax_back = _hits(complete, {bead for bead in beads if all(bead)})
    nulls = {bead for bead in beads if not all(bead)}
    sure = apart((s, t) for s, t, confidence in found if confidence >= SURE and not (s and t))
    nulls_gold = gold - complete
    return Counts(
        strict,
        lax,
        len(beads),
        strict_back,
        lax_back,
        len(complete),
        len(nulls & nulls_gold),
        len(nulls),
        len(nulls_gold),
        len(_settled(gold, beads & sure, alike) & nulls_gold),
        len(sure),
    )


def _hits(
    beads: set[tuple[Numbers, Numbers]], other: set[tuple[Numbers, Numbers]]
) -> tuple[int, int]:
    linked: dict[int, set[int]] = {}
    for source, target in other:
        for i in source:
            linked.setdefault(i, set()).update(target)
    strict = len(beads & other)
    lax = sum(
        bead in other or any(linked.get(i, set()) & set(bead[1]) for i in bead[0]) for bead in beads
    )
    return strict, lax


def _settled(
    gold: set[tuple[Numbers, Numbers]], beads: set[tuple[Numbers, Numbers]], alike: list[list[int]]
) -> set[tuple[Numbers, Numbers]]:
    """The beads, with copies of a target line named as the gold names them."""
    for group in map(sorted, alike):
        one = [j for j in group if ((), (j,)) not in gold]
        other = [j for j in group if ((), (j,)) not in beads]
        if len(one) == len(other) and one != other:
            new = dict(
                zip(
                    other + [j for j in group if j not in other],
                    one + [j for j in group if j not in one],
                    strict=True,
                )
            )
            beads = {(s, tuple(sorted(new.get(j, j) for j in t))) for s, t in beads}
    return beads


def measured(text: Text, words: Dictionary | None) -> Counts:
    return count(
        text.gold, numbered(aligned(text.source, text.target, dictionary=words)), text.alike
    )


def sets(root: Path) -> dict[str, list[Path]]:
    return {
        folder.name: sorted(path.parent for path in folder.glob("*/gold.json"))
        for folder in sorted(root.iterdir())
        if folder.is_dir()
    }


def _joined(texts: Sequence[Text]) -> tuple[list[str], list[str], Beads]:
    """Several documents end to end."""
    source: list[str] = []
    target: list[str] = []
    gold: Beads = []
    for text in texts:
        gold += [
            (tuple(i + len(source) for i in s), tuple(j + len(target) for j in t))
            for s, t in text.gold
        ]
        source += [segment.text for segment in text.source.segments]
        target += [segment.text for segment in text.target.segments]
    return source, target, gold


def with_hole(texts: Sequence[Text], languages: tuple[str, str]) -> str:
    """The documents end to end, with HOLE segments of the target's middle taken out."""
    source, target, gold = _joined(texts)
    first = (len(target) - HOLE) // 2
    kept = [j for j in range(len(target)) if not first <= j < first + HOLE]
    new = {old: number for number, old in enumerate(kept)}
    gold = [(s, tuple(new[j] for j in t if j in new)) for s, t in gold]
    pair = aligned(
        _lines("\n".join(source), languages[0]),
        _lines("\n".join(target[j] for j in kept), languages[1]),
    )
    gold, found = [bead for bead in gold if any(bead)], numbered(pair)
    gone, told = _omitted(gold), _omitted((s, t) for s, t, _ in found)
    omissions = f1(len(gone & told), len(told), len(gone & told), len(gone))
    counts = count(gold, found, [])
    return f"{len(source)} segments, {HOLE} of {len(target)} gone: {counts}, omission F1 {omissions:.3f}"


def _omitted(beads: Iterable[tuple[Numbers, Numbers]]) -> set[int]:
    return {i for source, target in beads if not target for i in source}


def timed(texts: Sequence[Text], languages: tuple[str, str]) -> None:
    """Seconds of the processor for the beginning, and the whole, of documents end to end."""
    source, target, gold = _joined(texts)
    for size in (*SIZES, len(source)):
        last, other = max((s[-1], t[-1]) for s, t in gold if s and t and s[-1] < size)
        left = _lines("\n".join(source[: last + 1]), languages[0])
        right = _lines("\n".join(target[: other + 1]), languages[1])
        start = time.process_time()
        aligned(left, right)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{last + 1:>6} segments  {time.process_time() - start:6.2f} s  peak {peak:.0f} MiB")


def segmentation(texts: Sequence[Text]) -> tuple[int, int, int, int]:
    """Ends of sentences in the lines put end to end: right, found by us, right, found by sentencex;
    of how many, the caller knows.
    """
    from sentencex import get_sentence_boundaries

    ours = right = theirs = right_theirs = 0
    for text in texts:
        for side in (text.source, text.target):
            lines = [segment.text for segment in side.segments]
            whole = " ".join(lines)
            ends, at = set(), 0
            for line in lines[:-1]:
                at += len(line) + 1
                ends.add(at - 1)
            found = {span.end for span in sentences(whole, side.profile)} - {len(whole)}
            other = {
                len(whole[: cut["end_index"]].rstrip())
                for cut in get_sentence_boundaries(side.language, whole)
            } - {len(whole)}
            ours, right = ours + len(found), right + len(found & ends)
            theirs, right_theirs = theirs + len(other), right_theirs + len(other & ends)
    return right, ours, right_theirs, theirs


def main() -> None:
    root = Path(sys.argv[1])
    words = dictionary(Path(sys.argv[2])) if len(sys.argv) > 2 else None
    print(f"{'set':20} docs  strict lax    null  nulls ≥ {SURE}")
    total = Counts()
    for name, folders in sets(root).items():
        counts = Counts()
        for folder in folders:
            counts = counts.plus(measured(read(folder), words))
        total = total.plus(counts)
        print(f"{name:20} {len(folders):>4}  {counts}", flush=True)
    print(f"{'all':20}       {total}")
    novels = [name for name in sets(root) if name.startswith("novels")]
    for name in novels:
        texts = [read(folder) for folder in sets(root)[name]]
        *_, source, target = name.split("-")
        if sum(len(text.target.segments) for text in texts) > 3 * HOLE:
            print(f"{name}: {with_hole(texts, (source, target))}", flush=True)
            timed(texts, (source, target))
    for name, folders in sets(root).items():
        texts = [read(folder) for folder in folders]
        gold = sum(len(side.segments) - 1 for text in texts for side in (text.source, text.target))
        right, ours, right_theirs, theirs = segmentation(texts)
        if theirs > _SEVERAL * gold:
            continue  # a line is a paragraph there
        print(
            f"{name:20} sentence ends F1 {f1(right, ours, right, gold):.3f},"
            f" sentencex alone {f1(right_theirs, theirs, right_theirs, gold):.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
