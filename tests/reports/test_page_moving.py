"""The report page in a real browser: the filter, the keys, and ways to a finding."""

from dataclasses import replace
from pathlib import Path

from tests.reports.browsing import Open, cards, write
from tests.reports.test_formats import results
from tqcheck.model import Finding, Severity, Span
from tqcheck.rules import all_rules
from tqcheck.session import check_texts


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


def test_the_table_is_sorted(opened: Open, report: Path) -> None:
    page = opened(report)
    head = page.locator(".articles th", has_text="major")
    majors = ".articles tbody tr td:nth-child(4)"
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert page.locator(majors).all_inner_texts() == ["2", "1"]
    head.locator("button").click()
    assert page.locator(majors).all_inner_texts() == ["1", "2"]


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
    page.keyboard.press("Escape")
    # Left, not emptied: what is typed is what is shown.
    assert page.locator("#filter").input_value() == "jk?"
    page.wait_for_function("() => document.querySelector('#count').textContent === '0 of 5'")
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


def test_what_several_findings_mark(opened: Open, tmp_path: Path) -> None:
    """A place of several findings is marked as long as one of them is shown."""
    made = check_texts("Il y a 185 m.", "There are 185 metres.", "fr", "en")
    rule = next(rule for rule in all_rules() if rule.id == "word-doubled")
    spans = {Severity.MINOR: Span(0, 13), Severity.CRITICAL: Span(6, 9), Severity.MAJOR: Span(6, 9)}
    findings = tuple(
        Finding(f"{severity} here", span, rule=rule, severity=severity, fingerprint=severity)
        for severity, span in spans.items()
    )
    page = opened(write(tmp_path, [replace(made, findings=findings)]))

    def marked() -> list[list[str]]:
        shown: list[list[str]] = page.locator(".row mark:not(.off)").evaluate_all(
            """marks => marks.map(mark => [mark.className, mark.querySelector("a").textContent,
            mark.querySelector("a").hash, ...[...mark.querySelectorAll("sup")]
                .filter(label => label.checkVisibility()).map(label => label.textContent)])"""
        )
        return shown

    before, behind = ["minor", "There ", "#f-minor", "1 minor"], ["minor", " 185", "#f-minor"]
    critical = ["critical", "are", "#f-critical", "2 critical", "3 major"]
    assert marked() == [before, critical, behind]
    page.locator("[data-token='sev:major']").click()
    assert marked() == [["major", "are", "#f-major", "3 major"]]
    page.locator("[data-token='sev:minor']").click()
    assert marked() == [before, ["major", "are", "#f-major", "3 major"], behind]
    page.locator("[data-token='sev:major']").click()
    assert marked() == [before, ["minor", "are", "#f-minor"], behind]
    page.locator("[data-token='sev:minor']").click()
    assert marked() == [before, critical, behind]


def test_what_is_out_of_sight_follows(opened: Open, tmp_path: Path) -> None:
    page = opened(write(tmp_path, results() * 30))
    for query, number in (
        ("sev:critical", 30),
        ("sev:major", 90),
        ("file:article.he", 30),
        ("", 150),
    ):
        page.fill("#filter", query)
        page.wait_for_function(
            "n => document.querySelector('#count').textContent.startsWith(n + ' ')", arg=number
        )
        shown = cards(page)
        assert len(shown) == number
        marked = page.locator(".article:not([hidden]) mark:not(.off)").evaluate_all(
            "marks => marks.flatMap(mark => mark.dataset.f.split(' '))"
        )
        assert set(marked) == set(shown)
        loud = page.locator(".article:not([hidden]) .row:not(.quiet)").count()
        assert (
            loud == page.locator(".article:not([hidden]) .cards:has(.card:not([hidden]))").count()
        )
