"""Many pairs: how much a second process, and the cache, save.

    python -m tests.benchmarks.project [PAIRS]

makes a repository of so many article pairs (2,000 by default) from corpus/, and prints the seconds
of the whole command: without a cache on one process and on two, then with an empty cache, with a
warm one, and with a warm one when one article in a hundred has changed.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"


def repository(folder: Path, count: int) -> list[Path]:
    """So many pairs as texts/<pair>/<number>.<language>.txt; the translations."""
    articles = sorted(path.parent for path in CORPUS.glob("*/*/about.toml"))
    targets = []
    lines = []
    for article in articles:
        about = tomllib.loads((article / "about.toml").read_text(encoding="utf-8"))
        source, target = about["source_language"], about["target_language"]
        lines.append((article, source, target))
    for pair in sorted({(source, target) for _, source, target in lines}):
        (folder / "-".join(pair)).mkdir()
    for number in range(count):
        article, source, target = lines[number % len(lines)]
        place = folder / f"{source}-{target}"
        for side, language in (("source", source), ("target", target)):
            text = (article / f"{side}.{language}.txt").read_text(encoding="utf-8")
            (place / f"{number}.{language}.txt").write_text(text, encoding="utf-8")
        targets.append(place / f"{number}.{target}.txt")
    (folder / "tqcheck.toml").write_text(
        "".join(
            f'[[pairs]]\nsource = "{s}-{t}/{{name}}.{{lang}}.txt"\n'
            f'target = "{s}-{t}/{{name}}.{{lang}}.txt"\nfrom = "{s}"\nto = ["{t}"]\n'
            for s, t in sorted({(source, target) for _, source, target in lines})
        )
    )
    return targets


def seconds(folder: Path, *options: str) -> float:
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-m", "tqcheck", "check", "--output-format", "statistics", *options],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 1, run.stderr
    return time.perf_counter() - start


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        targets = repository(folder, count)
        one = seconds(folder, "--no-cache", "-j", "1")
        two = seconds(folder, "--no-cache", "-j", "2")
        print(f"{count} pairs, {os.cpu_count()} processors")
        print(f"one process   {one:8.1f} s   {count / one:6.0f} pairs a second")
        print(f"two           {two:8.1f} s   {one / two:6.2f} times as fast")
        first = seconds(folder, "-j", "1")
        warm = seconds(folder, "-j", "1")
        print(f"empty cache   {first:8.1f} s")
        print(f"warm cache    {warm:8.1f} s   {warm / first:6.1%} of the first run")
        for target in targets[::100]:
            target.write_text(target.read_text(encoding="utf-8") + "\nThe end.\n", encoding="utf-8")
        changed = seconds(folder, "-j", "1")
        print(f"1 % changed   {changed:8.1f} s   {changed / first:6.1%} of the first run")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak memory   {peak:8.0f} MB")


if __name__ == "__main__":
    main()
