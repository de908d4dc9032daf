"""The README's pictures: the top of a report, and a passage in the dark.

    python -m tests.reports.pictures

draws them anew.
"""

import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from tests.reports.browsing import CHROMIUM, ROOT, corpus
from tqcheck.reports.formats import Run, rendered
from tqcheck.rules.measured import measured

#: Picture → colours, what is typed into the filter, and which of the findings left is gone to.
PICTURES: dict[str, tuple[Literal["light", "dark"], str, int]] = {
    "report": ("light", "", 0),
    "report-finding": ("dark", "file:sudan", 3),
}


def draw(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        path = Path(scratch) / "report.html"
        path.write_text(rendered("html", corpus(), Run(measured=measured)), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, (scheme, query, steps) in PICTURES.items():
            page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
            page.goto(path.as_uri())
            page.fill("#filter", query)
            page.keyboard.press("Escape")
            for _ in range(steps):
                page.keyboard.press("j")
            page.wait_for_timeout(500)
            page.screenshot(path=folder / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    draw(ROOT / ".github" / "images")
