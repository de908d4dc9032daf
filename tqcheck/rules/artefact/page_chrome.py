from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from tqcheck.features.chrome import chrome_behind, may_be_chrome, usual_chrome
from tqcheck.features.excerpt import excerpt
from tqcheck.ledgers.furniture import Furniture, furniture
from tqcheck.model import Block, Finding, Origin, Pair, Span, rule
from tqcheck.model.needs import SEVERAL_BEADS, pair_that


def _may_be_of_the_page(pair: Pair) -> bool:
    bead = pair.beads[0]
    if may_be_chrome(bead.target) or may_be_chrome(bead.source):
        return True
    return chrome_behind(bead.target, pair.target.profile, pair.source.profile) is not None


@rule(
    severity="minor",
    mqm="accuracy/addition",
    texts="articles",
    needs=(pair_that(_may_be_of_the_page) + SEVERAL_BEADS,),
)
def page_chrome(pair: Pair) -> Iterator[Finding]:
    """Furniture of the web page stands in the article.

    Whoever cut the article out of its page took buttons, advertisement labels and newsletter
    boxes along, and they were translated with it. A line counts where the phrases of both
    languages know it, or where it stands among other such lines; headings, bylines and tags of
    the article are left alone.

    Flagged:
        fr: Le pont rouvrira lundi.
        fr: Publicité
        fr: Lire la suite
        fr: Les bus ne passent plus.
        en: The bridge will reopen on Monday.
        en: [[Advertisement
        en: Read more]]
        en: The buses no longer run.

        fr: Les bus ne passent plus.
        fr: Newsletter
        fr: Chaque soir, ce qu’il faut retenir de la journée
        fr: Je m’abonne
        en: The buses no longer run.
        en: [[Newsletter
        en: Every evening, what to remember of the day
        en: I subscribe]]

        de: Die Brücke öffnet am Montag.
        de: Lesen Sie auch: Wer zahlt die Sanierung?
        en: The bridge opens on Monday.
        en: [[Read also: Who will pay for the repairs?]]

        fr: Accueil » Monde » Europe
        fr: Les bus ne passent plus.
        en: [[Home » World » Europe]]
        en: The buses no longer run.

        nl: De brug gaat maandag open.
        nl: (Foto: Jan Visser)
        en: The bridge will open on Monday.
        en: (Photo: Jan Visser) [[Lees ook]]

        es: La fiesta reunió a 9.000 personas. / EFE
        es: El alcalde cerró el acto.
        en: The festival drew 9,000 people. / EFE [[Read more]]
        en: The mayor closed the event. [[Share this article]]
    Accepted:
        fr: Newsletter
        fr: La lettre du musée paraît chaque mois.
        en: Newsletter
        en: The museum’s newsletter comes out every month.

        es: Los lectores comparten la nota.
        es: Comentarios
        es: La redacción responde a todos.
        en: Readers share the note.
        en: Comments
        en: The editors answer everyone.
    """
    _ = pair.target.profile.chrome  # without phrases there is nothing to know furniture by
    runs = furniture(pair)
    if pair.keyed:  # the file has other things between its lines
        runs = tuple((line,) for run in runs for line in run)
    if not pair.keyed:
        yield from _hanging(pair, {line.block for run in runs for line in run})
    for run in runs:
        first, last = run[0], run[-1]
        renamed = ((line, usual) for line in run if (usual := _usual_label(pair, line)))
        message = f"{_quoted(run)} {'is' if len(run) == 1 else 'are'} page furniture, not article"
        for line, usual in islice(renamed, 1):
            message += f"; “{line.block.text}” is usually “{usual}”"
        yield Finding(
            message,
            target=Span(first.block.span.start, last.block.span.end),
            origin=Origin.EXTRACTION,
        )


def _hanging(pair: Pair, known: Collection[Block]) -> Iterator[Finding]:
    """What hangs on a line of the article."""
    for block in pair.target.blocks:
        if block in known:
            continue
        label = chrome_behind(block, pair.target.profile, pair.source.profile)
        if label:
            text = pair.target.text[label.start : label.end]
            message = f"“{text}” is page furniture, not article"
            yield Finding(message, target=label, origin=Origin.EXTRACTION)


def _usual_label(pair: Pair, line: Furniture) -> str | None:
    """The usual label, where one was translated word for word. It is no cure: under its right name
    furniture is still none of the article.
    """
    if line.label or not (line.source_label and line.source_label.whole):
        return None
    return usual_chrome(pair.target.profile, line.source_label.id)


def _quoted(run: Sequence[Furniture]) -> str:
    first = f"“{excerpt(run[0].block.text)}”"
    more = len(run) - 1
    return f"{first} and {more} more line{'s' * (more > 1)}" if more else first
