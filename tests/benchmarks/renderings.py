"""Makes `tqcheck/languages/renderings.*.tsv`: how the letters of other scripts become Latin ones.

    python -m tests.benchmarks.renderings FOLDER [PLACES]

The folder holds `russian.tsv.gz`, `arabic.tsv.gz` and `katakana.tsv.gz` of the
NETransliteration-COLING2018 data, made from Wikidata's names of people (CC0). Chinese is learned
from `tqcheck/languages/cities.tsv`, and from PLACES, a table of Natural Earth's populated places
(public domain) with the columns en, zh and cc.

Each pair of words is cut into pieces of one or two letters and what stands for them (a joint
sequence model: Bisani and Ney 2008, doi:10.1016/j.specom.2008.01.002), aligned by Viterbi training
from the letters' places; counted are pieces behind none, one and two others.
"""

import csv
import gzip
import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tqcheck.features.rendering import BEGINNING, END, LONGEST, Piece, latin_letters, own_letters
from tqcheck.languages.tables import lines

LANGUAGES = {"ar": "arabic", "ru": "russian", "ja": "katakana"}
FEWEST = {"ar": 1, "ru": 2, "ja": 2}
CHINESE = "zh"
OUT = Path(__file__).parents[2] / "tqcheck" / "languages"
ROUNDS, SAMPLE, SEED = 5, 15_000, 1
#: A pair that costs more a letter, in nats, is of two names.
MOST_A_LETTER, MOST_A_SYLLABLE_LETTER = 7.0, 4.2
#: What follows none, one and two pieces less often is left out.
RARE = 0.5, 0.5, 1.5
#: “kh” or “sh” is hardly more than a letter.
ASPIRATED = 0.7
#: What the letters cost at first that a letter is read as, and what a torn pair of them does.
READ, TORN = 1.0, 3.0
#: Of what stands for a letter, so much is added for how it is read, and no less than this.
READ_SHARE, FEWEST_READ = 0.03, 20
RARE_LETTERS = {"ru": "щ"}
ZH, EN, COUNTRY = 7, 1, 0
AT_HOME = frozenset(("CN", "TW", "HK", "MO", "SG", "JP", "KR", "KP", "VN"))

Pair = tuple[str, str, float]
Cost = Callable[[str, str], float]


def people(path: Path, language: str) -> Iterator[Pair]:
    with gzip.open(path, "rt", encoding="utf-8") as data:
        for line in data:
            latin, word, count = line.rstrip("\n").split("\t")
            if int(count) >= FEWEST[language]:
                yield own_letters(word, language), latin_letters(latin), 1 + math.log(int(count))


def cities(path: Path | None) -> Iterator[Pair]:
    rows = [(row[ZH], row[EN], row[COUNTRY][:2]) for row in lines("cities")[1:] if len(row) > ZH]
    if path:
        with path.open(encoding="utf-8") as data:
            table = csv.DictReader(data, delimiter="\t", quoting=csv.QUOTE_NONE)
            rows += [(row["zh"], row["en"], row["cc"]) for row in table]
    found: set[Pair] = set()
    for names, city, country in rows:
        words = re.split(r"[ -]", city.partition(",")[0])
        for name in re.split("[,、]", names) if country not in AT_HOME else ():
            parts = name.strip().split("·")
            if len(parts) not in (1, len(words)):
                continue
            for part, word in zip(
                parts, words if len(parts) > 1 else ["".join(words)], strict=True
            ):
                found.add((own_letters(part, CHINESE), latin_letters(word), 1.0))
    yield from sorted(found)


def is_a_word(pair: Pair) -> bool:
    word, form, _ = pair
    return 1 < len(word) <= LONGEST and 1 < len(form) <= LONGEST and word.isalpha()


def sizes(word: str, form: str, at: int, to: int) -> Iterator[tuple[int, int]]:
    """How many letters of the word and of the form may be the next piece."""
    for size in range(min(4, len(form) - to) + 1):
        yield 1, size
    if at + 2 <= len(word):
        for size in (1, 2):
            if to + size <= len(form):
                yield 2, size


def aligned(word: str, form: str, cost: Cost) -> tuple[list[Piece], float]:
    """The cheapest pieces, and their cost; infinite where there are none."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for at in range(len(word)):
        for to in range(len(form) + 1):
            if (at, to) not in best:
                continue
            paid = best[at, to][0]
            for mine, its in sizes(word, form, at, to):
                price = paid + cost(word[at : at + mine], form[to : to + its])
                there = at + mine, to + its
                if there not in best or price < best[there][0]:
                    best[there] = price, (mine, its)
    at, to = len(word), len(form)
    if (at, to) not in best:
        return [], math.inf
    price, pieces = best[at, to][0], []
    while at:
        mine, its = best[at, to][1]
        pieces.append((word[at - mine : at], form[to - its : to]))
        at, to = at - mine, to - its
    return pieces[::-1], price


def torn(mine: str, its: str) -> float:
    """What a piece pays that begins with the end of “sh” or “zh”, as it may."""
    return TORN if its[:1] == "h" and not set("hg") & set(latin_letters(mine)) else 0.0


def by_place(pairs: Iterable[Pair]) -> Cost:
    """The first guess: letters stand for one another that stand at like places."""
    together: defaultdict[Piece, float] = defaultdict(float)
    alone: defaultdict[str, float] = defaultdict(float)
    for word, form, weight in pairs:
        for at, letter in enumerate(word):
            place = (at + 0.5) / len(word) * len(form)
            alone[letter] += weight
            for to, other in enumerate(form):
                if (away := abs(to + 0.5 - place)) < 2:
                    together[letter, other] += weight / (1 + away)

    def cost(mine: str, its: str) -> float:
        if len(mine) == 2:
            return 6.5 + len(its)
        if not its:
            return 4.0
        if its == latin_letters(mine):
            return READ
        share = max((together[mine, letter] + 0.01) / (alone[mine] + 1) for letter in its)
        more = len(its) - 1 - ASPIRATED * (its[1:2] == "h")
        return 1 - 1.5 * math.log(share) + 2.2 * more + torn(mine, its)

    return cost


def by_count(counts: dict[Piece, float]) -> Cost:
    """What a piece costs by how often it is used; long ones pay, or all words would be one."""
    total = sum(counts.values())
    known = {
        (mine, its): math.log(total / count) + 0.5 * (len(mine) - 1) + 0.4 * max(0, len(its) - 2)
        for (mine, its), count in counts.items()
        if count >= 3
    }

    def cost(mine: str, its: str) -> float:
        unknown = 13 + 4 * (len(mine) - 1) + 2.5 * max(0, len(its) - 1)
        return known.get((mine, its), unknown) + torn(mine, its)

    return cost


def trained(pairs: list[Pair], most: float) -> list[tuple[list[Piece], float]]:
    """The pieces of each pair that is of one name, with its weight."""
    random.Random(SEED).shuffle(pairs)
    sample = pairs[:SAMPLE]
    cost = by_place(sample)
    for turn in range(ROUNDS):
        counts: defaultdict[Piece, float] = defaultdict(float)
        for word, form, weight in sample:
            pieces, price = aligned(word, form, cost)
            if not turn or price < most * len(word):
                for piece in pieces:
                    counts[piece] += weight
        cost = by_count(counts)
    cut = ((*aligned(word, form, cost), len(word), weight) for word, form, weight in pairs)
    return [(pieces, weight) for pieces, price, size, weight in cut if price < most * size]


def add_readings(counts: dict[Piece, float], rare: str) -> None:
    """Adds what each letter is read as, in whichever of the few names of people at home there are."""
    totals: defaultdict[str, float] = defaultdict(float)
    for (mine, _), count in counts.items():
        totals[mine] += count
    for letter in {letter for mine in totals for letter in mine if letter.isalpha()} | set(rare):
        counts[letter, latin_letters(letter)] += max(FEWEST_READ, READ_SHARE * totals[letter])


def counted(rows: list[tuple[list[Piece], float]], rare: str) -> Iterator[str]:
    """A line for what stands before a piece: how often, what follows, how often; rare ones left out."""
    for size in range(3):
        counts: defaultdict[tuple[Piece, ...], defaultdict[Piece, float]] = defaultdict(
            lambda: defaultdict(float)
        )
        for pieces, weight in rows:
            row = (BEGINNING, BEGINNING, *pieces, END)
            for at in range(2, len(row)):
                counts[row[at - size : at]][row[at]] += weight
        if not size:
            add_readings(counts[()], rare)
        for before, following in sorted(counts.items()):
            total = sum(following.values())
            kept = [(piece, n) for piece, n in sorted(following.items()) if n >= RARE[size]]
            if kept and total >= 2 * RARE[size]:
                told = " ".join(f"{mine}:{its} {n:.0f}" for (mine, its), n in kept)
                head = " ".join(f"{mine}:{its}" for mine, its in before)
                yield f"{head}\t{total:.0f} {len(following)}\t{told}"


if __name__ == "__main__":
    places = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    for language in (*LANGUAGES, CHINESE):
        if language == CHINESE:
            pairs, most = list(filter(is_a_word, cities(places))), MOST_A_SYLLABLE_LETTER
        else:
            path = Path(sys.argv[1]) / f"{LANGUAGES[language]}.tsv.gz"
            pairs, most = list(filter(is_a_word, people(path, language))), MOST_A_LETTER
        table = list(counted(trained(pairs, most), RARE_LETTERS.get(language, "")))
        (OUT / f"renderings.{language}.tsv").write_text("\n".join(table) + "\n", encoding="utf-8")
        print(language, len(pairs), len(table))
