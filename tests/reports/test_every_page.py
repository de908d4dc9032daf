"""What holds of every page, the report's and those of `score` and `bitext`, in a real browser."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.reports.browsing import HOSTILE, Open
from tqcheck.corpora.checking import Found
from tqcheck.corpora.reading import Entry, Unreadable
from tqcheck.corpora.rows import Row
from tqcheck.corpora.sorting import Judged
from tqcheck.corpora.summaries import as_html as summary_page
from tqcheck.corpora.summary import Summary
from tqcheck.model import Place
from tqcheck.scoring.penalties import WEIGHTS, Penalty
from tqcheck.scoring.references import Doubtful
from tqcheck.scoring.systems import Comparison, System
from tqcheck.scoring.systems import as_html as systems_page

Scheme = Literal["light", "dark"]

#: axe leaves out the one rule of WCAG 2.2 that a machine can judge unless told.
AXE = {"rules": {"target-size": {"enabled": True}}}


def systems() -> str:
    """Two translations compared; one has a hostile name and a hostile text."""
    doubtful = Doubtful(Place(HOSTILE, 0, 1, 1, 1, 1, 2, "x"), 12.5, HOSTILE, HOSTILE)
    first = System("one.en.txt", Penalty({"critical": 0, "major": 1, "minor": 2}, {}, 50, 7.0))
    second = System(HOSTILE, Penalty({"critical": 1, "major": 0, "minor": 0}, {}, 50, 25.0))
    weights = {severity.value: weight for severity, weight in WEIGHTS.items()}
    return systems_page(Comparison([first, second._replace(doubtful=[doubtful])], weights, HOSTILE))


def summary() -> str:
    """A bitext of two rows, of which one has a finding, and a line that is none."""
    seen = Summary()
    found = json.dumps([{"rule": "word-doubled", "message": HOSTILE}])
    row = Row(HOSTILE, HOSTILE, HOSTILE, "fr", "he")
    seen.add(Judged(Entry(row, {}), Found(found, (("word-doubled", "minor"),))))
    clean = Row("b", "Il date de 1975.", "It dates from 1975.", "fr", "en")
    seen.add(Judged(Entry(clean, {}), Found()))
    seen.add(Judged(Unreadable(3, f"has no text: {HOSTILE}", path="rows.tsv"), Found()))
    return summary_page(seen)


@pytest.fixture(scope="module", params=["report", "systems", "summary"])
def page_of(
    request: pytest.FixtureRequest, report: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    if request.param == "report":
        return report
    path = tmp_path_factory.mktemp("page") / f"{request.param}.html"
    path.write_text({"systems": systems, "summary": summary}[request.param](), encoding="utf-8")
    return path


def scanned(page: Page) -> None:
    result = Axe().run(page, options=AXE)
    assert not result.violations_count, result.generate_report()


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(opened: Open, page_of: Path, scheme: Scheme, width: int) -> None:
    page = opened(page_of, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert (paper(page) == "rgb(255, 255, 255)") is (scheme == "light")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    scanned(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_in_use(opened: Open, report: Path, scheme: Scheme) -> None:
    page = opened(report, color_scheme=scheme)
    before = paper(page)
    page.keyboard.press("j")
    page.keyboard.press("t")
    page.locator(".card summary").first.click()
    scanned(page)
    page.keyboard.press("d")
    assert paper(page) != before
    scanned(page)
    page.keyboard.press("?")
    scanned(page)


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


def test_well_formed_and_self_contained(page_of: Path) -> None:
    text = page_of.read_text(encoding="utf-8")
    parser = _Nesting()
    parser.feed(text)
    assert not parser.open
    assert len(parser.ids) == len(set(parser.ids))
    assert not re.search(r"(?:https?:)?//\w", text.partition("<script>")[0])
    assert "default-src 'none'" in text
    assert "unsafe" not in text


def test_hostile_text_is_text(opened: Open, page_of: Path) -> None:
    page = opened(page_of)
    assert page.title() != "owned"
    assert page.locator("img").count() == 0
    assert not set(page.content()) & set("\u202e\x1b")
    scripts = page.locator("script").count()
    assert scripts == ("script-src 'none'" not in page.content())
