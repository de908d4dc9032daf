from collections.abc import Iterator

from tqcheck.features.markup import marks_of
from tqcheck.model import Finding, Pair, Span, rule
from tqcheck.model.needs import MARKUP


@rule(severity="major", mqm="design-and-markup/markup-tag", needs=(MARKUP,))
def list_length_changed(pair: Pair) -> Iterator[Finding]:
    """A list has more or fewer items than the source’s.

    An item was lost, or two became one. Lists are compared where both texts have as many of them.

    Flagged:
        fr.md: - de l’eau
        fr.md: - des tentes
        fr.md: - un médecin[[]]
        en.md: - water
        en.md: - tents and a doctor[[]]

        en.md: 1. Open the lid.
        en.md: 2. Press the button.[[]]
        de.md: 1. Öffnen Sie den Deckel und drücken Sie den Knopf.[[]]
    Accepted:
        fr.md: - de l’eau
        fr.md: - des tentes
        en.md: 1. water
        en.md: 2. tents

        en.md: - water
        en.md: - tents
        de.md: Wasser und Zelte.
    """
    here, there = marks_of(pair.source, "list"), marks_of(pair.target, "list")
    if len(here) != len(there):
        return
    for source, target in zip(here, there, strict=True):
        if source.value != target.value:
            # The end of the list: what stands in it may have findings of its own.
            yield Finding(
                f"this list has {target.value} items, the source’s has {source.value}",
                target=Span(target.span.end, target.span.end),
                source=Span(source.span.end, source.span.end),
            )
