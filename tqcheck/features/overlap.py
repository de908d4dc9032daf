"""What a translation shares with another text, letter by letter and word by word, by sacrebleu."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

#: Language → sacrebleu's tokeniser of BLEU, where words are not set apart by spaces.
_TOKENISERS = {"zh": "zh", "ja": "char", "ko": "char", "th": "char"}
#: Samples of the paired bootstrap (Koehn 2004).
SAMPLES = 1000


class Metric(NamedTuple):
    """One figure of a whole text; `signature` names all that decides it."""

    name: str
    score: float
    signature: str
    higher_is_better: bool


class Compared(NamedTuple):
    """One figure of several systems: the mean and half the width of its 95 % interval over
    bootstrap samples, and of those after the first the p-value against the first.
    """

    name: str
    score: float
    mean: float
    interval: float
    p_value: float | None


def sentence_chrf(text: str, other: str, word_order: int = 0) -> float:
    """ChrF of one sentence against another, 0 to 1; with a word order of 2 it is chrF2++
    (Popović 2015, 2017).
    """
    score: float = _chrf(word_order).sentence_score(text, [other]).score
    return score / 100


def corpus_metrics(texts: Sequence[str], references: Sequence[str], language: str) -> list[Metric]:
    """BLEU, chrF2++ and TER of translated segments against those of a reference."""
    found = []
    for name, metric in _metrics(language).items():
        score = metric.corpus_score(list(texts), [list(references)]).score
        signature = metric.get_signature().format()
        found.append(Metric(name, score, signature, higher_is_better=name != "TER"))
    return found


def paired_bootstrap(
    systems: Mapping[str, Sequence[str]], references: Sequence[str], language: str
) -> dict[str, list[Compared]]:
    """Each system's figures, compared with those of the first by paired bootstrap resampling.

    sacrebleu's seed is fixed, so that the same texts have the same figures.
    """
    from sacrebleu.significance import PairedTest

    test = PairedTest(
        [(name, list(texts)) for name, texts in systems.items()],
        _metrics(language),
        references=[list(references)],
        test_type="bs",
        n_samples=SAMPLES,
    )
    scores: dict[str, list[Any]] = dict(test()[1])
    del scores["System"]
    found: dict[str, list[Compared]] = {name: [] for name in systems}
    for metric, results in scores.items():
        for name, result in zip(systems, results, strict=True):
            p_value = result.p_value
            if p_value is not None:
                # Of equal texts no sample differs, and sacrebleu calls that significant.
                p_value = 1.0 if result.score == results[0].score else float(p_value)
            score, mean, interval = map(float, (result.score, result.mean, result.ci))
            found[name].append(Compared(metric, score, mean, interval, p_value))
    return found


def _metrics(language: str) -> dict[str, Any]:
    """BLEU, chrF2++ and TER."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return {
        "BLEU": BLEU(tokenize=_TOKENISERS.get(language.partition("-")[0], "13a")),
        "chrF2++": CHRF(word_order=2),
        "TER": TER(),
    }


@cache
def _chrf(word_order: int) -> Any:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(word_order=word_order)
