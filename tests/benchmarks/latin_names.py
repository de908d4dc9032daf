"""Makes `tqcheck/languages/latin_names.*.tsv` from the names of people that Wikidata has (CC0).

    python -m tests.benchmarks.latin_names FOLDER

The folder holds `russian.tsv.gz`, `arabic.tsv.gz`, `hebrew.tsv.gz` and `katakana.tsv.gz` of the
NETransliteration-COLING2018 data: a word of a name in Latin letters, the same in the other script,
and how many people are written so. Kept are words that three people have or more, with the Latin
forms of two or more of them, unless others have the word fifty times as often.
"""

import gzip
import sys
from collections import Counter, defaultdict
from pathlib import Path

SCRIPTS = {"Arab": "arabic", "Cyrl": "russian", "Hebr": "hebrew", "Kana": "katakana"}
OUT = Path(__file__).parents[2] / "tqcheck" / "languages"
FEWEST, FEWEST_OF_FORM, LEAST_SHARE = 3, 2, 0.02
#: From so many people, and so large a share of them, the first form is the name's.
SURE, SURE_SHARE = 8, 0.7


def rows(path: Path) -> list[str]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    with gzip.open(path, "rt", encoding="utf-8") as data:
        for line in data:
            latin, word, count = line.rstrip("\n").split("\t")
            found[word][latin] += int(count)
    kept = []
    for word, forms in sorted(found.items()):
        total = forms.total()
        some = [
            (form, count)
            for form, count in sorted(forms.items(), key=lambda each: (-each[1], each[0]))
            if count >= FEWEST_OF_FORM and count >= total * LEAST_SHARE and " " not in form
        ]
        if some and total >= FEWEST and len(word) > 1:
            sure = "!" if total >= SURE and some[0][1] >= total * SURE_SHARE else ""
            kept.append(f"{word}{sure}\t{' '.join(form for form, _ in some)}")
    return kept


if __name__ == "__main__":
    for script, name in SCRIPTS.items():
        lines = rows(Path(sys.argv[1]) / f"{name}.tsv.gz")
        (OUT / f"latin_names.{script}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(script, len(lines))
