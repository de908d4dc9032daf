"""The identity of a finding, from its text and never from its line."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b

from tqcheck.model import Finding, Pair, Passage, Span


def fingerprinted(pair: Pair, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with their fingerprints: 16 hexadecimal digits over the rule, the source
    passage, the flagged text, and the ordinal among findings that are equal in these.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    result = []
    for finding in findings:
        identity = (finding.by.id, *map(_normalised, _texts(pair, finding)))
        seen[identity] += 1
        digest = blake2b("\0".join((*identity, str(seen[identity]))).encode(), digest_size=8)
        result.append(replace(finding, fingerprint=digest.hexdigest()))
    return tuple(result)


def _texts(pair: Pair, finding: Finding) -> tuple[str, str, str]:
    flagged_target = _cut(pair.target.text, finding.target)
    flagged_source = _cut(pair.source.text, finding.source)
    if finding.target is not None:
        passage = Passage(pair.target, finding.target, pair.target.blocks[0].kind)
        context = " ".join(segment.text for segment in pair.counterpart(passage))
    else:
        context = flagged_source
    return context, flagged_target, flagged_source


def _cut(text: str, span: Span | None) -> str:
    return "" if span is None else text[span.start : span.end]


def _normalised(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
