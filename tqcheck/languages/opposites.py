"""Reads the tables of words that say the opposite of each other."""

from functools import cache
from pathlib import Path

from tqcheck.languages.traditional import with_traditional

_HERE = Path(__file__).parent
_CHINESE = "zh"
#: What marks a form that has other meanings, too.
DOUBTFUL = "?"


@cache
def opposites(language: str) -> dict[str, tuple[str, ...]]:
    """Pole → the forms of a language that tell it, by `languages/opposites.<language>.tsv`.

    A pole is written behind its group ("rise-fall/rise"): what a word of one pole says is not what
    a word of another pole of the group says. Every table has the same poles in the same order;
    without a table there are none. `pt-BR` reads the table `pt`.
    """
    tag = language.split("-")[0]
    path = _HERE / f"opposites.{tag}.tsv"
    if not path.is_file():
        return {}
    rows = (
        row.split("\t") for row in path.read_text(encoding="utf-8").splitlines() if row[0] != "#"
    )
    found = {pole: tuple(filter(None, forms.split(", "))) for pole, forms in rows}
    if tag != _CHINESE:
        return found
    return {pole: with_traditional(forms) for pole, forms in found.items()}
