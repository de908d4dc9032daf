"""How a large report page fares in a browser: 200 pairs, 5,000 findings.

Each figure is the middle one and the largest of several keys or clicks, until what they do is
painted; and of the processor's time, which other work on the machine makes little longer.

python -m tests.benchmarks.page
"""

import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.reports.browsing import CHROMIUM, corpus
from tqcheck.model import Finding, Result, Severity
from tqcheck.reports.formats import Run, rendered
from tqcheck.rules import all_rules

PAIRS, FINDINGS = 200, 5000
#: Broad and narrow ones; they are typed, key by key.
QUERIES = (
    "sev:critical",
    "rule:number file:sudan",
    "source says",
    "-sev:minor",
    "file:sudan",
    "xyz",
)


def results() -> list[Result]:
    """The pairs of corpus/ again and again, with findings spread over their words."""
    checked = corpus()
    made = []
    rules = all_rules()
    each = FINDINGS // PAIRS
    for number in range(PAIRS):
        result = checked[number % len(checked)]
        beads = [bead for bead in result.pair.beads if bead.complete]
        findings = []
        for index in range(each):
            bead = beads[index * len(beads) // each]
            rule = rules[(number + index) % len(rules)]
            words = bead.target.text.split()
            start = bead.target.text.index(words[index % len(words)])
            findings.append(
                Finding(
                    f"“{words[index % len(words)]}” is not what the source says",
                    target=bead.target.at(start, start + len(words[index % len(words)])),
                    source=bead.source.at(0, min(8, len(bead.source.text))),
                    rule=rule,
                    severity=list(Severity)[index % 3],
                    fingerprint=f"{number * each + index:016x}",
                    state="known" if index % 4 == 0 else "new",
                )
            )
        findings.sort(key=lambda finding: finding.target or (0, 0))
        made.append(replace(result, findings=tuple(findings)))
    return made


#: From a key or a click to the frame that shows what it did: the page's rendering is done when the
#: task after the next animation frame begins.
PAINTED = """() => { window.took = new Promise(done => {
    for (const kind of ['keydown', 'pointerdown'])
        addEventListener(kind, event => requestAnimationFrame(() => setTimeout(
            () => done(performance.now() - event.timeStamp))), { capture: true, once: true });
}); }"""


def main() -> None:
    made = results()
    started = time.perf_counter()
    text = rendered("html", made, Run())
    print(f"drawn in {time.perf_counter() - started:.2f} s, {len(text.encode()) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "report.html"
        path.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(path.as_uri())
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        print(f"first paint {paint:.0f} ms, loaded {loaded:.0f} ms")

        profiler = page.context.new_cdp_session(page)
        profiler.send("Performance.enable", {"timeDomain": "threadTicks"})

        def busy() -> float:
            """Milliseconds that the page's main thread has had of a processor."""
            metrics = profiler.send("Performance.getMetrics")["metrics"]
            named = {one["name"]: one["value"] for one in metrics}
            return 1000 * float(named["TaskDuration"])

        def took(act: Callable[[], None]) -> tuple[float, float]:
            page.evaluate(PAINTED)
            before = busy()
            act()
            return float(page.evaluate("took")), busy() - before

        def tell(what: str, acts: Iterable[Callable[[], None]]) -> None:
            wall, processor = (sorted(times) for times in zip(*map(took, acts), strict=True))
            figures = (
                f"{times[len(times) // 2]:.0f} ms, at most {times[-1]:.0f}"
                for times in (wall, processor)
            )
            print(f"{what}: {'; of a processor '.join(figures)}; ", end="")
            print(page.locator("#count").inner_text())

        def key(name: str) -> Callable[[], None]:
            return lambda: page.keyboard.press(name)

        for query in QUERIES:
            page.keyboard.press("/")
            tell(f"filter {query!r}", map(key, query))
            tell("  and cleared", map(key, ["Backspace"] * len(query)))
            page.keyboard.press("Escape")
        for what, name in (
            ("only major findings, and all", "2"),
            ("known ones hidden, and shown", "x"),
            ("only passages with findings, and whole texts", "w"),
            ("dark, and light", "d"),
            ("next finding", "j"),
            ("next article", "n"),
        ):
            tell(what, map(key, [name] * 10))
        head = page.locator(".articles thead button", has_text="major")
        head.scroll_into_view_if_needed()
        tell("table sorted", [lambda: head.click()] * 6)
        browser.close()


if __name__ == "__main__":
    main()
