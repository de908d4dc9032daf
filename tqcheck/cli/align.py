"""tqcheck align"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from tqcheck.cli.options import From, To
from tqcheck.cli.texts import Source, Target, documents

if TYPE_CHECKING:
    from tqcheck.model import Pair


def align(source: Source, target: Target, from_: From = None, to: To = None) -> None:
    """Print source and translation side by side, as the rules see them.

    Each bead has its shape (sentences of the source - of the translation) and how sure it is.

    Example: tqcheck align article.fr.txt article.en.txt
    """
    from tqcheck.alignment import aligned
    from tqcheck.segmentation import segmented

    source_document, target_document = documents(source, target, from_, to)
    pair = aligned(segmented(source_document), segmented(target_document))
    typer.echo("\n".join(_lines(pair)))


def _lines(pair: "Pair") -> Iterator[str]:
    from tqcheck.reports.positions import visible

    label = max(len(pair.source.language), len(pair.target.language))
    for number, bead in enumerate(pair.beads, 1):
        head = f"{number:>4}  {bead.shape[0]}-{bead.shape[1]}  {bead.confidence:.2f}"
        for side in (bead.source, bead.target):
            text = visible(side.text) or "—"
            yield f"{head}  {side.document.language:>{label}} │ {text}"
            head = " " * len(head)
