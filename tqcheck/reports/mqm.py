"""TSV of ten columns, as MQM viewers (Marot) read it: one line a finding, its span as <v>…</v>.

A bead without findings has a line "no-error", so that scores divide by the whole.
"""

import json
from collections.abc import Iterator, Sequence

from tqcheck.model import Bead, Finding, Passage, Result, Span
from tqcheck.reports.formats import Run, flagged
from tqcheck.reports.positions import visible

_COLUMNS = (
    "system",
    "doc",
    "docSegId",
    "globalSegId",
    "rater",
    "source",
    "target",
    "category",
    "severity",
    "metadata",
)


def render(results: Sequence[Result], _run: Run) -> str:
    """All findings that are not suppressed, bead by bead; a bead without any is "no-error"."""
    lines = ["\t".join(_COLUMNS)]
    count = 0
    for result in results:
        lines += ["\t".join(row) for row in _rows(result, count)]
        count += len(result.pair.beads)
    return "".join(f"{line}\n" for line in lines)


def _rows(result: Result, before: int) -> Iterator[tuple[str, ...]]:
    pair = result.pair
    languages = f"{pair.source.language}-{pair.target.language}"
    found: dict[int, list[Finding]] = {}
    numbers = {id(bead): number for number, bead in enumerate(pair.beads)}
    for finding in result.findings:
        if finding.state != "suppressed":
            found.setdefault(numbers.get(id(_bead(result, finding)), 0), []).append(finding)
    for number, bead in enumerate(pair.beads):
        head = (
            "tqcheck",
            _cell(f"{pair.target.path or '-'}:{languages}"),
            str(number + 1),
            str(before + number + 1),
            "tqcheck",
        )
        for finding in found.get(number, ()):
            yield (
                *head,
                _marked(bead.source, finding.source),
                _marked(bead.target, finding.target),
                _category(finding.by.mqm),
                finding.severity.value.capitalize(),
                json.dumps(
                    {
                        "note": visible(finding.message),
                        "rule": finding.by.id,
                        "fingerprint": finding.fingerprint,
                        "state": finding.state,
                    },
                    ensure_ascii=False,
                ),
            )
        if number not in found:
            texts = _cell(bead.source.text), _cell(bead.target.text)
            yield (*head, *texts, "no-error", "no-error", "{}")


def _bead(result: Result, finding: Finding) -> Bead | None:
    document, span = flagged(result, finding)
    beads = result.pair.beads_of(Passage(document, span, document.blocks[0].kind))
    return beads[0] if beads else None


def _marked(side: Passage, span: Span | None) -> str:
    text = side.text
    if span is None or not span.overlaps(side.span):
        return _cell(text)
    start = max(0, span.start - side.span.start)
    end = min(len(text), span.end - side.span.start)
    return f"{_cell(text[:start])}<v>{_cell(text[start:end])}</v>{_cell(text[end:])}"


def _cell(text: str) -> str:
    return visible(text)


def _category(mqm: str) -> str:
    return "/".join(part.replace("-", " ").capitalize() for part in mqm.split("/"))
