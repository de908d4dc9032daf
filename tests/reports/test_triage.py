"""The report page in a real browser: decisions, and their way back into the repository."""

from pathlib import Path

from tests.project.test_life import DAM, MAYOR, MUSEUMS, RAIN, TRAIN, Repository
from tests.reports.browsing import Open
from tests.reports.test_formats import results
from tqcheck.filters.decisions import decisions


def test_triage_round_trip(opened: Open, report: Path, tmp_path: Path) -> None:
    page = opened(report)
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.keyboard.press("f")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    assert "needs a reason" in page.locator("#count").inner_text()
    page.keyboard.type("a station\u2019s   name")
    page.keyboard.press("Escape")
    page.locator(".card").nth(2).get_by_label("to fix").check()
    page.reload()
    assert page.locator("#save").inner_text() == "Save 3 decisions"
    page.fill("#filter", "triage:open")
    page.wait_for_function("() => document.querySelector('#count').textContent.startsWith('2 of')")
    with page.expect_download() as download:
        page.locator("#save").click()
    assert download.value.suggested_filename == "tqcheck-decisions.json"
    saved = tmp_path / "decisions.json"
    download.value.save_as(saved)
    read = decisions(saved.read_text(encoding="utf-8"))
    found = [finding for made in results() for finding in made.findings]
    assert [one.decision for one in read] == ["accepted", "false-alarm", "to-fix"]
    assert [one.fingerprint for one in read] == [finding.fingerprint for finding in found[:3]]
    assert {(one.source, one.target) for one in read} == {("article.ja.txt", "article.en.txt")}
    assert read[1].reason == "a station’s name"
    assert read[1].text == "漢字 漢字"
    page.keyboard.press("Escape")
    page.locator(".card button", has_text="undo").first.wait_for(state="attached")


def test_decisions_come_back_into_the_repository(opened: Open, tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.article("dam", (RAIN, False), (DAM, True), (TRAIN, True))
    made.article("museums", (MUSEUMS, True), (MAYOR, False))
    assert made.tqcheck("check", "-o", "html:report.html").returncode == 1
    page = opened(tmp_path / "report.html")
    for keys in ("ja", "jf"):
        for key in keys:
            page.keyboard.press(key)
    page.keyboard.type("that is its name")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("t")
    with page.expect_download() as download:
        page.keyboard.press("s")
    download.value.save_as(tmp_path / "saved.json")
    decided = {
        one.text: one.decision for one in decisions((tmp_path / "saved.json").read_text("utf-8"))
    }
    assert sorted(decided.values()) == ["accepted", "false-alarm", "to-fix"]
    run = made.tqcheck("baseline", "apply", "saved.json")
    assert (run.returncode, run.stdout) == (0, "")
    report = made.check()
    states = {finding["target"]["text"]: finding["state"] for finding in report["findings"]}
    become = {"accepted": "known", "false-alarm": "suppressed", "to-fix": "new"}
    assert states == {text: become[decision] for text, decision in decided.items()}
    assert [f["reason"] for f in report["findings"] if f["reason"]] == ["that is its name"]
