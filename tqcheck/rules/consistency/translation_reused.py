from collections.abc import Iterator
from difflib import SequenceMatcher

from tqcheck.features.words import units
from tqcheck.ledgers.repeats import same_targets, spoken
from tqcheck.model import Bead, Finding, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS

#: Sources that share more than this say the same in a language that tells less apart.
_ALIKE = 0.6
#: Code points that are compared.
_LONGEST = 300


@rule(severity="minor", mqm="accuracy/mistranslation", needs=(SEVERAL_BEADS,))
def translation_reused(pair: Pair, *, least: int = 4) -> Iterator[Finding]:
    """Two sentences of the source have one and the same translation.

    An engine that lost its place, or a memory that served the wrong match: one of the two is not
    what its source says. Sentences of fewer than `least` words, and sources that are nearly the
    same, are left out.

    Flagged:
        fr: Le conseil se réunira lundi à la mairie.
        fr: Les pompiers ont maîtrisé le feu dans la nuit.
        en: The council will meet on Monday at the town hall.
        en: [[The council will meet on Monday at the town hall.]]

        de: Der Fluss stieg in der Nacht um zwei Meter.
        de: Die Schulen bleiben bis Freitag geschlossen.
        es: Las escuelas permanecerán cerradas hasta el viernes.
        es: [[Las escuelas permanecerán cerradas hasta el viernes.]]
    Accepted:
        fr: Le conseil se réunira lundi à la mairie.
        fr: Il n’a pas dit pourquoi.
        fr: Les conseils se réuniront lundi à la mairie.
        ja: 評議会は月曜日に市役所で開かれる。
        ja: 理由は述べなかった。
        ja: 評議会は月曜日に市役所で開かれる。

        de: Guten Tag.
        de: Auf Wiedersehen.
        en: Ciao.
        en: Ciao.
    """
    for beads in same_targets(pair):
        if len(units(beads[0].target)) < least:
            continue
        for number, bead in enumerate(beads[1:], 1):
            if not any(_alike(bead, other) for other in beads[:number]):
                yield Finding(
                    "another sentence of the source has the same translation",
                    target=bead.target.span,
                    source=bead.source.span,
                )


def _alike(one: Bead, other: Bead) -> bool:
    left, right = spoken(one.source)[:_LONGEST], spoken(other.source)[:_LONGEST]
    return SequenceMatcher(None, left, right, autojunk=False).ratio() > _ALIKE
