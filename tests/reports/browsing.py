"""What the tests of the pages share: a browser, and reports to open in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tqcheck.model import Result
from tqcheck.reports.formats import Run, rendered
from tqcheck.session import check, document

ROOT = Path(__file__).parents[2]
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
HOSTILE = "</template></script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\u202e\x1b[2J"

Open = Callable[..., Page]


def cards(page: Page) -> list[str]:
    """The rule-independent numbers of the cards that can be seen, once the filter has done."""
    page.wait_for_selector("main:not([aria-busy=true])")
    visible: list[str] = page.eval_on_selector_all(
        ".card", "cards => cards.filter(c => c.checkVisibility()).map(c => c.id)"
    )
    return visible


def write(tmp_path: Path, made: list[Result]) -> Path:
    path = tmp_path / "report.html"
    path.write_text(rendered("html", made, Run(version="0")), encoding="utf-8")
    return path


def corpus() -> list[Result]:
    """What is found in the articles of corpus/."""
    made = []
    for article in sorted((ROOT / "corpus").glob("*/*")):
        source, target = (
            document(
                (article / f"{name}.{language}.txt").read_text(encoding="utf-8"),
                language,
                f"{article.name}.{language}.txt",
            )
            for name, language in zip(
                ("source", "target"), article.parent.name.split("-"), strict=True
            )
        )
        made.append(check(source, target))
    return made
