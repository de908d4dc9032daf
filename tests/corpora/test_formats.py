"""One bitext in every format is one bitext, and nothing is lost."""

import csv
import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpora.test_bitext import bitext, entries
from tqcheck.corpora.local import chunked
from tqcheck.corpora.reading import Columns, Entry, Reader, Unreadable
from tqcheck.corpora.rows import LONGEST, Row, grouped, results
from tqcheck.session import stable_rules

ROWS = [
    {"id": "a", "source": "Le barrage mesure 185 mètres.", "target": "The dam is 158 metres high."},
    {"id": "b", "source": "Il date de 1975.", "target": "It dates from 1975."},
    {
        "id": "c",
        "source": "Il a 12 portes, « dit-il ».",
        "target": 'It has the the 12 gates, "says he".',
    },
]
LANGUAGES = {"source_lang": "fr", "target_lang": "en"}


def tsv(path: Path, rows: Sequence[dict[str, str]]) -> None:
    lines = ["\t".join(rows[0]), *("\t".join(row.values()) for row in rows)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def comma_separated(path: Path, rows: Sequence[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def json_lines(path: Path, rows: Iterable[dict[str, str]]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")


def gzipped(path: Path, rows: Sequence[dict[str, str]]) -> None:
    json_lines(path, rows)
    path.write_bytes(gzip.compress(path.read_bytes()))


def zstandard(path: Path, rows: Sequence[dict[str, str]]) -> None:
    tsv(path, rows)
    text = path.read_bytes()
    with pyarrow.output_stream(str(path), compression="zstd") as out:
        out.write(text)


def parquet(path: Path, rows: Sequence[dict[str, str]]) -> None:
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), path, row_group_size=2)


def tmx(path: Path, rows: Sequence[dict[str, str]]) -> None:
    units = "".join(
        f'<tu tuid="{row["id"]}"><tuv xml:lang="en-GB"><seg>{row["target"]}</seg></tuv>\n'
        f'<tuv xml:lang="FR"><seg><bpt i="1">&lt;b></bpt>{row["source"]}<ept i="1">&lt;/b></ept>'
        "</seg></tuv></tu>\n"
        for row in rows
    )
    path.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
        f'<header srclang="fr"/><body>{units}</body></tmx>',
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("rows.tsv", tsv),
        ("rows.csv", comma_separated),
        ("rows.jsonl", json_lines),
        ("rows.jsonl.gz", gzipped),
        ("rows.tsv.zst", zstandard),
        ("rows.parquet", parquet),
        ("rows.tmx", tmx),
    ],
)
def test_the_format_makes_no_difference(
    tmp_path: Path, name: str, write: Callable[[Path, Any], None]
) -> None:
    plain, other = tmp_path / "plain.tsv", tmp_path / name
    tsv(plain, [{**row, **LANGUAGES} for row in ROWS])
    write(other, [{**row, **LANGUAGES} for row in ROWS])
    expected = entries(bitext(plain))
    assert [entry["id"] for entry in expected] == ["a", "c"]
    found = entries(bitext(other))
    assert found == expected
    # From somewhere else, as one of several files.
    assert entries(bitext(other, f"file://{plain}")) == expected * 2


@pytest.mark.parametrize("name", ["{}.tsv", "{}.csv.gz", "{}.jsonl.zst", "{}.parquet"])
def test_splits(tmp_path: Path, name: str) -> None:
    source = tmp_path / "rows.jsonl"
    json_lines(source, ({**row, **LANGUAGES, "note": row["id"] * 2} for row in ROWS))
    keep, drop = tmp_path / name.format("keep"), tmp_path / name.format("drop")
    table = tmp_path / "findings.parquet"
    run = bitext(source, "--keep", keep, "--drop", drop, "-o", table)
    assert run.returncode == 0, run.stderr
    kept, dropped = ([item.fields for item in rows_of(path)] for path in (keep, drop))
    columns = [*ROWS[0], *LANGUAGES, "note"]
    assert [list(row) for row in kept] == [columns] * 2
    assert [row["note"] for row in kept] == ["bb", "cc"]  # a minor finding drops no row
    assert [row["note"] for row in dropped] == ["aa"]
    assert dropped[0]["reason"] == "number-changed"
    assert dropped[0]["source"] == ROWS[0]["source"]
    findings = pyarrow.parquet.read_table(table).to_pylist()
    assert [(each["id"], each["rule"]) for each in findings] == [
        ("a", "number-changed"),
        ("c", "word-doubled"),
    ]
    assert findings[0]["target_text"] == "158"
    assert ROWS[0]["target"][findings[0]["target_start"] :].startswith("158")
    everything = tmp_path / name.format("all")
    run = bitext(source, "--keep", everything, "--drop-on", "critical")
    assert len(rows_of(everything)) == len(ROWS)


def rows_of(path: Path) -> list[Entry]:
    read = list(Reader([str(path)], Columns()))
    assert all(isinstance(item, Entry) for item in read)
    return [item for item in read if isinstance(item, Entry)]


def test_what_is_no_row_is_kept_aside(tmp_path: Path) -> None:
    path, rejected = tmp_path / "rows.tsv", tmp_path / "rejected.jsonl"
    tsv(path, [{**row, **LANGUAGES} for row in ROWS])
    with path.open("ab") as file:
        file.write(b"d\tone cell\n\xff\tb\tc\tfr\ten\n")
    run = bitext(path, "--rejected", rejected)
    assert run.returncode == 0
    assert f"2 rows were left out: {path} line 5 has 2 cells" in run.stderr
    told = [json.loads(line) for line in rejected.read_text().splitlines()]
    assert [(one["line"], one["text"]) for one in told] == [
        (5, "d\tone cell"),
        (6, "\\xff\tb\tc\tfr\ten"),
    ]
    assert "not UTF-8" in told[1]["reason"]


def test_a_summary_shows_hostile_text_as_text(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    hostile = "<script>alert(1)</script>\x1b[31m"
    json_lines(path, [{**ROWS[0], **LANGUAGES, "source": ROWS[0]["source"] + hostile}])
    page, text = tmp_path / "seen.html", tmp_path / "seen.txt"
    for summary in (page, text):
        assert bitext(path, "--summary", summary).returncode == 0
        assert "number-changed" in summary.read_text()
        assert "\x1b" not in summary.read_text()
    assert "<script" not in page.read_text()
    assert "1 findings in 1 rows, 1000.00 in 1,000" in text.read_text()


# Documents


def test_rows_of_a_document_are_seen_together(tmp_path: Path) -> None:
    """Where the rows say of what document they are, one teaches the other."""
    rows = [
        {"source": "L’État islamique (EI) avance.", "target": "Islamic State (IS) is advancing."},
        {"source": "Les hommes de l’EI reculent.", "target": "EI fighters retreat."},
    ]
    path = tmp_path / "rows.jsonl"
    for documents, expected in (("xx", [2]), ("xy", []), (["", ""], [])):
        json_lines(
            path,
            ({**row, **LANGUAGES, "doc": doc} for row, doc in zip(rows, documents, strict=True)),
        )
        run = bitext(path, "--select", "acronym-untranslated")
        assert [entry["id"] for entry in entries(run)] == expected
        for entry in entries(run):
            (finding,) = entry["findings"]
            assert finding["target"]["start"] == 0
            assert finding["target"]["text"] == "EI"
            assert (finding["target"]["line"], finding["target"]["column"]) == (1, 1)
            assert finding["source"]["text"] == "EI"
            assert rows[1]["source"][finding["source"]["start"] :].startswith("EI ")


TEXTS = [
    "",
    "Il a 12 portes.",
    "Le barrage mesure 185 mètres.",
    "Les (mains) « en l’air »",
    "12 ( 3",
]
BACK = ["", "It has 12 gates.", "The dam is 158 metres high.", "Hands ) ) the the up", "12"]


@given(
    st.lists(
        st.tuples(st.sampled_from(TEXTS), st.sampled_from(BACK), st.sampled_from("abc")),
        max_size=12,
    )
)
@settings(max_examples=60, deadline=None)
def test_places_are_those_of_the_rows(made: list[tuple[str, str, str]]) -> None:
    rows = [Row(n, s, t, "fr", "en", d) for n, (s, t, d) in enumerate(made)]
    found = list(results(rows, stable_rules()))
    assert len(found) == len(rows)
    for row, result in zip(rows, found, strict=True):
        assert not [item for item in result.not_run if item.broken]
        for finding in result.findings:
            for text, span in ((row.source, finding.source), (row.target, finding.target)):
                assert span is None or 0 <= span.start <= span.end <= len(text)


@given(st.lists(st.sampled_from([None, "a", "b", 0]), max_size=40), st.integers(1, 7))
@settings(deadline=None)
def test_chunks_cut_no_document(documents: list[Any], size: int) -> None:
    """However large the chunks are, the groups are the same."""
    items: list[Entry | Unreadable] = [
        Unreadable(n, "") if name == 0 else Entry(Row(n, "", "", "fr", "en", name), {})
        for n, name in enumerate(documents)
    ]
    whole = [item.row for item in items if isinstance(item, Entry)]
    chunks = list(chunked(items, size))
    assert [item for chunk in chunks for item in chunk] == items
    parts = [[item.row for item in chunk if isinstance(item, Entry)] for chunk in chunks]
    assert [group for part in parts for group in grouped(part)] == list(grouped(whole))


def test_a_long_document_is_checked_in_parts() -> None:
    rows = [Row(n, "", "", "fr", "en", "one") for n in range(2 * LONGEST + 3)]
    assert [len(group) for group in grouped(rows)] == [LONGEST, LONGEST, 3]
