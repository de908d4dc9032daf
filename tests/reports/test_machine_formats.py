"""Each format that machines read, by its schema or by a program that reads it.

schemas/sarif-2.1.0.json is OASIS's, as the npm package @microsoft/jest-sarif (MIT) ships it;
schemas/junit-10.xsd is that of the Jenkins xUnit plugin (MIT). GitLab's and reviewdog's forms are
written down here from their documentation, and schemas/checkstyle.xsd from what Checkstyle's XML
logger writes: it publishes no schema.
"""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from tests.reports.test_formats import HEBREW, SOURCE, TARGET, report, result, results
from tqcheck.model import Document, Finding, LanguageProfile, Severity, Span
from tqcheck.reports.formats import Run, rendered
from tqcheck.reports.github import SHOWN
from tqcheck.reports.positions import in_bytes, uri

SCHEMAS = Path(__file__).parent / "schemas"
FILES = {"article.ja.txt": SOURCE, "article.en.txt": TARGET, "article.he.txt": HEBREW}
#: Written from GitLab's page on Code Quality reports.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16,}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
POSITION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
}
RANGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["start"],
    "properties": {"start": POSITION, "end": POSITION},
}
#: Written from the comments of reviewdog.proto.
REVIEWDOG = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message", "location"],
                "properties": {
                    "message": {"type": "string"},
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "location": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["path"],
                        "properties": {"path": {"type": "string"}, "range": RANGE},
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["range", "text"],
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}
#: What is flagged, of the findings that are new, in the order of the texts; None is a gap.
NEW = ["and and", "漢字 漢字", "\x1b[31m bus \u202e", "", "יוצא יוצא"]


def lines(text: str) -> list[str]:
    """The lines of a file as the formats count them, without their ends."""
    return re.split(r"\r\n|\n|\r", text)


def at(path: str, start: tuple[int, int], end: tuple[int, int]) -> str:
    """The text between two places in code points, lines and columns from 1."""
    listed = lines(FILES[path])
    if start[0] == end[0]:
        return listed[start[0] - 1][start[1] - 1 : end[1] - 1]
    raise AssertionError("these findings stand on one line each")


def known_and_suppressed() -> list[Any]:
    findings = [
        Finding("known before", target=Span(0, 8), state="known"),
        Finding("on purpose", target=Span(9, 13), state="suppressed", reason="house style"),
    ]
    return [result("The bus leaves at eight.\n", HEBREW, ("en", "he"), findings)]


@pytest.mark.parametrize(
    "name", ["text", "concise", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"]
)
def test_what_is_known_or_suppressed_is_counted_and_not_shown(name: str) -> None:
    text = rendered(name, known_and_suppressed(), Run())
    assert "known before" not in text
    assert "on purpose" not in text
    if name in ("text", "concise"):
        assert text == "0 new · 1 known (1 major) · 1 suppressed (1 major) · 1 pair\n"


def test_json_keeps_all_states_with_their_reasons() -> None:
    for name in ("json", "jsonl"):
        text = rendered(name, known_and_suppressed(), Run())
        found = (
            json.loads(text)["findings"] if name == "json" else map(json.loads, text.splitlines())
        )
        assert [(entry["state"], entry["reason"]) for entry in found] == [
            ("known", ""),
            ("suppressed", "house style"),
        ]
    rows = rendered("mqm", known_and_suppressed(), Run()).splitlines()
    assert [json.loads(row.split("\t")[9])["state"] for row in rows[1:]] == ["known"]
    assert rendered("statistics", known_and_suppressed(), Run()).splitlines()[1].split() == [
        "0",
        "1",
        "1",
        "word-doubled",
    ]


def many(count: int) -> list[Any]:
    text = " ".join(f"word{number} word{number}" for number in range(count)) + "."
    findings = [
        Finding(
            f"no. {number}",
            target=Span(text.index(f"word{number} "), text.index(f"word{number} ") + 4),
            severity=list(Severity)[number % 3],
        )
        for number in range(count)
    ]
    return [result("Un mot.\n", text, ("fr", "en"), findings)]


def test_sarif_is_valid_and_what_code_scanning_requires() -> None:
    log = json.loads(report("sarif"))
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validate(log, schema)
    (run,) = log["runs"]
    assert run["automationDetails"]["id"].endswith("/")
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert len(rule["properties"]["tags"]) <= 20
    for entry in run["results"]:
        assert rules[entry["ruleIndex"]]["id"] == entry["ruleId"]
        assert entry["message"]["text"]
        assert entry["partialFingerprints"]["primaryLocationLineHash"]
        address = entry["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert address
        assert not address.startswith("/")
    assert [flagged(entry["locations"][0]) for entry in run["results"]] == NEW
    related = [flagged(e["relatedLocations"][0]) for e in run["results"] if "relatedLocations" in e]
    assert related == ["漢字", "切符は車内で買える。"]


def flagged(location: dict[str, Any]) -> str:
    place = location["physicalLocation"]
    region = place["region"]
    return at(
        place["artifactLocation"]["uri"],
        (region["startLine"], region["startColumn"]),
        (region["endLine"], region["endColumn"]),
    )


def test_sarif_lists_all_rules_and_is_valid_without_a_finding() -> None:
    from tqcheck.session import check_texts, stable_rules

    clean = check_texts("Il pleut.", "It is raining.", "fr", "en")
    log = json.loads(rendered("sarif", [clean], Run()))
    jsonschema.validate(log, json.loads((SCHEMAS / "sarif-2.1.0.json").read_text()))
    (run,) = log["runs"]
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        r.id for r in stable_rules() if r.suits(clean.pair)
    ]
    assert run["automationDetails"]["id"] == "tqcheck/fr-en/"


def test_github_annotations() -> None:
    printed = report("github").splitlines()
    pattern = re.compile(r"::(error|warning|notice) ([^:]*)::([^\r\n]*)")
    seen = []
    for line in printed:
        match = pattern.fullmatch(line)
        assert match, line
        fields = dict(field.split("=", 1) for field in match[2].split(","))
        assert ("col" in fields) == ("endColumn" in fields)
        if "col" in fields:
            place = int(fields["line"])
            end = int(fields["endColumn"]) + 1
            seen.append(at(fields["file"], (place, int(fields["col"])), (place, end)))
        assert not set(line) & set("\x1b\u202e")
    assert set(seen) == {text for text in NEW if text}
    assert [line.split(" ")[0] for line in printed] == ["::error"] * 4 + ["::notice"]


def test_github_shows_the_gravest_and_tells_of_the_rest() -> None:
    printed = rendered("github", many(90), Run(fail_on=Severity.CRITICAL)).splitlines()
    kinds = [line.split(" ")[0] for line in printed]
    assert kinds == ["::error"] * SHOWN + ["::warning"] * SHOWN + ["::notice"] * SHOWN
    assert "29 of 90 findings are shown" in printed[-1]


def test_github_escapes() -> None:
    odd = result("a", "x x", ("fr", "en"), [Finding("50 %: a,\nb", target=Span(0, 3))])
    odd.pair.target.path = "a,b:c%.txt"
    (line,) = rendered("github", [odd], Run()).splitlines()
    assert "file=a%2Cb%3Ac%25.txt,line=1," in line
    assert line.endswith("::50 %25: a, b")


def test_the_step_summary_stays_below_its_limit() -> None:
    text = rendered("github-summary", many(3000) * 10, Run())
    assert len(text.encode()) <= 2**20
    assert "more findings are not shown here" in text
    assert rendered("markdown", many(3000), Run()).count("\n**") <= 10


def test_gitlab() -> None:
    issues = json.loads(report("gitlab"))
    jsonschema.validate(issues, GITLAB)
    assert [at_positions(issue["location"]) for issue in issues] == NEW
    twice = json.loads(rendered("gitlab", [*results(), *results()], Run()))
    assert len({issue["fingerprint"] for issue in twice}) == 2 * len(NEW)
    assert {issue["fingerprint"] for issue in issues} <= {issue["fingerprint"] for issue in twice}


def at_positions(location: dict[str, Any]) -> str:
    begin, end = location["positions"]["begin"], location["positions"]["end"]
    assert location["lines"] == {"begin": begin["line"], "end": end["line"]}
    return at(location["path"], (begin["line"], begin["column"]), (end["line"], end["column"]))


def test_junit() -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    schema.assertValid(etree.fromstring(report("junit").encode()))
    suites = junitparser.JUnitXml.fromstring(report("junit").encode())
    assert (suites.tests, suites.failures) == (5, 4)
    read = [case for suite in suites for case in suite]
    assert [case.is_passed for case in read] == [True, False, False, False, False]
    clean = [result("Un mot.", "A word.", ("fr", "en"), [])]
    schema.assertValid(etree.fromstring(rendered("junit", clean, Run()).encode()))
    assert junitparser.JUnitXml.fromstring(rendered("junit", clean, Run()).encode()).tests == 1


def test_checkstyle() -> None:
    root = etree.fromstring(report("checkstyle").encode())
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "checkstyle.xsd"))
    schema.assertValid(root)
    schema.assertValid(
        etree.fromstring(rendered("checkstyle", known_and_suppressed(), Run()).encode())
    )
    assert [file.get("name") for file in root] == ["article.en.txt", "article.he.txt"]
    errors = [(file.get("name"), error) for file in root for error in file]
    for (path, error), text in zip(errors, NEW, strict=True):
        place = int(error.get("line", "")), int(error.get("column", ""))
        assert at(path or "", place, (place[0], place[1] + len(text))) == text
        assert error.get("severity") in {"info", "warning", "error"}
        assert error.get("message")
        assert error.get("source") == "tqcheck.fluency.word-doubled"


def test_rdjson() -> None:
    document = json.loads(report("rdjson"))
    jsonschema.validate(document, REVIEWDOG)
    seen = [
        of_bytes(d["location"]["path"], d["location"]["range"]) for d in document["diagnostics"]
    ]
    assert seen == NEW
    (fix,) = document["diagnostics"][0]["suggestions"]
    assert of_bytes("article.en.txt", fix["range"]) == " and the"


def of_bytes(path: str, place: dict[str, dict[str, int]]) -> str:
    start, end = place["start"], place["end"]
    assert start["line"] == end["line"]
    line = lines(FILES[path])[start["line"] - 1].encode()
    return line[start["column"] - 1 : end["column"] - 1].decode()


def test_markdown_shows_hostile_text_as_text() -> None:
    hostile = "<script>x</script> [a](http://b) ![i](j) `c` **d** </details> | e x x"
    place = Span(len(hostile) - 3, len(hostile))
    odd = result("Un mot.", hostile, ("fr", "en"), [Finding(hostile, target=place)])
    html = MarkdownIt("commonmark").enable("table").render(rendered("markdown", [odd], Run()))
    for tag in ("<script", "<a ", "<img", "<code", "<strong>d"):
        assert tag not in html
    assert html.count("</details>") == 1
    assert "<b>x x</b>" in html
    tables = MarkdownIt("commonmark").enable("table").render(report("markdown"))
    assert "<td>article.en.txt</td>" in tables


def test_mqm() -> None:
    head, *rows = (line.split("\t") for line in report("mqm").splitlines())
    assert head[:2] == ["system", "doc"]
    assert all(len(row) == len(head) == 10 for row in rows)
    marked = [re.findall(r"<v>(.*?)</v>", row[6]) for row in rows if row[8] != "no-error"]
    assert [found[0] for found in marked if found][:2] == ["and and", "漢字 漢字"]
    assert {row[8] for row in rows} <= {"Minor", "Major", "Critical", "no-error"}
    for row in rows:
        json.loads(row[9])
    # Every bead is there once at least.
    assert {row[3] for row in rows} == {"1", "2", "3", "4"}


LETTERS = st.sampled_from(
    ["a", "é", "e\u0301", "漢", "👩‍💻", "ش", "\r\n", "\n", "\r", " ", "\t", "&", "\u2028"]
)


@given(st.lists(LETTERS, min_size=1, max_size=30).map("".join), st.data())
def test_places_lead_back_to_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = Document(text, LanguageProfile("und", {})).locate(Span(start, end))
    listed = lines(text)
    if set(text[start:end]) & {"\r", "\n"}:
        return
    if place.line == place.end_line:
        assert listed[place.line - 1][place.column - 1 : place.end_column - 1] == text[start:end]
    found = in_bytes(place, text)
    if found.line == found.end_line:
        line = listed[found.line - 1].encode()
        assert line[found.column - 1 : found.end_column - 1].decode() == text[start:end]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("a b/é#1?.md", "a%20b/%C3%A9%231%3F.md"),
        ("./a.md", "a.md"),
        ("/x/a.md", "file:///x/a.md"),
        ("a:b.md", "a%3Ab.md"),
    ],
)
def test_addresses(path: str, address: str) -> None:
    assert uri(path) == address
