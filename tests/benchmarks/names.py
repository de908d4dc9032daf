"""Measures the rules for names, acronyms and countries on lists of names and on clean news.

    python -m tests.benchmarks.names DATA [--show KIND]

DATA holds famous-fr-en.dev.tsv, keep-french-spelling.dev.tsv, people.dev.tsv, places.dev.tsv and
ntrex.dev.tsv.gz. Each name stands in a sentence of its own, so nothing else in the text helps.
Damage is made by a script with a fixed seed: one letter of a word lost, replaced or swapped.
"""

import argparse
import csv
import gzip
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tqcheck.features.folding import folded
from tqcheck.languages.tables import column
from tqcheck.model import Rule
from tqcheck.rules import all_rules
from tqcheck.session import check_texts

RULES = tuple(
    rule
    for rule in all_rules()
    if rule.status == "stable"
    and rule.id.partition("-")[0] in {"name", "names", "acronym", "country", "exonym", "credit"}
)
PERSON = {
    "fr": "{} a signé l’accord lundi.",
    "de": "{} hat das Abkommen am Montag unterzeichnet.",
    "es": "{} firmó el acuerdo el lunes.",
    "ru": "Соглашение подписал {}.",
    "en": "{} signed the agreement on Monday.",
}
PLACE = {
    "fr": "Le train de nuit part de {} lundi.",
    "de": "Der Nachtzug fährt am Montag von {} ab.",
    "es": "El tren nocturno sale de {} el lunes.",
    "ru": "Ночной поезд идет через город {}.",
    "en": "The night train leaves {} on Monday.",
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NEWS = ("fr", "de", "es", "ru", "ar", "zh")
SEGMENTS, GARBLED = 1000, 150
_SHORT_FORM = re.compile(r"(?<![\w.-])[A-Z]{3,5}(?![\w-])")
#: A name that the lists have with a remark, a title or as two.
NOISE = re.compile(r"[(),;/\d]|\b(?:Jr|Sr|Sir|Lord|Lady|Dr)\b")


def flagged(source: str, target: str, language: str, rules: tuple[Rule, ...] = RULES) -> bool:
    return bool(check_texts(source, target, language, "en", rules).findings)


def garbled(word: str, chance: random.Random) -> str:
    """A word with one letter lost, replaced or swapped, neither the first nor the last one."""
    at = chance.randrange(1, len(word) - 2)
    kind = chance.choice(("lost", "replaced", "swapped"))
    if kind == "swapped" and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "replaced":
        other = chance.choice([letter for letter in LETTERS if letter != word[at].lower()])
        return word[:at] + other + word[at + 1 :]
    return word[:at] + word[at + 1 :]


def table(path: Path) -> Iterator[dict[str, str]]:
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from csv.DictReader(
        text.decode("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
    )


class Scores:
    """Hits of trials by kind, with the trials that went wrong."""

    def __init__(self) -> None:
        self.counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.wrong: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, kind: str, hit: bool, wanted: bool, what: str) -> None:
        self.counts[kind][0] += hit
        self.counts[kind][1] += 1
        if hit is not wanted:
            self.wrong[kind].append(what)

    def lines(self) -> Iterator[str]:
        for kind, (hits, trials) in sorted(self.counts.items()):
            yield f"{hits:5}/{trials:<5} {hits / trials:7.1%}  {kind}"


def names_of(rows: Iterable[dict[str, str]], language: str) -> Iterator[tuple[str, str]]:
    for row in rows:
        own, english = row.get(language, ""), row["en"]
        if own and english and not NOISE.search(own + english):
            yield own, english


def measure_list(
    scores: Scores,
    label: str,
    pairs: Iterable[tuple[str, str]],
    frames: dict[str, str],
    language: str,
) -> None:
    chance = random.Random(7)
    for own, english in pairs:
        source = frames[language].format(own)

        def trial(
            kind: str, written: str, wanted: bool, source: str = source, own: str = own
        ) -> None:
            hit = flagged(source, frames["en"].format(written), language)
            scores.add(f"{label}: {kind}", hit, wanted, f"{own} → {written}")

        trial("right form flagged", english, wanted=False)
        words, others = own.split(), english.split()
        if folded(own) != folded(english) and folded(own).isascii():
            trial("source form left, flagged", own, wanted=True)
            differ = [
                i
                for i, (a, b) in enumerate(zip(words, others, strict=False))
                if folded(a) != folded(b)
            ]
            if len(words) == len(others) and len(differ) > 1:
                half = [*others]
                half[differ[-1]] = words[differ[-1]]
                trial("half converted, flagged", " ".join(half), wanted=True)
        longest = max(others, key=len)
        if len(longest) > 4 and longest.isalpha():
            damaged = english.replace(longest, garbled(longest, chance))
            trial("garbled, flagged", damaged, wanted=True)


def measure_news(scores: Scores, data: Path) -> None:
    rows = list(table(data / "ntrex.dev.tsv.gz"))[:SEGMENTS]
    for language in NEWS:
        chance, made = random.Random(7), 0
        for row in rows:
            source, target = row[language], row["en"]
            clean = flagged(source, target, language)
            scores.add(
                f"news {language}: clean segment flagged", clean, False, f"{source} → {target}"
            )
            shared = [
                word
                for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b", target)
                if word in source and target.count(word) == 1
            ]
            if shared and made < GARBLED and not clean:
                word = chance.choice(shared)
                damaged = target.replace(word, garbled(word, chance))
                made += 1
                hit = flagged(source, damaged, language)
                scores.add(
                    f"news {language}: garbled name flagged", hit, True, f"{source} → {damaged}"
                )


def measure_acronyms(scores: Scores, data: Path) -> None:
    """Acronyms of news, in the translation: put for those of another body, or two letters swapped."""
    bodies = sorted({form for forms in column("acronyms", "en").values() for form in forms})
    for language in NEWS:
        chance, forms_here = random.Random(7), column("acronyms", language)

        def said(form: str, source: str, here: Mapping[str, tuple[str, ...]] = forms_here) -> bool:
            """Whether the source has an acronym too: by its letters, or as the table has it."""
            return (
                any(
                    own in source
                    for fact, english in column("acronyms", "en").items()
                    if form in english
                    for own in here.get(fact, ())
                )
                or re.search(rf"(?<![A-Za-z]){form}(?![A-Za-z])", source) is not None
            )

        for row in list(table(data / "ntrex.dev.tsv.gz"))[:SEGMENTS]:
            source, target = row[language], row["en"]
            forms = sorted(form for form in set(_SHORT_FORM.findall(target)) if said(form, source))
            if not forms or flagged(source, target, language):
                continue
            form = chance.choice(forms)
            other = chance.choice([body for body in bodies if body.isupper() and body not in forms])
            at = chance.randrange(len(form) - 1)
            swapped = form[:at] + form[at + 1] + form[at] + form[at + 2 :]
            for kind, new in (("another body’s", other), ("letters swapped", swapped)):
                if new not in target:
                    damaged = re.sub(rf"\b{form}\b", new, target)
                    hit = flagged(source, damaged, language)
                    what = f"{form} → {new}: {source} → {damaged}"
                    scores.add(f"acronyms {language}: {kind}, flagged", hit, True, what)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", default="", help="list what went wrong of these kinds")
    parser.add_argument("--only", default="", help="famous, keep, people, places, news or acronyms")
    given = parser.parse_args()
    data, scores, start = given.data, Scores(), time.perf_counter()

    def wanted(part: str) -> bool:
        return not given.only or given.only == part

    if wanted("famous"):
        famous = names_of(table(data / "famous-fr-en.dev.tsv"), "fr")
        measure_list(scores, "famous fr", famous, PERSON, "fr")
    for language in ("fr", "de", "es"):
        if wanted("places"):
            places = names_of(table(data / "places.dev.tsv"), language)
            measure_list(scores, f"places {language}", places, PLACE, language)
        if wanted("people"):
            people = names_of(table(data / "people.dev.tsv"), language)
            measure_list(scores, f"people {language}", people, PERSON, language)
    if wanted("keep"):
        for row in table(data / "keep-french-spelling.dev.tsv"):
            name = row["name"]
            hit = flagged(PERSON["fr"].format(name), PERSON["en"].format(name), "fr")
            scores.add("keep fr: right form flagged", hit, False, name)
    if wanted("news"):
        measure_news(scores, data)
    if wanted("acronyms"):
        measure_acronyms(scores, data)
    print("\n".join(scores.lines()))
    print(f"{time.perf_counter() - start:.0f} s")
    for kind, wrong in scores.wrong.items():
        if given.show and given.show in kind:
            print(f"\n{kind}:", *wrong, sep="\n  ")


if __name__ == "__main__":
    main()
