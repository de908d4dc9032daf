"""How many sentences a second the reader of numbers takes in, on one core.

    python -m tests.benchmarks.numbers

reads the sentences of corpus/ again and again, language by language, each time as new text, and
prints sentences a second for each language and for all together. The bar is 25,000.
"""

import time
from collections import defaultdict

from tests.benchmarks.speed import rows
from tqcheck.features.numbers import numbers
from tqcheck.languages import profile
from tqcheck.model import Document, Kind, Segment, Span

BAR = 25_000
FEWEST = 40_000


def rate(tag: str, texts: list[str]) -> float:
    """Sentences a second; vocabulary and patterns are made before the clock starts."""
    language = profile(tag)
    times = FEWEST // len(texts) + 1
    segments = [
        Segment(Document(text, language), Span(0, len(text)), Kind.SENTENCE)
        for text in texts * (times + 1)
    ]
    for segment in segments[: len(texts)]:
        numbers(segment)
    start = time.process_time()
    for segment in segments[len(texts) :]:
        numbers(segment)
    return times * len(texts) / (time.process_time() - start)


def main() -> None:
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows():
        texts[row["source_lang"]].append(row["source"])
        texts[row["target_lang"]].append(row["target"])
    rates = {tag: rate(tag, sentences) for tag, sentences in sorted(texts.items())}
    for tag, each in rates.items():
        print(f"{tag}  {each:10,.0f} sentences a second")
    together = len(rates) / sum(1 / each for each in rates.values())
    print(f"all {together:9,.0f}  (bar {BAR:,})")


if __name__ == "__main__":
    main()
