"""How long the whole process takes, beside the libraries it starts with.

    python tests/benchmarks/speed.py [SOURCE TARGET]

prints seconds, the least and the median of several runs with a warm file cache, for the check of
one article pair (by default one of corpus/), for --help, and for `import typer, rich`; then the
rate of `tqcheck bitext` over the beads of the corpus.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

from tqcheck.alignment import aligned
from tqcheck.segmentation import segmented
from tqcheck.session import document

CORPUS = Path(__file__).parents[2] / "corpus"
RUNS = 15
ROWS = 5000


def seconds(*command: str) -> tuple[float, float]:
    """(least, median) wall time of a command."""
    taken = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        taken.append(time.perf_counter() - start)
    return min(taken[1:]), statistics.median(taken[1:])


def rows() -> list[dict[str, str]]:
    """The complete beads of every article of the corpus."""
    found = []
    for about_file in sorted(CORPUS.glob("*/*/about.toml")):
        about = tomllib.loads(about_file.read_text(encoding="utf-8"))
        tags = about["source_language"], about["target_language"]
        sides = [
            segmented(
                document((about_file.parent / f"{side}.{tag}.txt").read_text(encoding="utf-8"), tag)
            )
            for side, tag in zip(("source", "target"), tags, strict=True)
        ]
        found += [
            {
                "source": bead.source.text,
                "target": bead.target.text,
                "source_lang": tags[0],
                "target_lang": tags[1],
            }
            for bead in aligned(*sides).complete_beads
        ]
    return found


def main() -> None:
    article = CORPUS / "fr-en" / "sudan-corridor"
    pair = sys.argv[1:3] or [str(article / "source.fr.txt"), str(article / "target.en.txt")]
    python = sys.executable
    base = seconds(python, "-c", "import typer, rich")
    for name, command in (
        ("import typer, rich", (python, "-c", "import typer, rich")),
        ("tqcheck --help", (python, "-m", "tqcheck", "--help")),
        ("tqcheck check", (python, "-m", "tqcheck", "check", *pair)),
    ):
        least, median = seconds(*command)
        print(f"{name:20} {least:.3f} {median:.3f}  {median / base[1]:.2f} times typer and rich")
    beads = rows()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.jsonl"
        lines = [json.dumps(bead, ensure_ascii=False) for bead in beads]
        file.write_text("\n".join(lines * (ROWS // len(lines) + 1)), encoding="utf-8")
        count = len(lines) * (ROWS // len(lines) + 1)
        start = time.perf_counter()
        subprocess.run(
            [python, "-m", "tqcheck", "bitext", str(file)], capture_output=True, check=True
        )
        print(f"{'tqcheck bitext':20} {count / (time.perf_counter() - start):,.0f} rows a second")


if __name__ == "__main__":
    main()
