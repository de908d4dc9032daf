"""What one process counts at a time."""

from pathlib import Path
from typing import NamedTuple

from tqcheck.corpora.checking import rules_of
from tqcheck.evaluation.articles import figures_of
from tqcheck.evaluation.figures import Figures
from tqcheck.evaluation.segments import Gold, figures_of_segments


class Part(NamedTuple):
    """An article, or some segments."""

    article: Path | None = None
    segments: tuple[Gold, ...] = ()


def counted(rules: tuple[str, ...], part: Part) -> Figures:
    """The counts of a part for rules, given by their ids; raises BadGold."""
    chosen = rules_of(rules)
    if part.article is not None:
        return figures_of(part.article, chosen)
    return figures_of_segments(part.segments, chosen)
