from collections.abc import Iterator

from tqcheck.features.gaps import word_gaps
from tqcheck.ledgers.lost_names import lost_names
from tqcheck.model import Bead, Finding, rule


@rule(severity="major", mqm="accuracy/omission")
def word_missing(bead: Bead) -> Iterator[Finding]:
    """A word or a name is missing, and its place in the sentence is empty.

    “Light rain will fall in, and in the region”: the engine dropped a name that it did not know,
    and the small word before it was left. Reported are gaps that the grammar shows by themselves,
    and small words before a mark where the source has a name of which nothing is left.

    Flagged:
        fr: Vasco de Gama est mort à Cochin, en Inde.
        en: Vasco da Gama died at Cochin, [[in]].

        ru: Небольшие дожди пройдут в Москве и в области.
        en: Light rain will fall [[in]], and in the region.

        es: La cueva refleja las ideas de Basquiat.
        en: The cave reflects [['s]] ideas.

        de: Die Stadt Mailand hat eine Kirche.
        en: The town [[of has]] a church.
    Accepted:
        fr: Le pays dont il vient est loin d’ici.
        en: The country he comes from, and the sea he speaks of, are far away.

        es: Las ideas en las que creen son nuevas. ¿Se ha ido?
        en: The ideas they believe in are new. Has he gone?

        de: Er wohnt in Wien, wo er geboren ist.
        en: He lives in Vienna, the city he was born in.
    """
    gaps = word_gaps(bead.target)
    if not gaps:
        return
    lost = None if all(gap.sure for gap in gaps) else next(lost_names(bead), None)
    for gap in gaps:
        if gap.sure:
            yield Finding(f"a word is missing at “{gap.text}”", target=gap.span)
        elif lost:
            yield Finding(
                f"something is missing at “{gap.text}”: “{lost.text}” of the source?",
                target=gap.span,
                source=lost.span,
            )
