"""The report page in a real browser: what it shows."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from tests.reports.browsing import HOSTILE, ROOT, Open, cards, write
from tests.reports.test_formats import results
from tqcheck.filters import fingerprinted
from tqcheck.filters.suppressions import entries, suppressed
from tqcheck.model import Finding, Severity, Span
from tqcheck.rules import all_rules
from tqcheck.session import check_texts


def test_everything_is_in_the_page(opened: Open, report: Path) -> None:
    page = opened(report, java_script_enabled=False)
    assert len(cards(page)) == 5
    assert page.locator("h1").inner_text().startswith("4 passages in 2 translations")
    for made in results():
        for side in (made.pair.source, made.pair.target):
            for segment in side.segments:
                words = [word for word in segment.text.split() if word.isalpha()]
                shown = page.locator("main").inner_text()
                assert all(word in shown for word in words)
    assert page.locator(".bar").is_hidden()


def test_spans_are_marked_on_both_sides(opened: Open, report: Path) -> None:
    page = opened(report)
    texts = page.locator("mark a").all_inner_texts()
    assert texts.count("漢字 漢字") == texts.count("漢字") == 1
    assert "切符は車内で買える。" in texts
    gap = page.locator(".missing")
    assert gap.count() == 1
    assert gap.bounding_box()["height"] > 10  # type: ignore[index]
    labels = page.locator("mark sup").all_inner_texts()
    assert {label.split()[1] for label in labels} == {"minor", "major", "critical"}


def test_language_and_direction_of_each_passage(opened: Open, report: Path) -> None:
    page = opened(report)
    sides = page.locator(".side:not(.missing)")
    languages = sides.evaluate_all("all => all.map(side => [side.lang, side.dir])")
    assert {tuple(one) for one in languages} == {("ja", "ltr"), ("en", "ltr"), ("he", "rtl")}
    assert page.locator(".card bdi", has_text="יוצא").count() >= 1
    # The Hebrew passage runs to the left: its first word stands right of its last.
    box = page.evaluate(
        """() => { const p = document.querySelector('[dir=rtl] p'), range = document.createRange(),
        at = (node, place) => { range.setStart(node, place); range.setEnd(node, place + 1);
        return range.getBoundingClientRect().x; };
        return [at(p.firstChild, 0), at(p.lastChild, p.lastChild.length - 2)]; }"""
    )
    assert box[0] > box[1]


def test_reasons_come_into_the_card(opened: Open, report: Path) -> None:
    page = opened(report)
    page.locator(".card summary").first.click()
    card = page.locator(".card").first
    rule = next(rule for rule in all_rules() if rule.id == "word-doubled")
    card.locator(".body").wait_for()
    assert rule.manual.summary in card.inner_text()
    assert rule.manual.flagged[0].target in card.inner_text()
    line = "<!-- tqcheck-ignore word-doubled -- reason -->"
    assert line in card.inner_text()
    card.get_by_role("button", name="Copy").click()
    assert page.evaluate("String(getSelection())") == line


def test_print_shows_the_findings(opened: Open, report: Path, tmp_path: Path) -> None:
    page = opened(report, color_scheme="dark")
    page.emulate_media(media="print")
    assert len(cards(page)) == 5
    assert page.locator(".bar").is_hidden()
    assert page.locator(".row.quiet:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    # The whole table stands there, however long it is.
    frame = page.locator(".contents")
    assert frame.evaluate("frame => getComputedStyle(frame).maxHeight") == "none"
    pdf = page.pdf(path=str(tmp_path / "page.pdf"))
    assert pdf.startswith(b"%PDF")


def test_hostile_text_is_text(opened: Open, tmp_path: Path) -> None:
    rule = next(rule for rule in all_rules() if rule.id == "word-doubled")
    made = check_texts(f"Il y a {HOSTILE} 185 m.", f"There are {HOSTILE} 185 m.", "fr", "en")
    text = made.pair.target.text
    start = text.index(HOSTILE)
    finding = Finding(
        f"“{HOSTILE}” is {HOSTILE}",
        Span(start, start + len(HOSTILE)),
        rule=rule,
        fingerprint="0" * 16,
        severity=Severity.MAJOR,
    )
    made.pair.target.path = HOSTILE
    page = opened(write(tmp_path, [replace(made, findings=(finding,), signature=HOSTILE)]))
    assert page.title() != "owned"
    assert page.evaluate("document.querySelectorAll('script').length") == 1
    assert page.locator("img").count() == 0
    # What lies below the window is laid out when the browser has time for it.
    shown = page.locator(".side.target").filter(has_text="</template></script><script>")
    shown.wait_for(state="visible")
    source = page.content()
    assert not set(source) & set("\u202e\x1b")


def test_report_draws_what_check_writes(tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tqcheck", *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            check=False,
        )

    for name, language in (("source", "fr"), ("target", "en")):
        file = f"{name}.{language}.txt"
        shutil.copy(ROOT / "corpus" / "fr-en" / "sudan-corridor" / file, tmp_path / file)
    first = run(
        "check", "source.fr.txt", "target.en.txt", "-o", "json:found.json", "-o", "html:one.html"
    )
    assert first.returncode == 1
    second = run("report", "found.json", "-o", "two.html")
    assert (second.returncode, second.stderr) == (0, "")
    assert (tmp_path / "one.html").read_text() == (tmp_path / "two.html").read_text()

    (tmp_path / "target.en.txt").write_text("Something else.\n" * 40)
    stale = run("report", "found.json", "-o", "three.html")
    assert stale.returncode == 2
    assert "has changed" in stale.stderr
    assert not (tmp_path / "three.html").exists()
    for content in ("[]", "{", json.dumps({"schema": 9}), '{"schema": 1}'):
        (tmp_path / "odd.json").write_text(content)
        odd = run("report", "odd.json")
        assert odd.returncode == 2
        assert odd.stderr.count("\n") == 1, odd.stderr
        assert "odd.json" in odd.stderr


def test_what_silences_a_finding_does(opened: Open, tmp_path: Path) -> None:
    """Where a format has no comments, the card has an entry for the file beside the texts."""
    source, target = (
        '{"a": "Le barrage mesure 185 mètres."}',
        '{"a": "The dam is 158 metres high."}',
    )
    made = check_texts(source, target, "fr", "en", name="a.json")
    made = replace(made, findings=fingerprinted(made.pair, made.findings))
    page = opened(write(tmp_path, [made]))
    page.locator(".card summary").click()
    assert "into tqcheck-ignore.toml" in page.locator(".card").inner_text()
    (entry,) = entries(page.locator(".silence code").inner_text())
    (finding,) = suppressed(made, all_rules(), [entry])[0].findings
    assert (finding.state, finding.reason) == ("suppressed", "reason")
