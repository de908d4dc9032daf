"""How a large report page fares in a browser: 200 pairs, 5,000 findings.

python -m tests.benchmarks.page
"""

import tempfile
import time
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.reports.test_page import CHROMIUM, ROOT
from tqcheck.model import Finding, Result, Severity
from tqcheck.reports.formats import Run, rendered
from tqcheck.rules import all_rules
from tqcheck.session import check, document

PAIRS, FINDINGS = 200, 5000


def results() -> list[Result]:
    """The pairs of corpus/ again and again, with findings spread over their words."""
    checked = []
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
        checked.append(check(source, target))
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
                )
            )
        findings.sort(key=lambda finding: finding.target or (0, 0))
        made.append(replace(result, findings=tuple(findings)))
    return made


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
        for query in ("sev:critical", "rule:number file:dam", "source says", "-sev:minor", ""):
            # From the key to the next frame that is painted.
            took = page.evaluate(
                """query => new Promise(done => {
                    const box = document.querySelector('#filter'), count = document.querySelector('#count');
                    const started = performance.now();
                    new MutationObserver((_, watch) => { watch.disconnect();
                        requestAnimationFrame(() => setTimeout(() => done(performance.now() - started))); })
                        .observe(count, { childList: true, characterData: true, subtree: true });
                    box.value = query; box.dispatchEvent(new Event('input')); })""",
                query,
            )
            print(f"filter {query!r}: {took:.0f} ms, {page.locator('#count').inner_text()}")
        started = time.perf_counter()
        for _ in range(20):
            page.keyboard.press("j")
        print(f"next finding: {(time.perf_counter() - started) * 50:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
