"""Makes `tqcheck/languages/cities.tsv` from Natural Earth's populated places (public domain).

    python -m tests.benchmarks.cities ne_10m_populated_places.json > tqcheck/languages/cities.tsv

It needs `opencc-python-reimplemented`, for Chinese names that the data have in traditional
characters. The file is in the 10m/cultural folder of Natural Earth's GeoJSON. Kept are the cities whose names
differ between the languages, and all large ones. An empty cell of a language in Latin script: as
in English. What languages write with other marks or hyphens only does not differ.
"""

import importlib
import json
import re
import sys
from pathlib import Path

from tqcheck.features.folding import folded
from tqcheck.languages.tables import column

LATIN, OTHERS = ("fr", "de", "es", "pt"), ("ru", "zh")
LARGE = 150_000
OWN_NAMES = ("NAME", "NAMEASCII", "NAMEPAR", "NAMEALT", "GN_ASCII", "LS_NAME")
HEAD = """\
# Cities whose names languages write differently, and large ones: the usual name first. Made from
# Natural Earth’s populated places (public domain) by tests/benchmarks/cities.py. In a language in
# Latin script an empty cell means: as in English."""


def plain(name: str) -> str:
    return re.sub(r"\W", "", folded(name))


def rows(path: Path) -> list[str]:
    simplified = importlib.import_module("opencc").OpenCC("t2s").convert
    known = {plain(form) for forms in column("places", "en").values() for form in forms}
    found: dict[str, tuple[float, list[str]]] = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        place = {key: str(value or "").strip() for key, value in feature["properties"].items()}
        size = float(place["POP_MAX"] or 0)
        english = place["NAME_EN"].partition("(")[0].partition(",")[0].strip()
        if not english or plain(english) in known or not folded(english).isascii():
            continue
        names = [english]
        for key in OWN_NAMES:
            for name in re.split(r"[|,/]", place[key]):
                if re.fullmatch(r"\D+", name) and plain(name) not in map(plain, names):
                    names.append(name.strip())
        cells = []
        for language in LATIN:
            name = place[f"NAME_{language.upper()}"].partition("(")[0].strip()
            cells.append("" if "," in name or plain(name) in map(plain, names) else name)
        differs = any(cells)
        for language in OTHERS:
            name = place[f"NAME_{language.upper()}"]
            name = name if re.fullmatch(r"[^\W\d_-]+(?:-[^\W\d_]+)*", name) else ""
            cells.append(", ".join(dict.fromkeys((simplified(name), name))) if name else "")
        if (differs or size >= LARGE) and any(cells):
            key = f"{place['ISO_A2']}/{plain(english)}"
            if key not in found or size > found[key][0]:
                found[key] = (size, [key, ", ".join(names), *cells])
    return ["\t".join(cells).rstrip() for _, (_, cells) in sorted(found.items())]


if __name__ == "__main__":
    print(HEAD)
    print("\t".join(("city", "en", *LATIN, *OTHERS)))
    print("\n".join(rows(Path(sys.argv[1]))))
