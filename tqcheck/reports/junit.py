"""JUnit XML: a suite a pair, a case a finding; what would not fail the run does not fail here."""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from tqcheck.model import Finding, Result
from tqcheck.reports.formats import Run, level, new_findings, told
from tqcheck.reports.positions import visible, where


def render(results: Sequence[Result], run: Run) -> str:
    """New findings fail from run.fail_on on; a pair without any has a passing case."""
    suites = [_suite(result, run) for result in results]
    root = ET.Element("testsuites", name="tqcheck")
    root.extend(suites)
    for name in ("tests", "failures"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    return document(root)


def document(root: ET.Element) -> str:
    """An XML document of this element."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(result: Result, run: Run) -> ET.Element:
    path = visible(result.pair.target.path) or "-"
    cases = list(_cases(result, path, run))
    if not cases:
        cases = [ET.Element("testcase", classname=path, name="no new finding")]
    suite = ET.Element(
        "testsuite",
        name=path,
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors="0",
        skipped="0",
    )
    suite.extend(cases)
    return suite


def _cases(result: Result, path: str, run: Run) -> Iterator[ET.Element]:
    for _, finding in new_findings([result]):
        place = result.place(finding)
        case = ET.Element(
            "testcase",
            classname=path,
            name=f"{finding.by.id} {place.line}:{place.column}",
        )
        if level(finding, run) == "error":
            failure = ET.SubElement(
                case, "failure", message=told(result, finding), type=finding.by.id
            )
            failure.text = _both(result, finding)
        else:
            ET.SubElement(
                case, "system-out"
            ).text = f"{finding.severity.value}: {told(result, finding)}\n{_both(result, finding)}"
        yield case


def _both(result: Result, finding: Finding) -> str:
    places = (result.source_place(finding), result.target_place(finding))
    return "\n".join(
        f"{where(place)}: {visible(place.text)}" for place in places if place is not None
    )
