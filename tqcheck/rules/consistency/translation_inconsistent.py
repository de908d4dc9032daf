from collections import Counter
from collections.abc import Iterator

from tqcheck.features.words import units
from tqcheck.ledgers.repeats import same_sources, spoken
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS


@rule(severity="minor", mqm="terminology/inconsistent", needs=(SEVERAL_BEADS,))
def translation_inconsistent(pair: Pair, *, least: int = 3) -> Iterator[Finding]:
    """A sentence that stands twice in the source is translated in two ways.

    Readers of the source see that it is the same, and those of the translation wonder. Flagged is
    the rarer translation, or the later; sentences of fewer than `least` words may well be said in
    several ways.

    Flagged:
        fr: La séance est levée à midi.
        fr: Les élus se taisent.
        fr: La séance est levée à midi.
        en: The meeting ends at noon.
        en: The councillors are silent.
        en: [[The session is adjourned at midday.]]

        de: Der Zug hält hier nicht.
        de: Niemand steigt aus.
        de: Der Zug hält hier nicht.
        es: El tren no para aquí.
        es: Nadie baja.
        es: [[Este tren pasa de largo.]]
    Accepted:
        fr: La séance est levée à midi.
        fr: Les élus se taisent.
        fr: La séance est levée à midi.
        en: The meeting ends at noon.
        en: The councillors are silent.
        en: “The meeting ends at noon”

        de: Ja, gern.
        de: Niemand steigt aus.
        de: Ja, gern.
        es: Sí, con gusto.
        es: Nadie baja.
        es: Claro que sí.

        en.json: {"house_one": "one house is empty", "house_other": "{count} houses are empty"}
        ru.json: {"house_few": "{count} дома пустуют", "house_other": "{count} домов пустует"}
    """
    for beads in same_sources(pair):
        if len(units(beads[0].source)) < least:
            continue
        counts = Counter(spoken(bead.target) for bead in beads)
        usual, most = counts.most_common(1)[0]
        first = next(bead for bead in beads if spoken(bead.target) == usual)
        for bead in beads:
            if spoken(bead.target) != usual and counts[spoken(bead.target)] <= most:
                yield Finding(
                    f"the same sentence is “{first.target.text.strip()}” elsewhere",
                    target=bead.target.span,
                    source=bead.source.span,
                )
