"""How the time of a check grows with texts that were made to be slow.

    python -m tests.benchmarks.hostile

prints seconds for each text and for one twice as long: about twice is right, four times is not.
"""

import random
import time

from tqcheck.session import check_texts

SIZE = 20_000
PIECES = {
    "brackets": "[(",
    "closing": ")] ",
    "stops": ".",
    "initials": "A.",
    "single letters": "a ",
    "letters": "a",
    "figures": "9",
    "numbers": "1 ",
    "grouped": "1,",
    "quotes": "« ",
    "names": "Ab ",
    "acronyms": "ABC ",
    "hyphens": "a-",
    "underscores": "a_",
    "links": "http://a.b/",
    "invisible": "a\u200b",
    "combining": "\u0301",
    "Han": "漢",
    "emoji": "😀",
    "lines": "Ab cd.\n\n",
}


def text(name: str, size: int) -> str:
    if name == "mixed":
        letters = "aA1.,;:()«»“” \n'’-é漢م"
        return "".join(random.Random(0).choices(letters, k=size))
    return PIECES[name] * (size // len(PIECES[name]))


def seconds(name: str, size: int) -> float:
    start = time.perf_counter()
    result = check_texts(
        "Le chat.\n\n" + text(name, size), "The cat.\n\n" + text(name, size), "fr", "en"
    )
    broken = [item for item in result.not_run if item.broken]
    if broken:
        raise RuntimeError(f"{name}: {broken}")
    return time.perf_counter() - start


def main() -> None:
    check_texts("Le chat.", "The cat.", "fr", "en")
    for name in [*PIECES, "mixed"]:
        once, twice = seconds(name, SIZE), seconds(name, 2 * SIZE)
        print(f"{name:16} {once:6.2f} {twice:6.2f}  {twice / once:.1f} times", flush=True)


if __name__ == "__main__":
    main()
