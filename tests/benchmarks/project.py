"""Many pairs: how much a second process, and the cache, save.

    python -m tests.benchmarks.project [PAIRS]

makes a repository of so many article pairs (2,000 by default) from corpus/, and prints the seconds
of the whole command, by the clock and of processors: without a cache on one process and on two, then
with an empty cache, with a warm one, and with a warm one when one article in a hundred has changed.
Where others use the machine, only the seconds of processors mean something, and the gain of a second
process cannot be measured: the load is printed.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import NamedTuple

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


class Seconds(NamedTuple):
    """By the clock, and of processors."""

    clock: float
    used: float


def seconds(folder: Path, *options: str) -> Seconds:
    start, before = time.perf_counter(), used()
    run = subprocess.run(
        [sys.executable, "-m", "tqcheck", "check", "--output-format", "statistics", *options],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 1, run.stderr
    return Seconds(time.perf_counter() - start, used() - before)


def used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def shown(name: str, folder: Path, *options: str) -> Seconds:
    run = seconds(folder, *options)
    print(f"{name:12} {run.clock:8.1f} s {run.used:8.1f} s of processors", flush=True)
    return run


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        targets = repository(folder, count)
        print(f"{count} pairs, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        one = shown("one process", folder, "--no-cache", "-j", "1")
        two = shown("two", folder, "--no-cache", "-j", "2")
        first = shown("empty cache", folder, "-j", "1")
        warm = shown("warm cache", folder, "-j", "1")
        for target in targets[::100]:
            target.write_text(target.read_text(encoding="utf-8") + "\nThe end.\n", encoding="utf-8")
        changed = shown("1 % changed", folder, "-j", "1")
        print(f"two processes: {one.clock / two.clock:.2f} times as fast by the clock")
        for name, run in (("warm cache", warm), ("1 % changed", changed)):
            clock, processor = run.clock / first.clock, run.used / first.used
            print(
                f"{name}: {clock:.1%} of the first run by the clock, {processor:.1%} of its processor"
            )
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak memory   {peak:8.0f} MB")


if __name__ == "__main__":
    main()
