from collections.abc import Iterator

from tqcheck.features.copied import may_be_copied
from tqcheck.features.leftovers import (
    foreign_script_spans,
    is_foreign_letter,
    may_be_of_a_stretch,
    untranslated_spans,
)
from tqcheck.model import Bead, Finding, Pair, rule
from tqcheck.model.needs import copied_word, in_target, pair_that


def _copies_words(pair: Pair) -> bool:
    return may_be_copied(pair.beads[0].source, pair.beads[0].target)


@rule(
    severity="major",
    mqm="accuracy/untranslated",
    needs=(
        in_target(is_foreign_letter) + copied_word(may_be_of_a_stretch),
        in_target(is_foreign_letter) + pair_that(_copies_words),
    ),
)
def text_untranslated(bead: Bead) -> Iterator[Finding]:
    """Words of the source's language were left in the translation.

    Readers of the translation cannot read them. Letters of a script that the translation's
    language does not use prove it at once; in one script it takes two and more words that
    stand so in the source and that are function words or spelt like its language. Names,
    titles, quotations, glosses in brackets and phrases such as “de facto” may stay.

    Flagged:
        fr: Le four tournera sans gaz naturel dès mai.
        en: The furnace will run [[sans gaz naturel]] from May.

        de: Die Läden bräuchten neue Kassensysteme.
        en: The shops would need [[neue Kassensysteme]].

        zh: 工厂的良品率达到九成。
        en: The plant’s [[良品率]] has reached 90 percent.

        en: The sensors send data where there is no coverage.
        de: Die Sensoren senden Daten, [[where there is]] kein Netz.
    Accepted:
        fr: La Cour de cassation et Médecins sans frontières ont réagi.
        en: The Cour de cassation and Médecins sans frontières have reacted.

        fr: Le musée expose « sans titre ni date ».
        en: The museum is showing “sans titre ni date”.

        fr: Le chef de facto du pays a été élu par coup d’État.
        en: The country’s de facto leader came to power in a coup d’état.

        zh: 这个字写作“良”。
        en: The character is written “良”.

        ru: Завод «Восток» открылся вчера.
        en: The Vostok (Восток) plant opened yesterday.
    """
    for span in (*foreign_script_spans(bead), *untranslated_spans(bead)):
        left = bead.target.document.text[span.start : span.end]
        yield Finding(f"“{left}” was left untranslated", target=span)
