"""Makes `tqcheck/languages/traditional.txt` from the character table of OpenCC (Apache-2.0).

    python -m tests.benchmarks.traditional STCharacters.txt > tqcheck/languages/traditional.txt

The file comes with `opencc-python-reimplemented`. Of several traditional characters for one the
first is the usual one.
"""

import sys
from pathlib import Path

from tqcheck.languages.traditional import HEAD

WIDTH = 75


def pairs(path: Path) -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    found = ((simplified, others.split(" ")[0]) for simplified, others in rows)
    return [(one, other) for one, other in found if one != other and max(one, other) < "\U00010000"]


if __name__ == "__main__":
    rows = pairs(Path(sys.argv[1]))
    print(HEAD)
    for at in range(0, len(rows), WIDTH):
        for side in (0, 1):
            print("".join(row[side] for row in rows[at : at + WIDTH]))
