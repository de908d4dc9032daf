"""The score of a document in the way of MQM: penalties for what was found.

score = 100 − 100 × Σ(weight of a finding's severity) / words of the source, and not below 0
(MQM's "Overall Quality Score" with its weights 1, 5, 25; Lommel et al. 2024).
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from tqcheck.features.words import unspaced, words
from tqcheck.model import Origin, Result, Severity

WEIGHTS: Mapping[Severity, float] = {
    Severity.MINOR: 1,
    Severity.MAJOR: 5,
    Severity.CRITICAL: 25,
}
#: Characters that a word has in scripts which put no space between words.
_CHARACTERS = 2


class Penalty(NamedTuple):
    """What the findings of one translation cost."""

    #: Findings of each severity, and of each MQM type.
    counts: dict[str, int]
    types: dict[str, int]
    words: int
    total: float

    @property
    def per_100_words(self) -> float:
        return 100 * self.total / max(1, self.words)

    @property
    def score(self) -> float:
        """100 for a translation without findings."""
        return max(0.0, 100 - self.per_100_words)


def penalty(result: Result, weights: Mapping[Severity, float] = WEIGHTS) -> Penalty:
    """The penalty of a pair: what is the source's or the page's own fault costs nothing, nor
    what was suppressed.
    """
    found = [
        finding
        for finding in result.findings
        if finding.state != "suppressed" and finding.origin is Origin.TRANSLATION
    ]
    severities = Counter(finding.severity.value for finding in found)
    return Penalty(
        {severity.value: severities[severity.value] for severity in Severity},
        dict(Counter(finding.by.mqm for finding in found).most_common()),
        source_words(result),
        sum(weights[finding.severity] for finding in found),
    )


def source_words(result: Result) -> int:
    """The words of the source; two characters of a script without spaces are one."""
    count = 0.0
    for segment in result.pair.source.segments:
        for word in words(segment):
            count += len(word.text) / _CHARACTERS if unspaced(word.text) else 1
    return round(count)
