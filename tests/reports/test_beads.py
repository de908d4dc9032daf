"""Golden files of each format of an alignment, and what its readers take for granted.

    python -m tests.reports.test_beads

writes the golden files anew; read the difference before committing it.
"""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tqcheck.model import Bead, Pair, Segment
from tqcheck.reports.beads import rendered
from tqcheck.reports.formats import BEAD_FORMATS
from tqcheck.segmentation import lined
from tqcheck.session import document

GOLDEN = Path(__file__).parent / "golden"
SOURCE = "Un <chat> & deux\tchiens.\r\nIl pleut.\r\n\r\nDemain, 漢字.\nFin.\n"
TARGET = "Tomorrow, 漢字.\nA <cat> & two dogs.\nNobody\x1b[31m comes.\nIt rains. The end.\n"


def pair() -> Pair:
    source, target = (
        lined(document(SOURCE, "fr", "a.fr.txt")),
        lined(document(TARGET, "en", "a.en.txt")),
    )
    a, b = source.segments, target.segments
    return Pair(
        source,
        target,
        (
            Bead(a[2], b[0], 0.75, (1, 1), moved=True),
            Bead(a[0], b[1], 0.98765),
            Bead(Segment.gap(source, a[0].span.end), b[2], 0.5, (0, 1)),
            Bead(a[1], b[3]),
            Bead(a[3], Segment.gap(target, b[3].span.end), 0.9, (1, 0)),
        ),
    )


def golden(name: str) -> Path:
    return GOLDEN / f"beads.{name}"


@pytest.mark.parametrize("name", BEAD_FORMATS)
def test_golden(name: str) -> None:
    with golden(name).open(encoding="utf-8", newline="") as file:
        assert rendered(name, pair()) == file.read()


def test_json_numbers_the_lines_and_finds_them_in_the_file() -> None:
    beads = json.loads(rendered("json", pair()))["beads"]
    assert [(bead["source"], bead["target"]) for bead in beads] == [
        ([2], [0]),
        ([0], [1]),
        ([], [2]),
        ([1], [3]),
        ([3], []),
    ]
    for bead in beads:
        for side, text in (("source", SOURCE), ("target", TARGET)):
            place = bead[f"{side}_place"]
            assert text[place["start"] : place["end"]] == place["text"]


def test_tmx_holds_the_complete_beads() -> None:
    units = ElementTree.fromstring(rendered("tmx", pair()).encode()).findall("body/tu")  # noqa: S314
    assert [[segment.text for segment in unit.iter("seg")] for unit in units] == [
        ["Demain, 漢字.", "Tomorrow, 漢字."],
        ["Un <chat> & deux chiens.", "A <cat> & two dogs."],
        ["Il pleut.", "It rains. The end."],
    ]


def test_tsv_has_a_line_a_bead_whatever_the_texts_hold() -> None:
    lines = rendered("tsv", pair()).splitlines()
    assert len(lines) == 1 + len(pair().beads)
    assert {line.count("\t") for line in lines} == {3}
    assert "\x1b" not in "".join(lines)


if __name__ == "__main__":
    for format_ in BEAD_FORMATS:
        with golden(format_).open("w", encoding="utf-8", newline="") as file:
            file.write(rendered(format_, pair()))
