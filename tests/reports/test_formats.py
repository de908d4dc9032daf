"""Golden files of each format.

    python -m tests.reports.test_formats

writes them anew; read the difference before committing it.
"""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from tqcheck.filters import fingerprinted
from tqcheck.model import Bead, Finding, Fix, Origin, Pair, Result, Segment, Severity, Span
from tqcheck.reports.formats import FORMATS, Run, rendered
from tqcheck.reports.positions import columns, fitted, visible
from tqcheck.rules import all_rules
from tqcheck.segmentation import segmented
from tqcheck.session import document

GOLDEN = Path(__file__).parent / "golden"
RULE = next(rule for rule in all_rules() if rule.id == "word-doubled")

SOURCE = "漢字の駅は、二キロ先にある。\n\nバスは毎朝八時に出る。\n\n切符は車内で買える。\n"
TARGET = "The cafe\u0301 👩‍💻 and and the 漢字 漢字 station.\r\n\r\nA\x1b[31m bus \u202eleaves.\r\n"
HEBREW = "האוטובוס יוצא יוצא בשמונה.\n"


def result(source: str, target: str, languages: tuple[str, str], findings: list[Finding]) -> Result:
    documents = [
        segmented(document(text, language, f"article.{language}.txt"))
        for text, language in zip((source, target), languages, strict=True)
    ]
    left, right = documents
    beads = [*map(Bead, left.segments, right.segments)]
    beads += [
        Bead(segment, Segment.gap(right, right.segments[-1].span.end), 1.0, (1, 0))
        for segment in left.segments[len(right.segments) :]
    ]
    pair = Pair(left, right, tuple(beads))
    stamped = [replace(finding, rule=RULE) for finding in findings]
    return Result(pair, fingerprinted(pair, stamped), (), (), "tqcheck|test")


def results() -> list[Result]:
    def at(text: str, flagged: str) -> Span:
        return Span(text.index(flagged), text.index(flagged) + len(flagged))

    gap = TARGET.rindex("\r\n") + 2
    return [
        result(
            SOURCE,
            TARGET,
            ("ja", "en"),
            [
                Finding(
                    "“and” is doubled",
                    target=at(TARGET, "and and"),
                    fix=Fix(at(TARGET, " and the"), " the", safe=True),
                    severity=Severity.MINOR,
                ),
                Finding("“漢字” twice", target=at(TARGET, "漢字 漢字"), source=at(SOURCE, "漢字")),
                Finding(
                    "hostile \x1b[2J text",
                    target=at(TARGET, "\x1b[31m bus \u202e"),
                    origin=Origin.EXTRACTION,
                    severity=Severity.CRITICAL,
                ),
                Finding(
                    "a sentence is missing",
                    source=at(SOURCE, "切符は車内で買える。"),
                    target=Span(gap, gap),
                ),
            ],
        ),
        result(
            "The bus leaves at eight.\n",
            HEBREW,
            ("en", "he"),
            [Finding("“יוצא” is doubled", target=at(HEBREW, "יוצא יוצא"))],
        ),
    ]


def report(name: str) -> str:
    return rendered(name, results(), Run(version="0", width=80))


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str) -> None:
    assert report(name) == (GOLDEN / name).read_text(encoding="utf-8")


def test_underlines_line_up() -> None:
    lines = report("text").splitlines()
    marked = {"and and", "漢字 漢字", "漢字", "切符は車内で買える。"}
    seen = set()
    for above, line in pairwise(lines):
        if "^" in line:
            start, end = line.index("^"), len(line.rstrip())
            seen |= {
                text
                for text in marked
                if text in above
                and wcswidth(above[: above.index(text)]) == start
                and wcswidth(above[: above.index(text) + len(text)]) == end
            }
    assert seen == marked


def test_json_keeps_the_contract() -> None:
    document = json.loads(report("json"))
    assert list(document) == [
        "schema",
        "tool",
        "signature",
        "summary",
        "findings",
        "not_run",
        "pairs",
        "unused_suppressions",
    ]
    files = {"article.ja.txt": SOURCE, "article.en.txt": TARGET, "article.he.txt": HEBREW}
    for finding in document["findings"]:
        for side in ("target", "source"):
            place = finding[side]
            if place is not None:
                text = files.get(place["path"], "The bus leaves at eight.\n")
                assert text[place["start"] : place["end"]] == place["text"]
    assert len({finding["fingerprint"] for finding in document["findings"]}) == 5


@given(st.text(max_size=30), st.integers(0, 20))
@example("00\u1a59", 1)
def test_fitted_takes_what_fits(text: str, budget: int) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert columns(fitted(shown, budget)) <= budget
    assert shown.startswith(fitted(shown, budget))
    assert columns(fitted(shown, budget, from_end=True)) <= budget
    assert shown.endswith(fitted(shown, budget, from_end=True))


if __name__ == "__main__":
    for name in FORMATS:
        (GOLDEN / name).write_text(report(name), encoding="utf-8")
