"""The report page in a real browser.

    python -m tests.reports.test_page

draws the README's pictures anew.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.project.test_life import DAM, MAYOR, MUSEUMS, RAIN, TRAIN, Repository
from tests.reports.test_formats import results
from tqcheck.filters.decisions import decisions
from tqcheck.model import Finding, Result, Severity, Span
from tqcheck.reports.formats import Run, rendered
from tqcheck.rules import all_rules
from tqcheck.session import check, check_texts, document

ROOT = Path(__file__).parents[2]
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
HOSTILE = "</template></script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\u202e\x1b[2J"

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of two articles with five findings, one of them known."""
    made = results()
    first, second = made
    findings = (replace(first.findings[0], state="known"), *first.findings[1:])
    path = tmp_path_factory.mktemp("page") / "report.html"
    made = [replace(first, findings=findings), second]
    path.write_text(rendered("html", made, Run(version="0")), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Open a page; it must ask for nothing and raise nothing."""
    contexts = []
    wrong: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            wrong.append(request.url)

    def open_(path: Path, fragment: str = "", **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", asked)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text))
        page.goto(path.as_uri() + fragment)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not wrong


def cards(page: Page) -> list[str]:
    """The rule-independent numbers of the cards that can be seen."""
    visible: list[str] = page.eval_on_selector_all(
        ".card", "cards => cards.filter(c => c.checkVisibility()).map(c => c.id)"
    )
    return visible


def write(tmp_path: Path, made: list[Result]) -> Path:
    path = tmp_path / "report.html"
    path.write_text(rendered("html", made, Run(version="0")), encoding="utf-8")
    return path


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


def test_filter(opened: Open, report: Path) -> None:
    page = opened(report)
    everything = cards(page)
    for query, number in (
        ("sev:critical", 1),
        ("state:known", 1),
        ("-state:known", 4),
        ("file:article.he", 1),
        ("rule:word-doubled sev:major", 3),
        ("יוצא", 1),
        ("rule:nothing", 0),
        # Tokens of one kind are alternatives, those of several kinds and words are not.
        ("sev:critical sev:minor", 2),
        ("sev:critical state:known", 0),
        ("sev:major -file:article.he יוצא", 0),
        ('"station is"', 0),
    ):
        page.fill("#filter", query)
        page.wait_for_function(
            "n => document.querySelector('#count').textContent.startsWith(n + ' of')",
            arg=str(number),
        )
        assert len(cards(page)) == number
        assert f"{number} of 5" in page.locator("#count").inner_text()
    page.fill("#filter", "rule:nothing")
    page.get_by_text("No finding fits this filter").wait_for()
    page.get_by_role("button", name="Show all").click()
    assert cards(page) == everything
    page.fill("#filter", "sev:critical")
    page.wait_for_function("() => location.hash === '#q=sev%3Acritical'")
    assert page.locator(".article:visible").count() == 1
    again = opened(report, "#q=sev%3Acritical")
    assert again.locator("#filter").input_value() == "sev:critical"
    assert len(cards(again)) == 1
    page.fill("#filter", "")
    page.wait_for_function("() => location.hash === ''")
    assert cards(page) == everything


def test_buttons_filter(opened: Open, report: Path) -> None:
    page = opened(report)
    critical, major = (page.locator(f"[data-token='sev:{name}']") for name in ("critical", "major"))
    for button, query, number in (
        (critical, "sev:critical", 1),
        (major, "sev:critical sev:major", 4),
        (critical, "sev:major", 3),
        (major, "", 5),
    ):
        button.click()
        assert page.locator("#filter").input_value() == query
        assert len(cards(page)) == number
    page.fill("#filter", "sev:crit")
    page.locator(".manual button").first.click()
    assert page.locator("#filter").input_value() == "sev:crit rule:word-doubled"
    assert page.locator(".manual button").first.get_attribute("aria-pressed") == "true"
    assert critical.get_attribute("aria-pressed") == "false"


def test_an_article_in_which_nothing_was_found(opened: Open, tmp_path: Path) -> None:
    first, second = results()
    page = opened(write(tmp_path, [first, replace(second, findings=())]))
    seen = page.locator(".article:visible")
    assert seen.count() == 2
    for query, number in (("file:article.he", 1), ("sev:major", 1), ("file:he sev:major", 0)):
        page.fill("#filter", query)
        page.wait_for_function(
            "n => document.querySelectorAll('.article:not([hidden])').length === n", arg=number
        )
        assert page.locator(".articles tbody tr:visible").count() == number
    page.fill("#filter", "")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    assert seen.count() == 2


def test_the_strip_leads_to_what_it_shows(opened: Open, report: Path) -> None:
    page = opened(report)
    strip = page.locator(".strip").first
    box = strip.bounding_box()
    assert box is not None
    order = cards(page)
    for at, name in ((1, order[0]), (box["width"] - 1, order[-2])):
        strip.click(position={"x": at, "y": 4})
        assert page.evaluate("document.activeElement.id") == name


def test_nothing_stands_before_what_is_gone_to(opened: Open, report: Path) -> None:
    for width in (390, 900, 1280):
        page = opened(report, viewport={"width": width, "height": 500})
        bar = page.locator(".bar").bounding_box()
        assert bar is not None
        for _ in range(5):
            page.keyboard.press("j")
            top = page.locator(".current .label").evaluate(
                """label => { const box = label.getBoundingClientRect();
                return document.elementFromPoint(box.x + 20, box.y + box.height / 2)
                    .closest('.current') !== null; }"""
            )
            assert top, width
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_keys(opened: Open, report: Path) -> None:
    page = opened(report)
    order = cards(page)

    def current() -> str:
        return str(page.evaluate("document.activeElement.id"))

    for key, expected in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        assert current() == order[expected]
    assert page.evaluate("location.hash") == "#" + order[0]
    page.keyboard.press("n")
    assert current() == "a-2"
    page.keyboard.press("p")
    assert current() == "a-1"
    page.keyboard.press("x")
    assert len(cards(page)) == 4
    page.keyboard.press("x")
    page.keyboard.press("1")
    assert page.locator("#filter").input_value() == "sev:critical"
    assert len(cards(page)) == 1
    page.keyboard.press("1")
    assert len(cards(page)) == 5
    page.keyboard.press("j")
    page.keyboard.press("r")
    assert page.locator("#filter").input_value() == "rule:word-doubled"
    page.keyboard.press("2")
    page.keyboard.press("3")
    assert page.locator("#filter").input_value() == "rule:word-doubled sev:minor"
    page.keyboard.press("3")
    page.keyboard.press("r")
    assert page.locator("#filter").input_value() == ""
    page.keyboard.press("w")
    assert page.locator(".row.quiet:visible").count() == 0
    page.keyboard.press("/")
    page.keyboard.type("jk?")
    assert page.locator("#filter").input_value() == "jk?"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()


def test_every_finding_is_reached_by_the_keyboard(opened: Open, report: Path) -> None:
    page = opened(report)
    reached = []
    for _ in range(6):
        page.keyboard.press("j")
        reached.append(page.evaluate("document.activeElement.id"))
    assert list(dict.fromkeys(reached)) == cards(page)


def test_deep_link(opened: Open, report: Path) -> None:
    name = cards(opened(report))[-1]
    page = opened(report, "#" + name)
    assert page.evaluate("document.activeElement.id") == name
    assert page.locator(f"#{name}").evaluate(
        "card => card.getBoundingClientRect().top < innerHeight"
    )
    bare = opened(report, "#" + name, java_script_enabled=False)
    assert bare.locator(f"#{name}").evaluate("card => card.matches(':target')")


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


def test_the_table_is_sorted(opened: Open, report: Path) -> None:
    page = opened(report)
    head = page.locator(".articles th", has_text="major")
    majors = ".articles tbody tr td:nth-child(4)"
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert page.locator(majors).all_inner_texts() == ["2", "1"]
    head.locator("button").click()
    assert page.locator(majors).all_inner_texts() == ["1", "2"]


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


#: axe leaves out the one rule of WCAG 2.2 that a machine can judge unless told.
AXE = {"rules": {"target-size": {"enabled": True}}}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(opened: Open, report: Path, scheme: Any, width: int) -> None:
    page = opened(report, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.keyboard.press("j")
    page.keyboard.press("t")
    page.locator(".card summary").first.click()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(255, 255, 255)") is (scheme == "light")
    result = Axe().run(page, options=AXE)
    assert not result.violations_count, result.generate_report()
    page.keyboard.press("d")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != paper
    page.keyboard.press("?")
    result = Axe().run(page, options=AXE)
    assert not result.violations_count, result.generate_report()


def test_print_shows_the_findings(opened: Open, report: Path, tmp_path: Path) -> None:
    page = opened(report, color_scheme="dark")
    page.emulate_media(media="print")
    assert len(cards(page)) == 5
    assert page.locator(".bar").is_hidden()
    assert page.locator(".row.quiet:visible").count() == 0
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
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
    assert "</template></script><script>" in page.locator(".side.target").inner_text()
    source = page.content()
    assert not set(source) & set("\u202e\x1b")


class _Nesting(HTMLParser):
    """Holds that tags are closed in the order in which they were opened."""

    VOID = frozenset({"meta", "link", "input", "br", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        for name, value in attrs:
            assert not name.startswith("on")
            assert name != "style"
            if name in ("src", "href", "action"):
                assert value is not None
                assert value.startswith(("#", "data:,")), value
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_self_contained(report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    parser = _Nesting()
    parser.feed(text)
    assert not parser.open
    assert len(parser.ids) == len(set(parser.ids))
    assert not re.search(
        r"(?:https?:)?//\w", text.replace("https://", "", 0).partition("<script>")[0]
    )
    assert "default-src 'none'" in text


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


def pictures(folder: Path) -> None:
    """The README's pictures: the top of a page, and a passage in the dark."""
    made = []
    for article in sorted((ROOT / "corpus").glob("*/*")):
        languages = article.parent.name.split("-")
        source, target = (
            document(
                (article / f"{name}.{language}.txt").read_text(encoding="utf-8"),
                language,
                f"{article.name}.{language}.txt",
            )
            for name, language in zip(("source", "target"), languages, strict=True)
        )
        made.append(check(source, target))
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        path = write(Path(scratch), made)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, scheme, keys in (("report", "light", ""), ("report-finding", "dark", "/")):
            page = browser.new_page(viewport={"width": 1200, "height": 760}, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(path.as_uri())
            if keys:
                page.fill("#filter", "file:sudan sev:major")
                page.wait_for_timeout(300)
                page.keyboard.press("Escape")
                page.keyboard.press("j")
                page.keyboard.press("j")
                page.wait_for_timeout(300)
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    pictures(ROOT / ".github" / "images")
