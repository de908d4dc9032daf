"""Measures every rule, and writes tqcheck/rules/measured.toml.

    python -m tests.benchmarks.measure CLEAN.jsonl.gz …

Each file holds human translations as JSON lines with source, target, src_lang and tgt_lang (or the
names that --source-column … of `tqcheck bitext` have by default): what a rule reports there is
taken for a false alarm. Precision is that of the findings on corpus/.
"""

import sys
from collections import Counter
from pathlib import Path

from tests.test_corpus import figures
from tqcheck.corpora.reading import Columns, rows
from tqcheck.corpora.rows import Row, row_result
from tqcheck.rules import all_rules
from tqcheck.session import stable_rules

TABLE = Path(__file__).parents[2] / "tqcheck" / "rules" / "measured.toml"
COLUMNS = Columns(source_language="src_lang", target_language="tgt_lang")


def main() -> None:
    alarms: Counter[str] = Counter()
    segments = 0
    for name in sys.argv[1:]:
        for row in rows(Path(name), COLUMNS):
            if isinstance(row, Row):
                segments += 1
                alarms.update(f.by.id for f in row_result(row, stable_rules()).findings)
    _, _, true, fired = figures()
    lines = ["# Written by tests/benchmarks/measure.py."]
    for rule in all_rules():
        lines.append(f"\n[{rule.id}]\ntrue = {true[rule.id]}\nfound = {fired[rule.id]}")
        lines.append(f"alarms = {alarms[rule.id]}\nsegments = {segments}")
        print(f"{rule.id:24} {1000 * alarms[rule.id] / max(1, segments):6.2f} in 1,000")
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
